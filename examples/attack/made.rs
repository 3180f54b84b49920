//! The random files that are attacked: one to three dimensions, with waits or marks, divided a second time, and
//! in pairs of settings.

use equal_measure::core::units::Level;

use crate::dice::Dice;
use crate::extract::{Column, Extract, Outcomes};
use crate::program::Setting;

pub(crate) const SEX: Column = Column {
    name: "Sex",
    texts: &["Female", "Male", "Unknown"],
};
pub(crate) const FIFTH: Column = Column {
    name: "IMD quintile",
    texts: &["1", "2", "3", "4", "5", ""],
};
pub(crate) const TENTH: Column = Column {
    name: "IMD decile",
    texts: &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", ""],
};
pub(crate) const ETHNIC: Column = Column {
    name: "Ethnic category",
    texts: &["A", "B", "D", "H", "J", "M", "N", "R", "Z"],
};
pub(crate) const WARD: Column = Column {
    name: "Ward",
    texts: &["Abbey", "Bridge", "Castle", "Dock", "Eastgate", "Ferry"],
};
const AGE: Column = Column {
    name: "Age band",
    texts: &["0-17", "18-39", "40-64", "65-79", "80+"],
};
pub(crate) const MONTH: Column = Column {
    name: "Month",
    texts: &[
        "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06",
    ],
};
pub(crate) const FLAG: Column = Column {
    name: "Learning disability",
    texts: &["Y", "N"],
};

/// A file and the settings under which it is released, one beside the other.
pub(crate) struct Attacked {
    pub(crate) extract: Extract,
    pub(crate) settings: Vec<Setting>,
}

/// A kind of file: its name, columns, outcomes, the column that divides a second time, and settings.
type Kind = (
    &'static str,
    fn(&mut Dice) -> Vec<Column>,
    Outcomes,
    Option<usize>,
    &'static [Setting],
);

const ALONE: &[Setting] = &[Setting::Proposed];

fn one(dice: &mut Dice) -> Vec<Column> {
    vec![dice.one_of(&[0, 1, 2, 3, 4]).column()]
}

fn two(dice: &mut Dice) -> Vec<Column> {
    let first = dice.below(5);
    vec![first.column(), ((first + 1 + dice.below(4)) % 5).column()]
}

/// One of the columns that are drawn.
trait Drawn {
    fn column(self) -> Column;
}

impl Drawn for usize {
    fn column(self) -> Column {
        [FIFTH, SEX, TENTH, ETHNIC, WARD][self].clone()
    }
}

const KINDS: [Kind; 19] = [
    ("one dimension, marks", one, Outcomes::Flags(1), None, ALONE),
    ("one dimension, waits", one, Outcomes::Waits, None, ALONE),
    (
        "two dimensions, marks",
        two,
        Outcomes::Flags(1),
        None,
        ALONE,
    ),
    ("two dimensions, waits", two, Outcomes::Waits, None, ALONE),
    (
        "three dimensions, marks",
        |_| vec![SEX, FIFTH, FLAG],
        Outcomes::Flags(1),
        None,
        ALONE,
    ),
    (
        "three dimensions, waits",
        |_| vec![SEX, FIFTH, FLAG],
        Outcomes::Waits,
        None,
        ALONE,
    ),
    ("several marks", one, Outcomes::Flags(3), None, ALONE),
    (
        "by age, marks",
        |_| vec![FIFTH, AGE],
        Outcomes::Flags(1),
        Some(1),
        ALONE,
    ),
    (
        "by month, marks",
        |_| vec![SEX, MONTH],
        Outcomes::Flags(1),
        Some(1),
        ALONE,
    ),
    (
        "by another, marks",
        |_| vec![FIFTH, FLAG],
        Outcomes::Flags(1),
        Some(1),
        ALONE,
    ),
    (
        "fifths beside tenths",
        |_| vec![TENTH],
        Outcomes::Flags(1),
        None,
        &[Setting::Proposed, Setting::Fifths],
    ),
    (
        "five beside sixteen ethnic groups",
        |_| vec![ETHNIC],
        Outcomes::Flags(1),
        None,
        &[Setting::Proposed, Setting::Sixteen],
    ),
    (
        "two levels",
        one,
        Outcomes::Waits,
        None,
        &[Setting::Proposed, Setting::At(Level::P998)],
    ),
    (
        "other thresholds",
        one,
        Outcomes::Waits,
        None,
        &[Setting::Proposed, Setting::Only(52), Setting::Also(26)],
    ),
    (
        "by age, waits",
        |_| vec![FIFTH, AGE],
        Outcomes::Waits,
        Some(1),
        ALONE,
    ),
    (
        "by another, waits",
        |_| vec![FIFTH, FLAG],
        Outcomes::Waits,
        Some(1),
        ALONE,
    ),
    ("one dimension, counts", one, Outcomes::Counted, None, ALONE),
    (
        "two dimensions, counts",
        two,
        Outcomes::Counted,
        None,
        ALONE,
    ),
    (NESTED, one, Outcomes::Nested(3), None, ALONE),
];

