//! Studies after the rule.
//!
//! Every study is run again on released counts. One of [`Basis::Parts`] has a hidden count of the second
//! division left out. One of [`Basis::Exact`] needs them all: hidden ones are filled in from released
//! totals, its figures have no more digits than their interval carries, and what it says of one stratum
//! alone is not said where a count there is hidden.
//!
//! Nothing is left out in silence. A study is also run with hidden groups left out instead of made up, and
//! what differs is hidden.

use std::cell::OnceCell;

use crate::core::answer::Studied as Exact;
use crate::core::estimate::Estimate;
use crate::core::group::{Groups, Kind};
use crate::core::measure::{Basis, MeasureUnit};
use crate::core::refusal::Refusal;
use crate::core::study::{self, Note};
use crate::core::units::Unit;

use super::cell::{Cell, Outcome, Why};
use super::crossed::Overlay;
use super::denominators::{Denominators, people_of};
use super::evidence::{Hidden, Parts, View};
use super::figures::{Terms, refused_by_form};
use super::probe::{Probes, Run, Spot};
use super::section::{Entry, Findings, Found, Rows, Studied};

/// A study after the rule.
pub(super) fn studied(exact: &Exact, overlay: &Overlay, terms: Terms) -> Studied {
    let crossed = exact.evidence.crossed.as_ref();
    Studied {
        study: exact.study,
        by: exact.by,
        second: crossed.map(|crossed| crossed.name.clone()),
        findings: if let (Err(refusal @ Refusal::NeedsSecond { .. }), _) | (Err(refusal), true) =
            (&exact.result, exact.evidence.groups.list.is_empty())
        {
            // The form of the file decides it.
            Err(refusal.clone())
        } else if terms.rule.protects() {
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
        study::Entry::Verdict(verdict) => Entry::Verdict(verdict.clone()),
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
    let all_parts = study.basis == Basis::Exact && counted && exact.evidence.crossed.is_some();
    let parts = if all_parts {
        Parts::FilledIn {
            without_doubtful: false,
        }
    } else {
        Parts::Released(Hidden::LeftOut)
    };
    let seen = view.released(Hidden::MadeUp, parts);
    let found = (study.run)(&seen).map_err(|refusal| terms.refusal(&refusal))?;
    let mut others = Vec::new();
    if !view.hidden_groups().is_empty() {
        others.push(Run::of(study, &view.released(Hidden::LeftOut, parts)));
    }
    if all_parts && view.hides_parts() {
        let doubtful = Parts::FilledIn {
            without_doubtful: true,
        };
        others.push(Run::of(study, &view.released(Hidden::MadeUp, doubtful)));
    }
    let hidden =
        |spot: Spot<'_>, entry: &study::Entry| others.iter().any(|run| !run.agrees(spot, entry));
    let noted = |note: &&Note| others.iter().all(|run| run.notes(note));
    let mut notes: Vec<Note> = found.notes.iter().filter(noted).cloned().collect();
    if counted && view.hides_parts() {
        notes.push(if all_parts {
            Note::HiddenFilledIn
        } else {
            Note::HiddenLeftOut
        });
    }
    let of_strata = all_parts.then(|| OfStrata::of(study, &view, &seen));
    let complete = (!all_parts && view.hides_parts()).then(|| {
        let parts = Parts::Released(Hidden::MadeUp);
        Run::of(study, &view.released(Hidden::MadeUp, parts))
    });
    let digits = Digits {
        study: exact,
        seen: &seen,
        denominators: &Denominators::of(study, &seen),
        terms,
    };
    let shown = Shown {
        found: &found,
        groups: &seen.groups,
        notes,
    };
    Ok(shown.findings(&|spot, entry, unit, group| {
        if hidden(spot, entry) {
            return gone(entry, unit, terms);
        }
        let Some(of_strata) = &of_strata else {
            // What is only missing because a count is hidden is hidden, and not missing.
            return match complete.as_ref().and_then(|run| run.at(spot)) {
                Some(other) if is_missing(entry) && !is_missing(&other) => {
                    gone(&other, unit, terms)
                }
                _ => digits.of_parts(spot, entry, unit, group),
            };
        };
        if !of_strata.probes.one_stratum(spot, entry) {
            return digits.of_all(entry, unit);
        }
        match of_strata.released(spot) {
            Some(released) => digits.of_parts(spot, &released, unit, group),
            None => gone(entry, unit, terms),
        }
    }))
}

fn is_missing(entry: &study::Entry) -> bool {
    matches!(entry, study::Entry::Figure(Err(_)) | study::Entry::Nothing)
}

/// What tells whether something is said of one stratum alone, and what released counts say of it. Each
/// run is made when it is first asked for.
struct OfStrata<'a> {
    probes: Probes<'a>,
    study: &'a study::Study,
    view: &'a View<'a>,
    left_out: OnceCell<Run>,
    made_up: OnceCell<Run>,
}

impl<'a> OfStrata<'a> {
    fn of(study: &'a study::Study, view: &'a View<'a>, seen: &'a study::Evidence) -> Self {
        Self {
            probes: Probes::of(study, seen),
            study,
            view,
            left_out: OnceCell::new(),
            made_up: OnceCell::new(),
        }
    }

    fn run(&self, instead: Hidden) -> &Run {
        let run = match instead {
            Hidden::LeftOut => &self.left_out,
            Hidden::MadeUp => &self.made_up,
        };
        run.get_or_init(|| {
            let parts = Parts::Released(instead);
            Run::of(self.study, &self.view.released(Hidden::MadeUp, parts))
        })
    }

    /// What released counts say at a spot, where no hidden count takes part.
    fn released(&self, spot: Spot<'_>) -> Option<study::Entry> {
        let released = self.run(Hidden::LeftOut).at(spot)?;
        let agrees = self.run(Hidden::MadeUp).agrees(spot, &released);
        agrees.then_some(released)
    }
}

/// What stands where something is hidden.
fn gone(entry: &study::Entry, unit: Unit, terms: Terms) -> Entry {
    match entry {
        // Why there is none is decided by the form of the file.
        study::Entry::Figure(result) => {
            Entry::Figure(refused_by_form(result).map(|()| terms.hidden(Why::HiddenPart, unit)))
        }
        study::Entry::People(_) => Entry::People(Cell::Hidden(Why::HiddenPart)),
        study::Entry::Verdict(_) => Entry::HiddenVerdict,
        study::Entry::Known(_) | study::Entry::Nothing => Entry::Nothing,
    }
}

/// How many digits an entry is given to.
#[derive(Clone, Copy)]
struct Digits<'a> {
    study: &'a Exact,
    seen: &'a study::Evidence,
    denominators: &'a Denominators<'a>,
    terms: Terms,
}

