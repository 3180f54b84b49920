//! Groups that are spread over columns, turned into rows.

use std::collections::BTreeSet;

use super::names::Named;
use crate::ingest::cell::{Content, read};
use crate::nhs::{age, deprivation, ethnicity, sex, words};

/// A table whose groups stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The columns that stand before the groups: their places and names.
    pub before: Vec<(usize, String)>,
    /// The name of the new column with the group's text.
    pub name: String,
    /// The groups in the file's order.
    pub groups: Vec<Group>,
    /// The names of the value columns that every group has.
    pub values: Vec<String>,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The file's text for it.
    pub text: String,
    /// The place of each value column.
    pub places: Vec<usize>,
}

impl Spread {
    /// The names of the tidy columns.
    pub fn columns(&self) -> Vec<String> {
        let before = self.before.iter().map(|(_, name)| name.clone());
        before
            .chain([self.name.clone()])
            .chain(self.values.iter().cloned())
            .collect()
    }

    /// Gives one tidy row for each group.
    pub fn apply<'a>(&'a self, cell: impl Fn(usize) -> &'a str, mut each: impl FnMut(&[&'a str])) {
        let mut cells = Vec::with_capacity(self.before.len() + 1 + self.values.len());
        for group in &self.groups {
            cells.clear();
            cells.extend(self.before.iter().map(|&(place, _)| cell(place)));
            cells.push(group.text.as_str());
            cells.extend(group.places.iter().map(|&place| cell(place)));
            each(&cells);
        }
    }
}

/// Finds groups spread over columns, with a header of two rows or of one.
pub fn find(named: &Named, data: &[(u64, Vec<String>)], notes: &mut Vec<String>) -> Option<Spread> {
    if named.top.iter().any(|top| !top.is_empty()) {
        under_top(named, notes)
    } else {
        side_by_side(named, data, notes).or_else(|| scale(named, data, notes))
    }
}

/// Names that share a beginning and end in the parts of a scale: `Proportion_most`, `Proportion_q2` to
/// `Proportion_least`. Of what it is a scale they do not say.
fn scale(named: &Named, data: &[(u64, Vec<String>)], notes: &mut Vec<String>) -> Option<Spread> {
    let parted = |at: usize| named.full[at].rsplit_once(['_', ' ']);
    let numeric = |at: &usize| is_numeric(data, named.places[*at]);
    let all: Vec<(usize, &str, &str)> = (0..named.full.len())
        .filter(numeric)
        .filter_map(|at| parted(at).map(|(stem, end)| (at, stem, end)))
        .collect();
    let is = |end: &str, word: &str| end.eq_ignore_ascii_case(word);
    let first = all.iter().find(|(_, _, end)| is(end, "most"))?.1;
    let ends: Vec<&str> = all
        .iter()
        .filter(|(_, stem, _)| *stem == first)
        .map(|(_, _, end)| *end)
        .collect();
    let (parts, name) = match ends.len() {
        5 => (deprivation::Parts::Five, "Quintile"),
        10 => (deprivation::Parts::Ten, "Decile"),
        _ => return None,
    };
    let known = |end: &&str| deprivation::text::part(end, parts).is_some();
    if !ends.iter().all(known) || !ends.iter().any(|end| is(end, "least")) {
        return None;
    }
    let place = |stem: &str, end: &str| {
        let mut all = all.iter();
        let found = all.find(|(_, other, own)| *other == stem && is(own, end));
        found.map(|&(at, ..)| at)
    };
    let mut stems: Vec<&str> = Vec::new();
    for &(_, stem, _) in &all {
        let whole = ends.iter().all(|end| place(stem, end).is_some());
        if whole && !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    let of =
        |end: &str| -> Vec<usize> { stems.iter().filter_map(|stem| place(stem, end)).collect() };
    let taken: Vec<usize> = ends.iter().flat_map(|end| of(end)).collect();
    let groups = ends.iter().map(|end| Group {
        text: (*end).to_owned(),
        places: of(end).iter().map(|&at| named.places[at]).collect(),
    });
    notes.push(format!(
        "{} groups from \u{201c}most\u{201d} to \u{201c}least\u{201d} stood side by side in columns; they were \
         turned into rows, with the column \u{201c}{name}\u{201d} for the group.",
        ends.len()
    ));
    Some(Spread {
        before: before(named, |at| !taken.contains(&at)),
        name: name.into(),
        groups: groups.collect(),
        values: stems.iter().map(|stem| (*stem).to_owned()).collect(),
    })
}

/// Two rows: the upper names the group, the lower the same values for each.
fn under_top(named: &Named, notes: &mut Vec<String>) -> Option<Spread> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, top) in named
        .top
        .iter()
        .enumerate()
        .filter(|(_, top)| !top.is_empty())
    {
        match groups.last_mut() {
            Some((text, list)) if text == top => list.push(at),
            _ => groups.push((top.clone(), vec![at])),
        }
    }
    let said = |at: usize| named.sub[at].to_lowercase();
    let (_, first) = groups.first()?;
    let values: Vec<usize> = first
        .iter()
        .enumerate()
        .filter(|&(order, &at)| {
            let is_first = !first[..order].iter().any(|&other| said(other) == said(at));
            is_first
                && groups
                    .iter()
                    .all(|(_, list)| list.iter().any(|&other| said(other) == said(at)))
        })
        .map(|(_, &at)| at)
        .collect();
    if groups.len() < 2 || values.is_empty() {
        return None;
    }
    let texts: Vec<&str> = groups.iter().map(|(text, _)| text.as_str()).collect();
    let prefix = common_prefix(&texts);
    let mut spread = Spread {
        before: before(named, |at| named.top[at].is_empty()),
        name: String::new(),
        groups: Vec::with_capacity(groups.len()),
        values: values.iter().map(|&at| named.sub[at].clone()).collect(),
    };
    for (text, list) in &groups {
        let places: Vec<usize> = values
            .iter()
            .filter_map(|&value| list.iter().copied().find(|&at| said(at) == said(value)))
            .collect();
        for &at in list.iter().filter(|at| !places.contains(at)) {
            notes.push(format!(
                "The column \u{201c}{}\u{201d} under \u{201c}{text}\u{201d} was left out: the other \
                 groups have none like it.",
                named.sub[at]
            ));
        }
        spread.groups.push(Group {
            text: text[prefix..].trim().to_owned(),
            places: places.iter().map(|&at| named.places[at]).collect(),
        });
    }
    Some(name_and_note(spread, notes))
}

