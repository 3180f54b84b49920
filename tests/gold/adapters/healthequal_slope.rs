//! `healthequal_sii.json` and `healthequal_rii.json`: the straight line with robust errors.

use equal_measure::core::measure::ordered::ends::{Ends, Uncertainty};
use equal_measure::core::measure::ordered::{relative_index, slope_index};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::refusal::Refusal;

use super::healthequal::{level, ordered, pick, put};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

/// The slope index.
pub fn slope(case: &Case) -> Result<Columns, Refusal> {
    let sample = sample(case)?;
    let slope = in_range(&sample).and_then(|()| slope_index::robust::of(&sample, level(case)));
    let error = Ends::linear(&sample)?.difference_error(&sample, Uncertainty::Scatter);
    Ok(put(&slope, in_range(&sample).and(error)))
}

/// The relative index; the package gives the standard error of its logarithm.
pub fn relative(case: &Case) -> Result<Columns, Refusal> {
    let sample = sample(case)?;
    let ratio = in_range(&sample).and_then(|()| relative_index::robust::of(&sample, level(case)));
    let error = Ends::linear(&sample)?.log_ratio_error(&sample, Uncertainty::Scatter);
    let error = ratio.clone().and(error);
    Ok(put(&ratio, error))
}

/// The package gives no figure for negative values, though a straight line would take them.
fn in_range(sample: &Sample) -> Result<(), Refusal> {
    sample.not_negative()
}

/// The package rounds people up, and events to whole people on a scale of 1, 100, 1,000, …
fn sample(case: &Case) -> Result<Sample, Refusal> {
    let rows = ordered(case)?;
    let values = pick(&case.maybe("est"), &rows).ok_or(Refusal::Missing {
        what: "estimate for every group",
    })?;
    if values
        .windows(2)
        .all(|pair| pair[0].total_cmp(&pair[1]).is_eq())
    {
        return Err(Refusal::AllEqual);
    }
    let people = if case.has("pop") {
        pick(&case.maybe("pop"), &rows).ok_or(Refusal::NoPopulation)?
    } else {
        vec![1.0; rows.len()]
    };
    let people: Vec<f64> = people.iter().map(|people| people.ceil()).collect();
    let sample = Sample::new(values, people, None)?;
    sample.at_least(3)?;
    Ok(sample)
}
