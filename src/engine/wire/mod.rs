//! What the page and a worker say to each other.
//!
//! The types of the layers below are not serialisable on purpose; what crosses are their twins. The
//! file's handle, or bytes that the page read for the worker, travel beside the message.

pub mod twin;
pub mod plan;
pub mod outline;
pub mod reading;

use serde::{Deserialize, Serialize};

pub use twin::Twin;

/// The number of a piece of work. Every message carries it, so that late answers can be told and
/// dropped.
pub type JobNumber = u32;

/// What the page asks of a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Asked {
    /// Rehearse, so that the browser has compiled well what the first file needs.
    Rehearse,
    /// Look at the file that comes beside this, and propose a Plan.
    Look {
        /// The number of this work.
        job: JobNumber,
        /// The file's name.
        name: String,
    },
    /// Read all of the file that comes beside this.
    Read {
        /// The number of this work.
        job: JobNumber,
        /// What was found at the first look.
        outline: Box<outline::Outline>,
        /// What to count.
        plan: Box<plan::Plan>,
    },
    /// The bytes that were wanted come beside this, unless the page could not read them either.
    Part {
        /// The number of this work.
        job: JobNumber,
        /// Why there are none.
        failed: Option<String>,
    },
}

/// What a worker says to the page.
#[derive(Debug, Serialize, Deserialize)]
pub enum Said {
    /// It runs; what was sent before may be lost.
    Ready,
    /// It may not read files itself: the page should read these bytes and send them.
    Wants {
        /// The number of the work.
        job: JobNumber,
        /// The first byte, from 0.
        from: u64,
        /// The byte after the last.
        to: u64,
    },
    /// How far it is.
    Progress {
        /// The number of the work.
        job: JobNumber,
        /// Bytes read so far.
        bytes: u64,
        /// Rows read so far.
        rows: u64,
    },
    /// The work has ended.
    Done {
        /// The number of the work.
        job: JobNumber,
        /// What came of it.
        result: Result<Product, Trouble>,
    },
}

/// What a piece of work makes.
#[derive(Debug, Serialize, Deserialize)]
pub enum Product {
    /// Of a first look.
    Outline(Box<outline::Outline>),
    /// Of a reading.
    Reading(Box<reading::Reading>),
}

/// Why a piece of work made nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The file cannot be used, in sentences that end in what to do.
    Refused(String),
    /// The program failed: the worker is of no more use. In the program's words.
    Broke(String),
}

impl Asked {
    /// A request to read all of a file.
    pub fn read(
        job: JobNumber,
        outline: crate::ingest::outline::Outline,
        plan: crate::core::plan::Plan,
    ) -> Self {
        Self::Read {
            job,
            outline: Box::new(outline::Outline::of(outline)),
            plan: Box::new(plan::Plan::of(plan)),
        }
    }
}

impl Said {
    /// The news that a file was looked at.
    pub fn looked(job: JobNumber, outline: crate::ingest::outline::Outline) -> Self {
        let product = Product::Outline(Box::new(outline::Outline::of(outline)));
        Self::Done {
            job,
            result: Ok(product),
        }
    }

    /// The news that a file was read.
    pub fn read(job: JobNumber, reading: crate::ingest::reading::Reading) -> Self {
        let product = Product::Reading(Box::new(reading::Reading::of(reading)));
        Self::Done {
            job,
            result: Ok(product),
        }
    }

    /// The news that a piece of work failed.
    pub fn failed(job: JobNumber, trouble: Trouble) -> Self {
        Self::Done {
            job,
            result: Err(trouble),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::tally::Sum;
    use crate::ingest::reading::Reading as Core;

    #[test]
    fn a_reading_crosses_unchanged() {
        let mut reading = Core::default();
        reading
            .ledger
            .set_aside(crate::core::ledger::Reason::Total, 7);
        let cell = reading.tally.cut(vec!["Sex".into()]).cell(vec!["F".into()]);
        let counted = cell.outcome_mut(0);
        counted.values.add_whole(52, 3);
        counted.values.add_micro(-1_500_000, 2);
        counted.sums.push(Sum::of_micro(i128::from(u64::MAX) * 4));
        let crossed = reading.tally.cut(vec!["Sex".into(), "Age, years".into()]);
        crossed.cell(vec!["F".into(), "0-4".into()]).rows = 2;
        crossed.cell(vec!["F".into(), String::new()]).rows = 3;
        let text = serde_json::to_string(&Said::read(4, reading.clone()));
        let said = text.and_then(|text| serde_json::from_str(&text));
        let Ok(Said::Done {
            job: 4,
            result: Ok(Product::Reading(back)),
        }) = said
        else {
            panic!("{said:?}");
        };
        assert_eq!(back.core(), reading);
    }
}
