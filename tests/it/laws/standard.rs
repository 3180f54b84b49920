//! Laws of standardised figures: what must not matter does not, and decompositions add up.

use super::measure::seeded;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::comparative::{Compared, figure};
use equal_measure::core::standard::direct::{Band, standardised};
use equal_measure::core::standard::funnel::{limits, overdispersion, significance};
use equal_measure::core::standard::healthy_life::{self, Health};
use equal_measure::core::standard::indirect::{self, Reference};
use equal_measure::core::standard::joined::{self, Row};
use equal_measure::core::standard::life_table::{Deaths, LifeTable};
use equal_measure::core::standard::population::{AgeBand, ESP2013};
use equal_measure::core::standard::quantiles::quantiles;
use equal_measure::core::standard::{arriaga, direct};
use equal_measure::core::units::Level;
use proptest::prelude::*;

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1e-6)
}

/// Bands of weight, people and events, at least ten events in all.
fn bands() -> impl Strategy<Value = Vec<Band>> {
    prop::collection::vec((1.0..9e3f64, 100.0..9e4f64, 2u32..90), 5..20).prop_map(|rows| {
        rows.into_iter()
            .map(|(weight, people, events)| Band {
                weight,
                people,
                events: f64::from(events),
            })
            .collect()
    })
}

/// Deaths and people at eight ages from birth on.
fn deaths() -> impl Strategy<Value = Vec<Deaths>> {
    prop::collection::vec((0.5..1.5f64, 2_000.0..9e3f64), 8).prop_map(|rows| {
        let starts = [0, 1, 10, 20, 40, 60, 75, 85];
        let row = |(place, (harsh, people)): (usize, (f64, f64))| Deaths {
            from: starts[place],
            to: starts.get(place + 1).copied(),
            deaths: people * harsh * 3e-4 * (0.08 * f64::from(starts[place])).exp(),
            people,
        };
        rows.into_iter().enumerate().map(row).collect()
    })
}

proptest! {
    #![proptest_config(seeded(128))]

    #[test]
    fn a_standard_of_any_size_gives_the_same_rate(bands in bands(), times in 0.01..100.0f64) {
        let bigger: Vec<Band> =
            bands.iter().map(|band| Band { weight: band.weight * times, ..*band }).collect();
        let (one, other) = (standardised(&bands, Level::P95)?, standardised(&bigger, Level::P95)?);
        prop_assert!(near(one.value(), other.value()));
        prop_assert!(near(one.interval().clone()?.upper(), other.interval().clone()?.upper()));
        prop_assert!(one.interval().clone()?.contains(one.value()));
    }

    #[test]
    fn the_groups_own_ages_as_standard_give_its_crude_rate(bands in bands()) {
        let own: Vec<Band> =
            bands.iter().map(|band| Band { weight: band.people, ..*band }).collect();
        let events: f64 = bands.iter().map(|band| band.events).sum();
        let people: f64 = bands.iter().map(|band| band.people).sum();
        prop_assert!(near(standardised(&own, Level::P95)?.value(), events / people));
    }

    #[test]
    fn a_group_set_against_itself_is_as_expected(bands in bands()) {
        let reference: Vec<Reference> = bands
            .iter()
            .map(|band| Reference {
                people: band.people,
                reference_events: band.events,
                reference_people: band.people,
            })
            .collect();
        let compared: Vec<Compared> = bands
            .iter()
            .map(|band| Compared {
                events: band.events,
                people: band.people,
                reference_events: band.events,
                reference_people: band.people,
            })
            .collect();
        let events: f64 = bands.iter().map(|band| band.events).sum();
        prop_assert!(near(indirect::ratio(events, &reference, Level::P95)?.value(), 1.0));
        // Where the reference has nobody, nothing is expected.
        let mut wider = reference.clone();
        wider.push(Reference { people: 50.0, reference_events: 0.0, reference_people: 0.0 });
        prop_assert!(near(indirect::ratio(events, &wider, Level::P95)?.value(), 1.0));
        prop_assert!(near(figure(&compared, Level::P95)?.value(), 1.0));
    }

    #[test]
    fn the_parts_of_a_gap_in_life_expectancy_add_up(first in deaths(), second in deaths()) {
        let (first, second) = (LifeTable::new(&first)?, LifeTable::new(&second)?);
        let gap = second.gap(&first, 0, Level::P95)?.value();
        let parts = arriaga::by_age(&first, &second)?;
        prop_assert!((parts.iter().map(arriaga::Part::years).sum::<f64>() - gap).abs() < 1e-9);
        prop_assert!((parts.iter().map(|part| part.symmetric).sum::<f64>() - gap).abs() < 1e-9);
    }

    #[test]
    fn healthy_years_are_a_part_of_all_years(bands in deaths(), share in 0.0..1.0f64) {
        let table = LifeTable::new(&bands)?;
        let health = vec![Health { share, asked: 500.0 }; table.ages.len()];
        for place in 0..table.ages.len() {
            let years = table.expectancy(place, Level::P95)?.value();
            let healthy = healthy_life::expectancy(&table, &health, place, Level::P95)?.value();
            prop_assert!(near(healthy, years * share));
        }
    }

    #[test]
    fn more_people_and_deaths_alike_keep_expectancy_and_narrow_it(bands in deaths(), times in 2.0..9.0f64) {
        let more: Vec<Deaths> = bands
            .iter()
            .map(|band| Deaths {
                deaths: band.deaths * times,
                people: band.people * times,
                ..*band
            })
            .collect();
        let one = LifeTable::new(&bands)?.expectancy(0, Level::P95)?;
        let other = LifeTable::new(&more)?.expectancy(0, Level::P95)?;
        prop_assert!(near(one.value(), other.value()));
        let width = |limits: equal_measure::core::estimate::Interval| limits.upper() - limits.lower();
        let ratio = width(one.interval().clone()?) / width(other.interval().clone()?);
        prop_assert!(near(ratio, times.sqrt()));
    }

    #[test]
    fn quantiles_are_even_and_follow_the_scores(scores in prop::collection::hash_set(0u32..100_000, 10..300), many in 2u32..10) {
        let scores: Vec<u32> = scores.into_iter().collect();
        let given: Vec<Option<f64>> = scores.iter().map(|score| Some(f64::from(*score))).collect();
        let places: Vec<u32> = quantiles(&given, many, true)?.into_iter().flatten().collect();
        let mut sizes = vec![0i64; many as usize];
        for (place, score) in places.iter().zip(&scores) {
            sizes[*place as usize - 1] += 1;
            for (other, lower) in places.iter().zip(&scores) {
                prop_assert!(lower >= score || other >= place);
            }
        }
        prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
    }

    #[test]
    fn funnels_hold_the_average_and_narrow_with_size(average in 0.05..0.95f64, people in 20.0..1e5f64) {
        let near = limits::share(average, people, Level::P95)?;
        let far = limits::share(average, people, Level::P998)?;
        let bigger = limits::share(average, people * 2.0, Level::P95)?;
        prop_assert!(near.contains(average));
        prop_assert!(far.lower() <= near.lower() && near.upper() <= far.upper());
        prop_assert!(bigger.upper() - bigger.lower() < near.upper() - near.lower());
        let at = significance::of_share(average * people, people, average)?;
        prop_assert_eq!(at, significance::Place::Within);
    }

    #[test]
    fn pulling_in_the_ends_never_raises_dispersion(distances in prop::collection::vec(-6.0..6.0f64, 4..60)) {
        // Mirrored, so that each end is pulled towards 0.
        let mirrored: Vec<f64> = distances.iter().flat_map(|z| [*z, -z]).collect();
        let plain = overdispersion::dispersion(&mirrored, 0.0)?;
        let pulled = overdispersion::dispersion(&mirrored, 0.1)?;
        prop_assert!(pulled.phi <= plain.phi + 1e-12);
        prop_assert!((0.0..=1.0).contains(&plain.p));
    }
}