/// One row: the names of columns are themselves groups ("White", "0-4", "1 Most deprived"), perhaps
/// each with a second column for its total.
fn side_by_side(
    named: &Named,
    data: &[(u64, Vec<String>)],
    notes: &mut Vec<String>,
) -> Option<Spread> {
    let numeric: Vec<bool> = named
        .places
        .iter()
        .map(|&place| is_numeric(data, place))
        .collect();
    let base = |at: usize| {
        let name = named.full[at].as_str();
        let cut = ["_total", " total", "_denominator"]
            .iter()
            .find_map(|end| name.strip_suffix(end));
        cut.filter(|base| named.full.iter().any(|other| other == base))
    };
    let own: Vec<usize> = (0..named.full.len())
        .filter(|&at| numeric[at] && base(at).is_none())
        .collect();
    let texts: Vec<&str> = own.iter().map(|&at| named.full[at].as_str()).collect();
    let kind = kind(&texts).filter(|kind| kind.tells(&texts))?;
    let mut groups: Vec<(usize, Option<usize>)> = Vec::new();
    for at in own {
        let text = named.full[at].as_str();
        if kind.takes(text) || words::status(text).is_some() {
            let total = (0..named.full.len()).find(|&other| base(other) == Some(text));
            groups.push((at, total));
        }
    }
    let with_totals = groups.iter().all(|(_, total)| total.is_some());
    let taken = |at: usize| {
        groups
            .iter()
            .any(|&(own, total)| own == at || total == Some(at))
    };
    let spread = Spread {
        before: before(named, |at| !taken(at)),
        name: String::new(),
        values: if with_totals {
            vec!["Count".into(), "Total".into()]
        } else {
            vec!["Count".into()]
        },
        groups: groups
            .iter()
            .map(|&(own, total)| Group {
                text: named.full[own].clone(),
                places: [Some(own), total.filter(|_| with_totals)]
                    .into_iter()
                    .flatten()
                    .map(|at| named.places[at])
                    .collect(),
            })
            .collect(),
    };
    Some(name_and_note(spread, notes))
}

fn before(named: &Named, keep: impl Fn(usize) -> bool) -> Vec<(usize, String)> {
    (0..named.places.len())
        .filter(|&at| keep(at))
        .map(|at| (named.places[at], named.full[at].clone()))
        .collect()
}

