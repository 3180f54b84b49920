//! Every count that a table could show: of groups one by one, and divided a second time.

use std::collections::BTreeSet;

use equal_measure::core::dimension::Status;
use equal_measure::core::group::Kind;
use equal_measure::release::Released;

use crate::extract::Extract;
use crate::sums::{What, Who, places, sum, who};
use crate::told::{first, second};

/// A count of the file.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    /// What it counts, for the report.
    pub(crate) name: String,
    pub(crate) places: Vec<usize>,
    pub(crate) value: i64,
}

impl Count {
    /// Whether the rule hides it.
    pub(crate) fn is_small(&self) -> bool {
        (1..=7).contains(&self.value)
    }
}

/// The counts of all tables of a release under no rule, each once.
pub(crate) fn counts(extract: &Extract, exact: &Released) -> Vec<Count> {
    let mut made = Made {
        extract,
        seen: BTreeSet::new(),
        counts: Vec::new(),
    };
    for table in &exact.tables {
        let of = &table.indicator;
        let what: &[What] = if Kind::of(&of.formula) == Kind::Share {
            &[What::People, What::Events, What::Without]
        } else {
            &[What::People]
        };
        let dimension = &table.whole.dimension;
        for (place, group) in dimension.groups.iter().enumerate() {
            if group.status == Status::Total {
                continue;
            }
            let one = who(extract, dimension, &[place]);
            for &what in what {
                let name = format!("{what:?} of {}, {}", group.label, of.id);
                made.add(name, places(extract, of, what, &one));
                if extract.stratified.is_none() || first(extract, table) == second(extract) {
                    continue;
                }
                let by = second(extract);
                for text in extract.columns[by].texts {
                    let mut cell: Who = one.clone();
                    cell.push((by, BTreeSet::from([(*text).to_owned()])));
                    let name = format!("{what:?} of {}, {text}, {}", group.label, of.id);
                    made.add(name, places(extract, of, what, &cell));
                }
            }
        }
        let all = Who::new();
        made.add(
            format!("Blank, {}", of.id),
            places(extract, of, What::Blank, &all),
        );
    }
    made.counts
}

struct Made<'a> {
    extract: &'a Extract,
    seen: BTreeSet<Vec<usize>>,
    counts: Vec<Count>,
}

impl Made<'_> {
    fn add(&mut self, name: String, places: Vec<usize>) {
        let value = sum(&self.extract.counts, &places);
        if self.seen.insert(places.clone()) {
            self.counts.push(Count {
                name,
                places,
                value,
            });
        }
    }
}
