//! The rows of a file into a lookup, one at a time.

use std::collections::HashMap;

use super::{Held, Lookup};
use crate::core::plan::Role;
use crate::ingest::error::ReadError;
use crate::ingest::outline::{ColumnFinding, SheetOutline};
use crate::ingest::table::Tidy;

/// How many rows are kept until the table is found: no fewer than a first look has.
const HEAD_ROWS: usize = 1_000;

/// Takes the rows of a file that was looked at.
#[derive(Debug)]
pub struct Gather {
    lookup: Lookup,
    sheet: String,
    head: Vec<(u64, Vec<String>)>,
    /// The table, with the place in it of every column that is held.
    found: Option<(Tidy, Vec<usize>)>,
    ids: Vec<HashMap<String, u32>>,
}

/// Whether a lookup holds a column: one of codes, places or groups, and never one that names people.
pub fn is_held(column: &ColumnFinding) -> bool {
    matches!(column.role, Role::Dimension | Role::Organisation)
}

impl Gather {
    /// For this sheet of the file.
    pub fn new(file: &str, outline: &SheetOutline) -> Self {
        let columns: Vec<Held> = outline
            .columns
            .iter()
            .filter(|column| is_held(column))
            .map(|finding| Held {
                finding: finding.clone(),
                texts: Vec::new(),
                rows: Vec::new(),
            })
            .collect();
        Self {
            ids: vec![HashMap::new(); columns.len()],
            lookup: Lookup {
                file: file.to_owned(),
                sheet: (!outline.name.is_empty()).then(|| outline.name.clone()),
                columns,
            },
            sheet: outline.name.clone(),
            head: Vec::new(),
            found: None,
        }
    }

    /// Takes one row with its line, from 1.
    ///
    /// # Errors
    /// When there is no table.
    pub fn row(&mut self, line: u64, row: &[String]) -> Result<(), ReadError> {
        if self.found.is_some() {
            self.keep(line, row);
            return Ok(());
        }
        self.head.push((line, row.to_vec()));
        if self.head.len() >= HEAD_ROWS {
            self.settle()?;
        }
        Ok(())
    }

    /// The lookup.
    ///
    /// # Errors
    /// As [`Gather::row`].
    pub fn finish(mut self) -> Result<Lookup, ReadError> {
        if self.found.is_none() {
            self.settle()?;
        }
        Ok(self.lookup)
    }

    fn settle(&mut self) -> Result<(), ReadError> {
        let head = std::mem::take(&mut self.head);
        let tidy = Tidy::find(&self.sheet, &head)?;
        let place = |held: &Held| {
            let name = &held.finding.name;
            let found = tidy.columns.iter().position(|column| column == name);
            found.ok_or_else(|| ReadError::NoSuchColumn { name: name.clone() })
        };
        let places = self.lookup.columns.iter().map(place);
        let places = places.collect::<Result<_, _>>()?;
        self.found = Some((tidy, places));
        for (line, row) in &head {
            self.keep(*line, row);
        }
        Ok(())
    }

    fn keep(&mut self, line: u64, row: &[String]) {
        let Some((tidy, places)) = &self.found else {
            return;
        };
        if line <= tidy.header_line || tidy.set_aside(row).is_some() {
            return;
        }
        let (columns, ids) = (&mut self.lookup.columns, &mut self.ids);
        tidy.apply(row, |cells| {
            for ((held, ids), place) in columns.iter_mut().zip(ids.iter_mut()).zip(places) {
                let text = cells.get(*place).copied().unwrap_or_default().trim();
                let next = u32::try_from(held.texts.len()).unwrap_or(u32::MAX);
                let id = ids.get(text).copied().unwrap_or_else(|| {
                    held.texts.push(text.to_owned());
                    ids.insert(text.to_owned(), next);
                    next
                });
                held.rows.push(id);
            }
        });
    }
}
