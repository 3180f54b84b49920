//! Rows that are the sum of the others, under whatever name: told by words and by arithmetic.

use super::facts::Facts;
use super::strata::{Part, Rows};
use crate::core::dimension::Status;
use crate::core::histogram::MICRO;
use crate::core::plan::Role;
use crate::core::text::grouped;
use crate::ingest::outline::ColumnFinding;
use crate::nhs::{organisation, words};

/// Fewer parts than this add up to a number by chance.
const ENOUGH_PARTS: u32 = 4;
/// So many parts, in more than one sum, do not.
const PLENTY: u32 = 8;

/// A column of more texts than this is not looked through.
const MOST_TEXTS: usize = 1000;

/// Texts of one column whose rows are sums of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The column's place.
    pub at: usize,
    /// The texts.
    pub texts: Vec<String>,
    /// A sentence where they are not sure: words without sums, or sums without words.
    pub doubt: Option<String>,
    /// A sentence where the printed total is not what its parts add up to.
    pub odd: Option<String>,
}

/// What the words of a text say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// All of them together.
    Total,
    /// Perhaps all of them together.
    Perhaps,
    /// Nothing of the kind.
    Nothing,
}

/// How the counts of a text compare with the sum of the others.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// How many counts the sums are made of.
    parts: u32,
    /// How many sums there are.
    sums: u32,
    /// The first total that is not the sum of its parts, in millionths: itself, and the parts.
    odd: Option<(i128, i128)>,
}

impl Found {
    fn look(&mut self, total: Part, parts: &Whole, slack: i128) {
        let whole = parts.missing == 0 && total.missing == 0 && total.numbers > 0;
        if parts.texts < 2 || !whole || (total.sum, parts.sum) == (0, 0) {
            return;
        }
        self.parts += parts.numbers;
        self.sums += 1;
        if (total.sum - parts.sum).abs() > slack {
            self.odd = self.odd.or(Some((total.sum, parts.sum)));
        }
    }
}

/// Several parts together.
#[derive(Clone, Copy, Debug, Default)]
struct Whole {
    texts: u32,
    sum: i128,
    numbers: u32,
    missing: u32,
}

impl Whole {
    fn of<'a>(parts: impl Iterator<Item = &'a Part>) -> Self {
        parts.fold(Self::default(), |whole, part| Self {
            texts: whole.texts + 1,
            sum: whole.sum + part.sum,
            numbers: whole.numbers + part.numbers,
            missing: whole.missing + part.missing,
        })
    }

    const fn less(self, part: Part) -> Self {
        Self {
            texts: self.texts - 1,
            sum: self.sum - part.sum,
            numbers: self.numbers - part.numbers,
            missing: self.missing - part.missing,
        }
    }
}

/// Every column that divides people or places and holds such texts.
pub fn find(columns: &[ColumnFinding], facts: &[Facts]) -> Vec<Totals> {
    let Some(rows) = Rows::of(columns, facts) else {
        return Vec::new();
    };
    let divides = |at: &&usize| {
        matches!(
            columns[**at].role,
            Role::Dimension | Role::Group | Role::Organisation
        ) && (2..=MOST_TEXTS).contains(&facts[**at].texts.len())
    };
    let of = |&at: &usize| {
        let texts = rows.texts(at);
        let column = Column {
            at,
            said: texts.iter().map(|text| said(text, &facts[at])).collect(),
            texts,
            rows: &rows,
            name: facts[at].name,
            places: columns[at].role == Role::Organisation,
        };
        column.totals()
    };
    rows.keys.iter().filter(divides).filter_map(of).collect()
}

/// Asks about columns whose totals are not sure.
pub(super) fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    for totals in find(columns, facts) {
        if let Some(doubt) = totals.doubt {
            columns[totals.at].confidence = columns[totals.at].confidence.min(0.7);
            columns[totals.at].why = doubt;
        }
    }
}

/// One column, its texts by their numbers, and what they say.
struct Column<'a> {
    at: usize,
    rows: &'a Rows<'a>,
    texts: Vec<&'a str>,
    said: Vec<Said>,
    name: &'a str,
    places: bool,
}

