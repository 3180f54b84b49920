//! What a study sees: the groups, the two sides set against each other, and the second division.

use crate::core::group::{Counts, Group, Groups};
use crate::core::indicator::Counted;
use crate::core::refusal::Refusal;
use crate::core::stratification::{By, Stratum};

/// Everything that an analysis may take in.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// What is measured, as shown.
    pub indicator: String,
    /// Whom it counts.
    pub counted: Counted,
    /// The known groups of the dimension.
    pub groups: Groups,
    /// The two sides that the dimension sets against each other first.
    pub sides: Option<Sides>,
    /// People whose group is unknown.
    pub unknown: Option<Counts>,
    /// The second division.
    pub stratified: Option<Stratified>,
    /// People in good health in the same strata, where another indicator of the plan counts them.
    pub health: Option<Stratified>,
}

/// Two sides set against each other, the disadvantaged one first.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// The disadvantaged side, pooled.
    pub worse_off: Group,
    /// The other side, pooled.
    pub better_off: Group,
    /// Places of the disadvantaged groups among the known ones.
    pub worse_off_groups: Vec<usize>,
    /// Places of the other groups.
    pub better_off_groups: Vec<usize>,
}

/// The groups in each stratum. Where nobody is, or a count is hidden, there is no group.
#[derive(Clone, Debug, PartialEq)]
pub struct Stratified {
    /// What the second division is.
    pub by: By,
    /// Its name as shown.
    pub name: String,
    /// The strata, in their order.
    pub strata: Vec<Stratum>,
    /// For each known group of [`Inputs::groups`], in their order: one for each stratum.
    pub cells: Vec<Vec<Option<Group>>>,
    /// The disadvantaged side in each stratum.
    pub worse_off: Vec<Option<Group>>,
    /// The other side in each stratum.
    pub better_off: Vec<Option<Group>>,
    /// All known groups together in each stratum.
    pub known: Vec<Option<Group>>,
    /// Everyone in each stratum, unknown groups too.
    pub everyone: Vec<Option<Group>>,
}

impl Inputs {
    /// The second division.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] where there is none.
    pub fn stratified(&self) -> Result<&Stratified, Refusal> {
        self.stratified.as_ref().ok_or_else(|| Refusal::NeedsData {
            what: "another column to divide people by (age, period or organisation)".to_owned(),
        })
    }

    /// The second division, where it is one column of this kind; `column` names such a column.
    ///
    /// # Errors
    /// [`Refusal::NeedsData`] where there is none, or several columns together.
    pub(super) fn stratified_by(&self, by: By, column: &str) -> Result<&Stratified, Refusal> {
        let stratified = self.stratified()?;
        let mut strata = stratified.strata.iter();
        if stratified.by == by && strata.all(|stratum| stratum.parts.len() == 1) {
            return Ok(stratified);
        }
        Err(Refusal::NeedsData {
            what: format!("a column of {column}, taken alone"),
        })
    }

    /// The two sides.
    ///
    /// # Errors
    /// [`Refusal::TooFewGroups`] where there are no two groups; [`Refusal::Missing`] where the dimension
    /// sets nothing against anything, or a side has a hidden count.
    pub fn sides(&self) -> Result<&Sides, Refusal> {
        self.sides.as_ref().ok_or(match self.groups.list.len() {
            got @ (0 | 1) => Refusal::TooFewGroups { need: 2, got },
            _ => Refusal::Missing {
                what: "count for each of two sides: one is hidden, or the groups have no two sides",
            },
        })
    }
}
