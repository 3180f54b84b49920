//! Small tables of groups crossed with a second division, put through the whole flow.

use equal_measure::core::analysis::ANALYSES;
use equal_measure::core::answer::{Settled, Source};
use equal_measure::core::histogram::MICRO;
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::plan::{Division, Outcome, Plan, Series, Shape, Stratification, Switches};
use equal_measure::core::stratification::By;
use equal_measure::core::tally::{Cell, Sum, Tally};
use equal_measure::core::units::{Level, Polarity, Unit};
use equal_measure::engine::flow::{self, Shown};
use equal_measure::ingest::reading::Reading;
use equal_measure::nhs;
use equal_measure::release::rule::Rule;
use equal_measure::release::{self, Released};

/// Every kind of second division.
pub(crate) const BYS: [By; 4] = [By::Ages, By::Periods, By::Places, By::Others];

/// Events and people, or people with short waits and people.
pub(crate) type Pair = (u32, u32);

/// What is counted in each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measured {
    /// Shares of people.
    Shares,
    /// Rates by people.
    Rates,
    /// Medians of waits.
    Medians,
}

/// A crossed table: a row for each group, a column for each stratum.
#[derive(Clone, Debug)]
pub(crate) struct Stratified {
    pub(crate) by: By,
    pub(crate) measured: Measured,
    pub(crate) cells: Vec<Vec<Pair>>,
    /// People of unknown group.
    pub(crate) unknown: Vec<Pair>,
}

/// Texts of the second division.
const fn texts(by: By) -> [&'static str; 6] {
    match by {
        By::Ages => ["0-39", "40-49", "50-59", "60-69", "70-79", "80+"],
        By::Periods => [
            "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24",
        ],
        By::Places => ["RAA", "RBB", "RCC", "RDD", "REE", "RFF"],
        By::Others => ["Amber", "Blue", "Green", "Grey", "Red", "White"],
    }
}

const fn scheme(by: By) -> &'static str {
    match by {
        By::Ages => "age",
        By::Periods => "period",
        By::Places => "organisation",
        By::Others => "plain",
    }
}

fn division(id: &str, scheme: &str) -> Division {
    Division {
        id: id.into(),
        column: id.into(),
        only: None,
        scheme: scheme.into(),
    }
}

/// Two fifths in three ages: nothing small.
pub(crate) fn by_age() -> Stratified {
    Stratified {
        by: By::Ages,
        measured: Measured::Shares,
        cells: vec![
            vec![(41, 312), (23, 287), (57, 211)],
            vec![(22, 301), (31, 298), (33, 240)],
        ],
        unknown: Vec::new(),
    }
}

impl Stratified {
    /// The question: every analysis there is.
    pub(crate) fn plan(&self) -> Plan {
        let series = |name: &str| Series {
            name: name.into(),
            column: name.into(),
            only: None,
        };
        let (formula, unit) = match self.measured {
            Measured::Shares => (
                Formula::Share {
                    numerator: vec![0],
                    denominator: vec![1],
                    less: Vec::new(),
                },
                Unit::Percent,
            ),
            Measured::Rates => (
                Formula::Rate {
                    numerator: vec![0],
                    denominator: vec![1],
                },
                Unit::Per(1_000),
            ),
            Measured::Medians => (Formula::Median, Unit::Weeks),
        };
        let waits = self.measured == Measured::Medians;
        Plan {
            sheet: None,
            shape: if waits { Shape::Records } else { Shape::Counts },
            columns: Vec::new(),
            joins: Vec::new(),
            outcomes: vec![if waits {
                Outcome::Wait {
                    column: "Weeks".into(),
                    days: false,
                }
            } else {
                Outcome::Sums(vec![series("Events"), series("People")])
            }],
            divisions: vec![division("IMD quintile", "imd-fifth")],
            stratifications: vec![Stratification {
                by: vec![division("Second", scheme(self.by))],
            }],
            filters: Vec::new(),
            indicators: vec![Indicator {
                id: "outcome".into(),
                name: "People with the outcome".into(),
                verb: "had the outcome".into(),
                population: "people".into(),
                unit,
                polarity: Polarity::MoreIsWorse,
                formula,
                definition: "An outcome.".into(),
                ..Indicator::default()
            }],
            pairs: Vec::new(),
            switches: Switches::default(),
            slope: equal_measure::core::plan::Slope::Linear,
            measures: ANALYSES
                .iter()
                .map(|analysis| analysis.card.id.to_owned())
                .collect(),
            level: Level::P95,
            rule: "nhs-england".into(),
            seed: 1,
        }
    }

