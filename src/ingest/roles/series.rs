//! The plan's series and indicators: what is added up, and what is made of it.

pub use super::asked::Asked;
use super::choose::{Kind, best};
use super::facts::{Facts, said};
use super::items;
use super::known;
use super::paired;
use crate::core::histogram::MICRO;
use crate::core::indicator::Indicator;
use crate::core::plan::{Answers, Only, Outcome, Role, Series, Shape};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::indicators::counts::Sizes;
use crate::nhs::indicators::scale::Numbers;
use crate::nhs::indicators::{bands, counts, given, records};
use crate::nhs::{outcomes, waits};

/// Names of columns that name the indicator of each row.
pub(super) const INDICATORS: &str = "indicator indicatorname measure metricname measurename item items question vaccine vaccination \
     antigen dataitem variable statistic countof element dataelement currency check checks careprocess";

/// Whether a column of this name says what each row measures.
pub fn names_indicators(column: &str) -> bool {
    let squeezed: String = said(column).split(' ').collect();
    INDICATORS.split(' ').any(|name| name == squeezed)
}

/// Rows and facts of the columns, where they are known; both empty when a plan is made again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'a> {
    /// Facts of each column.
    pub facts: &'a [Facts<'a>],
    /// The tidy rows looked at.
    pub rows: &'a [Vec<&'a str>],
    /// What stands above the table.
    pub above: &'a [&'a str],
}

impl<'a> Seen<'a> {
    /// The different texts of a column.
    pub fn texts(&self, at: usize) -> &[&'a str] {
        self.facts
            .get(at)
            .map_or(&[], |facts| facts.texts.as_slice())
    }

    /// The first text of the column with one of these names.
    fn first_of(&self, names: &str) -> Option<&'a str> {
        self.facts
            .iter()
            .find(|facts| facts.is_named(names))?
            .texts
            .first()
            .copied()
    }
}

/// The outcome, series and indicators of a kind of file.
///
/// # Errors
/// A sentence when the bands or counts make no figure.
pub fn ask(kind: &Kind, columns: &[ColumnFinding], seen: Seen) -> Result<Asked, String> {
    let name = |at: usize| columns[at].name.clone();
    let plain = |at: usize| Series {
        name: name(at),
        column: name(at),
        only: None,
    };
    match kind {
        Kind::BandColumns(list) => {
            let kinds: Vec<_> = list
                .iter()
                .map(|&at| waits::band(&columns[at].name))
                .collect();
            sums(
                Shape::Counts,
                list.iter().map(|&at| plain(at)).collect(),
                bands::of(&kinds).unwrap_or_default(),
            )
        }
        Kind::BandRows(band, count) => {
            let texts: Vec<&str> = seen
                .texts(*band)
                .iter()
                .copied()
                .filter(|text| waits::band(text).is_some())
                .collect();
            if texts.is_empty() {
                return of_items(&columns[*band], &columns[*count], seen, (*band, *count));
            }
            let kinds: Vec<_> = texts.iter().map(|text| waits::band(text)).collect();
            let series = texts
                .iter()
                .map(|text| Series {
                    name: (*text).to_owned(),
                    column: name(*count),
                    only: Some(Only {
                        column: name(*band),
                        text: (*text).to_owned(),
                    }),
                })
                .collect();
            sums(Shape::Counts, series, bands::of(&kinds).unwrap_or_default())
        }
        Kind::Fraction(numerator, denominator) => {
            let (above, below) = (&columns[*numerator].name, &columns[*denominator].name);
            let Some(sizes) = paired::sizes(seen.rows, *numerator, *denominator) else {
                return Err(paired::turned_round(above, below));
            };
            let indicator = counts::of(above, below, sizes, (0, 1));
            sums(
                Shape::Counts,
                vec![plain(*numerator), plain(*denominator)],
                vec![indicator],
            )
        }
        Kind::Given(value) => given(*value, columns, seen),
        Kind::Parts(with, without) => {
            let indicator = counts::of_parts(&columns[*with].name, &columns[*without].name);
            sums(
                Shape::Counts,
                vec![plain(*with), plain(*without)],
                vec![indicator],
            )
        }
        Kind::Counted(at) => {
            let items = columns.iter().zip(seen.facts);
            let mut of = items.filter(|(column, _)| {
                column.role == Role::SetAside && names_indicators(&column.name)
            });
            let counted = match of.next() {
                Some((_, facts)) if facts.texts.len() == 1 => facts.texts[0].to_owned(),
                _ => name(*at),
            };
            sums(
                Shape::Counts,
                vec![plain(*at)],
                vec![counts::of_total(&counted, 0)],
            )
        }
        Kind::Records(at) if columns[*at].role == Role::YesNo => Ok(of_answers(columns, *at)),
        Kind::Records(at) => Ok(of_number(&columns[*at])),
    }
}

