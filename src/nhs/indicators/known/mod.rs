//! Known indicators: literals, one a file, and the registry of them.
//!
//! A literal says what is counted, by which rule, towards which targets, and which columns give it. Where a
//! file has such columns the app proposes it; a recipe can name one.

mod appointments_missed;
mod asthma_relievers;
mod hypertension_treated;
mod outpatient_missed;
mod preterm_births;
mod restrictive_interventions;
mod rtt_18_weeks;
mod smi_six_checks;
mod talking_therapies_recovery;

use crate::core::criterion::{Code, Criterion, List, Text};
use crate::core::indicator::{Formula, Indicator};
use crate::core::plan::{Answers, Outcome, Role, Series};
use crate::core::target::{Among, PartOf, Tag, Target};
use crate::core::units::{Polarity, Unit};

/// Every known indicator.
pub const KNOWN: &[&Known] = &[
    &smi_six_checks::SMI_SIX_CHECKS,
    &outpatient_missed::OUTPATIENT_MISSED,
    &appointments_missed::APPOINTMENTS_MISSED,
    &talking_therapies_recovery::TALKING_THERAPIES_RECOVERY,
    &restrictive_interventions::RESTRICTIVE_INTERVENTIONS,
    &asthma_relievers::ASTHMA_RELIEVERS,
    &preterm_births::PRETERM_BIRTHS,
    &hypertension_treated::HYPERTENSION_TREATED,
    &rtt_18_weeks::WITHIN,
    &rtt_18_weeks::OVER,
];

/// A known indicator.
#[derive(Debug)]
pub struct Known {
    /// Its id, as recipes name it.
    pub id: &'static str,
    /// Its name as a noun phrase.
    pub name: &'static str,
    /// What it says of a group, as [`Indicator::verb`].
    pub verb: &'static str,
    /// Who is counted in the denominator.
    pub population: &'static str,
    /// The unit of the value.
    pub unit: Unit,
    /// Whether more is better.
    pub polarity: Polarity,
    /// What it counts exactly, and where that is set down.
    pub definition: &'static str,
    /// What it is aimed at.
    pub targets: &'static [Target],
    /// What it is about.
    pub tags: &'static [Tag],
    /// The layouts that give it; none where the app makes it from waits or other columns under this id.
    pub layouts: &'static [Layout],
}

/// Columns that give an indicator, and how.
#[derive(Debug)]
pub struct Layout {
    /// The columns, each with a key by which the making names it.
    pub columns: &'static [Pattern],
    /// How it is made.
    pub made: Made,
}

/// How an indicator is made from columns, by their keys.
#[derive(Debug)]
pub enum Made {
    /// The share of records that pass a test.
    Records {
        /// The rows that are yes.
        counts: Criterion,
        /// The rows that it is about; all where it is `None`.
        among: Option<Criterion>,
        /// Columns whose own yes is part of its yes: all six checks of each.
        part_of: &'static [&'static str],
    },
    /// Counts divided by counts.
    Counts {
        /// Those added for the numerator.
        numerator: &'static [&'static str],
        /// Those added for the denominator.
        denominator: &'static [&'static str],
        /// Those taken from it.
        less: &'static [&'static str],
    },
    /// Amounts of records divided by amounts: incidents by days in bed.
    Amounts {
        /// Those added for the numerator.
        numerator: &'static [&'static str],
        /// Those added for the denominator.
        denominator: &'static [&'static str],
    },
}

/// What tells a column.
#[derive(Debug)]
pub struct Pattern {
    /// Its key within the indicator.
    pub key: &'static str,
    /// Words of its name, all of one of these lists (lower case, with single spaces).
    pub words: &'static [&'static str],
    /// What it must hold.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// These codes and no others, at least two of them.
    Codes(&'static [&'static str]),
    /// Yes and no.
    Answers,
    /// Counts of people: the numerator or the denominator.
    Counts(Role),
    /// A number of each record.
    Amounts,
    /// A number of each record that lies between these, ends included.
    Within(i64, i64),
    /// Ages in years: the column divides people too.
    Ages,
}

impl Pattern {
    /// Whether a column may be the one, by the plain words of its name.
    pub fn is_named(&self, said: &str) -> bool {
        let has = |word: &str| said.split(' ').any(|other| other == word);
        self.words.iter().any(|list| list.split(' ').all(has))
    }

    /// What the column is for in a plan.
    pub const fn role(&self) -> Role {
        match self.holds {
            Holds::Codes(_) | Holds::Answers => Role::YesNo,
            Holds::Counts(role) => role,
            Holds::Amounts | Holds::Within(..) => Role::Number,
            Holds::Ages => Role::Dimension,
        }
    }
}

impl Layout {
    /// The outcome read from the columns that `name` gives for the keys.
    pub fn outcome(&self, name: &impl Fn(&str) -> String) -> Outcome {
        match &self.made {
            Made::Records { counts, among, .. } => Outcome::Rule {
                counts: counts.in_columns(name),
                among: among.as_ref().map(|among| among.in_columns(name)),
            },
            Made::Counts {
                numerator,
                denominator,
                less,
            } => sums(&[numerator, denominator, less], name),
            Made::Amounts {
                numerator,
                denominator,
            } => sums(&[numerator, denominator], name),
        }
    }

