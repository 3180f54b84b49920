//! The organisations or areas in fifths by their own value.
//!
//! # Formula
//! fifth = ⌊6 − ⌈((N+1) − r)/(N/5)⌉⌋, a 0 being read as 1
//!
//! # Symbols
//! - N: organisations with a value. r: the rank of an organisation from the highest value, ties sharing
//!   the best.
//!
//! # Range and the value of no inequality
//! 1, the highest values, to 5, the lowest. There is no value of no inequality: some organisation always
//! has the highest value.
//!
//! # How to read it
//! A map coloured by fifths shows where high values lie together. The gap between the values of the first
//! and the last fifth says how far apart organisations are.
//!
//! # When it applies
//! Five organisations or more with a value.
//!
//! # Limits
//! Organisations are cut evenly, not people. Chance alone puts small organisations into the outer fifths,
//! and makes these look further apart than they are: the funnel allows for that.
//!
//! # Sources
//! - Public Health England. Technical guide: assigning deprivation categories. 2018.
//!
//! # In plain words
//! Organisations are sorted into five sets of about equal number by their own figures; which set one falls
//! in may be down to chance.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::quantiles::quantiles;
//! let values = [Some(10.0), Some(40.0), Some(30.0), Some(20.0)];
//! assert_eq!(quantiles(&values, 2, true)?, [Some(2), Some(1), Some(1), Some(2)]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::compare;
use super::form::{INDEX, NOBODY, WHOLE, column, figure, label, plain, row, table};
use super::places;
use super::{
    Analysis, Caption, ColumnKind, Entry, Fifth, Inputs, Needs, Note, Of, People, Quantity,
    Results, RowName, Verdict,
};
use crate::core::group::Group;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::quantiles::quantiles;

/// Fifths, the highest values first.
const FIFTHS: [Fifth; 5] = [
    Fifth::Highest,
    Fifth::SecondHighest,
    Fifth::Middle,
    Fifth::SecondLowest,
    Fifth::Lowest,
];

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Places, run)
    .named("place-quantiles", "Organisations in fifths")
    .people(People::Everyone)
    .once()
    .text(method_text!("place_quantiles.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = places::of(inputs)?;
    let groups = &inputs.groups;
    let everyone: Vec<Option<&Group>> = stratified.everyone.iter().map(Option::as_ref).collect();
    let values: Vec<Option<f64>> = everyone
        .iter()
        .map(|everyone| everyone.map(|everyone| everyone.value))
        .collect();
    let got = values.iter().flatten().count();
    let placed = quantiles(&values, 5, true).map_err(|refusal| match refusal {
        Refusal::TooFewGroups { .. } => Refusal::NeedsData {
            what: format!("five organisations or more with a value; it has {got}"),
        },
        other => other,
    })?;
    let strata = stratified.strata.iter().zip(&everyone).zip(&placed);
    let rows = strata.map(|((stratum, everyone), fifth)| {
        let fifth = fifth.and_then(|fifth| FIFTHS.get(fifth as usize - 1));
        let cells = vec![
            Entry::Figure(compare::value(*everyone, groups.kind, groups.level)),
            fifth.map_or(Entry::Nothing, |fifth| {
                Entry::Verdict(Verdict::Fifth(*fifth))
            }),
        ];
        row(label(&stratum.label), cells)
    });
    let middle = |fifth: u32| {
        let of = values.iter().zip(&placed);
        let of = of.filter(|(_, placed)| **placed == Some(fifth));
        let mut of: Vec<f64> = of.filter_map(|(value, _)| *value).collect();
        of.sort_by(f64::total_cmp);
        let middle = of.get(of.len() / 2).copied().ok_or(NOBODY)?;
        plain(middle, "middle organisation of the fifth")
    };
    let figures = [(1, Fifth::Highest), (5, Fifth::Lowest)].map(|(place, fifth)| {
        figure(
            Quantity::MiddleOfFifth(fifth),
            middle(place),
            MeasureUnit::Same,
            Null::None,
        )
    });
    let count = |fifth: u32| placed.iter().filter(|one| **one == Some(fifth)).count();
    let counts = (1..).zip(FIFTHS).map(|(place, fifth)| {
        let counted = super::form::whole(count(place));
        row(
            RowName::Fifth(fifth),
            vec![Entry::Figure(counted), Entry::Figure(middle(place))],
        )
    });
    Ok(Results {
        figures: figures.into(),
        tables: vec![
            table(
                Caption::ByFifth,
                Of::Organisation,
                vec![
                    column(ColumnKind::Value, MeasureUnit::Same),
                    column(ColumnKind::Fifth, INDEX),
                ],
                rows.collect(),
            ),
            table(
                Caption::Fifths,
                Of::Fifth,
                vec![
                    column(ColumnKind::Organisations, WHOLE),
                    column(ColumnKind::MiddleOrganisation, MeasureUnit::Same),
                ],
                counts.collect(),
            ),
        ],
        notes: vec![Note::FifthsOfFile],
    })
}
