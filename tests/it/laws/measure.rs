//! What the tests of the measures share: seeded random groups, and closeness.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::group::{Counts, Group, Groups, Kind};
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::{Level, Polarity, Unit};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A measure of a sample, by its place in the library.
pub(super) type OfSample = fn(&Sample) -> Result<Estimate, Refusal>;

/// The same cases on every run, and nothing written to disk.
pub(super) fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_101),
        ..ProptestConfig::default()
    }
}

/// Shares with people, three to eight groups.
pub(super) fn counts() -> impl Strategy<Value = Vec<Counts>> {
    let one = (20_u32..4_000).prop_flat_map(|people| (1..people, Just(people)));
    prop::collection::vec(one, 3..9).prop_map(|list| {
        list.into_iter()
            .map(|(events, people)| Counts {
                events: f64::from(events),
                people: f64::from(people),
            })
            .collect()
    })
}

/// The sample of shares.
pub(super) fn sample(counts: &[Counts]) -> Sample {
    let errors = counts
        .iter()
        .map(|c| (c.events * (c.people - c.events) / c.people.powi(3)).sqrt());
    Sample::new(
        counts.iter().map(|c| c.events / c.people).collect(),
        counts.iter().map(|c| c.people).collect(),
        Some(errors.collect()),
    )
    .unwrap()
}

/// The groups of a dimension.
pub(super) fn groups(counts: &[Counts], ordered: bool, polarity: Polarity) -> Groups {
    let list = counts.iter().enumerate().map(|(place, counts)| Group {
        label: place.to_string(),
        value: counts.events / counts.people,
        interval: None,
        standard_error: None,
        population: Some(counts.people),
        counts: Some(*counts),
        values: None,
    });
    Groups {
        list: list.collect(),
        ordered,
        reference: None,
        kind: Kind::Share,
        unit: Unit::Percent,
        polarity,
        level: Level::P95,
        seed: 1,
        pair: None,
    }
}

/// Whether two figures agree but for rounding.
pub(super) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

/// The same people, this share of the first group's as a group of their own.
pub(super) fn split(whole: &Sample, share: f64) -> Sample {
    let (mut values, mut populations) = (whole.values().to_vec(), whole.populations().to_vec());
    let people = populations[0];
    populations[0] = people * share;
    populations.insert(1, people * (1.0 - share));
    values.insert(1, values[0]);
    Sample::new(values, populations, None).unwrap()
}
