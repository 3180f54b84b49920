//! What the lines of a card are about, and how one is said for several sections.

use crate::answer::section::Section;

/// What a line of the card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// What is measured.
    Indicator,
    /// Where its definition comes from.
    Definition,
    /// Who is counted.
    Population,
    /// When.
    Period,
    /// What people are divided by.
    Groups,
    /// Which rows are left.
    Filters,
    /// The formulas.
    Method,
    /// The level of the intervals.
    Interval,
    /// The edition of the deprivation index.
    DeprivationEdition,
    /// Which ethnic groups are told apart.
    EthnicGrouping,
    /// The standard population, with the ages that it covers.
    StandardPopulation,
    /// What the groups are divided by a second time.
    SecondDivision,
    /// The first and the last period that are compared.
    PeriodsCompared,
    /// The disclosure rule.
    Rule,
    /// Where the rule comes from.
    RuleSource,
    /// The file.
    File,
    /// Who published it.
    Publisher,
    /// How many of its rows are used.
    RowsUsed,
    /// The version of the program.
    MadeWith,
    /// Why the file looks already protected.
    Protected,
    /// What is still to be checked.
    BeforePublishing,
}

/// What the sections say, each once, in order.
pub(super) fn distinct(sections: &[Section], of: impl Fn(&Section) -> Vec<String>) -> String {
    let mut said: Vec<String> = Vec::new();
    for text in sections.iter().flat_map(of) {
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("; ")
}
