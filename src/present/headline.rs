//! The one sentence or two that a board member reads: who fares worse, by how much, how surely.

use crate::core::group::Kind;
use crate::core::units::{Polarity, Unit};
use crate::release::Release;
use crate::release::cell::Figure;
use crate::release::section::{Contrast, Group, Section};

use super::number::{bare, count};
use super::side::{
    Direction, Leaning, among, capital, clause, direction, first_fares_worse, is_share, is_wait,
    people_of,
};
use super::{figure, number};

/// The headline of a section, from the comparison that says most.
pub fn headline(release: &Release, section: &Section) -> String {
    let Some(contrast) = chosen(section) else {
        return no_comparison(release, section);
    };
    let mut said = vec![comparison(section, contrast)];
    if shown(&contrast.difference).is_some() {
        said.extend(largest_of(section));
        said.extend(worst_of_all(section, contrast));
        said.extend(wider(section, contrast));
        said.push(made_from(section, contrast));
    }
    said.push(period(release));
    said.join(" ")
}

/// The comparison that a headline is about: the first given one where groups have an order, else the
/// one with the largest gap against its first side.
pub fn chosen(section: &Section) -> Option<&Contrast> {
    let mut given = section
        .contrasts
        .iter()
        .filter(|contrast| shown(&contrast.difference).is_some());
    if section.dimension.ordered {
        return given.next().or_else(|| section.contrasts.first());
    }
    let against = |contrast: &Contrast| {
        let value = shown(&contrast.difference).map_or(0.0, |(_, value)| value);
        match section.indicator.polarity {
            Polarity::MoreIsWorse => value,
            Polarity::MoreIsBetter => -value,
            Polarity::Neutral => value.abs(),
        }
    };
    given
        .max_by(|one, other| against(one).total_cmp(&against(other)))
        .or_else(|| section.contrasts.first())
}

/// Two sides set against each other: who fares worse, both values, difference and ratio.
pub fn comparison(section: &Section, contrast: &Contrast) -> String {
    let (first, second) = (&contrast.worse_off, &contrast.better_off);
    let Some((difference, by)) = shown(&contrast.difference) else {
        return no_difference(contrast);
    };
    let levels = format!(
        "{}, {}; {}, {}.",
        capital(&among(&first.label)),
        clause(section, first),
        among(&second.label),
        figure::value(&second.value)
    );
    let word = if is_share(section) { "share" } else { "figure" };
    let absolute = format!(
        "The {word} is {}{} {}",
        figure::amount(difference, by),
        interval_of(difference, by),
        apart(by, &among(&first.label))
    );
    let relative = match shown(&contrast.ratio) {
        Some((ratio, times)) => format!(
            ", which is {} times as high{}",
            bare(times, ratio.places),
            interval_of(ratio, times)
        ),
        None => String::new(),
    };
    format!("{} {levels} {absolute}{relative}.", lead(section, contrast))
}

/// Who fares worse, or that it cannot be said.
fn lead(section: &Section, contrast: &Contrast) -> String {
    let (first, second) = (&contrast.worse_off.label, &contrast.better_off.label);
    let Direction {
        leaning,
        with_interval,
    } = direction(contrast);
    let worse = |side: &str| {
        let verb = if is_wait(&section.indicator) {
            "wait longer"
        } else {
            "fare worse"
        };
        format!("{} {verb}", people_of(side))
    };
    let said = match (
        first_fares_worse(leaning, section.indicator.polarity),
        leaning,
    ) {
        (Some(true), _) => worse(first),
        (Some(false), _) => worse(second),
        (None, Leaning::FirstHigher) => format!("the figure is higher {}", among(first)),
        (None, Leaning::SecondHigher) => format!("the figure is higher {}", among(second)),
        (None, Leaning::Unsure) if section.indicator.polarity == Polarity::Neutral => format!(
            "these figures cannot say whether the figure is higher {} or {}",
            among(first),
            among(second)
        ),
        (None, Leaning::Unsure) => format!(
            "these figures cannot say whether {} or {} fare worse",
            people_of(first),
            people_of(second)
        ),
    };
    if with_interval {
        format!("{}.", capital(&said))
    } else {
        format!(
            "As far as these figures go, {said}; without intervals, how sure that is cannot be said."
        )
    }
}

fn shown(outcome: &crate::release::cell::Outcome) -> Option<(&Figure, f64)> {
    let figure = outcome.as_ref().ok()?;
    figure.shown().map(|(value, _)| (figure, value))
}

fn apart(value: f64, side: &str) -> String {
    match value {
        value if value > 0.0 => format!("higher {side}"),
        value if value < 0.0 => format!("lower {side}"),
        _ => "apart".to_owned(),
    }
}

/// The interval as it reads beside a size, with a space before it: for a lower side with its signs
/// turned; nothing where there is none.
fn interval_of(figure: &Figure, value: f64) -> String {
    match (&figure.limits, figure.shown().and_then(|shown| shown.1)) {
        (Ok(with), Some((lower, upper))) => {
            let limits = if value < 0.0 {
                (-upper, -lower)
            } else {
                (lower, upper)
            };
            format!(" {}", figure::interval(with.level, limits, figure.places))
        }
        _ => String::new(),
    }
}

