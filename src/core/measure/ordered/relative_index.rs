//! How many times as high the value is at one end of the ranking as at the other, from every group.
//!
//! # Formula
//! relative index = (α + β) / α, with α and β of the slope index
//!
//! # Symbols
//! - α: the line's value at the most disadvantaged end; α + β: at the least disadvantaged end.
//! - uᵢ, vᵢ: what each group's value is multiplied by to make α and α + β. sᵢ: its standard error.
//! - z: 1.96 at 95 %.
//!
//! Interval: r·e^(±z·e) with e = √Σ(vᵢ/(α + β) − uᵢ/α)²sᵢ², from the groups' own standard errors.
//!
//! # Range and the value of no inequality
//! Above 0, without a unit. 1 means that the value does not change along the ranking.
//!
//! # How to read it
//! 1.5 means that the line through all groups is half as high again at one end as at the other.
//! Textbook direction: least over most disadvantaged. The card is turned over where more is worse, so
//! that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {number} times as high at the {high} end as
//! at the {low} end.
//!
//! # When it applies
//! Three ordered groups or more with known sizes, and a line that is above 0 at both ends.
//!
//! # Limits
//! It assumes a straight line, which can fall below 0 for rare outcomes: then there is no index, and
//! the logit or logarithmic form serves. Linear, logarithmic and logit forms differ.
//!
//! # Sources
//! - Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health. Social
//!   Science & Medicine 1997;44:757–771. doi:10.1016/S0277-9536(96)00073-1
//! - Low A, Low A. Journal of Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
//! let times = relative_index::of(&fifths, Level::P95)?;
//! assert!((times.value() - 14.5 / 9.5).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ends::{Ends, Uncertainty};
use super::ridit::turned_over;
use super::simulation::{REPETITIONS, draws, limits};
use super::transformed::{Curve, Transform};
use crate::core::estimate::{Estimate, Interval};
use crate::core::measure::Line;
use crate::core::measure::sample::Sample;
use crate::core::measure::{Measure, Run};
use crate::core::method_text::method_text;
use crate::core::number::generator::{Pcg, Stream};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;
use crate::core::units::{Level, Unit};

/// A form of the index: each is recommended where it is the one that the plan asks for.
const fn form(slope: Slope, run: Run) -> Measure {
    Measure::of_ordered(run)
        .relative(Unit::Ratio)
        .form(Line::Relative, slope)
        .recommended("the same gap in relative terms")
}

pub(in crate::core::measure) const MEASURE: Measure =
    form(Slope::Linear, |groups| turned_over(groups, of))
        .named("relative-index", "Relative index of inequality (linear)")
        .text(method_text!("relative_index.rs"));

/// Least over most disadvantaged end of the straight line, with the closed-form interval.
///
/// # Errors
/// [`Refusal::OutOfRange`] when the line is not above 0 at both ends; [`Refusal::TooFewGroups`] when
/// fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.ratio(sample, Uncertainty::OwnErrors, level, "linear, closed form")
}

pub mod log {
    //! How many times as high the value is at one end of the ranking, when each step multiplies it.
    //!
    //! # Formula
    //! ln yᵢ ≈ α + β·bᵢ, weighed by aᵢ; relative index = e^β
    //!
    //! # Symbols
    //! - yᵢ: the value of group i, above 0. aᵢ: its share of all people. bᵢ: its middle rank, 0 (most
    //!   disadvantaged) to 1.
    //! - wᵢ: what each ln yᵢ is multiplied by to make β. sᵢ: the standard error of ln yᵢ. z: 1.96 at 95 %.
    //!
    //! Interval: e^(β ± z·√Σ(wᵢsᵢ)²).
    //!
    //! # Range and the value of no inequality
    //! Above 0, without a unit. 1 means no change along the ranking.
    //!
    //! # How to read it
    //! As the relative index: 1.5 means half as high again at one end. Textbook direction: least over most
    //! disadvantaged; the card is turned over where more is worse.
    //!
    //! # In plain words
    //! A curve through all groups, each counted by its size, is {number} times as high at the {high} end as
    //! at the {low} end.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and values above 0.
    //!
    //! # Limits
    //! A group without events has no logarithm: it is refused. Not comparable with the linear form.
    //!
    //! # Sources
    //! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
    //!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let halving = Sample::new(vec![8.0, 4.0, 2.0], vec![1.0; 3], Some(vec![0.1; 3]))?;
    //! let times = relative_index::log::of(&halving, Level::P95)?;
    //! assert!((times.value() - 0.125).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Curve, Estimate, Interval, Level, Measure, Refusal, Sample, Slope, Transform, form,
        method_text, turned_over,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Logarithmic, |groups| turned_over(groups, of))
            .named(
                "relative-index-log",
                "Relative index of inequality (logarithmic)",
            )
            .text(method_text!("relative_index.rs", "pub mod log {"));

    /// Least over most disadvantaged end of the curve through the logarithms.
    ///
    /// # Errors
    /// As [`slope_index::log::of`](super::super::slope_index::log::of).
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let curve = Curve::through(sample, Transform::Log)?;
        let interval = curve
            .slope_limits(level)
            .and_then(|(lower, upper)| Interval::new(lower.exp(), upper.exp(), level));
        Estimate::new(curve.line.slope.exp(), interval, "logarithmic, closed form")
    }
}

