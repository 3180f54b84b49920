//! Bands of age as a standard population needs them: narrow ones joined, and those that do not fit told.

use std::collections::BTreeSet;

use super::{Note, Stratified, strata};
use crate::core::refusal::Refusal;
use crate::core::standard::population::{AgeBand, Standard};

/// People of one band of age and, where the file divides by it, one sex (or another further part).
pub(super) struct Band {
    /// Its name as shown.
    pub(super) label: String,
    /// The ages.
    pub(super) ages: AgeBand,
    /// The further part.
    pub(super) sex: Option<String>,
    /// Places of the strata that it is made of.
    pub(super) strata: Vec<usize>,
}

/// The bands of one further part.
type Part = (Option<String>, Vec<Band>);

/// The bands of a second division that fit a standard, and what there is to know of its further parts.
///
/// # Errors
/// [`Refusal::NeedsData`] when a stratum has no ages, or bands do not fit.
pub(super) fn fitting(
    stratified: &Stratified,
    standard: &Standard,
) -> Result<(Vec<Band>, Vec<Note>), Refusal> {
    let fitted = |divided| -> Result<Vec<Part>, Refusal> {
        let parts = by_part(stratified, divided)?.into_iter();
        parts
            .map(|(sex, bands)| Ok((sex, narrow_joined(bands, standard)?)))
            .collect()
    };
    let parts = fitted(true)?;
    let all = ages(parts.iter().flat_map(|(_, bands)| bands));
    let several = parts.len() > 1;
    let everyone = names(&parts);
    let (full, short): (Vec<Part>, Vec<Part>) =
        parts.into_iter().partition(|(_, bands)| ages(bands) == all);
    if several && full.len() < 2 {
        return Ok((flat(fitted(false)?), vec![Note::TakenTogether(everyone)]));
    }
    let mut notes = Vec::new();
    if several {
        notes.push(Note::EachToStandard(names(&full)));
    }
    if !short.is_empty() {
        notes.push(Note::NotAtEveryAge(names(&short)));
    }
    Ok((flat(full), notes))
}

fn flat(parts: Vec<Part>) -> Vec<Band> {
    parts.into_iter().flat_map(|(_, bands)| bands).collect()
}

fn names(parts: &[Part]) -> Vec<String> {
    parts.iter().filter_map(|(sex, _)| sex.clone()).collect()
}

fn ages<'a>(bands: impl IntoIterator<Item = &'a Band>) -> BTreeSet<(u32, Option<u32>)> {
    let limits = |band: &Band| (band.ages.from, band.ages.to);
    bands.into_iter().map(limits).collect()
}

/// Each further part's bands of age in order; without further parts where these are not `divided`.
///
/// # Errors
/// [`Refusal::NeedsData`] when a stratum has no ages; [`Refusal::Missing`] without strata.
pub(super) fn by_part(stratified: &Stratified, divided: bool) -> Result<Vec<Part>, Refusal> {
    let mut parts: Vec<Part> = Vec::new();
    for place in strata::occupied(stratified) {
        let stratum = &stratified.strata[place];
        let Some(ages) = stratum.ages.clone() else {
            return Err(Refusal::NeedsData {
                what: format!("ages or bands of age; “{}” is none", stratum.label),
            });
        };
        let further = stratum.parts.get(1..).unwrap_or_default();
        let sex = (divided && !further.is_empty()).then(|| further.join(", "));
        let at = parts.iter().position(|(other, _)| *other == sex);
        let at = at.unwrap_or_else(|| {
            parts.push((sex.clone(), Vec::new()));
            parts.len() - 1
        });
        let bands = &mut parts[at].1;
        let same = |band: &&mut Band| (band.ages.from, band.ages.to) == (ages.from, ages.to);
        if let Some(band) = bands.iter_mut().find(same) {
            band.strata.push(place);
        } else {
            bands.push(Band {
                label: stratum.label.clone(),
                ages,
                sex,
                strata: vec![place],
            });
        }
    }
    if parts.is_empty() {
        return Err(Refusal::Missing { what: "age bands" });
    }
    for (_, bands) in &mut parts {
        bands.sort_by_key(|band| (band.ages.from, band.ages.to.unwrap_or(u32::MAX)));
    }
    Ok(parts)
}