    /// What would be read of the file.
    pub(crate) fn reading(&self) -> Reading {
        let mut reading = Reading::default();
        // The first and the last fifth are always there: they are the two sides.
        let groups: &[&str] = match self.cells.len() {
            2 => &["1", "5"],
            3 => &["1", "3", "5"],
            4 => &["1", "2", "4", "5"],
            _ => &["1", "2", "3", "4", "5"],
        };
        let known = groups.iter().copied().zip(&self.cells);
        let unknown = [("", &self.unknown)].into_iter();
        for (group, row) in known.chain(unknown) {
            for (text, &pair) in texts(self.by).into_iter().zip(row) {
                if pair.1 > 0 {
                    self.add(&mut reading.tally, group, text, pair);
                }
            }
        }
        let rows = reading
            .tally
            .cuts
            .values()
            .flat_map(|cut| cut.cells.values());
        let rows: u64 = rows.map(|cell| cell.rows).sum();
        reading.ledger.read = rows / 3;
        reading.ledger.used = rows / 3;
        reading
    }

    fn add(&self, tally: &mut Tally, group: &str, text: &str, (events, people): Pair) {
        let mut cell = Cell::default();
        if self.measured == Measured::Medians {
            cell.rows = u64::from(people);
            cell.outcome_mut(0).values.add_whole(12, u64::from(events));
            cell.outcome_mut(0)
                .values
                .add_whole(40, u64::from(people - events));
        } else {
            cell.rows = 1;
            cell.outcome_mut(0).sums = [events, people]
                .map(|count| Sum::of_micro(i128::from(count) * i128::from(MICRO)))
                .to_vec();
        }
        for key in [
            &["IMD quintile"][..],
            &["Second"],
            &["IMD quintile", "Second"],
        ] {
            let texts = key.iter().map(|column| match *column {
                "Second" => text.to_owned(),
                _ => group.to_owned(),
            });
            let columns = key.iter().map(|column| (*column).to_owned()).collect();
            tally.cut(columns).cell(texts.collect()).merge(&cell);
        }
    }

    /// The tables under a rule.
    pub(crate) fn released(&self, rule: &'static Rule) -> Released {
        let (plan, reading) = (self.plan(), self.reading());
        let texts = |id: &str| {
            let cut = reading.tally.cuts.get(&vec![id.to_owned()]);
            let keys = cut.into_iter().flat_map(|cut| cut.cells.keys());
            keys.map(|key| key[0].as_str()).collect::<Vec<&str>>()
        };
        let divisions = plan.divisions.iter();
        let stratifications = plan.stratifications.iter();
        let settled = Settled {
            dimensions: divisions
                .map(|by| nhs::dimension(by, &texts(&by.id), &plan.switches))
                .collect(),
            seconds: stratifications
                .map(|stratification| nhs::second(stratification, texts, &plan.switches))
                .collect(),
            counted: Vec::new(),
        };
        release::release(&plan, &reading.tally, &reading.ledger, &settled, rule, &[])
    }

    /// What is shown under a rule.
    pub(crate) fn show(&self, rule: &str) -> Shown {
        let mut plan = self.plan();
        plan.rule = rule.into();
        flow::show(&plan, &self.reading(), &source())
    }
}

fn source() -> Source {
    Source {
        file: "crossed.csv".into(),
        ..Source::default()
    }
}
