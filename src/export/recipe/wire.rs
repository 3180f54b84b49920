//! The plan as a recipe writes it.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::filters::FilterWire;
use super::formula::IndicatorWire;
use super::known::KnownWire;
use super::names::{ROLES, SHAPES, SLOPES, name_of, value_of};
use super::only::OnlyWire;
use super::outcome::{OutcomeWire, one_or_several};
use super::pairs::PairWire;
use super::texts::{check_text, checked, each};
use crate::core::analysis;
use crate::core::measure;
use crate::core::plan::{Column, Division, Join, Outcome, Plan, Slope, Stratification, Switches};
use crate::core::units::Level;
use crate::release::rule;

/// The version of the form.
pub(super) const VERSION: u32 = 1;
const FORMAT: &str = "equal-measure-recipe";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::export) struct Recipe {
    format: String,
    version: u32,
    sheet: Option<String>,
    shape: String,
    columns: Vec<ColumnWire>,
    /// Columns that other files give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    joins: Vec<JoinWire>,
    /// Recipes from before there could be several say `outcome`, and one.
    #[serde(alias = "outcome", deserialize_with = "one_or_several")]
    outcomes: Vec<OutcomeWire>,
    divisions: Vec<DivisionWire>,
    #[serde(default)]
    #[serde(rename = "crossings")]
    stratifications: Vec<StratificationWire>,
    filters: Vec<FilterWire>,
    indicators: Vec<IndicatorWire>,
    /// Named instead of written out; a recipe that is saved has them written out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    known: Vec<KnownWire>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pairs: Vec<PairWire>,
    switches: SwitchesWire,
    measures: Vec<String>,
    /// Recipes from before there was a choice say nothing, and mean the straight line.
    #[serde(default = "straight")]
    slope: String,
    level: f64,
    rule: String,
    seed: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnWire {
    name: String,
    role: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinWire {
    name: String,
    column: String,
    key: String,
    take: String,
}

impl JoinWire {
    fn of(join: &Join) -> Self {
        Self {
            name: join.name.clone(),
            column: join.column.clone(),
            key: join.key.clone(),
            take: join.take.clone(),
        }
    }

    fn join(self) -> Result<Join, RecipeError> {
        Ok(Join {
            name: checked(self.name)?,
            column: checked(self.column)?,
            // A recipe never names a file: whichever has these columns gives them.
            file: String::new(),
            sheet: None,
            key: checked(self.key)?,
            take: checked(self.take)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DivisionWire {
    id: String,
    column: String,
    only: Option<OnlyWire>,
    scheme: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StratificationWire {
    by: Vec<DivisionWire>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SwitchesWire {
    chinese_in_asian: bool,
    fifths: bool,
    sixteen_ethnic_groups: bool,
    #[serde(default)]
    most_deprived_last: bool,
}

impl Recipe {
    pub(in crate::export) fn of(plan: &Plan) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            sheet: plan.sheet.clone(),
            shape: name_of(SHAPES, &plan.shape),
            columns: plan
                .columns
                .iter()
                .map(|column| ColumnWire {
                    name: column.name.clone(),
                    role: name_of(ROLES, &column.role),
                })
                .collect(),
            joins: plan.joins.iter().map(JoinWire::of).collect(),
            outcomes: plan.outcomes.iter().map(OutcomeWire::of).collect(),
            divisions: plan.divisions.iter().map(DivisionWire::of).collect(),
            stratifications: plan
                .stratifications
                .iter()
                .map(|stratification| StratificationWire {
                    by: stratification.by.iter().map(DivisionWire::of).collect(),
                })
                .collect(),
            filters: plan.filters.iter().map(FilterWire::of).collect(),
            indicators: plan.indicators.iter().map(IndicatorWire::of).collect(),
            known: Vec::new(),
            pairs: plan.pairs.iter().map(PairWire::of).collect(),
            switches: SwitchesWire {
                chinese_in_asian: plan.switches.chinese_in_asian,
                fifths: plan.switches.fifths,
                sixteen_ethnic_groups: plan.switches.sixteen_ethnic_groups,
                most_deprived_last: plan.switches.most_deprived_last,
            },
            measures: plan.measures.clone(),
            slope: name_of(SLOPES, &plan.slope),
            level: plan.level.proportion(),
            rule: plan.rule.clone(),
            seed: plan.seed,
        }
    }

    pub(super) fn plan(self) -> Result<Plan, RecipeError> {
        self.check()?;
        let outcomes = each(self.outcomes, OutcomeWire::outcome)?;
        let series = outcomes.iter().map(|outcome| match outcome {
            Outcome::Sums(series) => series.len(),
            _ => 0,
        });
        let series: Vec<usize> = series.collect();
        let mut plan = Plan {
            sheet: self.sheet,
            shape: value_of(SHAPES, "shape", &self.shape)?,
            columns: each(self.columns, |column| {
                Ok(Column {
                    role: value_of(ROLES, "role", &column.role)?,
                    name: checked(column.name)?,
                })
            })?,
            joins: each(self.joins, JoinWire::join)?,
            outcomes,
            divisions: each(self.divisions, DivisionWire::division)?,
            stratifications: each(self.stratifications, |stratification| {
                if stratification.by.is_empty() {
                    return Err(RecipeError::OutOfRange {
                        what: "a crossing names no column",
                    });
                }
                Ok(Stratification {
                    by: each(stratification.by, DivisionWire::division)?,
                })
            })?,
            filters: each(self.filters, FilterWire::filter)?,
            indicators: each(self.indicators, |indicator| indicator.indicator(&series))?,
            pairs: each(self.pairs, PairWire::pair)?,
            switches: Switches {
                chinese_in_asian: self.switches.chinese_in_asian,
                fifths: self.switches.fifths,
                sixteen_ethnic_groups: self.switches.sixteen_ethnic_groups,
                most_deprived_last: self.switches.most_deprived_last,
            },
            measures: self.measures,
            slope: value_of(SLOPES, "form of the slope index", &self.slope)?,
            level: Level::new(self.level).ok_or(RecipeError::OutOfRange {
                what: "the confidence level is not between 0 and 1",
            })?,
            rule: self.rule,
            seed: self.seed,
        };
        self.known
            .iter()
            .try_for_each(|known| known.add_to(&mut plan))?;
        Ok(plan)
    }

    /// What must fit before anything is converted.
    fn check(&self) -> Result<(), RecipeError> {
        if self.format != FORMAT {
            return Err(RecipeError::Form {
                why: format!("it does not say \"format\": \"{FORMAT}\""),
            });
        }
        if self.version != VERSION {
            return Err(RecipeError::Version {
                found: self.version,
            });
        }
        if let Some(sheet) = &self.sheet {
            check_text(sheet)?;
        }
        let unknown = |what, name: &str| RecipeError::Unknown {
            what,
            name: name.chars().take(80).collect(),
        };
        if rule::find(&self.rule).is_none() {
            return Err(unknown("disclosure rule", &self.rule));
        }
        let known = |id: &str| measure::find(id).is_some() || analysis::find(id).is_some();
        match self.measures.iter().find(|id| !known(id)) {
            Some(id) => Err(unknown("measure", id)),
            None => Ok(()),
        }
    }
}

impl DivisionWire {
    fn of(division: &Division) -> Self {
        Self {
            id: division.id.clone(),
            column: division.column.clone(),
            only: division.only.as_ref().map(OnlyWire::of),
            scheme: division.scheme.clone(),
        }
    }

    fn division(self) -> Result<Division, RecipeError> {
        Ok(Division {
            id: checked(self.id)?,
            column: checked(self.column)?,
            only: self.only.map(OnlyWire::only).transpose()?,
            scheme: checked(self.scheme)?,
        })
    }
}

fn straight() -> String {
    name_of(SLOPES, &Slope::Linear)
}
