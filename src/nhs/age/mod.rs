//! Ages: single years made into bands, and bands as files write them, in order.
//!
//! Single years become 0–17 (children's services end at 18), 18–39, 40–64 (the ages of the NHS Health
//! Check), 65–79 and 80 and over: few enough for small files, and old age in two parts, because need
//! rises steeply there.

pub mod band;
pub mod five_years;
pub mod mended;
pub mod ruins;

use crate::core::dimension::{Contrast, Dimension, Status};
use crate::core::plan::Division;

use super::settle::{self, Place};
use super::words;
use band::Band;

/// The bands that single years are put in: the first year of each.
const FIRST_YEARS: [u32; 5] = [0, 18, 40, 65, 80];

/// Nobody is older than this; higher numbers stand for unknown.
const OLDEST: u32 = 125;

/// Settles texts that are ages or age bands.
pub fn settle(division: &Division, texts: &[&str]) -> Dimension {
    if are_years(texts) {
        return of_years(division, texts, &FIRST_YEARS);
    }
    of_bands(division, texts)
}

fn of_bands(division: &Division, texts: &[&str]) -> Dimension {
    let ruins = ruins::mended(texts);
    let ruin = |text: &str| {
        let found = ruins.iter().find(|(date, _)| *date == text);
        found.map(|&(_, band)| band)
    };
    let read = |text: &str| band::read(text).or_else(|| ruin(text));
    let bands: Vec<Band> = texts.iter().filter_map(|text| read(text)).collect();
    let slip = mended::slip(&bands);
    let right = |band: Band| match slip {
        Some((wrong, right)) if band == wrong => right,
        _ => band,
    };
    let places = texts.iter().map(|&text| {
        let band = read(text).map(right);
        let place = match band.or_else(|| single(text).map(Band::year)) {
            Some(band) => Place::Known(band.low * 1000 + band.high.unwrap_or(999), band.label()),
            None => Place::Other(words::status(text).unwrap_or(Status::Unrecognised)),
        };
        (text, place)
    });
    let mut dimension = settle::groups(division, "Age".into(), places);
    if !ruins.is_empty() {
        let each = ruins.iter().map(|(text, band)| {
            format!(
                "\u{201c}{}\u{201d} is read as {}",
                text.trim(),
                band.label()
            )
        });
        dimension.notes.push(format!(
            "A spreadsheet has turned age bands into dates: {}. Check them against the source.",
            each.collect::<Vec<_>>().join(", ")
        ));
    }
    if let Some((wrong, right)) = slip {
        dimension.notes.push(format!(
            "The age band {} overlaps those after it. Between its neighbours it can only be {}, and is \
             read so: check it.",
            wrong.label(),
            right.label()
        ));
    }
    note_edges(
        &mut dimension,
        bands.into_iter().map(right).collect(),
        texts,
    );
    dimension.contrasts = oldest_and_youngest(&dimension);
    dimension
}

/// How many of the texts are age bands, with those that a spreadsheet took for dates.
pub fn count_bands(texts: &[&str]) -> usize {
    let bands = texts.iter().filter(|text| band::read(text).is_some());
    bands.count() + ruins::mended(texts).len()
}

/// Whether the texts are single years of age, perhaps with some bands among them.
fn are_years(texts: &[&str]) -> bool {
    let years = texts.iter().filter(|text| single(text).is_some()).count();
    let bands = texts
        .iter()
        .filter(|text| band::read(text).is_some())
        .count();
    years > 0 && years >= bands
}

fn of_years(division: &Division, texts: &[&str], first_years: &[u32]) -> Dimension {
    let places = texts.iter().map(|&text| {
        let place = match band_of(text, first_years) {
            Some(band) => Place::Known(band.low, band.label()),
            None => Place::Other(words::status(text).unwrap_or(Status::Unrecognised)),
        };
        (text, place)
    });
    let mut dimension = settle::groups(division, "Age".into(), places);
    dimension.edition = Some("bands made from single years of age".into());
    dimension.contrasts = oldest_and_youngest(&dimension);
    dimension
}

/// The band that holds a year, or all years of an open or narrower band ("90+" among single years).
fn band_of(text: &str, first_years: &[u32]) -> Option<Band> {
    let years = single(text).map(Band::year).or_else(|| band::read(text))?;
    let holding = |year: u32| first_years.partition_point(|&first| first <= year) - 1;
    let at = holding(years.low);
    if holding(years.high.unwrap_or(OLDEST)) != at {
        return None;
    }
    let high = first_years.get(at + 1).map(|next| next - 1);
    Some(Band {
        low: first_years[at],
        high,
    })
}

/// The single year of age that a text is.
pub(super) fn single(text: &str) -> Option<u32> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.parse().ok().filter(|&year| year <= OLDEST)
}

fn oldest_and_youngest(dimension: &Dimension) -> Vec<Contrast> {
    let known: Vec<usize> = dimension.known().collect();
    let (Some(&youngest), Some(&oldest)) = (known.first(), known.last()) else {
        return Vec::new();
    };
    if youngest == oldest {
        return Vec::new();
    }
    let aged = |place: usize| format!("people aged {}", dimension.groups[place].label);
    vec![Contrast {
        id: "oldest-youngest".into(),
        worse_off: aged(oldest),
        better_off: aged(youngest),
        worse_off_groups: vec![oldest],
        better_off_groups: vec![youngest],
    }]
}

/// Says where bands overlap, and who is meant by "over 65" beside "19 to 64".
fn note_edges(dimension: &mut Dimension, mut bands: Vec<Band>, texts: &[&str]) {
    bands.sort_unstable_by_key(|band| (band.low, band.high));
    bands.dedup();
    for pair in bands.windows(2) {
        let [lower, upper] = pair else { continue };
        if lower.high.is_none_or(|high| high >= upper.low) {
            dimension.notes.push(format!(
                "The age bands {} and {} overlap: people aged {} may be counted in both.",
                lower.label(),
                upper.label(),
                upper.low
            ));
        }
    }
    let over = texts
        .iter()
        .find(|text| words::plain(text).starts_with("over "));
    if let Some((text, band)) = over.and_then(|text| Some((text, band::read(text)?))) {
        dimension.notes.push(format!(
            "\"{}\" is taken to begin at {}, since no other band holds that year; read strictly it \
             would leave people aged {} out.",
            text.trim(),
            band.low,
            band.low
        ));
    }
}
