//! Which points of a series are more than its usual ups and downs (a control chart of single values, as in
//! Making Data Count).
//!
//! # Formula
//! limits = x̄ ± 2.66·R̄; near limits = x̄ ± ⅔·2.66·R̄
//!
//! # Symbols
//! - x̄: the mean of the values. R̄: the mean of the moving ranges |xᵢ − xᵢ₋₁| of neighbouring
//!   periods; ranges of 3.267·R̄ and more are left out and R̄ taken again.
//!
//! Signals: a point outside the limits; seven points in a row on one side of the mean; seven in a
//! row rising or falling; two of three in a row near a limit, all three on the same side of the
//! mean.
//!
//! # Range and the value of no inequality
//! Limits in the unit of the value. A series without signals has none of the four.
//!
//! # How to read it
//! A signal is a prompt to ask what changed, not an answer. Without one, treat month-to-month
//! movement as usual variation.
//!
//! # When it applies
//! A series of regular periods; better with 15 points or more, refused below 3. Periods may be
//! missing: a gap ends a run, and no moving range reaches across it.
//!
//! # Limits
//! Small counts and strong seasons break its assumptions. Which way is better is not judged here.
//!
//! # Sources
//! - Shewhart WA. Economic control of quality of manufactured product. Van Nostrand, 1931.
//! - Provost LP, Murray SK. The health care data guide. 2nd edition. Jossey-Bass, 2022.
//! - NHS England and NHS Improvement. Making data count: strengthening your decisions.
//!
//! # In plain words
//! Points between the limits are the usual ups and downs; a point outside them, or a long run on one side
//! of the average, is a reason to ask what changed.
//!
//! # Example
//! ```
//! use equal_measure::core::analysis::control_chart::{self, Signal};
//! let mut series: Vec<Option<f64>> = (0..12).map(|place| Some(f64::from(place % 2))).collect();
//! series.push(Some(9.0));
//! let chart = control_chart::of(&series)?;
//! assert_eq!(chart.signals[12], [Signal::Outside]);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use serde::{Deserialize, Serialize};

use super::compare;
use super::form::{WHOLE, column, drawn, label, many, plain, row, table, whole};
use super::series;
use super::{
    Analysis, Caption, ColumnKind, Drawn, End, Entry, Found, Inputs, Needs, Note, Of, People,
    Quantity, Results, Rows, Series, Stratified, Verdict,
};
use crate::core::estimate::Estimate;
use crate::core::group::Kind;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;

