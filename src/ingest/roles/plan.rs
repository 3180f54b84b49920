//! The Plan that follows from what the columns are for.

use super::choose::{self, Kind};
use super::cross;
use super::direction::{self, Direction};
use super::divide;
use super::pin;
use super::pins::Pinned;
use super::series::{self, Asked, Seen};
use crate::core::plan::{Column, Division, Only, Outcome, Plan, Role, Shape, Stratification};
use crate::ingest::outline::{ColumnFinding, KeptNote, SheetOutline};
use crate::nhs::ethnicity;
use crate::nhs::indicators::{known, polarity};

/// The rule that every plan starts with.
const DEFAULT_RULE: &str = "nhs-england";

/// What is proposed for a sheet.
#[derive(Debug)]
pub struct Proposal {
    /// The plan, or why there can be none.
    pub plan: Result<Plan, String>,
    /// Sentences about what was left out.
    pub notes: Vec<String>,
    /// Those of the sentences that are about rows kept.
    pub kept: Vec<KeptNote>,
    /// Texts whose rows are kept and hold what the other rows hold besides.
    pub totals: Vec<Only>,
}

impl From<String> for Proposal {
    fn from(why: String) -> Self {
        Self {
            plan: Err(why),
            notes: Vec::new(),
            kept: Vec::new(),
            totals: Vec::new(),
        }
    }
}

/// The plan for a sheet.
pub fn propose(sheet: &str, columns: &[ColumnFinding], seen: Seen) -> Proposal {
    let kind = choose::kind(columns);
    let asked = match ask(&kind, columns, seen) {
        Ok(asked) => asked,
        Err(why) => return why.into(),
    };
    let mut divisions = divide::all(columns, seen, asked.shape);
    let known = divisions
        .iter()
        .any(|division| is_of_people(columns, division));
    let number = |outcome: &Outcome| matches!(outcome, Outcome::Number { .. });
    let sure = !matches!(kind, Ok(Kind::Counted(_))) && !asked.outcomes.iter().all(number);
    if divisions.is_empty() || !known && !sure {
        return nobody_divided().into();
    }
    let pinned = pin::find(columns, seen, asked.shape, &mut divisions);
    let mut asked = asked;
    name_kept_indicator(&mut asked, &pinned);
    let mut plan = Plan {
        sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
        shape: asked.shape,
        columns: roles(columns),
        outcomes: asked.outcomes,
        divisions,
        filters: pinned.filters,
        indicators: asked.indicators,
        ..Plan::under(DEFAULT_RULE)
    };
    plan.switches.sixteen_ethnic_groups = has_later_categories(columns, seen, &plan.divisions);
    plan.switches.most_deprived_last = is_turned(columns, seen, &plan.divisions);
    plan.stratifications = cross::proposed(columns, &plan);
    let mut notes = pinned.notes;
    notes.extend(also_counted(&plan));
    Proposal {
        plan: Ok(plan),
        notes,
        kept: pinned.kept,
        totals: pinned.totals,
    }
}

/// Whether a division tells ethnic categories that five groups would lose.
fn has_later_categories(columns: &[ColumnFinding], seen: Seen, divisions: &[Division]) -> bool {
    let texts = |division: &Division| {
        let at = columns
            .iter()
            .position(|column| column.name == division.column);
        at.map_or(&[][..], |at| seen.texts(at))
    };
    let mut divisions = divisions.iter();
    divisions
        .any(|division| division.scheme == "ethnicity" && ethnicity::has_later(texts(division)))
}

/// Whether the file says of its first division of deprivation that the last is the most deprived.
fn is_turned(columns: &[ColumnFinding], seen: Seen, divisions: &[Division]) -> bool {
    let by = divisions
        .iter()
        .find(|division| division.scheme.starts_with("imd"));
    let at = by.and_then(|by| columns.iter().position(|column| column.name == by.column));
    at.is_some_and(|at| {
        at < seen.facts.len()
            && matches!(
                direction::of(at, seen.facts, seen.above),
                Direction::Last(_)
            )
    })
}

