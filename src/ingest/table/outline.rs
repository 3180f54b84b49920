//! A first look at one sheet: source, columns, preview and Plan.

use super::{Tidy, stacking};
use crate::core::answer::Source;
use crate::core::plan::{Join, Role, Shape};
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{fit, is_held};
use crate::ingest::outline::{ColumnFinding, SheetOutline};
use crate::ingest::roles::facts::Facts;
use crate::ingest::roles::series::Seen;
use crate::ingest::stack::Beside;
use crate::ingest::{roles, source};
use crate::nhs::families::Family;
use crate::nhs::organisation;

/// Rows of the preview, and its columns.
const PREVIEW: (usize, usize) = (10, 50);

/// The rule that lets counts pass which their publisher has already protected.
const AS_PUBLISHED: &str = "as-published";

/// Fewer counts than this do not show how they were rounded.
const ENOUGH_COUNTS: usize = 10;

/// Looks at the first rows of a sheet, each with its line from 1; `goes_on` says whether there are more.
/// `sheet` is empty for a text file. A sheet without a table is an outline whose plan says why.
pub fn outline_rows(
    sheet: &str,
    rows: &[(u64, Vec<String>)],
    goes_on: bool,
    file: &str,
) -> SheetOutline {
    outline_spread(sheet, (rows, &[]), goes_on, (file, Beside::default()))
}

/// A row with its line, from 1.
pub type Line = (u64, Vec<String>);

/// The same of the first rows and of `further` ones from anywhere after them, which say nothing of where the table
/// begins. Files `beside` it may say more of its codes, or are read after it.
pub fn outline_spread(
    sheet: &str,
    (rows, further): (&[Line], &[Vec<String>]),
    goes_on: bool,
    (file, beside): (&str, Beside<'_>),
) -> SheetOutline {
    let tidy = match Tidy::find(sheet, rows) {
        Ok(tidy) => tidy,
        Err(why) => return without_table(sheet, rows, file, why.to_string()),
    };
    let above: Vec<&[String]> = rows
        .iter()
        .take_while(|(line, _)| *line < tidy.top_line)
        .map(|(_, row)| row.as_slice())
        .collect();
    let names: Vec<&str> = tidy.columns.iter().map(String::as_str).collect();
    let (mut source, family) = source::read(file, sheet, &above, &names);
    let mut table: Vec<Vec<&str>> = Vec::new();
    let first = rows.iter().filter(|(line, _)| *line > tidy.header_line);
    for row in first.map(|(_, row)| row).chain(further) {
        if tidy.set_aside(row).is_none() {
            tidy.apply(row, |cells| table.push(cells.to_vec()));
        }
    }
    let mut names = names;
    let stack = beside
        .stack
        .map(|stack| stacking::stack(stack, &mut names, &mut table));
    let stacked = stack.flatten();
    let own = table_facts(&names, &table);
    let (gained, joined) = fit::joins(beside.lookups, &own);
    for row in &mut table {
        let codes: Vec<&str> = gained
            .iter()
            .map(|one| row.get(one.at).copied().unwrap_or_default())
            .collect();
        row.extend(
            gained
                .iter()
                .zip(codes)
                .map(|(one, code)| one.through.see(code)),
        );
    }
    names.extend(gained.iter().map(|one| one.join.name.as_str()));
    let facts = if gained.is_empty() {
        own
    } else {
        table_facts(&names, &table)
    };
    let over: Vec<&str> = above
        .iter()
        .flat_map(|row| row.iter().map(String::as_str))
        .filter(|cell| !cell.trim().is_empty())
        .collect();
    let mut columns = roles::find(&facts, goes_on);
    roles::direct(&mut columns, &facts, &over);
    let mut joins: Vec<Join> = gained.iter().map(|one| one.join.clone()).collect();
    for (column, join) in columns[names.len() - joins.len()..].iter_mut().zip(&joins) {
        column.why = format!("from \u{201c}{}\u{201d}; {}", join.file, column.why);
        if !is_held(column) {
            column.role = Role::SetAside;
        }
    }
    let mut notes = joined;
    if let Some(stacked) = stacked {
        notes.push(stacked.settle(&table, &mut columns));
        joins.insert(0, stacked.join(&facts, &columns));
    }
    notes.extend(tidy.notes.clone());
    notes.extend(dropped(&columns));
    notes.extend(small_areas(&columns));
    let proposal = roles::propose(
        sheet,
        &columns,
        Seen {
            facts: &facts,
            rows: &table,
            above: &over,
        },
    );
    notes.extend(proposal.notes);
    let mut plan = proposal.plan;
    // Rows about people are never protected, whatever the file is called.
    if plan.as_ref().is_ok_and(|plan| plan.shape != Shape::Records) {
        source.protected = protected(&facts, &columns, family);
    }
    if let Ok(plan) = &mut plan {
        plan.joins.clone_from(&joins);
        if let Some(stacked) = stacked {
            stacked.enter(plan, &mut columns);
        }
        if source.protected.is_some() {
            AS_PUBLISHED.clone_into(&mut plan.rule);
        }
    }
    let preview = preview(&table, &columns);
    SheetOutline {
        name: sheet.to_owned(),
        source,
        header_line: tidy.header_line,
        preview,
        notes,
        plan,
        columns,
        joins,
        kept: proposal.kept,
        totals: proposal.totals,
    }
}

fn table_facts<'a>(names: &[&'a str], table: &[Vec<&'a str>]) -> Vec<Facts<'a>> {
    let cells = |at: usize| table.iter().filter_map(move |row| row.get(at).copied());
    let names = names.iter().enumerate();
    names.map(|(at, name)| Facts::of(name, cells(at))).collect()
}

/// The rows under the header of a table, in the order of these of its columns.
///
/// # Errors
/// When there is no table, or it lacks one of the columns.
pub fn tidy_rows(
    sheet: &str,
    rows: &[Line],
    columns: &[&str],
) -> Result<Vec<Vec<String>>, ReadError> {
    let tidy = Tidy::find(sheet, rows)?;
    let place = |name: &&str| {
        let found = tidy.columns.iter().position(|column| column == name);
        found.ok_or_else(|| ReadError::NoSuchColumn {
            name: (*name).to_owned(),
        })
    };
    let places: Vec<usize> = columns.iter().map(place).collect::<Result<_, _>>()?;
    let mut table = Vec::new();
    let under = rows.iter().filter(|(line, _)| *line > tidy.header_line);
    for (_, row) in under.filter(|(_, row)| tidy.set_aside(row).is_none()) {
        tidy.apply(row, |cells| {
            let cell = |place: &usize| cells.get(*place).copied().unwrap_or_default().to_owned();
            table.push(places.iter().map(cell).collect());
        });
    }
    Ok(table)
}

fn without_table(
    sheet: &str,
    rows: &[(u64, Vec<String>)],
    file: &str,
    why: String,
) -> SheetOutline {
    let above: Vec<&[String]> = rows
        .iter()
        .take(20)
        .map(|(_, row)| row.as_slice())
        .collect();
    let source = if above.is_empty() {
        Source {
            file: file.to_owned(),
            ..Source::default()
        }
    } else {
        source::read(file, sheet, &above, &[]).0
    };
    SheetOutline {
        name: sheet.to_owned(),
        source,
        header_line: 0,
        columns: Vec::new(),
        joins: Vec::new(),
        kept: Vec::new(),
        totals: Vec::new(),
        preview: Vec::new(),
        notes: Vec::new(),
        plan: Err(why),
    }
}

fn dropped(columns: &[ColumnFinding]) -> Option<String> {
    let names: Vec<String> = columns
        .iter()
        .filter(|column| column.role == Role::Identifier)
        .map(|column| format!("\u{201c}{}\u{201d}", column.name))
        .collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!(
            "The column {one} can name a person. It is dropped at reading."
        )),
        many => Some(format!(
            "The columns {} can name a person. They are dropped at reading.",
            many.join(", ")
        )),
    }
}