/// The kind of file of which more is known than the program can know: its narrowed counts are told.
pub(crate) const NESTED: &str = "each mark known to be part of the last";

/// The file of this number.
pub(crate) fn attacked(seed: u64, number: usize) -> Attacked {
    let mut dice = Dice::new(seed ^ (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let (kind, columns, outcomes, stratified, settings) = &KINDS[number % KINDS.len()];
    let columns = columns(&mut dice);
    let rows = dice.one_of(&[60, 120, 200, 400, 900]);
    let mut extract = Extract {
        kind,
        columns,
        outcomes: outcomes.clone(),
        counts: Vec::new(),
        stratified: *stratified,
    };
    let words = match extract.outcomes {
        Outcomes::Waits => vec![40, 30, 15, 8, 5, 2, dice.below(3)],
        Outcomes::Counted => vec![3 + dice.below(40), 60, 0],
        _ => vec![3 + dice.below(40), 60, dice.below(4)],
    };
    // A table of ones and noughts is a list to every reader, the program among them.
    let rows = if extract.outcomes == Outcomes::Counted {
        rows * 10
    } else {
        rows
    };
    fill(&mut extract, rows, &words, &mut dice);
    if matches!(extract.outcomes, Outcomes::Nested(_)) {
        nest(&mut extract);
    }
    Attacked {
        extract,
        settings: settings.to_vec(),
    }
}

/// So many people, few of whom are in some groups or have the outcome.
fn fill(extract: &mut Extract, rows: usize, words: &[usize], dice: &mut Dice) {
    extract.counts = vec![0; extract.combinations() * extract.many() * extract.texts().len()];
    let weights: Vec<Vec<usize>> = extract
        .columns
        .iter()
        .map(|column| {
            let weight = |text: &&str| match *text {
                "" | "Unknown" | "Z" => 1 + dice.below(6),
                _ => 4 + dice.below(40),
            };
            column.texts.iter().map(weight).collect()
        })
        .collect();
    for _ in 0..rows {
        let groups: Vec<usize> = weights.iter().map(|weights| dice.place(weights)).collect();
        let combination = extract.combination(&groups);
        for outcome in 0..extract.many() {
            let word = dice.place(words);
            let place = extract.place(combination, outcome, word);
            let place = if extract.is_nobody(place) {
                place - word
            } else {
                place
            };
            extract.counts[place] += 1;
        }
    }
}

/// Of those who have an outcome, as many as have the one before.
fn nest(extract: &mut Extract) {
    for combination in 0..extract.combinations() {
        for outcome in 1..extract.many() {
            let most = extract.counts[extract.place(combination, outcome - 1, 0)];
            let has = extract.place(combination, outcome, 0);
            let over = extract.counts[has].saturating_sub(most);
            extract.counts[has] -= over;
            extract.counts[has + 1] += over;
        }
    }
}

/// So many people with yes-or-no outcomes, of which so many in a hundred are yes and no.
pub(crate) fn drawn(
    kind: &'static str,
    columns: Vec<Column>,
    outcomes: usize,
    words: [usize; 2],
    rows: usize,
    dice: &mut Dice,
) -> Extract {
    let mut extract = Extract {
        kind,
        columns,
        outcomes: Outcomes::Flags(outcomes),
        counts: Vec::new(),
        stratified: None,
    };
    fill(&mut extract, rows, &words, dice);
    extract
}
