//! The gap between the most and the least disadvantaged person, taking every group into account.
//!
//! # Formula
//! yᵢ ≈ α + β·bᵢ, weighed by aᵢ; slope index = β = Σ aᵢ(bᵢ − b̄)yᵢ / D
//!
//! # Symbols
//! - yᵢ: the value of group i, in its own unit. aᵢ: its share of all people, 0 to 1.
//! - bᵢ: the middle of its stretch of the population ranked from most (0) to least disadvantaged (1).
//! - b̄ = Σ aᵢbᵢ; D = Σ aᵢ(bᵢ − b̄)²; sᵢ: the standard error of yᵢ; z: 1.96 at 95 %.
//!
//! Interval: β ± z·√Σ(wᵢsᵢ)² with wᵢ = aᵢ(bᵢ − b̄)/D: how surely the groups' own values are known.
//!
//! # Range and the value of no inequality
//! Any number, in the unit of a difference of values. 0 means that the value does not change along the
//! ranking.
//!
//! # How to read it
//! A slope index of 4 percentage points means that the straight line through all groups differs by 4
//! points from its most to its least disadvantaged end. Textbook sign: least less most disadvantaged.
//! The card is turned where more is worse, so that bigger is a bigger gap against the disadvantaged.
//!
//! # In plain words
//! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
//! other.
//!
//! # When it applies
//! Three ordered groups or more with known sizes. The interval needs counts, limits or standard errors.
//!
//! # Limits
//! It assumes a straight line; where only the most disadvantaged group stands out, the line misses it.
//! Linear, logarithmic and logit forms give different figures on the same data, so the form is printed.
//! The interval does not cover how badly the line fits: see the robust form.
//!
//! # Sources
//! - Pamuk ER. Social class inequality in mortality from 1921 to 1972. Population Studies
//!   1985;39:17–31. doi:10.1080/0032472031000141256
//! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
//!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
//!
//! # Example
//! ```
//! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
//! use equal_measure::core::units::Level;
//! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
//! let gap = slope_index::of(&fifths, Level::P95)?;
//! assert!((gap.value() - 5.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::ends::{Ends, Uncertainty};
use super::ridit::turned;
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
use crate::core::units::Level;

/// A form of the index: each is recommended where it is the one that the plan asks for.
const fn form(slope: Slope, run: Run) -> Measure {
    Measure::of_ordered(run)
        .form(Line::Slope, slope)
        .recommended("the absolute gap from end to end, taking in every group")
}

pub(in crate::core::measure) const MEASURE: Measure =
    form(Slope::Linear, |groups| turned(groups, of))
        .named("slope-index", "Slope index of inequality (linear)")
        .text(method_text!("slope_index.rs"));

/// The slope in the textbook direction (least less most disadvantaged), with the closed-form interval.
///
/// # Errors
/// [`Refusal::TooFewGroups`] when fewer than two groups have people.
pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
    let ends = Ends::linear(sample)?;
    ends.difference(sample, Uncertainty::OwnErrors, level, "linear, closed form")
}

pub mod log {
    //! The gap between the two ends of the ranking when each step multiplies the value.
    //!
    //! # Formula
    //! ln yᵢ ≈ α + β·bᵢ, weighed by aᵢ; slope index = e^(α+β) − e^α
    //!
    //! # Symbols
    //! - yᵢ: the value of group i, above 0. aᵢ: its share of all people. bᵢ: its middle rank, 0 (most
    //!   disadvantaged) to 1.
    //! - wᵢ: what each ln yᵢ is multiplied by to make β. sᵢ: the standard error of ln yᵢ (that of yᵢ over
    //!   yᵢ, or from the logarithms of the limits). z: 1.96 at 95 %.
    //!
    //! Interval: β's limits L, U = β ± z·√Σ(wᵢsᵢ)², each turned about the middle of the line:
    //! e^(h+L/2) − e^(h−L/2) and the same with U, where h = α + β/2.
    //!
    //! # Range and the value of no inequality
    //! Any number, in the unit of a difference of values. 0 means no change along the ranking.
    //!
    //! # How to read it
    //! As the slope index. For rates, where a curve that never falls below 0 fits better than a straight
    //! line. Textbook sign: least less most disadvantaged; the card is turned where more is worse.
    //!
    //! # In plain words
    //! A curve through all groups, each counted by its size, is {size} higher at the {end} end than at the
    //! other.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and values above 0.
    //!
    //! # Limits
    //! A group without events has no logarithm: it is refused. Not comparable with a linear slope index.
    //!
    //! # Sources
    //! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of
    //!   Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let halving = Sample::new(vec![8.0, 4.0, 2.0], vec![1.0; 3], Some(vec![0.1; 3]))?;
    //! let gap = slope_index::log::of(&halving, Level::P95)?;
    //! assert!((gap.value() - (2.0_f64.sqrt() - 128.0_f64.sqrt())).abs() < 1e-12);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Curve, Estimate, Interval, Level, Measure, Refusal, Sample, Slope, Transform, form,
        method_text, turned,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Logarithmic, |groups| turned(groups, of))
            .named("slope-index-log", "Slope index of inequality (logarithmic)")
            .text(method_text!("slope_index.rs", "pub mod log {"));

    /// The slope through the logarithms, back on the values' scale, least less most disadvantaged.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] for a value that is not above 0; [`Refusal::TooFewGroups`] when fewer than
    /// two groups have people.
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let curve = Curve::through(sample, Transform::Log)?;
        let interval = curve.slope_limits(level).and_then(|(lower, upper)| {
            Interval::new(
                curve.difference_at(lower),
                curve.difference_at(upper),
                level,
            )
        });
        Estimate::new(
            curve.difference_at(curve.line.slope),
            interval,
            "logarithmic, closed form",
        )
    }
}

