//! Studies after the rule.
//!
//! A study of [`Basis::Parts`] is run on released counts, a hidden one left out. A study of
//! [`Basis::Exact`] takes every digit of a second division, and released counts of the groups as a whole;
//! its figures have no more digits than their interval carries, and what it says of one stratum alone is
//! said from released counts.
//!
//! Nothing is left out in silence. Each study is run once with hidden groups left out and once with made-up
//! ones in their place, and what differs is hidden.

use crate::core::answer::Studied as Exact;
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::study;
use crate::core::units::Unit;

use super::cell::{Cell, Outcome, Why};
use super::crossed::Overlay;
use super::evidence::{Hidden, Parts, View, lines};
use super::figures::{Terms, refused_by_form};
use super::parts::smallest;
use super::probe::{Probes, Run, Spot};
use super::section::{Entry, Findings, Found, Rows, Studied};

/// Said where a count of a second division is hidden.
const LEFT_OUT: &str = "Where a count of a part is hidden, the part is left out of what is made from \
                        released counts of several parts.";

/// A study after the rule.
pub(super) fn studied(exact: &Exact, overlay: &Overlay, terms: Terms) -> Studied {
    let crossed = exact.evidence.crossed.as_ref();
    Studied {
        study: exact.study,
        by: exact.by,
        second: crossed.map(|crossed| crossed.name.clone()),
        findings: if terms.rule.protects() {
            protected(exact, overlay, terms)
        } else {
            let shown = exact.result.as_ref().map_err(Clone::clone);
            shown.map(|found| in_full(found, &exact.evidence.groups, terms))
        },
    }
}

fn in_full(found: &study::Findings, groups: &Groups, terms: Terms) -> Findings {
    let view = Shown {
        found,
        groups,
        notes: found.notes.clone(),
    };
    view.findings(&|_, entry, unit, _| match entry {
        study::Entry::Figure(result) => Entry::Figure(terms.of_whole(result, unit)),
        study::Entry::People(people) => Entry::People(terms.rule.count(*people)),
        study::Entry::Known(number) => Entry::Known(*number),
        study::Entry::Words(words) => Entry::Words(words.clone()),
        study::Entry::Nothing => Entry::Nothing,
    })
}

fn protected(exact: &Exact, overlay: &Overlay, terms: Terms) -> Result<Findings, Refusal> {
    let study = exact.study;
    let view = View {
        exact: &exact.evidence,
        basis: study.basis,
        overlay,
        terms,
    };
    let counted = exact.evidence.groups.kind != Kind::Value;
    let every_digit = study.basis == Basis::Exact && counted && exact.evidence.crossed.is_some();
    let parts = if every_digit {
        Parts::Exact
    } else {
        Parts::Released(Hidden::LeftOut)
    };
    let seen = view.released(Hidden::MadeUp, parts);
    let found = (study.run)(&seen).map_err(|refusal| hushed(refusal, terms, every_digit))?;
    let without = (!view.hidden_groups().is_empty())
        .then(|| Run::of(study, &view.released(Hidden::LeftOut, parts)));
    let hidden = |spot: Spot<'_>, entry: &study::Entry| {
        without.as_ref().is_some_and(|run| !run.agrees(spot, entry))
    };
    let noted = |note: &String| without.as_ref().is_none_or(|run| run.notes(note));
    let mut notes: Vec<String> = found
        .notes
        .iter()
        .filter(|note| noted(note))
        .cloned()
        .collect();
    let digits = Digits {
        study: exact,
        seen: &seen,
        terms,
        hides: view.hides_parts(),
    };
    if every_digit {
        let released = |instead| view.released(Hidden::MadeUp, Parts::Released(instead));
        let parts = [Hidden::LeftOut, Hidden::MadeUp].map(|instead| {
            let evidence = released(instead);
            (Run::of(study, &evidence), evidence)
        });
        let probes = Probes::of(study, &seen);
        notes.retain(|note| probes.notes(note) || parts[0].0.notes(note));
        let shown = Shown {
            found: &found,
            groups: &seen.groups,
            notes,
        };
        return Ok(shown.findings(&|spot, entry, unit, group| {
            let claims = matches!(entry, study::Entry::Known(_)) && probes.change(spot, entry);
            if hidden(spot, entry) || claims {
                return gone(entry, unit, terms);
            }
            if !probes.one_stratum(spot, entry) {
                return digits.of_all(entry, unit, group);
            }
            match parts[0].0.at(spot) {
                Some(released) if parts[1].0.agrees(spot, &released) => {
                    let digits = Digits {
                        seen: &parts[0].1,
                        ..digits
                    };
                    digits.of_parts(spot, &released, unit, group)
                }
                _ => gone(entry, unit, terms),
            }
        }));
    }
    if digits.hides && counted {
        notes.push(LEFT_OUT.to_owned());
    }
    let shown = Shown {
        found: &found,
        groups: &seen.groups,
        notes,
    };
    Ok(shown.findings(&|spot, entry, unit, group| {
        if hidden(spot, entry) {
            return gone(entry, unit, terms);
        }
        digits.of_parts(spot, entry, unit, group)
    }))
}

