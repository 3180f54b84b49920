//! Reading which ethnic category or group a text names.

use super::own;
use super::table::{ARAB, Five, ROMA, TRAVELLER, category};
use crate::core::dimension::Status;
use crate::nhs::words;

/// What a text says of ethnicity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ethnic {
    /// One of the 16 categories, by its national code.
    Category(char),
    /// One of the five groups and no more.
    Group(Five),
    /// A group of another list, or one that is told by whom it leaves out: "Non-Hispanic White", "BME", "Other than
    /// White British". It is what its whole label says, and nothing that one of its words says.
    Own,
    /// Not a group.
    Other(Status),
}

/// The category or group that a text names: a code (`A`, `a1`, `99`), a code with its label
/// (`A: British`), or a label of 2001, 2011, 2021, `OpenSAFELY` or `MSDS`.
///
/// ```
/// use equal_measure::nhs::ethnicity::text::{Ethnic, read};
/// assert_eq!(read("R"), Ethnic::Category('R'));
/// assert_eq!(read("C: Any other white background"), Ethnic::Category('C'));
/// assert_eq!(read(" White + Black African"), Ethnic::Category('E'));
/// ```
pub fn read(text: &str) -> Ethnic {
    let text = text.trim();
    if let Some(found) = by_code(text) {
        return found;
    }
    let said = words::plain(text);
    if let Some(found) = by_label(&said) {
        return found;
    }
    if let Some(status) = words::status(text) {
        return Ethnic::Other(status);
    }
    if own::is_own(&said) {
        return Ethnic::Own;
    }
    // "White: Irish" and "Asian or Asian British - Indian": the part after the heading decides.
    let after = [": ", " - ", " – ", ":"]
        .iter()
        .find_map(|mark| text.split_once(mark));
    if let Some((heading, rest)) = after {
        let rest = words::plain(rest);
        let found = within(&words::plain(heading), &rest).or_else(|| by_label(&rest));
        if let Some(found) = found.or_else(|| by_words(&rest)) {
            return found;
        }
    }
    by_words(&said).unwrap_or(Ethnic::Other(Status::Unrecognised))
}

/// Whether every text is a digit of the list used before 2001, with no letter code among them. It has
/// 0 for White: digits from 1 on may as well be of a list of five groups, and are not read.
pub fn is_legacy(texts: &[&str]) -> bool {
    let mut digits = 0;
    for text in texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
    {
        match text.as_bytes() {
            [b'0'..=b'8'] => digits += 1,
            [b'9' | b'X' | b'x'] => {}
            _ => return false,
        }
    }
    digits >= 3 && texts.iter().any(|text| text.trim() == "0")
}

/// The category of a digit of the list used before 2001.
pub fn legacy(text: &str) -> Ethnic {
    match text.trim() {
        "0" => Ethnic::Group(Five::White),
        "1" => Ethnic::Category('M'),
        "2" => Ethnic::Category('N'),
        "3" => Ethnic::Category('P'),
        "4" => Ethnic::Category('H'),
        "5" => Ethnic::Category('J'),
        "6" => Ethnic::Category('K'),
        "7" => Ethnic::Category('R'),
        "8" => Ethnic::Category('S'),
        "9" => Ethnic::Other(Status::NotStated),
        "X" | "x" => Ethnic::Other(Status::NotKnown),
        _ => Ethnic::Other(Status::Missing),
    }
}

/// Whether the text looks like ethnicity by itself, without a column name to say so.
pub fn is_telling(text: &str) -> bool {
    let plain = words::plain(text);
    let bare = matches!(plain.as_str(), "other" | "mixed" | "any other");
    plain.len() > 2
        && !bare
        && matches!(
            read(text),
            Ethnic::Category(_) | Ethnic::Group(_) | Ethnic::Own
        )
}

fn by_code(text: &str) -> Option<Ethnic> {
    let of = |code: char| match code.to_ascii_uppercase() {
        'Z' => Some(Ethnic::Other(Status::NotStated)),
        'X' => Some(Ethnic::Other(Status::NotKnown)),
        code => category(code).map(|_| Ethnic::Category(code)),
    };
    if text == "99" || text.starts_with("99:") || text.starts_with("99 ") {
        return Some(Ethnic::Other(Status::NotKnown));
    }
    let mut letters = text.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if rest.is_empty() {
        return of(first);
    }
    if let [second] = rest.as_bytes() {
        // A local second character refines the national code; "NK" and "NA" say nothing.
        let silent = matches!(text.to_ascii_uppercase().as_str(), "NK" | "NA" | "NS");
        return (second.is_ascii_alphanumeric() && !silent)
            .then(|| of(first))
            .flatten();
    }
    let parted = [":", " -", " –", ")", "-"]
        .iter()
        .any(|mark| rest.starts_with(mark));
    parted.then(|| of(first)).flatten()
}

