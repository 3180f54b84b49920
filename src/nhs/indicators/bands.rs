//! Indicators of published waiting-time bands: shares over the thresholds where a band begins.

use crate::core::indicator::{Formula, Indicator};
use crate::core::units::{Polarity, Unit};
use crate::nhs::waits::Band;

/// The thresholds of the NHS, in weeks.
const THRESHOLDS: [u32; 5] = [18, 52, 65, 78, 104];

/// The counted weeks of one series.
struct Weeks {
    series: usize,
    over: u32,
    up_to: Option<u32>,
}

/// The indicators of a list of bands, each the band of one series of the plan in its order; `None`
/// when there is neither a total nor a full set of bands, or nothing to divide by it.
pub fn of(bands: &[Option<Band>]) -> Option<Vec<Indicator>> {
    let at = |band: Band| bands.iter().position(|&other| other == Some(band));
    let weeks = sorted(bands);
    let total = match at(Band::TotalAll).or(at(Band::Total)) {
        Some(total) => vec![total],
        None if is_whole(&weeks) => weeks.iter().map(|part| part.series).collect(),
        None => return None,
    };
    let mut list = Vec::new();
    if let Some(within) = within_18(&weeks) {
        list.push(share(
            "waits-within-18",
            "People waiting 18 weeks or less",
            "had waited 18 weeks or less",
            Polarity::MoreIsBetter,
            within,
            &total,
        ));
    }
    let mut missing = Vec::new();
    for threshold in THRESHOLDS {
        match over(&weeks, threshold) {
            Some(parts) => list.push(share(
                &format!("waits-over-{threshold}"),
                &format!("People waiting more than {threshold} weeks"),
                &format!("had waited more than {threshold} weeks"),
                Polarity::MoreIsWorse,
                parts,
                &total,
            )),
            None if threshold > 52 => missing.push(threshold),
            None => {}
        }
    }
    if list.is_empty() {
        return None;
    }
    let needs = |weeks: u32| {
        format!(
            "a band that ends at {weeks} weeks; {}",
            last_band(&weeks_of(bands))
        )
    };
    list.extend(missing.into_iter().map(|weeks| {
        unavailable(
            &format!("waits-over-{weeks}"),
            &format!("People waiting more than {weeks} weeks"),
            Unit::Percent,
            needs(weeks),
        )
    }));
    list.push(unavailable(
        "waits-median",
        "Median wait",
        Unit::Weeks,
        format!("the wait of each person; {}", last_band(&weeks_of(bands))),
    ));
    Some(list)
}

fn weeks_of(bands: &[Option<Band>]) -> Vec<Weeks> {
    let weeks = bands.iter().enumerate();
    weeks
        .filter_map(|(series, band)| match band {
            Some(Band::Weeks { over, up_to }) => Some(Weeks {
                series,
                over: *over,
                up_to: *up_to,
            }),
            _ => None,
        })
        .collect()
}

fn sorted(bands: &[Option<Band>]) -> Vec<Weeks> {
    let mut weeks = weeks_of(bands);
    weeks.sort_by_key(|part| part.over);
    weeks
}

/// Whether one band follows the other; the first week may be counted from the last or the next.
fn follows(pair: &[Weeks]) -> bool {
    pair[0]
        .up_to
        .is_some_and(|end| pair[1].over == end || pair[1].over == end + 1)
}

fn is_whole(weeks: &[Weeks]) -> bool {
    weeks.len() >= 2
        && weeks.first().is_some_and(|part| part.over == 0)
        && weeks.last().is_some_and(|part| part.up_to.is_none())
        && weeks.windows(2).all(follows)
}

/// The series from the threshold on, if bands begin there and follow each other to the open one.
fn over(weeks: &[Weeks], threshold: u32) -> Option<Vec<usize>> {
    let exact = |part: &Weeks| {
        part.over == threshold
            || part.over == threshold + 1
                && weeks.iter().any(|other| other.up_to == Some(threshold))
    };
    let first = weeks.iter().position(exact)?;
    let rest = &weeks[first..];
    if rest[0].up_to.is_none() {
        return Some(vec![rest[0].series]);
    }
    let ends = rest.last().is_some_and(|part| part.up_to.is_none());
    (ends && rest.windows(2).all(follows)).then(|| rest.iter().map(|part| part.series).collect())
}

fn within_18(weeks: &[Weeks]) -> Option<Vec<usize>> {
    let last = weeks.iter().position(|part| part.up_to == Some(18))?;
    let parts = &weeks[..=last];
    (parts[0].over == 0 && parts.windows(2).all(follows))
        .then(|| parts.iter().map(|part| part.series).collect())
}

fn last_band(weeks: &[Weeks]) -> String {
    let last = weeks
        .iter()
        .map(|part| part.up_to.unwrap_or(part.over))
        .max();
    last.map_or_else(
        || "this file gives only bands".into(),
        |weeks| format!("the bands of this file stop at {weeks} weeks"),
    )
}

fn unavailable(id: &str, name: &str, unit: Unit, needs: String) -> Indicator {
    Indicator {
        id: id.into(),
        name: name.into(),
        verb: "had waited longer than that".into(),
        population: "people on the waiting list".into(),
        unit,
        polarity: Polarity::MoreIsWorse,
        outcome: 0,
        definition: "It cannot be had from the bands of this file.".into(),
        formula: Formula::Unavailable { needs },
        ..Indicator::default()
    }
}

fn share(
    id: &str,
    name: &str,
    verb: &str,
    polarity: Polarity,
    numerator: Vec<usize>,
    total: &[usize],
) -> Indicator {
    Indicator {
        id: id.into(),
        name: name.into(),
        verb: verb.into(),
        population: "people on the waiting list".into(),
        unit: Unit::Percent,
        polarity,
        outcome: 0,
        formula: Formula::Share {
            numerator,
            denominator: total.to_vec(),
            less: Vec::new(),
        },
        definition:
            "Out of the total waiting list as published, which includes people whose clock \
                     start date is not known. One person may be on the list more than once."
                .into(),
        ..Indicator::default()
    }
}
