//! The release as JSON, for programs: every figure with its unit, decimals and status.
//!
//! Its form is fixed by `release.schema.json`; `release.example.json` is one. A number is
//! `{"number": …, "status": "exact" or "rounded"}` or `{"hidden": why}`, a figure that cannot be given is
//! `{"refused": sentence}`, and what the file does not have is `null`: four different things.

mod analyses;
mod targets;

use serde::Serialize;

use crate::answer::cell::{Cell, Figure, Outcome};
use crate::answer::section::{Bounds, Completeness, Contrast, Group, Section};
use crate::answer::{Answer, Aside};
use crate::core::dimension::Status;
use crate::core::units::Unit;
use crate::present::card;
use crate::present::figure::full;
use crate::release::rule::Rule;

use super::recipe::names::{POLARITIES, name_of};
use super::recipe::wire::Recipe;
use super::{ExportError, Exporter};
use analyses::AnalysisOut;
use targets::AimOut;

pub(super) const EXPORTER: Exporter = Exporter {
    id: "json",
    name: "Results as JSON",
    extension: "json",
    mime: "application/json",
    make,
};

/// The JSON schema of what [`super::json()`] writes.
pub const SCHEMA: &str = include_str!("../release.schema.json");
/// One example of what [`super::json()`] writes.
pub const EXAMPLE: &str = include_str!("../release.example.json");

pub(super) fn make(release: &Answer) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(&document(release))
        .map_err(|error| ExportError::Writing(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u8,
    made_with: String,
    rule: RuleOut,
    method: Vec<Term>,
    recipe: Recipe,
    sections: Vec<SectionOut<'a>>,
    completeness: Vec<CompletenessOut<'a>>,
    ledger: LedgerOut,
    notes: &'a [String],
}

#[derive(Serialize)]
struct RuleOut {
    id: &'static str,
    name: &'static str,
    threshold: &'static str,
    source: &'static str,
}

#[derive(Serialize)]
struct Term {
    term: &'static str,
    text: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Shown { number: f64, status: &'static str },
    Hidden { hidden: &'static str },
}

#[derive(Serialize)]
#[serde(untagged)]
enum FigureOut {
    Figure(Box<Given>),
    Refused { refused: String },
}

#[derive(Serialize)]
struct Given {
    value: Number,
    lower: Option<Number>,
    upper: Option<Number>,
    level: Option<f64>,
    no_interval: Option<String>,
    unit: String,
    factor: f64,
    places: i8,
    method: &'static str,
    text: String,
}

#[derive(Serialize)]
struct GroupOut<'a> {
    label: &'a str,
    #[serde(rename = "standing")]
    status: &'static str,
    /// The groups that the rule has joined in it.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    joined: &'a [String],
    people: Option<Number>,
    events: Option<Number>,
    blank: Number,
    value: FigureOut,
    share_gap: FigureOut,
    representation: FigureOut,
}

#[derive(Serialize)]
struct ContrastOut<'a> {
    id: &'a str,
    worse_off: GroupOut<'a>,
    better_off: GroupOut<'a>,
    difference: FigureOut,
    ratio: FigureOut,
    ratio_without: Option<FigureOut>,
}

#[derive(Serialize)]
struct MeasureOut {
    id: &'static str,
    name: &'static str,
    figure: FigureOut,
}

#[derive(Serialize)]
struct BoundsOut<'a> {
    worse_off: &'a str,
    better_off: &'a str,
    unknown: Number,
    unknown_share: FigureOut,
    observed: FigureOut,
    best_case: FigureOut,
    worst_case: FigureOut,
}

#[derive(Serialize)]
struct SectionOut<'a> {
    indicator: &'a str,
    indicator_id: &'a str,
    population: &'a str,
    polarity: String,
    dimension: &'a str,
    dimension_id: &'a str,
    ordered: bool,
    edition: Option<&'a str>,
    groups: Vec<GroupOut<'a>>,
    known: GroupOut<'a>,
    everyone: GroupOut<'a>,
    contrasts: Vec<ContrastOut<'a>>,
    measures: Vec<MeasureOut>,
    bounds: Option<BoundsOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<AimOut<'a>>,
    #[serde(rename = "studies")]
    analyses: Vec<AnalysisOut<'a>>,
}

#[derive(Serialize)]
struct CompletenessOut<'a> {
    dimension: &'a str,
    everyone: Number,
    standings: Vec<StatusOut>,
}

#[derive(Serialize)]
struct StatusOut {
    #[serde(rename = "standing")]
    status: &'static str,
    people: Number,
}

#[derive(Serialize)]
struct LedgerOut {
    read: Number,
    used: Number,
    aside: Vec<AsideOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<WithoutOut>,
}

/// Rows that count, but not for the outcome at a place of the recipe.
#[derive(Serialize)]
struct WithoutOut {
    outcome: usize,
    rows: Number,
    reasons: Vec<AsideOut>,
}

#[derive(Serialize)]
struct AsideOut {
    reason: &'static str,
    rows: Number,
}