/// A hint on the edition of deprivation deciles, from the year of the small areas beside them.
fn small_areas(columns: &[ColumnFinding]) -> Option<String> {
    let by_deprivation = columns.iter().any(|column| {
        column
            .scheme
            .as_deref()
            .is_some_and(|id| id.starts_with("imd"))
    });
    let year = columns
        .iter()
        .find_map(|column| organisation::small_area_year(&column.name))?;
    let edition = if year == 2021 { "IoD 2025" } else { "IMD 2019" };
    by_deprivation.then(|| {
        format!(
            "Small areas of {year} stand beside the deprivation column: {edition} is the index made \
             for them. Check that the deciles are of that edition."
        )
    })
}

/// Why the counts look protected already: the file is of a family whose counts are rounded so, or the
/// rounding shows in the counts themselves.
fn protected(
    facts: &[Facts],
    columns: &[ColumnFinding],
    family: Option<&Family>,
) -> Option<String> {
    let of_counts = [Role::Count, Role::Numerator, Role::Denominator];
    let counts = facts
        .iter()
        .zip(columns)
        .filter(|(_, column)| of_counts.contains(&column.role));
    let (mut numbers, mut stars, mut fives, mut sevens) = (0, 0, 0, 0);
    for (facts, _) in counts {
        numbers += facts.numbers;
        stars += facts.stars;
        fives += facts.fives;
        sevens += facts.sevens;
    }
    let rounded = |to: u32| to == 5 && fives == numbers || to == 7 && sevens == numbers;
    if let Some(family) = family
        && let Some(how) = family.protection
        && family.rounded_to.is_none_or(rounded)
    {
        return Some(format!("The file is one of {}: {how}.", family.name));
    }
    if numbers < ENOUGH_COUNTS {
        None
    } else if stars > 0 && rounded(5) {
        Some(
            "Every count is a multiple of 5 and some are shown as *: the publisher has rounded them."
                .into(),
        )
    } else if rounded(7) {
        Some("Every count is a multiple of 7: the publisher has rounded them.".into())
    } else {
        None
    }
}

fn preview(table: &[Vec<&str>], columns: &[ColumnFinding]) -> Vec<Vec<String>> {
    let (rows, wide) = PREVIEW;
    table
        .iter()
        .take(rows)
        .map(|row| {
            row.iter()
                .zip(columns)
                .take(wide)
                .map(|(cell, column)| {
                    if column.role == Role::Identifier {
                        String::new()
                    } else {
                        (*cell).to_owned()
                    }
                })
                .collect()
        })
        .collect()
}
