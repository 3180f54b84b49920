//! The categories of 2001 and the five groups.

/// The five groups, in the order of showing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Five {
    /// Asian or Asian British.
    Asian,
    /// Black or Black British.
    Black,
    /// Mixed.
    Mixed,
    /// White.
    White,
    /// Other ethnic groups.
    Other,
}

impl Five {
    /// The label as shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Asian => "Asian",
            Self::Black => "Black",
            Self::Mixed => "Mixed",
            Self::White => "White",
            Self::Other => "Other",
        }
    }
}

/// One category.
#[derive(Debug)]
pub struct Category {
    /// The national code.
    pub code: char,
    /// The label as shown.
    pub label: &'static str,
    /// Its group of 2001.
    pub group: Five,
}

const fn of(code: char, label: &'static str, group: Five) -> Category {
    Category { code, label, group }
}

/// The 16 categories of 2001 by code, and the three that the censuses of 2011 and 2021 have besides. Of these,
/// Traveller and Arab have the codes of general practice; Roma has no national code, and the letter is ours.
pub const CATEGORIES: [Category; 19] = [
    of('A', "White British", Five::White),
    of('B', "White Irish", Five::White),
    of('C', "Any other White background", Five::White),
    of('D', "Mixed White and Black Caribbean", Five::Mixed),
    of('E', "Mixed White and Black African", Five::Mixed),
    of('F', "Mixed White and Asian", Five::Mixed),
    of('G', "Any other Mixed background", Five::Mixed),
    of('H', "Indian", Five::Asian),
    of('J', "Pakistani", Five::Asian),
    of('K', "Bangladeshi", Five::Asian),
    of('L', "Any other Asian background", Five::Asian),
    of('M', "Black Caribbean", Five::Black),
    of('N', "Black African", Five::Black),
    of('P', "Any other Black background", Five::Black),
    of('R', "Chinese", Five::Other),
    of('S', "Any other ethnic group", Five::Other),
    of(TRAVELLER, "Gypsy or Irish Traveller", Five::White),
    of(ROMA, "Roma", Five::White),
    of(ARAB, "Arab", Five::Other),
];

/// The categories that 2001 has no place for.
pub const TRAVELLER: char = 'T';
/// See [`TRAVELLER`].
pub const ROMA: char = '\u{211b}';
/// See [`TRAVELLER`].
pub const ARAB: char = 'W';

/// Whether a category is one of 2011 and 2021 alone.
pub const fn is_later(code: char) -> bool {
    matches!(code, TRAVELLER | ROMA | ARAB)
}

/// The place of a category in the order of showing: after the others of its group of 2021.
pub fn order(code: char) -> u32 {
    let after = match code {
        TRAVELLER | ROMA => 'B',
        ARAB => 'R',
        other => other,
    };
    u32::from(after) * 4
        + u32::from(code == TRAVELLER)
        + 2 * u32::from(code == ROMA || code == ARAB)
}

/// The category of a code.
pub fn category(code: char) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.code == code)
}

/// The category with this label.
pub fn of_label(label: &str) -> Option<&'static Category> {
    CATEGORIES.iter().find(|category| category.label == label)
}