fn age(from: u32, to: Option<u32>) -> AgeBand {
    AgeBand {
        label: format!("{from}"),
        from,
        to,
    }
}

#[test]
fn bands_that_do_not_fit_the_standard_are_refused() {
    let refused = |bands: &[AgeBand]| ESP2013.weights(bands).is_err();
    assert!(refused(&[age(0, Some(18)), age(18, None)]));
    assert!(refused(&[age(0, Some(10)), age(5, None)]));
    assert!(refused(&[age(90, Some(95)), age(95, None)]));
    assert!(refused(&[]));
    let all = ESP2013.weights(&[age(65, None), age(0, Some(65))]).unwrap();
    assert!((all.covered - 1.0).abs() < 1e-12);
    assert!((all.table[0].weight - 19_500.0).abs() < 1e-9);
}

#[test]
fn both_sexes_weigh_the_same_and_need_the_same_bands() {
    let row = |sex: &str, from, to, events| Row {
        band: age(from, to),
        sex: Some(sex.to_owned()),
        people: 1000.0,
        events,
    };
    let mut rows = vec![
        row("F", 0, Some(65), 10.0),
        row("M", 65, None, 40.0),
        row("F", 65, None, 20.0),
        row("M", 0, Some(65), 30.0),
    ];
    let both = joined::rate(&rows, &ESP2013, Level::P95).unwrap();
    let want = (80_500.0 * 0.02 + 19_500.0 * 0.03) / 1e5;
    assert!((both.rate.unwrap().value() - want).abs() < 1e-12);
    assert!((both.covered - 1.0).abs() < 1e-12 && both.to.is_none());
    rows.pop();
    assert!(joined::rate(&rows, &ESP2013, Level::P95).is_err());
}

#[test]
fn too_little_is_refused_with_its_reason() {
    let band = |events| Band {
        weight: 1.0,
        people: 1000.0,
        events,
    };
    assert_eq!(
        standardised(&[band(9.0)], Level::P95),
        Err(Refusal::TooFewEvents {
            need: direct::FEWEST_EVENTS,
            got: 9
        })
    );
    assert!(standardised(&[], Level::P95).is_err());
    assert!(standardised(&[band(f64::NAN)], Level::P95).is_err());
    let year = |from, to, deaths, people| Deaths {
        from,
        to,
        deaths,
        people,
    };
    let gap = [year(0, Some(5), 1.0, 9e3), year(10, None, 1.0, 9e3)];
    let few = [year(0, Some(5), 1.0, 2e3), year(5, None, 1.0, 3e3)];
    let none = [year(0, Some(5), 1.0, 9e3), year(5, None, 0.0, 9e3)];
    assert!(matches!(
        LifeTable::new(&gap),
        Err(Refusal::Mismatch { .. })
    ));
    assert!(matches!(
        LifeTable::new(&few),
        Err(Refusal::NeedsData { .. })
    ));
    assert!(matches!(LifeTable::new(&none), Err(Refusal::Zero { .. })));
}
