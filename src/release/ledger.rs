//! The account of rows after a rule.

use crate::core::ledger::{Ledger as Exact, Reason};
use crate::core::plan::Shape;

use super::cell::{Cell, Why};
use super::rule::{self, Rule};
use super::{Aside, Ledger};

/// Row counts are counts of people only where a row is a person; titles and footnotes never are. Where a
/// reason has few people, how many rows were read is not given: less the rows used, it would tell them.
pub(super) fn released(exact: &Exact, shape: Shape, rule: &'static Rule) -> Ledger {
    let people = shape == Shape::Records;
    let count = |rows: u64, of_people: bool| {
        let rule = if of_people { rule } else { &rule::NONE };
        rule.count(rows as f64)
    };
    let aside: Vec<Aside> = exact
        .aside
        .iter()
        .map(|(&reason, aside)| Aside {
            reason,
            rows: count(aside.rows, people && is_of_people(reason)),
            first_lines: if people && rule.protects() {
                Vec::new()
            } else {
                aside.first_lines.clone()
            },
        })
        .collect();
    let few = aside.iter().any(|aside| aside.rows.number().is_none());
    Ledger {
        read: if few {
            Cell::Hidden(Why::GivesAway)
        } else {
            count(exact.read, people)
        },
        used: count(exact.used, people),
        aside,
    }
}

const fn is_of_people(reason: Reason) -> bool {
    !matches!(
        reason,
        Reason::Blank | Reason::Preamble | Reason::Footnote | Reason::RepeatedHeader
    )
}
