//! Studies: what takes more than one figure to say. A curve, a trend, a standardised comparison, a
//! decomposition.
//!
//! A study is a function from [`Evidence`] to [`Findings`], with its text. It is one file here and one
//! line in [`STUDIES`].

pub mod evidence;
pub mod findings;
mod adjusted_gap;
mod bands;
mod healthy_life_expectancy;
mod life;
mod life_expectancy;
mod life_gap_by_age;
mod pooled_gap;
mod rate_and_composition;
mod standardised_rate;
mod standardised_ratio;
mod strata;

use super::crossing::By;
use super::measure::Basis;
use super::refusal::Refusal;
pub use evidence::{Crossed, Evidence, Sides};
pub use findings::{Column, Drawn, Entry, Findings, Found, Row, Rows};

/// What a study is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A study and what the screen and the report say of it.
#[derive(Debug)]
pub struct Study {
    /// A stable id: `standardised-rate`. Measures and studies share one list of ids.
    pub id: &'static str,
    /// The English name: "Rate if all groups had the same ages".
    pub name: &'static str,
    /// What it is made from.
    pub needs: Needs,
    /// What it is made from under a disclosure rule.
    pub basis: Basis,
    /// Whether it is shown wherever its needs are met, unless the plan names others.
    pub recommended: bool,
    /// Whether it says the same by every dimension, so that it is shown by the first alone.
    pub once: bool,
    /// The study's own file; its leading `//!` block is the method text.
    pub source: &'static str,
    /// The function.
    pub run: fn(&Evidence) -> Result<Findings, Refusal>,
}

/// Every study, in the order of showing.
pub const STUDIES: &[&Study] = &[
    &standardised_rate::STUDY,
    &pooled_gap::STUDY,
    &life_expectancy::STUDY,
    &standardised_ratio::STUDY,
    &adjusted_gap::STUDY,
    &rate_and_composition::STUDY,
    &life_gap_by_age::STUDY,
    &healthy_life_expectancy::STUDY,
];

/// Whether evidence is worth a study that nobody asked for.
type IsApt = fn(&Evidence) -> bool;

/// Recommended studies that are shown unasked for some evidence alone.
const APT: &[(&Study, IsApt)] = &[
    (&standardised_rate::STUDY, strata::is_counted),
    (&pooled_gap::STUDY, pooled_gap::is_apt),
    (&life_expectancy::STUDY, life::is_of_deaths),
];

impl Study {
    /// Whether it is shown for this evidence when the plan names no measures. Asked for by name, it is
    /// run in any case, and says what it would need.
    pub fn is_shown_unasked(&self, evidence: &Evidence) -> bool {
        let mut own = APT.iter().filter(|(study, _)| study.id == self.id);
        self.recommended && own.all(|(_, is_apt)| is_apt(evidence))
    }

    /// The method text without its worked example, as Markdown.
    pub fn lesson(&self) -> String {
        super::measure::lesson(self.source)
    }
}
