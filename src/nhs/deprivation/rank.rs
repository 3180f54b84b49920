//! Ranks of small areas (1 the most deprived) made into deciles by the edition's own cut-offs.

use crate::core::dimension::Dimension;
use crate::core::plan::{Division, Switches};

use super::edition::{self, Edition, IMD_2019, IOD_2025};
use super::{Parts, finish, note_edition, note_extent};
use crate::nhs::settle::all_names;

/// With this many different ranks and none above 32,844, IMD 2019 is as good as certain: the chance
/// that 300 areas of 2025 all miss the last 911 ranks is about 3 in 10,000.
const ENOUGH_RANKS: usize = 300;

/// Settles texts that are ranks.
pub fn settle(division: &Division, texts: &[&str], switches: &Switches) -> Dimension {
    let ranks: Vec<Option<u32>> = texts.iter().map(|text| whole(text)).collect();
    // Ranks rounded to hundreds, as OpenSAFELY gives them, begin at 0.
    let rounded = ranks.iter().flatten().all(|rank| rank.is_multiple_of(100));
    let first = |rank: u32| if rounded { rank.max(1) } else { rank };
    let ranks: Vec<Option<u32>> = ranks.iter().map(|rank| rank.map(first)).collect();
    let (edition, certain) = choose(&all_names(division), &ranks);
    let places = texts
        .iter()
        .zip(&ranks)
        .map(|(&text, rank)| (text, rank.and_then(|rank| edition.decile(rank))));
    let mut dimension = finish(division, places, Parts::Ten, *switches);
    if certain {
        dimension.edition = Some(edition.name.into());
    } else {
        dimension.notes.push(
            "Ranks were made into deciles by the cut-offs of IMD 2019, the edition that the ranks \
             fit; the file does not name it."
                .into(),
        );
        note_edition(&mut dimension);
    }
    note_extent(&mut dimension, division);
    dimension
}

/// The edition, and whether it is sure.
fn choose(names: &str, ranks: &[Option<u32>]) -> (&'static Edition, bool) {
    let highest = ranks.iter().flatten().max().copied().unwrap_or(0);
    match edition::named(names) {
        Some("IoD 2025") => (&IOD_2025, true),
        Some("IMD 2019") if highest <= 32_844 => (&IMD_2019, true),
        _ if highest > 32_844 => (&IOD_2025, true),
        _ => (&IMD_2019, ranks.iter().flatten().count() >= ENOUGH_RANKS),
    }
}

fn whole(text: &str) -> Option<u32> {
    let text = text.trim().replace(',', "");
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}
