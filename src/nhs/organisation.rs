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

/// The level that words name, from 0 for a country down to 9 for small areas and practices.
///
/// ```
/// use equal_measure::nhs::organisation::level_by_name;
/// assert!(level_by_name("NHS region") < level_by_name("ICB"));
/// assert_eq!(level_by_name("Band 5"), None);
/// ```
pub fn level_by_name(text: &str) -> Option<u8> {
    const LEVELS: [(&str, u8); 11] = [
        ("country national england uk nation", 0),
        ("region regions regional", 1),
        ("icb icbs stp stps system systems ics", 2),
        ("subicb subicbs ccg ccgs sublocation", 3),
        (
            "authority authorities county counties district districts borough boroughs council councils la utla \
             ltla ua place places",
            4,
        ),
        ("trust trusts provider providers", 5),
        ("hospital hospitals site sites", 6),
        ("pcn pcns network networks", 6),
        ("ward wards", 7),
        ("practice practices gp surgery surgeries", 8),
        ("lsoa lsoas msoa msoas", 9),
    ];
    let said = words::plain(text);
    let is = |list: &str| {
        said.split(' ')
            .any(|word| list.split(' ').any(|one| one == word))
    };
    if said.contains("sub icb") || said.contains("sub location") {
        return Some(3);
    }
    if said.contains("integrated care") || is("board boards") {
        return Some(2);
    }
    // "Primary care network" and "NHS trust" name their level last.
    LEVELS
        .iter()
        .rev()
        .find(|(list, _)| is(list))
        .map(|(_, level)| *level)
}

/// The level that the form of a code tells, in the same order.
///
/// ```
/// use equal_measure::nhs::organisation::level_by_code;
/// assert!(level_by_code("Y60") < level_by_code("QWO"));
/// assert_eq!(level_by_code("Leeds"), None);
/// ```
pub fn level_by_code(text: &str) -> Option<u8> {
    if is_ons_code(text) {
        return Some(match &text[..3] {
            "E92" | "W92" | "S92" | "N92" | "K01" | "K02" | "K03" | "K04" => 0,
            "E12" | "E40" => 1,
            "E54" => 2,
            "E38" => 3,
            "E01" | "E02" | "W01" | "W02" | "S01" | "S02" => 9,
            "E05" | "W05" | "S13" => 7,
            _ => 4,
        });
    }
    if !is_ods_code(text) {
        return None;
    }
    Some(match (text.len(), text.as_bytes()[0]) {
        (3, b'Y') => 1,
        (3, b'Q') => 2,
        (3, b'0'..=b'9') => 3,
        (3, _) => 5,
        (5, _) | (6, b'U') => 6,
        _ => 8,
    })
}