/// Bands narrower than the standard's put together to be as wide.
///
/// # Errors
/// [`Refusal::NeedsData`] when bands do not fit; what would is said.
fn narrow_joined(bands: Vec<Band>, standard: &Standard) -> Result<Vec<Band>, Refusal> {
    let mut joined: Vec<Band> = Vec::new();
    for band in bands {
        let follows = |last: &&mut Band| {
            last.ages.to == Some(band.ages.from) && within(&last.ages, &band.ages, standard)
        };
        match joined.last_mut().filter(follows) {
            Some(last) => {
                last.ages.to = band.ages.to;
                last.ages.label = label(last.ages.from, last.ages.to);
                last.label = match &last.sex {
                    Some(sex) => format!("{}, {sex}", last.ages.label),
                    None => last.ages.label.clone(),
                };
                last.strata.extend(band.strata);
            }
            None => joined.push(band),
        }
    }
    let misfits: Vec<String> = joined
        .iter()
        .filter_map(|band| misfit(&band.ages, standard))
        .take(2)
        .collect();
    if misfits.is_empty() {
        return Ok(joined);
    }
    let oldest = oldest(standard);
    Err(Refusal::NeedsData {
        what: format!(
            "bands of age that begin and end where those of the {} do (0–{}, {}–{} and so on, and \
             {oldest} and over): {}",
            standard.name,
            standard.width - 1,
            standard.width,
            2 * standard.width - 1,
            misfits.join("; ")
        ),
    })
}

/// Whether two bands of a file are within one of the standard's.
fn within(one: &AgeBand, next: &AgeBand, standard: &Standard) -> bool {
    let low = floor(one.from, standard);
    let ends = |to: u32| to <= low + standard.width;
    floor(next.from, standard) == low && (low == oldest(standard) || next.to.is_some_and(ends))
}

/// What is wrong with a band, and what would fit.
fn misfit(band: &AgeBand, standard: &Standard) -> Option<String> {
    let begins = inside(band.from, standard);
    let ends = band.to.and_then(|to| inside(to, standard));
    let told = match (&begins, &ends) {
        (None, None) => return None,
        (Some(one), Some(other)) if one != other => {
            format!("begins inside {one} and ends inside {other}")
        }
        (Some(one), Some(_)) => format!("is a part of {one}"),
        (Some(one), None) => format!("begins inside {one}"),
        (None, Some(other)) => format!("ends inside {other}"),
    };
    let from = floor(band.from, standard);
    let to = band.to.and_then(|to| {
        let low = floor(to, standard);
        let next = (low < oldest(standard)).then_some(low + standard.width);
        if to == low { Some(to) } else { next }
    });
    let own = label(band.from, band.to);
    Some(format!("{own} {told}, {} would fit", label(from, to)))
}

/// The name of the standard's band that an age begins within; none where it begins the band.
fn inside(age: u32, standard: &Standard) -> Option<String> {
    let low = floor(age, standard);
    let to = (low < oldest(standard)).then_some(low + standard.width);
    (age != low).then(|| label(low, to))
}

/// Where the standard's band begins that an age is in.
fn floor(age: u32, standard: &Standard) -> u32 {
    let age = age.min(oldest(standard));
    age - age % standard.width
}

/// Where the standard's last band begins.
fn oldest(standard: &Standard) -> u32 {
    let bands = u32::try_from(standard.people.len()).unwrap_or(u32::MAX);
    bands.saturating_sub(1).saturating_mul(standard.width)
}

/// Ages as shown.
pub(super) fn label(from: u32, to: Option<u32>) -> String {
    match to {
        Some(to) if to == from + 1 => from.to_string(),
        Some(to) => format!("{from}–{}", to.saturating_sub(1)),
        None => format!("{from} and over"),
    }
}
