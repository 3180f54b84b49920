//! A sentence for each measure: what its figure says here, and how surely.

use crate::answer::cell::{Figure, Outcome};
use crate::answer::section::{Contrast, Measured, Section};
use crate::core::measure::{Complexity, Measure, Null, Ordering};
use crate::core::units::{Polarity, Unit};

use super::figure::{amount, is_least};
use super::interpretation::interpretation;
use super::number::{bare, with_unit};
use super::side::{among, people_of};

pub(super) const NO_INTERVAL: &str = "It has no interval, so how sure it is cannot be said.";
pub(super) const NOTHING_FOLLOWS: &str =
    "Nothing can be concluded from this, neither a gap nor equality.";

/// What the figure of a measure over all groups says here.
pub fn of_measure(section: &Section, measured: &Measured) -> String {
    let Some((figure, value)) = given(&measured.figure) else {
        return NOTHING_FOLLOWS.to_owned();
    };
    let polarity = section.indicator.polarity;
    let verdict = verdict(
        measured.measure,
        figure,
        polarity,
        section.dimension.ordered,
    );
    let said = interpretation(measured.measure, figure, value, polarity)
        .unwrap_or_else(|| equality(measured.measure, figure));
    format!("{said} {verdict}").trim().to_owned()
}

/// What a difference of two sides says.
pub fn of_difference(section: &Section, contrast: &Contrast) -> String {
    let Some((figure, value)) = given(&contrast.difference) else {
        return NOTHING_FOLLOWS.to_owned();
    };
    let (first, second) = (&contrast.worse_off.label, &contrast.better_off.label);
    let (high, low) = if value < 0.0 {
        (second, first)
    } else {
        (first, second)
    };
    let size = amount(figure, value);
    let meaning = match section.indicator.unit {
        Unit::Percent if value.abs() >= 0.1 => format!(
            "That is about {} more in every 1,000 people {}.",
            bare((value * 10.0).abs(), 0),
            among(high)
        ),
        _ => String::new(),
    };
    let said = if is_least(figure, value) {
        format!("The two figures are {size} apart.")
    } else {
        format!(
            "The figure is {size} higher {} than {}.",
            among(high),
            among(low)
        )
    };
    [said, meaning, two_sides(figure, 0.0, contrast)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a ratio of two sides says; `what` is "the figure" or "the share without".
pub fn of_ratio(outcome: &Outcome, contrast: &Contrast, what: &str) -> String {
    let Some((figure, value)) = given(outcome) else {
        return NOTHING_FOLLOWS.to_owned();
    };
    format!(
        "For {}, {what} is {} times that of {}. {}",
        people_of(&contrast.worse_off.label),
        bare(value, figure.places),
        people_of(&contrast.better_off.label),
        two_sides(figure, 1.0, contrast)
    )
}

fn given(outcome: &Outcome) -> Option<(&Figure, f64)> {
    let figure = outcome.as_ref().ok()?;
    figure.shown().map(|(value, _)| (figure, value))
}

/// How surely a measure points which way. A measure of spread has no way to point.
fn verdict(measure: &Measure, figure: &Figure, polarity: Polarity, ordered: bool) -> String {
    let Null::At(null) = measure.null else {
        return "It describes the groups; it is not the size of a gap.".to_owned();
    };
    let null = null * figure.unit.factor();
    let Some((_, Some((lower, upper)))) = figure.shown() else {
        return NO_INTERVAL.to_owned();
    };
    let spread =
        measure.complexity == Complexity::Complex && measure.ordering == Ordering::Unordered;
    let against = ordered && polarity != Polarity::Neutral && !spread;
    let said = if lower <= null && null <= upper {
        return unsure(null, figure, spread);
    } else if spread {
        "The whole interval lies to one side of equality: the groups differ."
    } else if against && lower > null {
        "The whole interval points to a gap against the disadvantaged."
    } else if against {
        "The whole interval points to a gap the other way, in favour of the disadvantaged."
    } else {
        "The whole interval lies to one side of equality."
    };
    said.to_owned()
}

fn two_sides(figure: &Figure, null: f64, contrast: &Contrast) -> String {
    let Some((_, Some((lower, upper)))) = figure.shown() else {
        return NO_INTERVAL.to_owned();
    };
    if lower > null {
        format!(
            "Throughout the interval it is higher {}.",
            among(&contrast.worse_off.label)
        )
    } else if upper < null {
        format!(
            "Throughout the interval it is higher {}.",
            among(&contrast.better_off.label)
        )
    } else {
        unsure(null, figure, false)
    }
}

/// That the interval holds equality, and what therefore cannot be said.
pub(super) fn unsure(null: f64, figure: &Figure, spread: bool) -> String {
    let open = if spread {
        "whether the groups differ"
    } else {
        "which way the gap runs"
    };
    let equality = bare(
        null,
        if null == 0.0 {
            0
        } else {
            figure.places.clamp(0, 1)
        },
    );
    format!(
        "The interval includes {equality}, which would be equality: these figures cannot say {open}."
    )
}

/// What equality would be, where the measure is one of inequality.
fn equality(measure: &Measure, figure: &Figure) -> String {
    let Null::At(null) = measure.null else {
        return String::new();
    };
    let shown = null * figure.unit.factor();
    let null = with_unit(shown, figure.unit, i8::from(shown.fract() != 0.0));
    format!("Equality would be {null}.")
}