/// Fewer periods than this make limits that will move as more come in.
const STEADY: usize = 15;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Periods, run)
    .named("control-chart", "Usual ups and downs over time")
    .people(People::Sides)
    .text(method_text!("control_chart.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let stratified = series::of(inputs)?;
    let names = compare::names(inputs, stratified)?;
    let groups = &inputs.groups;
    let gaps = compare::in_each(stratified, groups);
    let gap = Line {
        of: Series::Difference,
        caption: Caption::ControlOfDifference(names.sides.clone()),
        values: gaps.iter().map(|gap| gap.difference.clone()).collect(),
        unit: MeasureUnit::Difference,
        null: Null::At(0.0),
        range: (f64::NEG_INFINITY, f64::INFINITY),
    };
    let side = names.sides.worse_off;
    let side = Line {
        of: Series::Side(side.clone()),
        caption: Caption::ControlOfSide { side },
        values: gaps
            .iter()
            .map(|gap| compare::value(gap.worse_off, groups.kind, groups.level))
            .collect(),
        unit: MeasureUnit::Same,
        null: Null::None,
        range: match groups.kind {
            Kind::Share => (0.0, 1.0),
            Kind::Rate => (0.0, f64::INFINITY),
            Kind::Value => (f64::NEG_INFINITY, f64::INFINITY),
        },
    };
    let mut results = Results::default();
    for line in [gap, side] {
        let (chart, at) = chart(stratified, &line)?;
        results
            .figures
            .extend(figures(&line, &chart, &names.groups));
        results
            .tables
            .push(drawing(stratified, &line, &chart, &at)?);
    }
    results.notes.push(Note::PeriodsAlike);
    if stratified.strata.len() < STEADY {
        results.notes.push(Note::Provisional { fewer_than: STEADY });
    }
    Ok(results)
}

/// One series to chart.
struct Line {
    of: Series,
    caption: Caption,
    values: Vec<Result<Estimate, Refusal>>,
    unit: MeasureUnit,
    null: Null,
    /// What the values cannot go beyond, so that no limit is drawn there.
    range: (f64, f64),
}

/// The chart, and for each stratum its place in it.
fn chart(stratified: &Stratified, line: &Line) -> Result<(Chart, Vec<usize>), Refusal> {
    let spaced = series::spaced(stratified);
    let value = |place: usize| line.values[place].as_ref().ok().map(Estimate::value);
    let values: Vec<Option<f64>> = spaced.iter().map(|place| value((*place)?)).collect();
    let known = values.iter().flatten().count();
    let chart = of(&values).map_err(|refusal| match refusal {
        Refusal::NeedsData { what } => Refusal::NeedsData {
            what: format!("{what}; it has {} with a figure", many(known, "period")),
        },
        other => other,
    })?;
    let at = spaced.iter().enumerate();
    let at = at.filter_map(|(at, place)| place.map(|_| at)).collect();
    Ok((chart, at))
}

fn figures(line: &Line, chart: &Chart, groups: &[usize]) -> [Found; 2] {
    let signals = chart.signals.iter().filter(|signals| !signals.is_empty());
    let found = |quantity, result, unit, null| Found {
        quantity,
        result,
        unit,
        null,
        groups: groups.to_vec(),
    };
    [
        found(
            Quantity::PeriodsOut(line.of.clone()),
            whole(signals.count()),
            WHOLE,
            Null::None,
        ),
        found(
            Quantity::AverageOfPeriods(line.of.clone()),
            plain(chart.mean, "mean of the periods"),
            line.unit,
            line.null,
        ),
    ]
}

fn drawing(
    stratified: &Stratified,
    line: &Line,
    chart: &Chart,
    at: &[usize],
) -> Result<Rows, Refusal> {
    let within = |limit: f64| limit.clamp(line.range.0, line.range.1);
    let lines = [chart.mean, within(chart.lower), within(chart.upper)]
        .into_iter()
        .map(|level| plain(level, "XmR"))
        .collect::<Result<Vec<_>, _>>()?;
    let strata = stratified.strata.iter().zip(&line.values).zip(at);
    let rows = strata.map(|((stratum, value), &at)| {
        let mut cells = vec![Entry::Figure(value.clone())];
        cells.extend(lines.iter().cloned().map(|level| Entry::Figure(Ok(level))));
        cells.push(match value {
            Ok(value) => Entry::Verdict(Verdict::Signals {
                signals: chart.signals[at].clone(),
                above: value.value() > chart.mean,
            }),
            Err(_) => Entry::Nothing,
        });
        row(label(&stratum.label), cells)
    });
    let own = match &line.of {
        Series::Difference => ColumnKind::Difference,
        Series::Side(side) => ColumnKind::Side(side.clone()),
    };
    let kinds = [
        own,
        ColumnKind::Average,
        ColumnKind::Limit(End::Lower),
        ColumnKind::Limit(End::Upper),
        ColumnKind::Signal,
    ];
    let columns = kinds.map(|kind| column(kind, line.unit));
    let caption = line.caption.clone();
    let made = table(caption, Of::Period, columns.into(), rows.collect());
    Ok(drawn(made, Drawn::Lines))
}

/// Mean moving ranges to the limits: 3 over the constant d₂ = 1.128 of ranges of two.
const TO_LIMITS: f64 = 2.66;
/// Moving ranges this many times the mean are left out: the upper limit of a range of two.
const SCREEN: f64 = 3.267;
/// Points in a row that make a shift or a trend.
const RUN: usize = 7;

/// Why a point stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Signal {
    /// Beyond a limit.
    Outside,
    /// One of seven or more in a row on one side of the mean.
    Shift,
    /// One of seven or more in a row rising, or falling.
    Trend,
    /// Near a limit, as two of three in a row are.
    NearLimit,
}

/// The lines of the chart, and the signals of each period.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The mean of the values.
    pub mean: f64,
    /// The lower process limit.
    pub lower: f64,
    /// The upper process limit.
    pub upper: f64,
    /// For each period the signals it is part of, in the order of [`Signal`]; none where it is missing.
    pub signals: Vec<Vec<Signal>>,
}

