//! How many decimals a figure deserves, and rounding to them.

use crate::core::units::Unit;

/// The decimals that an interval carries, in shown units: its half-width is between one and ten units
/// of the last decimal. Below zero for tens and hundreds.
///
/// Without an interval the value keeps two digits.
pub(super) fn carried(value: f64, limits: Option<(f64, f64)>) -> i8 {
    match limits {
        Some((lower, upper)) if upper > lower => place(-((upper - lower) / 2.0).log10(), f64::ceil),
        _ if value == 0.0 => 0,
        _ => first_digit(value) + 1,
    }
}

/// The decimals to print of a figure that may be shown in full: what its interval carries, within what
/// is usual for its unit, and enough for two digits of a small value.
pub(super) fn usual(unit: Unit, value: f64, limits: Option<(f64, f64)>) -> i8 {
    let (least, most) = match unit {
        Unit::People => (0, 0),
        Unit::Per(_) | Unit::DifferencePer(_) | Unit::Index if value.abs() >= 1_000.0 => (0, 0),
        Unit::Index if value.abs() >= 100.0 => (1, 1),
        Unit::Percent | Unit::Points | Unit::Per(_) | Unit::DifferencePer(_) | Unit::Own => (1, 2),
        Unit::Weeks | Unit::Years => (1, 1),
        Unit::Pounds => (0, 2),
        Unit::Ratio => (2, 3),
        Unit::Index => (3, 4),
    };
    let carried = carried(value, limits);
    let places = carried.clamp(least, most);
    if value == 0.0 || first_digit(value) <= places || unit == Unit::People {
        return apart(places, limits);
    }
    // A value near nothing shows two digits of its own, but not beyond what its interval carries.
    let own = first_digit(value) + 1;
    let places = match limits {
        Some((lower, upper)) if upper > lower => own.min(carried + 1).max(places),
        _ => own,
    };
    apart(places, limits)
}

/// The decimals of a ratio that is made from released parts. No rule limits it, so that it has at least
/// `least` and as many as its interval carries, to three.
pub(super) fn of_ratio(least: i8, value: f64, limits: Option<(f64, f64)>) -> i8 {
    apart(carried(value, limits).clamp(least, least.max(3)), limits)
}

/// The fewest decimals from `places` on, two more at most, at which two limits do not look alike.
pub(super) fn apart(places: i8, limits: Option<(f64, f64)>) -> i8 {
    let Some((lower, upper)) = limits.filter(|(lower, upper)| upper > lower) else {
        return places;
    };
    let alike = |places: i8| {
        let scale = 10f64.powi(i32::from(places));
        (lower * scale).round() >= (upper * scale).round()
    };
    let enough = (places..=places + 2).find(|&places| !alike(places));
    enough.unwrap_or(places)
}

/// The decimals of a figure that is limited to what its interval carries. A ratio keeps one more, and
/// its first digit in any case: its interval is wide on the upper side only. Percentages, weeks and
/// years are never rounded to tens.
pub(super) fn limited(unit: Unit, value: f64, limits: Option<(f64, f64)>) -> i8 {
    let places = carried(value, limits);
    let places = match unit {
        Unit::Ratio if limits.is_some() && value > 0.0 => (places + 1).max(first_digit(value)),
        Unit::Percent | Unit::Points | Unit::Weeks | Unit::Years => places.max(0),
        _ => places,
    };
    places.min(usual(unit, value, limits))
}

/// A stored value rounded so that it has `places` decimals when shown in its unit.
pub(super) fn round(stored: f64, unit: Unit, places: i8) -> f64 {
    to_whole(stored, unit, places, f64::round)
}

/// The limits of an interval with `places` decimals when shown in their unit, rounded outwards: what is printed
/// covers what was calculated.
pub(super) fn outwards((lower, upper): (f64, f64), unit: Unit, places: i8) -> (f64, f64) {
    (
        to_whole(lower, unit, places, f64::floor),
        to_whole(upper, unit, places, f64::ceil),
    )
}

fn to_whole(stored: f64, unit: Unit, places: i8, whole: fn(f64) -> f64) -> f64 {
    let factor = unit.factor();
    let scale = 10f64.powi(i32::from(places));
    let scaled = stored * factor * scale;
    // 0.29 × 100 is a little less than 29.
    let nearest = scaled.round();
    let is_whole = (scaled - nearest).abs() < 1e-9 * nearest.abs().max(1.0);
    let shown = if is_whole { nearest } else { whole(scaled) } / scale;
    if shown == 0.0 { 0.0 } else { shown / factor }
}

/// The decimal place of a value's first digit: 0 for 3.4, 2 for 0.034, −3 for 3,400.
fn first_digit(value: f64) -> i8 {
    place(-value.abs().log10(), f64::ceil)
}

fn place(power: f64, whole: fn(f64) -> f64) -> i8 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let place = whole(power).clamp(-9.0, 9.0) as i8;
    place
}

#[cfg(test)]
mod tests {
    use super::{carried, limited, of_ratio, outwards, round, usual};
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
        assert_eq!(usual(Unit::Index, 0.000_031, Some((0.000_02, 0.000_04))), 6);
        assert_eq!(limited(Unit::Points, 17.3, Some((2.6, 32.0))), 0);
        assert_eq!(limited(Unit::Ratio, 3.5, Some((0.1, 800.0))), 0);
        assert_eq!(limited(Unit::Ratio, 4.2, Some((1.2, 17.1))), 1);
        assert_eq!(usual(Unit::Percent, 40.0, Some((10.0, 70.0))), 1);
        assert_eq!(usual(Unit::Per(100_000), 16_129.0, None), 0);
        assert_eq!(usual(Unit::Per(100_000), 226.2, None), 1);
        assert_eq!(usual(Unit::Index, 1_047.524, None), 0);
        assert_eq!(usual(Unit::Index, 123.04, None), 1);
        assert_eq!(usual(Unit::Percent, 2.1, Some((2.099, 2.102))), 3);
        assert_eq!(usual(Unit::Points, -0.0027, Some((-0.198, 0.208))), 2);
        for (least, value, limits, places) in [
            (1, 0.7, Some((0.66, 0.74)), 2),
            (2, 0.970_1, Some((0.968, 0.972)), 3),
            (1, 1.5, Some((0.9, 2.4)), 1),
            (1, 3.0, None, 1),
            (2, 0.970_1, Some((0.969_8, 0.970_2)), 4),
        ] {
            assert_eq!(of_ratio(least, value, limits), places, "{value} {limits:?}");
        }
        assert!((round(0.021_49, Unit::Percent, 1) - 0.021).abs() < 1e-12);
        let (lower, upper) = outwards((0.290_000_000_001, 0.301), Unit::Percent, 0);
        assert!((lower - 0.29).abs() < 1e-12 && (upper - 0.31).abs() < 1e-12);
        assert!((round(0.012_34, Unit::Per(100_000), -2) - 0.012).abs() < 1e-12);
    }
}
