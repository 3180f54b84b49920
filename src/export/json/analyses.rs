//! The analyses of a section as JSON. Whatever an analysis finds has the same few forms, so that a new analysis
//! needs nothing here.

use serde::Serialize;

use crate::answer::section::{Analysed, Entry, Found, Results, Rows};
use crate::core::analysis::Drawn;
use crate::core::measure::Null;
use crate::core::stratification::By;
use crate::present::analyses::words;

use super::{FigureOut, Number, number, outcome, unit};

#[derive(Serialize)]
pub(super) struct AnalysisOut<'a> {
    id: &'static str,
    name: &'static str,
    by: Option<&'static str>,
    second: Option<&'a str>,
    #[serde(rename = "findings")]
    results: ResultsOut<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ResultsOut<'a> {
    Found {
        figures: Vec<FoundOut>,
        tables: Vec<TableOut<'a>>,
        notes: Vec<String>,
    },
    Refused {
        refused: String,
    },
}

#[derive(Serialize)]
struct FoundOut {
    name: String,
    figure: FigureOut,
    equality_at: Option<f64>,
}

#[derive(Serialize)]
struct TableOut<'a> {
    caption: String,
    of: &'a str,
    columns: Vec<ColumnOut>,
    rows: Vec<RowOut>,
    drawn: &'static str,
}

#[derive(Serialize)]
struct ColumnOut {
    name: String,
    unit: String,
    factor: f64,
}

#[derive(Serialize)]
struct RowOut {
    label: String,
    /// `null` where nothing belongs.
    cells: Vec<Option<CellOut>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum CellOut {
    Figure(FigureOut),
    People(Number),
    Known(f64),
    Words(String),
}

pub(super) fn analysis(analysed: &Analysed) -> AnalysisOut<'_> {
    AnalysisOut {
        id: analysed.analysis.card.id,
        name: analysed.analysis.card.name,
        by: analysed.by.map(by),
        second: analysed.second.as_deref(),
        results: match &analysed.results {
            Ok(results) => found(results),
            Err(refusal) => ResultsOut::Refused {
                refused: refusal.to_string(),
            },
        },
    }
}

fn found(results: &Results) -> ResultsOut<'_> {
    ResultsOut::Found {
        figures: results.figures.iter().map(figure).collect(),
        tables: results.tables.iter().map(table).collect(),
        notes: results.notes.iter().map(words::note).collect(),
    }
}

fn figure(found: &Found) -> FoundOut {
    FoundOut {
        name: words::quantity(&found.quantity),
        figure: outcome(&found.figure),
        equality_at: match found.null {
            Null::At(value) => Some(value),
            Null::None => None,
        },
    }
}

fn table(rows: &Rows) -> TableOut<'_> {
    TableOut {
        caption: words::caption(&rows.caption),
        of: words::of(&rows.of),
        columns: rows
            .columns
            .iter()
            .map(|(kind, of)| ColumnOut {
                name: words::column(kind),
                unit: unit(*of),
                factor: of.factor(),
            })
            .collect(),
        rows: rows
            .rows
            .iter()
            .map(|(name, cells)| RowOut {
                label: words::row(name),
                cells: cells.iter().map(cell).collect(),
            })
            .collect(),
        drawn: drawn(rows.drawn),
    }
}

fn cell(entry: &Entry) -> Option<CellOut> {
    match entry {
        Entry::Figure(figure) => Some(CellOut::Figure(outcome(figure))),
        Entry::People(cell) => Some(CellOut::People(number(*cell))),
        Entry::Known(number) => Some(CellOut::Known(*number)),
        Entry::Verdict(verdict) => Some(CellOut::Words(words::verdict(verdict))),
        Entry::Nothing => None,
    }
}

const fn by(by: By) -> &'static str {
    match by {
        By::Ages => "ages",
        By::Periods => "periods",
        By::Places => "places",
        By::Others => "others",
    }
}

const fn drawn(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Not => "not",
        Drawn::Bars => "bars",
        Drawn::Lines => "lines",
        Drawn::Curve => "curve",
        Drawn::Funnel => "funnel",
    }
}
