//! Two sides set against each other in one sentence: who fares worse, by how much, how surely, when.

use crate::answer::cell::{Figure, Outcome};
use crate::answer::section::{Contrast, Section};
use crate::core::units::{Polarity, Unit};

use super::figure;
use super::number::{bare, with_unit};
use super::side::{
    Direction, Leaning, among, capital, clause, direction, first_fares_worse, is_share, is_wait,
    people_of,
};

/// The sentence. `when` stands in brackets where there is something to say about the period.
pub(super) fn comparison(section: &Section, contrast: &Contrast, when: Option<&str>) -> String {
    let when = when.map_or_else(String::new, |when| format!(" ({when})"));
    let Some((difference, by)) = shown(&contrast.difference) else {
        return not_compared(contrast, &when);
    };
    let direction = direction(contrast);
    if direction.leaning == Leaning::Unsure {
        return format!(
            "{}{when}: {}.",
            unsure(section, contrast),
            both(section, contrast)
        );
    }
    let first_worse = first_fares_worse(direction.leaning, section.indicator.polarity);
    let gap = [
        Some(absolute(section, difference, by)),
        relative(section, contrast),
    ];
    let gap = gap.into_iter().flatten().collect::<Vec<_>>().join(", or ");
    let gap =
        without(section, contrast).map_or_else(|| gap.clone(), |without| format!("{gap}{without}"));
    let (first, second) = (&contrast.worse_off, &contrast.better_off);
    let than = format!(
        "compared with {} {}",
        figure::value(&second.value),
        among(&second.label)
    );
    let said = match first_worse {
        Some(true) => {
            let said = clause(section, first, "them");
            format!("{}{when}: {said}, {than}", worse(section, &first.label))
        }
        Some(false) => {
            let said = clause(section, first, &people_of(&first.label));
            let of_whom = if is_share(section) {
                said
            } else {
                format!("{}, {said}", among(&first.label))
            };
            format!("{}{when}: {of_whom}, {than}", worse(section, &second.label))
        }
        None => {
            let said = clause(section, first, &section.indicator.population);
            format!("{}, {said}, {than}{when}", among(&first.label))
        }
    };
    let said = if direction.with_interval {
        capital(&said)
    } else {
        format!("As far as these figures go, {said}")
    };
    format!("{said}; that is {gap}.")
}

/// Whether the comparison has an interval to say how sure it is.
pub(super) fn has_interval(contrast: &Contrast) -> bool {
    let Direction { with_interval, .. } = direction(contrast);
    with_interval
}

/// "people in the most deprived fifth wait longer".
fn worse(section: &Section, side: &str) -> String {
    let verb = if is_wait(&section.indicator) {
        "wait longer"
    } else {
        "fare worse"
    };
    format!("{} {verb}", people_of(side))
}

/// That it cannot be said who fares worse.
fn unsure(section: &Section, contrast: &Contrast) -> String {
    let [first, second] = [&contrast.worse_off, &contrast.better_off].map(|side| &side.label);
    if section.indicator.polarity == Polarity::Neutral {
        return format!(
            "These figures cannot say whether the figure is higher {} or {}",
            among(first),
            among(second)
        );
    }
    let (one, verb) = (people_of(first), worse(section, second));
    format!("These figures cannot say whether {one} or {verb}")
}

/// Both values and how far they lie apart, taking neither side.
fn both(section: &Section, contrast: &Contrast) -> String {
    let [first, second] =
        [&contrast.worse_off, &contrast.better_off].map(|side| figure::value(&side.value));
    let verb = &section.indicator.verb;
    let values = if is_share(section) {
        format!("{first} and {second} {verb}")
    } else {
        format!("{} {first} and {second}", super::number::lowered(verb))
    };
    let difference = shown(&contrast.difference).map(|(difference, by)| {
        let size = if is_nothing(difference, by) {
            figure::amount(difference, by)
        } else {
            with_unit(by, difference.unit, difference.places)
        };
        format!(
            "a difference of {size}{}",
            in_brackets(difference, false, true)
        )
    });
    let ratio = shown(&contrast.ratio)
        .filter(|(ratio, _)| ratio.limits.is_ok())
        .map(|(ratio, times)| {
            let limits = in_brackets(ratio, false, false);
            format!("a ratio of {}{limits}", bare(times, ratio.places))
        });
    let apart = [difference, ratio]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" and ");
    format!("{values}, {apart}")
}