pub mod logit {
    //! How many times as high a share is at one end of the ranking, along a curve between 0 and 100 %.
    //!
    //! # Formula
    //! ln(p/(1−p)) = α + β·b, fitted by quasi-binomial likelihood weighed by people;
    //! relative index = p(1) / p(0)
    //!
    //! # Symbols
    //! - p(b): the fitted share at rank b, from the most (0) to the least disadvantaged person (1).
    //! - yᵢ, nᵢ, bᵢ: each group's share, people and middle rank. sᵢ: its standard error; z: 1.96 at 95 %.
    //!
    //! Interval: r·e^(±z·e) with e = √Σ(cᵢsᵢ)², where cᵢ is how fast ln r moves with yᵢ. The robust form
    //! puts |yᵢ − p(bᵢ)|·√(J/(J−2)) for sᵢ, with J groups (HC1).
    //!
    //! # Range and the value of no inequality
    //! Above 0, without a unit. 1 means no change along the ranking.
    //!
    //! # How to read it
    //! As the relative index. Textbook direction: least over most disadvantaged; the card is turned over
    //! where more is worse.
    //!
    //! # In plain words
    //! A curve through all groups, each counted by its size, is {number} times as high at the {high} end as
    //! at the {low} end.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and values between 0 and 1.
    //!
    //! # Limits
    //! Not comparable with the linear form. Of a common outcome the index is always near 1. healthequal
    //! 1.0.1 weighs groups by the square of their people.
    //!
    //! # Sources
    //! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
    //!   doi:10.3390/ijerph19063697
    //! - Moreno-Betancur M and others. Relative index of inequality and slope index of inequality.
    //!   Epidemiology 2015;26:518–527. doi:10.1097/EDE.0000000000000311
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let fifths = Sample::new(vec![0.1, 0.2, 0.3, 0.4, 0.5], vec![1.0; 5], Some(vec![0.01; 5]))?;
    //! let times = relative_index::logit::of(&fifths, Level::P95)?;
    //! assert!((times.value() - 6.025_92).abs() < 1e-5);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Refusal, Sample, Slope, Uncertainty, form, method_text,
        turned_over,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Logit, |groups| turned_over(groups, of))
            .named(
                "relative-index-logit",
                "Relative index of inequality (logit)",
            )
            .text(method_text!("relative_index.rs", "pub mod logit {"));

    /// The ratio of the logit curve's ends, least over most disadvantaged, with the interval from the
    /// groups' own standard errors.
    ///
    /// # Errors
    /// As [`Ends::logit`].
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let ends = Ends::logit(sample)?;
        ends.ratio(sample, Uncertainty::OwnErrors, level, "logit, closed form")
    }
}

