//! The measures: each a function from groups to an Estimate or a Refusal, with its card.
//!
//! A measure is one file here and one line in [`MEASURES`]. Its file opens with the text that the screen
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

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use super::card::{Basis, Card};
use super::estimate::Estimate;
use super::group::{Groups, Kind};
use super::plan::Slope;
use super::refusal::Refusal;
use super::units::{Polarity, Unit};

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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Null {
    /// Equality is at this value.
    At(f64),
    /// The measure is not one of inequality (a rate, a median).
    None,
}

/// What a line through the ranked groups gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The difference of its ends: the slope index of inequality.
    Slope,
    /// Their ratio: the relative index of inequality.
    Relative,
}

/// A method that makes one figure of the groups.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// What every method says of itself.
    pub card: Card,
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
    /// Which line it is made from, and in which form, where it is made from one.
    pub form: Option<(Line, Slope)>,
    /// Who counts alike in it: "person" or "group".
    pub each: &'static str,
    /// Whether it sets one group against everyone, itself among them.
    pub of_one: bool,
    /// Whether every comparison of two sides gives it, chosen or not.
    pub of_every_pair: bool,
    /// What it adds to the other recommended measures, in words after its name. `None` where it is not one
    /// of them. See [`recommended`](Measure::is_recommended).
    pub why: Option<&'static str>,
    /// The function. Bigger means a bigger gap against the disadvantaged wherever the groups are
    /// ordered and the indicator has a polarity.
    pub run: Run,
}

/// From groups to a figure, or the reason there is none.
type Run = fn(&Groups) -> Result<Estimate, Refusal>;

/// Every measure that the screen offers, in the order of showing.
pub const MEASURES: &[&Measure] = &[
    &two_groups::difference::MEASURE,
    &two_groups::ratio::MEASURE,
    &two_groups::percent_difference::MEASURE,
    &two_groups::odds_ratio::MEASURE,
    &two_groups::shortfall_ratio::MEASURE,
    &two_groups::cohens_h::MEASURE,
    &two_groups::standardised_difference::MEASURE,
    &two_groups::number_needed::MEASURE,
    &two_groups::number_needed::average::MEASURE,
    &two_groups::number_needed::best::MEASURE,
    &two_groups::share_gap::MEASURE,
    &two_groups::representation::MEASURE,
    &waits::percentile_difference::MEASURE,
    &waits::percentile_difference::long_wait::MEASURE,
    &waits::mean_ratio::MEASURE,
    &waits::longer_wait::MEASURE,
    &ordered::slope_index::MEASURE,
    &ordered::relative_index::MEASURE,
    &ordered::slope_index::log::MEASURE,
    &ordered::relative_index::log::MEASURE,
    &ordered::slope_index::logit::MEASURE,
    &ordered::relative_index::logit::MEASURE,
    &ordered::slope_index::robust::MEASURE,
    &ordered::relative_index::robust::MEASURE,
    &ordered::absolute_concentration_index::MEASURE,
    &ordered::relative_concentration_index::MEASURE,
    &ordered::erreygers_index::MEASURE,
    &ordered::wagstaff_index::MEASURE,
    &ordered::trend::MEASURE,
    &ordered::rank_correlation::MEASURE,
    &all_groups::between_group_variance::MEASURE,
    &all_groups::between_group_variance::deviation::MEASURE,
    &all_groups::between_group_variance::relative::MEASURE,
    &all_groups::difference_from_mean::WEIGHTED,
    &all_groups::difference_from_mean::UNWEIGHTED,
    &all_groups::difference_from_best::WEIGHTED,
    &all_groups::difference_from_best::UNWEIGHTED,
    &all_groups::difference_from_reference::WEIGHTED,
    &all_groups::difference_from_reference::UNWEIGHTED,
    &all_groups::disparity::WEIGHTED,
    &all_groups::disparity::UNWEIGHTED,
    &all_groups::theil_index::MEASURE,
    &all_groups::mean_log_deviation::MEASURE,
    &all_groups::atkinson_index::MEASURE,
    &all_groups::gini_index::MEASURE,
    &all_groups::hoover_index::MEASURE,
    &all_groups::attributable_risk::MEASURE,
    &all_groups::attributable_risk::fraction::MEASURE,
    &all_groups::attributable_risk::number::MEASURE,
    &all_groups::heterogeneity::MEASURE,
    &two_groups::cramers_v::MEASURE,
];

/// Measures made by simulation: each takes a tenth of a second or so, so that they are run only when the
/// plan names them.
pub const SIMULATED: &[&Measure] = &[
    &ordered::slope_index::simulated::MEASURE,
    &ordered::relative_index::simulated::MEASURE,
];

/// Every measure, those made by simulation last.
pub fn all() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().chain(SIMULATED).copied()
}

/// The measure with an id.
///
/// ```
/// use equal_measure::core::measure::find;
/// assert!(find("slope-index-simulated").is_some() && find("made-up").is_none());
/// ```
pub fn find(id: &str) -> Option<&'static Measure> {
    all().find(|measure| measure.card.id == id)
}

