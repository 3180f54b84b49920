//! What the people whose group is unknown could do to the gap.
//!
//! # Formula
//! gap(t) = (x₁ + t·u)/(n₁ + t·m) − (x₂ + (1−t)·u)/(n₂ + (1−t)·m)
//!
//! # Symbols
//! - x₁, n₁: people with the outcome and all people of the worse-off side; x₂, n₂: of the better-off side.
//! - u, m: people of unknown group with the outcome, and all of them. t: the share of them who belong to
//!   the worse-off side: 1 for all on that side, 0 for all on the other.
//! - Shared out as the known: those with the outcome join all groups as the known with the outcome are
//!   spread, those without as the known without.
//! - Least and most: everyone with the outcome on one side and everyone without on the other.
//!
//! # Range and the value of no inequality
//! −1 to 1 (percentage points); 0 means no gap. The tipping share is 0 to 1 and has no value of no
//! inequality.
//!
//! # How to read it
//! Where even the least and the most have one sign, the unknown cannot reverse the gap. The tipping
//! share says what part of them would have to be worse off for the gap to vanish; no such share means
//! that, taken as a block, they cannot remove it.
//!
//! # When it applies
//! Shares of people, with counts for both sides and for people of unknown group.
//!
//! # Limits
//! Least and most are for the worst luck, and no interval: they say nothing of chance. That the unknown
//! resemble the known is one guess among many.
//!
//! # Sources
//! - Manski CF. Partial identification of probability distributions. Springer, 2003, chapter 1.
//!   doi:10.1007/b97478
//! - Little RJA, Rubin DB. Statistical analysis with missing data. 3rd edition. Wiley, 2019, chapter 13.
//!   doi:10.1002/9781119482260
//! - Yan X, Lee S, Li N. Missing data handling methods in medical device clinical trials. Journal of
//!   Biopharmaceutical Statistics 2009;19:1085–1098 (tipping point). doi:10.1080/10543400903243009
//!
//! # In plain words
//! Nobody can say which groups these people belong to; each row shows the gap under one assumption.
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::unknown::tipping_share};
//! let of = |events, people| Counts { events, people };
//! let gap = tipping_share::gap_at(of(20.0, 100.0), of(10.0, 100.0), of(1.0, 10.0), 1.0)?;
//! assert!((gap - (21.0 / 110.0 - 0.1)).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::compare;
use super::form::{SHARE, WHOLE, column, pair, plain, row, table};
use super::{
    Analysis, Caption, ColumnKind, Entry, Found, Inputs, Needs, Of, Quantity, Results, RowName,
    Setting,
};
use crate::core::group::{Counts, Groups, Kind};
use crate::core::measure::unknown::{bounds, reassigned, tipping_share};
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Groups, run)
    .named("unknown-groups", "What people of unknown group could do")
    .text(method_text!("unknown_groups.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let groups = &inputs.groups;
    let sides = inputs.sides()?;
    let (Kind::Share, Some(worse), Some(better), Some(unknown)) = (
        groups.kind,
        sides.worse_off.counts,
        sides.better_off.counts,
        inputs.unknown.filter(|unknown| unknown.people > 0.0),
    ) else {
        return Err(Refusal::NeedsData {
            what:
                "shares of people, with counts for both sides and for people whose group is unknown"
                    .to_owned(),
        });
    };
    let observed = compare::difference(
        &sides.worse_off,
        &sides.better_off,
        groups.kind,
        groups.level,
    );
    let all_on = |share: f64, method: &'static str| {
        tipping_share::gap_at(worse, better, unknown, share).and_then(|gap| plain(gap, method))
    };
    let range = bounds::of_difference(worse, better, unknown, groups.polarity)?;
    let shared = shared_out(
        groups,
        unknown,
        &sides.worse_off_groups,
        &sides.better_off_groups,
    )
    .and_then(|gap| plain(gap, "shared out as the known"));
    let tips = tipping_share::of(worse, better, unknown)?.ok_or(Refusal::Undefined {
        why: "no share of them, taken as a block, would make the gap vanish",
    });
    let least = plain(range.best_case, "bound");
    let most = plain(range.worst_case, "bound");
    let (one, other) = (&sides.worse_off.label, &sides.better_off.label);
    let lines = [
        (RowName::KnownOnly, observed.clone()),
        (RowName::UnknownSpread, shared.clone()),
        (
            RowName::AllUnknownIn { side: one.clone() },
            all_on(1.0, "all on one side"),
        ),
        (
            RowName::AllUnknownIn {
                side: other.clone(),
            },
            all_on(0.0, "all on the other side"),
        ),
        (RowName::Least, least.clone()),
        (RowName::Most, most.clone()),
    ];
    let of_sides = [&sides.worse_off_groups[..], &sides.better_off_groups].concat();
    let found = |quantity, result, unit, null| Found {
        quantity,
        result,
        unit,
        null,
        groups: of_sides.clone(),
    };
    let gap = |quantity, result| found(quantity, result, MeasureUnit::Difference, Null::At(0.0));
    Ok(Results {
        figures: vec![
            gap(Quantity::Difference(Setting::KnownOnly), observed),
            gap(Quantity::LeastPossible, least),
            gap(Quantity::MostPossible, most),
            Found {
                groups: Vec::new(),
                ..gap(Quantity::Difference(Setting::UnknownSpread), shared)
            },
            found(
                Quantity::TippingShare { side: one.clone() },
                tips.and_then(|share| plain(share, "tipping share")),
                SHARE,
                Null::None,
            ),
            found(
                Quantity::PeopleUnknown,
                plain(unknown.people, "counted"),
                WHOLE,
                Null::None,
            ),
        ],
        tables: vec![table(
            Caption::ByUnknown(pair(sides)),
            Of::Assumption,
            vec![column(ColumnKind::Difference, MeasureUnit::Difference)],
            lines
                .into_iter()
                .map(|(name, gap)| row(name, vec![Entry::Figure(gap)]))
                .collect(),
        )],
        notes: Vec::new(),
    })
}

/// The gap between the two sides once the unknown join all known groups.
fn shared_out(
    groups: &Groups,
    unknown: Counts,
    worse_off: &[usize],
    better_off: &[usize],
) -> Result<f64, Refusal> {
    let counts: Option<Vec<Counts>> = groups.list.iter().map(|group| group.counts).collect();
    let counts = counts.ok_or(Refusal::Missing { what: "counts" })?;
    let whole = reassigned::of_groups(&counts, unknown)?;
    let share = |places: &[usize]| {
        let side = places.iter().filter_map(|&place| whole.get(place));
        let (events, people) = side.fold((0.0, 0.0), |(events, people), counts| {
            (events + counts.events, people + counts.people)
        });
        if people > 0.0 {
            Ok(events / people)
        } else {
            Err(Refusal::Zero {
                what: "the number of people of a side",
            })
        }
    };
    Ok(share(worse_off)? - share(better_off)?)
}
