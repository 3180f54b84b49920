//! Counts under one disclosure rule. This is the only place where exact counts are protected, and nothing
//! after it sees one.
//!
//! The one door is [`release`]: from a tally to [`Released`] tables. Under a rule that hides, a small count
//! is never hidden alone, because totals would tell it. Its group is joined with others until what is shown
//! is not small (`join`); the joined group takes the place of its parts in everything that follows. Totals
//! are rounded from the true total. A reader who knew every released number to the last digit would still
//! find several values for every count that is not shown, so that nothing computed from released numbers,
//! at whatever level and in whatever combination, can give one away.

pub mod cell;
pub mod rule;
mod blocks;
mod joining;
mod divided;
mod earlier;
mod bands;
mod exchange;
mod stratification;

mod join;
mod joined;
mod ledger;
mod nested;
mod protect;
mod settle;
mod strata;
mod summarise;
mod table;

use serde::{Deserialize, Serialize};

use crate::core::answer::Settled;
use crate::core::dimension::{Dimension, Status};
use crate::core::indicator::{Counted, Indicator};
use crate::core::ledger::{Ledger as ExactLedger, Reason};
use crate::core::plan::{Plan, Shape};
use crate::core::stratification::{By, Stratum};
use crate::core::summary::Summary;
use crate::core::tally::Tally;

use cell::{Cell, Why};
use rule::Rule;

/// Everything that may be known of a file after one disclosure rule.
#[derive(Clone, Debug)]
pub struct Released {
    /// The rule.
    pub rule: &'static Rule,
    /// The question; a plan never holds data.
    pub plan: Plan,
    /// One for each indicator and dimension: all dimensions of the first indicator, then the second.
    pub tables: Vec<Table>,
    /// The account of rows.
    pub ledger: Ledger,
    /// How complete each dimension is.
    pub completeness: Vec<Completeness>,
    /// Whether groups are joined because of what has left of the file before.
    pub held_back: bool,
}

/// What has left of the same file for another question.
#[derive(Clone, Debug)]
pub struct Earlier<'a> {
    /// The question.
    pub plan: &'a Plan,
    /// What was counted for it.
    pub tally: &'a Tally,
    /// Its divisions with their groups known.
    pub settled: Settled,
}

/// One indicator by one dimension, as it is released.
#[derive(Clone, Debug)]
pub struct Table {
    /// What is measured.
    pub indicator: Indicator,
    /// Whom it counts.
    pub counted: Counted,
    /// The groups.
    pub whole: Grouped,
    /// The same groups divided once more.
    pub strata: Vec<Strata>,
}

/// The groups of a dimension with their numbers.
#[derive(Clone, Debug)]
pub struct Grouped {
    /// What people are divided by: groups that the rule joins are one group here.
    pub dimension: Dimension,
    /// For each group of the dimension, its numbers; `None` where nobody is, and for totals.
    pub groups: Vec<Option<Summary>>,
    /// All known groups together.
    pub known: Summary,
    /// Everyone, unknown groups too.
    pub everyone: Summary,
    /// Everyone whose group is unknown.
    pub unknown: Summary,
    /// For each contrast of the dimension, its disadvantaged side and the other.
    pub sides: Vec<[Summary; 2]>,
}

/// Groups divided once more. Where nobody is, there is no summary.
#[derive(Clone, Debug)]
pub struct Strata {
    /// What the second division is.
    pub by: By,
    /// Its name as shown.
    pub name: String,
    /// The strata, in their order.
    pub strata: Vec<Stratum>,
    /// Whether groups or strata are taken together here, because one alone would show a small count.
    pub coarser: bool,
    /// The groups over all strata: those of the table, or fewer where a stratum would show a small count.
    pub whole: Grouped,
    /// For each group of [`Strata::whole`], one for each stratum.
    pub cells: Vec<Vec<Option<Summary>>>,
    /// The disadvantaged side of the first contrast in each stratum.
    pub worse_off: Vec<Option<Summary>>,
    /// The other side in each stratum.
    pub better_off: Vec<Option<Summary>>,
    /// All known groups together in each stratum.
    pub known: Vec<Option<Summary>>,
    /// Everyone in each stratum, unknown groups too.
    pub everyone: Vec<Option<Summary>>,
}

/// The account of rows after protection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Rows read.
    pub read: Cell,
    /// Rows used.
    pub used: Cell,
    /// Rows set aside, by reason.
    pub aside: Vec<Aside>,
    /// Where the plan has several outcomes, what each is without.
    pub without: Vec<Without>,
}

/// Rows that count in a group but not for one outcome, after protection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Without {
    /// The place of the outcome in the plan.
    pub outcome: usize,
    /// How many.
    pub rows: Cell,
    /// The same by reason; none where that would tell a small count.
    pub reasons: Vec<Aside>,
}

/// Rows set aside for one reason, after protection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// The reason.
    pub reason: Reason,
    /// How many.
    pub rows: Cell,
    /// The first line numbers; none where a row is a person and a rule protects.
    pub first_lines: Vec<u64>,
}

/// How complete one dimension is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completeness {
    /// The dimension's name.
    pub dimension: String,
    /// Everyone counted in it.
    pub everyone: Cell,
    /// How many of them stand how.
    pub by_status: Vec<(Status, Cell)>,
}

/// Puts a tally under a disclosure rule. The rule given here stands, whatever the plan names.
pub fn release(
    plan: &Plan,
    tally: &Tally,
    ledger: &ExactLedger,
    settled: &Settled,
    rule: &'static Rule,
    left: &[Earlier<'_>],
) -> Released {
    let tables = table::tables(plan, tally, settled, rule, left);
    let mut released = Released {
        rule,
        plan: Plan {
            rule: rule.id.to_owned(),
            ..plan.clone()
        },
        ledger: ledger::released(ledger, plan.shape, rule),
        completeness: tables.completeness,
        tables: tables.each,
        held_back: tables.held_back,
    };
    hide_blanks(&mut released);
    released
}

/// Where few records of any indicator are without an outcome, no number of such records is given, nor how
/// many rows were used: less the people of the indicator, it would tell them.
fn hide_blanks(released: &mut Released) {
    let few = |table: &Table| table.whole.everyone.blank.is_none();
    if released.plan.shape != Shape::Records || !released.tables.iter().any(few) {
        return;
    }
    released.ledger.used = Cell::Hidden(Why::GivesAway);
    released.ledger.read = Cell::Hidden(Why::GivesAway);
    for without in &mut released.ledger.without {
        without.rows = Cell::Hidden(Why::GivesAway);
        without.reasons.clear();
    }
    for table in &mut released.tables {
        for summary in [&mut table.whole.everyone, &mut table.whole.known] {
            summary.blank = None;
        }
    }
}

/// The rule with an id; the default, strictest one for an id that no rule has.
pub fn rule(id: &str) -> &'static Rule {
    rule::find(id).unwrap_or(&rule::NHS_ENGLAND)
}
