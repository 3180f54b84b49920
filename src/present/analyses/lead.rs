//! The sentence that says what an analysis found, made from its released figures.

use crate::answer::cell::Outcome;
use crate::answer::section::{Analysed, Contrast, Found, Results, Section};
use crate::core::analysis::{Caption, Drawn, Quantity, Setting};
use crate::core::measure::Null;

use super::difference::{difference_between, is_difference};
use super::limits::{funnel_points, outside};
use super::reading::verdict;
use super::{second, time, value, words};
use crate::present::comparison::in_brackets;
use crate::present::figure;
use crate::present::number::{lowered, plain, with_unit};
use crate::present::reading::NOTHING_FOLLOWS;
use crate::present::side::{capital, people_of};

/// What an analysis found, by what its leading figure is. Where that has no sentence of its own, or what the
/// sentence needs is not given, the figure's name says it.
pub(super) fn sentence(section: &Section, analysed: &Analysed, results: &Results) -> String {
    let leading = results.figures.first().map(|found| &found.quantity);
    let said = leading.and_then(|quantity| match quantity {
        Quantity::Difference(Setting::SameAges) => same_ages(section, results),
        Quantity::Difference(Setting::WithinParts { .. }) => within(section, analysed, results),
        Quantity::Difference(Setting::KnownOnly) => unknown(section, results),
        Quantity::ChangeOfDifference => time::lead(section, results),
        Quantity::PartOfRates { .. } => parts(section, analysed, results),
        Quantity::GapInLife { .. } => lives(section, results),
        Quantity::FarOutside => beyond(results),
        _ => None,
    });
    said.or_else(|| by_name(section, results))
        .unwrap_or_else(|| without_figures(results))
}

/// "Difference within each age, pooled: 0.9 percentage points (95% interval 0.7 to 1.1). The whole …"
fn by_name(section: &Section, results: &Results) -> Option<String> {
    let mut given = results.figures.iter();
    let found = given.find(|found| value(&found.figure).is_some())?;
    let name = words::quantity(&found.quantity);
    let said = format!("{}: {}.", capital(&name), with_limits(&found.figure)?);
    Some(
        format!("{said} {}", verdict(section, found))
            .trim()
            .to_owned(),
    )
}

/// Why the leading figure is not there, or which table says it where there is none.
fn without_figures(results: &Results) -> String {
    if let Some(found) = results.figures.first() {
        return format!(
            "Not given: {}. {} {NOTHING_FOLLOWS}",
            lowered(&words::quantity(&found.quantity)),
            figure::full(&found.figure)
        );
    }
    let tables = results.tables.iter().find(|rows| !rows.rows.is_empty());
    tables.map_or_else(String::new, |rows| {
        format!(
            "It is shown below: {}.",
            lowered(&words::caption(&rows.caption))
        )
    })
}

/// "1.0 percentage points (95% interval 0.9 to 1.1)".
pub(super) fn with_limits(outcome: &Outcome) -> Option<String> {
    let figure = outcome.as_ref().ok()?;
    let (value, _) = figure.shown()?;
    let said = with_unit(value, figure.unit, figure.places);
    Some(format!("{said}{}", in_brackets(figure, false, true)))
}

/// The difference of the two sides among people alike, where it is given.
pub(super) fn difference(results: &Results) -> Option<&Found> {
    given(results, |of| match of {
        Quantity::Difference(setting) => {
            matches!(setting, Setting::SameAges | Setting::WithinParts { .. })
        }
        _ => false,
    })
}

/// The first figure of these that is given.
fn given(results: &Results, is: impl Fn(&Quantity) -> bool) -> Option<&Found> {
    let mut figures = results.figures.iter();
    figures.find(|found| is(&found.quantity) && value(&found.figure).is_some())
}

/// "; as it stands, it is 1.0 percentage points".
fn as_it_stands(contrast: &Contrast) -> String {
    let figure = contrast.difference.as_ref().ok();
    let shown = figure.and_then(|figure| Some((figure, figure.shown()?.0)));
    shown.map_or_else(String::new, |(figure, value)| {
        let said = with_unit(value, figure.unit, figure.places);
        format!("; as it stands, it is {said}")
    })
}

fn same_ages(section: &Section, results: &Results) -> Option<String> {
    let (contrast, found) = (section.contrasts.first()?, difference(results)?);
    Some(format!(
        "If all groups had the same ages, {} would be {}{}. {}",
        difference_between(contrast),
        with_limits(&found.figure)?,
        as_it_stands(contrast),
        verdict(section, found)
    ))
}

