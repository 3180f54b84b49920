//! Indicators and their formulae as a recipe writes them.

use serde::{Deserialize, Serialize};

use super::RecipeError;
use super::names::{POLARITIES, TAGS, name_of, unit_name, unit_of, value_of};
use super::target::{PartOfWire, TargetWire};
use super::texts::each;
use crate::core::indicator::{Formula, Indicator};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::export) struct IndicatorWire {
    id: String,
    name: String,
    verb: String,
    population: String,
    unit: String,
    polarity: String,
    /// Recipes of one outcome do not say which.
    #[serde(default, skip_serializing_if = "is_first")]
    outcome: usize,
    formula: FormulaWire,
    definition: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetWire>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    part_of: Vec<PartOfWire>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
enum FormulaWire {
    ShareOver {
        weeks: f64,
    },
    ShareYes {},
    Median {},
    Percentile {
        share: f64,
    },
    Mean {},
    Share {
        numerator: Vec<usize>,
        denominator: Vec<usize>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        less: Vec<usize>,
    },
    Rate {
        numerator: Vec<usize>,
        denominator: Vec<usize>,
    },
    Given {
        value: usize,
        limits: Option<[usize; 2]>,
        standard_error: Option<usize>,
        population: Option<usize>,
        #[serde(default = "one", skip_serializing_if = "is_one")]
        scale: u32,
    },
    Unavailable {
        needs: String,
    },
}

impl IndicatorWire {
    pub(super) fn of(indicator: &Indicator) -> Self {
        Self {
            id: indicator.id.clone(),
            name: indicator.name.clone(),
            verb: indicator.verb.clone(),
            population: indicator.population.clone(),
            unit: unit_name(indicator.unit),
            polarity: name_of(POLARITIES, &indicator.polarity),
            outcome: indicator.outcome,
            formula: FormulaWire::of(&indicator.formula),
            definition: indicator.definition.clone(),
            targets: indicator.targets.iter().map(TargetWire::of).collect(),
            tags: indicator
                .tags
                .iter()
                .map(|tag| name_of(TAGS, tag))
                .collect(),
            part_of: indicator.part_of.iter().map(PartOfWire::of).collect(),
        }
    }

    /// The indicator, when its outcome is one of those whose numbers of series these are, and its formula
    /// uses only series that this one has.
    pub(super) fn indicator(self, series: &[usize]) -> Result<Indicator, RecipeError> {
        for text in [
            &self.id,
            &self.name,
            &self.verb,
            &self.population,
            &self.definition,
        ] {
            super::texts::check_text(text)?;
        }
        let series = series
            .get(self.outcome)
            .copied()
            .ok_or(RecipeError::OutOfRange {
                what: "an indicator is made from an outcome that the recipe does not have",
            })?;
        Ok(Indicator {
            outcome: self.outcome,
            unit: unit_of(&self.unit)?,
            polarity: value_of(POLARITIES, "direction", &self.polarity)?,
            formula: self.formula.formula(series)?,
            id: self.id,
            name: self.name,
            verb: self.verb,
            population: self.population,
            definition: self.definition,
            targets: each(self.targets, TargetWire::target)?,
            tags: each(self.tags, |tag| value_of(TAGS, "tag", &tag))?,
            part_of: each(self.part_of, PartOfWire::part_of)?,
        })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_first(place: &usize) -> bool {
    *place == 0
}

impl FormulaWire {
    fn of(formula: &Formula) -> Self {
        match formula {
            Formula::ShareOver { weeks } => Self::ShareOver { weeks: *weeks },
            Formula::ShareYes => Self::ShareYes {},
            Formula::Median => Self::Median {},
            Formula::Percentile(share) => Self::Percentile { share: *share },
            Formula::Mean => Self::Mean {},
            Formula::Share {
                numerator,
                denominator,
                less,
            } => Self::Share {
                numerator: numerator.clone(),
                denominator: denominator.clone(),
                less: less.clone(),
            },
            Formula::Rate {
                numerator,
                denominator,
            } => Self::Rate {
                numerator: numerator.clone(),
                denominator: denominator.clone(),
            },
            Formula::Given {
                value,
                limits,
                standard_error,
                population,
                scale,
            } => Self::Given {
                value: *value,
                limits: limits.map(|(lower, upper)| [lower, upper]),
                standard_error: *standard_error,
                population: *population,
                scale: *scale,
            },
            Formula::Unavailable { needs } => Self::Unavailable {
                needs: needs.clone(),
            },
        }
    }

    fn formula(self, series: usize) -> Result<Formula, RecipeError> {
        let formula = match self {
            Self::ShareOver { weeks } if (0.0..=10_000.0).contains(&weeks) => {
                Formula::ShareOver { weeks }
            }
            Self::ShareOver { .. } => {
                return out("a threshold is not between 0 and 10,000 weeks");
            }
            Self::ShareYes {} => Formula::ShareYes,
            Self::Median {} => Formula::Median,
            Self::Percentile { share } if (0.0..=1.0).contains(&share) => {
                Formula::Percentile(share)
            }
            Self::Percentile { .. } => return out("a percentile is not between 0 and 1"),
            Self::Mean {} => Formula::Mean,
            Self::Share {
                numerator,
                denominator,
                less,
            } => {
                let some = |places: Vec<usize>| {
                    if places.is_empty() {
                        Ok(places)
                    } else {
                        within(places, series)
                    }
                };
                if denominator.is_empty() && !less.is_empty() {
                    return out("a share of everyone has a count taken from nothing");
                }
                Formula::Share {
                    numerator: within(numerator, series)?,
                    denominator: some(denominator)?,
                    less: some(less)?,
                }
            }
            Self::Rate {
                numerator,
                denominator,
            } => Formula::Rate {
                numerator: within(numerator, series)?,
                denominator: within(denominator, series)?,
            },
            Self::Given {
                value,
                limits,
                standard_error,
                population,
                scale,
            } => {
                if scale == 0 || scale > 10_000_000 {
                    return out(
                        "what the file writes for one whole is not between 1 and 10,000,000",
                    );
                }
                let used = [Some(value), standard_error, population];
                let all = used
                    .into_iter()
                    .flatten()
                    .chain(limits.into_iter().flatten());
                within(all.collect(), series)?;
                Formula::Given {
                    value,
                    limits: limits.map(|[lower, upper]| (lower, upper)),
                    standard_error,
                    population,
                    scale,
                }
            }
            Self::Unavailable { needs } => {
                super::texts::check_text(&needs)?;
                Formula::Unavailable { needs }
            }
        };
        Ok(formula)
    }
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_one(scale: &u32) -> bool {
    *scale == 1
}

fn within(places: Vec<usize>, series: usize) -> Result<Vec<usize>, RecipeError> {
    if places.is_empty() || places.iter().any(|&place| place >= series) {
        return out("an indicator uses a list of numbers that the recipe does not have");
    }
    Ok(places)
}

fn out<T>(what: &'static str) -> Result<T, RecipeError> {
    Err(RecipeError::OutOfRange { what })
}
