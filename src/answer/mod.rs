//! All that the methods say of released tables.
//!
//! The one door is [`answer`]. It sees counts only after the disclosure rule, so that nothing in an Answer,
//! however it was computed, can give away what the rule hides.

pub mod cell;
pub mod section;
pub mod analyses;
mod contrasts;
mod digits;
mod fit;
mod found;
mod groups;
mod offers;
mod overlap;
mod sections;
pub mod targets;
mod terms;

use serde::{Deserialize, Serialize};

use crate::core::answer::Source;
use crate::core::fixed::Words;
use crate::core::plan::Plan;
use crate::release::Released;
use crate::release::rule::Rule;
pub use crate::release::{Aside, Completeness, Ledger, Without};

pub use found::shown;
use section::Section;
use terms::Terms;

/// The version of this program, printed with every figure.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// All that a plan asks, said of released tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// The rule.
    pub rule: &'static Rule,
    /// The version of the program that made it.
    #[serde(with = "crate::core::fixed")]
    pub app_version: Words,
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
    /// Whether groups are joined because of what has left of the file before.
    pub held_back: bool,
}

/// Answers the plan from what was released.
pub fn answer(released: Released, source: &Source) -> Answer {
    let terms = Terms {
        rule: released.rule,
        level: released.plan.level,
    };
    let mut seen = std::collections::BTreeSet::new();
    let sections = released
        .tables
        .iter()
        .map(|table| {
            let first = seen.insert(table.indicator.id.clone());
            sections::section(&released, table, first, terms)
        })
        .collect();
    Answer {
        rule: released.rule,
        app_version: APP_VERSION,
        source: source.clone(),
        sections,
        plan: released.plan,
        ledger: released.ledger,
        completeness: released.completeness,
        held_back: released.held_back,
    }
}
