//! Files of one shape that are read one after the other: the months of a year, or one file for each place.
//!
//! Rows of such files differ in the file that they stand in, which is a column like any other: people can be divided
//! by it, and rows kept.

use super::lookup::Lookup;
use crate::nhs::period;

/// What came together with a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The files that may say more of its codes.
    pub lookups: &'a [&'a Lookup],
    /// The files of its shape.
    pub stack: Option<&'a Stack>,
}

/// The files of one shape, as far as they were looked at.
#[derive(Debug)]
pub struct Stack {
    /// What each is called, the file at hand first.
    pub labels: Vec<String>,
    /// Whether they are called by periods.
    pub periods: bool,
    /// The first rows of each of the others, in the order of the columns of the file at hand.
    pub rows: Vec<Vec<Vec<String>>>,
}

/// What files are called among one another, from their names: by what tells them apart. Says whether that is a
/// period in every one.
///
/// ```
/// use equal_measure::ingest::stack::labels;
/// let of = |names: &[&str]| labels(names);
/// assert_eq!(of(&["list_jan_2025.csv", "list_feb_2025.csv"]), (vec!["jan 2025".into(), "feb 2025".into()], true));
/// assert_eq!(of(&["wl-2025-01.csv", "wl-2025-02.csv"]).0, ["2025 01", "2025 02"]);
/// assert_eq!(of(&["North.csv", "South.csv"]), (vec!["North".into(), "South".into()], false));
/// assert_eq!(of(&["a.csv", "a.csv"]), (vec!["a".into(), "a (2)".into()], false));
/// ```
pub fn labels(names: &[&str]) -> (Vec<String>, bool) {
    let stems = names
        .iter()
        .map(|name| name.rsplit_once('.').map_or(*name, |(stem, _)| stem));
    let stems: Vec<&str> = stems.collect();
    for start in starts(&stems) {
        let told = stems
            .iter()
            .map(|stem| stem[start..].replace(['_', '-'], " ").trim().to_owned());
        let told: Vec<String> = told.collect();
        let days: Option<Vec<u32>> = told.iter().map(|label| period::last_day(label)).collect();
        if days.is_some_and(|days| is_each_once(&days)) {
            return (told, true);
        }
    }
    let mut labels: Vec<String> = Vec::new();
    for stem in stems {
        let again = (2..).map(|number| format!("{stem} ({number})"));
        let mut free = std::iter::once(stem.to_owned()).chain(again);
        labels.extend(free.find(|label| !labels.contains(label)));
    }
    (labels, false)
}

/// The places after the marks that part words in what all texts begin with, the last first, and the beginning.
fn starts(texts: &[&str]) -> Vec<usize> {
    let Some((first, others)) = texts.split_first() else {
        return Vec::new();
    };
    let same = |at: usize| {
        others
            .iter()
            .all(|other| other.as_bytes().get(at) == first.as_bytes().get(at))
    };
    let length = (0..first.len()).take_while(|&at| same(at)).count();
    let marks = first
        .char_indices()
        .filter(|(at, mark)| *at < length && matches!(mark, '_' | '-' | ' '));
    let mut starts: Vec<usize> = std::iter::once(0)
        .chain(marks.map(|(at, _)| at + 1))
        .collect();
    starts.reverse();
    starts
}

fn is_each_once(days: &[u32]) -> bool {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}
