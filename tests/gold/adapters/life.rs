//! `phe_life_expectancy.json` and `arriaga.json`: life tables and the gap between two.

use equal_measure::core::interval::level;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::arriaga::by_age;
use equal_measure::core::standard::life_table::{Age, Deaths, LifeTable};
use equal_measure::core::units::Level;
use serde_json::Value;

use crate::gold::case::{Case, list, number, text};
use crate::gold::columns::Columns;

/// The first ages of the twenty bands.
const STARTS: [u32; 20] = [
    0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90,
];

fn start(label: &str) -> u32 {
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// The first age above a band: the next of the twenty, whether the file has it or not.
fn end(from: u32) -> Option<u32> {
    STARTS.iter().copied().find(|age| *age > from)
}

pub fn expectancy(case: &Case) -> Result<Columns, Refusal> {
    let levels = named_levels(case)?;
    let starts: Vec<u32> = case
        .texts("startage")
        .iter()
        .map(|label| start(label))
        .collect();
    if let Some(age) = STARTS.iter().find(|age| !starts.contains(age)) {
        return Err(Refusal::NeedsData {
            what: format!("deaths and people of the ages from {age}"),
        });
    }
    let (deaths, people) = (case.maybe("deaths"), case.maybe("pops"));
    let wanted: Option<Vec<u32>> = match case.option("le_age") {
        Value::Null | Value::String(_) => None,
        ages => Some(list(&ages).iter().map(|age| start(&text(age))).collect()),
    };
    let mut tables: Vec<(Vec<usize>, Result<LifeTable, Refusal>)> = Vec::new();
    for (_, mut rows) in case.grouped(&case.option_names("group_by")) {
        rows.sort_by_key(|row| starts[*row]);
        let bands: Option<Vec<Deaths>> = rows
            .iter()
            .map(|row| {
                Some(Deaths {
                    from: starts[*row],
                    to: end(starts[*row]),
                    deaths: deaths[*row]?,
                    people: people[*row]?,
                })
            })
            .collect();
        let missing = Refusal::Missing {
            what: "count of deaths or people",
        };
        let table = bands
            .ok_or(missing)
            .and_then(|bands| LifeTable::new(&bands));
        tables.push((rows, table));
    }
    // The package puts the groups whose input it will not use last.
    tables.sort_by_key(|(_, table)| !matches!(table, Ok(_) | Err(Refusal::Zero { .. })));
    let mut out = Columns::default();
    for (rows, table) in tables {
        for (place, row) in rows.iter().enumerate() {
            if wanted
                .as_ref()
                .is_some_and(|ages| !ages.contains(&starts[*row]))
            {
                continue;
            }
            for (place_of_level, (level, [lower, upper])) in levels.iter().enumerate() {
                let estimate = table
                    .as_ref()
                    .map_err(Clone::clone)
                    .and_then(|t| t.expectancy(place, *level));
                let value = if place_of_level == 0 {
                    "value"
                } else {
                    "again"
                };
                out.push_estimate([value, lower.as_str(), upper.as_str()], &estimate);
            }
            let above = |column: &[Option<f64>]| -> f64 {
                rows[place..].iter().filter_map(|row| column[*row]).sum()
            };
            out.push("pops_used", above(&people));
            out.push("dths_used", above(&deaths));
        }
    }
    Ok(out)
}

fn named_levels(case: &Case) -> Result<Vec<(Level, [String; 2])>, Refusal> {
    let written: Vec<f64> = list(&case.option("confidence"))
        .iter()
        .filter_map(number)
        .collect();
    let names = |infix: &str| ["lower", "upper"].map(|side| format!("{side}{infix}cl"));
    match written.as_slice() {
        [] => Ok(vec![(Level::P95, names(""))]),
        [one] => Ok(vec![(level::written(*one)?, names(""))]),
        many => many
            .iter()
            .map(|one| {
                let level = level::written(*one)?;
                let percent = format!("{:.1}", level.proportion() * 100.0).replace('.', "_");
                Ok((level, names(&percent)))
            })
            .collect(),
    }
}

pub fn arriaga(case: &Case) -> Result<Columns, Refusal> {
    let table = |deaths: &str, people: &str| {
        let bands: Vec<Deaths> = case
            .texts("startage")
            .iter()
            .zip(case.numbers(deaths).into_iter().zip(case.numbers(people)))
            .map(|(label, (deaths, people))| Deaths {
                from: start(label),
                to: end(start(label)),
                deaths,
                people,
            })
            .collect();
        LifeTable::new(&bands)
    };
    let first = table("deaths_1", "pop_1")?;
    let second = table("deaths_2", "pop_2")?;
    let mut out = Columns::default();
    for (name, table) in [("1", &first), ("2", &second)] {
        let of = |value: fn(&Age) -> f64| table.ages.iter().map(value).collect::<Vec<_>>();
        out.put(&format!("lx_{name}"), of(|age| age.alive));
        out.put(&format!("Lx_{name}"), of(|age| age.years));
        out.put(&format!("qx_{name}"), of(|age| age.dying));
        out.push(
            &format!("e0_{name}"),
            table.expectancy(0, Level::P95)?.value(),
        );
    }
    out.push("gap", second.gap(&first, 0, Level::P95)?.value());
    let parts = by_age(&first, &second)?;
    out.put("direct", parts.iter().map(|part| part.direct));
    out.put(
        "indirect_interaction",
        parts.iter().map(|part| part.indirect),
    );
    out.put(
        "contribution",
        parts
            .iter()
            .map(equal_measure::core::standard::arriaga::Part::years),
    );
    out.put(
        "symmetric_contribution",
        parts.iter().map(|part| part.symmetric),
    );
    Ok(out)
}
