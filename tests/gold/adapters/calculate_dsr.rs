//! `calculate_dsr.json` and `phe_dsr_deprecated.json`: directly standardised rates.

use equal_measure::core::estimate::Estimate;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::direct::{Band, standardised};
use equal_measure::core::standard::population::ESP2013;
use equal_measure::core::units::Level;

use super::levels;
use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::repeated::{Row, gather, standardised_repeated};

/// What makes a group's rate at a level.
type Rate = Box<dyn Fn(Level) -> Result<Estimate, Refusal>>;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let levels = levels::levels(case)?;
    let per = case.option_number("multiplier", 100_000.0);
    if per <= 0.0 {
        return Err(Refusal::OutOfRange {
            what: "The multiplier",
            range: "above zero",
        });
    }
    let repeated = case.option("independent_events") == false;
    let (people, events) = (whole(case, "n")?, case.maybe("x"));
    let weights = if case.has("stdpop") {
        whole(case, "stdpop")?
    } else {
        Vec::new()
    };
    let bands = case.texts("ageband");
    let frequencies = case.maybe("eventfreq");
    let mut out = Columns::default();
    for (_, rows) in case.grouped(&case.option_names("group_by")) {
        let persons = |place: usize| -> Result<Row, Refusal> {
            let row = rows[place];
            Ok(Row {
                band: bands[row].clone(),
                weight: weights
                    .get(row)
                    .copied()
                    .unwrap_or_else(|| ESP2013.people[place]),
                people: people[row],
                events_each: frequencies.get(row).copied().flatten().unwrap_or(1.0),
                persons: events[row].ok_or(Refusal::Missing {
                    what: "count of events in a band",
                })?,
            })
        };
        let table: Vec<Row> = (0..rows.len()).map(persons).collect::<Result<_, _>>()?;
        let (total, rate): (f64, Rate) = if repeated {
            let gathered = gather(&table)?;
            let total = gathered.iter().map(|band| band.people).sum();
            (
                total,
                Box::new(move |level| standardised_repeated(&gathered, level)),
            )
        } else {
            let single: Vec<Band> = table.iter().map(single).collect();
            let total = single.iter().map(|band| band.people).sum();
            (total, Box::new(move |level| standardised(&single, level)))
        };
        levels::push(&mut out, &levels, &levels::endless(), |level| {
            rate(level)?.map(|rate| rate * per)
        })?;
        out.push(
            "total_count",
            table
                .iter()
                .map(|row| row.events_each * row.persons)
                .sum::<f64>(),
        );
        out.push("total_pop", total);
    }
    Ok(out)
}

fn single(row: &Row) -> Band {
    Band {
        weight: row.weight,
        people: row.people,
        events: row.persons,
    }
}

fn whole(case: &Case, column: &str) -> Result<Vec<f64>, Refusal> {
    case.maybe(column)
        .into_iter()
        .collect::<Option<Vec<f64>>>()
        .ok_or(Refusal::Missing {
            what: "number of people in a band",
        })
}
