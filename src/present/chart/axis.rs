//! A horizontal axis: from where to where, and where its lines stand.

/// A range of values in shown units with round tick values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) ticks: Vec<f64>,
    /// Decimals of the tick labels.
    pub(super) places: usize,
}

/// An axis that holds all `values`, with at most `most` gridlines.
///
/// It starts at zero unless everything lies in the upper quarter of the range: a dot, unlike a bar, may
/// stand on a cut axis, but not for the sake of drama.
pub(super) fn axis(values: &[f64], most: usize) -> Axis {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = match (lowest.is_finite(), highest.is_finite()) {
        (true, true) => (lowest, highest),
        _ => (0.0, 1.0),
    };
    let low = if low > 0.0 && low <= high * 0.75 {
        0.0
    } else {
        low
    };
    let high = if high < 0.0 && high >= low * 0.75 {
        0.0
    } else {
        high
    };
    let (low, high) = if high > low {
        (low, high)
    } else {
        (low - low.abs() / 2.0, high + high.abs().max(1.0) / 2.0)
    };
    let step = round_step((high - low) / most.saturating_sub(1).max(1) as f64);
    let first = (low / step).floor();
    let last = (high / step).ceil();
    let ticks = (0..=most + 1)
        .map(|place| first + place as f64)
        .take_while(|&times| times <= last)
        .map(|times| times * step)
        .collect();
    Axis {
        from: first * step,
        to: last * step,
        ticks,
        places: places_of(step),
    }
}

impl Axis {
    /// Where a value stands, 0 at the left end and 1 at the right.
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `rough`.
fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|&step| step >= rough * 0.999_999)
        .unwrap_or(10.0 * power)
}

fn places_of(step: f64) -> usize {
    (0..6)
        .find(|&places| {
            let scaled = step * 10f64.powi(places);
            (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0)
        })
        .and_then(|places| usize::try_from(places).ok())
        .unwrap_or(6)
}

#[cfg(test)]
mod tests {
    use super::axis;

    #[test]
    fn an_axis_holds_its_values_on_few_round_ticks() {
        for values in [
            vec![2.1, 3.4],
            vec![80.2, 94.9],
            vec![0.0, 0.0],
            vec![-3.0, 1.5],
            vec![1234.0, 120_000.0],
            vec![],
            vec![0.0004, 0.0009],
        ] {
            let axis = axis(&values, 8);
            assert!(axis.ticks.len() <= 10, "{values:?} {axis:?}");
            assert!(axis.from < axis.to, "{values:?} {axis:?}");
            for value in values {
                assert!(axis.from <= value && value <= axis.to + 1e-9, "{axis:?}");
                let last = axis.ticks.last().copied().unwrap_or(f64::NAN);
                assert!((last - axis.to).abs() < 1e-9, "{axis:?}");
            }
        }
    }
}
