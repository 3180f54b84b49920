//! Whom an indicator counts, by the words of its name: the file gives nothing else to tell it from.

use crate::core::indicator::Counted;

const DEATHS: [&str; 5] = ["death", "died", "dying", "mortality", "deceased"];
const GOOD_HEALTH: [&str; 2] = ["good health", "healthy"];

/// Whom an indicator of this name counts.
///
/// ```
/// use equal_measure::core::indicator::Counted;
/// use equal_measure::nhs::indicators::counted::counted;
/// assert_eq!(counted("Deaths in the year"), Counted::Deaths);
/// assert_eq!(counted("People in good health"), Counted::GoodHealth);
/// assert_eq!(counted("Admissions"), Counted::Others);
/// ```
pub fn counted(name: &str) -> Counted {
    let name = name.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&DEATHS) {
        Counted::Deaths
    } else if says(&GOOD_HEALTH) {
        Counted::GoodHealth
    } else {
        Counted::Others
    }
}
