//! Small files, all of them: in each of up to six cells there are so many people, and every number of them may have
//! the outcome. Files that are released alike form a class, and every small count must take three values from 1 to 7
//! in its class. Where it does not, only a reader who knows the people of every cell can narrow it, which no release
//! tells: such files are attacked like any other, with the people not known.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use equal_measure::release::rule::{NHS_ENGLAND, NONE};

use crate::attack::{End, attack};
use crate::dice::Dice;
use crate::extract::{Column, Extract, Outcomes};
use crate::hidden::{Count, counts};
use crate::made::Attacked;
use crate::program::{Question, Setting};
use crate::solver::Solver;
use crate::sums::sum;

/// The values that the rule hides, as bits.
const SMALL: u128 = 0b1111_1110;

/// What was found in all files of one size.
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) files: usize,
    /// Small counts, each once for each file.
    pub(crate) hidden: usize,
    /// Those left fewer than three values to a reader who knows the people of every cell.
    pub(crate) known: usize,
    /// Releases in which there are such counts.
    pub(crate) classes: usize,
    /// Such counts, each once for each release, that keep three values, some of which the rule does not hide.
    pub(crate) open: usize,
    /// Those that the release leaves fewer than three values to every reader.
    pub(crate) narrowed: usize,
    /// Those for which neither was shown.
    pub(crate) undecided: usize,
    /// One that was not proved.
    pub(crate) example: Option<String>,
}

const TWO: Column = Column {
    name: "IMD quintile",
    texts: &["1", "5"],
};
const FOUR: Column = Column {
    name: "IMD quintile",
    texts: &["1", "2", "4", "5"],
};
const FLAG: Column = Column {
    name: "Learning disability",
    texts: &["Y", "N"],
};
const THREE: Column = Column {
    name: "Ward",
    texts: &["Abbey", "Bridge", "Castle"],
};

/// Every small size, in one dimension and divided a second time.
pub(crate) fn all(solver: &mut Solver) -> Result<Vec<Found>, String> {
    let cases: [(Vec<Column>, &[u32]); 4] = [
        (vec![FOUR], &[17, 9, 9, 17]),
        (vec![TWO, FLAG], &[17, 17, 17, 17]),
        (vec![TWO, FLAG], &[30, 9, 8, 20]),
        (vec![TWO, THREE], &[8, 8, 8, 8, 8, 8]),
    ];
    cases
        .into_iter()
        .map(|(columns, people)| of(columns, people, solver))
        .collect()
}

/// The counts of files that are released alike.
struct Class {
    /// The values of each count as bits, and in how many files it was small.
    counts: Vec<(u128, usize)>,
    /// One of the files in which each count was small: how many have the outcome.
    small: Vec<Option<Vec<u32>>>,
}

/// The file in which so many of the people have the outcome.
fn file(extract: &Extract, events: &[u32], people: &[u32]) -> Extract {
    let cells = events.iter().zip(people);
    extract.with(cells.flat_map(|(&has, &of)| [has, of - has, 0]).collect())
}

fn of(columns: Vec<Column>, people: &[u32], solver: &mut Solver) -> Result<Found, String> {
    let extract = Extract {
        kind: "enumerated",
        stratified: (columns.len() > 1).then_some(1),
        columns,
        outcomes: Outcomes::Flags(1),
        counts: people
            .iter()
            .flat_map(|people| [people / 2, people - people / 2, 0])
            .collect(),
    };
    let question = Question::of(&extract, Setting::Proposed)?;
    let asked: Vec<Count> = {
        let exact = question.released(&question.read(&extract)?, &NONE);
        counts(&extract, &exact)
    };
    let mut classes: BTreeMap<u64, Class> = BTreeMap::new();
    let mut events = vec![0; people.len()];
    let mut found = Found {
        name: format!("{people:?}"),
        files: 0,
        hidden: 0,
        known: 0,
        classes: 0,
        open: 0,
        narrowed: 0,
        undecided: 0,
        example: None,
    };
    loop {
        let file = file(&extract, &events, people);
        let released = question.released(&question.read(&file)?, &NHS_ENGLAND);
        let mut hash = DefaultHasher::new();
        format!("{released:?}").hash(&mut hash);
        let class = classes.entry(hash.finish()).or_insert_with(|| Class {
            counts: vec![(0, 0); asked.len()],
            small: vec![None; asked.len()],
        });
        for (at, count) in asked.iter().enumerate() {
            let value = sum(&file.counts, &count.places);
            class.counts[at].0 |= 1 << value;
            if (1..=7).contains(&value) {
                class.counts[at].1 += 1;
                class.small[at].get_or_insert_with(|| events.clone());
            }
        }
        found.files += 1;
        if !next(&mut events, people) {
            break;
        }
    }
    for class in classes.values() {
        found.hidden += class.counts.iter().map(|(_, times)| times).sum::<usize>();
        let few: Vec<usize> = (0..asked.len())
            .filter(|at| {
                let (values, times) = class.counts[*at];
                times > 0 && (values & SMALL).count_ones() < 3
            })
            .collect();
        found.known += few.iter().map(|at| class.counts[*at].1).sum::<usize>();
        found.classes += usize::from(!few.is_empty());
        for at in few {
            let Some(events) = &class.small[at] else {
                continue;
            };
            let attacked = Attacked {
                extract: file(&extract, events, people),
                settings: vec![Setting::Proposed],
            };
            found.tell(&attacked, &asked[at], solver)?;
        }
    }
    Ok(found)
}

impl Found {
    /// Attacks a file for one of its counts.
    fn tell(
        &mut self,
        attacked: &Attacked,
        count: &Count,
        solver: &mut Solver,
    ) -> Result<(), String> {
        let tried = attack(attacked, solver, &mut Dice::new(0))?;
        let this = tried.iter().find(|one| one.count.places == count.places);
        let what = match this.map(|one| &one.end) {
            None | Some(End::Proved) => return Ok(()),
            Some(End::Open(_)) => {
                self.open += 1;
                return Ok(());
            }
            Some(End::Narrowed(least, most)) => {
                self.narrowed += 1;
                format!("can only be {least} to {most}")
            }
            Some(End::Undecided(values)) => {
                self.undecided += 1;
                format!("found {values:?}")
            }
        };
        let counts = &attacked.extract.counts;
        self.example = Some(format!("{}: {what} in {counts:?}", count.name));
        Ok(())
    }
}

/// The next numbers, each at most its limit; false after the last.
fn next(numbers: &mut [u32], most: &[u32]) -> bool {
    for (number, most) in numbers.iter_mut().zip(most) {
        if *number < *most {
            *number += 1;
            return true;
        }
        *number = 0;
    }
    false
}
