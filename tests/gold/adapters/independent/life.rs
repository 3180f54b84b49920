//! Healthy life expectancy, and the gap in life expectancy by age and cause.

use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::arriaga::{Part, by_age};
use equal_measure::core::standard::healthy_life::{self, Health};
use equal_measure::core::standard::life_table::{Deaths, LifeTable};
use equal_measure::core::units::Level;

use super::{ESTIMATE, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

fn age(number: f64) -> u32 {
    format!("{number}").parse().unwrap()
}

fn table(case: &Case, deaths: &str, people: &str) -> Result<LifeTable, Refusal> {
    let (from, to) = (case.numbers("from"), case.maybe("to"));
    let (deaths, people) = (case.numbers(deaths), case.numbers(people));
    let bands: Vec<Deaths> = (0..from.len())
        .map(|place| Deaths {
            from: age(from[place]),
            to: to[place].map(age),
            deaths: deaths[place],
            people: people[place],
        })
        .collect();
    LifeTable::new(&bands)
}

pub fn healthy(case: &Case) -> Result<Columns, Refusal> {
    let (level, table) = (level_of(case)?, table(case, "deaths", "people")?);
    let health: Vec<Health> = case
        .numbers("share")
        .into_iter()
        .zip(case.numbers("asked"))
        .map(|(share, asked)| Health { share, asked })
        .collect();
    let mut out = Columns::default();
    for place in 0..table.ages.len() {
        let years = healthy_life::expectancy(&table, &health, place, level);
        out.push_estimate(ESTIMATE, &years);
    }
    Ok(out)
}

pub fn gap(case: &Case) -> Result<Columns, Refusal> {
    let first = table(case, "deaths_1", "people_1")?;
    let second = table(case, "deaths_2", "people_2")?;
    let parts = by_age(&first, &second)?;
    let mut out = Columns::default();
    out.put("direct", parts.iter().map(|part| part.direct));
    out.put("indirect", parts.iter().map(|part| part.indirect));
    out.put("symmetric", parts.iter().map(|part| part.symmetric));
    out.push("gap", second.gap(&first, 0, Level::P95)?.value());
    let (ones, others) = (case.numbers("cause_1"), case.numbers("cause_2"));
    let (people, others_people) = (case.numbers("people_1"), case.numbers("people_2"));
    let many = ones.len() / parts.len();
    for (place, years) in parts.iter().map(Part::years).enumerate() {
        let rates: Vec<(f64, f64)> = (place * many..(place + 1) * many)
            .map(|row| {
                (
                    ones[row] / people[place],
                    others[row] / others_people[place],
                )
            })
            .collect();
        for part in by_cause(years, &rates) {
            out.push("by_cause", part);
        }
    }
    Ok(out)
}

/// What each cause adds at one age: its share of the band's `years`, by how its death rate differs.
///
/// `rates` holds each cause's deaths per person in the first and the second group; the rates of all causes
/// are their sums (Arriaga EE. In: Ruzicka L, Wunsch G, Kane P, editors. Differential Mortality:
/// Methodological Issues and Biosocial Factors. 1989, pp. 105–29).
fn by_cause(years: f64, rates: &[(f64, f64)]) -> Vec<f64> {
    let gap: f64 = rates.iter().map(|(first, second)| second - first).sum();
    let size: f64 = rates
        .iter()
        .map(|(first, second)| first.abs() + second.abs())
        .sum();
    let equal = gap.abs() <= 1e-14 * size;
    let part = |(first, second): &(f64, f64)| {
        if equal {
            0.0
        } else {
            years * ((second - first) / gap)
        }
    };
    rates.iter().map(part).collect()
}
