//! Deprivation: deciles and fifths of the Index of Multiple Deprivation, most deprived first.
//!
//! 1 is the most deprived in every edition of the index. Some data sets number the other way round and
//! say so in the text ("10 (most deprived)"): their labels win over their numbers.

pub mod edition;
pub mod rank;
pub mod text;

use crate::core::dimension::{Contrast, Dimension, Status};
use crate::core::plan::{Division, Switches};

use super::settle::{self, Place};
use super::words;

/// Into how many equal parts areas are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Deciles.
    Ten,
    /// Fifths (quintiles).
    Five,
    /// Twentieths (vigintiles), which are shown as tenths.
    Twenty,
}

impl Parts {
    /// How many parts.
    pub const fn count(self) -> u32 {
        match self {
            Self::Ten => 10,
            Self::Five => 5,
            Self::Twenty => 20,
        }
    }

    const fn one(self) -> &'static str {
        match self {
            Self::Ten => "tenth",
            Self::Five => "fifth",
            Self::Twenty => "twentieth",
        }
    }
}

/// Whether a column's name (lower case, words apart by spaces) is that of one domain of deprivation, such as crime:
/// that is neither the index nor Core20.
pub fn is_domain(said: &str) -> bool {
    const DOMAINS: &str = "income employment education health crime barriers living housing idaci idaopi access skills \
        indoors outdoors geographical environment";
    let overall = ["multiple", "imd", "simd", "wimd", "nimdm", "overall"];
    let mut words = said.split(' ');
    words
        .clone()
        .any(|word| DOMAINS.split_whitespace().any(|domain| domain == word))
        && !words.any(|word| overall.iter().any(|index| word.starts_with(index)))
}

/// Settles texts that name deciles or fifths.
pub fn settle(division: &Division, texts: &[&str], parts: Parts, switches: &Switches) -> Dimension {
    let turned = switches.most_deprived_last && !text::says_ends(texts);
    let reversed = turned || text::is_reversed(texts, parts);
    let places = texts.iter().map(|&text| {
        let number = text::part(text, parts).map(|number| {
            if reversed {
                parts.count() + 1 - number
            } else {
                number
            }
        });
        (text, number)
    });
    let mut dimension = finish(division, places, parts, *switches);
    if reversed {
        dimension.notes.push(format!(
            "The file numbers deprivation the other way round ({} is the most deprived). \
             It was turned, so that 1 is the most deprived as in the index itself.",
            parts.count()
        ));
    }
    dimension.edition = edition::named(&settle::all_names(division)).map(str::to_owned);
    note_edition(&mut dimension);
    note_extent(&mut dimension, division);
    dimension
}

/// Builds the dimension from the part that each text names.
fn finish<'a>(
    division: &Division,
    texts: impl Iterator<Item = (&'a str, Option<u32>)>,
    parts: Parts,
    switches: Switches,
) -> Dimension {
    let shown = match parts {
        _ if switches.fifths => Parts::Five,
        Parts::Twenty => Parts::Ten,
        parts => parts,
    };
    let joined = parts.count() / shown.count();
    let places = texts.map(|(text, number)| {
        let place = match number {
            Some(number) => {
                let number = number.div_ceil(joined.max(1));
                Place::Known(number, label(number, shown))
            }
            None if matches!(text.trim(), "-1" | "99" | "-1.0" | "99.0") => {
                Place::Other(Status::NotKnown)
            }
            None => Place::Other(words::status(text).unwrap_or(Status::Unrecognised)),
        };
        (text, place)
    });
    let mut dimension = settle::groups(division, name(division, shown), places);
    dimension.ordered = true;
    if shown == Parts::Ten {
        let fifth = |number: u32| (number as usize - 1) / 2;
        let number = |name: &str| (1..=10).find(|&number| label(number, shown) == name);
        let groups = dimension.groups.iter();
        dimension.nests = groups
            .map(|group| number(&group.label).map_or(NO_FIFTH, fifth))
            .collect();
    }
    let names = settle::all_names(division);
    let national = !is_local(division) && !is_domain(&names) && abroad(&names).is_none();
    dimension.contrasts = contrasts(&dimension, shown, national);
    dimension
}

