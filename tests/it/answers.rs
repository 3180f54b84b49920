//! Answers to small tables: one builder for the tests of everything after the answer.

use equal_measure::answer::analyses::Analysed;
use equal_measure::answer::{self, Answer};
use equal_measure::core::answer::{Settled, Source};
use equal_measure::core::dimension::{Contrast, Dimension, Named, Status, Subject};
use equal_measure::core::histogram::MICRO;
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::ledger::{Ledger, Reason};
use equal_measure::core::plan::{Outcome, Plan, Shape};
use equal_measure::core::tally::{Cell, Counted as Counts, Sum, Tally};
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::release::rule::Rule;

/// The measures of every section made here: of released parts and of exact counts.
const MEASURES: [&str; 7] = [
    "difference",
    "ratio",
    "share-gap",
    "representation",
    "cramers-v",
    "slope-index",
    "relative-index",
];

/// A group's label, standing, events and people.
pub(crate) type Counted = (&'static str, Status, u32, u32);

pub(crate) const TENTHS: &[Counted] = &[
    ("1 – most deprived", Status::Known, 3_123, 98_004),
    ("2", Status::Known, 2_871, 97_311),
    ("3", Status::Known, 2_702, 96_555),
    ("4", Status::Known, 2_544, 96_020),
    ("5 – least deprived", Status::Known, 2_101, 95_873),
    ("Not known", Status::NotKnown, 311, 9_120),
];

pub(crate) const SMALL: &[Counted] = &[
    ("1 – most deprived", Status::Known, 41, 312),
    ("2", Status::Known, 5, 223),
    ("3", Status::Known, 0, 198),
    ("4", Status::Known, 12, 6),
    ("5 – least deprived", Status::Known, 23, 287),
    ("Not known", Status::NotKnown, 3, 31),
];

pub(crate) const ETHNIC: &[Counted] = &[
    ("White", Status::Known, 9_012, 310_120),
    ("Asian or Asian British", Status::Known, 1_702, 41_500),
    ("Black or Black British", Status::Known, 702, 16_512),
    ("Not stated", Status::NotStated, 411, 14_233),
];

/// One indicator by one dimension, as it was counted.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) indicator: Indicator,
    pub(crate) dimension: Dimension,
    /// What was counted in each group.
    pub(crate) cells: Vec<Cell>,
    /// Ids of the measures to give.
    pub(crate) measures: Vec<String>,
    /// Analyses to show beside those that the plan names.
    pub(crate) analyses: Vec<Analysed>,
}

/// Sections with all that stands around them.
#[derive(Clone, Debug)]
pub(crate) struct Tallied {
    pub(crate) plan: Plan,
    pub(crate) source: Source,
    pub(crate) ledger: Ledger,
    pub(crate) sections: Vec<Section>,
}

/// A section of shares, by deprivation unless `ordered` is false.
pub(crate) fn section(polarity: Polarity, ordered: bool, groups: &[Counted]) -> Section {
    let indicator = Indicator {
        id: "waits-over-52".into(),
        name: "People waiting more than 52 weeks".into(),
        verb: "had waited more than 52 weeks".into(),
        population: "people on the waiting list".into(),
        unit: Unit::Percent,
        polarity,
        formula: Formula::Share {
            numerator: vec![0],
            denominator: vec![1],
            less: Vec::new(),
        },
        definition: "More than 52 whole weeks since referral.".into(),
        ..Indicator::default()
    };
    let labels = groups.iter().map(|group| (group.0, group.1));
    let cells = groups.iter().map(|group| {
        let count = |count: u32| f64::from(count);
        cell(&[count(group.2), count(group.3)])
    });
    Section {
        indicator,
        dimension: dimension(ordered, &labels.collect::<Vec<_>>()),
        cells: cells.collect(),
        measures: MEASURES.map(str::to_owned).to_vec(),
        analyses: Vec::new(),
    }
}

fn dimension(ordered: bool, groups: &[(&str, Status)]) -> Dimension {
    let known: Vec<usize> = (0..groups.len())
        .filter(|&place| groups[place].1.is_known())
        .collect();
    let last = known.last().copied().unwrap_or(0);
    let contrasts = if ordered {
        vec![contrast(
            "extremes",
            ["the most deprived fifth", "the least deprived fifth"],
            [0, last],
        )]
    } else {
        known[1..]
            .iter()
            .map(|&place| contrast("reference", [groups[place].0, groups[0].0], [place, 0]))
            .collect()
    };
    Dimension {
        id: if ordered { "imd" } else { "ethnic" }.into(),
        subject: if ordered {
            Subject::Deprivation
        } else {
            Subject::Ethnicity
        },
        name: if ordered {
            "Deprivation (IMD fifth)"
        } else {
            "Ethnic group"
        }
        .into(),
        ordered,
        paired: false,
        overlapping: false,
        groups: groups
            .iter()
            .map(|group| Named {
                label: group.0.into(),
                status: group.1,
                parts: Vec::new(),
            })
            .collect(),
        nests: Vec::new(),
        assign: (0..groups.len())
            .map(|place| (format!("raw text {place} of the file"), place))
            .collect(),
        edition: ordered.then(|| "IMD 2019".into()),
        reference: (!ordered).then_some(0),
        contrasts,
        notes: Vec::new(),
    }
}