/// What stands where something is hidden.
fn gone(entry: &study::Entry, unit: Unit, terms: Terms) -> Entry {
    match entry {
        // Why there is none is decided by the form of the file.
        study::Entry::Figure(result) => {
            Entry::Figure(refused_by_form(result).map(|()| terms.hidden(Why::HiddenPart, unit)))
        }
        study::Entry::People(_) => Entry::People(Cell::Hidden(Why::HiddenPart)),
        study::Entry::Words(_) => Entry::Words("hidden".to_owned()),
        study::Entry::Known(_) | study::Entry::Nothing => Entry::Nothing,
    }
}

/// A refusal that says nothing of exact counts, where it was made from them.
fn hushed(refusal: Refusal, terms: Terms, every_digit: bool) -> Refusal {
    match refusal {
        Refusal::AllEqual | Refusal::NoConvergence | Refusal::Undefined { .. } if every_digit => {
            Refusal::Undefined {
                why: "the counts do not let it be made",
            }
        }
        other => terms.refusal(&other),
    }
}

/// How many digits an entry is given to.
#[derive(Clone, Copy)]
struct Digits<'a> {
    study: &'a Exact,
    seen: &'a study::Evidence,
    terms: Terms,
    /// Whether a count of the second division is hidden.
    hides: bool,
}

impl Digits<'_> {
    /// What is made from exact counts of several strata.
    fn of_all(&self, entry: &study::Entry, unit: Unit, groups: &[usize]) -> Entry {
        let terms = self.terms;
        self.entry(entry, |result| {
            let result = result
                .as_ref()
                .map_err(|refusal| hushed(refusal.clone(), terms, true));
            let result = result.cloned();
            if self.hides {
                terms.of_few(&result, unit, self.events(groups))
            } else {
                terms.of_whole(&result, unit)
            }
        })
    }

    /// What is made from released counts.
    fn of_parts(
        &self,
        spot: Spot<'_>,
        entry: &study::Entry,
        unit: Unit,
        groups: &[usize],
    ) -> Entry {
        let terms = self.terms;
        let by_value = self.study.study.basis == Basis::Values
            || self.study.evidence.groups.kind == Kind::Value;
        self.entry(entry, |result| {
            if by_value {
                return terms.of_values(result, unit, &[]);
            }
            let again = result.as_ref().map_err(|refusal| terms.refusal(refusal))?;
            let by_rule = terms.rounded(again, unit, self.denominator(spot, groups));
            match spot {
                // No rule limits what several shares are put together to.
                Spot::Figure(_) => {
                    let carried = terms.of_whole(result, unit)?;
                    Ok(if carried.places > by_rule.places {
                        carried
                    } else {
                        by_rule
                    })
                }
                Spot::Cell(..) => Ok(by_rule),
            }
        })
    }

    fn entry(
        &self,
        entry: &study::Entry,
        figure: impl FnOnce(&Result<Estimate, Refusal>) -> Outcome,
    ) -> Entry {
        match entry {
            study::Entry::Figure(result) => Entry::Figure(figure(result)),
            study::Entry::People(people) => Entry::People(self.terms.rule.count(*people)),
            study::Entry::Known(number) => Entry::Known(*number),
            study::Entry::Words(words) => Entry::Words(words.clone()),
            study::Entry::Nothing => Entry::Nothing,
        }
    }

    /// The fewest events of the groups that take part.
    fn events(&self, groups: &[usize]) -> f64 {
        let takes_part = |place: &usize| groups.is_empty() || groups.contains(place);
        let list = self.seen.groups.list.iter().enumerate();
        list.filter(|(place, _)| takes_part(place))
            .filter_map(|(_, group)| group.counts)
            .map(|counts| counts.events)
            .filter(|events| *events > 0.0)
            .reduce(f64::min)
            .unwrap_or(1.0)
    }

    /// The smallest released denominator that a figure may be made of: of its row's stratum where it has
    /// one, else of all strata.
    fn denominator(&self, spot: Spot<'_>, groups: &[usize]) -> f64 {
        let takes_part = |place: &usize| groups.is_empty() || groups.contains(place);
        let of = |group: &crate::core::group::Group| group.counts;
        let mut parts: Vec<Counts> = Vec::new();
        if let Some(crossed) = &self.seen.crossed {
            let named = |label: &str| {
                let mut strata = crossed.strata.iter();
                strata.position(|stratum| stratum.label == label)
            };
            let stratum = match spot {
                Spot::Cell(_, label, column) => named(label).or_else(|| named(column)),
                Spot::Figure(_) => None,
            };
            for (_, row) in lines(crossed) {
                let cells = row.iter().enumerate();
                parts.extend(
                    cells
                        .filter(|(place, _)| stratum.is_none_or(|stratum| stratum == *place))
                        .filter_map(|(_, group)| of(group.as_ref()?)),
                );
            }
        } else {
            let list = self.seen.groups.list.iter().enumerate();
            let list = list.filter(|(place, _)| takes_part(place));
            parts.extend(list.filter_map(|(_, group)| of(group)));
        }
        smallest(&parts)
    }
}

