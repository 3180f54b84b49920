//! The only thing made from rows: integer counts, exact sums and histograms by group.
//!
//! A tally is empty, added to and merged; order never matters. It knows groups by the text that the
//! file gave them, so that bands, fifths and five ethnic groups are settled later without reading
//! again.

use std::collections::BTreeMap;

use super::histogram::{Histogram, MICRO};

/// The texts of one row's group, one for each column of the cut. The overall cut has none.
pub type Key = Vec<String>;

/// Counts for every group of every cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// By the names of the columns that divide the people; the empty list is everyone together.
    pub cuts: BTreeMap<Vec<String>, Cut>,
}

/// The groups that one list of columns divides people into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cut {
    /// Each group's counts, by the file's own text for it (trimmed; blank is the empty text).
    pub cells: BTreeMap<Key, Cell>,
}

/// What was counted in one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Rows that fell here.
    pub rows: u64,
    /// What each outcome of the plan was in these rows, in the plan's order; shorter or empty where
    /// nothing was counted of the last ones.
    pub outcomes: Vec<Counted>,
}

/// What one outcome was in the rows of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted {
    /// Rows without a usable outcome.
    pub blank: u64,
    /// Records: every value. A yes-or-no outcome counts 1 and 0.
    pub values: Histogram,
    /// Counts and estimates: one sum for each series of the outcome, in its order.
    pub sums: Vec<Sum>,
}

/// What was counted where no row fell.
static NOTHING: Counted = Counted {
    blank: 0,
    values: Histogram::new(),
    sums: Vec::new(),
};

/// An exact sum of the numbers in one column, and of the marks that stood in their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// The sum, in millionths.
    pub micro: i128,
    /// Cells that held a number.
    pub numbers: u64,
    /// Cells whose number the publisher has hidden (`*`, `c`, `[c]`).
    pub suppressed: u64,
    /// Cells without a number for another reason (blank, `:`, `-`, an error).
    pub missing: u64,
}

impl Sum {
    /// One number, in millionths.
    pub const fn of_micro(micro: i128) -> Self {
        Self {
            micro,
            numbers: 1,
            suppressed: 0,
            missing: 0,
        }
    }

    /// Adds the other's numbers and marks.
    pub fn merge(&mut self, other: &Self) {
        self.micro += other.micro;
        self.numbers += other.numbers;
        self.suppressed += other.suppressed;
        self.missing += other.missing;
    }

    /// The sum as a number.
    pub fn value(&self) -> f64 {
        self.micro as f64 / MICRO as f64
    }

    /// The sum as a whole number of people, or `None` when it is negative or has a fraction.
    pub fn whole(&self) -> Option<u64> {
        let micro = i128::from(MICRO);
        (self.micro % micro == 0)
            .then(|| u64::try_from(self.micro / micro).ok())
            .flatten()
    }
}

impl Cell {
    /// What the outcome at this place of the plan was.
    pub fn outcome(&self, place: usize) -> &Counted {
        self.outcomes.get(place).unwrap_or(&NOTHING)
    }

    /// What the outcome at this place of the plan was, to be added to.
    pub fn outcome_mut(&mut self, place: usize) -> &mut Counted {
        if self.outcomes.len() <= place {
            self.outcomes.resize(place + 1, Counted::default());
        }
        &mut self.outcomes[place]
    }

    /// Adds everything the other counted.
    pub fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        if self.outcomes.len() < other.outcomes.len() {
            self.outcomes
                .resize(other.outcomes.len(), Counted::default());
        }
        for (mine, theirs) in self.outcomes.iter_mut().zip(&other.outcomes) {
            mine.merge(theirs);
        }
    }
}

impl Counted {
    /// Adds everything the other counted.
    pub fn merge(&mut self, other: &Self) {
        self.blank += other.blank;
        self.values.merge(&other.values);
        if self.sums.len() < other.sums.len() {
            self.sums.resize(other.sums.len(), Sum::default());
        }
        for (mine, theirs) in self.sums.iter_mut().zip(&other.sums) {
            mine.merge(theirs);
        }
    }
}

impl Cut {
    /// The counts of a group, made empty when first asked for.
    pub fn cell(&mut self, key: Key) -> &mut Cell {
        self.cells.entry(key).or_default()
    }

    /// Adds everything the other counted.
    pub fn merge(&mut self, other: &Self) {
        for (key, cell) in &other.cells {
            self.cells.entry(key.clone()).or_default().merge(cell);
        }
    }
}

impl Tally {
    /// The groups of a cut, made empty when first asked for.
    pub fn cut(&mut self, columns: Vec<String>) -> &mut Cut {
        self.cuts.entry(columns).or_default()
    }

    /// Adds everything the other counted.
    ///
    /// ```
    /// use equal_measure::core::tally::Tally;
    /// let mut one = Tally::default();
    /// one.cut(vec!["sex".into()]).cell(vec!["F".into()]).rows = 3;
    /// let mut sum = Tally::default();
    /// sum.merge(&one);
    /// assert_eq!(sum, one);
    /// ```
    pub fn merge(&mut self, other: &Self) {
        for (columns, cut) in &other.cuts {
            self.cuts.entry(columns.clone()).or_default().merge(cut);
        }
    }
}
