//! What the page and a worker say to each other.
//!
//! A question, an Outline and an Answer cross packed, because they may be long. The file's handle, or bytes that
//! the page read for the worker, travel beside the message. A tally has no way to cross.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::core::plan::Plan;
use crate::ingest::outline::Outline;

/// The number of a piece of work. Every message carries it, so that late answers can be told and
/// dropped.
pub type JobNumber = u32;

/// What the page asks of a worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Asked {
    /// Rehearse, so that the browser has compiled well what the first file needs.
    Rehearse,
    /// Look at the files that come beside this, and propose a Plan for one of them.
    Look {
        /// The number of this work.
        job: JobNumber,
    },
    /// Answer a question of the files that come beside this; read them first where what is kept does not serve.
    Answer {
        /// The number of this work.
        job: JobNumber,
        /// The question.
        question: Packed<Question>,
    },
    /// The bytes that were wanted come beside this, unless the page could not read them either.
    Part {
        /// The number of this work.
        job: JobNumber,
        /// Why there are none.
        failed: Option<String>,
    },
}

/// A question about a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    /// What was found at the first look, of the sheet in question.
    pub outline: Outline,
    /// What is asked.
    pub plan: Plan,
    /// The questions whose answers have left the page: saved or printed.
    pub left: Vec<Plan>,
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
        /// The place of the file among those that came beside the question.
        place: u32,
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
        /// Rows read so far, in whole thousands: a running count may end as an exact one.
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
    Outline(Packed<Outline>),
    /// Of a question.
    Answer(Packed<Answer>),
}

/// A value as bytes, which cross in one piece.
#[derive(Debug, Serialize, Deserialize)]
pub struct Packed<T> {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    #[serde(skip)]
    of: PhantomData<T>,
}

/// Why a piece of work made nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The file cannot be used, in sentences that end in what to do.
    Refused(String),
    /// The program failed: the worker is of no more use. In the program's words.
    Broke(String),
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    /// Packs a value.
    ///
    /// # Errors
    /// [`Trouble::Broke`] when it cannot be written, which the tests rule out.
    pub fn of(value: &T) -> Result<Self, Trouble> {
        let bytes = postcard::to_allocvec(value).map_err(broke)?;
        Ok(Self {
            bytes,
            of: PhantomData,
        })
    }

    /// The value again.
    ///
    /// # Errors
    /// [`Trouble::Broke`] when the bytes are not those of such a value.
    pub fn open(&self) -> Result<T, Trouble> {
        postcard::from_bytes(&self.bytes).map_err(broke)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn broke(error: postcard::Error) -> Trouble {
    Trouble::Broke(error.to_string())
}

impl Said {
    /// The news that a file was looked at.
    pub fn looked(job: JobNumber, outline: &Outline) -> Self {
        let result = Packed::of(outline).map(Product::Outline);
        Self::Done { job, result }
    }

    /// The news that a question was answered.
    pub fn answered(job: JobNumber, answer: &Answer) -> Self {
        let result = Packed::of(answer).map(Product::Answer);
        Self::Done { job, result }
    }

    /// The news that a piece of work failed.
    pub fn failed(job: JobNumber, trouble: Trouble) -> Self {
        let result = Err(trouble);
        Self::Done { job, result }
    }
}
