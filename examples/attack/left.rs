//! What is left: of the counts and headline contrasts that hiding 1 to 7 and rounding to 5 would show, how
//! many the program still shows.

use equal_measure::core::dimension::{Contrast, Dimension};
use equal_measure::core::summary::Summary;
use equal_measure::release::rule::{NHS_ENGLAND, NONE};
use equal_measure::release::{Grouped, Released, Strata};

use crate::dice::Dice;
use crate::extract::Extract;
use crate::made::{ETHNIC, FIFTH, FLAG, MONTH, SEX, TENTH, WARD, drawn};
use crate::program::{Question, Setting};

/// Shown by the program, of those that the plain rule would show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Left {
    pub(crate) counts: [usize; 2],
    pub(crate) contrasts: [usize; 2],
}

impl Left {
    pub(crate) fn add(&mut self, other: Self) {
        for at in 0..2 {
            self.counts[at] += other.counts[at];
            self.contrasts[at] += other.contrasts[at];
        }
    }

    fn count(&mut self, exact: f64, shown: bool) {
        let plain = !(1.0..8.0).contains(&exact);
        self.counts[0] += usize::from(plain && shown);
        self.counts[1] += usize::from(plain);
    }
}

/// A kind of file: its name, rows, outcomes, and whether it is divided a second time.
const KINDS: [(&str, usize, usize, bool); 5] = [
    ("20,000 rows", 20_000, 1, false),
    ("2,000 rows, outcomes of a tenth or more", 2_000, 1, false),
    ("300 rows", 300, 1, false),
    ("2,000 rows, twelve indicators", 2_000, 12, false),
    ("2,000 rows, divided by month", 2_000, 1, true),
];

/// How much is left in so many files of each kind.
pub(crate) fn left(seed: u64, files: usize) -> Result<Vec<(&'static str, Left)>, String> {
    let mut all = Vec::new();
    for (kind, rows, outcomes, divided) in KINDS {
        let mut left = Left::default();
        for file in 0..files {
            let mut dice = Dice::new(seed + file as u64);
            let columns = if divided {
                vec![[FIFTH, SEX, FLAG][file % 3].clone(), MONTH]
            } else {
                vec![[FIFTH, SEX, TENTH, ETHNIC, WARD][file % 5].clone()]
            };
            let share = 10 + dice.below(40);
            let extract = drawn(
                kind,
                columns,
                outcomes,
                [share, 100 - share],
                rows,
                &mut dice,
            );
            left.add(of(&extract, divided)?);
        }
        all.push((kind, left));
    }
    Ok(all)
}

fn of(extract: &Extract, divided: bool) -> Result<Left, String> {
    let extract = Extract {
        stratified: divided.then_some(1),
        ..extract.clone()
    };
    let question = Question::of(&extract, Setting::Proposed)?;
    let reading = question.read(&extract)?;
    let exact = question.released(&reading, &NONE);
    let shown = question.released(&reading, &NHS_ENGLAND);
    Ok(compare(&exact, &shown))
}

fn compare(exact: &Released, shown: &Released) -> Left {
    let mut left = Left::default();
    for (exact, shown) in exact.tables.iter().zip(&shown.tables) {
        groups(&mut left, &exact.whole, &shown.whole);
        for fine in &exact.strata {
            let coarse = shown.strata.iter().find(|other| other.name == fine.name);
            strata(&mut left, fine, coarse);
        }
    }
    left
}

/// The place of a group that stands by itself.
fn alone(label: &str, of: &Dimension) -> Option<usize> {
    of.groups.iter().position(|group| group.label == label)
}

fn both(left: &mut Left, exact: &Summary, shown: Option<&Summary>) {
    if let Some(people) = exact.people {
        left.count(people, shown.is_some_and(|shown| shown.people.is_some()));
    }
    if let Ok(counts) = &exact.counts {
        left.count(
            counts.events,
            shown.is_some_and(|shown| shown.counts.is_ok()),
        );
    }
}

fn groups(left: &mut Left, exact: &Grouped, shown: &Grouped) {
    for (group, summary) in exact.dimension.groups.iter().zip(&exact.groups) {
        if let Some(summary) = summary {
            let at = alone(&group.label, &shown.dimension);
            let shown = at.and_then(|at| shown.groups[at].as_ref());
            both(left, summary, shown);
        }
    }
    let first = exact.dimension.contrasts.first().zip(exact.sides.first());
    if let Some((contrast, sides)) = first {
        let plain = sides.iter().all(|side| {
            side.counts.as_ref().is_ok_and(|counts| {
                [counts.events, counts.people]
                    .iter()
                    .all(|count| !(1.0..8.0).contains(count))
            })
        });
        left.contrasts[1] += usize::from(plain);
        left.contrasts[0] += usize::from(plain && has(shown, contrast));
    }
}

/// Whether a contrast is shown, of the same two sides.
fn has(shown: &Grouped, contrast: &Contrast) -> bool {
    let contrasts = shown.dimension.contrasts.iter().zip(&shown.sides);
    let mut same = contrasts.filter(|(other, _)| {
        other.id == contrast.id
            && other.worse_off == contrast.worse_off
            && other.better_off == contrast.better_off
    });
    same.any(|(_, sides)| sides.iter().all(|side| side.counts.is_ok()))
}

fn strata(left: &mut Left, exact: &Strata, shown: Option<&Strata>) {
    for (group, row) in exact.whole.dimension.groups.iter().zip(&exact.cells) {
        for (stratum, summary) in exact.strata.iter().zip(row) {
            let Some(summary) = summary else { continue };
            let shown = shown.and_then(|shown| {
                let group = alone(&group.label, &shown.whole.dimension)?;
                let mut strata = shown.strata.iter();
                let at = strata.position(|other| other.label == stratum.label)?;
                shown.cells[group][at].as_ref()
            });
            both(left, summary, shown);
        }
    }
}
