//! Answers made by hand: one small builder for the tests of everything after the answer.

use std::collections::BTreeMap;

use equal_measure::core::answer::{
    Answer, Bounds, Completeness, ContrastFigures, GroupFigures, Measured, Section, Source,
};
use equal_measure::core::dimension::{Contrast, Dimension, Named, Standing, Subject};
use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::group::{Counts, Group, Groups, Kind};
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::interval;
use equal_measure::core::ledger::{Ledger, Reason};
use equal_measure::core::measure::CARDS;
use equal_measure::core::measure::two_groups::{difference, ratio, representation, share_gap};
use equal_measure::core::plan::{Outcome, Plan, Shape, Slope, Switches};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity, Unit};

/// The measures of every section made here: of released parts and of exact counts.
const MEASURES: &[&str] = &[
    "difference",
    "ratio",
    "share-gap",
    "representation",
    "cramers-v",
    "slope-index",
    "relative-index",
];

/// A group's label, standing, events and people.
pub(crate) type Counted = (&'static str, Standing, u32, u32);

pub(crate) const TENTHS: &[Counted] = &[
    ("1 – most deprived", Standing::Known, 3_123, 98_004),
    ("2", Standing::Known, 2_871, 97_311),
    ("3", Standing::Known, 2_702, 96_555),
    ("4", Standing::Known, 2_544, 96_020),
    ("5 – least deprived", Standing::Known, 2_101, 95_873),
    ("Not known", Standing::NotKnown, 311, 9_120),
];

pub(crate) const SMALL: &[Counted] = &[
    ("1 – most deprived", Standing::Known, 41, 312),
    ("2", Standing::Known, 5, 223),
    ("3", Standing::Known, 0, 198),
    ("4", Standing::Known, 12, 6),
    ("5 – least deprived", Standing::Known, 23, 287),
    ("Not known", Standing::NotKnown, 3, 31),
];

pub(crate) const ETHNIC: &[Counted] = &[
    ("White", Standing::Known, 9_012, 310_120),
    ("Asian or Asian British", Standing::Known, 1_702, 41_500),
    ("Black or Black British", Standing::Known, 702, 16_512),
    ("Not stated", Standing::NotStated, 411, 14_233),
];

/// A section of shares, by deprivation unless `ordered` is false.
pub(crate) fn section(polarity: Polarity, ordered: bool, groups: &[Counted]) -> Section {
    let indicator = Indicator {
        id: "waits-over-52".into(),
        name: "People waiting more than 52 weeks".into(),
        verb: "had waited more than 52 weeks".into(),
        population: "people on the waiting list".into(),
        unit: Unit::Percent,
        polarity,
        formula: Formula::ShareOver { weeks: 52.0 },
        definition: "More than 52 whole weeks since referral.".into(),
        ..Indicator::default()
    };
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
    let dimension = Dimension {
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
        groups: groups
            .iter()
            .map(|group| Named {
                label: group.0.into(),
                standing: group.1,
            })
            .collect(),
        assign: BTreeMap::from([("raw text of the file".to_owned(), 0)]),
        edition: ordered.then(|| "IMD 2019".into()),
        reference: (!ordered).then_some(0),
        contrasts: contrasts.clone(),
        notes: Vec::new(),
    };
    build(indicator, dimension, groups, &contrasts)
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

fn build(
    indicator: Indicator,
    dimension: Dimension,
    groups: &[Counted],
    contrasts: &[Contrast],
) -> Section {
    let known = pooled(groups, Standing::is_known);
    let everyone = pooled(groups, |_| true);
    let figures = |label: &str, standing, counts| figures(label, standing, counts, known);
    let each: Vec<GroupFigures> = groups
        .iter()
        .map(|group| figures(group.0, group.1, counts(group)))
        .collect();
    let measured_on = Groups {
        list: groups
            .iter()
            .filter(|group| group.1.is_known() && group.3 > 0 && group.2 <= group.3)
            .map(|group| measured(group.0, counts(group)))
            .collect(),
        ordered: dimension.ordered,
        reference: dimension.reference,
        kind: Kind::Share,
        unit: Unit::Percent,
        polarity: indicator.polarity,
        level: Level::P95,
        seed: 1,
        pair: None,
    };
    let compared: Vec<ContrastFigures> = contrasts
        .iter()
        .map(|contrast| {
            let side = |places: &[usize]| counts(&groups[places[0]]);
            let (a, b) = (
                side(&contrast.worse_off_groups),
                side(&contrast.better_off_groups),
            );
            let without = |c: Counts| Counts {
                events: c.people - c.events,
                people: c.people,
            };
            ContrastFigures {
                contrast: contrast.clone(),
                worse_off: figures(&contrast.worse_off, Standing::Known, a),
                better_off: figures(&contrast.better_off, Standing::Known, b),
                difference: difference::of_shares(a, b, Level::P95),
                ratio: ratio::of_shares(a, b, Level::P95),
                ratio_without: (indicator.polarity == Polarity::MoreIsBetter)
                    .then(|| ratio::of_shares(without(a), without(b), Level::P95)),
            }
        })
        .collect();
    let unknown = everyone.people - known.people;
    let bounds = compared
        .first()
        .filter(|_| unknown > 0.0)
        .and_then(|first| {
            let observed = first.difference.as_ref().ok()?.value();
            Some(Bounds {
                unknown,
                unknown_share: unknown / everyone.people,
                contrast: first.contrast.clone(),
                observed,
                best_case: observed - 0.01,
                worst_case: observed + 0.012_345_678,
            })
        });
    let measures = MEASURES
        .iter()
        .filter_map(|id| CARDS.iter().find(|card| card.id == *id))
        .map(|card| Measured {
            card,
            result: (card.run)(&measured_on),
        })
        .collect();
    Section {
        known: figures("All known groups", Standing::Known, known),
        everyone: figures("Everyone", Standing::Known, everyone),
        indicator,
        dimension,
        groups: each,
        measured_on,
        contrasts: compared,
        measures,
        bounds,
        studies: Vec::new(),
        considered: Vec::new(),
    }
}

fn counts(group: &Counted) -> Counts {
    Counts {
        events: f64::from(group.2),
        people: f64::from(group.3),
    }
}

fn pooled(groups: &[Counted], which: impl Fn(Standing) -> bool) -> Counts {
    let mut sum = Counts {
        events: 0.0,
        people: 0.0,
    };
    for group in groups.iter().filter(|group| which(group.1)) {
        sum.events += f64::from(group.2);
        sum.people += f64::from(group.3);
    }
    sum
}

fn figures(label: &str, standing: Standing, counts: Counts, known: Counts) -> GroupFigures {
    GroupFigures {
        label: label.into(),
        standing,
        counts: Some(counts),
        people: Some(counts.people),
        blank: 4,
        value: interval::wilson(counts.events, counts.people, Level::P95),
        share_gap: share_gap::of(counts, known, Kind::Share, Level::P95),
        representation: representation::of(counts, known, Kind::Share, Level::P95),
    }
}

fn measured(label: &str, counts: Counts) -> Group {
    Group {
        label: label.into(),
        value: counts.events / counts.people,
        interval: None,
        standard_error: None,
        population: Some(counts.people),
        counts: Some(counts),
        values: None,
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
    let counted: Vec<Counted> = groups
        .iter()
        .map(|group| (group.0, Standing::Known, 100, 1_000))
        .collect();
    let mut section = section(indicator.polarity, true, &counted);
    let unit = indicator.unit;
    let set = |figures: &mut GroupFigures, group: &Valued| {
        figures.counts = None;
        figures.people = Some(group.4);
        figures.value = estimate(group.1, group.2, group.3);
        figures.share_gap = Err(Refusal::Missing { what: "counts" });
        figures.representation = Err(Refusal::Missing { what: "counts" });
    };
    for (figures, group) in section.groups.iter_mut().zip(groups) {
        set(figures, group);
    }
    let (first, last) = (&groups[0], &groups[groups.len() - 1]);
    set(&mut section.known, &groups[1]);
    set(&mut section.everyone, &groups[1]);
    for contrast in &mut section.contrasts {
        set(&mut contrast.worse_off, first);
        set(&mut contrast.better_off, last);
        contrast.difference = estimate(first.1 - last.1, first.2 - last.3, first.3 - last.2);
        contrast.ratio = estimate(first.1 / last.1, first.2 / last.3, first.3 / last.2);
        contrast.ratio_without = None;
    }
    section.bounds = None;
    section.measures.clear();
    section.measured_on.kind = Kind::Value;
    section.measured_on.unit = unit;
    section.indicator = indicator;
    section
}

fn estimate(value: f64, lower: f64, upper: f64) -> Result<Estimate, Refusal> {
    Estimate::new(value, Interval::new(lower, upper, Level::P95), "by hand")
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
pub(crate) fn answer(sections: Vec<Section>) -> Answer {
    let mut ledger = Ledger {
        read: 402_118,
        used: 402_003,
        ..Ledger::default()
    };
    for line in [1_234_567, 1_234_568, 1_234_569] {
        ledger.set_aside(Reason::OutcomeBlank, line);
    }
    ledger.read = 402_006;
    let completeness = sections
        .first()
        .map(|section| Completeness {
            dimension: section.dimension.name.clone(),
            everyone: section.everyone.people.unwrap_or(0.0),
            by_standing: section
                .groups
                .iter()
                .filter(|group| group.standing.is_unknown())
                .map(|group| (group.standing, group.people.unwrap_or(0.0)))
                .collect(),
        })
        .into_iter()
        .collect();
    Answer {
        plan: plan(&sections),
        source: source(),
        ledger,
        sections,
        completeness,
    }
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
        sheet: None,
        shape: Shape::Records,
        columns: Vec::new(),
        outcomes: vec![Outcome::Wait {
            column: "weeks".into(),
            days: false,
        }],
        divisions: Vec::new(),
        crossings: Vec::new(),
        filters: Vec::new(),
        indicators: sections
            .iter()
            .map(|section| section.indicator.clone())
            .collect(),
        pairs: Vec::new(),
        switches: Switches::default(),
        measures: Vec::new(),
        slope: Slope::default(),
        level: Level::P95,
        rule: "nhs-england".into(),
        seed: 1,
    }
}
