//! How many years of life people of each group would live in good health if today's death rates and shares
//! in good health lasted.
//!
//! # Formula
//! H = Σ L h / l over all ages; variance = Σ L² h(1−h)/m / l²
//!
//! # Symbols
//! - L: years lived in a band of age and l: those alive at the age asked for, both from the life table.
//! - h: the share of the band in good health; m: the people who were asked.
//!
//! Gap: better-off less worse-off side, from both intervals. Slope index: the straight line through the
//! groups.
//!
//! # Range and the value of no inequality
//! In years, from 0 to the life expectancy. A gap and a slope of 0 years mean none.
//!
//! # How to read it
//! 60 healthy years out of a life expectancy of 78: 18 years would be lived in less than good health. Gaps
//! in healthy life are usually wider than gaps in life.
//!
//! # When it applies
//! Deaths and people by age as for life expectancy, and another indicator of the same rows whose name says
//! "good health": people in good health among people asked.
//!
//! # Limits
//! As life expectancy. Good health is what people say of themselves. The interval counts the chance in who
//! was asked, not that in deaths, which is small beside it.
//!
//! # Sources
//! - Sullivan DF. A single index of mortality and morbidity. HSMHA Health Reports 1971;86:347–354.
//! - Jagger C, Van Oyen H, Robine JM. Health Expectancy Calculation by the Sullivan Method: A Practical
//!   Guide. 4th edition, 2014, p. 18.
//!
//! # In plain words
//! It is how many years people born now would live in good health on average if these figures stayed as
//! they are.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::healthy_life::{Health, expectancy};
//! use equal_measure::core::standard::life_table::{Deaths, LifeTable};
//! use equal_measure::core::units::Level;
//! let band = |from, to, deaths, people| Deaths { from, to, deaths, people };
//! let table = LifeTable::new(&[
//!     band(0, Some(10), 0.0, 10_000.0),
//!     band(10, None, 1000.0, 50_000.0),
//! ])?;
//! let health = [Health { share: 0.9, asked: 100.0 }, Health { share: 0.5, asked: 100.0 }];
//! assert!((expectancy(&table, &health, 0, Level::P95)?.value() - 34.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{column, label, pair};
use super::life::{self, Ages};
use super::strata::{self, Outcome, YEARS, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Life, Needs, Note, Of, Quantity, Results, Rows,
    Stratified,
};
use crate::core::group::Group;
use crate::core::measure::Basis;
use crate::core::measure::two_groups::difference;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::healthy_life::{self, Health};

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Ages, run)
    .named("healthy-life-expectancy", "Healthy life expectancy")
    .basis(Basis::Exact)
    .text(method_text!("healthy_life_expectancy.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let ages = Ages::of(inputs)?;
    let stratified = inputs.stratified()?;
    let health = inputs.health.as_ref().ok_or_else(|| Refusal::NeedsData {
        what: "another indicator of the same rows that counts people in good health, with “good \
               health” in its name"
            .to_owned(),
    })?;
    let level = inputs.groups.level;
    let both = |deaths: &[Option<Group>], well: &[Option<Group>]| -> [Outcome; 2] {
        let life = ages.table(stratified, deaths);
        let healthy = life.clone().and_then(|life| {
            let shares = shares(&ages, health, well)?;
            healthy_life::expectancy(&life, &shares, 0, level)
        });
        [healthy, life.and_then(|life| life.expectancy(0, level))]
    };
    let cells = stratified.cells.iter().zip(&health.cells);
    let groups: Vec<[Outcome; 2]> = cells.map(|(deaths, well)| both(deaths, well)).collect();
    let mut figures = Vec::new();
    let mut notes = ages.notes();
    if let Some(sides) = &inputs.sides {
        let [worse, _] = both(&stratified.worse_off, &health.worse_off);
        let [better, _] = both(&stratified.better_off, &health.better_off);
        figures.push(strata::found(
            Quantity::GapInLife {
                life: Life::Healthy,
                age: 0,
            },
            better.and_then(|better| {
                let method = "Sullivan, from both intervals";
                difference::of_estimates(&better, &worse?, level, method)
            }),
            (YEARS, 0.0),
            &strata::of_both(sides),
        ));
        notes.push(Note::GapInLife(pair(sides), Life::Healthy));
    }
    if inputs.groups.ordered {
        let healthy: Vec<Outcome> = groups.iter().map(|[healthy, _]| healthy.clone()).collect();
        let groups = strata::sized(inputs);
        figures.extend(life::slope(&groups, &healthy, Life::Healthy));
    }
    let each = inputs.groups.list.iter().zip(groups).enumerate();
    Ok(Results {
        figures,
        tables: vec![Rows {
            caption: Caption::HealthyLife,
            of: Of::Group,
            columns: vec![
                column(ColumnKind::Life(Life::Healthy), YEARS),
                column(ColumnKind::Life(Life::All), YEARS),
            ],
            rows: each
                .map(|(place, (group, years))| row(label(&group.label), years, Some(place)))
                .collect(),
            drawn: Drawn::Bars,
        }],
        notes,
    })
}

/// The share in good health at each age.
fn shares(ages: &Ages, health: &Stratified, row: &[Option<Group>]) -> Result<Vec<Health>, Refusal> {
    ages.bands
        .iter()
        .map(|(_, places)| {
            let counts = strata::added(health, row, places)?;
            if counts.people <= 0.0 {
                return Err(Refusal::Missing {
                    what: "people asked about their health at every age",
                });
            }
            Ok(Health {
                share: counts.events / counts.people,
                asked: counts.people,
            })
        })
        .collect()
}