impl Digits<'_> {
    /// What is made from all parts together: to no more digits than its interval carries.
    fn of_all(&self, entry: &study::Entry, unit: Unit) -> Entry {
        self.entry(entry, |result| self.terms.of_whole(result, unit))
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
            if by_value && !matches!(unit, Unit::Percent | Unit::Points) {
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
            study::Entry::Verdict(verdict) => Entry::Verdict(verdict.clone()),
            study::Entry::Nothing => Entry::Nothing,
        }
    }

    /// The smallest released denominator that a figure may be made of.
    fn denominator(&self, spot: Spot<'_>, groups: &[usize]) -> f64 {
        if self.seen.crossed.is_some() {
            return self.denominators.at(spot);
        }
        let takes_part = |place: &usize| groups.is_empty() || groups.contains(place);
        let list = self.seen.groups.list.iter().enumerate();
        let list = list.filter(|(place, _)| takes_part(place));
        let parts = list.filter_map(|(_, group)| people_of(group));
        parts.reduce(f64::min).unwrap_or(0.0)
    }
}

/// What a study found, and the groups that its units come from.
struct Shown<'a> {
    found: &'a study::Findings,
    groups: &'a Groups,
    notes: Vec<Note>,
}

/// Gives one entry at its spot, in its unit, about these groups.
type Give<'a> = dyn Fn(Spot<'_>, &study::Entry, Unit, &[usize]) -> Entry + 'a;

impl Shown<'_> {
    fn findings(&self, give: &Give<'_>) -> Findings {
        let figure = |found: &study::Found| {
            let entry = study::Entry::Figure(found.result.clone());
            let unit = self.unit(found.unit);
            let given = give(Spot::Figure(&found.quantity), &entry, unit, &found.groups);
            Some(Found {
                quantity: found.quantity.clone(),
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
                    let spot = Spot::Cell(&rows.caption, &row.name, &column.kind);
                    give(spot, cell, self.unit(column.unit), &group)
                })
                .collect();
            keep_verdicts_on_shown(&mut cells);
            (row.name.clone(), cells)
        };
        Rows {
            caption: rows.caption.clone(),
            of: rows.of.clone(),
            columns: rows
                .columns
                .iter()
                .map(|column| (column.kind.clone(), self.unit(column.unit)))
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

/// A verdict follows from the figures of its row, and goes with them.
fn keep_verdicts_on_shown(cells: &mut [Entry]) {
    let is_hidden = |cell: &Entry| match cell {
        Entry::Figure(Ok(figure)) => figure.value.number().is_none(),
        Entry::People(people) => people.number().is_none(),
        _ => false,
    };
    if cells.iter().any(is_hidden) {
        for cell in cells {
            if let Entry::Verdict(_) = cell {
                *cell = Entry::HiddenVerdict;
            }
        }
    }
}