impl Column<'_> {
    fn totals(&self) -> Option<Totals> {
        let mut totals = Totals {
            at: self.at,
            texts: Vec::new(),
            doubt: None,
            odd: None,
        };
        let mut left = vec![false; self.texts.len()];
        let (rows, at) = (self.rows, self.at);
        let others = rows.keys.iter().copied().filter(|&other| other != at);
        // Totals of parts of a table come first ("London total" under London), then those of all of it.
        let (told, apart): (Vec<usize>, Vec<usize>) =
            others.partition(|&other| rows.tells(at, other));
        let coarser = told.into_iter().filter(|&other| !rows.tells(other, at));
        let within: Vec<usize> = coarser.chain(apart.iter().copied()).collect();
        for apart in [&within, &apart] {
            loop {
                let sums = rows.part(at, apart, |text| !left[text as usize]);
                let found = self.best(&self.compare(&sums));
                if found.is_empty() {
                    break;
                }
                for text in found {
                    left[text] = true;
                    totals.texts.push(self.texts[text].to_owned());
                    if self.said[text] == Said::Nothing {
                        totals.doubt = Some(format!(
                            "\u{201c}{}\u{201d} is the sum of the other rows in every count; its name does not \
                             say so",
                            self.texts[text]
                        ));
                    }
                }
            }
        }
        let sums = rows.part(at, &apart, |text| !left[text as usize]);
        self.doubts(&self.compare(&sums), &left, &mut totals);
        (!totals.texts.is_empty() || totals.doubt.is_some() || totals.odd.is_some())
            .then_some(totals)
    }

    /// Words without sums, and sums without words.
    fn doubts(&self, found: &[Found], left: &[bool], totals: &mut Totals) {
        let by_words = self.said.iter().filter(|said| **said == Said::Total);
        // Where many groups are "all of" something, the word tells nothing.
        let few = by_words.count() <= 1 + self.texts.len() / 4;
        for (at, text) in self.texts.iter().enumerate().filter(|(at, _)| !left[*at]) {
            let (found, said) = (found[at], self.said[at]);
            if let (Some((total, parts)), Said::Total) = (found.odd, said) {
                totals.odd = Some(format!(
                    "The printed total \u{201c}{text}\u{201d} in \u{201c}{}\u{201d} is not what its parts add up \
                     to everywhere: it is {}, and the other rows make {}.",
                    self.name,
                    whole(total),
                    whole(parts)
                ));
            }
            let known = words::status(text) == Some(Status::Total)
                || self.places
                    && (organisation::is_england(text) || words::plain(text).starts_with("all "));
            if said == Said::Total && !known && self.texts.len() > 2 && few {
                totals.texts.push((*text).to_owned());
                totals.doubt = Some(format!(
                    "\u{201c}{text}\u{201d} sounds like a total, but the other rows do not add up to it"
                ));
            } else if said == Said::Nothing && found.odd.is_none() && found.parts >= ENOUGH_PARTS {
                totals.doubt = Some(format!(
                    "\u{201c}{text}\u{201d} may be a total: it is the sum of the other rows, but its name does not \
                     say so"
                ));
            }
        }
    }

    /// The texts that sums, and words if need be, tell to be totals.
    fn best(&self, found: &[Found]) -> Vec<usize> {
        let fits = |at: usize| {
            let enough = match self.said[at] {
                Said::Nothing => found[at].parts >= PLENTY && found[at].sums >= 2,
                _ => found[at].parts >= ENOUGH_PARTS,
            };
            found[at].odd.is_none() && enough
        };
        let of = |wanted: Said| (0..found.len()).filter(move |&at| self.said[at] == wanted);
        for wanted in [Said::Total, Said::Perhaps] {
            let fitting: Vec<usize> = of(wanted).filter(|&at| fits(at)).collect();
            if !fitting.is_empty() {
                return fitting;
            }
        }
        of(Said::Nothing).find(|&at| fits(at)).into_iter().collect()
    }

    /// How each text's counts compare with the sum of all others, or of those that no word calls a total.
    fn compare(&self, sums: &[Vec<Part>]) -> Vec<Found> {
        let mut of_all = vec![Found::default(); self.texts.len()];
        let mut of_rest = of_all.clone();
        for parts in sums {
            let is_part = |part: &&Part| self.said[part.text as usize] != Said::Total;
            let all = Whole::of(parts.iter());
            let rest = Whole::of(parts.iter().filter(is_part));
            for part in parts {
                let at = part.text as usize;
                let others = if is_part(&part) {
                    rest.less(*part)
                } else {
                    rest
                };
                of_all[at].look(*part, &all.less(*part), self.rows.slack(all.texts - 1));
                of_rest[at].look(*part, &others, self.rows.slack(others.texts));
            }
        }
        let better = |(all, rest): (&Found, &Found)| {
            if all.odd.is_none() && all.sums > 0 || rest.sums == 0 {
                *all
            } else {
                *rest
            }
        };
        of_all.iter().zip(&of_rest).map(better).collect()
    }
}

/// What a text says in its column.
fn said(text: &str, facts: &Facts) -> Said {
    let plain = words::plain(text);
    let list: Vec<&str> = plain.split(' ').collect();
    let is = |word: &str, list: &str| list.split(' ').any(|other| other == word);
    let (Some(first), Some(last)) = (list.first(), list.last()) else {
        return Said::Nothing;
    };
    let by_code = *last == "999" && list.len() <= 2 && is_of_specialties(facts);
    let begins =
        "total totals overall combined everyone persons national both grand subtotal aggregate";
    let by_end = is(first, begins) || is(last, "total totals overall combined");
    let all = *first == "all" && (list.len() == 1 || last.ends_with('s') || *last == "people");
    if by_code || (by_end || all) && !list.contains(&"other") || organisation::is_england(text) {
        return Said::Total;
    }
    let perhaps = "all any people persons sum whole england uk britain wales scotland cymru average trust system";
    let others = facts.texts.iter().filter(|other| **other != text);
    let joined = (2..=4).contains(&others.clone().count())
        && others.into_iter().all(|other| {
            let other = words::plain(other);
            !other.is_empty() && plain.contains(other.trim_end_matches('s'))
        });
    if joined || list.iter().any(|word| is(word, perhaps)) {
        Said::Perhaps
    } else {
        Said::Nothing
    }
}

/// Whether a column holds treatment functions, of which code 999 is all.
fn is_of_specialties(facts: &Facts) -> bool {
    ["treatment function", "specialty", "speciality", "tfc"]
        .iter()
        .any(|words| facts.said.contains(words))
        || facts.texts.iter().any(|text| text.starts_with("C_"))
}

fn whole(micro: i128) -> String {
    grouped(&(micro / i128::from(MICRO)).to_string())
}
