//! Whether a text is one of a list of codes or words.

use super::words;
use crate::core::criterion::Code;

/// Whether a text is one of these. Case, spaces and points do not matter, nor do zeros before a number.
///
/// ```
/// use equal_measure::core::criterion::Code;
/// use equal_measure::nhs::code::is_any;
/// let stroke = [Code::Range("I60".into(), "I69".into())];
/// assert!(is_any(&stroke, "I64X") && is_any(&stroke, "i69.4") && !is_any(&stroke, "I70"));
/// assert!(is_any(&[Code::Starts("2".into())], "2A"));
/// assert!(is_any(&[Code::Is("5".into())], "05") && !is_any(&[Code::Is("5".into())], "50"));
/// ```
pub fn is_any(codes: &[Code], text: &str) -> bool {
    let said = plain(text);
    codes.iter().any(|code| match code {
        Code::Is(code) => plain(code) == said,
        Code::Starts(start) => said.starts_with(&plain(start)),
        Code::Range(from, to) => {
            let (from, to) = (plain(from), plain(to));
            let start = |length: usize| said.get(..length.min(said.len()));
            start(from.len()).is_some_and(|start| start >= from.as_str())
                && start(to.len()).is_some_and(|start| start <= to.as_str())
        }
    })
}

/// Whether a text is one code.
pub fn is(code: &str, text: &str) -> bool {
    plain(code) == plain(text)
}

/// A code without what does not matter.
fn plain(text: &str) -> String {
    let said = words::plain(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // Some tools write 5.0 in a column of numbers with gaps.
    let whole = said.strip_suffix(" 0").filter(|whole| digits(whole));
    let said: String = whole.unwrap_or(&said).split(' ').collect();
    if digits(&said) {
        let number = said.trim_start_matches('0');
        return if number.is_empty() { "0" } else { number }.to_owned();
    }
    said
}
