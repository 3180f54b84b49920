//! How much of the unevenness lies between organisations, and how much between groups within them.
//!
//! The method text is that of `measure::why::between_and_within`.

use super::form::{INDEX, SHARE, column, figure, plain, row, table};
use super::places;
use super::{
    Caption, ColumnKind, Entry, Evidence, Findings, Needs, Of, Quantity, RowName, Study, anything,
};
use crate::core::lesson::lesson;
use crate::core::measure::sample::Sample;
use crate::core::measure::why::between_and_within;
use crate::core::measure::{Basis, Null};
use crate::core::refusal::Refusal;

pub(super) const STUDY: Study = Study {
    id: "between-and-within",
    name: "Between organisations and within them",
    needs: Needs::Places,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/why/between_and_within.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let crossed = places::of(evidence)?;
    let (mut values, mut people, mut larger) = (Vec::new(), Vec::new(), Vec::new());
    for cells in &crossed.cells {
        for (place, cell) in cells.iter().enumerate() {
            if let Some(cell) = cell {
                values.push(cell.value);
                people.push(cell.population.ok_or(Refusal::NoPopulation)?);
                larger.push(place);
            }
        }
    }
    if values.is_empty() {
        return Err(Refusal::NeedsData {
            what: "groups with a value in each organisation".to_owned(),
        });
    }
    let parts = between_and_within::of(&Sample::new(values, people, None)?, &larger)?;
    let whole = parts.between + parts.within;
    let theil = |part: f64| plain(part, "Theil index");
    let share = |part: f64| {
        if whole > 0.0 {
            plain(part / whole, "share of the Theil index")
        } else {
            Err(Refusal::AllEqual)
        }
    };
    let line = |name, part: f64| {
        row(
            name,
            vec![Entry::Figure(theil(part)), Entry::Figure(share(part))],
        )
    };
    Ok(Findings {
        figures: vec![
            figure(
                Quantity::WithinOrganisations,
                share(parts.within),
                SHARE,
                Null::None,
            ),
            figure(
                Quantity::BetweenOrganisations,
                share(parts.between),
                SHARE,
                Null::None,
            ),
        ],
        tables: vec![table(
            Caption::TheilParts,
            Of::Part,
            vec![
                column(ColumnKind::TheilIndex, INDEX),
                column(ColumnKind::ShareOfWhole, SHARE),
            ],
            vec![
                line(RowName::Between, parts.between),
                line(RowName::Within, parts.within),
                line(RowName::Both, whole),
            ],
        )],
        notes: Vec::new(),
    })
}