pub mod robust {
    //! The relative index with an interval that says how well a straight line fits the groups.
    //!
    //! # Formula
    //! relative index = (α + β)/α as for the relative index;
    //! e² = J/(J−2) · Σ((vᵢ/(α + β) − uᵢ/α)·eᵢ)²
    //!
    //! # Symbols
    //! - uᵢ, vᵢ: what the value of group i is multiplied by to make α and α + β. eᵢ: its distance from
    //!   the line. J: the number of groups. z: 1.96 at 95 %. Interval: the index times e^(±z·e).
    //!
    //! # Range and the value of no inequality
    //! Above 0, without a unit. 1 means no change along the ranking.
    //!
    //! # How to read it
    //! The figure is that of the relative index; the interval says how far the groups lie from the line,
    //! not how surely each group's value is known.
    //!
    //! # In plain words
    //! A line through all groups, each counted by its size, is {number} times as high at the {high} end as
    //! at the {low} end.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes, and a line above 0 at both ends. It needs no counts
    //! or standard errors.
    //!
    //! # Limits
    //! With few groups the interval is itself unsure.
    //!
    //! # Sources
    //! - MacKinnon JG, White H. Some heteroskedasticity-consistent covariance matrix estimators with
    //!   improved finite sample properties. Journal of Econometrics 1985;29:305–325.
    //!   doi:10.1016/0304-4076(85)90158-7
    //! - Schlotheuber A, Hosseinpoor AR. IJERPH 2022;19:3697. doi:10.3390/ijerph19063697
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let fifths = Sample::new(vec![10.0, 12.0, 11.0, 14.0, 13.0], vec![1.0; 5], None)?;
    //! let times = relative_index::robust::of(&fifths, Level::P95)?;
    //! assert!((times.value() - 1.4).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Refusal, Sample, Slope, Uncertainty, form, method_text,
        turned_over,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Robust, |groups| turned_over(groups, of))
            .named(
                "relative-index-robust",
                "Relative index of inequality (linear, robust interval)",
            )
            .text(method_text!("relative_index.rs", "pub mod robust {"));

    /// Least over most disadvantaged end of the straight line, with the HC1 interval.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] when the line is not above 0 at both ends; [`Refusal::TooFewGroups`] when
    /// fewer than two groups have people.
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let ends = Ends::linear(sample)?;
        ends.ratio(sample, Uncertainty::Scatter, level, "linear, robust (HC1)")
    }
}

pub mod simulated {
    //! The relative index with the interval that Public Health England's tool makes by simulation.
    //!
    //! # Formula
    //! relative index = (α + β)/α as for the relative index; limits: the 2.5th and 97.5th of a hundred
    //! parts of (α* + β*)/α* over the repetitions
    //!
    //! # Symbols
    //! - β*, α*: slope and start of the line through values drawn from normal distributions with each
    //!   group's value and standard error. 100,000 repetitions, drawn with a fixed seed.
    //!
    //! # Range and the value of no inequality
    //! Above 0, without a unit. 1 means no change along the ranking.
    //!
    //! # How to read it
    //! The figure is that of the relative index. The interval agrees with the closed form to within the
    //! chance of the simulation; it is offered for comparison with published figures.
    //!
    //! # In plain words
    //! A line through all groups, each counted by its size, is {number} times as high at the {high} end as
    //! at the {low} end.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and standard errors.
    //!
    //! # Limits
    //! Slower than the closed form and not better. Another seed moves the limits a little.
    //!
    //! # Sources
    //! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal
    //!   of Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::relative_index, sample::Sample};
    //! use equal_measure::core::{number::generator::Pcg, units::Level};
    //! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
    //! let gap = relative_index::simulated::of(&fifths, Level::P95, 1_000, &mut Pcg::new(1))?;
    //! assert!(gap.interval().clone()?.contains(14.5 / 9.5));
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Pcg, REPETITIONS, Refusal, Sample, Slope, Stream,
        Transform, draws, form, limits, method_text, turned_over,
    };

    pub(in crate::core::measure) const MEASURE: Measure = form(Slope::Simulated, |groups| {
        turned_over(groups, |sample, level| {
            let mut stream = Pcg::new(groups.seed);
            of(sample, level, REPETITIONS, &mut stream)
        })
    })
    .named(
        "relative-index-simulated",
        "Relative index of inequality (linear, simulated interval)",
    )
    .text(method_text!("relative_index.rs", "pub mod simulated {"));

    /// The ratio of the ends in the textbook direction, with limits from as many repetitions of this stream.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`]; [`Refusal::OutOfRange`] when the line is not above 0 at both ends. The interval is refused without standard errors.
    pub fn of(
        sample: &Sample,
        level: Level,
        repetitions: usize,
        stream: &mut impl Stream,
    ) -> Result<Estimate, Refusal> {
        let value = Ends::linear(sample)?.ends_ratio()?;
        let interval = draws(sample, Transform::Identity, repetitions, stream)
            .and_then(|draws| limits(draws.ratios, level));
        Estimate::new(value, interval, "linear, simulated")
    }
}
