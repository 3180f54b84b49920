//! The account of rows after a rule.

use std::collections::BTreeMap;

use crate::core::ledger::{Aside as ExactAside, Ledger as Exact, Reason};
use crate::core::plan::Shape;

use super::cell::{Cell, Why};
use super::rule::{self, Rule};
use super::{Aside, Ledger, Without};

/// Row counts are counts of people only where a row is a person; titles and footnotes never are. Where a
/// reason has few people, how many rows were read is not given: less the rows used, it would tell them.
pub(super) fn released(exact: &Exact, shape: Shape, rule: &'static Rule) -> Ledger {
    let people = shape == Shape::Records;
    let count = |rows: u64, of_people: bool| {
        let rule = if of_people { rule } else { &rule::NONE };
        rule.count(rows as f64)
    };
    let by_reason = |asides: &BTreeMap<Reason, ExactAside>| -> Vec<Aside> {
        let each = asides.iter().map(|(&reason, aside)| Aside {
            reason,
            rows: count(aside.rows, people && is_of_people(reason)),
            first_lines: if people && rule.protects() {
                Vec::new()
            } else {
                aside.first_lines.clone()
            },
        });
        each.collect()
    };
    let aside = by_reason(&exact.aside);
    let without = exact.outcomes.iter().enumerate().map(|(outcome, asides)| {
        let reasons = by_reason(asides);
        let told = reasons.iter().all(|aside| aside.rows.number().is_some());
        Without {
            outcome,
            rows: count(asides.values().map(|aside| aside.rows).sum(), people),
            reasons: if told { reasons } else { Vec::new() },
        }
    });
    let without = without.collect();
    let few = aside.iter().any(|aside| aside.rows.number().is_none());
    Ledger {
        read: if few {
            Cell::Hidden(Why::GivesAway)
        } else {
            count(exact.read, people)
        },
        used: count(exact.used, people),
        aside,
        without,
    }
}

const fn is_of_people(reason: Reason) -> bool {
    !matches!(
        reason,
        Reason::Blank | Reason::Preamble | Reason::Footnote | Reason::RepeatedHeader
    )
}
