//! A made-up patient-level extract, as the counts of its alike rows.

/// A column that divides people, with its texts.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) texts: &'static [&'static str],
}

/// What is read of everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcomes {
    /// Weeks waited, one column.
    Waits,
    /// Yes or no, so many columns.
    Flags(usize),
    /// Yes or no, so many columns; whoever has one has the one before, and the reader knows it.
    Nested(usize),
    /// A table of counts: those who have it, and the people.
    Counted,
}

/// The texts of a wait; the last is blank.
pub(crate) const WEEKS: [&str; 7] = ["5", "30", "55", "70", "90", "110", ""];
/// The texts of a yes or no; the last is blank.
pub(crate) const MARKS: [&str; 3] = ["1", "0", ""];

/// A prime that no number of rows here is a multiple of.
const STRIDE: usize = 7_919;

/// How many people have each combination of groups and each text of each outcome.
#[derive(Clone, Debug)]
pub(crate) struct Extract {
    /// What kind of file it is, as told in the report.
    pub(crate) kind: &'static str,
    pub(crate) columns: Vec<Column>,
    pub(crate) outcomes: Outcomes,
    /// By combination of groups, then outcome, then text.
    pub(crate) counts: Vec<u32>,
    /// The place of the column that divides the others a second time.
    pub(crate) stratified: Option<usize>,
}

impl Extract {
    /// How many combinations of groups there are.
    pub(crate) fn combinations(&self) -> usize {
        self.columns
            .iter()
            .map(|column| column.texts.len())
            .product()
    }

    /// How many outcomes there are.
    pub(crate) const fn many(&self) -> usize {
        match self.outcomes {
            Outcomes::Waits | Outcomes::Counted => 1,
            Outcomes::Flags(many) | Outcomes::Nested(many) => many,
        }
    }

    /// The texts of an outcome.
    pub(crate) const fn texts(&self) -> &'static [&'static str] {
        match self.outcomes {
            Outcomes::Waits => &WEEKS,
            _ => &MARKS,
        }
    }

    /// The place of a count.
    pub(crate) fn place(&self, combination: usize, outcome: usize, text: usize) -> usize {
        (combination * self.many() + outcome) * self.texts().len() + text
    }

    /// The places of a combination's texts in its columns.
    pub(crate) fn groups(&self, mut combination: usize) -> Vec<usize> {
        let mut groups = Vec::new();
        for column in &self.columns {
            groups.push(combination % column.texts.len());
            combination /= column.texts.len();
        }
        groups
    }

    /// The combination of these texts.
    pub(crate) fn combination(&self, groups: &[usize]) -> usize {
        let columns = self.columns.iter().zip(groups).rev();
        columns.fold(0, |place, (column, group)| {
            place * column.texts.len() + group
        })
    }

    /// Whether the rows counted at this place say nothing at all, so that they are no rows; a table of counts has
    /// no blanks.
    pub(crate) fn is_nobody(&self, place: usize) -> bool {
        let text = place % self.texts().len();
        if self.outcomes == Outcomes::Counted && self.texts()[text].is_empty() {
            return true;
        }
        let combination = place / self.texts().len() / self.many();
        let groups = self.groups(combination);
        let mut columns = self.columns.iter().zip(groups);
        self.texts()[text].is_empty()
            && columns.all(|(column, group)| column.texts[group].is_empty())
    }

    /// The name of an outcome's column.
    pub(crate) fn outcome(&self, outcome: usize) -> String {
        match self.outcomes {
            Outcomes::Waits => "Weeks waited".into(),
            Outcomes::Counted => "Reviewed".into(),
            _ => format!("Reviewed {}", outcome + 1),
        }
    }

    /// The same file with other counts.
    pub(crate) fn with(&self, counts: Vec<u32>) -> Self {
        Self {
            counts,
            ..self.clone()
        }
    }

    /// The file: a row for each person, or one for each combination.
    pub(crate) fn written(&self) -> String {
        if self.outcomes == Outcomes::Counted {
            self.table()
        } else {
            self.list()
        }
    }

    fn table(&self) -> String {
        let columns = self.columns.iter().map(|column| column.name);
        let names = columns.chain(["Reviewed", "Eligible"]).collect::<Vec<_>>();
        let mut text = format!("{}\n", names.join(","));
        for combination in 0..self.combinations() {
            let groups = self.groups(combination);
            let groups = self.columns.iter().zip(&groups);
            let words = groups.map(|(column, &group)| column.texts[group].to_owned());
            let [has, not] = [0, 1].map(|word| self.counts[self.place(combination, 0, word)]);
            let counts = [has.to_string(), (has + not).to_string()];
            let words = words.chain(counts).collect::<Vec<_>>();
            text.push_str(&words.join(","));
            text.push('\n');
        }
        text
    }

    fn list(&self) -> String {
        let columns = self.columns.iter().map(|column| column.name.to_owned());
        let outcomes = (0..self.many()).map(|outcome| self.outcome(outcome));
        let mut text = columns.chain(outcomes).collect::<Vec<_>>().join(",");
        text.push('\n');
        let mut rows: Vec<String> = Vec::new();
        for combination in 0..self.combinations() {
            let groups = self.groups(combination);
            let mut lists: Vec<Vec<&str>> = Vec::new();
            for outcome in 0..self.many() {
                let mut list = Vec::new();
                for (at, word) in self.texts().iter().enumerate() {
                    let times = self.counts[self.place(combination, outcome, at)];
                    list.extend((0..times).map(|_| *word));
                }
                // Blanks of one outcome fall on rows that give another.
                let turn = list.len().min(list.len() * outcome / self.many());
                list.rotate_left(turn);
                lists.push(list);
            }
            for row in 0..lists[0].len() {
                let groups = self.columns.iter().zip(&groups);
                let groups = groups.map(|(column, &group)| column.texts[group]);
                let words: Vec<&str> = groups.chain(lists.iter().map(|list| list[row])).collect();
                rows.push(words.join(","));
            }
        }
        // Mixed, as a list is: its head shows every group.
        for at in 0..rows.len() {
            text.push_str(&rows[at * STRIDE % rows.len()]);
            text.push('\n');
        }
        text
    }
}