/// What a file can be asked: of records the known indicators first, where its columns give any.
///
/// # Errors
/// A sentence when nothing can be measured.
fn ask(
    kind: &Result<Kind, String>,
    columns: &[ColumnFinding],
    seen: Seen,
) -> Result<Asked, String> {
    let is_wait = |at: usize| matches!(columns[at].role, Role::WeeksWaited | Role::DaysWaited);
    let waits = matches!(kind, Ok(Kind::Records(at)) if is_wait(*at));
    let known = series::ask_known(columns).filter(|_| !waits);
    let asked = match known {
        Some(known) => known,
        None => series::ask(kind.as_ref().map_err(Clone::clone)?, columns, seen)?,
    };
    let aimed = asked.indicators.into_iter().map(known::aimed).collect();
    Ok(Asked {
        indicators: aimed,
        ..asked
    })
}

/// What the rows that a filter leaves out are still used for.
fn also_counted(plan: &Plan) -> impl Iterator<Item = String> {
    let kept = |column: &str| plan.filters.iter().any(|filter| filter.column == column);
    let stratifications = plan
        .stratifications
        .iter()
        .flat_map(|stratification| &stratification.by);
    stratifications
        .filter(move |by| kept(&by.column))
        .map(|by| {
            let column = &by.column;
            let shown = match by.scheme.as_str() {
                "period" => "shown over time",
                "age" => "compared with age taken into account",
                _ => "compared with age and sex taken into account",
            };
            format!("Rows of every \u{201c}{column}\u{201d} count where groups are {shown}.")
        })
}

/// In a file of several indicators the one whose rows are kept gives the name.
fn name_kept_indicator(asked: &mut Asked, pinned: &Pinned) {
    let kept = pinned
        .filters
        .iter()
        .find(|filter| series::names_indicators(&filter.column));
    let kept = kept.and_then(|filter| filter.keep.texts().first());
    let Some(text) = kept.or(pinned.indicator.as_ref()) else {
        return;
    };
    if asked.shape == Shape::Records {
        return;
    }
    let several = asked.indicators.len() > 1;
    for indicator in &mut asked.indicators {
        if several || indicator.share_of_total().is_some() {
            continue;
        }
        indicator.name.clone_from(text);
        indicator.verb = format!("{text} was");
        if asked.shape == Shape::Counts {
            indicator.polarity = polarity::of(text);
        }
    }
}

/// Whether a division is by what people are, and not by where they are seen.
fn is_of_people(columns: &[ColumnFinding], division: &Division) -> bool {
    columns
        .iter()
        .any(|column| column.name == division.column && column.role != Role::Organisation)
}

fn nobody_divided() -> String {
    "No column divides people into groups (deprivation, ethnic group, sex, age or another). Say which \
     column does, or choose another sheet."
        .into()
}

fn roles(columns: &[ColumnFinding]) -> Vec<Column> {
    columns
        .iter()
        .map(|column| Column {
            name: column.name.clone(),
            role: column.role,
        })
        .collect()
}

/// The plan after roles or schemes in `outline.columns` were changed by hand. Choices made before stay
/// where they still make sense: filters, stratifications, switches, measures, level, rule, and the divisions and
/// series of a file that names its breakdowns or bands in rows.
///
/// # Errors
/// A sentence that says why nothing can be measured with these roles.
pub fn propose_again(outline: &SheetOutline) -> Result<Plan, String> {
    let columns = &outline.columns;
    let before = outline.plan.as_ref().ok();
    let kind = choose::kind(columns);
    let asked = match (&kind, before) {
        (Ok(Kind::BandRows(band, count)), Some(before))
            if reads_bands(before, &columns[*band].name, &columns[*count].name) =>
        {
            series::Asked {
                shape: before.shape,
                outcomes: before.outcomes.clone(),
                indicators: before.indicators.clone(),
            }
        }
        _ => ask(&kind, columns, Seen::default())?,
    };
    let mut divisions = divide::all(columns, Seen::default(), Shape::Estimates);
    if let Some(before) = before {
        divisions.retain(|division| was_meant(division, before, columns));
        keep_divisions(&mut divisions, before, columns);
    }
    if divisions.is_empty() {
        return Err(nobody_divided());
    }
    let mut plan = before.cloned().unwrap_or_else(|| empty(outline));
    let same_outcomes = plan.outcomes == asked.outcomes;
    plan.shape = asked.shape;
    plan.outcomes = asked.outcomes;
    // The same outcomes keep their indicators: their names came from rows that are not at hand now.
    if !same_outcomes || plan.indicators.is_empty() {
        plan.indicators = asked.indicators;
    }
    plan.divisions = divisions;
    plan.columns = roles(columns);
    plan.joins.clone_from(&outline.joins);
    let proposed = cross::proposed(columns, &plan);
    match before {
        Some(before) => keep_stratifications(&mut plan, before, proposed),
        None => plan.stratifications = proposed,
    }
    Ok(plan)
}

