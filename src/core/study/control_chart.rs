//! Which periods of the gap, and of the disadvantaged side, are more than usual ups and downs.
//!
//! The method text is that of `measure::time::control_chart`.

use super::compare;
use super::form::{WHOLE, capitalised, column, drawn, many, plain, row, table, whole};
use super::series;
use super::{Crossed, Drawn, Entry, Evidence, Findings, Found, Needs, Rows, Study, anything};
use crate::core::estimate::Estimate;
use crate::core::group::Kind;
use crate::core::lesson::lesson;
use crate::core::measure::time::control_chart::{self, Chart, Signal};
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
        name: "Difference".to_owned(),
        caption: format!(
            "Difference between {} and {}, with the limits of its usual ups and downs",
            names.worse_off, names.better_off
        ),
        values: gaps.iter().map(|gap| gap.difference.clone()).collect(),
        unit: MeasureUnit::Difference,
        null: Null::At(0.0),
        range: (f64::NEG_INFINITY, f64::INFINITY),
    };
    let side = Line {
        name: capitalised(&names.worse_off),
        caption: format!(
            "{}, with the limits of its usual ups and downs",
            capitalised(&names.worse_off)
        ),
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
    findings.notes.push(
        "Limits take the periods to be alike but for chance and to follow each other without a season. \
         A signal is a prompt to ask what changed."
            .to_owned(),
    );
    if crossed.strata.len() < STEADY {
        findings.notes.push(format!(
            "With fewer than {STEADY} periods the limits are provisional."
        ));
    }
    Ok(findings)
}

/// One series to chart.
struct Line {
    name: String,
    caption: String,
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
    let found = |name: String, result, unit, null| Found {
        name,
        result,
        unit,
        null,
        groups: groups.to_vec(),
    };
    [
        found(
            format!("{}: periods that stand out", line.name),
            whole(signals.count()),
            WHOLE,
            Null::None,
        ),
        found(
            format!("{}: average of the periods", line.name),
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
            Ok(value) => Entry::Words(words(&chart.signals[at], value.value(), chart)),
            Err(_) => Entry::Nothing,
        });
        row(&stratum.label, cells)
    });
    let names = [
        &line.name,
        "Average",
        "Lower limit",
        "Upper limit",
        "Signal",
    ];
    let columns = names.map(|name| column(name, line.unit));
    let made = table(&line.caption, "Period", columns.into(), rows.collect());
    Ok(drawn(made, Drawn::Lines))
}

/// The signals of one period in words.
fn words(signals: &[Signal], value: f64, chart: &Chart) -> String {
    let said: Vec<&str> = signals
        .iter()
        .map(|signal| match signal {
            Signal::Outside if value > chart.upper => "above the upper limit",
            Signal::Outside => "below the lower limit",
            Signal::Shift if value > chart.mean => {
                "one of seven or more in a row above the average"
            }
            Signal::Shift => "one of seven or more in a row below the average",
            Signal::Trend => "one of seven or more in a row that rise or fall",
            Signal::NearLimit => "one of two in three near a limit",
        })
        .collect();
    if said.is_empty() {
        "usual variation".to_owned()
    } else {
        said.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Chart, Signal, words};

    #[test]
    fn signals_are_said_in_words() {
        let chart = Chart {
            mean: 5.0,
            lower: 2.0,
            upper: 8.0,
            signals: Vec::new(),
        };
        for (signals, value, expected) in [
            (&[][..], 5.0, "usual variation"),
            (&[Signal::Outside], 1.0, "below the lower limit"),
            (
                &[Signal::Outside, Signal::Shift],
                9.0,
                "above the upper limit; one of seven or more in a row above the average",
            ),
        ] {
            assert_eq!(words(signals, value, &chart), expected);
        }
    }
}
