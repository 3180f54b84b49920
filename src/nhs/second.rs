//! A second way to divide people, settled: ages with their years, periods in their order.

use crate::core::dimension::Dimension;
use crate::core::plan::{Division, Stratification, Switches};
use crate::core::standard::population::AgeBand;
use crate::core::stratification::{By, Second};

use super::settle::{self, Place};
use super::{age, dimension, organisation, period, words};

/// Settles a stratification; `texts` gives the texts of a column by the id of its division.
pub fn second<'a>(
    stratification: &Stratification,
    texts: impl Fn(&str) -> Vec<&'a str>,
    switches: &Switches,
) -> Second {
    let dimensions: Vec<Dimension> = stratification
        .by
        .iter()
        .map(|division| {
            let texts = texts(&division.id);
            match division.scheme.as_str() {
                "period" => periods(division, &texts),
                "age" => age::five_years::settle(division, &texts),
                "organisation" => organisation::settle(division, &texts),
                _ => dimension(division, &texts, switches),
            }
        })
        .collect();
    let by = kind(stratification);
    let groups = dimensions.first().map_or(&[][..], |first| &first.groups);
    let labels = || groups.iter().map(|group| group.label.as_str());
    let names: Vec<&str> = dimensions.iter().map(|by| by.name.as_str()).collect();
    Second {
        by,
        name: names.join(" and "),
        ages: labels()
            .map(|label| (by == By::Ages).then(|| ages(label)).flatten())
            .collect(),
        years: labels()
            .map(|label| (by == By::Periods).then(|| period::year(label)).flatten())
            .collect(),
        sex: stratification.by.iter().position(|by| by.scheme == "sex"),
        dimensions,
    }
}

/// What a stratification divides people by, as the scheme of its first column tells.
pub fn kind(stratification: &Stratification) -> By {
    let scheme = stratification.by.first().map_or("", |first| &first.scheme);
    match scheme {
        "age" => By::Ages,
        "period" => By::Periods,
        "organisation" => By::Places,
        _ => By::Others,
    }
}

fn ages(label: &str) -> Option<AgeBand> {
    let year = || label.parse().ok().map(age::band::Band::year);
    let band = age::band::read(label).or_else(year)?;
    Some(AgeBand {
        label: label.to_owned(),
        from: band.low,
        to: band.high.map(|high| high + 1),
    })
}

/// Periods in the order of their last days; those that name no day are not known.
fn periods(division: &Division, texts: &[&str]) -> Dimension {
    let mut days: Vec<u32> = texts
        .iter()
        .filter_map(|text| period::last_day(text))
        .collect();
    days.sort_unstable();
    days.dedup();
    let places = texts.iter().map(|&text| {
        let rank = period::last_day(text).and_then(|day| days.binary_search(&day).ok());
        let rank = rank.and_then(|rank| u32::try_from(rank).ok());
        let place = match rank {
            Some(rank) => Place::Known(rank, text.trim().to_owned()),
            None => Place::Other(
                words::status(text).unwrap_or(crate::core::dimension::Status::Unrecognised),
            ),
        };
        (text, place)
    });
    settle::groups(
        division,
        settle::capitalised(&settle::name_of(division)),
        places,
    )
}
