//! Indicators of counted groups: a share of people, or a rate of events.

use crate::core::indicator::{Formula, Indicator};
use crate::core::text::lowered;
use crate::core::units::{Polarity, Unit};
use crate::nhs::settle::capitalised;
use crate::nhs::words;

use super::polarity;

/// Rates are shown per this many people, the usual number of public health.
const PER: u32 = 100_000;

/// What the numbers of two columns say of each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Whether any row has more events than people, so that an event is not a person.
    pub exceeds: bool,
    /// Whether all together fewer than one in a thousand have the outcome.
    pub rare: bool,
}

/// The share or rate that two columns give. It is a rate when an event can happen more than once to a
/// person: the file's own numbers show it, or the denominator counts a population or person-years. A rare
/// share is given per 100,000, where a percentage would show nothing. `numerator` and `denominator` are places of
/// the plan's series.
pub fn of(
    numerator_name: &str,
    denominator_name: &str,
    Sizes { exceeds, rare }: Sizes,
    (numerator, denominator): (usize, usize),
) -> Indicator {
    let below = words::plain(denominator_name);
    let people = [
        "person years",
        "personyears",
        "population",
        "pop",
        "bed days",
        "list size",
        "registered",
    ]
    .iter()
    .any(|word| below.contains(word));
    let said = said(numerator_name);
    // Whoever was screened or vaccinated was so once, whatever the denominator is called.
    // So is whoever stands in a register.
    let of_people = below.contains("eligible")
        || verb(&said).starts_with("were ")
        || words::plain(&said)
            .split(' ')
            .any(|word| word == "register");
    if exceeds || people && !of_people {
        return Indicator {
            id: "rate".into(),
            name: format!("{} per 100,000", capitalised(&said)),
            verb: format!("the rate of {} was", lowered(&said)),
            population: plain_name(denominator_name),
            unit: Unit::Per(PER),
            polarity: polarity::of(numerator_name),
            outcome: 0,
            formula: Formula::Rate {
                numerator: vec![numerator],
                denominator: vec![denominator],
            },
            definition: format!(
                "The column \u{201c}{numerator_name}\u{201d} divided by the column \
                 \u{201c}{denominator_name}\u{201d}, per 100,000. An event may happen to one person \
                 more than once."
            ),
            ..Indicator::default()
        };
    }
    Indicator {
        id: "share".into(),
        name: capitalised(&said),
        verb: verb(&said),
        population: plain_name(denominator_name),
        unit: if rare { Unit::Per(PER) } else { Unit::Percent },
        polarity: polarity::of(numerator_name),
        outcome: 0,
        formula: Formula::Share {
            numerator: vec![numerator],
            denominator: vec![denominator],
            less: Vec::new(),
        },
        definition: format!(
            "The column \u{201c}{numerator_name}\u{201d} divided by the column \
             \u{201c}{denominator_name}\u{201d}."
        ),
        ..Indicator::default()
    }
}

/// The share of the first of two parts that make up everyone: series 0 and 1 of the plan.
pub fn of_parts(with: &str, without: &str) -> Indicator {
    Indicator {
        population: "people counted".into(),
        formula: Formula::Share {
            numerator: vec![0],
            denominator: vec![0, 1],
            less: Vec::new(),
        },
        definition: format!(
            "The column \u{201c}{with}\u{201d} divided by the sum of the columns \
             \u{201c}{with}\u{201d} and \u{201c}{without}\u{201d}."
        ),
        ..of(with, without, Sizes::default(), (0, 1))
    }
}

/// What part of everyone in the table each group is, by a single count: the plan's series at `place`.
pub fn of_total(name: &str, place: usize) -> Indicator {
    Indicator {
        id: "share-of-total".into(),
        name: "Share of everyone counted".into(),
        verb: format!(
            "were in the group, of all in \u{201c}{}\u{201d}",
            name.trim()
        ),
        population: format!("everyone counted in \u{201c}{}\u{201d}", name.trim()),
        unit: Unit::Percent,
        polarity: Polarity::Neutral,
        outcome: 0,
        formula: Formula::Share {
            numerator: vec![place],
            denominator: Vec::new(),
            less: Vec::new(),
        },
        definition: format!(
            "The column \u{201c}{name}\u{201d} for the group, divided by its sum over all groups, people \
             whose group is not known included. It says who is in the table, not how they fare: for \
             that, a second count is needed."
        ),
        ..Indicator::default()
    }
}

/// The numerator's name without marks of its kind: "(n)", "numerator", "number of".
fn said(name: &str) -> String {
    let mut text = name.replace('_', " ");
    for mark in ["(n)", "(N)", "(count)", "(Count)"] {
        text = text.replace(mark, " ");
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.to_lowercase().as_str() {
        "numerator" | "count" | "n" | "events" | "observed" | "value" | "" => "the outcome".into(),
        lower => {
            let prefixes = ["number of ", "no of ", "count of ", "sum of ", "number "];
            let rest = prefixes.iter().find_map(|start| lower.strip_prefix(start));
            rest.map_or(text.clone(), |rest| {
                text.get(text.len() - rest.len()..)
                    .map_or_else(|| rest.to_owned(), lowered)
            })
        }
    }
}

/// What people do themselves, in the past tense.
const WHAT_PEOPLE_DO: &str =
    "attended died recovered waited arrived responded accepted declined completed quit";

/// A past participle says itself ("Vaccinated at 22 Jun 2022": "were vaccinated at …"); anything else
/// is something that people had.
fn verb(said: &str) -> String {
    let first = said.split(' ').next().unwrap_or_default().to_lowercase();
    let lower = lowered(said);
    if WHAT_PEOPLE_DO.split(' ').any(|word| word == first) {
        lower
    } else if first.ends_with("ed") || matches!(first.as_str(), "seen" | "given" | "met") {
        format!("were {lower}")
    } else {
        format!("had {lower}")
    }
}

fn plain_name(denominator: &str) -> String {
    match words::plain(denominator).as_str() {
        "denominator" | "total" | "n" | "base" | "count" | "all" => "people counted".into(),
        "total eligible" | "eligible" => "people eligible".into(),
        said if said.contains("person years") => "person-years".into(),
        "pop" => "people in the population".into(),
        said => format!(
            "people counted in \u{201c}{}\u{201d}",
            if said.is_empty() {
                "the total"
            } else {
                denominator.trim()
            }
        ),
    }
}
