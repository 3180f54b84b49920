//! Sums that keep the digits which plain addition drops.
//!
//! # Sources
//! Neumaier A. Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen. ZAMM
//! 1974;54:39–51. doi:10.1002/zamm.19740540106

/// The sum of the values, with the rounding of each step carried along.
///
/// The error stays near one rounding of the result, however many values there are.
///
/// ```
/// use equal_measure::core::number::sum::exact;
/// assert!((exact([1.0, 1e100, 1.0, -1e100]) - 2.0).abs() < f64::EPSILON);
/// ```
pub fn exact(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0f64, 0.0f64);
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() {
            (total - next) + value
        } else {
            (value - next) + total
        };
        total = next;
    }
    total + lost
}
