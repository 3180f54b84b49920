//! Studies: what takes more than one figure to say. A curve, a trend, a standardised comparison, a
//! decomposition.
//!
//! A study is a function from [`Inputs`] to [`Results`], with its text. It is one file here and one
//! line in [`ANALYSES`].

pub mod inputs;
pub mod results;
pub mod quantity;
pub mod table;
pub mod verdict;
pub mod note;
mod adjusted_gap;
mod bands;
mod healthy_life_expectancy;
mod life;
mod life_expectancy;
mod life_gap_by_age;
mod rate_and_composition;
mod standardised_rate;
mod standardised_ratio;
mod strata;
mod form;
mod compare;
mod series;
mod pooled_gap;
mod gap_over_time;
mod recovery;
pub mod control_chart;
pub mod days_to_reach;
mod places;
mod chance;
mod funnel;
mod funnel_widened;
mod place_quantiles;
pub mod between_and_within;
mod gaps_by_place;
mod many_comparisons;
mod curve;
pub mod concentration_curve;
pub mod lorenz_curve;
mod waits_by_threshold;
pub mod contribution;
mod unknown_groups;
pub mod concentration_parts;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::card::{Basis, Card};
use super::refusal::Refusal;
use super::stratification::By;
pub use inputs::{Inputs, Sides, Stratified};
pub use note::Note;
pub use quantity::{Life, Part, Quantity, Series, Setting};
pub use results::{Column, Drawn, Entry, Found, Results, Row, Rows};
pub use table::{Caption, ColumnKind, End, Of, Pair, RowName};
pub use verdict::{Fifth, Verdict};

/// What an analysis is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// The groups alone.
    Groups,
    /// Groups crossed with ages.
    Ages,
    /// Groups crossed with periods.
    Periods,
    /// Groups crossed with organisations or areas.
    Places,
    /// Groups crossed with anything but periods.
    Strata,
}

impl Needs {
    /// What the groups must be divided by, in words; empty where they are enough.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Groups => "",
            Self::Ages => "ages",
            Self::Periods => "months or other periods",
            Self::Places => "organisations or areas",
            Self::Strata => "ages, or of anything else that people differ in",
        }
    }

    /// Whether a second division of this kind serves; none serves where the groups are enough.
    pub fn met_by(self, by: By) -> bool {
        match self {
            Self::Groups => false,
            Self::Ages => by == By::Ages,
            Self::Periods => by == By::Periods,
            Self::Places => by == By::Places,
            Self::Strata => by != By::Periods,
        }
    }
}

/// Whose number of people stands behind a figure of one stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Each group's.
    Groups,
    /// The two sides' that are set against each other.
    Sides,
    /// Everyone's.
    Everyone,
}

/// A method that takes more than one figure to say what it finds.
#[derive(Clone, Copy, Debug)]
pub struct Analysis {
    /// What every method says of itself.
    pub card: Card,
    /// What it is made from.
    pub needs: Needs,
    /// Whose people decide the decimals of what it says of one stratum.
    pub people: People,
    /// Whether it is shown for this evidence when the plan names no methods. Asked for by name, it is run
    /// in any case, and says what it would need.
    pub unasked: fn(&Inputs) -> bool,
    /// Whether it says the same by every dimension, so that it is shown by the first alone.
    pub once: bool,
    /// The function.
    pub run: Run,
}

/// From evidence to findings, or the reason there are none.
type Run = fn(&Inputs) -> Result<Results, Refusal>;

/// Every analysis, in the order of showing.
pub const ANALYSES: &[&Analysis] = &[
    &standardised_rate::ANALYSIS,
    &pooled_gap::ANALYSIS,
    &life_expectancy::ANALYSIS,
    &standardised_ratio::ANALYSIS,
    &adjusted_gap::ANALYSIS,
    &rate_and_composition::ANALYSIS,
    &life_gap_by_age::ANALYSIS,
    &gap_over_time::ANALYSIS,
    &recovery::ANALYSIS,
    &control_chart::ANALYSIS,
    &days_to_reach::ANALYSIS,
    &funnel::ANALYSIS,
    &funnel_widened::ANALYSIS,
    &place_quantiles::ANALYSIS,
    &between_and_within::ANALYSIS,
    &gaps_by_place::ANALYSIS,
    &concentration_curve::ANALYSIS,
    &lorenz_curve::ANALYSIS,
    &waits_by_threshold::ANALYSIS,
    &contribution::ANALYSIS,
    &unknown_groups::ANALYSIS,
    &many_comparisons::ANALYSIS,
    &concentration_parts::ANALYSIS,
    &healthy_life_expectancy::ANALYSIS,
];

/// The analysis of an id.
pub fn find(id: &str) -> Option<&'static Analysis> {
    ANALYSES
        .iter()
        .copied()
        .find(|analysis| analysis.card.id == id)
}

/// By its id.
impl Serialize for Analysis {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.card.id)
    }
}

impl<'de> Deserialize<'de> for &'static Analysis {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        find(&id).ok_or_else(|| D::Error::custom("a study that this program does not have"))
    }
}

impl Analysis {
    /// An analysis that is shown only when it is asked for, by every dimension; made from parts, where each
    /// group's people decide the decimals. Its name and text are still to be given.
    pub const fn of(needs: Needs, run: Run) -> Self {
        Self {
            card: Card::new(Basis::Parts),
            needs,
            people: People::Groups,
            unasked: |_| false,
            once: false,
            run,
        }
    }

    /// Its id and its English name.
    #[must_use]
    pub const fn named(mut self, id: &'static str, name: &'static str) -> Self {
        (self.card.id, self.card.name) = (id, name);
        self
    }

    /// The method text.
    #[must_use]
    pub const fn text(mut self, text: &'static str) -> Self {
        self.card.text = text;
        self
    }

    /// What it is made from under a disclosure rule.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.card.basis = basis;
        self
    }

    const fn people(mut self, people: People) -> Self {
        self.people = people;
        self
    }

    const fn unasked(mut self, unasked: fn(&Inputs) -> bool) -> Self {
        self.unasked = unasked;
        self
    }

    const fn once(mut self) -> Self {
        self.once = true;
        self
    }
}
