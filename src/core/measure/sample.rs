//! What the measures over all groups take: values, sizes and standard errors, checked once.

use super::standard_error;
use crate::core::group::{Group, Groups};
use crate::core::refusal::Refusal;

/// The groups' values with their sizes and, where known, standard errors. All have the same length;
/// values and errors are finite, no size or error is negative, and the sizes add up to more than 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    values: Vec<f64>,
    shares: Vec<f64>,
    populations: Vec<f64>,
    errors: Option<Vec<f64>>,
}

impl Sample {
    /// A checked sample. For ordered measures the most disadvantaged group comes first.
    ///
    /// # Errors
    /// [`Refusal::Mismatch`] for lists of different length, [`Refusal::Missing`] for a value, size or
    /// error that is not a number, [`Refusal::OutOfRange`] for a negative size or error,
    /// [`Refusal::Zero`] when all sizes are 0.
    pub fn new(
        values: Vec<f64>,
        populations: Vec<f64>,
        standard_errors: Option<Vec<f64>>,
    ) -> Result<Self, Refusal> {
        let errors_fit = standard_errors
            .as_ref()
            .is_none_or(|errors| errors.len() == values.len());
        if populations.len() != values.len() || !errors_fit {
            return Err(Refusal::Mismatch {
                what: "every group needs a value, a size and a standard error",
            });
        }
        check(&values, "value for every group", None)?;
        check(&populations, "size for every group", Some("Every size"))?;
        if let Some(errors) = &standard_errors {
            check(
                errors,
                "standard error for every group",
                Some("Every standard error"),
            )?;
        }
        let total: f64 = populations.iter().sum();
        if total <= 0.0 {
            return Err(Refusal::Zero {
                what: "the number of people",
            });
        }
        let shares = populations.iter().map(|size| size / total).collect();
        Ok(Self {
            values,
            shares,
            populations,
            errors: standard_errors,
        })
    }

    /// The sample of the groups of a dimension, at least `need` of them. Groups of nobody are left out.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`]; [`Refusal::NoPopulation`] when a size is not known; else as
    /// [`Sample::new`].
    pub fn of_groups(groups: &Groups, need: usize) -> Result<Self, Refusal> {
        let list: Vec<&Group> = groups
            .list
            .iter()
            .filter(|group| !is_empty(group))
            .collect();
        let got = list.len();
        if got < need {
            return Err(Refusal::TooFewGroups { need, got });
        }
        let values = list.iter().map(|group| group.value).collect();
        let populations = list
            .iter()
            .map(|group| group.population)
            .collect::<Option<_>>()
            .ok_or(Refusal::NoPopulation)?;
        let errors = list
            .iter()
            .map(|group| standard_error::of_group(group, groups.kind).ok())
            .collect::<Option<_>>();
        Self::new(values, populations, errors)
    }

    /// The sample of groups that run from most to least disadvantaged.
    ///
    /// # Errors
    /// [`Refusal::NotOrdered`]; else as [`Sample::of_groups`].
    pub fn of_ordered(groups: &Groups, need: usize) -> Result<Self, Refusal> {
        if groups.ordered {
            Self::of_groups(groups, need)
        } else {
            Err(Refusal::NotOrdered)
        }
    }

    /// The groups' values.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Each group's share of all people; they add up to 1.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The groups' sizes.
    pub fn populations(&self) -> &[f64] {
        &self.populations
    }

    /// The groups' standard errors.
    ///
    /// # Errors
    /// [`Refusal::NoStandardError`] when they are not known.
    pub fn errors(&self) -> Result<&[f64], Refusal> {
        self.errors.as_deref().ok_or(Refusal::NoStandardError)
    }

    /// The average of the values, each weighed by its group's size.
    pub fn mean(&self) -> f64 {
        self.weighted(&self.values)
    }

    /// The average of the values, where it is above 0.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] when it is not.
    pub fn positive_mean(&self) -> Result<f64, Refusal> {
        let mean = self.mean();
        if mean > 0.0 {
            Ok(mean)
        } else {
            Err(Refusal::OutOfRange {
                what: "The average",
                range: "above 0",
            })
        }
    }

    /// Refuses a value below 0.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`].
    pub fn not_negative(&self) -> Result<(), Refusal> {
        check(&self.values, "value for every group", Some("Every value"))
    }

    /// One number a group, made from its share of all people and its value.
    pub fn each(&self, make: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        self.shares
            .iter()
            .zip(&self.values)
            .map(|(&share, &value)| make(share, value))
            .collect()
    }

    /// Any other list of one number a group, averaged by the groups' sizes.
    pub fn weighted(&self, numbers: &[f64]) -> f64 {
        self.shares.iter().zip(numbers).map(|(p, x)| p * x).sum()
    }

    /// The same sample with other values.
    #[must_use]
    pub fn with_values(&self, values: Vec<f64>) -> Self {
        Self {
            values,
            ..self.clone()
        }
    }

    /// The spread of a sum of values with these coefficients: √Σ(cₖ·sₖ)².
    ///
    /// # Errors
    /// As [`Sample::errors`].
    pub fn spread(&self, coefficients: &[f64]) -> Result<f64, Refusal> {
        let squares: f64 = self
            .errors()?
            .iter()
            .zip(coefficients)
            .map(|(s, c)| (s * c).powi(2))
            .sum();
        Ok(squares.sqrt())
    }

    /// Refuses fewer groups than `need`.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`].
    pub fn at_least(&self, need: usize) -> Result<(), Refusal> {
        let got = self.values.len();
        if got < need {
            Err(Refusal::TooFewGroups { need, got })
        } else {
            Ok(())
        }
    }
}

/// Where the sample of the groups has the group at this place of theirs.
///
/// # Errors
/// [`Refusal::Mismatch`] when the group has nobody, or is not among the groups.
pub fn place(groups: &Groups, place: usize) -> Result<usize, Refusal> {
    let before = groups.list.get(..place).unwrap_or_default();
    match groups.list.get(place) {
        Some(group) if !is_empty(group) => {
            Ok(before.iter().filter(|group| !is_empty(group)).count())
        }
        _ => Err(Refusal::Mismatch {
            what: "the group to compare with is not among the groups",
        }),
    }
}

/// Whether a group is known to have nobody.
pub(super) fn is_empty(group: &Group) -> bool {
    group.population.is_some_and(|people| people == 0.0)
}

/// Refuses what is not finite and, where `not_negative` names it, what is below 0.
fn check(
    numbers: &[f64],
    what: &'static str,
    not_negative: Option<&'static str>,
) -> Result<(), Refusal> {
    if numbers.iter().any(|x| !x.is_finite()) {
        return Err(Refusal::Missing { what });
    }
    match not_negative {
        Some(what) if numbers.iter().any(|&x| x < 0.0) => Err(Refusal::OutOfRange {
            what,
            range: "not negative",
        }),
        _ => Ok(()),
    }
}
