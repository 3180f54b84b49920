//! Studies: what takes more than one figure to say. A curve, a trend, a standardised comparison, a
//! decomposition.
//!
//! A study is a function from [`Evidence`] to [`Findings`], with its text. It is one file here and one
//! line in [`STUDIES`].

pub mod evidence;
pub mod findings;
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

use super::crossing::By;
use super::lesson;
use super::measure::Basis;
use super::refusal::Refusal;
pub use evidence::{Crossed, Evidence, Sides};
pub use findings::{Column, Drawn, Entry, Findings, Found, Row, Rows};
pub use note::Note;
pub use quantity::{Life, Part, Quantity, Series, Setting};
pub use table::{Caption, ColumnKind, End, Of, Pair, RowName};
pub use verdict::{Fifth, Verdict};

/// What a study is made from.
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

/// A study and what the screen and the report say of it.
#[derive(Debug)]
pub struct Study {
    /// A stable id: `standardised-rate`. Measures and studies share one list of ids.
    pub id: &'static str,
    /// The English name: "Rate if all groups had the same ages".
    pub name: &'static str,
    /// What it is made from.
    pub needs: Needs,
    /// What it is made from under a disclosure rule; always released counts. [`Basis::Parts`]: strata with
    /// a hidden count are left out. [`Basis::Exact`]: every stratum takes part, hidden counts filled in
    /// from released totals, with no more digits than the interval carries. [`Basis::Values`]: each
    /// person's value.
    pub basis: Basis,
    /// Whose people decide the decimals of what it says of one stratum.
    pub people: People,
    /// Whether it is shown wherever its needs are met, unless the plan names others.
    pub recommended: bool,
    /// Whether it is of use for this evidence (deaths, counts): where not, it is shown only when asked
    /// for, and says what it would need.
    pub fits: fn(&Evidence) -> bool,
    /// Whether it says the same by every dimension, so that it is shown by the first alone.
    pub once: bool,
    /// The leading `//!` block of the file that holds its method, the worked example left out.
    pub text: &'static str,
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
    &gap_over_time::STUDY,
    &recovery::STUDY,
    &control_chart::STUDY,
    &days_to_reach::STUDY,
    &funnel::STUDY,
    &funnel_widened::STUDY,
    &place_quantiles::STUDY,
    &between_and_within::STUDY,
    &gaps_by_place::STUDY,
    &concentration_curve::STUDY,
    &lorenz_curve::STUDY,
    &waits_by_threshold::STUDY,
    &contribution::STUDY,
    &unknown_groups::STUDY,
    &many_comparisons::STUDY,
    &concentration_parts::STUDY,
    &healthy_life_expectancy::STUDY,
];

/// The study of an id.
pub fn find(id: &str) -> Option<&'static Study> {
    STUDIES.iter().copied().find(|study| study.id == id)
}

/// For studies that are of use wherever their needs are met.
fn anything(_: &Evidence) -> bool {
    true
}

impl Study {
    /// Whether it is shown for this evidence when the plan names no measures. Asked for by name, it is
    /// run in any case, and says what it would need.
    pub fn is_shown_unasked(&self, evidence: &Evidence) -> bool {
        self.recommended && (self.fits)(evidence)
    }

    /// How to look at what it shows, in a plain sentence or two.
    ///
    /// ```
    /// use equal_measure::core::study::STUDIES;
    /// assert!(STUDIES.iter().all(|study| study.in_plain_words().ends_with('.')));
    /// ```
    pub fn in_plain_words(&self) -> String {
        lesson::in_plain_words(self.text)
    }

    /// The method text without its worked example and what it says in plain words, as Markdown.
    pub fn lesson(&self) -> String {
        lesson::markdown(self.text)
    }
}
