//! Means, percentiles and gaps of waits.

use equal_measure::core::histogram::{Histogram, MICRO};
use equal_measure::core::interval::percentile;
use equal_measure::core::interval::ratio_of_means::{Mean, ratio_of_means};
use equal_measure::core::measure::waits::{longer_wait, percentile_difference, threshold_gaps};
use equal_measure::core::refusal::Refusal;

use super::{ESTIMATE, alone, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::geometric_mean;

fn waits(case: &Case, column: &str) -> Histogram {
    let mut waits = Histogram::default();
    for value in case.numbers(column) {
        let micro = (value * MICRO as f64).round();
        waits.add_micro(format!("{micro}").parse().unwrap(), 1);
    }
    waits
}

pub fn ratio(case: &Case) -> Result<Columns, Refusal> {
    let mean = |column| Mean::of_histogram(&waits(case, column));
    let ratio = ratio_of_means(mean("first")?, mean("second")?, level_of(case)?);
    Ok(alone(&ratio))
}

pub fn geometric(case: &Case) -> Result<Columns, Refusal> {
    let mean = geometric_mean::of_histogram(&waits(case, "value_of"), level_of(case)?);
    mean.as_ref().map_err(Clone::clone)?;
    Ok(alone(&mean))
}

pub fn percentiles(case: &Case) -> Result<Columns, Refusal> {
    let (first, second) = (waits(case, "first"), waits(case, "second"));
    let (share, level) = (case.option_number("share", 0.5), level_of(case)?);
    let is_median = share.total_cmp(&0.5).is_eq();
    let gap = if is_median {
        percentile_difference::of_medians(&first, &second, level)
    } else {
        percentile_difference::of_percentiles(&first, &second, share, level)
    };
    let mut out = alone(&gap);
    for (values, side) in [(&first, "first"), (&second, "second")] {
        let one = if is_median {
            percentile::median(values, level)
        } else {
            percentile::percentile(values, share, level)
        };
        let names = ESTIMATE.map(|name| format!("{side}_{name}"));
        out.push_estimate([&names[0], &names[1], &names[2]], &one);
    }
    Ok(out)
}

pub fn gaps(case: &Case) -> Result<Columns, Refusal> {
    let gaps = threshold_gaps::of(&waits(case, "first"), &waits(case, "second"))?;
    let mut out = Columns::default();
    out.put("threshold", gaps.iter().map(|gap| gap.threshold));
    out.put("gap", gaps.iter().map(|gap| gap.gap));
    Ok(out)
}

pub fn longer(case: &Case) -> Result<Columns, Refusal> {
    let (first, second) = (waits(case, "first"), waits(case, "second"));
    Ok(alone(&longer_wait::of(&first, &second, level_of(case)?)))
}
