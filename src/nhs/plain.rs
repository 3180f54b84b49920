//! Groups as the file names them: local flags, areas, services, anything without a scheme of its own.

use std::collections::BTreeMap;

use crate::core::dimension::{Contrast, Dimension, Status};
use crate::core::plan::Division;

use super::settle::{self, Place};
use super::words;

/// With more groups than this, setting each against the first says nothing.
const FEW: usize = 6;

/// Settles texts by what they say. Texts that differ only in case or spaces are one group.
pub fn settle(division: &Division, texts: &[&str]) -> Dimension {
    let name = settle::name_of(division);
    if let Some(dimension) = flag(division, &name, texts) {
        return dimension;
    }
    let mut labels: BTreeMap<String, &str> = BTreeMap::new();
    for text in texts {
        labels
            .entry(text.trim().to_lowercase())
            .or_insert(text.trim());
    }
    let mut order: Vec<&String> = labels.keys().collect();
    order.sort_by_key(|text| natural(text));
    let ranks: BTreeMap<&str, u32> = order.iter().map(|text| text.as_str()).zip(0..).collect();
    let places = texts.iter().map(|&text| {
        let key = text.trim().to_lowercase();
        let place = match words::status(text) {
            Some(status) => Place::Other(status),
            None => Place::Known(
                ranks.get(key.as_str()).copied().unwrap_or(u32::MAX),
                labels
                    .get(&key)
                    .map_or_else(String::new, |label| (*label).to_owned()),
            ),
        };
        (text, place)
    });
    let mut dimension = settle::groups(division, settle::capitalised(&name), places);
    let known: Vec<usize> = dimension.known().collect();
    if let Some((with, without)) = denied(&dimension, &known) {
        dimension.reference = Some(without);
        dimension.contrasts = settle::against(&dimension, without);
        dimension
            .contrasts
            .retain(|contrast| contrast.worse_off_groups == [with]);
    } else if let (Some(&first), 2..=FEW) = (known.first(), known.len()) {
        dimension.contrasts = settle::against(&dimension, first);
    }
    dimension
}

/// The group of people with something and that of people without it: "Disabled" and "Not disabled".
fn denied(dimension: &Dimension, known: &[usize]) -> Option<(usize, usize)> {
    let said = |place: usize| words::plain(&dimension.groups[place].label);
    let denies = |without: usize| {
        let without = said(without);
        let rest = ["not a ", "not ", "non ", "no ", "without a ", "without "]
            .iter()
            .find_map(|no| without.strip_prefix(no));
        let with = rest.or_else(|| without.strip_prefix("non"))?.to_owned();
        known.iter().copied().find(|&place| {
            let said = said(place);
            said == with
                || said.strip_prefix("with ") == Some(&with)
                || said.strip_prefix("with a ") == Some(&with)
        })
    };
    known
        .iter()
        .find_map(|&place| Some((denies(place)?, place)))
}

/// A yes-or-no flag: the group marked yes against the other.
fn flag(division: &Division, name: &str, texts: &[&str]) -> Option<Dimension> {
    let mut yes = false;
    let mut places = Vec::with_capacity(texts.len());
    for &text in texts {
        let said = words::plain(text);
        let place = match said.strip_suffix(" 0").unwrap_or(&said) {
            "1" | "y" | "yes" | "true" | "t" => {
                yes = true;
                Place::Known(0, "Yes".into())
            }
            "0" | "n" | "no" | "false" => Place::Known(1, "No".into()),
            _ => Place::Other(words::status(text)?),
        };
        places.push((text, place));
    }
    if !yes {
        return None;
    }
    let mut dimension = settle::groups(division, settle::capitalised(name), places);
    let at = |status: &str| {
        dimension
            .groups
            .iter()
            .position(|group| group.label == status)
    };
    if let (Some(yes), Some(no)) = (at("Yes"), at("No")) {
        dimension.contrasts = vec![Contrast {
            id: "yes-no".into(),
            worse_off: format!("people marked yes for {}", dimension.name),
            better_off: "everyone marked no".into(),
            worse_off_groups: vec![yes],
            better_off_groups: vec![no],
        }];
    }
    debug_assert!(
        dimension
            .groups
            .iter()
            .all(|group| group.status != Status::Unrecognised)
    );
    Some(dimension)
}

/// A key that sorts numbers within texts by size: "2" before "10", "Band 9" before "Band 10".
fn natural(text: &str) -> Vec<(u64, String)> {
    let mut key = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let words = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(words);
        let digits = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let (number, after) = after.split_at(digits);
        key.push((u64::MAX, word.to_owned()));
        if word.is_empty() {
            key.pop();
        }
        if !number.is_empty() {
            key.push((number.parse().unwrap_or(u64::MAX - 1), String::new()));
        }
        rest = after;
    }
    key
}