/// "1.9 percentage points lower (95% interval 1.7 to 2.0)".
fn absolute(section: &Section, difference: &Figure, by: f64) -> String {
    let size = figure::amount(difference, by);
    let way = way(section, by < 0.0);
    format!("{size} {way}{}", in_brackets(difference, by < 0.0, true))
}

/// "1.46 times as high (1.38 to 1.54)", "11% lower (10% to 12%)"; nothing without a ratio, or where the
/// share of those without says more.
fn relative(section: &Section, contrast: &Contrast) -> Option<String> {
    if contrast.ratio_without.is_some() {
        return None;
    }
    let (ratio, times) = shown(&contrast.ratio).filter(|(_, times)| *times > 0.0)?;
    if times >= 1.0 {
        let limits = in_brackets(ratio, false, false);
        let high = if is_long(section) { "long" } else { "high" };
        return Some(format!(
            "{} times as {high}{limits}",
            bare(times, ratio.places)
        ));
    }
    let places = (ratio.places - 2).max(0);
    let less = |times: f64| format!("{}%", bare(100.0 * (1.0 - times), places));
    let limits = ratio.shown().and_then(|(_, limits)| limits);
    let limits = limits.map_or_else(String::new, |(lower, upper)| {
        format!(" ({} to {})", less(upper), less(lower))
    });
    let way = way(section, true);
    let terms = if is_share(section) {
        " in relative terms"
    } else {
        ""
    };
    Some(format!("{} {way}{terms}{limits}", less(times)))
}

/// Where more is better, the gap among those without it: that share is what a service can act on.
fn without(section: &Section, contrast: &Contrast) -> Option<String> {
    let (ratio, times) = shown(contrast.ratio_without.as_ref()?)?;
    let who = match section.indicator.verb.split(' ').next() {
        Some(verb @ ("had" | "were" | "was" | "did")) => format!("who {verb} not"),
        _ => "without".to_owned(),
    };
    let limits = in_brackets(ratio, false, false);
    Some(format!(
        ", and the share {who} is {} times as high{limits}",
        bare(times, ratio.places)
    ))
}

fn way(section: &Section, lower: bool) -> &'static str {
    match (is_long(section), lower) {
        (true, true) => "shorter",
        (true, false) => "longer",
        (false, true) => "lower",
        (false, false) => "higher",
    }
}

/// Whether the figure is a stretch of time.
fn is_long(section: &Section) -> bool {
    matches!(section.indicator.unit, Unit::Weeks | Unit::Years)
}

fn is_nothing(figure: &Figure, value: f64) -> bool {
    value.abs() < 10f64.powi(-i32::from(figure.places)) / 2.0
}

/// The interval as it reads beside a size, with a space before it: for a lower side with its signs
/// turned; nothing where there is none.
pub(super) fn in_brackets(figure: &Figure, turned: bool, named: bool) -> String {
    let (Ok(with), Some((_, Some((lower, upper))))) = (&figure.limits, figure.shown()) else {
        return String::new();
    };
    let limits = if turned {
        (-upper, -lower)
    } else {
        (lower, upper)
    };
    if named {
        format!(" {}", figure::interval(with.level, limits, figure.places))
    } else {
        format!(" ({})", figure::range(limits, figure.places))
    }
}

/// A figure that is neither refused nor hidden, with its value.
pub(super) fn shown(outcome: &Outcome) -> Option<(&Figure, f64)> {
    let figure = outcome.as_ref().ok()?;
    figure.shown().map(|(value, _)| (figure, value))
}

fn not_compared(contrast: &Contrast, when: &str) -> String {
    let sides = format!(
        "{} with {}",
        people_of(&contrast.worse_off.label),
        people_of(&contrast.better_off.label)
    );
    match &contrast.difference {
        Ok(_) => format!(
            "There are too few people to compare {sides}{when}: counts are hidden, so that nobody can be \
             recognised."
        ),
        Err(refusal) => format!("These figures cannot compare {sides}{when}. {refusal}"),
    }
}
