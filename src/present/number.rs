//! Numbers as they are printed: thousands by commas, a true minus, no more decimals than allowed.

use crate::answer::cell::Cell;
use crate::core::text::grouped;
use crate::core::units::Unit;

pub use crate::core::text::lowered;

/// A number with thousands separators and a fixed number of decimals; never "-0".
///
/// ```
/// use equal_measure::present::number::plain;
/// assert_eq!(plain(1_234_567.891, 1), "1,234,567.9");
/// assert_eq!(plain(-0.04, 1), "0.0");
/// assert_eq!(plain(-12.0, 0), "−12");
/// ```
pub fn plain(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if value < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    text.push_str(&grouped(whole));
    text.push_str(rest);
    text
}

/// A number in shown units with its unit: "2.1%", "0.9 percentage points", "312 per 100,000".
///
/// ```
/// use equal_measure::core::units::Unit;
/// use equal_measure::present::number::with_unit;
/// assert_eq!(with_unit(2.13, Unit::Percent, 1), "2.1%");
/// assert_eq!(with_unit(1.0, Unit::Points, 0), "1 percentage point");
/// assert_eq!(with_unit(312.4, Unit::Per(100_000), 0), "312 per 100,000");
/// assert_eq!(with_unit(1234.0, Unit::People, -2), "1,234");
/// assert_eq!(with_unit(-12.5, Unit::Pounds, 2), "−£12.50");
/// ```
pub fn with_unit(shown: f64, unit: Unit, places: i8) -> String {
    let number = bare(shown, places);
    let one = number.trim_start_matches('−') == "1";
    match unit {
        Unit::Percent => format!("{number}%"),
        Unit::Points if one => format!("{number} percentage point"),
        Unit::Points => format!("{number} percentage points"),
        Unit::Per(people) | Unit::DifferencePer(people) => {
            format!("{number} per {}", plain(f64::from(people), 0))
        }
        Unit::Weeks if one => format!("{number} week"),
        Unit::Weeks => format!("{number} weeks"),
        Unit::Years if one => format!("{number} year"),
        Unit::Years => format!("{number} years"),
        Unit::Pounds => match number.strip_prefix('−') {
            Some(number) => format!("−£{number}"),
            None => format!("£{number}"),
        },
        Unit::People | Unit::Ratio | Unit::Index | Unit::Own => number,
    }
}

/// A number to a figure's decimals; tens and hundreds have none.
pub fn bare(shown: f64, places: i8) -> String {
    plain(shown, usize::try_from(places).unwrap_or(0))
}

/// A count: with thousands separators, small fractions of person-years to one decimal, or "hidden".
pub fn count(cell: Cell) -> String {
    match cell.number() {
        Some(number) if number.fract() == 0.0 || number >= 100.0 => plain(number, 0),
        Some(number) => plain(number, 1),
        None => HIDDEN.to_owned(),
    }
}

/// What stands where a number is hidden by the disclosure rule.
pub const HIDDEN: &str = "hidden";
/// What stands where the file itself hides the number.
pub const HIDDEN_BY_PUBLISHER: &str = "hidden by the publisher";
/// What stands where there is no number for another reason.
pub const NO_FIGURE: &str = "no figure";
