//! Ethnic groups: the 16 categories of 2001 and the five groups made of them, with Chinese as a
//! visible switch between Other (2001) and Asian (2011 and 2021).
//!
//! Source: NHS Data Dictionary, ETHNIC CATEGORY; ONS harmonised ethnic groups of 2011 and 2021. Gypsy,
//! Irish Traveller and Roma are counted in Any other White background and Arab in Any other ethnic
//! group, since the categories of 2001 have no place of their own for them.

pub mod table;
pub mod text;

use crate::core::dimension::{Dimension, Status};
use crate::core::plan::{Division, Switches};

use super::settle::{self, Place};
use super::words;
use table::{Five, category};
use text::Ethnic;

/// Settles texts that name ethnic categories or groups.
pub fn settle(division: &Division, texts: &[&str], switches: &Switches) -> Dimension {
    let legacy = text::is_legacy(texts);
    let read: Vec<(&str, Ethnic)> = texts
        .iter()
        .map(|&text| {
            (
                text,
                if legacy {
                    text::legacy(text)
                } else {
                    text::read(text)
                },
            )
        })
        .collect();
    // "Any other" is both a category and a group, so it does not show which of the two a file has.
    let detailed = read
        .iter()
        .any(|(_, ethnic)| matches!(ethnic, Ethnic::Category(code) if *code != 'S'));
    let sixteen = switches.sixteen_ethnic_groups && detailed;
    let asian = if texts.iter().any(|text| words::plain(text) == "south asian") {
        "South Asian"
    } else {
        Five::Asian.label()
    };
    let five = |group: Five| {
        let label = if group == Five::Asian {
            asian
        } else {
            group.label()
        };
        Place::Known(group as u32, label.to_owned())
    };
    let places = read.into_iter().map(|(text, ethnic)| {
        let place = match ethnic {
            Ethnic::Other(status) => Place::Other(status),
            Ethnic::Group(group) => five(group),
            Ethnic::Category(code) => {
                category(code).map_or(Place::Other(Status::Unrecognised), |category| {
                    if sixteen {
                        Place::Known(u32::from(code), category.label.to_owned())
                    } else if code == 'R' && switches.chinese_in_asian {
                        five(Five::Asian)
                    } else {
                        five(category.group)
                    }
                })
            }
        };
        (text, place)
    });
    let mut dimension = settle::groups(division, "Ethnic group".into(), places);
    if sixteen {
        let five = |name: &str| match table::of_label(name) {
            Some(category) if category.code == 'R' && switches.chinese_in_asian => {
                Five::Asian as usize
            }
            Some(category) => category.group as usize,
            None => NO_GROUP,
        };
        let groups = dimension.groups.iter();
        dimension.nests = groups.map(|group| five(&group.label)).collect();
    }
    dimension.edition = Some(edition(detailed, sixteen, *switches, texts).into());
    let reference = if sixteen { "White British" } else { "White" };
    let place = dimension
        .known()
        .find(|&place| dimension.groups[place].label == reference);
    dimension.reference = place;
    if let Some(reference) = place {
        dimension.contrasts = settle::against(&dimension, reference);
    }
    let digits = texts
        .iter()
        .filter(|text| matches!(text.trim(), "1" | "2" | "3" | "4" | "5"));
    if !legacy && digits.count() >= 3 {
        dimension.notes.push(
            "Ethnicity is given in digits, and the file does not say of which list. They are not \
             recognised; replace them by codes or labels."
                .into(),
        );
    }
    note(&mut dimension, detailed, legacy, *switches);
    dimension
}

/// Where people of unknown category are nested: in none of the five groups.
const NO_GROUP: usize = 99;

fn edition(detailed: bool, sixteen: bool, switches: Switches, texts: &[&str]) -> &'static str {
    let census_2021 = texts
        .iter()
        .any(|text| words::plain(text).contains("asian welsh"));
    match (sixteen, detailed, switches.chinese_in_asian) {
        (true, ..) => "16 categories of 2001",
        (_, true, false) => "five groups of 2001, Chinese in Other",
        (_, true, true) => "five groups, Chinese in Asian as in 2011 and 2021",
        _ if census_2021 => "five groups of Census 2021, Chinese in Asian",
        _ => "five groups as the file gives them",
    }
}

fn note(dimension: &mut Dimension, detailed: bool, legacy: bool, switches: Switches) {
    if !detailed && (switches.chinese_in_asian || switches.sixteen_ethnic_groups) {
        dimension.notes.push(
            "The file gives five ethnic groups only, so that Chinese cannot be moved between \
             groups and the 16 categories cannot be shown."
                .into(),
        );
    }
    if legacy {
        dimension.notes.push(
            "Ethnicity is in the single digits used before 2001 (0 White to 9 not given).".into(),
        );
    }
    let has = |status| dimension.groups.iter().any(|group| group.status == status);
    if has(Status::NotStated) && has(Status::NotKnown) {
        dimension.notes.push(
            "\"Not stated\" (asked, and not answered) and \"not known\" (not asked or not \
             recorded) are kept apart."
                .into(),
        );
    }
}
