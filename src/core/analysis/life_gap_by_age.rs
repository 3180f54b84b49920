//! Which ages the gap in life expectancy between the two sides comes from, in years that add up to it.
//!
//! # Formula
//! From side 1 to side 2, for the band from x to x+n: direct = l₁(L₂/l₂ − L₁/l₁); indirect =
//! T₂₊(l₁/l₂ − l₁₊/l₂₊); in the last band l₁(T₂/l₂ − T₁/l₁) alone
//!
//! Years of a band: the mean of direct + indirect from 1 to 2, and of the same from 2 to 1 with its sign
//! turned.
//!
//! # Symbols
//! - l: those alive at the band's start; L: years lived in it; T: years lived from it on, of one newborn; ₊:
//!   the same at the next band.
//!
//! # Range and the value of no inequality
//! In years, above or below 0. They add up to the gap in life expectancy at birth exactly.
//!
//! # How to read it
//! 1.4 years at 60–64: the different death rates of these ages make up 1.4 years of the gap. An age below 0
//! works against it: there the disadvantaged side dies less.
//!
//! # When it applies
//! Deaths and people of both sides in bands of age from 0 to one without end.
//!
//! # Limits
//! It tells where the gap lies by age, not what made it. No interval is given: the years of a single band
//! rest on few deaths in small places. Refused where life expectancy of a side is.
//!
//! # Sources
//! - Arriaga EE. Measuring and explaining the change in life expectancies. Demography 1984;21:83–96.
//!   doi:10.2307/2061029
//!
//! # In plain words
//! Each bar is the years of the gap that go with deaths at that age; together they make up the gap.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::{arriaga, life_table::{Deaths, LifeTable}};
//! let table = |old: f64| LifeTable::new(&[
//!     Deaths { from: 0, to: Some(10), deaths: 0.0, people: 10_000.0 },
//!     Deaths { from: 10, to: None, deaths: old, people: 50_000.0 },
//! ]);
//! let parts = arriaga::by_age(&table(1000.0)?, &table(500.0)?)?;
//! assert!((parts[1].symmetric - 50.0).abs() < 1e-9);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{column, label, pair};
use super::life::Ages;
use super::strata::{self, YEARS, part, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Inputs, Life, Needs, Note, Of, Quantity, Results, Rows,
    bands,
};
use crate::core::measure::Basis;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::arriaga;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Ages, run)
    .named("life-gap-by-age", "Gap in life expectancy by age")
    .basis(Basis::Exact)
    .text(method_text!("life_gap_by_age.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let ages = Ages::of(inputs)?;
    let stratified = inputs.stratified()?;
    let sides = inputs.sides()?;
    let worse = ages.table(stratified, &stratified.worse_off)?;
    let better = ages.table(stratified, &stratified.better_off)?;
    let parts = arriaga::by_age(&worse, &better)?;
    let gap = better.gap(&worse, 0, inputs.groups.level)?;
    let rows = ages
        .bands
        .iter()
        .zip(&parts)
        .map(|((band, _), years)| {
            let ages = bands::label(band.from, band.to);
            row(
                label(&ages),
                [part(years.symmetric, "Arriaga, both ways")],
                None,
            )
        })
        .collect();
    let mut notes = ages.notes();
    notes.push(Note::GapByAge(pair(sides)));
    Ok(Results {
        figures: vec![strata::found(
            Quantity::GapInLife {
                life: Life::All,
                age: 0,
            },
            Ok(gap),
            (YEARS, 0.0),
            &strata::of_both(sides),
        )],
        tables: vec![Rows {
            caption: Caption::YearsByAge,
            of: Of::Age,
            columns: vec![column(ColumnKind::YearsOfGap, YEARS)],
            rows,
            drawn: Drawn::Bars,
        }],
        notes,
    })
}
