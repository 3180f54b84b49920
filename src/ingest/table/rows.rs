//! Rows of a sheet, one at a time, into a Collector: the way of every file that is not plain text in
//! plain columns.

use std::collections::HashMap;

use super::Tidy;
use crate::core::ledger::Reason;
use crate::core::plan::Plan;
use crate::ingest::collect::{Collector, usable};
use crate::ingest::error::ReadError;
use crate::ingest::lookup::Joined;
use crate::ingest::reading::Reading;

/// How much of a sheet is looked at to find its table: rows, and cells in all.
pub const LOOKED_AT: (usize, usize) = (20_000, 400_000);

/// Reads the rows of one sheet under a plan. The first rows are kept until the table is found; the
/// rest pass through.
#[derive(Debug)]
pub struct Rows {
    sheet: String,
    plan: Plan,
    collector: Collector,
    head: Vec<(u64, Vec<String>)>,
    cells: usize,
    found: Option<Found>,
}

#[derive(Debug)]
struct Found {
    tidy: Tidy,
    /// For each column of the plan, its place in the tidy table.
    order: Vec<usize>,
}

impl Rows {
    /// A reader of one sheet (`sheet` is empty for a text file).
    ///
    /// # Errors
    /// When the plan contradicts itself.
    pub fn new(sheet: &str, plan: &Plan) -> Result<Self, ReadError> {
        Self::joined(sheet, plan, &Joined::default())
    }

    /// The same, with the columns that other files give.
    ///
    /// # Errors
    /// As [`Rows::new`], and when a file that gives a column is missing.
    pub fn joined(sheet: &str, plan: &Plan, joined: &Joined) -> Result<Self, ReadError> {
        Ok(Self {
            sheet: sheet.to_owned(),
            plan: plan.clone(),
            collector: Collector::joined(plan, joined)?,
            head: Vec::new(),
            cells: 0,
            found: None,
        })
    }

    /// Rows seen so far.
    pub fn rows(&self) -> u64 {
        self.collector.rows() + self.head.len() as u64
    }

    /// Takes one row with its line, from 1.
    ///
    /// # Errors
    /// When there is no table, or the plan's columns are not in it.
    pub fn row(&mut self, line: u64, row: &[String]) -> Result<(), ReadError> {
        if let Some(found) = &self.found {
            give(&mut self.collector, found, line, row);
            return Ok(());
        }
        self.cells += row.len();
        self.head.push((line, row.to_vec()));
        if self.head.len() >= LOOKED_AT.0 || self.cells >= LOOKED_AT.1 {
            self.settle()?;
        }
        Ok(())
    }

    /// The tally, the ledger and notes.
    ///
    /// # Errors
    /// As [`Rows::row`], and when no row could be used.
    pub fn finish(self) -> Result<Reading, ReadError> {
        self.finish_part().and_then(usable)
    }

    /// The same of one of several files, of which some rows of another may be used.
    ///
    /// # Errors
    /// As [`Rows::row`].
    pub fn finish_part(mut self) -> Result<Reading, ReadError> {
        if self.found.is_none() {
            self.settle()?;
        }
        let several = self
            .found
            .as_ref()
            .map_or(1, |found| found.tidy.rows_per_row());
        let mut reading = self.collector.finish();
        if several > 1 {
            reading.notes.push(format!(
                "Each row of the sheet holds {several} groups and counts as {several} rows here."
            ));
        }
        Ok(reading)
    }

    /// Finds the table in the rows kept, and counts them.
    fn settle(&mut self) -> Result<(), ReadError> {
        let head = std::mem::take(&mut self.head);
        let tidy = Tidy::find(&self.sheet, &head)?;
        let places: HashMap<&str, usize> = tidy
            .columns
            .iter()
            .enumerate()
            .rev()
            .map(|(place, name)| (name.trim(), place))
            .collect();
        let order = self
            .plan
            .columns
            .iter()
            .map(|column| {
                places
                    .get(self.plan.read_from(&column.name).trim())
                    .copied()
                    .ok_or_else(|| ReadError::NoSuchColumn {
                        name: column.name.clone(),
                    })
            })
            .collect::<Result<_, _>>()?;
        let found = Found { tidy, order };
        for (line, row) in &head {
            if *line < found.tidy.top_line {
                let blank = row.iter().all(|cell| cell.trim().is_empty());
                let reason = if blank {
                    Reason::Blank
                } else {
                    Reason::Preamble
                };
                self.collector.set_aside(reason, *line);
            } else if *line > found.tidy.header_line {
                give(&mut self.collector, &found, *line, row);
            }
        }
        self.found = Some(found);
        Ok(())
    }
}

fn give(collector: &mut Collector, found: &Found, line: u64, row: &[String]) {
    if let Some(reason) = found.tidy.set_aside(row) {
        collector.set_aside(reason, line);
        return;
    }
    let mut cells = Vec::with_capacity(found.order.len());
    found.tidy.apply(row, |tidy| {
        cells.clear();
        cells.extend(
            found
                .order
                .iter()
                .map(|&place| tidy.get(place).copied().unwrap_or_default()),
        );
        collector.row(&cells, line);
    });
}