/// Where people of unknown tenth are nested: in no fifth.
const NO_FIFTH: usize = 5;

fn label(number: u32, parts: Parts) -> String {
    if number == 1 {
        "1 – most deprived".into()
    } else if number == parts.count() {
        format!("{number} – least deprived")
    } else {
        number.to_string()
    }
}

fn name(division: &Division, parts: Parts) -> String {
    let names = settle::all_names(division);
    let part = match parts {
        Parts::Ten | Parts::Twenty => "decile",
        Parts::Five => "fifth",
    };
    let own = ["wealth", "economic", "income"];
    if own.iter().any(|word| names.contains(word)) || is_domain(&names) {
        settle::name_of(division)
    } else if ["imd", "multiple deprivation", "iod"]
        .iter()
        .any(|word| names.contains(word))
    {
        let index = abroad(&names).unwrap_or("IMD");
        format!("Deprivation ({index} {part})")
    } else {
        format!("Deprivation ({part})")
    }
}

/// The index of Scotland, Wales or Northern Ireland, where names say one.
fn abroad(names: &str) -> Option<&'static str> {
    [("simd", "SIMD"), ("wimd", "WIMD"), ("nimdm", "NIMDM")]
        .into_iter()
        .find(|(word, _)| names.contains(word))
        .map(|(_, index)| index)
}

fn is_local(division: &Division) -> bool {
    settle::all_names(division)
        .split(' ')
        .any(|word| word == "local")
}

/// The most deprived part against the least deprived, and Core20 against the rest.
fn contrasts(dimension: &Dimension, parts: Parts, national: bool) -> Vec<Contrast> {
    let at = |number: u32| {
        let label = label(number, parts);
        dimension
            .known()
            .find(|&place| dimension.groups[place].label == label)
    };
    let mut list = Vec::new();
    if let (Some(most), Some(least)) = (at(1), at(parts.count())) {
        list.push(Contrast {
            id: "extremes".into(),
            worse_off: format!("the most deprived {}", parts.one()),
            better_off: format!("the least deprived {}", parts.one()),
            worse_off_groups: vec![most],
            better_off_groups: vec![least],
        });
    }
    let core_parts = parts.count() / 5;
    let core: Vec<usize> = (1..=core_parts).filter_map(at).collect();
    let rest: Vec<usize> = (core_parts + 1..=parts.count()).filter_map(at).collect();
    if core.len() == core_parts as usize && !rest.is_empty() && national {
        list.push(Contrast {
            id: "core20".into(),
            worse_off: "the most deprived 20% (Core20)".into(),
            better_off: "everyone else".into(),
            worse_off_groups: core,
            better_off_groups: rest,
        });
    }
    list
}

fn note_edition(dimension: &mut Dimension) {
    if dimension.edition.is_none() && dimension.name.contains("(IMD") {
        dimension.notes.push(
            "The file does not say which edition of the Index of Multiple Deprivation was used \
             (IMD 2019 or IoD 2025). One area in two changes decile between them."
                .into(),
        );
    }
}

fn note_extent(dimension: &mut Dimension, division: &Division) {
    if is_local(division) {
        dimension.notes.push(
            "The parts are local: the most deprived areas of this place, not of England. Core20 \
             cannot be told from them."
                .into(),
        );
    } else if is_domain(&settle::all_names(division)) {
        dimension.notes.push(
            "This is one domain of deprivation, not the index. Core20 cannot be told from it."
                .into(),
        );
    } else if let Some(index) = abroad(&settle::all_names(division)) {
        dimension.notes.push(format!(
            "The index is the {index}, and not that of England: Core20 is not told from it."
        ));
    } else if dimension.name.starts_with("Deprivation") {
        dimension.notes.push(
            "\"Most deprived\" is taken to mean within England, since the file does not say \
             otherwise."
                .into(),
        );
    }
}
