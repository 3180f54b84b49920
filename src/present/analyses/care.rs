//! What to be careful about in analyses: made from released figures alone.

use crate::answer::section::{Analysed, Entry, Results, Rows, Section};
use crate::core::analysis::{ColumnKind, Drawn, Quantity, RowName};
use crate::core::stratification::By;
use crate::core::units::Unit;

use super::difference::holds_differences;
use super::lead::{composition, difference, is_beyond_chance, with_limits};
use super::limits::{funnel_points, outside};
use super::time::ends;
use super::{periods, second, value, words};
use crate::present::figure;
use crate::present::number::{lowered, plain, with_unit};

/// Fewer places than this cannot show whether they scatter more than chance.
const FEW_PLACES: usize = 10;
/// φ from here on is more scatter than chance makes.
const MORE_THAN_CHANCE: f64 = 1.5;

/// The warnings of all analyses of a section.
pub(in crate::present) fn warnings(section: &Section) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for analysed in &section.analyses {
        let Ok(results) = &analysed.results else {
            continue;
        };
        let each = [
            parting(analysed, results),
            make_up(section, analysed, results),
            mixed(analysed, results),
            scatter(results),
        ];
        for warning in each.into_iter().flatten() {
            if !said.contains(&warning) {
                said.push(warning);
            }
        }
    }
    said
}

/// Over time: where the absolute gap got smaller and the relative one larger, or the reverse.
fn parting(analysed: &Analysed, results: &Results) -> Option<String> {
    if analysed.by != Some(By::Periods) {
        return None;
    }
    // Where no change can be told from none, two that point apart mean nothing.
    let mut sure = results
        .figures
        .iter()
        .filter_map(is_beyond_chance)
        .peekable();
    if sure.peek().is_some() && !sure.any(|sure| sure) {
        return None;
    }
    let results = periods::in_words(analysed, results);
    let relative = |_: &ColumnKind, unit: Unit| unit == Unit::Ratio;
    let (absolute, ratio) = results
        .tables
        .iter()
        .find_map(|rows| Some((ends(rows, holds_differences)?, ends(rows, relative)?)))?;
    let [from, to] = absolute;
    let by = to.value.abs() - from.value.abs();
    let (first, last) = (ratio[0].value, ratio[1].value);
    if first <= 0.0 || last <= 0.0 {
        return None;
    }
    let times = last.ln().abs() - first.ln().abs();
    if by * times >= 0.0 {
        return None;
    }
    let (one, other) = if by < 0.0 {
        ("smaller", "larger")
    } else {
        ("larger", "smaller")
    };
    Some(format!(
        "From {} to {}, as far as these figures go, the absolute gap got {one} while the relative gap got \
         {other}. Show both: each alone would tell another story.",
        from.label, to.label
    ))
}

/// Most of the gap goes with a different make-up, or it turns round among people who are alike.
fn make_up(section: &Section, analysed: &Analysed, results: &Results) -> Option<String> {
    let crude = section.contrasts.first()?.difference.as_ref().ok()?;
    let whole = crude.shown()?.0;
    let stands = with_unit(whole, crude.unit, crude.places);
    let second = second(analysed);
    if let Some(part) = composition(results) {
        let size = value(&part.figure)?;
        return (size * whole > 0.0 && size.abs() > whole.abs() / 2.0).then(|| {
            format!(
                "Most of the gap goes with the groups' different make-up by {second}: {} of {stands}. Look \
                 at people alike in {second} before using the gap as it stands.",
                figure::value(&part.figure)
            )
        });
    }
    let found = difference(results)?;
    let (within, said) = (value(&found.figure)?, with_limits(&found.figure)?);
    if within * whole < 0.0 {
        return Some(format!(
            "Among people alike in {second} the gap points the other way: {said}, and {stands} as it \
             stands. The groups differ in their make-up by {second}; show both."
        ));
    }
    (whole != 0.0 && within.abs() < whole.abs() / 2.0).then(|| {
        format!(
            "Among people alike in {second} less than half of the gap is left: {said}, and {stands} as it \
             stands. Most of the gap goes with the groups' different make-up by {second}."
        )
    })
}

/// The gap is not one gap: it points different ways in different parts, or differs between them.
fn mixed(analysed: &Analysed, results: &Results) -> Option<String> {
    // What parts add to a gap may well point different ways.
    if composition(results).is_some() || matches!(analysed.by, None | Some(By::Periods)) {
        return None;
    }
    let second = second(analysed);
    let sides = |rows: &Rows| {
        let mut columns = rows.columns.iter();
        let at = columns.position(|(kind, unit)| holds_differences(kind, *unit))?;
        let limits = |(_, cells): &(RowName, Vec<Entry>)| match cells.get(at)? {
            Entry::Figure(outcome) => outcome.as_ref().ok()?.shown()?.1,
            _ => None,
        };
        let limits: Vec<(f64, f64)> = rows.rows.iter().filter_map(limits).collect();
        let above = limits.iter().filter(|limits| limits.0 > 0.0).count();
        let below = limits.iter().filter(|limits| limits.1 < 0.0).count();
        (above > 0 && below > 0).then_some((above, below))
    };
    let (above, below) = results.tables.iter().find_map(sides)?;
    Some(format!(
        "By {second}, the gap does not point one way: the whole interval lies above equality in {above} \
         and below it in {below}. One figure for all of them hides that; look at the table."
    ))
}

/// Places scatter about the average more than chance makes them.
fn scatter(results: &Results) -> Option<String> {
    let mut tables = results.tables.iter();
    let rows = tables.find(|rows| rows.drawn == Drawn::Funnel)?;
    let (points, of) = (funnel_points(rows), lowered(words::of(&rows.of)));
    let all = points.len();
    let beyond: usize = outside(&points).iter().sum();
    let phi = results.figures.iter().find_map(|found| {
        let scatter = matches!(found.quantity, Quantity::Scatter { .. });
        scatter.then(|| value(&found.figure)).flatten()
    });
    let more = match phi {
        Some(phi) => phi >= MORE_THAN_CHANCE,
        // Three times what chance alone would put outside.
        None => beyond * 100 > all * 15,
    };
    (more && all >= FEW_PLACES).then(|| {
        let phi = phi.map_or_else(String::new, |phi| format!(" (φ {})", plain(phi, 1)));
        format!(
            "The {all} {of}s differ more than chance alone would make them{phi}: {beyond} lie outside the \
             95% limits. That many outside says that they differ in more than is counted here; take the \
             limits as a reason to ask, not as a verdict."
        )
    })
}
