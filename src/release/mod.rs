//! An Answer after one disclosure rule. Everything that leaves the app takes a Release.
//!
//! The one door is [`release`]. A Release mirrors its Answer, but every number in it is a
//! [`cell::Cell`]: exact, rounded or hidden. What a rule hides is nowhere in it, so that nothing made
//! from it, a picture, a sentence or a file, can give it back.
//!
//! Under a rule that hides or rounds, every figure of counts is a function of the released counts alone:
//! exact ones decide no digit, no refusal and no method. Totals that would tell a hidden count together
//! with their other parts are given more coarsely or not at all (`margins`).

pub mod cell;
pub mod rule;
pub mod section;
mod denominators;
mod digits;
mod parts;
mod margins;
mod sums;
mod withhold;
mod figures;
mod pairs;
mod fit;
mod offers;
mod crossed;
mod evidence;
mod filled;
mod probe;
mod studied;
mod protect;

use crate::core::answer::{Answer, Source};
use crate::core::ledger::Reason;
use crate::core::plan::Plan;

use cell::Cell;
use rule::Rule;
use section::{Completeness, Section};

/// The version of this program, printed with every figure.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// An Answer after one disclosure rule.
#[derive(Clone, Debug)]
pub struct Release {
    /// The rule.
    pub rule: &'static Rule,
    /// The version of the program that made it.
    pub app_version: &'static str,
    /// The question; a plan never holds data.
    pub plan: Plan,
    /// The file.
    pub source: Source,
    /// The account of rows.
    pub ledger: Ledger,
    /// One for each indicator and dimension: all dimensions of the first indicator, then the second.
    pub sections: Vec<Section>,
    /// How complete each dimension is.
    pub completeness: Vec<Completeness>,
}

/// The account of rows after protection.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Rows read.
    pub read: Cell,
    /// Rows used.
    pub used: Cell,
    /// Rows set aside, by reason.
    pub aside: Vec<Aside>,
}

/// Rows set aside for one reason, after protection.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The reason.
    pub reason: Reason,
    /// How many.
    pub rows: Cell,
    /// The first line numbers; none where a row is a person and a rule protects.
    pub first_lines: Vec<u64>,
}

/// Puts an answer under a disclosure rule.
///
/// The rule given here stands, whatever the plan names.
pub fn release(answer: &Answer, rule: &'static Rule) -> Release {
    protect::protect(answer, rule)
}

/// The rule with an id; the default, strictest one for an id that no rule has.
pub fn rule(id: &str) -> &'static Rule {
    rule::find(id).unwrap_or(&rule::NHS_ENGLAND)
}
