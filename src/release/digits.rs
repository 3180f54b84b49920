//! How many decimals a figure deserves, and rounding to them.

use crate::core::units::Unit;

/// The decimals that an interval carries, in shown units: its half-width is between one and ten units
/// of the last decimal. Below zero for tens and hundreds.
///
/// Without an interval the value keeps two digits.
pub(super) fn carried(value: f64, limits: Option<(f64, f64)>) -> i8 {
    match limits {
        Some((lower, upper)) if upper > lower => place_of((upper - lower) / 2.0, 0.0),
        _ if value == 0.0 => 0,
        _ => place_of(value.abs(), 1.0),
    }
}

/// The decimals to print of a figure that may be shown in full: what its interval carries, within what
/// is usual for its unit.
pub(super) fn usual(unit: Unit, value: f64, limits: Option<(f64, f64)>) -> i8 {
    let (least, most) = match unit {
        Unit::People => (0, 0),
        Unit::Percent | Unit::Points | Unit::Per(_) | Unit::DifferencePer(_) | Unit::Own => (1, 2),
        Unit::Weeks | Unit::Years => (1, 1),
        Unit::Ratio => (2, 3),
        Unit::Index => (3, 4),
    };
    carried(value, limits).clamp(least, most)
}

/// A stored value rounded so that it has `places` decimals when shown in its unit.
pub(super) fn round(stored: f64, unit: Unit, places: i8) -> f64 {
    let factor = unit.factor();
    let scale = 10f64.powi(i32::from(places));
    let shown = (stored * factor * scale).round() / scale;
    if shown == 0.0 { 0.0 } else { shown / factor }
}

/// The decimal place of a size's first digit, moved `further` to the right.
fn place_of(size: f64, further: f64) -> i8 {
    let place = if further > 0.0 {
        further - size.log10().floor()
    } else {
        (-size.log10()).ceil()
    };
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let place = place.clamp(-9.0, 9.0) as i8;
    place
}

#[cfg(test)]
mod tests {
    use super::{carried, round, usual};
    use crate::core::units::Unit;

    #[test]
    fn a_figure_has_the_digits_that_its_interval_carries() {
        for (value, limits, places) in [
            (26.9, Some((22.0, 31.8)), 0),
            (1.234, Some((1.20, 1.27)), 2),
            (1_234.0, Some((900.0, 1_500.0)), -2),
            (0.0123, None, 3),
            (0.0, None, 0),
        ] {
            assert_eq!(carried(value, limits), places, "{value} {limits:?}");
        }
        assert_eq!(usual(Unit::Percent, 40.0, Some((10.0, 70.0))), 1);
        assert!((round(0.021_49, Unit::Percent, 1) - 0.021).abs() < 1e-12);
        assert!((round(0.012_34, Unit::Per(100_000), -2) - 0.012).abs() < 1e-12);
    }
}
