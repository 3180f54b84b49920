//! A file as sheets of cells, whatever its format.

use crate::ingest::error::ReadError;

/// What hears the rows of a sheet, each with its line from 1, and says whether to go on.
pub type Each<'a> = dyn FnMut(u64, &[String]) -> Result<bool, ReadError> + 'a;

/// An open file of sheets.
pub trait Book {
    /// The names of its sheets, in the file's order; one of no name where the file is a single table.
    fn sheets(&self) -> Vec<String>;

    /// Gives every row of a sheet that has cells until `each` says no; whether it was stopped so.
    ///
    /// # Errors
    /// When the sheet cannot be read to its end, or what `each` returns.
    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError>;
}

/// Opens bytes as a book.
pub type Open = fn(&[u8]) -> Result<Box<dyn Book + '_>, ReadError>;

/// A sheet whose cells are held.
#[derive(Debug, Default)]
pub struct Held {
    /// Its name.
    pub name: String,
    /// Its rows, the first on line 1.
    pub rows: Vec<Vec<String>>,
}

impl Book for Vec<Held> {
    fn sheets(&self) -> Vec<String> {
        self.iter().map(|sheet| sheet.name.clone()).collect()
    }

    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        let held = self.iter().find(|held| held.name == sheet);
        for (line, row) in (1..).zip(held.into_iter().flat_map(|held| &held.rows)) {
            if row.iter().any(|cell| !cell.is_empty()) && !each(line, row)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
