//! Second ways to divide people that a file offers: by age, over time, by organisation, within others.

use std::collections::BTreeSet;

use super::divide::SURE;
use crate::core::plan::{Division, Only, Plan, Role, Shape, Stratification};
use crate::ingest::collect::can_cross;
use crate::ingest::outline::{ColumnFinding, SheetOutline};
use crate::nhs::{organisation, period, words};

/// More organisations than this are not compared.
const MOST_PLACES: usize = 500;
/// More columns of periods, and more other ways to divide people, than these are not offered.
const MOST_PERIODS: usize = 3;
const MOST_OTHERS: usize = 6;
/// More kinds of organisations than these are not offered.
const MOST_KINDS: usize = 4;

/// What the sheet's proposed plan can be crossed with, best known first: ages, ages of each sex, periods,
/// organisations, others. Empty where there is no plan.
pub fn offers(sheet: &SheetOutline) -> Vec<Stratification> {
    sheet
        .plan
        .as_ref()
        .map_or_else(|_| Vec::new(), |plan| offered(&sheet.columns, plan))
}

/// The same, for a plan that is being made.
pub fn offered(columns: &[ColumnFinding], plan: &Plan) -> Vec<Stratification> {
    let file = File { columns, plan };
    let mut stratifications = Vec::new();
    // Values that someone else estimated cannot be added up again in another way.
    if plan.shape != Shape::Estimates {
        let age = file.ages();
        stratifications.extend(age.clone().map(|age| vec![age]));
        stratifications.extend(age.zip(file.sexes()).map(|(age, sex)| vec![age, sex]));
    }
    stratifications.extend(file.periods().into_iter().map(|period| vec![period]));
    if plan.shape != Shape::Estimates {
        stratifications.extend(file.places().into_iter().map(|place| vec![place]));
        stratifications.extend(file.others().into_iter().map(|other| vec![other]));
    }
    stratifications
        .into_iter()
        .map(|by| Stratification { by })
        .filter(|stratification| {
            let mut divisions = plan.divisions.iter();
            divisions.any(|division| can_cross(division, stratification))
        })
        .collect()
}

/// What a plan is crossed with at first. Counts are few, so that ages and periods cost nothing; records
/// are crossed when someone asks; estimates can only be followed over time.
pub fn proposed(columns: &[ColumnFinding], plan: &Plan) -> Vec<Stratification> {
    let offers = offered(columns, plan);
    let is = |scheme: &'static str| {
        move |stratification: &&Stratification| {
            stratification
                .by
                .first()
                .is_some_and(|by| by.scheme == scheme)
        }
    };
    // Ages of each sex come after ages.
    let ages = offers.iter().rfind(is("age"));
    let periods = offers.iter().find(is("period"));
    let wanted = match plan.shape {
        Shape::Records => [None, None],
        Shape::Counts => [ages, periods],
        Shape::Estimates => [None, periods],
    };
    wanted.into_iter().flatten().cloned().collect()
}

/// Puts a stratification into a plan, or takes it out. It takes the place of another that begins as it does:
/// ages alone and ages of each sex answer the same questions.
pub fn set(plan: &mut Plan, stratification: &Stratification, on: bool) {
    let first = |stratification: &Stratification| stratification.by.first().map(|by| by.id.clone());
    plan.stratifications
        .retain(|other| first(other) != first(stratification));
    plan.stratifications
        .extend(on.then(|| stratification.clone()));
}

/// The stratification of columns by name ("Age" or "Age,Sex"), with the scheme that their roles give.
///
/// # Errors
/// A sentence with the columns that there are, when one of the names is not among them, or names people.
pub fn named(sheet: &SheetOutline, names: &str) -> Result<Stratification, String> {
    let find = |name: &str| {
        let mut columns = sheet.columns.iter();
        columns.find(|column| column.name == name.trim() && column.role != Role::Identifier)
    };
    let names = match find(names) {
        Some(_) => vec![names],
        None => names.split(',').collect(),
    };
    let one = |name: &str| {
        let column = find(name).ok_or_else(|| {
            let usable = sheet
                .columns
                .iter()
                .filter(|column| column.role != Role::Identifier);
            let usable: Vec<&str> = usable.map(|column| column.name.as_str()).collect();
            format!(
                "No column is named \"{}\". There are: {}.",
                name.trim(),
                usable.join(", ")
            )
        })?;
        let scheme = match (column.role, &column.scheme) {
            (Role::Period, _) => "period",
            (Role::Organisation, _) => "organisation",
            (_, Some(scheme)) => scheme,
            (_, None) => "plain",
        };
        Ok(division(column, scheme))
    };
    let by = names.into_iter().map(one).collect::<Result<_, String>>()?;
    Ok(Stratification { by })
}

struct File<'a> {
    columns: &'a [ColumnFinding],
    plan: &'a Plan,
}

