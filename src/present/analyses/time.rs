//! How a gap has moved: larger or smaller, against whom, by how much and how surely. The sign of a change
//! never says it alone.

use crate::answer::cell::Figure;
use crate::answer::section::{Contrast, Entry, Found, Results, Rows, Section};
use crate::core::analysis::{ColumnKind, Quantity};
use crate::core::units::{Polarity, Unit};

use super::difference::{difference_between, holds_differences};
use super::words;
use crate::present::comparison::in_brackets;
use crate::present::number::with_unit;
use crate::present::reading::NO_INTERVAL;
use crate::present::side::{among, capital, people_of};

/// Said where the interval of a change holds none.
const NO_CHANGE: &str =
    "the interval includes no change: these figures cannot say whether the gap changed";

/// A figure of one period.
pub(super) struct End<'a> {
    /// The period.
    pub(super) label: String,
    /// The value in shown units.
    pub(super) value: f64,
    figure: &'a Figure,
}

/// The first and last of a column that `passes`, among the rows that give one.
pub(super) fn ends(
    rows: &Rows,
    passes: impl Fn(&ColumnKind, Unit) -> bool,
) -> Option<[End<'_>; 2]> {
    let mut columns = rows.columns.iter();
    let at = columns.position(|(kind, unit)| passes(kind, *unit))?;
    let given = rows.rows.iter().filter_map(|(name, cells)| {
        let Entry::Figure(Ok(figure)) = cells.get(at)? else {
            return None;
        };
        Some(End {
            label: words::row(name),
            value: figure.shown()?.0,
            figure,
        })
    });
    let mut given: Vec<End<'_>> = given.collect();
    let last = given.pop()?;
    Some([given.into_iter().next()?, last])
}

fn of_tables(results: &Results, passes: fn(&ColumnKind, Unit) -> bool) -> Option<[End<'_>; 2]> {
    results.tables.iter().find_map(|rows| ends(rows, passes))
}

/// How a gap ran at both ends, measured from its value at equality.
#[derive(Clone, Copy, PartialEq)]
enum Course {
    /// On the same side: 1 where the first side is higher, −1 where it is lower.
    Same(f64),
    /// From one side of equality to the other.
    Turned,
}

fn course(from: f64, to: f64) -> Course {
    if from * to < 0.0 {
        Course::Turned
    } else if from + to < 0.0 {
        Course::Same(-1.0)
    } else {
        Course::Same(1.0)
    }
}

/// "From January 2024 to June 2025, the gap against …, compared with …, went from … to …. It got smaller …"
pub(super) fn lead(section: &Section, results: &Results) -> Option<String> {
    let contrast = section.contrasts.first()?;
    let [from, to] = of_tables(results, holds_differences)?;
    let course = course(from.value, to.value);
    let size = |end: &End<'_>| with_unit(end.value.abs(), end.figure.unit, end.figure.places);
    let gap = match course {
        Course::Same(sign) => {
            let both = format!("went from {} to {}", size(&from), size(&to));
            let (one, other) = (
                people_of(&contrast.worse_off.label),
                people_of(&contrast.better_off.label),
            );
            match fares_worse(section, sign) {
                Some(true) => format!("the gap against {one}, compared with {other}, {both}"),
                Some(false) => format!("the gap in favour of {one}, compared with {other}, {both}"),
                None => {
                    let between = difference_between(contrast);
                    format!("{between} {both}, {} at both times", higher(contrast, sign))
                }
            }
        }
        Course::Turned => {
            let [first, second] = [&from, &to].map(|end| {
                let side = toward(section, contrast, end.value);
                format!("{} {side}", size(end))
            });
            let between = difference_between(contrast);
            format!("{between} passed equality and reversed, from {first} to {second}")
        }
    };
    let said = format!("From {} to {}, {gap}.", from.label, to.label);
    let parts = [said, unsure_ends(&from, &to), by_how_much(results, course)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(parts.join(" "))
}

/// That a gap may have run either way at one end or at both.
fn unsure_ends(from: &End<'_>, to: &End<'_>) -> String {
    let holds = |end: &&&End<'_>| {
        let limits = end.figure.shown().and_then(|shown| shown.1);
        limits.is_some_and(|(lower, upper)| lower <= 0.0 && 0.0 <= upper)
    };
    let ends = [from, to];
    let open: Vec<&str> = ends
        .iter()
        .filter(holds)
        .map(|end| end.label.as_str())
        .collect();
    if open.is_empty() {
        return String::new();
    }
    format!(
        "In {} the interval of the gap includes equality, so that which way it ran then cannot be said.",
        open.join(" and in ")
    )
}

