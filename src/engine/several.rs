//! Files that came together: which of them is measured, and which say more of its codes.

use super::job;
use crate::core::plan::Shape;
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{Lookup, is_held};
use crate::ingest::outline::Outline;

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
    /// Looks at the file, with what the others say of its codes.
    ///
    /// # Errors
    /// [`ReadError`] when no table can be read from it.
    pub fn look(&self, beside: &[&Lookup]) -> Result<Outline, ReadError> {
        if job::is_workbook(&self.head, self.size)? {
            return job::look_workbook_beside(&self.name, &self.head, beside);
        }
        let head = &self.head[..self.head.len().min(job::HEAD)];
        job::look_beside(&self.name, (head, &self.rest), self.size, beside)
    }
}

/// Whether codes can be looked up in a file that was looked at.
pub fn can_serve(outline: &Outline, size: u64) -> bool {
    let sheet = outline.sheets.get(outline.first);
    let held = sheet.map_or(0, |sheet| {
        sheet
            .columns
            .iter()
            .filter(|column| is_held(column))
            .count()
    });
    size <= LARGEST_LOOKUP && held > 1
}

/// The file that is measured: the first of those that the others say more of; of records before counts, and counts
/// before estimates. `lookups` are the files that codes can be looked up in, each with its place among `given`.
///
/// # Errors
/// Why the first file cannot be read, where none can.
pub fn choose(given: &[Given], lookups: &[(usize, Lookup)]) -> Result<Outline, ReadError> {
    let mut best: Option<((bool, bool, u8), Outline)> = None;
    let mut failed = None;
    for (place, file) in given.iter().enumerate() {
        // A file is not beside itself.
        let others = lookups.iter().filter(|(at, _)| *at != place);
        let others: Vec<&Lookup> = others.map(|(_, lookup)| lookup).collect();
        match file.look(&others) {
            Ok(mut outline) => {
                outline.given = place;
                let rank = rank(&outline);
                if best.as_ref().is_none_or(|(so_far, _)| rank > *so_far) {
                    best = Some((rank, outline));
                }
            }
            Err(why) => failed = failed.or(Some(why)),
        }
    }
    match (best, failed) {
        (Some((_, outline)), _) => Ok(outline),
        (None, why) => Err(why.unwrap_or(ReadError::Empty)),
    }
}

/// Whether there is a question, whether the others serve it, and how much a row says.
fn rank(outline: &Outline) -> (bool, bool, u8) {
    let Some(sheet) = outline.sheets.get(outline.first) else {
        return (false, false, 0);
    };
    let shape = sheet.plan.as_ref().map_or(0, |plan| match plan.shape {
        Shape::Records => 3,
        Shape::Counts => 2,
        Shape::Estimates => 1,
    });
    (sheet.plan.is_ok(), !sheet.joins.is_empty(), shape)
}
