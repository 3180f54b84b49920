//! What a board member reads: one sentence with the gap, and at most two more that support it.

use crate::answer::Answer;
use crate::answer::section::{Contrast, Group, Section};
use crate::core::dimension::Subject;
use crate::core::group::Kind;
use crate::core::plan::Role;
use crate::core::units::{Polarity, Unit};

use super::comparison::{comparison, has_interval, in_brackets, shown};
use super::number::{count, lowered};
use super::side::{Leaning, among, direction, in_group, is_people, is_share};
use super::{absent, figure};

/// Of this many groups, the ends say little by themselves.
const MANY_GROUPS: usize = 10;

/// The headline of a section, from the comparison that says most.
pub fn headline(release: &Answer, section: &Section) -> String {
    let when = rows(release);
    let Some(contrast) = chosen(section) else {
        return no_comparison(section, &when);
    };
    let said_already = section.indicator.verb.contains(&when);
    let when = (!said_already).then_some(when.as_str());
    let mut said = vec![comparison(section, contrast, when)];
    if shown(&contrast.difference).is_some() {
        let no_interval = (!has_interval(contrast)).then(|| {
            "The figures have no interval, so how sure this is cannot be said.".to_owned()
        });
        said.extend(
            no_interval
                .or_else(|| wider(section, contrast))
                .or_else(|| worst_of_all(section, contrast))
                .or_else(|| largest_of(section)),
        );
        said.push(made_from(section, contrast));
    }
    said.join(" ")
}

/// The section that a headline is about: the first that has a figure, by the first dimension.
pub fn first(release: &Answer) -> Option<&Section> {
    let dimension = &release.sections.first()?.dimension.id;
    let mut of_dimension = release
        .sections
        .iter()
        .filter(|section| section.dimension.id == *dimension);
    of_dimension
        .find(|section| absent::reason(section).is_none())
        .or_else(|| {
            let mut all = release.sections.iter();
            all.find(|section| absent::reason(section).is_none())
        })
        .or_else(|| release.sections.first())
}

