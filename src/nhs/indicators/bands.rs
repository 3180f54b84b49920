//! Indicators of published waiting-time bands, which stop at 52 weeks.

use crate::core::indicator::{Formula, Indicator};
use crate::core::units::{Polarity, Unit};
use crate::nhs::waits::Band;

/// What bands that stop at 52 weeks cannot give, and what the file would need for it.
const BEYOND: [(&str, &str, Unit, &str); 4] = [
    (
        "waits-over-65",
        "People waiting more than 65 weeks",
        Unit::Percent,
        "a band that ends at 65 weeks",
    ),
    (
        "waits-over-78",
        "People waiting more than 78 weeks",
        Unit::Percent,
        "a band that ends at 78 weeks",
    ),
    (
        "waits-over-104",
        "People waiting more than 104 weeks",
        Unit::Percent,
        "a band that ends at 104 weeks",
    ),
    (
        "waits-median",
        "Median wait",
        Unit::Weeks,
        "the wait of each person, or a count for every week of waiting",
    ),
];

/// The indicators of a list of bands, each the band of one series of the plan in its order; `None`
/// when there is no total, or nothing to divide by it.
pub fn of(bands: &[Option<Band>]) -> Option<Vec<Indicator>> {
    let at = |band: Band| bands.iter().position(|&other| other == Some(band));
    let total = at(Band::Total)?;
    let mut list = Vec::new();
    if let Some(within) = at(Band::To18) {
        list.push(share(
            "waits-within-18",
            "People waiting 18 weeks or less",
            "had waited 18 weeks or less",
            Polarity::MoreIsBetter,
            vec![within],
            total,
        ));
    }
    if let (Some(to_52), Some(over_52)) = (at(Band::To52), at(Band::Over52)) {
        list.push(share(
            "waits-over-18",
            "People waiting more than 18 weeks",
            "had waited more than 18 weeks",
            Polarity::MoreIsWorse,
            vec![to_52, over_52],
            total,
        ));
    }
    if let Some(over_52) = at(Band::Over52) {
        list.push(share(
            "waits-over-52",
            "People waiting more than 52 weeks",
            "had waited more than 52 weeks",
            Polarity::MoreIsWorse,
            vec![over_52],
            total,
        ));
    }
    if list.is_empty() {
        return None;
    }
    list.extend(BEYOND.iter().map(|&(id, name, unit, needs)| Indicator {
        id: id.into(),
        name: name.into(),
        verb: "had waited longer than that".into(),
        population: "people on the waiting list".into(),
        unit,
        polarity: Polarity::MoreIsWorse,
        formula: Formula::Unavailable {
            needs: format!("{needs}; the bands of this file stop at 52 weeks"),
        },
        definition: "It cannot be had from bands that stop at 52 weeks.".into(),
    }));
    Some(list)
}

fn share(
    id: &str,
    name: &str,
    verb: &str,
    polarity: Polarity,
    numerator: Vec<usize>,
    total: usize,
) -> Indicator {
    Indicator {
        id: id.into(),
        name: name.into(),
        verb: verb.into(),
        population: "people on the waiting list".into(),
        unit: Unit::Percent,
        polarity,
        formula: Formula::Share {
            numerator,
            denominator: vec![total],
        },
        definition:
            "Out of the total waiting list as published, which includes people whose clock \
                     start date is not known. One person may be on the list more than once."
                .into(),
    }
}