/// Labels that must be matched whole.
fn by_label(said: &str) -> Option<Ethnic> {
    Some(match said {
        "white" | "any white" | "white ethnic groups" => Ethnic::Group(Five::White),
        "mixed"
        | "mixed or multiple ethnic groups"
        | "mixed multiple ethnic groups"
        | "mixed or multiple"
        | "mixed ethnicity"
        | "mixed multiple ethnic group"
        | "mixed ethnic group"
        | "mixed multiple" => Ethnic::Group(Five::Mixed),
        "asian"
        | "south asian"
        | "asian or asian british"
        | "asian asian british"
        | "asian asian british or asian welsh"
        | "asian british"
        | "asian ethnic groups" => Ethnic::Group(Five::Asian),
        "black"
        | "black or black british"
        | "black british"
        | "black black british"
        | "black african caribbean or black british"
        | "black african caribbean black british"
        | "black black british black welsh caribbean or african"
        | "black black british caribbean or african"
        | "black ethnic groups" => Ethnic::Group(Five::Black),
        "other"
        | "other ethnic groups"
        | "other ethnicity"
        | "other ethnicities"
        | "other ethnic group"
        | "chinese or other ethnic group"
        | "other ethnic groups including chinese"
        | "chinese and other" => Ethnic::Group(Five::Other),
        "any other" | "any other ethnic group" | "any other ethnic background" => {
            Ethnic::Category('S')
        }
        "british" | "white british" | "english" | "british or mixed british" => {
            Ethnic::Category('A')
        }
        "caribbean" | "black caribbean" => Ethnic::Category('M'),
        "african" | "black african" => Ethnic::Category('N'),
        "irish" | "white irish" => Ethnic::Category('B'),
        _ => return None,
    })
}

/// A short label under its group's heading: "Any other background", "Other".
fn within(heading: &str, rest: &str) -> Option<Ethnic> {
    let other = rest.starts_with("other") || rest.starts_with("any other");
    if !other
        || rest
            .split(' ')
            .any(|word| ["white", "asian", "black"].contains(&word))
    {
        return None;
    }
    let code = match heading.split(' ').next()? {
        "white" => 'C',
        "mixed" => 'G',
        "asian" => 'L',
        "black" => 'P',
        "other" => 'S',
        _ => return None,
    };
    Some(Ethnic::Category(code))
}

/// Words that tell a category wherever they stand, most telling first.
fn by_words(said: &str) -> Option<Ethnic> {
    if !said.split(' ').all(own::is_of_the_lists) {
        return None;
    }
    let has = |word: &str| said.split(' ').any(|other| other == word);
    let any = |list: &[&str]| list.iter().any(|&word| has(word));
    let code = if has("white") && has("caribbean") {
        'D'
    } else if has("white") && has("african") {
        'E'
    } else if has("white") && has("asian") {
        'F'
    } else if any(&["gypsy", "traveller", "travellers"]) {
        TRAVELLER
    } else if any(&["roma", "romany"]) {
        ROMA
    } else if has("english") || has("welsh") && has("scottish") {
        'A'
    } else if has("chinese") {
        'R'
    } else if has("pakistani") {
        'J'
    } else if has("bangladeshi") {
        'K'
    } else if has("indian") && !has("west") {
        'H'
    } else if any(&["mixed", "multiple"]) && any(&["other", "background"]) {
        'G'
    } else if has("white") && has("other") {
        'C'
    } else if has("asian") && has("other") {
        'L'
    } else if has("black") && has("other") {
        'P'
    } else if has("white") && has("irish") {
        'B'
    } else if has("white") && has("british") {
        'A'
    } else if has("black") && has("caribbean") && has("african") {
        return Some(Ethnic::Group(Five::Black));
    } else if has("black") && has("caribbean") {
        'M'
    } else if has("black") && has("african") {
        'N'
    } else if has("arab") {
        ARAB
    } else if said.contains("any other ethnic") {
        'S'
    } else {
        return None;
    };
    Some(Ethnic::Category(code))
}
