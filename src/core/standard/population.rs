//! # Standard populations
//!
//! The age structure that rates are brought to before they are compared: how many of 100,000 people are in
//! each band of age.
//!
//! # Limits
//! A standard is joined to the file's bands by the ages they cover, never by position, and the table of
//! which band got which weight is shown. Bands wider than the standard's get the sum of its weights; a file
//! that covers only some ages gets the standard cut to them, and the figure says so. A band that starts or
//! ends inside one of the standard's is refused.
//!
//! # Sources
//! Eurostat. Revision of the European Standard Population. 2013. doi:10.2785/11470. The 2013 edition's 90–94
//! and 95+ are joined, as Public Health England does.

use crate::core::refusal::Refusal;

/// A range of whole years of age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// Its name in the file: "0-4", "90+".
    pub label: String,
    /// The youngest age in it.
    pub from: u32,
    /// The first age above it; `None` when it has no end.
    pub to: Option<u32>,
}

/// One band with its weight: a row of the table that is shown with every standardised figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// The band.
    pub band: AgeBand,
    /// People of the standard in it.
    pub weight: f64,
}

/// Weights for the bands of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The bands in the order given.
    pub table: Vec<Weighted>,
    /// The share of the standard population that the bands cover: below 1 when it is cut.
    pub covered: f64,
}

/// A standard population in bands of equal width, the last without an end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standard {
    /// Its name as printed.
    pub name: &'static str,
    /// Years in each band.
    pub width: u32,
    /// People in each band, youngest first.
    pub people: &'static [f64],
}

/// The European standard population of 2013, in 19 bands.
///
/// ```
/// use equal_measure::core::standard::population::ESP2013;
/// assert!((ESP2013.people.iter().sum::<f64>() - 100_000.0).abs() < 1e-9);
/// ```
pub const ESP2013: Standard = Standard {
    name: "European standard population 2013",
    width: 5,
    people: &[
        5000.0, 5500.0, 5500.0, 5500.0, 6000.0, 6000.0, 6500.0, 7000.0, 7000.0, 7000.0, 7000.0,
        6500.0, 6000.0, 5500.0, 5000.0, 4000.0, 2500.0, 1500.0, 1000.0,
    ],
};

impl Standard {
    /// The weight of each band, joined by the ages it covers.
    ///
    /// ```
    /// use equal_measure::core::standard::population::{AgeBand, ESP2013};
    /// let band = |label: &str, from, to| AgeBand { label: label.into(), from, to };
    /// let weights = ESP2013.weights(&[band("65-74", 65, Some(75)), band("75+", 75, None)])?;
    /// assert!((weights.table[0].weight - 10_500.0).abs() < 1e-9);
    /// assert!((weights.table[1].weight - 9_000.0).abs() < 1e-9);
    /// assert!((weights.covered - 0.195).abs() < 1e-12);
    /// # Ok::<(), equal_measure::core::refusal::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// [`Refusal::Missing`] without bands; [`Refusal::Mismatch`] when a band begins or ends inside one of
    /// the standard's, or two bands share an age.
    pub fn weights(&self, bands: &[AgeBand]) -> Result<Weights, Refusal> {
        if bands.is_empty() {
            return Err(Refusal::Missing { what: "age bands" });
        }
        check_apart(bands)?;
        let table = bands
            .iter()
            .map(|band| {
                Ok(Weighted {
                    band: band.clone(),
                    weight: self.people[self.places(band)?].iter().sum(),
                })
            })
            .collect::<Result<Vec<_>, Refusal>>()?;
        let all: f64 = self.people.iter().sum();
        let covered = table.iter().map(|row| row.weight).sum::<f64>() / all;
        Ok(Weights { table, covered })
    }

    /// The places of the standard's bands that make up a band.
    fn places(&self, band: &AgeBand) -> Result<std::ops::Range<usize>, Refusal> {
        let inside = Refusal::Mismatch {
            what: "an age band begins or ends inside a band of the standard population",
        };
        let last = self.people.len() - 1;
        let place = |age: u32| {
            let place = (age / self.width) as usize;
            (age.is_multiple_of(self.width) && place <= last).then_some(place)
        };
        let from = place(band.from).ok_or(inside.clone())?;
        let to = match band.to {
            None => last + 1,
            Some(age) => place(age).ok_or(inside.clone())?,
        };
        if from < to { Ok(from..to) } else { Err(inside) }
    }
}

/// Refuses bands that share an age.
fn check_apart(bands: &[AgeBand]) -> Result<(), Refusal> {
    let mut order: Vec<&AgeBand> = bands.iter().collect();
    order.sort_by_key(|band| band.from);
    let apart = order
        .windows(2)
        .all(|pair| pair[0].to.is_some_and(|to| to <= pair[1].from));
    if apart {
        Ok(())
    } else {
        Err(Refusal::Mismatch {
            what: "two age bands share an age",
        })
    }
}
