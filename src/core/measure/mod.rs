//! The measures: each a function from groups to an Estimate or a Refusal, with its card.
//!
//! A measure is one file here and one line in [`CARDS`]. Its file opens with the text that the screen
//! and the report show.

pub mod sample;
pub mod standard_error;
pub mod two_groups;
pub mod ordered;
pub mod all_groups;
pub mod waits;
pub mod time;
pub mod why;
pub mod unknown;

use super::estimate::Estimate;
use super::group::Groups;
use super::lesson;
use super::refusal::Refusal;
use super::units::Unit;

/// Whether a measure sets two groups against each other or takes all of them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complexity {
    /// Two groups.
    Simple,
    /// All groups.
    Complex,
}

/// Whether a measure is in the unit of the value or a proportion of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// In the unit of the value.
    Absolute,
    /// Relative to the average or to another group.
    Relative,
}

/// Which groups a measure is defined for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordering {
    /// Groups with an order.
    Ordered,
    /// Groups without one (ordered ones may be given; the order is not used).
    Unordered,
}

/// What the figure is made from when a disclosure rule hides or rounds counts. Counts are the released ones
/// in every case: no figure of counts is made from exact ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// With the decimals that the rule gives a percentage of the released counts. A hidden count hides the
    /// measure; of a study, it leaves out the stratum that it is in.
    Parts,
    /// With no more digits than its interval carries. A hidden count hides the measure. A study that needs
    /// every stratum has hidden counts filled in from released totals; what it says of one stratum with a
    /// hidden count, or of a line that is mostly filled in, is hidden.
    Exact,
    /// From the value of each person, never from counts of events: hidden when a side has few people.
    Values,
}

/// The unit of a measure's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureUnit {
    /// The unit of the groups' values.
    Same,
    /// The unit of a difference of the groups' values.
    Difference,
    /// A unit of its own.
    Own(Unit),
}

/// The value that means no inequality.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Null {
    /// Equality is at this value.
    At(f64),
    /// The measure is not one of inequality (a rate, a median).
    None,
}

/// Everything the screen and the report say about a measure.
#[derive(Debug)]
pub struct Card {
    /// A stable id: `slope-index`.
    pub id: &'static str,
    /// The English name, with the form where there are several: "Slope index of inequality (linear)".
    pub name: &'static str,
    /// Two groups or all.
    pub complexity: Complexity,
    /// Absolute or relative.
    pub scale: Scale,
    /// Ordered groups or any.
    pub ordering: Ordering,
    /// The value of no inequality.
    pub null: Null,
    /// The unit of the value.
    pub unit: MeasureUnit,
    /// What it is made from under a disclosure rule.
    pub basis: Basis,
    /// The leading `//!` block of the measure's own file, its worked example left out.
    pub text: &'static str,
    /// The function. Bigger means a bigger gap against the disadvantaged wherever the groups are
    /// ordered and the indicator has a polarity.
    pub run: fn(&Groups) -> Result<Estimate, Refusal>,
}

/// Every measure that the screen offers, in the order of showing.
pub const CARDS: &[&Card] = &[
    &two_groups::difference::CARD,
    &two_groups::ratio::CARD,
    &two_groups::percent_difference::CARD,
    &two_groups::odds_ratio::CARD,
    &two_groups::shortfall_ratio::CARD,
    &two_groups::cohens_h::CARD,
    &two_groups::standardised_difference::CARD,
    &two_groups::number_needed::CARD,
    &two_groups::number_needed_average::CARD,
    &two_groups::number_needed_best::CARD,
    &two_groups::share_gap::CARD,
    &two_groups::representation::CARD,
    &waits::percentile_difference::CARD,
    &waits::long_wait_difference::CARD,
    &waits::mean_ratio::CARD,
    &waits::longer_wait::CARD,
    &ordered::slope_index::CARD,
    &ordered::relative_index::CARD,
    &ordered::slope_index_log::CARD,
    &ordered::relative_index_log::CARD,
    &ordered::slope_index_logit::CARD,
    &ordered::relative_index_logit::CARD,
    &ordered::slope_index_robust::CARD,
    &ordered::relative_index_robust::CARD,
    &ordered::absolute_concentration_index::CARD,
    &ordered::relative_concentration_index::CARD,
    &ordered::erreygers_index::CARD,
    &ordered::wagstaff_index::CARD,
    &ordered::trend::CARD,
    &ordered::rank_correlation::CARD,
    &all_groups::between_group_variance::CARD,
    &all_groups::between_group_deviation::CARD,
    &all_groups::coefficient_of_variation::CARD,
    &all_groups::difference_from_mean::WEIGHTED,
    &all_groups::difference_from_mean::UNWEIGHTED,
    &all_groups::difference_from_best::WEIGHTED,
    &all_groups::difference_from_best::UNWEIGHTED,
    &all_groups::difference_from_reference::WEIGHTED,
    &all_groups::difference_from_reference::UNWEIGHTED,
    &all_groups::disparity::WEIGHTED,
    &all_groups::disparity::UNWEIGHTED,
    &all_groups::theil_index::CARD,
    &all_groups::mean_log_deviation::CARD,
    &all_groups::atkinson_index::CARD,
    &all_groups::gini_index::CARD,
    &all_groups::hoover_index::CARD,
    &all_groups::attributable_risk::CARD,
    &all_groups::attributable_fraction::CARD,
    &all_groups::attributable_number::CARD,
    &all_groups::heterogeneity::CARD,
    &two_groups::cramers_v::CARD,
];

/// Measures made by simulation: each takes a tenth of a second or so, so that they are run only when the
/// plan names them.
pub const SIMULATED: &[&Card] = &[
    &ordered::slope_index_simulated::CARD,
    &ordered::relative_index_simulated::CARD,
];

/// Every measure, those made by simulation last.
pub fn all() -> impl Iterator<Item = &'static Card> {
    CARDS.iter().chain(SIMULATED).copied()
}

/// The measure with an id.
///
/// ```
/// use equal_measure::core::measure::find;
/// assert!(find("slope-index-simulated").is_some() && find("made-up").is_none());
/// ```
pub fn find(id: &str) -> Option<&'static Card> {
    all().find(|card| card.id == id)
}

impl Card {
    /// The method text without its worked example, which is for those who read the source.
    ///
    /// ```
    /// use equal_measure::core::measure::CARDS;
    /// assert!(CARDS.iter().all(|card| !card.lesson().contains("```")));
    /// assert!(CARDS.iter().all(|card| card.lesson().contains("# Sources")));
    /// ```
    pub fn lesson(&self) -> String {
        lesson::markdown(self.text)
    }
}