/// That a comparison was picked out of several, where it was.
fn largest_of(section: &Section) -> Option<String> {
    let comparisons = section.contrasts.len();
    (!section.dimension.ordered && comparisons > 1)
        .then(|| format!("This is the largest of {comparisons} gaps; the table has them all."))
}

/// Where groups have an order and the ends cannot be told apart: what a wider comparison says.
fn wider(section: &Section, contrast: &Contrast) -> Option<String> {
    if !section.dimension.ordered || direction(contrast).leaning != Leaning::Unsure {
        return None;
    }
    let other = section.contrasts.iter().find(|other| {
        let direction = direction(other);
        direction.leaning != Leaning::Unsure && direction.with_interval
    })?;
    let (difference, by) = shown(&other.difference)?;
    Some(format!(
        "Compared more widely: {} {}, against {} {}, which is {}{} {}.",
        figure::value(&other.worse_off.value),
        among(&other.worse_off.label),
        figure::value(&other.better_off.value),
        among(&other.better_off.label),
        figure::amount(difference, by),
        interval_of(difference, by),
        if by < 0.0 { "lower" } else { "higher" }
    ))
}

/// The group that fares worst of all, where the comparison is about others.
fn worst_of_all(section: &Section, contrast: &Contrast) -> Option<String> {
    let (word, sign) = match section.indicator.polarity {
        Polarity::MoreIsWorse => ("highest", 1.0),
        Polarity::MoreIsBetter => ("lowest", -1.0),
        Polarity::Neutral => return None,
    };
    let against =
        |group: &Group| shown(&group.value).map_or(f64::NEG_INFINITY, |(_, it)| sign * it);
    let sides = against(&contrast.worse_off).max(against(&contrast.better_off));
    let worst = section
        .groups
        .iter()
        .filter(|group| group.standing.is_known())
        .max_by(|one, other| against(one).total_cmp(&against(other)))
        .filter(|group| against(group) > sides)?;
    let value = figure::value(&worst.value);
    let said = [&contrast.worse_off, &contrast.better_off].map(|side| figure::value(&side.value));
    (!said.contains(&value))
        .then(|| format!("Of all groups, “{}” has the {word}, {value}.", worst.label))
}

/// The denominators, in words.
fn made_from(section: &Section, contrast: &Contrast) -> String {
    let of = |group: &Group| {
        let side = &group.label;
        let people = match group.people.map(|people| (people.number(), people)) {
            None => "an unknown number of people".to_owned(),
            Some((None, _)) => "too few people to show".to_owned(),
            Some((_, people)) if section.kind == Kind::Rate => {
                format!("a population of {}", count(people))
            }
            Some((_, people)) if side.starts_with("people ") => {
                return format!("{} {side}", count(people));
            }
            Some((_, people)) => format!("{} people", count(people)),
        };
        format!("{people} {}", among(side))
    };
    if contrast.worse_off.people.is_none() && contrast.better_off.people.is_none() {
        return "The file does not say how many people this is made from.".to_owned();
    }
    format!(
        "It is made from {} and {}.",
        of(&contrast.worse_off),
        of(&contrast.better_off)
    )
}

/// The period of the file, or that it does not say.
fn period(release: &Release) -> String {
    release.source.period.as_ref().map_or_else(
        || "The file does not say which period it covers.".to_owned(),
        |period| format!("Period: {period}."),
    )
}

fn no_difference(contrast: &Contrast) -> String {
    let sides = format!(
        "{} with {}",
        people_of(&contrast.worse_off.label),
        people_of(&contrast.better_off.label)
    );
    match &contrast.difference {
        Ok(_) => format!(
            "There are too few people to compare {sides}: counts are hidden, so that nobody can be \
             recognised."
        ),
        Err(refusal) => format!("These figures cannot compare {sides}. {refusal}"),
    }
}

/// For a dimension without comparisons: the highest and the lowest group, without a verdict.
fn no_comparison(release: &Release, section: &Section) -> String {
    let mut groups: Vec<(&Group, f64)> = section
        .groups
        .iter()
        .filter(|group| group.standing.is_known())
        .filter_map(|group| Some((group, shown(&group.value)?.1)))
        .collect();
    groups.sort_by(|one, other| one.1.total_cmp(&other.1));
    let (Some((low, _)), Some((high, _)), true) = (groups.first(), groups.last(), groups.len() > 1)
    else {
        return format!(
            "There are too few groups with a figure to compare by {}. {}",
            section.dimension.name,
            period(release)
        );
    };
    let unit_word = match section.indicator.unit {
        Unit::Percent => "share",
        _ => "figure",
    };
    format!(
        "By {}, the highest {unit_word} is {} {} and the lowest {} {}. {}",
        section.dimension.name,
        figure::value(&high.value),
        among(&high.label),
        figure::value(&low.value),
        among(&low.label),
        period(release)
    )
}

/// The heading of a section: what, by what.
pub fn title(section: &Section) -> String {
    format!(
        "{}, by {}",
        section.indicator.name,
        number::lowered(&section.dimension.name)
    )
}