fn within(section: &Section, analysed: &Analysed, results: &Results) -> Option<String> {
    let (contrast, found) = (section.contrasts.first()?, difference(results)?);
    Some(format!(
        "Where only people alike in {} are compared, {} is {}{}. {}",
        second(analysed),
        difference_between(contrast),
        with_limits(&found.figure)?,
        as_it_stands(contrast),
        verdict(section, found)
    ))
}

/// Whether the whole interval of a figure lies to one side of its null value, where it has both.
pub(super) fn is_beyond_chance(found: &Found) -> Option<bool> {
    let (Null::At(null), Ok(figure)) = (found.null, &found.figure) else {
        return None;
    };
    let null = null * figure.unit.factor();
    let (lower, upper) = figure.shown()?.1?;
    Some(null < lower || upper < null)
}

/// The figure of what goes with a different make-up, where it is given.
pub(super) fn composition(results: &Results) -> Option<&Found> {
    given(results, |of| matches!(of, Quantity::PartOfMakeUp { .. }))
}

fn parts(section: &Section, analysed: &Analysed, results: &Results) -> Option<String> {
    let contrast = section.contrasts.first()?;
    let composition = composition(results)?;
    let rates = given(results, |of| matches!(of, Quantity::PartOfRates { .. }))?;
    let whole = given(results, |of| matches!(of, Quantity::GapOverParts { .. }));
    let whole = whole.map_or_else(String::new, |found| {
        format!("; together they are {}", figure::value(&found.figure))
    });
    let second = second(analysed);
    Some(format!(
        "{} has two parts: {} goes with the groups' different make-up by {second}, and {} with \
         different figures for people alike in {second}{whole}.",
        capital(&difference_between(contrast)),
        with_limits(&composition.figure)?,
        with_limits(&rates.figure)?,
    ))
}

fn lives(section: &Section, results: &Results) -> Option<String> {
    let contrast = section.contrasts.first()?;
    let mut tables = results.tables.iter();
    tables.find(|rows| rows.caption == Caption::LifeExpectancy)?;
    let found = given(results, |of| matches!(of, Quantity::GapInLife { .. }))?;
    Some(format!(
        "At the death rates of these figures, the {} between {} and {} is {}. {}",
        lowered(&words::quantity(&found.quantity)),
        people_of(&contrast.worse_off.label),
        people_of(&contrast.better_off.label),
        with_limits(&found.figure)?,
        verdict(section, found)
    ))
}

/// How many of 100 lie outside limits of 95 % by chance alone.
const BY_CHANCE: f64 = 0.05;

fn beyond(results: &Results) -> Option<String> {
    let mut tables = results.tables.iter();
    let rows = tables.find(|rows| rows.drawn == Drawn::Funnel)?;
    let points = funnel_points(rows);
    let [inner, outer] = outside(&points);
    (!points.is_empty()).then(|| {
        let (all, of) = (points.len(), lowered(words::of(&rows.of)));
        let expected = (all as f64 * BY_CHANCE).round();
        let expected = if expected < 1.0 {
            "fewer than 1".to_owned()
        } else {
            format!("about {}", plain(expected, 0))
        };
        format!(
            "Of {all} {of}s, {} outside the 95% limits, {outer} of them outside the 99.8% limits too. By \
             chance alone {expected} of {all} would lie outside the 95% limits.",
            lie(inner + outer)
        )
    })
}

fn lie(places: usize) -> String {
    match places {
        0 => "none lies".to_owned(),
        1 => "1 lies".to_owned(),
        _ => format!("{places} lie"),
    }
}

fn unknown(section: &Section, results: &Results) -> Option<String> {
    let contrast = section.contrasts.first()?;
    let mut gaps: Vec<(&Found, f64)> = results
        .figures
        .iter()
        .filter(|found| {
            let figure = found.figure.as_ref();
            figure.is_ok_and(|figure| is_difference(figure.unit))
        })
        .filter_map(|found| Some((found, value(&found.figure)?)))
        .collect();
    gaps.sort_by(|one, other| one.1.total_cmp(&other.1));
    let ((low, least), (high, most)) = (gaps.first()?, gaps.last()?);
    if gaps.len() < 2 {
        return None;
    }
    let verdict = if *least <= 0.0 && *most >= 0.0 {
        "So the unknown could reverse the gap."
    } else {
        "None of these reverses the gap."
    };
    Some(format!(
        "With the people of unknown group shared out in the ways below, {} runs from {} to {}. {verdict}",
        difference_between(contrast),
        figure::value(&low.figure),
        figure::value(&high.figure)
    ))
}
