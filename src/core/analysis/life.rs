//! Life tables of groups and sides, from deaths and people by age.

use std::collections::BTreeSet;

use super::strata::{Outcome, YEARS};
use super::{Found, Inputs, Life, Note, Quantity, Setting, Stratified, bands, strata};
use crate::core::group::{Group, Groups, Kind};
use crate::core::indicator::Counted;
use crate::core::measure;
use crate::core::refusal::Refusal;
use crate::core::standard::life_table::{Deaths, LifeTable};
use crate::core::standard::population::AgeBand;
use crate::core::units::{Polarity, Unit};

/// The ages of a life table, and who is of them.
pub(super) struct Ages {
    /// Each band and the places of its strata, youngest first.
    pub(super) bands: Vec<(AgeBand, Vec<usize>)>,
}

/// Whether the indicator counts deaths.
pub(super) fn is_of_deaths(inputs: &Inputs) -> bool {
    strata::is_counted(inputs) && inputs.counted == Counted::Deaths
}

impl Ages {
    /// The ages of the second division; further parts together, but for sexes, which no life table pools.
    ///
    /// # Errors
    /// [`Refusal::SexesTogether`] where there are people of several sexes; [`Refusal::NeedsData`] where the indicator does not count deaths, and unless the bands run from 0
    /// to one without end, each age once.
    pub(super) fn of(inputs: &Inputs) -> Result<Self, Refusal> {
        strata::counted(inputs)?;
        let needs = |what: String| Err(Refusal::NeedsData { what });
        if !is_of_deaths(inputs) {
            return needs(format!(
                "deaths and people by age; “{}” does not speak of deaths",
                inputs.indicator
            ));
        }
        let stratified = inputs.stratified()?;
        let occupied = strata::occupied(stratified).into_iter();
        let sexes: BTreeSet<_> = occupied
            .filter_map(|place| stratified.strata[place].sex.as_ref())
            .collect();
        if sexes.len() > 1 {
            return Err(Refusal::SexesTogether);
        }
        let mut bands: Vec<(AgeBand, Vec<usize>)> = Vec::new();
        for (_, part) in bands::by_part(stratified, false)? {
            bands.extend(part.into_iter().map(|band| (band.ages, band.strata)));
        }
        if let Some((first, _)) = bands.first().filter(|(first, _)| first.from > 0) {
            return needs(format!(
                "deaths and people from age 0 on; its first band is {}",
                bands::label(first.from, first.to)
            ));
        }
        for pair in bands.windows(2) {
            let (one, next) = (&pair[0].0, &pair[1].0);
            let names = [one, next].map(|band| bands::label(band.from, band.to));
            match one.to {
                Some(to) if to == next.from => {}
                Some(to) if to < next.from => {
                    return needs(format!(
                        "every age: nothing is told between {} and {}",
                        names[0], names[1]
                    ));
                }
                _ => {
                    return needs(format!(
                        "each age once: {} and {} share some",
                        names[0], names[1]
                    ));
                }
            }
        }
        match bands.last() {
            Some((
                AgeBand {
                    from, to: Some(to), ..
                },
                _,
            )) => needs(format!(
                "a last band without end, such as “90 and over”; its last is {}",
                bands::label(*from, Some(*to))
            )),
            _ => Ok(Self { bands }),
        }
    }

    /// The place of the band that begins at an age.
    pub(super) fn beginning(&self, age: u32) -> Option<usize> {
        self.bands.iter().position(|(band, _)| band.from == age)
    }

    /// The life table of a group or side.
    ///
    /// # Errors
    /// [`Refusal::Missing`] where a count may be hidden; [`Refusal::Undefined`] where nobody died in the
    /// last band; the refusals of [`LifeTable::new`].
    pub(super) fn table(
        &self,
        stratified: &Stratified,
        row: &[Option<Group>],
    ) -> Result<LifeTable, Refusal> {
        let deaths = self.bands.iter().map(|(band, places)| {
            let counts = strata::added(stratified, row, places)?;
            Ok(Deaths {
                from: band.from,
                to: band.to,
                deaths: counts.events,
                people: counts.people,
            })
        });
        let deaths = deaths.collect::<Result<Vec<_>, Refusal>>()?;
        if deaths.last().is_some_and(|last| last.deaths <= 0.0) {
            return Err(Refusal::Undefined {
                why: "no death is counted in the oldest band of age, which leaves life there without \
                      an end; the file would need a last band that begins younger",
            });
        }
        LifeTable::new(&deaths)
    }

    /// What there is to know about the ages.
    pub(super) fn notes(&self) -> Vec<Note> {
        let mut notes = vec![Note::DeathsOfOneYear];
        if let Some((first, _)) = self.bands.first().filter(|(first, _)| first.to != Some(1)) {
            notes.push(Note::DeathsHalfWay {
                from: first.from,
                to: first.to,
            });
        }
        notes
    }
}

/// The slope index of expectancies at birth; the first refusal where a group has none.
pub(super) fn slope(groups: &Groups, expectancies: &[Outcome], life: Life) -> Option<Found> {
    let along = measure::find("slope-index")?;
    let list = groups.list.iter().zip(expectancies).map(|(group, years)| {
        let years = years.clone()?;
        Ok(Group {
            value: years.value(),
            interval: years.interval().clone().ok(),
            standard_error: None,
            counts: None,
            ..group.clone()
        })
    });
    let of = list
        .collect::<Result<Vec<Group>, Refusal>>()
        .map(|list| Groups {
            list,
            kind: Kind::Value,
            unit: Unit::Years,
            polarity: Polarity::MoreIsBetter,
            ..groups.clone()
        });
    Some(strata::found(
        Quantity::Along {
            measure: along.card.name,
            of: Setting::LifeAtBirth(life),
        },
        of.and_then(|groups| (along.run)(&groups)),
        (YEARS, 0.0),
        &[],
    ))
}
