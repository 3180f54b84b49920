//! The gap between the two sides when people are compared only with those of the same age (or place, or
//! whatever else the file divides by), put together into one figure.
//!
//! # Formula
//! ratio = Σ(aᵢmᵢ/Nᵢ) / Σ(cᵢnᵢ/Nᵢ); odds ratio = Σ(aᵢdᵢ/Nᵢ) / Σ(bᵢcᵢ/Nᵢ); difference = Σ((aᵢmᵢ −
//! cᵢnᵢ)/Nᵢ) / Σ(nᵢmᵢ/Nᵢ)
//!
//! # Symbols
//! - In part i: aᵢ of nᵢ people of the disadvantaged side and cᵢ of mᵢ of the other have the outcome; bᵢ =
//!   nᵢ − aᵢ, dᵢ = mᵢ − cᵢ, Nᵢ = nᵢ + mᵢ.
//!
//! Intervals: Greenland and Robins for ratio and difference, Robins, Breslow and Greenland for the odds
//! ratio. Whether the parts agree: Cochran's Q of the parts' own differences, told as the chance of parts
//! at least as unlike each other if the difference were the same in all.
//!
//! # Range and the value of no inequality
//! Ratios above 0, with 1 for no gap; difference −1 to 1, with 0 for no gap. The chance is from 0 to 1.
//!
//! # How to read it
//! If the pooled figure is close to the gap as it stands, age (say) does not account for the gap; if it is
//! closer to no gap, some of the gap goes with age. A chance below 0.05 says that the gap is hardly the
//! same in all parts: one figure then hides where it is wide and where it is narrow.
//!
//! # When it applies
//! People with and without the outcome on two sides, in two parts or more.
//!
//! # Limits
//! It takes the ratio (or difference) to be much the same in every part. It compares within the parts given
//! and allows for nothing else. Parts without people on both sides, or with a hidden count, are left out.
//!
//! # Sources
//! - Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies of
//!   disease. Journal of the National Cancer Institute 1959;22:719–748. doi:10.1093/jnci/22.4.719
//! - Greenland S, Robins JM. Estimation of a common effect parameter from sparse follow-up data.
//!   Biometrics 1985;41:55–68. doi:10.2307/2530643
//! - Cochran WG. The combination of estimates from different experiments. Biometrics 1954;10:101–129.
//!   doi:10.2307/3001666
//!
//! # In plain words
//! People are compared only with people in the same part, and the comparisons are then combined; large
//! parts count for more.
//!
//! # Example
//! ```
//! use equal_measure::core::{group::Counts, measure::two_groups::mantel_haenszel, units::Level};
//! let young = (Counts { events: 10.0, people: 100.0 }, Counts { events: 5.0, people: 100.0 });
//! let old = (Counts { events: 40.0, people: 100.0 }, Counts { events: 20.0, people: 100.0 });
//! let times = mantel_haenszel::ratio(&[young, old], Level::P95)?;
//! assert!((times.value() - 2.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{RATIO, column, pair};
use super::strata::{self, Outcome, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Found, Inputs, Needs, Note, Of, Quantity, Results,
    RowName, Rows, Setting,
};
use crate::core::estimate::Estimate;
use crate::core::group::{Group, Kind};
use crate::core::measure::all_groups::heterogeneity;
use crate::core::measure::standard_error;
use crate::core::measure::two_groups::mantel_haenszel::{self, Stratum};
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::stratification::By;
use crate::core::units::Unit;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Strata, run)
    .named("pooled-gap", "Gap within each part, pooled")
    .basis(Basis::Exact)
    .unasked(is_apt)
    .text(method_text!("pooled_gap.rs"));

/// Whether it is worth showing unasked: where there are ages, standardised rates say the same of all
/// groups at once.
pub(super) fn is_apt(inputs: &Inputs) -> bool {
    let by = inputs.stratified.as_ref().map(|stratified| stratified.by);
    by == Some(By::Others) && inputs.groups.kind == Kind::Share
}

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = inputs.stratified()?;
    let sides = inputs.sides()?;
    strata::counted(inputs)?;
    if inputs.groups.kind != Kind::Share {
        return Err(Refusal::NeedsData {
            what: "people with and without the outcome; events that one person may have several \
                   times are compared by the adjusted gap"
                .to_owned(),
        });
    }
    let level = inputs.groups.level;
    let counts = |group: &Option<Group>| group.as_ref().and_then(|group| group.counts);
    let pairs = stratified.worse_off.iter().zip(&stratified.better_off);
    let strata: Vec<Stratum> = pairs
        .filter_map(|(first, second)| Some((counts(first)?, counts(second)?)))
        .collect();
    if strata.is_empty() {
        return Err(Refusal::Missing {
            what: "part with people on both sides",
        });
    }
    let by = &stratified.name;
    let groups = strata::of_both(sides);
    let pooled = [
        mantel_haenszel::difference(&strata, level),
        mantel_haenszel::ratio(&strata, level),
    ];
    let [apart, times] = pooled.clone();
    let within = || Setting::WithinParts { by: by.clone() };
    Ok(Results {
        figures: vec![
            strata::difference(Quantity::Difference(within()), apart, &groups),
            strata::times(Quantity::Ratio(within()), times, &groups),
            strata::times(
                Quantity::OddsRatio(within()),
                mantel_haenszel::odds_ratio(&strata, level),
                &groups,
            ),
            Found {
                quantity: Quantity::UnlikeByChance { by: by.clone() },
                result: alike(&strata),
                unit: MeasureUnit::Own(Unit::Index),
                null: Null::None,
                groups,
            },
        ],
        tables: vec![Rows {
            caption: Caption::Sides(pair(sides)),
            of: Of::Compared,
            columns: vec![
                column(ColumnKind::Difference, MeasureUnit::Difference),
                column(ColumnKind::Ratio, RATIO),
            ],
            rows: vec![
                row(RowName::WithinParts { by: by.clone() }, pooled, None),
                row(RowName::AsItStands, strata::plain_gap(inputs, sides), None),
            ],
            drawn: Drawn::Not,
        }],
        notes: vec![Note::BothSidesOnly { by: by.clone() }],
    })
}

/// The chance of differences at least as unlike if they were the same in every part.
fn alike(strata: &[Stratum]) -> Outcome {
    let mut values = Vec::new();
    let mut errors = Vec::new();
    for &(first, second) in strata {
        let one = standard_error::of_share(first)?;
        let other = standard_error::of_share(second)?;
        values.push(first.events / first.people - second.events / second.people);
        errors.push(one.hypot(other));
    }
    let test = heterogeneity::of_values(&values, &errors)?;
    let none = Refusal::NoInterval {
        why: "the chance of a test has no interval",
    };
    Estimate::new(test.p, Err(none), "Cochran's Q")
}
