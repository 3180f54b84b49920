//! Values of people (waits, ages) as a distribution in bands, each of which is a count.
//!
//! The thresholds of the plan's own indicators (18, 52, 65 weeks) are edges wherever the groups asked for
//! are not joined for them. Between those, edges follow a printed ladder; one is left out where the band
//! under it or above it would hold a small count. How many values lie above each edge is rounded like any
//! count.

use crate::core::histogram::{Histogram, MICRO};

use super::joined::{Blocks, is_union};
use super::rule::Rule;

/// Weeks at which a distribution of waits may be cut.
const WEEKS: [f64; 26] = [
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 13.0, 15.0, 18.0, 20.0, 22.0, 24.0, 26.0, 30.0,
    35.0, 39.0, 45.0, 52.0, 65.0, 78.0, 91.0, 104.0, 130.0,
];

/// Steps within each power of ten at which other values may be cut.
const STEPS: [f64; 7] = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0];

/// A threshold of an indicator, and the groups as they are joined for it.
pub(super) struct Threshold<'a> {
    pub(super) at: f64,
    pub(super) blocks: &'a Blocks,
}

/// What the bands of one outcome are made by.
pub(super) struct Ladder<'a> {
    /// Whether values are weeks of waiting.
    pub(super) weeks: bool,
    /// The thresholds of indicators, rising.
    pub(super) thresholds: Vec<Threshold<'a>>,
    /// The groups as they are joined for their people.
    pub(super) people: &'a Blocks,
    pub(super) below: u64,
}

/// The edges of every group of people.
#[derive(Clone, Debug, Default)]
pub(super) struct Bands {
    groups: Vec<(Vec<usize>, Vec<f64>)>,
}

impl Bands {
    /// The released distribution of the groups at these places, whose exact values are given: at the edges
    /// that all of them have, and at thresholds for which they are joined with each other only.
    pub(super) fn released(
        &self,
        places: &[usize],
        values: &Histogram,
        thresholds: &[Threshold<'_>],
        rule: &Rule,
    ) -> Option<Histogram> {
        let within =
            |(block, _): &&(Vec<usize>, Vec<f64>)| block.iter().any(|place| places.contains(place));
        let mut edges: Option<Vec<f64>> = None;
        for (_, own) in self.groups.iter().filter(within) {
            edges = Some(match edges {
                None => own.clone(),
                Some(all) => all.into_iter().filter(|edge| has(own, *edge)).collect(),
            });
        }
        let mut edges = edges?;
        let whole = |threshold: &&Threshold<'_>| is_union(threshold.blocks, places);
        edges.extend(
            thresholds
                .iter()
                .take_while(whole)
                .map(|threshold| threshold.at),
        );
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        banded(values, &edges, rule)
    }
}

impl Ladder<'_> {
    /// The edges of every group; `of` gives the exact values of several groups.
    pub(super) fn bands(&self, of: &dyn Fn(&[usize]) -> Histogram) -> Bands {
        let cuts = self
            .people
            .iter()
            .map(|block| (block.clone(), self.cut(block, of)));
        let cuts: Vec<(Vec<usize>, Cut)> = cuts.filter(|(_, cut)| cut.values.count() > 0).collect();
        let all: Vec<&Cut> = cuts.iter().map(|(_, cut)| cut).collect();
        let shared = self.greedy(&all, &[]);
        Bands {
            groups: cuts
                .iter()
                .map(|(block, cut)| (block.clone(), self.greedy(&[cut], &shared)))
                .collect(),
        }
    }

    /// What decides where the values of one group of people may be cut.
    fn cut(&self, block: &[usize], of: &dyn Fn(&[usize]) -> Histogram) -> Cut {
        let apart =
            |threshold: &&Threshold<'_>| threshold.blocks.iter().any(|other| other == block);
        let fixed: Vec<f64> = self
            .thresholds
            .iter()
            .take_while(apart)
            .map(|threshold| threshold.at)
            .collect();
        // Where the group is joined with others for a threshold, an edge below it must leave as many above
        // as the joined group has, or it would narrow what each has.
        let least = self.thresholds.get(fixed.len()).map(|threshold| {
            let joined = threshold
                .blocks
                .iter()
                .find(|other| other.iter().any(|place| block.contains(place)));
            let joined = joined.map_or(0, |other| of(other).count_over(threshold.at));
            (threshold.at, joined + self.below)
        });
        Cut {
            values: of(block),
            fixed,
            least,
        }
    }

