//! Ages as life tables and standard populations have them: bands of five years, infants apart.
//!
//! Single years become 0, 1–4, 5–9 … 85–89, 90 and over. Where the file ends its single years earlier
//! ("85+"), so do the bands. Bands as a file writes them stay as they are.

use crate::core::dimension::{Dimension, Status};
use crate::core::plan::Division;
use crate::nhs::words;

use super::band;

/// The last band begins here, unless the file begins its last one earlier.
const LAST: u32 = 90;
const YEARS: u32 = 5;

/// Settles texts that are ages or age bands.
///
/// ```
/// use equal_measure::core::plan::Division;
/// let division = Division {
///     id: "Age".into(), column: "Age".into(), only: None, scheme: "age".into(),
/// };
/// let settled = equal_measure::nhs::age::five_years::settle(&division, &["7", "31", "95"]);
/// let labels: Vec<&str> = settled.groups.iter().map(|group| group.label.as_str()).collect();
/// assert_eq!(labels, ["5–9", "30–34", "90 and over"]);
/// ```
pub fn settle(division: &Division, texts: &[&str]) -> Dimension {
    let mut dimension = if super::are_years(texts) {
        super::of_years(division, texts, &first_years(texts))
    } else {
        super::of_bands(division, texts)
    };
    let total = |text: &&&str| words::status(text) == Some(Status::Total);
    if let Some(text) = texts.iter().find(total) {
        dimension.notes.push(format!(
            "Rows of \"{}\" are the sum of the other ages and are left out where age is taken into \
             account.",
            text.trim()
        ));
    }
    dimension
}

/// The first year of each band.
fn first_years(texts: &[&str]) -> Vec<u32> {
    let open = texts.iter().filter_map(|text| band::read(text));
    let open = open.filter(|band| band.high.is_none() && band.low % YEARS == 0);
    let last = open.map(|band| band.low).min().unwrap_or(LAST).min(LAST);
    let fives = (1..=last / YEARS).map(|place| place * YEARS);
    [0, 1].into_iter().chain(fives).collect()
}
