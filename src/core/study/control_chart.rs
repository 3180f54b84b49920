//! Which periods of the gap, and of the disadvantaged side, are more than usual ups and downs.
//!
//! The method text is that of `measure::time::control_chart`.

use super::compare;
use super::form::{WHOLE, column, drawn, label, many, plain, row, table, whole};
use super::series;
use super::{
    Caption, ColumnKind, Crossed, Drawn, End, Entry, Evidence, Findings, Found, Needs, Note, Of,
    Quantity, Rows, Series, Study, Verdict, anything,
};
use crate::core::estimate::Estimate;
use crate::core::group::Kind;
use crate::core::lesson::lesson;
use crate::core::measure::time::control_chart::{self, Chart};
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::refusal::Refusal;

/// Fewer periods than this make limits that will move as more come in.
const STEADY: usize = 15;

pub(super) const STUDY: Study = Study {
    id: "control-chart",
    name: "Usual ups and downs over time",
    needs: Needs::Periods,
    basis: Basis::Parts,
    recommended: false,
    fits: anything,
    once: false,
    text: lesson!("../measure/time/control_chart.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let crossed = series::of(evidence)?;
    let names = compare::names(evidence, crossed)?;
    let groups = &evidence.groups;
    let gaps = compare::in_each(crossed, groups);
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
    let mut findings = Findings::default();
    for line in [gap, side] {
        let (chart, at) = chart(crossed, &line)?;
        findings
            .figures
            .extend(figures(&line, &chart, &names.groups));
        findings.tables.push(drawing(crossed, &line, &chart, &at)?);
    }
    findings.notes.push(Note::PeriodsAlike);
    if crossed.strata.len() < STEADY {
        findings
            .notes
            .push(Note::Provisional { fewer_than: STEADY });
    }
    Ok(findings)
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
fn chart(crossed: &Crossed, line: &Line) -> Result<(Chart, Vec<usize>), Refusal> {
    let spaced = series::spaced(crossed);
    let value = |place: usize| line.values[place].as_ref().ok().map(Estimate::value);
    let values: Vec<Option<f64>> = spaced.iter().map(|place| value((*place)?)).collect();
    let known = values.iter().flatten().count();
    let chart = control_chart::of(&values).map_err(|refusal| match refusal {
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

fn drawing(crossed: &Crossed, line: &Line, chart: &Chart, at: &[usize]) -> Result<Rows, Refusal> {
    let within = |limit: f64| limit.clamp(line.range.0, line.range.1);
    let lines = [chart.mean, within(chart.lower), within(chart.upper)]
        .into_iter()
        .map(|level| plain(level, "XmR"))
        .collect::<Result<Vec<_>, _>>()?;
    let strata = crossed.strata.iter().zip(&line.values).zip(at);
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