    /// The edges at which all of these may be cut, from the lowest on: `given` ones, those of their own
    /// thresholds that all have, and any other that leaves no small band.
    fn greedy(&self, cuts: &[&Cut], given: &[f64]) -> Vec<f64> {
        let is_small = |count: u64| count > 0 && count < self.below;
        let mut last: Vec<u64> = cuts.iter().map(|cut| cut.values.count()).collect();
        let mut edges: Vec<f64> = Vec::new();
        let fixed: Vec<f64> = cuts
            .iter()
            .flat_map(|cut| cut.fixed.iter().copied())
            .collect();
        let fixed = [&fixed, given].concat();
        let values: Vec<&Histogram> = cuts.iter().map(|cut| &cut.values).collect();
        for edge in ladder(&values, self.weeks, &fixed) {
            let above: Vec<u64> = values
                .iter()
                .map(|values| values.count_over(edge))
                .collect();
            let fits = |at: usize| {
                let cut = cuts[at];
                if has(&cut.fixed, edge) {
                    return true;
                }
                let mut next = cut.fixed.iter().chain(given);
                let next = next.find(|next| **next > edge);
                let rest = above[at] - next.map_or(0, |next| cut.values.count_over(*next));
                let enough = cut.fixed.iter().any(|fixed| *fixed > edge)
                    || cut
                        .least
                        .is_none_or(|(threshold, least)| edge < threshold && above[at] >= least);
                enough && !is_small(last[at] - above[at]) && !is_small(rest)
            };
            if has(given, edge) || last != above && (0..cuts.len()).all(fits) {
                edges.push(edge);
                last = above;
            } else {
                for (at, cut) in cuts.iter().enumerate() {
                    if has(&cut.fixed, edge) {
                        last[at] = above[at];
                    }
                }
            }
        }
        edges
    }
}

/// The values of one group of people, the thresholds for which it stands alone, and for the next one how many
/// must lie above any edge below it.
struct Cut {
    values: Histogram,
    fixed: Vec<f64>,
    least: Option<(f64, u64)>,
}

/// Edges at which the values of every one of several groups may be cut, so that no band of any is small.
pub(super) fn common(groups: &[Histogram], weeks: bool, below: u64) -> Vec<f64> {
    let is_small = |count: u64| count > 0 && count < below;
    let mut last: Vec<u64> = groups.iter().map(Histogram::count).collect();
    let mut edges = Vec::new();
    let values: Vec<&Histogram> = groups.iter().collect();
    for edge in ladder(&values, weeks, &[]) {
        let above: Vec<u64> = groups
            .iter()
            .map(|values| values.count_over(edge))
            .collect();
        let fits = |(last, above): (&u64, &u64)| !is_small(last - above) && !is_small(*above);
        if last.iter().zip(&above).all(fits) && last != above {
            edges.push(edge);
            last = above;
        }
    }
    edges
}

/// Values as numbers in bands, rounded by a rule; `None` where they are too few, or the lowest band has no
/// end.
pub(super) fn banded(values: &Histogram, edges: &[f64], rule: &Rule) -> Option<Histogram> {
    let people = rule.count(values.count() as f64).number()?;
    let lowest = values.iter().next().map_or(0, |(micro, _)| micro);
    let (mut from, mut over, mut bands) = (-MICRO, whole_number(people), Vec::new());
    for &edge in edges {
        let Some(above) = rule.count(values.count_over(edge) as f64).number() else {
            break;
        };
        let above = whole_number(above).min(over);
        let to = micro(edge);
        if lowest < 0 && bands.is_empty() && over > above {
            return None;
        }
        bands.push((from.min(to - MICRO), to, over - above));
        (from, over) = (to, above);
    }
    Some(Histogram::of_bands(&bands, over))
}

/// Every edge that might be, rising.
fn ladder(groups: &[&Histogram], weeks: bool, fixed: &[f64]) -> Vec<f64> {
    let mut ladder: Vec<f64> = if weeks {
        WEEKS.to_vec()
    } else {
        let ends = groups
            .iter()
            .flat_map(|values| [values.iter().next(), values.iter().last()]);
        let ends = ends.flatten().map(|(micro, _)| micro.abs());
        let most = ends.max().unwrap_or(0) as f64 / MICRO as f64;
        let powers = (-3..=9).map(|power| 10f64.powi(power));
        let steps = powers.flat_map(|ten| STEPS.map(|step| step * ten));
        let up: Vec<f64> = steps.filter(|step| *step <= most * 2.0).collect();
        let down = up.iter().map(|step| -step);
        down.chain([0.0]).chain(up.iter().copied()).collect()
    };
    ladder.extend(fixed);
    ladder.sort_by(f64::total_cmp);
    ladder.dedup();
    ladder
}

fn has(edges: &[f64], edge: f64) -> bool {
    edges.iter().any(|other| (other - edge).abs() < 1e-9)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an edge of the ladder, far below 2^43"
)]
fn micro(edge: f64) -> i64 {
    (edge * MICRO as f64).round() as i64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count after the rule: whole and not negative"
)]
const fn whole_number(count: f64) -> u64 {
    count as u64
}