fn contrast(id: &str, sides: [&str; 2], places: [usize; 2]) -> Contrast {
    Contrast {
        id: id.into(),
        worse_off: sides[0].into(),
        better_off: sides[1].into(),
        worse_off_groups: vec![places[0]],
        better_off_groups: vec![places[1]],
    }
}

/// What was counted: a number for each series, and four records without an outcome.
fn cell(numbers: &[f64]) -> Cell {
    let sum = |number: &f64| {
        let micro = format!("{:.0}", number * MICRO as f64);
        Sum::of_micro(micro.parse().expect("a whole number"))
    };
    let counted = Counts {
        blank: 4,
        sums: numbers.iter().map(sum).collect(),
        ..Counts::default()
    };
    Cell {
        rows: 1,
        outcomes: vec![counted],
    }
}

/// A group's label, value, lower and upper limit, and people.
pub(crate) type Valued = (&'static str, f64, f64, f64, f64);

pub(crate) const MEDIANS: &[Valued] = &[
    ("1 – most deprived", 14.5, 14.0, 15.0, 8_004.0),
    ("2", 13.0, 12.5, 13.5, 7_311.0),
    ("3 – least deprived", 12.0, 12.0, 12.5, 6_555.0),
];

/// A section of values that are no shares: medians in weeks, given years of life, rates.
pub(crate) fn values(indicator: Indicator, groups: &[Valued]) -> Section {
    let labels: Vec<_> = groups
        .iter()
        .map(|group| (group.0, Status::Known))
        .collect();
    let cells = groups
        .iter()
        .map(|group| cell(&[group.1, group.2, group.3, group.4]));
    Section {
        indicator: Indicator {
            formula: Formula::Given {
                value: 0,
                limits: Some((1, 2)),
                standard_error: None,
                population: Some(3),
                scale: 1,
            },
            ..indicator
        },
        dimension: dimension(true, &labels),
        cells: cells.collect(),
        measures: Vec::new(),
        analyses: Vec::new(),
    }
}

/// The median wait.
pub(crate) fn median() -> Indicator {
    Indicator {
        id: "median-wait".into(),
        name: "Median wait".into(),
        verb: "the middle person had waited".into(),
        population: "people on the waiting list".into(),
        unit: Unit::Weeks,
        polarity: Polarity::MoreIsWorse,
        formula: Formula::Median,
        definition: "The middle of all waits.".into(),
        ..Indicator::default()
    }
}

/// An answer of records with these sections.
pub(crate) fn answer(sections: Vec<Section>) -> Tallied {
    let mut ledger = Ledger {
        read: 402_118,
        used: 402_003,
        ..Ledger::default()
    };
    for line in [1_234_567, 1_234_568, 1_234_569] {
        ledger.set_aside(Reason::OutcomeBlank, line);
    }
    ledger.read = 402_006;
    Tallied {
        plan: plan(&sections),
        source: source(),
        ledger,
        sections,
    }
}

/// The sections put under a rule one by one, and answered together.
pub(crate) fn release(counted: &Tallied, rule: &'static Rule) -> Answer {
    let mut answers = counted
        .sections
        .iter()
        .map(|section| of_section(counted, section, rule));
    let mut all = answers.next().expect("a section");
    for answer in answers {
        all.sections.extend(answer.sections);
    }
    all.plan = Plan {
        rule: rule.id.to_owned(),
        ..counted.plan.clone()
    };
    all
}

fn of_section(counted: &Tallied, section: &Section, rule: &'static Rule) -> Answer {
    let dimension = &section.dimension;
    let mut tally = Tally::default();
    tally.cut(vec![dimension.id.clone()]);
    for (text, &place) in &dimension.assign {
        if section.cells[place] != Cell::default() {
            let cut = tally.cut(vec![dimension.id.clone()]);
            cut.cell(vec![text.clone()]).merge(&section.cells[place]);
        }
    }
    let plan = Plan {
        indicators: vec![section.indicator.clone()],
        measures: if section.measures.is_empty() {
            vec!["none of them".to_owned()]
        } else {
            section.measures.clone()
        },
        ..counted.plan.clone()
    };
    let settled = Settled {
        dimensions: vec![dimension.clone()],
        seconds: Vec::new(),
        counted: Vec::new(),
    };
    let released =
        equal_measure::release::release(&plan, &tally, &counted.ledger, &settled, rule, &[]);
    let mut answer = answer::answer(released, &counted.source);
    let analyses = section
        .analyses
        .iter()
        .map(|analysed| answer::shown(analysed, rule));
    answer.sections[0].analyses.extend(analyses);
    answer
}

fn source() -> Source {
    Source {
        file: "waiting_list.csv".into(),
        period: Some("31 March 2025".into()),
        publisher: Some("An example trust".into()),
        ..Source::default()
    }
}

pub(crate) fn plan(sections: &[Section]) -> Plan {
    Plan {
        shape: Shape::Records,
        outcomes: vec![Outcome::Wait {
            column: "weeks".into(),
            days: false,
        }],
        indicators: sections
            .iter()
            .map(|section| section.indicator.clone())
            .collect(),
        ..Plan::under("nhs-england")
    }
}
