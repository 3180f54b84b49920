//! Two sides set against each other, and what people of unknown group could do.

use crate::core::dimension::{Contrast as Named, Status};
use crate::core::estimate::Estimate;
use crate::core::group::{Counts, Kind};
use crate::core::measure::two_groups::{difference, ratio};
use crate::core::measure::unknown::bounds::of_difference;
use crate::core::number::normal;
use crate::core::refusal::Refusal;
use crate::core::summary::Summary;
use crate::core::units::{Polarity, Unit};
use crate::release::Grouped;

use super::cell::{Figure, Outcome};
use super::groups::Frame;
use super::section::{Bounds, Contrast};
use super::terms::Estimated;

impl Frame<'_> {
    /// Two sides with their difference and ratio, in the raw direction of the value. `places` gives the
    /// disadvantaged groups' places among those shown.
    pub(super) fn contrast(
        &self,
        named: &Named,
        places: Vec<usize>,
        sides: &[Summary; 2],
    ) -> Contrast {
        let terms = self.terms;
        let level = terms.level;
        let [worse, better] = sides;
        let counts = both(worse, better, self);
        let (apart, times) = match self.kind {
            Kind::Share => (
                counts
                    .clone()
                    .and_then(|(a, b)| difference::of_shares(a, b, level)),
                counts
                    .clone()
                    .and_then(|(a, b)| ratio::of_shares(a, b, level)),
            ),
            Kind::Rate => (
                counts
                    .clone()
                    .and_then(|(a, b)| difference::of_rates(a, b, level)),
                counts
                    .clone()
                    .and_then(|(a, b)| ratio::of_rates(a, b, level)),
            ),
            Kind::Value => self.of_values(worse, better),
        };
        let without = |c: Counts| Counts {
            events: c.people - c.events,
            people: c.people,
        };
        let is_without =
            self.kind == Kind::Share && self.indicator.polarity == Polarity::MoreIsBetter;
        let ratio_without = is_without.then(|| {
            let pair = counts.clone();
            pair.and_then(|(a, b)| ratio::of_shares(without(a), without(b), level))
        });
        let shown = |made: &Estimated, unit: Unit| -> Outcome {
            match (&counts, self.kind) {
                (Ok((a, b)), Kind::Share | Kind::Rate) => {
                    terms.of_parts(made, unit, a.people.min(b.people))
                }
                (Err(_), Kind::Share | Kind::Rate) => terms.of_parts(made, unit, 0.0),
                _ => terms.of_values(made, unit, &[worse.people, better.people]),
            }
        };
        Contrast {
            id: named.id.clone(),
            worse_off_groups: places,
            difference: shown(&apart, self.indicator.unit.of_difference()),
            ratio: shown(&times, Unit::Ratio),
            ratio_without: ratio_without.map(|made| shown(&made, Unit::Ratio)),
            worse_off: self.group(&named.worse_off, Status::Known, worse),
            better_off: self.group(&named.better_off, Status::Known, better),
        }
    }

    /// Difference and ratio of two values whose errors are read off their own intervals.
    fn of_values(&self, worse: &Summary, better: &Summary) -> (Estimated, Estimated) {
        let level = self.terms.level;
        let with_error = |side: &Summary| {
            side.value(&self.indicator.formula, level).map(|estimate| {
                let error = estimate.interval().clone().map(|interval| {
                    (interval.upper() - interval.lower()) / (2.0 * normal::z(interval.level()))
                });
                (estimate.value(), error)
            })
        };
        let pair = with_error(worse).and_then(|worse| Ok((worse, with_error(better)?)));
        (
            pair.clone()
                .and_then(|(worse, better)| difference::of_values(worse, better, level)),
            pair.and_then(|(worse, better)| ratio::of_values(worse, better, level)),
        )
    }

    /// The gap as everyone of unknown group could make it; `None` where nobody's group is unknown, or it
    /// cannot be said.
    pub(super) fn bounds(
        &self,
        named: &Named,
        sides: &[Summary; 2],
        grouped: &Grouped,
        difference: &Outcome,
    ) -> Option<Bounds> {
        let terms = self.terms;
        let told = |summary: &Summary| summary.counts.is_ok() || summary.people == Some(0.0);
        let unknown =
            super::groups::shown(grouped).filter(|(_, named, _)| named.status.is_unknown());
        if !unknown.into_iter().all(|(_, _, summary)| told(summary)) {
            return None;
        }
        let unknown = grouped.unknown.counts.clone().ok()?;
        let everyone = grouped.everyone.counts.clone().ok()?.people;
        if self.kind != Kind::Share || unknown.people <= 0.0 || everyone <= 0.0 {
            return None;
        }
        let (worse, better) = both(&sides[0], &sides[1], self).ok()?;
        let range = of_difference(worse, better, unknown, self.indicator.polarity).ok()?;
        let observed = difference.as_ref().ok()?;
        let share = |part: Counts| part.events / part.people;
        let figure = |value: f64| -> Option<Figure> {
            let made = plain(value);
            if terms.rule.protects() {
                let least = worse.people.min(better.people);
                return Some(terms.rounded(&made.ok()?, Unit::Points, least));
            }
            let figure = terms.of_whole(&made, Unit::Points).ok()?;
            Some(Figure {
                places: observed.places,
                ..figure
            })
        };
        Some(Bounds {
            unknown: terms.count(Some(unknown.people)),
            unknown_share: terms
                .of_parts(&plain(unknown.people / everyone), Unit::Percent, everyone)
                .ok()?,
            worse_off: named.worse_off.clone(),
            better_off: named.better_off.clone(),
            observed: figure(share(worse) - share(better))?,
            best_case: figure(range.best_case)?,
            worst_case: figure(range.worst_case)?,
        })
    }
}

fn both(worse: &Summary, better: &Summary, frame: &Frame<'_>) -> Result<(Counts, Counts), Refusal> {
    let reason = |side: &Summary| {
        let value = side.value(&frame.indicator.formula, frame.terms.level);
        value.err().unwrap_or(Refusal::Missing { what: "counts" })
    };
    match (&worse.counts, &better.counts) {
        (Ok(a), Ok(b)) => Ok((*a, *b)),
        (Err(_), _) => Err(reason(worse)),
        (_, Err(_)) => Err(reason(better)),
    }
}

/// A value that has no interval by its nature.
fn plain(value: f64) -> Estimated {
    let none = Refusal::NoInterval {
        why: "a bound has no interval",
    };
    Estimate::new(value, Err(none), "bounds")
}