/// The chart of a series; `None` where a period is missing.
///
/// # Errors
/// [`Refusal::NeedsData`] with fewer than three values or no two neighbouring ones;
/// [`Refusal::Missing`] for a value that is not finite.
pub fn of(series: &[Option<f64>]) -> Result<Chart, Refusal> {
    let known: Vec<f64> = series.iter().copied().flatten().collect();
    if known.iter().any(|value| !value.is_finite()) {
        return Err(Refusal::Missing {
            what: "number for a period",
        });
    }
    let ranges: Vec<f64> = series
        .windows(2)
        .filter_map(|pair| Some((pair[1]? - pair[0]?).abs()))
        .collect();
    if known.len() < 3 || ranges.is_empty() {
        return Err(Refusal::NeedsData {
            what: "three periods or more, two of them neighbours".to_owned(),
        });
    }
    let mean = average(&known);
    let first = average(&ranges);
    let usual: Vec<f64> = ranges
        .iter()
        .copied()
        .filter(|&range| range < SCREEN * first)
        .collect();
    let reach = TO_LIMITS
        * if usual.is_empty() {
            first
        } else {
            average(&usual)
        };
    let mut signals = vec![Vec::new(); series.len()];
    for (place, value) in series.iter().enumerate() {
        if value.is_some_and(|value| (value - mean).abs() > reach) {
            signals[place].push(Signal::Outside);
        }
    }
    mark_shifts(series, mean, &mut signals);
    mark_trends(series, &mut signals);
    mark_near(series, mean, reach, &mut signals);
    Ok(Chart {
        mean,
        lower: mean - reach,
        upper: mean + reach,
        signals,
    })
}

fn average(list: &[f64]) -> f64 {
    list.iter().sum::<f64>() / list.len() as f64
}

/// 1 above the mean, −1 below, 0 on it or missing.
fn side(value: Option<f64>, mean: f64) -> i8 {
    match value {
        Some(value) if value > mean => 1,
        Some(value) if value < mean => -1,
        _ => 0,
    }
}

fn mark_shifts(series: &[Option<f64>], mean: f64, signals: &mut [Vec<Signal>]) {
    let sides: Vec<i8> = series.iter().map(|value| side(*value, mean)).collect();
    for start in 0..sides.len().saturating_sub(RUN - 1) {
        let run = &sides[start..start + RUN];
        if run[0] != 0 && run.iter().all(|side| *side == run[0]) {
            mark(&mut signals[start..start + RUN], Signal::Shift);
        }
    }
}

fn mark_trends(series: &[Option<f64>], signals: &mut [Vec<Signal>]) {
    for start in 0..series.len().saturating_sub(RUN - 1) {
        let run: Option<Vec<f64>> = series[start..start + RUN].iter().copied().collect();
        let Some(run) = run else { continue };
        let rising = run.windows(2).all(|pair| pair[0] < pair[1]);
        let falling = run.windows(2).all(|pair| pair[0] > pair[1]);
        if rising || falling {
            mark(&mut signals[start..start + RUN], Signal::Trend);
        }
    }
}

fn mark_near(series: &[Option<f64>], mean: f64, reach: f64, signals: &mut [Vec<Signal>]) {
    let is_near = |value: Option<f64>| {
        value.is_some_and(|value| {
            let distance = (value - mean).abs();
            distance > reach * 2.0 / 3.0 && distance <= reach
        })
    };
    for start in 0..series.len().saturating_sub(2) {
        let three = &series[start..start + 3];
        let first = side(three[0], mean);
        let one_side = first != 0 && three.iter().all(|value| side(*value, mean) == first);
        if one_side && three.iter().filter(|value| is_near(**value)).count() >= 2 {
            for (value, signals) in three.iter().zip(&mut signals[start..start + 3]) {
                if is_near(*value) {
                    mark(std::slice::from_mut(signals), Signal::NearLimit);
                }
            }
        }
    }
}

fn mark(points: &mut [Vec<Signal>], signal: Signal) {
    for signals in points {
        if !signals.contains(&signal) {
            signals.push(signal);
        }
    }
}
