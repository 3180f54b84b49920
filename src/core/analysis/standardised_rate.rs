//! What each group's rate would be if all groups had the same ages.
//!
//! Older people use and need more care. A group with more of them has a higher rate for that alone. Here
//! every group is given the ages of one standard population, and what is left of the gap is not one of
//! ages.
//!
//! # Formula
//! rate = Σ wᵢ xᵢ/nᵢ / Σ wᵢ
//!
//! Interval of rates (Dobson, Byar): rate + √(V/O)·(limits of O by Byar − O), with V = Σ wᵢ² xᵢ/nᵢ² /
//! (Σ wᵢ)². Of shares: Wilson's for p(1−p)/v people, with v = Σ wᵢ² pᵢ(1−pᵢ)/nᵢ / (Σ wᵢ)².
//!
//! Difference: d ± the distances to the limits of both rates, combined as √(a² + b²). Ratio: the same on
//! the logarithm. Slope and relative index: the straight line through the standardised rates, each with
//! the error that its interval implies.
//!
//! # Symbols
//! - wᵢ: people of the standard population in band i of age; xᵢ: events; nᵢ: people of the group in it.
//! - O = Σ xᵢ: all events of the group; pᵢ = xᵢ/nᵢ and p: shares of people with the outcome.
//!
//! # Range and the value of no inequality
//! Rates are in the unit of the rate as it stands. A difference of 0, a ratio of 1 and a slope of 0 mean
//! no gap.
//!
//! # How to read it
//! Compare the two columns. A gap that all but goes when ages are the same is mostly one of ages; one that
//! grows was hidden by them. The standardised rate itself is a figure for comparing: nobody has those ages.
//!
//! # When it applies
//! Events and people of each group by bands of age that begin and end where the standard's do; narrower
//! ones are put together. With men and women apart, each sex gets the whole standard, so that both weigh
//! the same.
//!
//! # Limits
//! Refused for a group with fewer than 10 events, and for one that has a hidden count or nobody in some
//! band. Only rates by the same standard over the same ages are comparable: see the table of weights.
//!
//! # Sources
//! - Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson
//!   parameters. Statistics in Medicine 1991;10:457–462. doi:10.1002/sim.4780100317
//! - Franco C, Little RJA, Louis TA, Slud EV. Comparative study of confidence intervals for proportions
//!   in complex sample surveys. Journal of Survey Statistics and Methodology 2019;7:334–364.
//!   doi:10.1093/jssam/smy019
//! - Eurostat. Revision of the European Standard Population. 2013. doi:10.2785/11470
//! - Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach.
//!   Statistics in Medicine 2008;27:1693–1702. doi:10.1002/sim.3095
//!
//! # In plain words
//! Each figure is what the group would have if all groups had the ages of one standard population, so that
//! groups with many older people can be compared with younger ones.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::{joined::{Row, rate}, population::{AgeBand, ESP2013}};
//! use equal_measure::core::units::Level;
//! let row = |from, to, people, events| Row {
//!     band: AgeBand { label: format!("{from}"), from, to }, sex: None, people, events,
//! };
//! let young_group = [row(0, Some(65), 9000.0, 90.0), row(65, None, 1000.0, 50.0)];
//! let rate = rate(&young_group, &ESP2013, Level::P95)?.rate?.value();
//! assert!((rate - (80_500.0 * 0.01 + 19_500.0 * 0.05) / 100_000.0).abs() < 1e-12);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::bands::{self, Band};
use super::form::{self, RATIO, column, label};
use super::strata::{self, Outcome, row};
use super::{
    Analysis, Caption, ColumnKind, Drawn, Entry, Found, Inputs, Needs, Note, Of, Quantity, Results,
    Row, RowName, Rows, Setting,
};
use crate::core::group::{Group, Groups, Kind};
use crate::core::measure::two_groups::difference;
use crate::core::measure::{self, Basis, MeasureUnit};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::joined::{self, Joined};
use crate::core::standard::population::ESP2013;
use crate::core::standard::{direct, direct_share};
use crate::core::units::{Level, Unit};

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Ages, run)
    .named("standardised-rate", "Rates if all groups had the same ages")
    .basis(Basis::Exact)
    .unasked(strata::is_counted)
    .text(method_text!("standardised_rate.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    strata::counted(inputs)?;
    let stratified = inputs.stratified()?;
    let level = inputs.groups.level;
    let (bands, mut notes) = bands::fitting(stratified, &ESP2013)?;
    let frame = joined::rate(&rows(&bands, |_| Ok((1.0, 0.0)))?, &ESP2013, level)?;
    let of = |row: &[Option<Group>]| -> Outcome {
        let counts = |band: &Band| {
            let sum = strata::added(stratified, row, &band.strata)?;
            Ok((sum.people, sum.events))
        };
        let rows = rows(&bands, counts)?;
        if inputs.groups.kind == Kind::Share {
            return share(&rows, &frame.weights, level);
        }
        joined::rate(&rows, &ESP2013, level)?.rate
    };
    let rates: Vec<Outcome> = stratified.cells.iter().map(|row| of(row)).collect();
    let mut figures = Vec::new();
    let mut tables = vec![by_group(inputs, &rates)];
    if let Some(sides) = &inputs.sides {
        let groups = strata::of_both(sides);
        let pair = of(&stratified.worse_off).and_then(|one| Ok((one, of(&stratified.better_off)?)));
        let gap = [
            pair.clone().and_then(|(one, other)| {
                difference::of_estimates(&one, &other, level, "from both standardised intervals")
            }),
            pair.and_then(|(one, other)| {
                let logarithms = (one.map(f64::ln)?, other.map(f64::ln)?);
                let method = "from both standardised intervals, on the logarithm";
                difference::of_estimates(&logarithms.0, &logarithms.1, level, method)?.map(f64::exp)
            }),
        ];
        let [apart, times] = gap.clone();
        let difference = Quantity::Difference(Setting::SameAges);
        figures.push(strata::difference(difference, apart, &groups));
        let ratio = Quantity::Ratio(Setting::SameAges);
        figures.push(strata::times(ratio, times, &groups));
        tables.push(Rows {
            caption: Caption::Sides(form::pair(sides)),
            of: Of::Compared,
            columns: vec![
                column(ColumnKind::Difference, MeasureUnit::Difference),
                column(ColumnKind::Ratio, RATIO),
            ],
            rows: vec![
                row(RowName::SameAges, gap, None),
                row(RowName::AsItStands, strata::plain_gap(inputs, sides), None),
            ],
            drawn: Drawn::Not,
        });
    }
    if inputs.groups.ordered {
        let standardised = with_rates(&strata::sized(inputs), &rates);
        figures.extend(along(&standardised));
    }
    tables.push(weights(&bands, &frame));
    notes.insert(0, covered(&bands, &frame));
    notes.push(Note::AgeNotKnown);
    Ok(Results {
        figures,
        tables,
        notes,
    })
}

fn rows(
    bands: &[Band],
    counts: impl Fn(&Band) -> Result<(f64, f64), Refusal>,
) -> Result<Vec<joined::Row>, Refusal> {
    bands
        .iter()
        .map(|band| {
            let (people, events) = counts(band)?;
            Ok(joined::Row {
                band: band.ages.clone(),
                sex: band.sex.clone(),
                people,
                events,
            })
        })
        .collect()
}

fn share(rows: &[joined::Row], weights: &[f64], level: Level) -> Outcome {
    let band = |(row, &weight): (&joined::Row, &f64)| direct::Band {
        weight,
        people: row.people,
        events: row.events,
    };
    let bands: Vec<direct::Band> = rows.iter().zip(weights).map(band).collect();
    direct_share::standardised(&bands, level)
}

fn by_group(inputs: &Inputs, rates: &[Outcome]) -> Rows {
    let groups = &inputs.groups;
    let each = groups.list.iter().zip(rates).enumerate();
    Rows {
        caption: Caption::SameAges {
            indicator: inputs.indicator.clone(),
        },
        of: Of::Group,
        columns: vec![
            column(ColumnKind::SameAges, MeasureUnit::Same),
            column(ColumnKind::AsItStands, MeasureUnit::Same),
        ],
        rows: each
            .map(|(place, (group, rate))| {
                let plain = group.estimate(groups.kind, groups.level);
                row(label(&group.label), [rate.clone(), plain], Some(place))
            })
            .collect(),
        drawn: Drawn::Bars,
    }
}

/// The groups with their standardised rates as given values; the first refusal where there is one.
fn with_rates(groups: &Groups, rates: &[Outcome]) -> Result<Groups, Refusal> {
    let list = groups.list.iter().zip(rates).map(|(group, rate)| {
        let rate = rate.clone()?;
        Ok(Group {
            value: rate.value(),
            interval: rate.interval().clone().ok(),
            standard_error: None,
            counts: None,
            ..group.clone()
        })
    });
    Ok(Groups {
        list: list.collect::<Result<_, Refusal>>()?,
        kind: Kind::Value,
        ..groups.clone()
    })
}

/// Slope and relative index of the standardised rates.
fn along(groups: &Result<Groups, Refusal>) -> Vec<Found> {
    ["slope-index", "relative-index"]
        .into_iter()
        .filter_map(measure::find)
        .map(|measure| Found {
            quantity: Quantity::Along {
                measure: measure.card.name,
                of: Setting::SameAges,
            },
            result: groups.clone().and_then(|groups| (measure.run)(&groups)),
            unit: measure.unit,
            null: measure.null,
            groups: Vec::new(),
        })
        .collect()
}

fn weights(bands: &[Band], frame: &Joined) -> Rows {
    let all: f64 = frame.weights.iter().sum();
    Rows {
        caption: Caption::Weights {
            standard: frame.standard,
        },
        of: Of::Age,
        columns: vec![
            column(ColumnKind::StandardPeople, MeasureUnit::Own(Unit::People)),
            column(ColumnKind::Weight, MeasureUnit::Own(Unit::Percent)),
        ],
        rows: bands
            .iter()
            .zip(&frame.weights)
            .map(|(band, &weight)| Row {
                name: label(&band.label),
                cells: vec![Entry::Known(weight), Entry::Known(weight / all)],
                group: None,
            })
            .collect(),
        drawn: Drawn::Not,
    }
}

/// Which ages the figures are about.
fn covered(bands: &[Band], frame: &Joined) -> Note {
    let standard = frame.standard;
    if frame.covered > 1.0 - 1e-9 {
        return Note::AllAges { standard };
    }
    let mut ages: Vec<_> = bands
        .iter()
        .map(|band| (band.ages.from, band.ages.to))
        .collect();
    ages.sort_unstable();
    ages.dedup();
    Note::CutToAges {
        standard,
        from: frame.from,
        to: frame.to,
        whole: ages.windows(2).all(|pair| pair[0].1 == Some(pair[1].0)),
        covered: frame.covered,
    }
}
