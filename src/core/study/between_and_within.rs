//! How much of the unevenness lies between organisations, and how much between groups within them.
//!
//! The method text is that of `measure::why::between_and_within`.

use super::form::{INDEX, SHARE, column, figure, plain, row, table};
use super::places;
use super::{Entry, Evidence, Findings, Needs, Study, anything};
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
    let line = |label: &str, part: f64| {
        row(
            label,
            vec![Entry::Figure(theil(part)), Entry::Figure(share(part))],
        )
    };
    Ok(Findings {
        figures: vec![
            figure(
                "Share of the unevenness that lies within organisations",
                share(parts.within),
                SHARE,
                Null::None,
            ),
            figure(
                "Share of the unevenness that lies between organisations",
                share(parts.between),
                SHARE,
                Null::None,
            ),
        ],
        tables: vec![table(
            "Theil index of the groups in all organisations, in two parts",
            "Part",
            vec![
                column("Theil index", INDEX),
                column("Share of the whole", SHARE),
            ],
            vec![
                line("Between organisations", parts.between),
                line("Between groups within organisations", parts.within),
                line("Both", whole),
            ],
        )],
        notes: Vec::new(),
    })
}
