//! A figure in words: value, interval and method, or what stands in their place.

use crate::answer::cell::{Figure, Outcome};
use crate::core::refusal::Refusal;
use crate::core::units::Level;

use super::number::{HIDDEN, HIDDEN_BY_PUBLISHER, NO_FIGURE, bare, lowered, with_unit};

/// The value alone: "2.1%", "hidden", "hidden by the publisher", "no figure".
pub fn value(outcome: &Outcome) -> String {
    let figure = match outcome {
        Ok(figure) => figure,
        Err(Refusal::Suppressed) => return HIDDEN_BY_PUBLISHER.to_owned(),
        Err(_) => return NO_FIGURE.to_owned(),
    };
    figure.shown().map_or_else(
        || HIDDEN.to_owned(),
        |(value, _)| with_unit(value, figure.unit, figure.places),
    )
}

/// The limits alone, without unit: "2.0 to 2.2", "hidden", "none".
pub fn limits(outcome: &Outcome) -> String {
    let Ok(figure) = outcome else {
        return value(outcome);
    };
    match (figure.shown(), &figure.limits) {
        (None, _) => HIDDEN.to_owned(),
        (Some((_, Some(limits))), _) => range(limits, figure.places),
        (Some(_), _) => "none".to_owned(),
    }
}

/// Value and limits in brackets, for the end of a row: "2.1% (2.0 to 2.2)".
pub fn short(outcome: &Outcome) -> String {
    let value = value(outcome);
    match outcome.as_ref().ok().and_then(Figure::shown) {
        Some((_, Some(limits))) => {
            let places = outcome.as_ref().map_or(0, |figure| figure.places);
            format!("{value} ({})", range(limits, places))
        }
        _ => value,
    }
}

/// Everything of a figure: value, interval with level, method; or the sentence in its place.
///
/// ```
/// use equal_measure::core::refusal::Refusal;
/// use equal_measure::present::figure::full;
/// assert_eq!(full(&Err(Refusal::Suppressed)), Refusal::Suppressed.to_string());
/// ```
pub fn full(outcome: &Outcome) -> String {
    let figure = match outcome {
        Ok(figure) => figure,
        Err(refusal) => return refusal.to_string(),
    };
    let Some((value, limits)) = figure.shown() else {
        return why_hidden(figure);
    };
    let said = with_unit(value, figure.unit, figure.places);
    let method = figure.method;
    match (&figure.limits, limits) {
        (Ok(with), Some(limits)) => {
            let range = range(limits, figure.places);
            format!("{said} ({} interval {range}; {method})", with.level)
        }
        (Err(Refusal::NoInterval { why }), _) => format!("{said} ({method}; {why})"),
        (Err(Refusal::Undefined { why }), _) => format!("{said} ({method}; no interval: {why})"),
        (Err(refusal), _) => format!(
            "{said} ({method}; no interval: {})",
            lowered(refusal.to_string().trim_end_matches('.'))
        ),
        (Ok(_), None) => format!("{said} ({method}; interval hidden)"),
    }
}

/// "(95% interval 2.0 to 2.2)".
pub fn interval(level: Level, limits: (f64, f64), places: i8) -> String {
    format!("({level} interval {})", range(limits, places))
}

/// The reason that a hidden figure gives, as a sentence.
pub fn why_hidden(figure: &Figure) -> String {
    let why = figure.value.why().map_or("", |why| why.words());
    format!("Hidden: {why}.")
}

/// "2.0 to 2.2".
pub fn range((lower, upper): (f64, f64), places: i8) -> String {
    format!("{} to {}", bare(lower, places), bare(upper, places))
}

/// Whether there is a figure to show: neither refused nor hidden.
pub fn is_given(outcome: &Outcome) -> bool {
    outcome
        .as_ref()
        .is_ok_and(|figure| figure.shown().is_some())
}

/// Whether a difference rounds to nothing.
pub fn is_least(figure: &Figure, value: f64) -> bool {
    value.abs() < least(figure) / 2.0
}

/// A one in the last decimal of a figure.
fn least(figure: &Figure) -> f64 {
    10f64.powi(-i32::from(figure.places))
}

/// The size of a difference; one that rounds to nothing is "less than" the last decimal.
pub fn amount(figure: &Figure, value: f64) -> String {
    if is_least(figure, value) {
        let least = least(figure);
        return format!("less than {}", with_unit(least, figure.unit, figure.places));
    }
    with_unit(value.abs(), figure.unit, figure.places)
}
