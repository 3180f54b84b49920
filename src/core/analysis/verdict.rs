//! What a study judges of one row: where it lies, and whether that is more than chance would make it.

use serde::{Deserialize, Serialize};

use super::control_chart::Signal;
use crate::core::standard::funnel::significance::Place;

/// What is judged of one row of a table, made before any figure is rounded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// Where an organisation lies to the limits that chance alone seldom passes.
    Funnel(Place),
    /// Why a period stands out, and whether it lies above the average; nothing where it is usual.
    Signals {
        /// The signals.
        signals: Vec<Signal>,
        /// Whether the period lies above the average.
        above: bool,
    },
    /// Which fifth of all a value is in.
    Fifth(Fifth),
    /// Whether a difference is more than chance alone would make it.
    BeyondChance(bool),
    /// The first period in which a share was reached, where it was.
    Reached(Option<String>),
}

/// A fifth of organisations by their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fifth {
    /// The highest values.
    Highest,
    /// The next.
    SecondHighest,
    /// The middle.
    Middle,
    /// The last but one.
    SecondLowest,
    /// The lowest values.
    Lowest,
}
