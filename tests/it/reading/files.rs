//! Plans and readings in a few words, for tests of reading.

use std::collections::BTreeMap;
use std::fmt::Write;

use equal_measure::core::ledger::{Aside, Reason};
use equal_measure::core::plan::{
    Column, Division, Filter, Keep, Only, Outcome, Plan, Role, Series, Shape, Stratification,
};
use equal_measure::ingest::delimited::Reader;
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::sniff;

/// A plan for a file with these columns (comma between them), nothing asked yet.
pub(crate) fn plan(columns: &str, outcome: Outcome) -> Plan {
    let column = |name: &str| Column {
        name: name.into(),
        role: Role::SetAside,
    };
    Plan {
        shape: Shape::Records,
        columns: columns.split(',').map(column).collect(),
        outcomes: vec![outcome],
        ..Plan::under("none")
    }
}

/// A plan for weeks waited.
pub(crate) fn weeks(columns: &str, divisions: &[&str]) -> Plan {
    let wait = Outcome::Wait {
        column: "weeks".into(),
        days: false,
    };
    by(plan(columns, wait), divisions)
}

/// A plan for counts: a name, or a name and the band it stands for as `count/band=text`.
pub(crate) fn counts(columns: &str, series: &[&str], divisions: &[&str]) -> Plan {
    let one = |text: &&str| {
        let (column, band) = text.split_once('/').unwrap_or((text, ""));
        Series {
            name: (*text).into(),
            column: column.into(),
            only: only(band),
        }
    };
    let sums = Outcome::Sums(series.iter().map(one).collect());
    by(plan(columns, sums), divisions)
}

/// The plan with divisions: a column, or a column of one breakdown as `group/breakdown=text`.
pub(crate) fn by(mut plan: Plan, divisions: &[&str]) -> Plan {
    plan.divisions = divisions.iter().map(|text| division(text, "")).collect();
    plan
}

fn division(text: &str, scheme: &str) -> Division {
    let (column, breakdown) = text.split_once('/').unwrap_or((text, ""));
    Division {
        id: text.into(),
        column: column.into(),
        only: only(breakdown),
        scheme: scheme.into(),
    }
}

/// The plan with one more stratification, of columns with a comma between them; the first has the scheme.
pub(crate) fn stratified(mut plan: Plan, columns: &str, scheme: &str) -> Plan {
    let by = columns
        .split(',')
        .zip(std::iter::once(scheme).chain(std::iter::repeat("")));
    let by = by
        .map(|(column, scheme)| division(column, scheme))
        .collect();
    plan.stratifications.push(Stratification { by });
    plan
}

/// The plan with a role for one of its columns.
pub(crate) fn with_role(mut plan: Plan, name: &str, role: Role) -> Plan {
    for column in plan.columns.iter_mut().filter(|column| column.name == name) {
        column.role = role;
    }
    plan
}

/// The plan with one more filter.
pub(crate) fn keeping(mut plan: Plan, column: &str, keep: &[&str]) -> Plan {
    plan.filters.push(Filter {
        column: column.into(),
        keep: Keep::Texts(keep.iter().map(|&text| text.into()).collect()),
    });
    plan
}

fn only(text: &str) -> Option<Only> {
    text.split_once('=').map(|(column, text)| Only {
        column: column.into(),
        text: text.into(),
    })
}

/// Reads bytes in chunks and pieces of these sizes, the header on its line.
pub(crate) fn read(
    bytes: &[u8],
    plan: &Plan,
    header_line: u64,
    (chunk, piece): (usize, usize),
) -> Result<Reading, ReadError> {
    let format = sniff::format(bytes, bytes.len() as u64)?;
    let mut reader = Reader::new(&format, plan, header_line)?.in_pieces(piece);
    for chunk in bytes.chunks(chunk) {
        reader.push(chunk)?;
    }
    reader.finish()
}

/// A reading as lines: a group with `rows`, `blank` and its values or sums; then what was set aside.
pub(crate) fn describe(reading: &Reading) -> String {
    let mut text = String::new();
    for (columns, cut) in &reading.tally.cuts {
        for (key, cell) in &cut.cells {
            let _ = write!(
                text,
                "{}={}: {}",
                columns.join(" × "),
                key.join(" × "),
                cell.rows
            );
            for (place, outcome) in cell.outcomes.iter().enumerate() {
                let _ = write!(text, "{}", if place > 0 { " |" } else { "" });
                if outcome.blank > 0 {
                    let _ = write!(text, " blank {}", outcome.blank);
                }
                for (micro, times) in outcome.values.iter() {
                    let _ = write!(text, " {}x{times}", micro as f64 / 1e6);
                }
                for sum in &outcome.sums {
                    let marks = (sum.numbers, sum.suppressed, sum.missing);
                    let _ = write!(text, " {}{marks:?}", sum.value());
                }
            }
            text.push('\n');
        }
    }
    assert!(reading.ledger.balances());
    let _ = write!(text, "used {}/{}", reading.ledger.used, reading.ledger.read);
    let mut account = |aside: &BTreeMap<Reason, Aside>| {
        for (reason, aside) in aside {
            let _ = write!(text, " {reason:?} {}@{:?}", aside.rows, aside.first_lines);
        }
        text.push('|');
    };
    account(&reading.ledger.aside);
    reading.ledger.outcomes.iter().for_each(account);
    text.trim_end_matches('|').to_owned()
}
