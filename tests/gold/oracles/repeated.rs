//! Directly standardised rates where one person may have several events: the variance is the sum over f of
//! f² × the variance of the people with f events.

use equal_measure::core::estimate::{Estimate, Interval};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::direct::{Band, standardised};
use equal_measure::core::units::Level;

/// One band of age where people may have several events.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeated {
    /// People of the standard population in it.
    pub weight: f64,
    /// People (or person-years) of the group in it.
    pub people: f64,
    /// How many people had how many events: (events each, people).
    pub persons: Vec<(f64, f64)>,
}

/// People of one band of age who had so many events each: a row of a table of repeated events.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The band's name.
    pub band: String,
    /// People of the standard population in the band.
    pub weight: f64,
    /// People (or person-years) of the group in the band.
    pub people: f64,
    /// Events of each of these persons.
    pub events_each: f64,
    /// How many persons.
    pub persons: f64,
}

/// Rows of a table of repeated events, gathered by band.
///
/// # Errors
/// [`Refusal::Mismatch`] when the rows of one band differ in its people or weight.
pub fn gather(rows: &[Row]) -> Result<Vec<Repeated>, Refusal> {
    let mut bands: Vec<(&str, Repeated)> = Vec::new();
    let same = |one: f64, other: f64| one.total_cmp(&other).is_eq();
    for row in rows {
        let persons = (row.events_each, row.persons);
        match bands.iter_mut().find(|(name, _)| *name == row.band) {
            Some((_, band)) if same(band.weight, row.weight) && same(band.people, row.people) => {
                band.persons.push(persons);
            }
            Some(_) => {
                return Err(Refusal::Mismatch {
                    what: "the rows of one age band give it different numbers of people",
                });
            }
            None => bands.push((
                &row.band,
                Repeated {
                    weight: row.weight,
                    people: row.people,
                    persons: vec![persons],
                },
            )),
        }
    }
    Ok(bands.into_iter().map(|(_, band)| band).collect())
}

/// The rate brought to the standard, when people may have several events.
pub fn standardised_repeated(bands: &[Repeated], level: Level) -> Result<Estimate, Refusal> {
    let events = |band: &Repeated| {
        band.persons
            .iter()
            .map(|(each, persons)| each * persons)
            .sum()
    };
    let plain: Vec<Band> = bands.iter().map(|band| of(band, events(band))).collect();
    let alone = standardised(&plain, level)?;
    let mut times: Vec<f64> = bands
        .iter()
        .flat_map(|band| band.persons.iter().map(|(each, _)| *each))
        .collect();
    times.sort_by(f64::total_cmp);
    times.dedup_by(|one, other| one.total_cmp(other).is_eq());
    let of_frequency = |each: &f64| {
        let with = |band: &Repeated| {
            let persons = band
                .persons
                .iter()
                .filter(|(other, _)| other.total_cmp(each).is_eq());
            of(band, persons.map(|(_, persons)| persons).sum())
        };
        each * each * variance(&bands.iter().map(with).collect::<Vec<_>>())
    };
    let wider = (times.iter().map(of_frequency).sum::<f64>() / variance(&plain)).sqrt();
    let limits = alone.interval().clone()?;
    let from = |limit: f64| alone.value() + wider * (limit - alone.value());
    let limits = Interval::new(from(limits.lower()), from(limits.upper()), level);
    Estimate::new(
        alone.value(),
        limits,
        "Dobson–Byar, several events per person",
    )
}

fn of(band: &Repeated, events: f64) -> Band {
    Band {
        weight: band.weight,
        people: band.people,
        events,
    }
}

/// In the standard's own scale, which a ratio of variances does not need.
fn variance(bands: &[Band]) -> f64 {
    bands
        .iter()
        .map(|band| (band.weight / band.people).powi(2) * band.events)
        .sum()
}
