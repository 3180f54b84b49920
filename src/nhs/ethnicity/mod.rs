//! Ethnic groups: the 16 categories of 2001 and the five groups made of them, with Chinese as a
//! visible switch between Other (2001) and Asian (2011 and 2021).
//!
//! Source: NHS Data Dictionary, ETHNIC CATEGORY; ONS harmonised ethnic groups of 2011 and 2021. Gypsy or Irish
//! Traveller, Roma and Arab, which the censuses of 2011 and 2021 have besides, are groups of their own where
//! categories are shown; among the five groups they are White, White and Other.
//!
//! A file of another list (of the United States, of Scotland, White against minority ethnic) is shown as it is.

mod own;
pub mod table;
pub mod text;

use std::collections::BTreeMap;

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
    if read.iter().any(|(_, ethnic)| *ethnic == Ethnic::Own) {
        return as_they_are(division, &read);
    }
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
        // Among categories, those of whom no more than the group is known come last.
        let after = if sixteen { LAST } else { 0 };
        Place::Known(after + group as u32, label.to_owned())
    };
    let later = read
        .iter()
        .any(|(_, ethnic)| matches!(ethnic, Ethnic::Category(code) if table::is_later(*code)));
    let places = read.into_iter().map(|(text, ethnic)| {
        let place = match ethnic {
            Ethnic::Other(status) => Place::Other(status),
            Ethnic::Own => Place::Other(Status::Unrecognised),
            Ethnic::Group(group) => five(group),
            Ethnic::Category(code) => {
                category(code).map_or(Place::Other(Status::Unrecognised), |category| {
                    if sixteen {
                        Place::Known(table::order(code), category.label.to_owned())
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
    dimension.edition = Some(edition(detailed, sixteen.then_some(later), *switches, texts).into());
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

/// After every category, in the order of showing.
const LAST: u32 = u32::MAX / 2;

/// Where people of unknown category are nested: in none of the five groups.
const NO_GROUP: usize = 99;

/// Whether the file tells a category that the five groups and the 16 of 2001 have no place for.
///
/// ```
/// assert!(equal_measure::nhs::ethnicity::has_later(&["White: Roma", "White: Irish"]));
/// ```
pub fn has_later(texts: &[&str]) -> bool {
    texts
        .iter()
        .any(|text| matches!(text::read(text), Ethnic::Category(code) if table::is_later(code)))
}

/// Groups of another list: each by its whole label, codes by theirs.
fn as_they_are(division: &Division, read: &[(&str, Ethnic)]) -> Dimension {
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    let label = |text: &str, ethnic: Ethnic| match ethnic {
        Ethnic::Category(code) if text.trim().len() <= 2 => {
            category(code).map_or_else(String::new, |category| category.label.to_owned())
        }
        _ => text.trim().to_owned(),
    };
    let places: Vec<(&str, Place)> = read
        .iter()
        .map(|&(text, ethnic)| {
            if let Ethnic::Other(status) = ethnic
                && status != Status::Unrecognised
            {
                return (text, Place::Other(status));
            }
            let label = label(text, ethnic);
            let label = labels.entry(words::plain(&label)).or_insert(label);
            (text, Place::Known(0, label.clone()))
        })
        .collect();
    let mut dimension = settle::groups(division, "Ethnic group".into(), places);
    dimension.edition = Some("groups as the file names them".into());
    let said: Vec<String> = dimension
        .groups
        .iter()
        .map(|group| words::plain(&group.label))
        .collect();
    let white =
        |said: &String| ["white", "white british", "white scottish"].contains(&said.as_str());
    let like = |said: &String| {
        said.starts_with("white") && !said.contains(" and ") || said.ends_with(" white")
    };
    let of = |test: &dyn Fn(&String) -> bool| {
        dimension.known().find(|&place| {
            let said = &said[place];
            test(said)
                && !["other", "non white", "not white"]
                    .iter()
                    .any(|no| said.contains(no))
        })
    };
    dimension.reference = of(&white).or_else(|| of(&like));
    if let Some(reference) = dimension.reference {
        dimension.contrasts = settle::against(&dimension, reference);
        // Some of a group against all of it is no gap.
        let part = |place: &usize| own::is_part(&said[*place], &said[reference]);
        dimension
            .contrasts
            .retain(|contrast| !contrast.worse_off_groups.iter().any(part));
    }
    let parts = said
        .iter()
        .flat_map(|part| said.iter().map(move |whole| (part, whole)));
    if let Some((part, whole)) = parts
        .into_iter()
        .find(|(part, whole)| own::is_part(part, whole))
    {
        let label = |said: &String| labels.get(said).map_or("", String::as_str);
        dimension.overlapping = true;
        dimension.notes.push(format!(
            "Groups overlap: people of \u{201c}{}\u{201d} are also in \u{201c}{}\u{201d}. Each group's own figure \
             stands; everyone together is not shown, since the sum would count people twice. To add groups up, keep \
             one set of them.",
            label(part),
            label(whole)
        ));
    }
    dimension
}

fn edition(
    detailed: bool,
    categories: Option<bool>,
    switches: Switches,
    texts: &[&str],
) -> &'static str {
    let census_2021 = texts
        .iter()
        .any(|text| words::plain(text).contains("asian welsh"));
    match (categories, detailed, switches.chinese_in_asian) {
        (Some(true), ..) => {
            "19 categories, those of 2001 with Gypsy or Irish Traveller, Roma and Arab of 2021"
        }
        (Some(false), ..) => "16 categories of 2001",
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
