//! Concentration indices whose interval comes from the scatter about the convenience regression, over groups
//! or over the people of a survey.

use std::collections::BTreeMap;

use equal_measure::core::estimate::Estimate;
use equal_measure::core::measure::ordered::bounded::Bounds;
use equal_measure::core::measure::ordered::concentration::{absolute, regression, scatter_error};
use equal_measure::core::measure::ordered::ridit::midpoints;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::standard_error::wald;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Level;

/// An index over groups: the absolute one times what `by` makes of the sample, its average taken as known.
pub fn of_groups(
    sample: &Sample,
    bounds: Option<Bounds>,
    level: Level,
    by: impl Fn(&Sample) -> Result<f64, Refusal>,
) -> Result<Estimate, Refusal> {
    let scaled = bounds.map(|bounds| bounds.on_unit_scale(sample));
    let sample = &scaled.unwrap_or_else(|| Ok(sample.clone()))?;
    let factor = by(sample)?;
    let error = factor * scatter_error(sample)?;
    wald(factor * absolute(sample), Ok(error), level, "regression")
}

/// One person of a survey.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// The outcome.
    pub value: f64,
    /// The place by disadvantage: whole numbers rising with advantage; equal ones share a rank.
    pub rank: i64,
    /// The survey weight; 1 where there are none.
    pub weight: f64,
    /// The sampling unit that the person was drawn with; people drawn alone have one each.
    pub cluster: usize,
}

/// The absolute index over people, its standard error, and the average outcome. Of a survey the error
/// allows for weights and clusters (linearised); else it is that of the convenience regression.
///
/// # Errors
/// [`Refusal::TooFewGroups`] with fewer than two clusters or ranks; [`Refusal::Missing`] and
/// [`Refusal::OutOfRange`] as for [`Sample::new`].
pub fn of_people(people: &[Person], is_survey: bool) -> Result<(f64, f64, f64), Refusal> {
    let mut by_rank: BTreeMap<i64, f64> = BTreeMap::new();
    for person in people {
        *by_rank.entry(person.rank).or_default() += person.weight;
    }
    let sample = Sample::new(
        people.iter().map(|person| person.value).collect(),
        people.iter().map(|person| person.weight).collect(),
        None,
    )?;
    let total: f64 = by_rank.values().sum();
    let shares: Vec<f64> = by_rank.values().map(|weight| weight / total).collect();
    let middles: BTreeMap<i64, f64> = by_rank.keys().copied().zip(midpoints(&shares)).collect();
    let ranks: Vec<f64> = people.iter().map(|person| middles[&person.rank]).collect();
    let products: Vec<f64> = ranks
        .iter()
        .zip(sample.values())
        .map(|(rank, y)| 2.0 * y * (rank - 0.5))
        .collect();
    let (variance, residuals) = regression(sample.shares(), sample.values(), &ranks);
    if !is_survey && variance > 0.0 && people.len() > 2 {
        let squares: f64 = residuals.iter().map(|r| r * r).sum();
        let (many, freedom) = (people.len() as f64, people.len() as f64 - 2.0);
        let error = 2.0 * (variance * squares / many / freedom).sqrt();
        return Ok((sample.weighted(&products), error, sample.mean()));
    }
    let mut clusters: BTreeMap<usize, f64> = BTreeMap::new();
    for (place, person) in people.iter().enumerate() {
        let pull = sample.shares()[place] * (ranks[place] - 0.5) * residuals[place];
        *clusters.entry(person.cluster).or_default() += 2.0 * pull;
    }
    let many = clusters.len();
    if many < 2 || variance <= 0.0 {
        return Err(Refusal::TooFewGroups {
            need: 2,
            got: many.min(by_rank.len()),
        });
    }
    let squares: f64 = clusters.values().map(|pull| pull * pull).sum();
    let error = (squares * many as f64 / (many as f64 - 1.0)).sqrt();
    Ok((sample.weighted(&products), error, sample.mean()))
}