pub mod logit {
    //! The gap between the two ends of the ranking for shares, along a curve that stays between 0 and 100 %.
    //!
    //! # Formula
    //! ln(p/(1−p)) = α + β·b, fitted by quasi-binomial likelihood weighed by people;
    //! slope index = p(1) − p(0)
    //!
    //! # Symbols
    //! - p(b): the fitted share at rank b, from the most (0) to the least disadvantaged person (1).
    //! - yᵢ, nᵢ, bᵢ: each group's share, people and middle rank. sᵢ: its standard error; z: 1.96 at 95 %.
    //!
    //! Interval: the index ± z·√Σ(cᵢsᵢ)², where cᵢ is how fast the index moves with yᵢ. The robust form
    //! puts |yᵢ − p(bᵢ)|·√(J/(J−2)) for sᵢ, with J groups (HC1).
    //!
    //! # Range and the value of no inequality
    //! −1 to 1 (percentage points). 0 means no change along the ranking.
    //!
    //! # How to read it
    //! As the slope index, for shares close to 0 or 100 % where a straight line would leave the range.
    //! Textbook sign: least less most disadvantaged; the card is turned where more is worse.
    //!
    //! # In plain words
    //! A curve through all groups, each counted by its size, is {size} higher at the {end} end than at the
    //! other.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and values between 0 and 1.
    //!
    //! # Limits
    //! On the same data it differs from the linear slope index, sometimes by a fifth: compare like with
    //! like. healthequal 1.0.1 weighs groups by the square of their people, which gives another figure.
    //!
    //! # Sources
    //! - Schlotheuber A, Hosseinpoor AR. Summary measures of health inequality. IJERPH 2022;19:3697.
    //!   doi:10.3390/ijerph19063697
    //! - Moreno-Betancur M and others. Relative index of inequality and slope index of inequality.
    //!   Epidemiology 2015;26:518–527. doi:10.1097/EDE.0000000000000311
    //! - MacKinnon JG, White H. Journal of Econometrics 1985;29:305–325. doi:10.1016/0304-4076(85)90158-7
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let fifths = Sample::new(vec![0.1, 0.2, 0.3, 0.4, 0.5], vec![1.0; 5], Some(vec![0.01; 5]))?;
    //! let gap = slope_index::logit::of(&fifths, Level::P95)?;
    //! assert!((gap.value() - 0.485_986).abs() < 1e-6);
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Refusal, Sample, Slope, Uncertainty, form, method_text,
        turned,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Logit, |groups| turned(groups, of))
            .named("slope-index-logit", "Slope index of inequality (logit)")
            .text(method_text!("slope_index.rs", "pub mod logit {"));

    /// The difference of the logit curve's ends, least less most disadvantaged, with the interval from the
    /// groups' own standard errors.
    ///
    /// # Errors
    /// As [`Ends::logit`].
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let ends = Ends::logit(sample)?;
        ends.difference(sample, Uncertainty::OwnErrors, level, "logit, closed form")
    }
}

