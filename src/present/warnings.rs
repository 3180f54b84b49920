//! What to be careful about: few groups, small counts, a line that fits badly, measures that disagree,
//! unknown groups.

use crate::answer::Answer;
use crate::answer::cell::{Cell, Figure, Outcome};
use crate::answer::section::{Bounds, Group, Measured, Section};
use crate::core::measure::{Line, Null, Ordering};
use crate::core::units::Polarity;

use super::figure::is_given;
use super::headline::chosen;
use super::number::{bare, count, with_unit};
use super::side::{direction, first_fares_worse, people_of};

/// Fewer events than this on one side carry a comparison badly.
const FEW_EVENTS: f64 = 20.0;
/// Fewer ordered groups than this carry a line badly.
const FEW_GROUPS: usize = 5;
/// A line that accounts for less than this share of the differences between groups describes them badly.
const GOOD_FIT: f64 = 0.7;

/// What to do where the two measures of one line disagree.
const UNSTEADY: &str = "A ratio is unsteady where the line comes close to zero at one end: look at the \
                        comparison of two sides and at the logarithmic or logit form as well.";

/// All warnings of a section.
pub fn of_section(section: &Section) -> Vec<String> {
    [
        hidden_groups(section),
        joined_groups(section),
        few_events(section),
        few_events_in_groups(section),
        few_groups(section),
        empty_groups(section),
        bad_fit(section),
        disagreement(section),
        unequally_sure(section),
        unknown(section),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What unknown groups could do, as a sentence; a warning where they could reverse the gap.
pub fn bounds_in_words(bounds: &Bounds) -> Option<(String, bool)> {
    let said = |figure: &Figure| {
        let (value, _) = figure.shown()?;
        Some((value, with_unit(value, figure.unit, figure.places)))
    };
    let (share, _) = bounds.unknown_share.shown()?;
    let share = with_unit(
        share,
        bounds.unknown_share.unit,
        bounds.unknown_share.places,
    );
    let mut ends = [said(&bounds.best_case)?, said(&bounds.worst_case)?];
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let [(lowest, from), (highest, to)] = ends;
    let turns = lowest <= 0.0 && highest >= 0.0;
    let verdict = if turns {
        "So the unknown could reverse the gap"
    } else {
        "So the unknown could not reverse the gap"
    };
    Some((
        format!(
            "The group of {} people ({share} of everyone) is not known. However they are shared out \
             among the groups, the difference between {} and {} lies from {from} to {to}. {verdict}.",
            count(bounds.unknown),
            people_of(&bounds.worse_off),
            people_of(&bounds.better_off)
        ),
        turns,
    ))
}

fn hidden_groups(section: &Section) -> Option<String> {
    let hidden = section
        .groups
        .iter()
        .filter(|group| matches!(&group.value, Ok(figure) if figure.value.number().is_none()))
        .count();
    (hidden > 0).then(|| {
        let groups = if hidden == 1 { "group" } else { "groups" };
        format!(
            "The figures of {hidden} {groups} are hidden, so that nobody can be recognised. Hidden is not \
             zero. More years, or fewer and larger groups, would show more."
        )
    })
}

/// Groups that a rule has joined. Which of them has few people is not told.
fn joined_groups(section: &Section) -> Option<String> {
    let joined: Vec<&str> = section
        .groups
        .iter()
        .filter(|group| !group.parts.is_empty())
        .map(|group| group.label.as_str())
        .collect();
    (!joined.is_empty()).then(|| {
        format!(
            "Some groups are shown together, so that nobody can be recognised in a small one: {}. More \
             years, or fewer and larger groups, would show more.",
            joined.join("; ")
        )
    })
}

/// That an answer of the same file which has left makes this one coarser.
pub fn held_back(answer: &Answer, section: &Section) -> Option<String> {
    let joined = section.groups.iter().any(|group| !group.parts.is_empty());
    (answer.held_back && joined).then(|| {
        "More groups are shown together than this question alone would need: an answer about other rows of this          file has been saved or printed, and the two together could tell how many people are in a small group."
            .to_owned()
    })
}

fn few_events(section: &Section) -> Option<String> {
    let contrast = chosen(section)?;
    value(&contrast.difference)?;
    let few = |group: &Group| {
        let events = group.events?.number()?;
        (events < FEW_EVENTS).then_some(())
    };
    few(&contrast.worse_off)
        .or(few(&contrast.better_off))
        .map(|()| {
            format!(
                "The comparison rests on fewer than {FEW_EVENTS} events on one side. A few people more or \
                 fewer would change it."
            )
        })
}

/// Measures over all groups that rest on a group with few events.
fn few_events_in_groups(section: &Section) -> Option<String> {
    given(section).next()?;
    let few = |group: &&Group| {
        let events = group.events.and_then(Cell::number);
        group.status.is_known() && events.is_some_and(|events| events < FEW_EVENTS)
    };
    let few = section.groups.iter().filter(few).count();
    let groups = match few {
        0 => return None,
        1 => "1 group has".to_owned(),
        _ => format!("{few} groups have"),
    };
    Some(format!(
        "{groups} fewer than {FEW_EVENTS} events. A few people more or fewer there would change the \
         measures over all groups."
    ))
}

/// Groups that have a value and nobody in them.
fn empty_groups(section: &Section) -> Option<String> {
    given(section).next()?;
    let empty = |group: &&Group| {
        let people = group.people.and_then(Cell::number);
        group.status.is_known() && group.value.is_ok() && people.is_some_and(|people| people <= 0.0)
    };
    let groups = match section.groups.iter().filter(empty).count() {
        0 => return None,
        1 => "1 group has".to_owned(),
        empty => format!("{empty} groups have"),
    };
    Some(format!(
        "{groups} a value but no people, and the measures over all groups leave out what has no people."
    ))
}

fn few_groups(section: &Section) -> Option<String> {
    let groups = section.groups_measured;
    let lines = given(section).any(|measured| measured.measure.ordering == Ordering::Ordered);
    (lines && groups < FEW_GROUPS).then(|| {
        format!("Measures over all groups rest on only {groups} groups, which is few for a line.")
    })
}

/// How badly a straight line describes the groups, where a measure made from it is shown.
fn bad_fit(section: &Section) -> Option<String> {
    given(section).find(|measured| measured.measure.is_straight())?;
    let explained = section.fit.as_ref()?.explained.as_ref().ok()?.number()?;
    (explained < GOOD_FIT).then(|| {
        let part = match 100.0 * explained {
            part if part < 0.5 => "less than 1%".to_owned(),
            part => format!("only {}%", bare(part, 0)),
        };
        format!(
            "A straight line accounts for {part} of the differences between the groups, so that the \
             slope describes them badly. Look at the groups themselves before using it."
        )
    })
}

/// The measures that are shown.
fn given(section: &Section) -> impl Iterator<Item = &Measured> {
    let measures = section.measures.iter();
    measures.filter(|measured| is_given(&measured.figure))
}

/// A way that one figure points: its name in the sentence, and whether against the disadvantaged.
type Pointing = (String, bool);

/// Where the two ends and the measures along the order, absolute or relative, point different ways, each
/// with its whole interval. Measures of spread point no way.
fn disagreement(section: &Section) -> Option<String> {
    if section.indicator.polarity == Polarity::Neutral || !section.dimension.ordered {
        return None;
    }
    let side = |null: f64, outcome: &Outcome| -> Option<bool> {
        let (lower, upper) = outcome.as_ref().ok()?.shown()?.1?;
        if lower > null {
            Some(true)
        } else if upper < null {
            Some(false)
        } else {
            None
        }
    };
    let ends: Option<Pointing> = chosen(section).and_then(|contrast| {
        let direction = direction(contrast);
        let against = first_fares_worse(direction.leaning, section.indicator.polarity)?;
        let name = "The comparison of the two ends".to_owned();
        direction.with_interval.then_some((name, against))
    });
    let along = section
        .measures
        .iter()
        .filter(|measured| measured.measure.ordering == Ordering::Ordered)
        .filter_map(|measured| match measured.measure.null {
            Null::At(null) => side(null, &measured.figure)
                .map(|against| (format!("“{}”", measured.measure.card.name), against)),
            Null::None => None,
        });
    let sides: Vec<Pointing> = ends.into_iter().chain(along).collect();
    let (one, first) = sides.first()?;
    let (other, _) = sides.iter().find(|(_, to)| to != first)?;
    Some(format!(
        "{one} and {other} point in opposite directions: the groups between the two ends do not \
         follow one line. Look at the chart before using either."
    ))
}

/// Where, of an absolute and a relative figure of the same gap, one points one way with its whole interval
/// and the other's interval includes equality.
fn unequally_sure(section: &Section) -> Option<String> {
    let measured = |line: Line| {
        let mut shown = given(section);
        shown.find(|measured| measured.measure.form.is_some_and(|(each, _)| each == line))
    };
    let two_sides = chosen(section).and_then(|contrast| {
        let absolute = ("the difference", surely(0.0, &contrast.difference)?);
        let ratio = ("the ratio", surely(1.0, &contrast.ratio));
        let without = contrast.ratio_without.as_ref();
        let without = without.and_then(|without| surely(1.0, without));
        unlike(absolute, &[ratio, ("the ratio of those without", without)])
    });
    let lines = || {
        let slope = surely(0.0, &measured(Line::Slope)?.figure)?;
        let relative = surely(1.0, &measured(Line::Relative)?.figure);
        unlike(
            ("the slope index", slope),
            &[("the relative index", relative)],
        )
    };
    let ((sure, open), what_to_do) = two_sides
        .map(|pair| (pair, "Take it as open whether these data show a gap."))
        .or_else(|| Some((lines()?, UNSTEADY)))?;
    Some(format!(
        "Absolute and relative figures disagree: the whole interval of {sure} lies to one side of equality, \
         and that of {open} does not. {what_to_do}"
    ))
}

/// Which of two figures is sure and which is open, where the first and one of the others differ in that.
fn unlike(
    (one, sure): (&'static str, bool),
    others: &[(&'static str, Option<bool>)],
) -> Option<(&'static str, &'static str)> {
    let (other, _) = others.iter().find(|(_, other)| *other == Some(!sure))?;
    Some(if sure { (one, *other) } else { (*other, one) })
}

/// Whether the interval as printed leaves equality out; `None` where it just touches it, which is what
/// rounding can make of either.
fn surely(null: f64, outcome: &Outcome) -> Option<bool> {
    let (lower, upper) = outcome.as_ref().ok()?.shown()?.1?;
    if lower < null && null < upper {
        Some(false)
    } else {
        (lower > null || upper < null).then_some(true)
    }
}

fn unknown(section: &Section) -> Option<String> {
    let (sentence, turns) = bounds_in_words(section.bounds.as_ref()?)?;
    turns.then_some(sentence)
}

fn value(outcome: &Outcome) -> Option<f64> {
    outcome
        .as_ref()
        .ok()
        .and_then(Figure::shown)
        .map(|(value, _)| value)
}
