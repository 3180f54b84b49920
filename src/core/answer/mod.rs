//! All estimates, measures and quality findings for a plan and a tally, before protection.
//!
//! An Answer holds exact counts. It is not serialisable and no exporter takes it: see `release`.

mod advice;
mod build;
mod figures;
mod pair;
mod settle;
mod studied;

pub use advice::{form_of, in_form, reason, recommended};
pub use build::answer;
pub use figures::{compare, figures_of, kind_of};

use super::crossing::{By, Second};
use super::dimension::{Contrast, Dimension, Standing};
use super::estimate::Estimate;
use super::group::{Counts, Groups};
use super::indicator::{Counted, Indicator};
use super::ledger::Ledger;
use super::measure::Card;
use super::plan::Plan;
use super::refusal::Refusal;
use super::study::{Evidence, Findings, Study};

/// The plan's divisions and crossings, settled: the texts of the file are known to their groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The divisions, in the plan's order.
    pub dimensions: Vec<Dimension>,
    /// The crossings, in the plan's order.
    pub seconds: Vec<Second>,
    /// Whom each of the plan's indicators counts.
    pub counted: Vec<Counted>,
}

/// What is known of the file, printed with every figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The file's name.
    pub file: String,
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The title the file gives itself.
    pub title: Option<String>,
    /// The period the file says it covers.
    pub period: Option<String>,
    /// Who or what is counted, as the file says.
    pub population: Option<String>,
    /// The publisher or source the file names.
    pub publisher: Option<String>,
    /// The date of publication the file names.
    pub published: Option<String>,
    /// Why the figures look already protected by their publisher, where they do.
    pub protected: Option<String>,
    /// Sentences about the reading that belong with every figure (encoding, stray columns).
    pub notes: Vec<String>,
}

/// One group's figures for one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFigures {
    /// The group's name as shown.
    pub label: String,
    /// How the group stands.
    pub standing: Standing,
    /// Events and people, where the indicator is made from them.
    pub counts: Option<Counts>,
    /// People (records, or the denominator) in the group, whatever the indicator.
    pub people: Option<f64>,
    /// Records of the group without a usable outcome.
    pub blank: u64,
    /// The value with its interval.
    pub value: Result<Estimate, Refusal>,
    /// The group's share of all events less its share of all people (known groups), −1 to 1.
    pub share_gap: Result<Estimate, Refusal>,
    /// The group's share of all events over its share of all people (known groups).
    pub representation: Result<Estimate, Refusal>,
}

/// Two sides set against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastFigures {
    /// What is set against what.
    pub contrast: Contrast,
    /// The disadvantaged side, pooled.
    pub worse_off: GroupFigures,
    /// The other side, pooled.
    pub better_off: GroupFigures,
    /// Worse-off value less better-off value, in the raw direction of the value.
    pub difference: Result<Estimate, Refusal>,
    /// Worse-off value over better-off value.
    pub ratio: Result<Estimate, Refusal>,
    /// Where more is better: the ratio of those without (the unvaccinated), worse-off over better-off.
    pub ratio_without: Option<Result<Estimate, Refusal>>,
}

/// Between what the gap must lie, however the people of unknown group are shared out among the groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds {
    /// People whose group is unknown, and their share (0 to 1) of everyone.
    pub unknown: f64,
    /// Their share of everyone, 0 to 1.
    pub unknown_share: f64,
    /// The contrast that is bounded.
    pub contrast: Contrast,
    /// The difference as it stands, known groups only.
    pub observed: f64,
    /// The difference least against the disadvantaged that some assignment of the unknown gives.
    pub best_case: f64,
    /// The difference most against the disadvantaged that some assignment of the unknown gives.
    pub worst_case: f64,
}

/// A measure and its result.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The measure.
    pub card: &'static Card,
    /// Its estimate, or why there is none.
    pub result: Result<Estimate, Refusal>,
}

/// A study, what it saw, and what it found.
#[derive(Clone, Debug)]
pub struct Studied {
    /// The study.
    pub study: &'static Study,
    /// What the groups were divided by a second time, where they were.
    pub by: Option<By>,
    /// What it saw.
    pub evidence: Evidence,
    /// What it found, or why nothing.
    pub result: Result<Findings, Refusal>,
}

/// A study that might be asked for.
#[derive(Clone, Debug)]
pub struct Considered {
    /// The study.
    pub study: &'static Study,
    /// Whether it is shown here when the plan names no measures.
    pub recommended: bool,
    /// Why it cannot be made here, where its needs are not met. One that the groups are enough for is tried
    /// where the plan does not ask for it; no other is.
    pub tried: Result<Option<Studied>, Refusal>,
}

/// How complete one dimension is.
#[derive(Clone, Debug, PartialEq)]
pub struct Completeness {
    /// The dimension's name.
    pub dimension: String,
    /// Everyone counted in it.
    pub everyone: f64,
    /// How many of them stand how, in the order of [`Standing`].
    pub by_standing: Vec<(Standing, f64)>,
}

/// One indicator by one dimension.
#[derive(Clone, Debug)]
pub struct Section {
    /// What is measured.
    pub indicator: Indicator,
    /// What people are divided by.
    pub dimension: Dimension,
    /// The groups in the dimension's order, known ones first; no totals.
    pub groups: Vec<GroupFigures>,
    /// All known groups pooled.
    pub known: GroupFigures,
    /// Everyone, unknown groups too.
    pub everyone: GroupFigures,
    /// The known groups with a value, as measures see them.
    pub measured_on: Groups,
    /// Two sides set against each other, in the dimension's order.
    pub contrasts: Vec<ContrastFigures>,
    /// Measures over all groups.
    pub measures: Vec<Measured>,
    /// What unknown groups could do, where there are any and the indicator is a share.
    pub bounds: Option<Bounds>,
    /// What takes more than one figure to say.
    pub studies: Vec<Studied>,
    /// Every study that this section could show.
    pub considered: Vec<Considered>,
}

/// All that the plan asked, before protection.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question.
    pub plan: Plan,
    /// The file.
    pub source: Source,
    /// The account of rows.
    pub ledger: Ledger,
    /// One for each indicator and dimension: all dimensions of the first indicator, then the second.
    pub sections: Vec<Section>,
    /// How complete each dimension is.
    pub completeness: Vec<Completeness>,
}
