//! Small files, all of them: how many people there are in each of up to six cells is known to the reader, and every
//! number of them may have the outcome. Files that are released alike form a class; every small count must take
//! three values in its class.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use equal_measure::release::rule::{NHS_ENGLAND, NONE};

use crate::extract::{Column, Extract, Outcomes};
use crate::hidden::{Count, counts};
use crate::program::{Question, Setting};
use crate::sums::sum;

/// What was found in all files of one size.
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) files: usize,
    /// Small counts, each once for each file.
    pub(crate) hidden: usize,
    /// Those left fewer than three values.
    pub(crate) narrowed: usize,
    /// One of them.
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
pub(crate) fn all() -> Result<Vec<Found>, String> {
    let cases: [(Vec<Column>, &[u32]); 4] = [
        (vec![FOUR], &[17, 9, 9, 17]),
        (vec![TWO, FLAG], &[17, 17, 17, 17]),
        (vec![TWO, FLAG], &[30, 9, 8, 20]),
        (vec![TWO, THREE], &[8, 8, 8, 8, 8, 8]),
    ];
    cases
        .into_iter()
        .map(|(columns, people)| of(columns, people))
        .collect()
}

fn of(columns: Vec<Column>, people: &[u32]) -> Result<Found, String> {
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
    // For each class, the values of every count as bits, and how often it was small.
    let mut classes: BTreeMap<u64, Vec<(u128, usize)>> = BTreeMap::new();
    let mut events = vec![0; people.len()];
    let mut files = 0;
    loop {
        let cells = events.iter().zip(people);
        let file = extract.with(cells.flat_map(|(&has, &of)| [has, of - has, 0]).collect());
        let released = question.released(&question.read(&file)?, &NHS_ENGLAND);
        let mut hash = DefaultHasher::new();
        format!("{released:?}").hash(&mut hash);
        let class = classes
            .entry(hash.finish())
            .or_insert_with(|| vec![(0, 0); asked.len()]);
        for (count, (values, times)) in asked.iter().zip(class) {
            let value = sum(&file.counts, &count.places);
            *values |= 1 << value;
            *times += usize::from((1..=7).contains(&value));
        }
        files += 1;
        if !next(&mut events, people) {
            break;
        }
    }
    let mut found = Found {
        name: format!("{people:?}"),
        files,
        hidden: 0,
        narrowed: 0,
        example: None,
    };
    for class in classes.values() {
        for (count, (values, times)) in asked.iter().zip(class) {
            found.hidden += times;
            if *times > 0 && values.count_ones() < 3 {
                found.narrowed += times;
                found.example = Some(format!("{}: {values:b}", count.name));
            }
        }
    }
    Ok(found)
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