fn name_and_note(mut spread: Spread, notes: &mut Vec<String>) -> Spread {
    let texts: Vec<&str> = spread
        .groups
        .iter()
        .map(|group| group.text.as_str())
        .collect();
    let is_imd = |text: &&str| words::plain(text).starts_with("imd ");
    let name = match kind(&texts) {
        Some(Kind::Deprivation) if texts.iter().any(is_imd) => "Deprivation (IMD)",
        Some(kind) => kind.column(),
        None => "Group",
    };
    spread.name = name.into();
    notes.push(format!(
        "{} groups stood side by side in columns; they were turned into rows, with the column \
         \u{201c}{}\u{201d} for the group.",
        spread.groups.len(),
        spread.name
    ));
    spread
}

/// What kind of groups texts name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Ethnicity,
    Deprivation,
    Age,
    Sex,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Ethnicity, Self::Deprivation, Self::Age, Self::Sex];

    fn takes(self, text: &str) -> bool {
        match self {
            Self::Ethnicity => !matches!(
                ethnicity::text::read(text),
                ethnicity::text::Ethnic::Other(_)
            ),
            Self::Deprivation => {
                deprivation::text::part(text, deprivation::Parts::Ten).is_some()
                    && (text.trim().len() <= 2
                        || words::plain(text).contains("depriv")
                        || words::plain(text).starts_with("imd "))
            }
            Self::Age => age::band::read(text).is_some(),
            Self::Sex => sex::is_telling(text),
        }
    }

    /// Whether the texts tell the kind by themselves, bare numbers and letters apart.
    fn tells(self, texts: &[&str]) -> bool {
        let telling = |test: fn(&str) -> bool| texts.iter().filter(|text| test(text)).count();
        match self {
            Self::Ethnicity => telling(ethnicity::text::is_telling) >= 3,
            Self::Deprivation => {
                telling(|text| {
                    words::plain(text).contains("depriv") || words::plain(text).starts_with("imd ")
                }) >= 1
            }
            Self::Age => telling(|text| age::band::read(text).is_some()) >= 3,
            Self::Sex => true,
        }
    }

    /// How many different groups texts name: "Rank (where 1 is most deprived)" and "Decile (where 1 is most
    /// deprived)" name one part of the scale, and are columns of their own.
    fn different<'a>(self, texts: impl Iterator<Item = &'a &'a str>) -> usize {
        let part = |text: &str| match self {
            Self::Deprivation => deprivation::text::part(text, deprivation::Parts::Ten)
                .map_or_else(|| text.to_owned(), |part| part.to_string()),
            _ => text.to_owned(),
        };
        texts.map(|text| part(text)).collect::<BTreeSet<_>>().len()
    }

    const fn column(self) -> &'static str {
        match self {
            Self::Ethnicity => "Ethnic group",
            Self::Deprivation => "Deprivation",
            Self::Age => "Age",
            Self::Sex => "Sex",
        }
    }
}

fn kind(texts: &[&str]) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| {
        let least = if *kind == Kind::Sex { 2 } else { 3 };
        let taken = texts.iter().filter(|text| kind.takes(text));
        kind.different(taken) >= least && kind.tells(texts)
    })
}

fn is_numeric(data: &[(u64, Vec<String>)], place: usize) -> bool {
    let mut numbers = 0;
    let mut filled = 0;
    for (_, row) in data.iter().take(50) {
        match row.get(place).map_or(Content::Blank, |cell| read(cell)) {
            Content::Number(_) => {
                numbers += 1;
                filled += 1;
            }
            Content::Text(_) => filled += 1,
            Content::Blank | Content::Mark(_) => {}
        }
    }
    // A footnote or two under a short table does not make its column one of text.
    numbers > 0 && numbers * 4 >= filled * 3
}

/// How many bytes of the texts are the same up to and with the last " - " or ": ".
fn common_prefix(texts: &[&str]) -> usize {
    let Some((first, rest)) = texts.split_first() else {
        return 0;
    };
    let mut same = first.len();
    for text in rest {
        let shared = first
            .bytes()
            .zip(text.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        same = same.min(shared);
    }
    while !first.is_char_boundary(same) {
        same -= 1;
    }
    [" - ", " – ", ": "]
        .iter()
        .filter_map(|mark| first[..same].rfind(mark).map(|at| at + mark.len()))
        .max()
        .unwrap_or(0)
}