impl File<'_> {
    fn ages(&self) -> Option<Division> {
        let ages = self.of_scheme("age");
        ages.min_by_key(|column| age_rank(column))
            .map(|column| division(column, "age"))
    }

    fn sexes(&self) -> Option<Division> {
        let mut sexes = self.of_scheme("sex");
        sexes.next().map(|column| division(column, "sex"))
    }

    /// Columns of a scheme that name at least two groups in the rows looked at.
    fn of_scheme<'b>(&'b self, scheme: &'b str) -> impl Iterator<Item = &'b ColumnFinding> {
        let divides = move |column: &&ColumnFinding| {
            let known = known(&column.examples).count() >= 2;
            known
                && match self.division(column) {
                    Some(division) => division.scheme == scheme,
                    None => {
                        column.role == Role::Dimension
                            && column.confidence >= SURE
                            && column.scheme.as_deref() == Some(scheme)
                    }
                }
        };
        self.columns.iter().filter(divides)
    }

    /// The plan's division by a column, in a file where one column is one breakdown.
    fn division(&self, column: &ColumnFinding) -> Option<&Division> {
        let mut divisions = self.plan.divisions.iter();
        divisions.find(|division| division.column == column.name && division.only.is_none())
    }

    /// Where the plan keeps one period, its finest column is the one that rows go on along. A file sorted by
    /// period may show one period only in the rows looked at: such a column comes after those that show more.
    fn periods(&self) -> Vec<Division> {
        let filtered = |column: &ColumnFinding| {
            let mut filters = self.plan.filters.iter();
            filters.any(|filter| filter.column == column.name)
        };
        let days = |column: &ColumnFinding| -> usize {
            let days = column
                .texts
                .iter()
                .filter_map(|text| period::last_day(text));
            days.collect::<BTreeSet<u32>>().len()
        };
        let several = |column: &&ColumnFinding| {
            column.role == Role::Period && days(column) >= if column.goes_on { 1 } else { 2 }
        };
        let mut several: Vec<&ColumnFinding> = self.columns.iter().filter(several).collect();
        several.sort_by_key(|column| days(column) < 2);
        let kept = several.iter().filter(|column| filtered(column));
        let finest = kept.rev().max_by_key(|column| days(column));
        let offered = match finest {
            Some(&finest) => vec![finest],
            None => several,
        };
        let offered = offered.into_iter().take(MOST_PERIODS);
        offered.map(|column| division(column, "period")).collect()
    }

    /// The organisations of each kind where a column tells kinds apart, so that trusts are not set beside
    /// the regions they lie in; else all that there are.
    fn places(&self) -> Vec<Division> {
        let Some(places) = self.place_column() else {
            return Vec::new();
        };
        let mut columns = self.columns.iter();
        let level = columns.find(|column| {
            column.role == Role::Organisation && organisation::is_level(&column.name)
        });
        let kinds = level.into_iter().flat_map(|level| {
            let kinds = level.texts.iter();
            let kinds = kinds.filter(|text| organisation::is_kind(text));
            kinds.take(MOST_KINDS).map(move |kind| Division {
                id: format!("{} = {kind}", level.name),
                only: Some(Only {
                    column: level.name.clone(),
                    text: kind.clone(),
                }),
                ..division(places, "organisation")
            })
        });
        let kinds: Vec<Division> = kinds.collect();
        if kinds.is_empty() {
            vec![division(places, "organisation")]
        } else {
            kinds
        }
    }

    /// Of the columns that name places, the one that tells most of them apart; names before codes,
    /// organisations before small areas.
    fn place_column(&self) -> Option<&ColumnFinding> {
        let places = |column: &ColumnFinding| {
            let parts = known(&column.texts).filter(|text| !organisation::is_england(text));
            parts.count()
        };
        let fits = |column: &&ColumnFinding| {
            column.role == Role::Organisation
                && !organisation::is_level(&column.name)
                && (2..=MOST_PLACES).contains(&places(column))
        };
        let fitting: Vec<&ColumnFinding> = self.columns.iter().filter(fits).collect();
        let small = |column: &ColumnFinding| {
            let name = column.name.to_lowercase();
            ["lsoa", "msoa", "output area"]
                .iter()
                .any(|word| name.contains(word))
        };
        let best = fitting.iter().rev();
        let best = best.max_by_key(|column| (!small(column), places(column)))?;
        let named = fitting.iter().find(|column| {
            // A name and its code may differ by a few: two places of one name, a code that changed.
            column.name.to_lowercase().contains("name")
                && small(column) == small(best)
                && places(column) * 10 >= places(best) * 9
        });
        Some(named.unwrap_or(best))
    }

    fn others(&self) -> Vec<Division> {
        let role = |division: &Division| {
            let mut columns = self.columns.iter();
            columns
                .find(|column| column.name == division.column)
                .map(|column| column.role)
        };
        let divisions = self.plan.divisions.iter();
        divisions
            .filter(|division| division.only.is_none())
            .filter(|division| !matches!(division.scheme.as_str(), "age" | "imd-rank"))
            .filter(|division| role(division) != Some(Role::Organisation))
            .take(MOST_OTHERS)
            .cloned()
            .collect()
    }
}

/// Texts that may name a group.
fn known(texts: &[String]) -> impl Iterator<Item = &String> {
    texts.iter().filter(|text| words::status(text).is_none())
}

/// Single years make the narrowest bands; numbers that stand for bands say nothing of ages.
fn age_rank(column: &ColumnFinding) -> u8 {
    let numeric = known(&column.examples).all(|text| text.trim().parse::<f64>().is_ok());
    let said = words::plain(&column.name);
    let coded = said
        .split(' ')
        .any(|word| matches!(word, "code" | "id" | "band" | "group"));
    match (numeric, coded) {
        (true, false) => 0,
        (false, _) => 1,
        (true, true) => 2,
    }
}

fn division(column: &ColumnFinding, scheme: &str) -> Division {
    Division {
        id: column.name.clone(),
        column: column.name.clone(),
        only: None,
        scheme: scheme.to_owned(),
    }
}