/// The comparison that a headline is about: the first given one where groups have an order or the plan
/// chose it, else the one with the largest gap against its first side.
pub fn chosen(section: &Section) -> Option<&Contrast> {
    let mut given = section
        .contrasts
        .iter()
        .filter(|contrast| shown(&contrast.difference).is_some());
    if section.dimension.ordered || section.dimension.paired {
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

/// That a comparison was picked out of several, where it was.
fn largest_of(section: &Section) -> Option<String> {
    let comparisons = section.contrasts.len();
    let dimension = &section.dimension;
    (!dimension.ordered && !dimension.paired && comparisons > 1)
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
        "Compared more widely: {} {}, and {} {}; that is {} {}{}.",
        figure::value(&other.worse_off.value),
        among(&other.worse_off.label),
        figure::value(&other.better_off.value),
        among(&other.better_off.label),
        figure::amount(difference, by),
        if by < 0.0 { "lower" } else { "higher" },
        in_brackets(difference, by < 0.0, true)
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
        .filter(|group| group.status.is_known())
        .max_by(|one, other| against(one).total_cmp(&against(other)))
        .filter(|group| against(group) > sides)?;
    let value = figure::value(&worst.value);
    let said = [&contrast.worse_off, &contrast.better_off].map(|side| figure::value(&side.value));
    let what = figure_word(section);
    (!said.contains(&value)).then(|| {
        format!(
            "Of all groups, “{}” has the {word} {what}, {value}.",
            worst.label
        )
    })
}

/// The denominators, in words.
fn made_from(section: &Section, contrast: &Contrast) -> String {
    let sides = [&contrast.worse_off, &contrast.better_off];
    if sides.iter().all(|side| side.people.is_none()) {
        return "The file does not say how many people this is made from.".to_owned();
    }
    let [first, second] = sides.map(|side| {
        let people = match side.people.map(|people| (people.number(), people)) {
            None => "an unknown number".to_owned(),
            Some((None, _)) => "too few to show".to_owned(),
            Some((Some(_), people)) => count(people),
        };
        (people, side.label.as_str())
    });
    let who = if section.kind == Kind::Rate {
        "people or person-years"
    } else if is_share(section) && is_people(&section.indicator.population) {
        section.indicator.population.as_str()
    } else {
        "people"
    };
    let of = |(people, side): (String, &str), who: &str| {
        if is_people(side) {
            format!("{people} {side}")
        } else {
            [people.as_str(), who, &among(side)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        }
    };
    format!("Based on {} and {}.", of(first, who), of(second, ""))
}

/// The period of the file as it is said in brackets, without the name of the column it stands in; or
/// that the file names none.
pub(super) fn period(release: &Answer) -> String {
    let Some(period) = &release.source.period else {
        return "the file names no period".to_owned();
    };
    match period.split_once(' ') {
        Some((column, rest)) if column.contains('_') || column.eq_ignore_ascii_case("period") => {
            rest.to_owned()
        }
        Some(("Week" | "Month" | "Quarter" | "Year", _)) => lowered(period),
        _ => period.clone(),
    }
}

/// The period and every other filter that narrows the rows, as they are said in brackets.
pub(super) fn rows(release: &Answer) -> String {
    let plan = &release.plan;
    let is_period = |name: &str| {
        let mut columns = plan.columns.iter();
        columns.any(|column| column.name == name && column.role == Role::Period)
    };
    let others = plan
        .filters
        .iter()
        .filter(|filter| !is_period(&filter.column));
    let others = others.filter_map(super::card::narrowed);
    std::iter::once(period(release))
        .chain(others)
        .collect::<Vec<_>>()
        .join("; ")
}

/// For a dimension without comparisons: the highest and the lowest group, without a verdict.
fn no_comparison(section: &Section, when: &str) -> String {
    let by = lowered(&section.dimension.name);
    let mut groups: Vec<(&Group, f64)> = section
        .groups
        .iter()
        .filter(|group| group.status.is_known())
        .filter_map(|group| Some((group, shown(&group.value)?.1)))
        .collect();
    groups.sort_by(|one, other| one.1.total_cmp(&other.1));
    let (Some((low, _)), Some((high, _)), true) = (groups.first(), groups.last(), groups.len() > 1)
    else {
        if section.groups.iter().any(|group| !group.parts.is_empty()) {
            return format!(
                "There are too few people to compare groups by {by} ({when}): they are shown together, so \
                 that nobody can be recognised."
            );
        }
        return format!("There are too few groups with a figure to compare by {by} ({when}).");
    };
    let what = figure_word(section);
    let of_whom = if is_share(section) {
        format!(
            " of {} who {}",
            section.indicator.population, section.indicator.verb
        )
    } else {
        format!(" of “{}”", section.indicator.name)
    };
    let range = format!(
        "By {by}, the {what}{of_whom} runs from {} {} to {} {} ({when}).",
        figure::value(&low.value),
        in_group(&low.label),
        figure::value(&high.value),
        in_group(&high.label),
    );
    if groups.len() < MANY_GROUPS {
        return range;
    }
    format!("{range} Of many groups, some stand at the ends by chance alone.")
}

/// "share" or "figure".
pub(super) fn figure_word(section: &Section) -> &'static str {
    match section.indicator.unit {
        Unit::Percent => "share",
        _ => "figure",
    }
}

/// The name of a section: the indicator and what it is divided by, with the grouping where that has
/// more than one.
pub fn name(section: &Section) -> String {
    format!("{}, by {}", section.indicator.name, division(section))
}

/// The title of a section's chart: what exactly is drawn, by what.
pub fn title(section: &Section) -> String {
    let indicator = &section.indicator;
    let what = match indicator.unit {
        Unit::Percent if is_share(section) => {
            format!("Share of {} who {}", indicator.population, indicator.verb)
        }
        Unit::Weeks if is_people(&indicator.population) => {
            format!("{} of {}", indicator.name, indicator.population)
        }
        _ => indicator.name.clone(),
    };
    format!("{what}, by {}", division(section))
}

/// The dimension inside a sentence, with the grouping of ethnic groups: there are several.
pub(super) fn division(section: &Section) -> String {
    let name = lowered(&section.dimension.name);
    match &section.dimension.edition {
        Some(edition) if section.dimension.subject == Subject::Ethnicity => {
            format!("{name} ({edition})")
        }
        _ => name,
    }
}
