//! How long people of each group would live on average if today's death rates at every age lasted.
//!
//! # Formula
//! e = Σ L / l, with L the years lived in each band of age by those of a newborn hundred thousand who
//! reach it, and l those who reach the age asked for
//!
//! M = D/P; chance of dying in a band q = nM/(1 + n(1−a)M); l falls by d = l q; L = n(l − (1−a)d), in the
//! last band l/M
//!
//! # Symbols
//! - D: deaths and P: people of a band n years wide; a: the share of it that the dying live, 0.1 in the
//!   first year of life, else 0.5.
//!
//! Interval: Chiang's, with the last band as Silcocks has it. Gap: better-off less worse-off side, with
//! both errors. Slope index: the straight line through the groups' life expectancies.
//!
//! # Range and the value of no inequality
//! In years. A gap and a slope of 0 years mean none.
//!
//! # How to read it
//! It sums up the death rates of today, of people of all ages. It is not a forecast for anyone, nor the
//! usual age at death. A gap of 8 years: at these death rates a newborn of the disadvantaged side would
//! live 8 years less.
//!
//! # When it applies
//! Deaths and people of each group in bands of age from 0 to one without end. It is shown without being
//! asked for where the indicator's name speaks of deaths.
//!
//! # Limits
//! Refused for 5,000 people or fewer, for a band with nobody or a hidden count, where no one died in the
//! last band, and where chance alone could move it by more than 10 years. The slope takes groups to be as
//! large as their people, not their newborns.
//!
//! # Sources
//! - Chiang CL. The Life Table and its Construction. In: Introduction to Stochastic Processes in
//!   Biostatistics. Wiley, 1968.
//! - Silcocks PBS, Jenner DA, Reza R. Life expectancy as a summary of mortality in a population. Journal of
//!   Epidemiology and Community Health 2001;55:38–43. doi:10.1136/jech.55.1.38
//! - Eayres D, Williams ES. Evaluation of methodologies for small area life expectancy estimation. Journal
//!   of Epidemiology and Community Health 2004;58:243–249. doi:10.1136/jech.2003.009654
//!
//! # In plain words
//! It is how long people born now would live on average if the death rates in these figures stayed as they
//! are; it is not a forecast for any one person.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::life_table::{Deaths, LifeTable}, units::Level};
//! let band = |from, to, deaths, people| Deaths { from, to, deaths, people };
//! // One death in fifty a year at every age from 10: fifty more years on average.
//! let table = LifeTable::new(&[
//!     band(0, Some(10), 0.0, 10_000.0),
//!     band(10, None, 1000.0, 50_000.0),
//! ])?;
//! assert!((table.expectancy(0, Level::P95)?.value() - 60.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{column, label, pair};
use super::life::{self, Ages};
use super::strata::{self, Outcome, YEARS, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Life, Needs, Note, Of, Quantity, Results, Rows,
};
use crate::core::measure::Basis;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::life_table::LifeTable;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Ages, run)
    .named("life-expectancy", "Life expectancy")
    .basis(Basis::Exact)
    .unasked(life::is_of_deaths)
    .text(method_text!("life_expectancy.rs"));

/// The age after birth for which expectancy is told, where a band begins there.
const LATER: u32 = 65;

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let ages = Ages::of(inputs)?;
    let stratified = inputs.stratified()?;
    let groups = &inputs.groups;
    let level = groups.level;
    let tables: Vec<Result<LifeTable, Refusal>> = stratified
        .cells
        .iter()
        .map(|row| ages.table(stratified, row))
        .collect();
    let mut when = vec![(0, 0)];
    if let Some(place) = ages.beginning(LATER) {
        when.push((LATER, place));
    }
    let expectancy = |table: &Result<LifeTable, Refusal>, place| -> Outcome {
        table.clone()?.expectancy(place, level)
    };
    let mut figures = Vec::new();
    if let Some(sides) = &inputs.sides {
        let both = strata::of_both(sides);
        let worse = ages.table(stratified, &stratified.worse_off);
        let better = ages.table(stratified, &stratified.better_off);
        for &(age, place) in &when {
            let gap = || better.clone()?.gap(&worse.clone()?, place, level);
            let quantity = Quantity::GapInLife {
                life: Life::All,
                age,
            };
            figures.push(strata::found(quantity, gap(), (YEARS, 0.0), &both));
        }
    }
    if groups.ordered {
        let at_birth: Vec<Outcome> = tables.iter().map(|table| expectancy(table, 0)).collect();
        figures.extend(life::slope(&strata::sized(inputs), &at_birth, Life::All));
    }
    let each = groups.list.iter().zip(&tables).enumerate();
    let rows = each
        .map(|(at, (group, table))| {
            let cells = when.iter().map(|(_, place)| expectancy(table, *place));
            row(label(&group.label), cells, Some(at))
        })
        .collect();
    let mut notes = ages.notes();
    if let Some(sides) = &inputs.sides {
        notes.push(Note::GapInLife(pair(sides), Life::All));
    }
    Ok(Results {
        figures,
        tables: vec![Rows {
            caption: Caption::LifeExpectancy,
            of: Of::Group,
            columns: when
                .iter()
                .map(|&(age, _)| column(ColumnKind::LifeAt(age), YEARS))
                .collect(),
            rows,
            drawn: Drawn::Bars,
        }],
        notes,
    })
}