/// Items in rows: each that counts some, of the one that counts everyone; else each as a part of its total.
fn of_items(
    item: &ColumnFinding,
    count: &ColumnFinding,
    seen: Seen,
    (at, amount): (usize, usize),
) -> Result<Asked, String> {
    let shown = || Facts::of(&item.name, item.texts.iter().map(String::as_str));
    let none = Facts::default();
    let (facts, amounts) = match (seen.facts.get(at), seen.facts.get(amount)) {
        (Some(facts), Some(amounts)) => (facts.clone(), amounts),
        _ => (shown(), &none),
    };
    let keys = seen.facts.iter().enumerate();
    let keys = keys.filter(|(place, key)| ![at, amount].contains(place) && key.numbers == 0);
    let keys: Vec<&Facts> = keys.map(|(_, key)| key).collect();
    let pairs = items::pairs(&facts, amounts, &keys);
    let mut series: Vec<Series> = Vec::new();
    let mut place = |text: &str| -> usize {
        let known = series.iter().position(|one| one.name == text);
        known.unwrap_or_else(|| {
            series.push(Series {
                name: text.to_owned(),
                column: count.name.clone(),
                only: Some(Only {
                    column: item.name.clone(),
                    text: text.to_owned(),
                }),
            });
            series.len() - 1
        })
    };
    let of_pair = |pair: &items::Pair| {
        let places = (place(&pair.some), place(&pair.everyone));
        Indicator {
            definition: format!(
                "The rows with \u{201c}{}\u{201d} in \u{201c}{}\u{201d} divided by those with \u{201c}{}\u{201d}, by \
                 the column \u{201c}{}\u{201d}.",
                pair.some, item.name, pair.everyone, count.name
            ),
            ..counts::of(&pair.some, &pair.everyone, Sizes::default(), places)
        }
    };
    let made: Vec<Indicator> = if pairs.is_empty() {
        let texts = facts.texts.iter();
        texts
            .map(|text| counts::of_total(text, place(text)))
            .collect()
    } else {
        pairs.iter().map(of_pair).collect()
    };
    let numbered = made.into_iter().enumerate().map(|(order, made)| Indicator {
        id: if order == 0 {
            made.id
        } else {
            format!("{}-{}", made.id, order + 1)
        },
        ..made
    });
    let indicators = numbered.collect();
    sums(Shape::Counts, series, indicators)
}

/// The value of each group with all that belongs to it; and further values, where the file gives several
/// with nothing beside any of them.
fn given(value: usize, columns: &[ColumnFinding], seen: Seen) -> Result<Asked, String> {
    let plain = |at: usize| Series {
        name: columns[at].name.clone(),
        column: columns[at].name.clone(),
        only: None,
    };
    let mut series = vec![plain(value)];
    let mut add = |at: usize| {
        series.push(plain(at));
        series.len() - 1
    };
    let limits = best(columns, Role::Lower).zip(best(columns, Role::Upper));
    let limits = limits.map(|(lower, upper)| (add(lower), add(upper)));
    let standard_error = best(columns, Role::StandardError).map(&mut add);
    let population = best(columns, Role::Population).or(best(columns, Role::Denominator));
    let population = population.map(&mut add);
    let several = limits
        .or(standard_error.map(|error| (error, error)))
        .is_none()
        && !columns.iter().any(|column| names_indicators(&column.name));
    let others = (0..columns.len())
        .filter(|&at| several && at != value && columns[at].role == Role::Value)
        .map(|at| (at, add(at)))
        .collect::<Vec<_>>();
    let favourable = seen
        .first_of("favourableindicator")
        .map(|text| text.starts_with('1'));
    let indicator = |(at, place): (usize, usize)| {
        let parts = given::Parts {
            value: place,
            limits,
            standard_error,
            population,
        };
        let named = seen.indicator();
        let numbers = numbers(&columns[at], seen.facts.get(at));
        let made = given::of(
            &columns[at].name,
            named,
            favourable,
            numbers,
            (seen.unit(), parts),
        );
        Indicator {
            id: if place == 0 {
                made.id
            } else {
                format!("{}-{}", made.id, place + 1)
            },
            ..made
        }
    };
    let values = std::iter::once((value, 0)).chain(others);
    let indicators = values.map(indicator).collect();
    sums(Shape::Estimates, series, indicators)
}

