//! What happened, in words: "Attended", "Did not attend", "Cancelled".

use super::words;

/// Words for what was hoped for.
const YES: &[&str] = &[
    "attended",
    "patient attended",
    "attended on time",
    "attended late",
    "arrived",
    "seen",
    "accepted",
    "taken up",
    "completed",
    "complete",
    "vaccinated",
    "immunised",
    "screened",
    "treated",
    "recovered",
    "achieved",
    "met",
    "quit",
    "responded",
    "reviewed",
    "controlled",
];

/// Words for its opposite.
const NO: &[&str] = &[
    "did not attend",
    "dna",
    "dnad",
    "not attended",
    "failed to attend",
    "no show",
    "was not brought",
    "wnb",
    "missed",
    "not seen",
    "declined",
    "refused",
    "not accepted",
    "not taken up",
    "not completed",
    "incomplete",
    "dropped out",
    "not vaccinated",
    "unvaccinated",
    "not immunised",
    "not screened",
    "not treated",
    "not recovered",
    "not achieved",
    "not met",
    "breached",
    "did not quit",
    "not quit",
    "did not respond",
    "not responded",
    "not reviewed",
    "not controlled",
    "uncontrolled",
];

/// Words for what is neither: nobody could attend what was cancelled.
const NEITHER: &[&str] = &[
    "cancelled",
    "cancelled by patient",
    "cancelled by hospital",
    "cancelled by provider",
    "cancelled by service",
    "patient cancelled",
    "hospital cancelled",
    "provider cancelled",
    "rescheduled",
    "rearranged",
    "booked",
    "pending",
    "not yet known",
];

/// Whether a text says that the outcome came about; `None` for one that does not say.
///
/// ```
/// use equal_measure::nhs::outcomes::answer;
/// assert_eq!(answer("Attended"), Some(true));
/// assert_eq!(answer("Did Not Attend"), Some(false));
/// assert_eq!(answer("Cancelled"), None);
/// ```
pub fn answer(text: &str) -> Option<bool> {
    let said = words::plain(text);
    let is = |list: &[&str]| list.contains(&said.as_str());
    match (is(YES), is(NO)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// Whether these texts, all of a column's, are outcomes in words: at least one for yes and one for no, and
/// none that is not known.
pub fn are_outcomes(texts: &[&str]) -> bool {
    let has = |wanted: bool| texts.iter().any(|text| answer(text) == Some(wanted));
    let known = |text: &&str| {
        answer(text).is_some()
            || words::status(text).is_some()
            || NEITHER.contains(&words::plain(text).as_str())
    };
    has(true) && has(false) && texts.iter().all(known)
}
