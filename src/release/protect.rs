//! One group's numbers under a rule: counts rounded, given values in steps that give no count back.

use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Kind};
use crate::core::indicator::{Formula, Indicator};
use crate::core::refusal::Refusal;
use crate::core::summary::Summary;
use crate::core::units::Unit;

use super::rule::Rule;

/// The numbers as they are released. `values` are the group's values as bands, where they may be given.
///
/// Where a small number is left (a file of a few people), it is hidden with what is made of it.
pub(super) fn protected(indicator: &Indicator, exact: &Summary, rule: &Rule) -> Summary {
    let number = |count: f64| rule.count(count).number();
    let people = exact.people.and_then(number);
    let hidden = exact.people.is_some() && people.is_none();
    let counts = exact.counts.clone().and_then(|counts| {
        let events = number(counts.events).ok_or(Refusal::Protected)?;
        let people = number(counts.people).ok_or(Refusal::Protected)?;
        Ok(Counts { events, people })
    });
    let given = if hidden {
        Err(Refusal::Protected)
    } else {
        stepped(indicator, exact, people, rule)
    };
    Summary {
        counts: match counts {
            Err(Refusal::Missing { .. }) if hidden => Err(Refusal::Protected),
            other => other,
        },
        people,
        blank: exact.blank.and_then(number),
        values: None,
        standard_error: exact
            .standard_error
            .filter(|_| given.is_ok() && !is_of_people(indicator)),
        given,
    }
}

/// Whether a given value times its people is a count.
const fn is_of_people(indicator: &Indicator) -> bool {
    matches!(indicator.unit, Unit::Percent | Unit::Per(_))
}

/// A given share or rate of known people as the rule gives its parts: events rounded as counts are, among as
/// many people as are released. Anything finer would tell the number of either.
fn stepped(
    indicator: &Indicator,
    exact: &Summary,
    people: Option<f64>,
    rule: &Rule,
) -> Result<Estimate, Refusal> {
    let given = exact.given.clone()?;
    let (Some(true_people), Some(people), Some(nearest)) = (exact.people, people, rule.nearest())
    else {
        return Ok(given);
    };
    if !is_of_people(indicator) || people <= 0.0 {
        return Ok(given);
    }
    if rule.hides_value_of(given.value() * true_people) {
        return Err(Refusal::Protected);
    }
    let step = nearest / people;
    let to_step = |value: f64| (value * true_people / nearest).round() * step;
    let limits = given.interval().clone().and_then(|limits| {
        let rounded = limits.map(to_step)?;
        if rounded.upper() > rounded.lower() {
            return Ok(rounded);
        }
        // Limits that rounding has made one would claim certainty: they are a step apart.
        let half = step / 2.0;
        Interval::new(
            rounded.lower() - half,
            rounded.upper() + half,
            rounded.level(),
        )
    });
    Estimate::new(to_step(given.value()), limits, given.method())
}

/// Whether the values of an indicator are made from counts of people, so that small ones can be joined.
pub(super) const fn is_counted(formula: &Formula) -> bool {
    !matches!(formula, Formula::Given { .. } | Formula::Unavailable { .. })
        && !matches!(Kind::of(formula), Kind::Value)
        || matches!(
            formula,
            Formula::Median | Formula::Percentile(_) | Formula::Mean
        )
}
