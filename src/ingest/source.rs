//! What a file says of itself above its table: title, period, publisher, population.

use crate::core::answer::Source;
use crate::nhs::families::{self, Family};
use crate::nhs::{period, words};

/// Reads the rows above a header (`above`, with all their cells), the file's name and the names of its
/// columns. With it comes the published family that the file says it is of.
pub fn read(
    file: &str,
    sheet: &str,
    above: &[&[String]],
    columns: &[&str],
) -> (Source, Option<&'static Family>) {
    let mut source = Source {
        file: file.to_owned(),
        sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
        ..Source::default()
    };
    let mut said = format!("{file} ");
    let mut lone = Vec::new();
    for row in above {
        let mut filled = row
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty());
        let Some(first) = filled.next() else { continue };
        let rest = filled.collect::<Vec<_>>().join(" ");
        said.push_str(first);
        said.push(' ');
        said.push_str(&rest);
        said.push(' ');
        if rest.is_empty() {
            match first.split_once(": ") {
                Some((key, value)) if key.len() < 24 => keep(&mut source, key, value.trim()),
                _ => lone.push(first),
            }
        } else {
            keep(&mut source, first, &rest);
        }
    }
    for text in lone {
        if source.title.is_none() {
            source.title = Some(text.to_owned());
        } else if source.publisher.is_none() && words::plain(text).contains("copyright") {
            source.publisher = Some(text.to_owned());
        } else if source.period.is_none() && period::last_day(text).is_some() {
            source.period = Some(text.to_owned());
        }
    }
    if source.period.is_none() {
        source.period = in_file_name(file).or_else(|| in_columns(columns));
    }
    let family = families::family(&said, columns);
    if let (Some(family), None) = (family, &source.publisher) {
        source.publisher = Some(family.name.to_owned());
    }
    (source, family)
}

fn keep(source: &mut Source, key: &str, value: &str) {
    let value = value.trim().to_owned();
    if value.is_empty() {
        return;
    }
    match words::plain(key).as_str() {
        "title" => source.title = Some(value),
        "period" | "date" | "reporting period" | "time period" | "year" | "week ending" => {
            source.period = Some(value);
        }
        "source" | "publisher" | "data source" => source.publisher = Some(value),
        "published" | "publication date" | "date published" | "release date" | "published date" => {
            source.published = Some(value);
        }
        "population" | "coverage" | "cohort" => source.population = Some(value),
        "summary" | "description" | "basis" | "status" | "units" => {
            source.notes.push(format!(
                "{}: {value}",
                key.trim().trim_end_matches(':').trim()
            ));
        }
        _ => {}
    }
}

/// "…-to-25-July-2025-v1.csv": the date after "to".
fn in_file_name(file: &str) -> Option<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts: Vec<&str> = stem.split(['-', '_', ' ']).collect();
    let at = parts
        .iter()
        .position(|part| part.eq_ignore_ascii_case("to"))?;
    let date = parts.get(at + 1..at + 4)?.join(" ");
    period::last_day(&date).map(|_| format!("to {date}"))
}

/// "Vaccinated at 22 Jun 2022 (n)": the date after "at" or "on" in a column's name.
fn in_columns(columns: &[&str]) -> Option<String> {
    columns.iter().find_map(|name| {
        let after = [" at ", " on ", " to "]
            .iter()
            .find_map(|mark| name.split_once(mark))?
            .1;
        let date = after.split_once('(').map_or(after, |(date, _)| date).trim();
        let full = date.split_whitespace().count() >= 2;
        (full && period::last_day(date).is_some()).then(|| date.to_owned())
    })
}