    /// How the value is made from that outcome.
    pub fn formula(&self) -> Formula {
        match &self.made {
            Made::Records { .. } => Formula::ShareYes,
            Made::Counts {
                numerator,
                denominator,
                less,
            } => {
                let [first, second] = [numerator.len(), numerator.len() + denominator.len()];
                Formula::Share {
                    numerator: (0..first).collect(),
                    denominator: (first..second).collect(),
                    less: (second..second + less.len()).collect(),
                }
            }
            Made::Amounts {
                numerator,
                denominator,
            } => Formula::Rate {
                numerator: (0..numerator.len()).collect(),
                denominator: (numerator.len()..numerator.len() + denominator.len()).collect(),
            },
        }
    }

    /// The indicators of the plan that all of this one's people are part of: those of yes or no of the columns
    /// that the literal names.
    pub fn part_of(
        &self,
        name: &impl Fn(&str) -> String,
        outcomes: &[Outcome],
        indicators: &[Indicator],
    ) -> Vec<PartOf> {
        let Made::Records { part_of, .. } = &self.made else {
            return Vec::new();
        };
        let names: Vec<String> = part_of.iter().map(|key| name(key)).collect();
        let of_one = |indicator: &&Indicator| {
            let outcome = outcomes.get(indicator.outcome);
            matches!(outcome, Some(Outcome::YesNo { column, .. }) if names.contains(column))
        };
        let wider = indicators.iter().filter(of_one);
        wider
            .map(|indicator| PartOf {
                indicator: indicator.id.clone(),
                among: Among::Counted,
            })
            .collect()
    }

    /// Whether a column is read for this indicator alone: its codes would say nothing by themselves.
    pub fn takes(&self, pattern: &Pattern) -> bool {
        !matches!(pattern.holds, Holds::Answers | Holds::Ages)
    }
}

impl Known {
    /// The indicator made by one of its layouts from the outcome at a place of the plan.
    pub fn indicator(&self, layout: &Layout, outcome: usize) -> Indicator {
        Indicator {
            unit: self.unit,
            outcome,
            formula: layout.formula(),
            ..self.named(Indicator::default())
        }
    }

    /// An indicator that the app has made from a file's columns, with what is known of it.
    #[must_use]
    pub fn named(&self, made: Indicator) -> Indicator {
        Indicator {
            id: self.id.to_owned(),
            name: self.name.to_owned(),
            verb: self.verb.to_owned(),
            population: self.population.to_owned(),
            polarity: self.polarity,
            definition: self.definition.to_owned(),
            targets: self.targets.to_vec(),
            tags: self.tags.to_vec(),
            ..made
        }
    }
}

/// Sums of the columns that `name` gives for several lists of keys, one list after the other.
fn sums(keys: &[&[&str]], name: &impl Fn(&str) -> String) -> Outcome {
    let series = keys.iter().copied().flatten().map(|key| Series {
        name: name(key),
        column: name(key),
        only: None,
    });
    Outcome::Sums(series.collect())
}

/// The known indicator with an id.
pub fn find(id: &str) -> Option<&'static Known> {
    KNOWN.iter().copied().find(|known| known.id == id)
}

/// What is known of an indicator that the app made from waits: its targets, and what it is about.
#[must_use]
pub fn aimed(made: Indicator) -> Indicator {
    match find(&made.id).filter(|known| known.layouts.is_empty()) {
        Some(known) => Indicator {
            targets: known.targets.to_vec(),
            tags: known.tags.to_vec(),
            ..made
        },
        None => made,
    }
}

/// Codes of a literal.
const fn codes(
    column: &'static str,
    yes: &'static [Code],
    no: &'static [Code],
    aside: &'static [Code],
) -> Criterion {
    Criterion::Codes {
        column: Text::Borrowed(column),
        yes: List::Borrowed(yes),
        no: List::Borrowed(no),
        aside: List::Borrowed(aside),
    }
}

/// At least so much, of a literal.
const fn at_least(column: &'static str, least: f64) -> Criterion {
    Criterion::Number {
        column: Text::Borrowed(column),
        least: Some(least),
        most: None,
    }
}

/// At most so much, of a literal.
const fn at_most(column: &'static str, most: f64) -> Criterion {
    Criterion::Number {
        column: Text::Borrowed(column),
        least: None,
        most: Some(most),
    }
}

/// So much and no other number, of a literal.
const fn only(column: &'static str, number: f64) -> Criterion {
    Criterion::Number {
        column: Text::Borrowed(column),
        least: Some(number),
        most: Some(number),
    }
}

/// None of several tests, of a literal.
const fn none_of(tests: &'static [Criterion]) -> Criterion {
    Criterion::NoneOf(List::Borrowed(tests))
}

/// A column of numbers between two, ends included.
const fn within(
    key: &'static str,
    (low, high): (i64, i64),
    words: &'static [&'static str],
) -> Pattern {
    Pattern {
        key,
        words,
        holds: Holds::Within(low, high),
    }
}

/// A column of ages in years.
const fn ages(key: &'static str) -> Pattern {
    Pattern {
        key,
        words: &["age"],
        holds: Holds::Ages,
    }
}

/// One code of a literal.
const fn is(code: &'static str) -> Code {
    Code::Is(Text::Borrowed(code))
}

/// A yes or no of a literal.
const fn marked(column: &'static str) -> Criterion {
    Criterion::Marked {
        column: Text::Borrowed(column),
        answers: Answers::Marks,
    }
}

/// A target of a literal.
const fn target(value: f64, year: &'static str, source: &'static str) -> Target {
    Target {
        value,
        year: Text::Borrowed(year),
        source: Text::Borrowed(source),
    }
}
