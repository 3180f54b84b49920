//! Files that came together: which of them is measured, which are read after it, and which say more of its codes.

use super::job;
use crate::core::plan::Shape;
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{Lookup, is_held};
use crate::ingest::outline::{Outline, Part, SheetOutline};
use crate::ingest::stack::{Beside, Stack, labels};

/// So many files are looked at together.
pub const MOST: usize = 20;
/// A file of more bytes is measured, never looked up in.
pub const LARGEST_LOOKUP: u64 = 64 << 20;

/// One of the files, as far as it was read.
#[derive(Debug)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its first bytes ([`job::HEAD`] of them, or all), or all of a workbook.
    pub head: Vec<u8>,
    /// Parts of the rest ([`job::parts`]).
    pub rest: Vec<Vec<u8>>,
}

impl Given {
    /// Looks at the file, with what came together with it.
    ///
    /// # Errors
    /// [`ReadError`] when no table can be read from it.
    pub fn look(&self, beside: Beside<'_>) -> Result<Outline, ReadError> {
        if job::is_workbook(&self.head, self.size)? {
            return job::look_workbook_beside(&self.name, &self.head, beside);
        }
        let head = &self.head[..self.head.len().min(job::HEAD)];
        job::look_beside(&self.name, (head, &self.rest), self.size, beside)
    }
}

/// Whether codes can be looked up in a file that was looked at.
pub fn can_serve(outline: &Outline, size: u64) -> bool {
    let columns = first(outline).map_or(&[][..], |sheet| &sheet.columns);
    size <= LARGEST_LOOKUP && columns.iter().filter(|column| is_held(column)).count() > 1
}

/// The file that is measured: the first of those of which the others say more; of records before counts, and counts
/// before estimates. `lookups` are the files that codes can be looked up in, each with its place among `given`.
///
/// # Errors
/// Why the first file cannot be read, where none can.
pub fn choose(given: &[Given], lookups: &[(usize, Lookup)]) -> Result<Outline, ReadError> {
    let alone: Vec<Result<Outline, ReadError>> = given
        .iter()
        .map(|file| file.look(Beside::default()))
        .collect();
    let mut best: Option<((bool, bool, u8), Outline)> = None;
    for (place, file) in given.iter().enumerate() {
        let Ok(own) = &alone[place] else { continue };
        let (stack, parts) = stacked(given, &alone, place, own);
        let others = lookups
            .iter()
            .filter(|(at, _)| parts.iter().all(|part| part.given != *at) && *at != place);
        let others: Vec<&Lookup> = others.map(|(_, lookup)| lookup).collect();
        let beside = Beside {
            lookups: &others,
            stack: stack.as_ref(),
        };
        let mut outline = file.look(beside)?;
        outline.given = place;
        outline.parts = parts;
        let rank = rank(&outline);
        if best.as_ref().is_none_or(|(so_far, _)| rank > *so_far) {
            best = Some((rank, outline));
        }
    }
    let Some((_, mut outline)) = best else {
        let why = alone.into_iter().find_map(Result::err);
        return Err(why.unwrap_or(ReadError::Empty));
    };
    let notes = unused(given, &alone, lookups, &outline);
    let read = outline
        .parts
        .iter()
        .map(|part| given[part.given].name.as_str());
    let read: Vec<&str> = read.collect();
    let place = outline.first;
    if let Some(sheet) = outline.sheets.get_mut(place) {
        sheet.notes.splice(0..0, notes);
        if !read.is_empty() {
            // What one of them says of itself is not said of all.
            sheet.source.file = read.join(", ");
            sheet.source.period = None;
        }
    }
    Ok(outline)
}

/// The files of the same columns, this one first; nothing where there is no other.
fn stacked(
    given: &[Given],
    alone: &[Result<Outline, ReadError>],
    place: usize,
    own: &Outline,
) -> (Option<Stack>, Vec<Part>) {
    let Some(sheet) = first(own) else {
        return (None, Vec::new());
    };
    let columns: Vec<&str> = sheet
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    let mut places = vec![place];
    let mut rows = Vec::new();
    for (at, other) in alone.iter().enumerate().filter(|(at, _)| *at != place) {
        let Ok(other) = other else { continue };
        let twin = places
            .iter()
            .any(|&before| is_same(&given[before], &given[at]));
        if twin || !is_of_one_shape(sheet, other) {
            continue;
        }
        if let Ok(first) = job::first_rows(&given[at].head, other, &columns) {
            places.push(at);
            rows.push(first);
        }
    }
    if places.len() < 2 {
        return (None, Vec::new());
    }
    let names: Vec<&str> = places.iter().map(|&at| given[at].name.as_str()).collect();
    let (labels, periods) = labels(&names);
    let parts = places.iter().zip(&labels).filter_map(|(&at, label)| {
        let outline = alone[at].as_ref().ok()?;
        Some(Part {
            given: at,
            label: label.clone(),
            format: outline.format.clone(),
            sheet: first(outline)
                .and_then(|sheet| (!sheet.name.is_empty()).then(|| sheet.name.clone())),
        })
    });
    let parts = parts.collect();
    let stack = Stack {
        labels,
        periods,
        rows,
    };
    (Some(stack), parts)
}

/// What there is to say of the files that are neither read nor looked up in.
fn unused(
    given: &[Given],
    alone: &[Result<Outline, ReadError>],
    lookups: &[(usize, Lookup)],
    chosen: &Outline,
) -> Vec<String> {
    let served = |at: usize| lookups.iter().any(|(place, _)| *place == at);
    let read = |at: usize| at == chosen.given || chosen.parts.iter().any(|part| part.given == at);
    let others = (0..given.len()).filter(|&at| !read(at) && !served(at));
    others
        .map(|at| {
            let name = &given[at].name;
            let why = match &alone[at] {
                Err(why) => why.to_string(),
                Ok(_) if is_same(&given[at], &given[chosen.given]) => {
                    "it is the same as the file that is read.".to_owned()
                }
                Ok(_) if given[at].size > LARGEST_LOOKUP => {
                    "it is too large to look codes up in.".to_owned()
                }
                Ok(_) => "it has other columns than this file, and no codes with groups or places beside them."
                    .to_owned(),
            };
            format!("\u{201c}{name}\u{201d} is not used: {why}")
        })
        .collect()
}

/// Whether two files hold the same, as far as they were read.
fn is_same(one: &Given, other: &Given) -> bool {
    one.size == other.size && one.head == other.head && one.rest == other.rest
}

fn is_of_one_shape(sheet: &SheetOutline, other: &Outline) -> bool {
    let names = |sheet: &SheetOutline| {
        let mut names: Vec<String> = sheet
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        names.sort();
        names
    };
    sheet.columns.len() > 1 && first(other).is_some_and(|other| names(sheet) == names(other))
}

fn first(outline: &Outline) -> Option<&SheetOutline> {
    outline.sheets.get(outline.first)
}

/// Whether there is a question, whether the others serve it, and how much a row says.
fn rank(outline: &Outline) -> (bool, bool, u8) {
    let Some(sheet) = first(outline) else {
        return (false, false, 0);
    };
    let shape = sheet.plan.as_ref().map_or(0, |plan| match plan.shape {
        Shape::Records => 3,
        Shape::Counts => 2,
        Shape::Estimates => 1,
    });
    let served = sheet.joins.iter().any(|join| !join.is_of_file());
    (sheet.plan.is_ok(), served, shape)
}