/// What a study found, and the groups that its units come from.
struct Shown<'a> {
    found: &'a study::Findings,
    groups: &'a Groups,
    notes: Vec<String>,
}

/// Gives one entry at its spot, in its unit, about these groups.
type Give<'a> = dyn Fn(Spot<'_>, &study::Entry, Unit, &[usize]) -> Entry + 'a;

impl Shown<'_> {
    fn findings(&self, give: &Give<'_>) -> Findings {
        let figure = |found: &study::Found| {
            let entry = study::Entry::Figure(found.result.clone());
            let unit = self.unit(found.unit);
            let given = give(Spot::Figure(&found.name), &entry, unit, &found.groups);
            Some(Found {
                name: found.name.clone(),
                figure: match given {
                    Entry::Figure(figure) => figure,
                    _ => return None,
                },
                null: found.null,
            })
        };
        Findings {
            figures: self.found.figures.iter().filter_map(figure).collect(),
            tables: self
                .found
                .tables
                .iter()
                .map(|rows| self.rows(rows, give))
                .collect(),
            notes: self.notes.clone(),
        }
    }

    fn rows(&self, rows: &study::Rows, give: &Give<'_>) -> Rows {
        let row = |row: &study::Row| {
            let group: Vec<usize> = row.group.into_iter().collect();
            let cells = row.cells.iter().zip(&rows.columns);
            let mut cells: Vec<Entry> = cells
                .map(|(cell, column)| {
                    let spot = Spot::Cell(&rows.caption, &row.label, &column.name);
                    give(spot, cell, self.unit(column.unit), &group)
                })
                .collect();
            keep_words_of_shown(&mut cells);
            (row.label.clone(), cells)
        };
        Rows {
            caption: rows.caption.clone(),
            of: rows.of.clone(),
            columns: rows
                .columns
                .iter()
                .map(|column| (column.name.clone(), self.unit(column.unit)))
                .collect(),
            rows: rows.rows.iter().map(row).collect(),
            drawn: rows.drawn,
        }
    }

    fn unit(&self, unit: MeasureUnit) -> Unit {
        match unit {
            MeasureUnit::Same => self.groups.unit,
            MeasureUnit::Difference => self.groups.unit.of_difference(),
            MeasureUnit::Own(unit) => unit,
        }
    }
}

/// Words follow from the figures of their row, and go with them.
fn keep_words_of_shown(cells: &mut [Entry]) {
    let is_hidden = |cell: &Entry| match cell {
        Entry::Figure(Ok(figure)) => figure.value.number().is_none(),
        Entry::People(people) => people.number().is_none(),
        _ => false,
    };
    if cells.iter().any(is_hidden) {
        for cell in cells {
            if let Entry::Words(words) = cell {
                "hidden".clone_into(words);
            }
        }
    }
}
