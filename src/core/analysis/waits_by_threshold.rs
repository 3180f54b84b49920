//! The gap at every threshold of waiting.
//!
//! The method text is that of `measure::waits::threshold_gaps`.

use super::form::{INDEX, column, drawn, plain, row, table};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Note, Of, Quantity, Results,
    RowName,
};
use crate::core::group::Group;
use crate::core::histogram::Histogram;
use crate::core::measure::two_groups::difference;
use crate::core::measure::waits::threshold_gaps::{self, ThresholdGap};
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::units::Unit;
use crate::core::{group::Counts, interval};

/// The most thresholds shown: two years of weeks and some.
const MOST: f64 = 120.0;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("waits-by-threshold", "Gap at every wait")
    .basis(Basis::Values)
    .text(method_text!("../measure/waits/threshold_gaps.rs"));

const SHARE: MeasureUnit = MeasureUnit::Own(Unit::Percent);
const POINTS: MeasureUnit = MeasureUnit::Own(Unit::Points);

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let sides = inputs.sides()?;
    let level = inputs.groups.level;
    let values = |group: &Group| group.values.clone().filter(|values| !values.is_empty());
    let (Some(worse), Some(better)) = (values(&sides.worse_off), values(&sides.better_off)) else {
        return Err(Refusal::NeedsData {
            what: "the wait, or other number, of each person".to_owned(),
        });
    };
    let gaps = threshold_gaps::of(&worse, &better)?;
    let widest = gaps
        .iter()
        .copied()
        .reduce(|most, next| {
            if next.gap.abs() > most.gap.abs() {
                next
            } else {
                most
            }
        })
        .ok_or(Refusal::Missing { what: "value" })?;
    let over = |values: &Histogram, threshold: f64| Counts {
        events: values.count_over(threshold) as f64,
        people: values.count() as f64,
    };
    let gap_at = |threshold: f64| {
        difference::of_shares(over(&worse, threshold), over(&better, threshold), level)
    };
    let share = |values: &Histogram, threshold: f64| {
        let counts = over(values, threshold);
        Entry::Figure(interval::wilson(counts.events, counts.people, level))
    };
    let thresholds = thresholds(&gaps);
    let shares = thresholds.iter().map(|&threshold| {
        let both = [&worse, &better].map(|values| share(values, threshold));
        row(RowName::Threshold(threshold), both.into())
    });
    let differences = thresholds.iter().map(|&threshold| {
        row(
            RowName::Threshold(threshold),
            vec![Entry::Figure(gap_at(threshold))],
        )
    });
    let found = |quantity, result, unit, null| Found {
        quantity,
        result,
        unit,
        null,
        groups: [&sides.worse_off_groups[..], &sides.better_off_groups].concat(),
    };
    let names = [&sides.worse_off.label, &sides.better_off.label];
    let columns = names.map(|name| column(ColumnKind::Side(name.clone()), SHARE));
    Ok(Results {
        figures: vec![
            found(
                Quantity::LargestDifference,
                gap_at(widest.threshold),
                POINTS,
                Null::At(0.0),
            ),
            found(
                Quantity::LargestAt,
                plain(widest.threshold, "searched for"),
                INDEX,
                Null::None,
            ),
        ],
        tables: vec![
            drawn(
                table(
                    Caption::SharesAbove,
                    Of::Threshold,
                    columns.into(),
                    shares.collect(),
                ),
                Drawn::Lines,
            ),
            drawn(
                table(
                    Caption::DifferencesAbove,
                    Of::Threshold,
                    vec![column(ColumnKind::Difference, POINTS)],
                    differences.collect(),
                ),
                Drawn::Lines,
            ),
        ],
        notes: vec![Note::SearchedFor],
    })
}

/// Thresholds from 0 to the largest value, evenly spaced by 1, 2 or 5 times a power of ten.
fn thresholds(gaps: &[ThresholdGap]) -> Vec<f64> {
    let least = gaps.first().map_or(0.0, |gap| gap.threshold).min(0.0);
    let most = gaps.last().map_or(0.0, |gap| gap.threshold);
    let mut step = 1.0;
    let mut factors = [2.0, 2.5, 2.0].into_iter().cycle();
    while (most - least) / step > MOST {
        step *= factors.next().unwrap_or(2.0);
    }
    let first = (least / step).floor();
    (0..=200u8)
        .map(|place| (first + f64::from(place)) * step)
        .take_while(|threshold| *threshold <= most)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ThresholdGap, thresholds};

    #[test]
    fn thresholds_are_round_and_not_too_many() {
        for (most, many, second) in [
            (3.0, 4, 1.0),
            (104.0, 105, 1.0),
            (250.0, 51, 5.0),
            (99_999.0, 100, 1000.0),
        ] {
            let gaps = [ThresholdGap {
                threshold: most,
                gap: 0.0,
            }];
            let found = thresholds(&gaps);
            assert_eq!(
                (found.len(), found[1].to_bits()),
                (many, f64::to_bits(second)),
                "{most}"
            );
        }
    }
}