/// By its id.
impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.card.id)
    }
}

impl<'de> Deserialize<'de> for &'static Measure {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        find(&id).ok_or_else(|| D::Error::custom("a measure that this program does not have"))
    }
}

/// Below this many groups, the difference and the ratio say it all.
const LEAST_GROUPS: usize = 3;

impl Measure {
    /// The measure of the same line in this form; itself where it is not made from a line, or is one of the
    /// forms that are asked for by name.
    ///
    /// ```
    /// use equal_measure::core::{measure::find, plan::Slope};
    /// let logit = |id| find(id).map(|measure| measure.in_form(Slope::Logit).card.id);
    /// assert_eq!(logit("relative-index"), Some("relative-index-logit"));
    /// assert_eq!(logit("slope-index-log"), Some("slope-index-log"));
    /// assert_eq!(logit("ratio"), Some("ratio"));
    /// ```
    pub fn in_form(&'static self, slope: Slope) -> &'static Self {
        let line = self.form.filter(|(_, form)| *form == Slope::Linear);
        let other =
            line.and_then(|(line, _)| all().find(|other| other.form == Some((line, slope))));
        other.unwrap_or(self)
    }

    /// Whether it is made from a straight line through the values.
    pub fn is_straight(&self) -> bool {
        let straight = [Slope::Linear, Slope::Robust, Slope::Simulated];
        self.form.is_some_and(|(_, form)| straight.contains(&form))
    }

    /// Whether it is one of those recommended for these groups, in the chosen form of the line. The form of
    /// the file decides it, never how many events there are.
    ///
    /// For three groups or more in order: the whole gradient, absolute and relative together. Without an
    /// order: the largest gap in people, then how far apart all groups lie, absolute and relative together.
    /// None for medians or means of records, of which measures over all groups are seldom asked for.
    pub fn is_recommended(&self, slope: Slope, groups: &Groups) -> bool {
        let single = || groups.list.iter().any(|group| group.values.is_some());
        let in_people = self.unit == MeasureUnit::Own(Unit::People);
        self.why.is_some()
            && groups.ordered == (self.ordering == Ordering::Ordered)
            && self.form.is_none_or(|(_, form)| form == slope)
            && groups.list.len() >= LEAST_GROUPS
            && !(groups.kind == Kind::Value && single())
            && !(in_people && (groups.kind != Kind::Share || groups.polarity == Polarity::Neutral))
    }

    /// Of two groups, in the unit of a difference of their values, made from their counts.
    const fn of_two(run: Run) -> Self {
        let mut two = Self::of_all(run).basis(Basis::Parts);
        two.complexity = Complexity::Simple;
        two
    }

    /// Of all groups in order, in the unit of a difference of their values.
    const fn of_ordered(run: Run) -> Self {
        let mut ordered = Self::of_all(run);
        ordered.ordering = Ordering::Ordered;
        ordered
    }

    /// Of all groups, in the unit of a difference of their values. Its name and text are still to be given.
    const fn of_all(run: Run) -> Self {
        Self {
            card: Card::new(Basis::Exact),
            complexity: Complexity::Complex,
            scale: Scale::Absolute,
            ordering: Ordering::Unordered,
            null: Null::At(0.0),
            unit: MeasureUnit::Difference,
            form: None,
            each: "person",
            of_one: false,
            of_every_pair: false,
            why: None,
            run,
        }
    }

    const fn named(mut self, id: &'static str, name: &'static str) -> Self {
        (self.card.id, self.card.name) = (id, name);
        self
    }

    const fn text(mut self, text: &'static str) -> Self {
        self.card.text = text;
        self
    }

    /// Relative, in this unit; a ratio of 1 is equality.
    const fn relative(mut self, unit: Unit) -> Self {
        self.scale = Scale::Relative;
        if matches!(unit, Unit::Ratio) {
            self.null = Null::At(1.0);
        }
        self.unit(unit)
    }

    const fn unit(mut self, unit: Unit) -> Self {
        self.unit = MeasureUnit::Own(unit);
        self
    }

    const fn null(mut self, null: Null) -> Self {
        self.null = null;
        self
    }

    const fn basis(mut self, basis: Basis) -> Self {
        self.card.basis = basis;
        self
    }

    const fn form(mut self, line: Line, slope: Slope) -> Self {
        self.form = Some((line, slope));
        self
    }

    const fn of_one_and_all(mut self) -> Self {
        self.of_one = true;
        self
    }

    const fn of_every_pair(mut self) -> Self {
        self.of_every_pair = true;
        self
    }

    const fn recommended(mut self, why: &'static str) -> Self {
        self.why = Some(why);
        self
    }

    /// The same measure with each group counting alike, whatever its size.
    const fn each_group_alike(mut self, run: Run) -> Self {
        (self.each, self.why, self.run) = ("group", None, run);
        self
    }
}