/// The numbers of a column: those looked at, or the few that are shown as examples.
fn numbers(column: &ColumnFinding, facts: Option<&Facts>) -> Option<Numbers> {
    let shown = || Facts::of(&column.name, column.examples.iter().map(String::as_str));
    let facts = facts.map_or_else(shown, Clone::clone);
    let whole = |micro: i64| micro as f64 / MICRO as f64;
    (facts.numbers > 0).then(|| Numbers {
        least: whole(facts.least),
        greatest: whole(facts.greatest),
        signed: facts.percents == facts.numbers,
    })
}

fn sums(shape: Shape, series: Vec<Series>, indicators: Vec<Indicator>) -> Result<Asked, String> {
    if indicators.is_empty() {
        return Err(
            "The counts have no total to divide by, or no band that the app knows. Say which \
                    columns are the numerator and the denominator."
                .into(),
        );
    }
    Ok(Asked {
        shape,
        outcomes: vec![Outcome::Sums(series)],
        indicators,
    })
}

/// What one number of each record gives.
fn of_number(column: &ColumnFinding) -> Asked {
    let name = column.name.clone();
    let (outcome, indicators) = match column.role {
        Role::WeeksWaited | Role::DaysWaited => (
            Outcome::Wait {
                column: name,
                days: column.role == Role::DaysWaited,
            },
            records::waits(),
        ),
        _ => (
            Outcome::Number {
                column: name.clone(),
            },
            records::number(&name),
        ),
    };
    Asked {
        shape: Shape::Records,
        outcomes: vec![outcome],
        indicators,
    }
}

/// The share of yes in every column of answers, the one at `first` before the others.
fn of_answers(columns: &[ColumnFinding], first: usize) -> Asked {
    let others = (0..columns.len()).filter(|&at| at != first && columns[at].role == Role::YesNo);
    let places = std::iter::once(first).chain(others);
    let (outcomes, indicators) = each_answer(columns, places).unzip();
    Asked {
        shape: Shape::Records,
        outcomes,
        indicators,
    }
}

/// The share of yes in the columns at these places.
fn each_answer(
    columns: &[ColumnFinding],
    places: impl Iterator<Item = usize>,
) -> impl Iterator<Item = (Outcome, Indicator)> {
    places.enumerate().map(|(place, at)| {
        let (outcome, made) = of_answer(&columns[at]);
        let indicator = Indicator {
            id: if place == 0 {
                made.id
            } else {
                format!("{}-{}", made.id, place + 1)
            },
            outcome: place,
            ..made
        };
        (outcome, indicator)
    })
}

/// What known indicators ask of a file, with all columns of answers that they do not take for themselves.
pub fn ask_known(columns: &[ColumnFinding]) -> Option<Asked> {
    known::ask(columns, |taken| {
        let answers =
            (0..columns.len()).filter(|at| columns[*at].role == Role::YesNo && !taken.contains(at));
        each_answer(columns, answers).collect()
    })
}

/// The share of yes, where the answers are words with the words that count.
fn of_answer(column: &ColumnFinding) -> (Outcome, Indicator) {
    let said = |wanted: bool| -> Vec<&str> {
        let texts = column.examples.iter().map(String::as_str);
        texts
            .filter(|text| outcomes::answer(text) == Some(wanted))
            .collect()
    };
    let (yes, no) = (said(true), said(false));
    let (answers, indicators) = if yes.is_empty() && no.is_empty() {
        (Answers::Marks, records::yes_no(&column.name))
    } else {
        (Answers::Words, records::in_words(&column.name, &yes, &no))
    };
    let outcome = Outcome::YesNo {
        column: column.name.clone(),
        answers,
    };
    (outcome, indicators)
}