fn by_how_much(results: &Results, course: Course) -> String {
    let named = |found: &&Found| found.quantity == Quantity::ChangeOfDifference;
    let change = results.figures.iter().find(named);
    let change = change.and_then(|found| found.figure.as_ref().ok());
    let Some((figure, (value, limits))) = change.and_then(|figure| Some((figure, figure.shown()?)))
    else {
        return String::new();
    };
    let size = with_unit(value.abs(), figure.unit, figure.places);
    let brackets = in_brackets(figure, value < 0.0, true);
    let word = match course {
        Course::Same(sign) => format!("It got {} by", larger(sign * value)),
        Course::Turned => "It moved by".to_owned(),
    };
    let said = if with_unit(0.0, figure.unit, figure.places) == size {
        format!("It moved by less than these figures show{brackets}")
    } else {
        format!("{word} {size}{brackets}")
    };
    match (limits, course) {
        (None, _) => format!("{said}. {NO_INTERVAL}"),
        (Some((lower, upper)), _) if lower <= 0.0 && 0.0 <= upper => {
            format!("{said}, but {NO_CHANGE}.")
        }
        (Some(_), Course::Same(sign)) => {
            format!(
                "{said}; throughout the interval it got {}.",
                larger(sign * value)
            )
        }
        (Some(_), Course::Turned) => format!("{said}; throughout the interval it moved that way."),
    }
}

/// What one of the analysis's figures says; `None` for a figure that is not of a change.
pub(super) fn reading(section: &Section, results: &Results, found: &Found) -> Option<String> {
    let contrast = section.contrasts.first()?;
    let (figure, null) = (found.figure.as_ref().ok()?, null_of(&found.quantity)?);
    let (value, limits) = figure.shown()?;
    let relative = found.quantity == Quantity::ChangeOfRatio;
    let [from, to] = if relative {
        of_tables(results, |_, unit| unit == Unit::Ratio)?
    } else {
        of_tables(results, holds_differences)?
    };
    let said = [&from, &to].map(|end| with_unit(end.value, end.figure.unit, end.figure.places));
    let [first, last] = said;
    let stand = format!(
        "As the figures stand: {first} in {}, {last} in {}.",
        from.label, to.label
    );
    let verdict = match limits {
        None => NO_INTERVAL.to_owned(),
        Some((lower, upper)) if lower <= null && null <= upper => {
            format!("{}.", capital(NO_CHANGE))
        }
        Some(_) => {
            let moved = value - null;
            match course(from.value - null, to.value - null) {
                Course::Same(sign) => format!(
                    "Throughout the interval the gap got {}{}.",
                    larger(sign * moved),
                    ending(&found.quantity)
                ),
                Course::Turned => format!(
                    "The gap passed equality; throughout the interval it moved to run {}.",
                    toward(section, contrast, moved)
                ),
            }
        }
    };
    Some(format!("{stand} {verdict}"))
}

const fn null_of(quantity: &Quantity) -> Option<f64> {
    match quantity {
        Quantity::ChangeOfDifference | Quantity::ChangeAYear => Some(0.0),
        Quantity::ChangeOfRatio => Some(1.0),
        _ => None,
    }
}

const fn ending(quantity: &Quantity) -> &'static str {
    match quantity {
        Quantity::ChangeOfRatio => " in proportion",
        Quantity::ChangeAYear => " from year to year, along a straight line through all periods",
        _ => "",
    }
}

fn larger(change: f64) -> &'static str {
    if change < 0.0 { "smaller" } else { "larger" }
}

/// Whether the first side fares worse where its figure is higher (above 0) or lower by `gap`.
fn fares_worse(section: &Section, gap: f64) -> Option<bool> {
    match section.indicator.polarity {
        Polarity::Neutral => None,
        Polarity::MoreIsWorse => Some(gap >= 0.0),
        Polarity::MoreIsBetter => Some(gap < 0.0),
    }
}

/// "against people in …", "in favour of people in …", "higher among …".
fn toward(section: &Section, contrast: &Contrast, gap: f64) -> String {
    let first = people_of(&contrast.worse_off.label);
    match fares_worse(section, gap) {
        Some(true) => format!("against {first}"),
        Some(false) => format!("in favour of {first}"),
        None => higher(contrast, gap),
    }
}

fn higher(contrast: &Contrast, gap: f64) -> String {
    let side = if gap < 0.0 {
        &contrast.better_off
    } else {
        &contrast.worse_off
    };
    format!("higher {}", among(&side.label))
}