/// Whether a plan's outcome is made of the bands in one column and the counts in another.
fn reads_bands(plan: &Plan, band: &str, count: &str) -> bool {
    plan.outcomes.iter().any(|outcome| match outcome {
        Outcome::Sums(series) => series.iter().all(|one| {
            let by = one.only.as_ref().is_some_and(|only| only.column == band);
            by && one.column == count
        }),
        _ => false,
    })
}

/// Stratifications stay as long as their columns are for what they were; those of columns whose role has just
/// changed are proposed anew.
fn keep_stratifications(plan: &mut Plan, before: &Plan, proposed: Vec<Stratification>) {
    let same = |by: &Division| {
        let role = |plan: &Plan| {
            let mut columns = plan.columns.iter();
            columns
                .find(|column| column.name == by.column)
                .map(|column| column.role)
        };
        role(plan) == role(before)
    };
    let kept = before
        .stratifications
        .iter()
        .filter(|stratification| stratification.by.iter().all(same));
    let mut stratifications: Vec<Stratification> = kept.cloned().collect();
    let another_shape = plan.shape != before.shape;
    stratifications.extend(proposed.into_iter().filter(|stratification| {
        (another_shape || !stratification.by.iter().all(same))
            && !before.stratifications.contains(stratification)
    }));
    plan.stratifications = stratifications;
}

/// A doubtful column divides people when it did before, or when its role was just chosen.
fn was_meant(division: &Division, before: &Plan, columns: &[ColumnFinding]) -> bool {
    let chosen = before
        .columns
        .iter()
        .any(|column| column.name == division.column && column.role != Role::Dimension);
    chosen
        || before
            .divisions
            .iter()
            .any(|other| other.column == division.column)
        || divide::confidence(columns, &division.column) >= divide::SURE
}

/// Divisions by breakdown, and by organisation, stay as long as their columns have the role.
fn keep_divisions(divisions: &mut Vec<Division>, before: &Plan, columns: &[ColumnFinding]) {
    let role = |name: &str| {
        columns
            .iter()
            .find(|column| column.name == name)
            .map(|column| column.role)
    };
    let stays = |division: &Division| match &division.only {
        Some(only) => {
            role(&division.column) == Some(Role::Group)
                && role(&only.column) == Some(Role::Breakdown)
        }
        None => matches!(
            role(&division.column),
            Some(Role::Organisation | Role::Group)
        ),
    };
    let kept: Vec<Division> = before
        .divisions
        .iter()
        .filter(|division| stays(division))
        .cloned()
        .collect();
    let lone_group = |division: &Division| role(&division.column) != Some(Role::Group);
    divisions.retain(|division| {
        kept.iter().all(|other| other.column != division.column)
            && (kept.is_empty() || lone_group(division))
    });
    let by_breakdown = kept.iter().any(|division| division.only.is_some());
    if by_breakdown {
        divisions.splice(0..0, kept);
    } else {
        divisions.extend(kept);
    }
}

fn empty(outline: &SheetOutline) -> Plan {
    Plan {
        sheet: (!outline.name.is_empty()).then(|| outline.name.clone()),
        ..Plan::under(DEFAULT_RULE)
    }
}
