//! Codes of organisations and areas: ODS codes of the NHS and nine-character codes of the ONS.

use crate::core::dimension::Dimension;
use crate::core::plan::Division;

use super::{plain, words};

/// Settles texts that are codes or names of organisations or areas: as the file names them, without
/// England as a whole where its parts are there.
pub fn settle(division: &Division, texts: &[&str]) -> Dimension {
    let parts = texts.iter().copied().filter(|text| !is_england(text));
    let parts: Vec<&str> = parts.collect();
    if parts.is_empty() || parts.len() == texts.len() {
        return plain::settle(division, texts);
    }
    let mut dimension = plain::settle(division, &parts);
    dimension.notes.push(format!(
        "Rows of England in \"{}\" are the sum of the others and are left out where places are compared.",
        division.column
    ));
    dimension
}

/// Whether a text is an ONS nine-character code: `E01000001` (a small area), `W06000015`.
///
/// ```
/// assert!(equal_measure::nhs::organisation::is_ons_code("E92000001"));
/// ```
pub fn is_ons_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && matches!(
            bytes[0],
            b'E' | b'W' | b'S' | b'N' | b'K' | b'L' | b'M' | b'J'
        )
        && bytes[1..].iter().all(u8::is_ascii_digit)
}

/// Whether a text is an ODS code: `RRF` and `RRF01` (trusts and sites), `QOP` (integrated care
/// boards), `00C` (their parts), `Y61` (regions), `A81001` (general practices).
pub fn is_ods_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let all = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_alphanumeric);
    match bytes.len() {
        3 => match bytes[0] {
            b'R' | b'Q' | b'T' | b'N' | b'A' | b'D' => {
                all(1..3)
                    && bytes[1..].iter().all(|byte| !byte.is_ascii_lowercase())
                    && text != "ALL"
                    && text != "NHS"
            }
            b'Y' | b'X' | b'Z' => bytes[1..].iter().all(u8::is_ascii_digit),
            b'0'..=b'9' => bytes[1].is_ascii_digit() && bytes[2].is_ascii_uppercase(),
            _ => false,
        },
        5 => bytes[0] == b'R' && all(1..5) && bytes[1..3].iter().all(u8::is_ascii_uppercase),
        6 => bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Whether a text names England as a whole, in any of the ways that files do.
pub fn is_england(text: &str) -> bool {
    let text = text.trim();
    text.eq_ignore_ascii_case("england") || text.eq_ignore_ascii_case("eng") || text == "E92000001"
}

/// Whether a column of this name says of what kind an organisation or area is, not which it is.
///
/// ```
/// use equal_measure::nhs::organisation::is_level;
/// assert!(is_level("Area Type") && is_level("ORG_LEVEL") && !is_level("Area Name"));
/// ```
pub fn is_level(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("type") || name.contains("level")
}

/// Whether a text names a kind of organisation or area of which there are several: "ACUTE TRUST",
/// "Integrated care board", "Region"; not all of them together, and no sector.
pub fn is_kind(text: &str) -> bool {
    const KINDS: &str = "trust trusts board boards region regions icb icbs ccg ccgs practice practices pcn pcns \
         network networks authority authorities county counties district districts borough \
         boroughs place places site sites hospital hospitals provider providers utla ltla \
         commissioner commissioners cluster clusters locality localities ward wards";
    let said = words::plain(text);
    words::status(text).is_none()
        && said
            .split(' ')
            .any(|word| KINDS.split(' ').any(|kind| kind == word))
}

/// Whether a text is a small-area code, and of which year's boundaries, by the column's name.
pub fn small_area_year(name: &str) -> Option<u32> {
    let name = name.to_lowercase().replace(['_', ' ', '(', ')'], "");
    if !name.contains("lsoa") && !name.contains("superoutputarea") {
        return None;
    }
    if name.contains("lsoa21") || name.contains("2021") {
        Some(2021)
    } else if name.contains("lsoa11") || name.contains("2011") {
        Some(2011)
    } else {
        None
    }
}
