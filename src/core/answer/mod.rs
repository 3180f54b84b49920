//! What an answer is about: the file, and the plan's divisions with their groups known.

mod advice;
mod pair;

use serde::{Deserialize, Serialize};

pub use advice::chosen;
pub use pair::first;

use super::dimension::Dimension;
use super::indicator::Counted;
use super::stratification::Second;

/// The plan's divisions and stratifications, settled: the texts of the file are known to their groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The divisions, in the plan's order.
    pub dimensions: Vec<Dimension>,
    /// The stratifications, in the plan's order.
    pub seconds: Vec<Second>,
    /// Whom each of the plan's indicators counts.
    pub counted: Vec<Counted>,
}

/// What is known of the file, printed with every figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name.
    pub file: String,
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The title the file gives itself.
    pub title: Option<String>,
    /// The period the file says it covers.
    pub period: Option<String>,
    /// Who or what is counted, as the file says.
    pub population: Option<String>,
    /// The publisher or source the file names.
    pub publisher: Option<String>,
    /// The date of publication the file names.
    pub published: Option<String>,
    /// Why the figures look already protected by their publisher, where they do.
    pub protected: Option<String>,
    /// Sentences about the reading that belong with every figure (encoding, stray columns).
    pub notes: Vec<String>,
}
