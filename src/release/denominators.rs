//! How many people stand behind what a study says of one stratum, or of all.

use std::collections::BTreeMap;

use crate::core::group::Group;
use crate::core::study;

use super::evidence::lines;
use super::probe::Spot;

/// The smallest released denominator of each stratum, by its name, and of all.
#[derive(Default)]
pub(super) struct Denominators {
    of_strata: BTreeMap<String, Option<f64>>,
    of_all: Option<f64>,
}

impl Denominators {
    pub(super) fn of(seen: &study::Evidence) -> Self {
        let Some(crossed) = &seen.crossed else {
            return Self::default();
        };
        let smallest = |stratum: usize| {
            let people =
                lines(crossed).filter_map(|(_, row)| people_of(row.get(stratum)?.as_ref()?));
            people.reduce(f64::min)
        };
        let mut made = Self::default();
        for (place, stratum) in crossed.strata.iter().enumerate() {
            let least = smallest(place);
            made.of_all = made.of_all.into_iter().chain(least).reduce(f64::min);
            // Of strata with one name, the first.
            made.of_strata.entry(stratum.label.clone()).or_insert(least);
        }
        made
    }

    pub(super) fn at(&self, spot: Spot<'_>) -> f64 {
        let named = |label: &str| self.of_strata.get(label);
        let stratum = match spot {
            Spot::Cell(_, label, column) => named(label).or_else(|| named(column)),
            Spot::Figure(_) => None,
        };
        stratum.map_or(self.of_all, |least| *least).unwrap_or(0.0)
    }
}

/// How many people a group is made of.
pub(super) fn people_of(group: &Group) -> Option<f64> {
    let counted = group.counts.map(|counts| counts.people);
    counted.or(group.population)
}