pub mod robust {
    //! The slope index with an interval that says how well a straight line fits the groups.
    //!
    //! # Formula
    //! slope index = β as for the slope index; s² = J/(J−2) · Σ(wᵢeᵢ)²
    //!
    //! # Symbols
    //! - wᵢ: what the value of group i is multiplied by to make β. eᵢ: its distance from the line.
    //! - J: the number of groups. z: 1.96 at 95 %. Interval: β ± z·s.
    //!
    //! # Range and the value of no inequality
    //! Any number, in the unit of a difference of values. 0 means no change along the ranking.
    //!
    //! # How to read it
    //! The figure is that of the slope index; the interval answers another question. The closed form asks
    //! how surely each group's value is known, this one how far the groups lie from the line.
    //!
    //! # In plain words
    //! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
    //! other.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes. It needs no counts or standard errors.
    //!
    //! # Limits
    //! With few groups the interval is itself unsure; five groups on a line by chance look very certain.
    //!
    //! # Sources
    //! - MacKinnon JG, White H. Some heteroskedasticity-consistent covariance matrix estimators with
    //!   improved finite sample properties. Journal of Econometrics 1985;29:305–325.
    //!   doi:10.1016/0304-4076(85)90158-7
    //! - Schlotheuber A, Hosseinpoor AR. IJERPH 2022;19:3697. doi:10.3390/ijerph19063697
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
    //! use equal_measure::core::units::Level;
    //! let fifths = Sample::new(vec![10.0, 12.0, 11.0, 14.0, 13.0], vec![1.0; 5], None)?;
    //! let gap = slope_index::robust::of(&fifths, Level::P95)?;
    //! assert!((gap.value() - 4.0).abs() < 1e-12);
    //! assert!(gap.interval().is_ok());
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Refusal, Sample, Slope, Uncertainty, form, method_text,
        turned,
    };

    pub(in crate::core::measure) const MEASURE: Measure =
        form(Slope::Robust, |groups| turned(groups, of))
            .named(
                "slope-index-robust",
                "Slope index of inequality (linear, robust interval)",
            )
            .text(method_text!("slope_index.rs", "pub mod robust {"));

    /// The slope in the textbook direction (least less most disadvantaged), with the HC1 interval.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] when fewer than two groups have people.
    pub fn of(sample: &Sample, level: Level) -> Result<Estimate, Refusal> {
        let ends = Ends::linear(sample)?;
        ends.difference(sample, Uncertainty::Scatter, level, "linear, robust (HC1)")
    }
}

pub mod simulated {
    //! The slope index with the interval that Public Health England's tool makes by simulation.
    //!
    //! # Formula
    //! slope index = β as for the slope index; limits: the 2.5th and 97.5th of a hundred parts of β*
    //! over the repetitions
    //!
    //! # Symbols
    //! - β*, α*: slope and start of the line through values drawn from normal distributions with each
    //!   group's value and standard error. 100,000 repetitions, drawn with a fixed seed.
    //!
    //! # Range and the value of no inequality
    //! Any number, in the unit of a difference of values. 0 means no change along the ranking.
    //!
    //! # How to read it
    //! The figure is that of the slope index. The interval agrees with the closed form to within the
    //! chance of the simulation; it is offered for comparison with published figures.
    //!
    //! # In plain words
    //! A line through all groups, each counted by its size, is {size} higher at the {end} end than at the
    //! other.
    //!
    //! # When it applies
    //! Three ordered groups or more with known sizes and standard errors.
    //!
    //! # Limits
    //! Slower than the closed form and not better. Another seed moves the limits a little. Public
    //! Health England's package, version 2.1.0, takes a standard error given with a logarithmic or
    //! logit scale to be on that scale already; here it is always that of the value.
    //!
    //! # Sources
    //! - Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal
    //!   of Public Health 2004;26:388–395. doi:10.1093/pubmed/fdh175
    //!
    //! # Example
    //! ```
    //! use equal_measure::core::measure::{ordered::slope_index, sample::Sample};
    //! use equal_measure::core::{number::generator::Pcg, units::Level};
    //! let fifths = Sample::new(vec![10.0, 11.0, 12.0, 13.0, 14.0], vec![1.0; 5], Some(vec![0.5; 5]))?;
    //! let gap = slope_index::simulated::of(&fifths, Level::P95, 1_000, &mut Pcg::new(1))?;
    //! assert!(gap.interval().clone()?.contains(5.0));
    //! # Ok::<(), equal_measure::core::refusal::Refusal>(())
    //! ```

    use super::{
        Ends, Estimate, Level, Measure, Pcg, REPETITIONS, Refusal, Sample, Slope, Stream,
        Transform, draws, form, limits, method_text, turned,
    };

    pub(in crate::core::measure) const MEASURE: Measure = form(Slope::Simulated, |groups| {
        turned(groups, |sample, level| {
            let mut stream = Pcg::new(groups.seed);
            of(sample, level, REPETITIONS, &mut stream)
        })
    })
    .named(
        "slope-index-simulated",
        "Slope index of inequality (linear, simulated interval)",
    )
    .text(method_text!("slope_index.rs", "pub mod simulated {"));

    /// The slope in the textbook direction, with limits from as many repetitions of this stream.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`]. The interval is refused without standard errors.
    pub fn of(
        sample: &Sample,
        level: Level,
        repetitions: usize,
        stream: &mut impl Stream,
    ) -> Result<Estimate, Refusal> {
        let ends = Ends::linear(sample)?;
        let interval = draws(sample, Transform::Identity, repetitions, stream)
            .and_then(|draws| limits(draws.slopes, level));
        Estimate::new(ends.end - ends.start, interval, "linear, simulated")
    }
}