fn document(release: &Answer) -> Document<'_> {
    let rule = release.rule;
    let ledger = &release.ledger;
    Document {
        format: "equal-measure-release",
        version: 1,
        made_with: format!("Equal Measure {}", release.app_version),
        rule: RuleOut {
            id: rule.id,
            name: rule.name,
            threshold: rule.threshold,
            source: rule.source,
        },
        method: card::card(release)
            .into_iter()
            .map(|(term, text)| Term {
                term: term.name(),
                text,
            })
            .collect(),
        recipe: Recipe::of(&release.plan),
        sections: release
            .sections
            .iter()
            .map(|one| section(one, release.rule))
            .collect(),
        completeness: release.completeness.iter().map(completeness).collect(),
        ledger: LedgerOut {
            read: number(ledger.read),
            used: number(ledger.used),
            aside: asides(&ledger.aside),
            without: ledger
                .without
                .iter()
                .map(|without| WithoutOut {
                    outcome: without.outcome,
                    rows: number(without.rows),
                    reasons: asides(&without.reasons),
                })
                .collect(),
        },
        notes: &release.source.notes,
    }
}

fn asides(list: &[Aside]) -> Vec<AsideOut> {
    let aside = |aside: &Aside| AsideOut {
        reason: aside.reason.words(),
        rows: number(aside.rows),
    };
    list.iter().map(aside).collect()
}

fn number(cell: Cell) -> Number {
    match cell {
        Cell::Exact(number) => Number::Shown {
            number,
            status: "exact",
        },
        Cell::Rounded(number) => Number::Shown {
            number,
            status: "rounded",
        },
        Cell::Hidden(why) => Number::Hidden { hidden: why.id() },
    }
}

fn outcome(outcome: &Outcome) -> FigureOut {
    match outcome {
        Ok(figure) => given(figure),
        Err(refusal) => FigureOut::Refused {
            refused: refusal.to_string(),
        },
    }
}

fn given(figure: &Figure) -> FigureOut {
    let limits = figure.limits.as_ref().ok();
    FigureOut::Figure(Box::new(Given {
        value: number(figure.value),
        lower: limits.map(|limits| number(limits.lower)),
        upper: limits.map(|limits| number(limits.upper)),
        level: limits.map(|limits| limits.level.proportion()),
        no_interval: figure.limits.as_ref().err().map(ToString::to_string),
        unit: unit(figure.unit),
        factor: figure.unit.factor(),
        places: figure.places,
        method: figure.method,
        text: full(&Ok(figure.clone())),
    }))
}

fn group(group: &Group) -> GroupOut<'_> {
    GroupOut {
        label: &group.label,
        status: status(group.status),
        joined: &group.parts,
        people: group.people.map(number),
        events: group.events.map(number),
        blank: number(group.blank),
        value: outcome(&group.value),
        share_gap: outcome(&group.share_gap),
        representation: outcome(&group.representation),
    }
}

fn contrast(contrast: &Contrast) -> ContrastOut<'_> {
    ContrastOut {
        id: &contrast.id,
        worse_off: group(&contrast.worse_off),
        better_off: group(&contrast.better_off),
        difference: outcome(&contrast.difference),
        ratio: outcome(&contrast.ratio),
        ratio_without: contrast.ratio_without.as_ref().map(outcome),
    }
}

fn bounds(bounds: &Bounds) -> BoundsOut<'_> {
    BoundsOut {
        worse_off: &bounds.worse_off,
        better_off: &bounds.better_off,
        unknown: number(bounds.unknown),
        unknown_share: given(&bounds.unknown_share),
        observed: given(&bounds.observed),
        best_case: given(&bounds.best_case),
        worst_case: given(&bounds.worst_case),
    }
}

fn section<'a>(section: &'a Section, rule: &Rule) -> SectionOut<'a> {
    SectionOut {
        indicator: &section.indicator.name,
        indicator_id: &section.indicator.id,
        population: &section.indicator.population,
        polarity: name_of(POLARITIES, &section.indicator.polarity),
        dimension: &section.dimension.name,
        dimension_id: &section.dimension.id,
        ordered: section.dimension.ordered,
        edition: section.dimension.edition.as_deref(),
        groups: section.groups.iter().map(group).collect(),
        known: group(&section.known),
        everyone: group(&section.everyone),
        contrasts: section.contrasts.iter().map(contrast).collect(),
        measures: section
            .measures
            .iter()
            .map(|measured| MeasureOut {
                id: measured.measure.card.id,
                name: measured.measure.card.name,
                figure: outcome(&measured.figure),
            })
            .collect(),
        bounds: section.bounds.as_ref().map(bounds),
        targets: targets::aims(section, rule),
        analyses: section.analyses.iter().map(analyses::analysis).collect(),
    }
}

fn completeness(one: &Completeness) -> CompletenessOut<'_> {
    CompletenessOut {
        dimension: &one.dimension,
        everyone: number(one.everyone),
        standings: one
            .by_status
            .iter()
            .map(|&(each, people)| StatusOut {
                status: status(each),
                people: number(people),
            })
            .collect(),
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Known => "known",
        Status::NotStated => "not-stated",
        Status::NotKnown => "not-known",
        Status::Missing => "missing",
        Status::Unrecognised => "unrecognised",
        Status::Total => "total",
    }
}

fn unit(unit: Unit) -> String {
    super::csv::unit_name(unit).replace(' ', "-")
}
