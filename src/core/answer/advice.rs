//! Which measures an answer gives.

use crate::core::group::Groups;
use crate::core::measure::{self, Measure};
use crate::core::plan::Plan;

/// The measures that the plan names, or those recommended for these groups, in the order of showing; the
/// slope and the relative index in the plan's form.
pub fn chosen(plan: &Plan, groups: &Groups) -> Vec<&'static Measure> {
    let named: Vec<&str> = plan
        .measures
        .iter()
        .filter_map(|id| Some(measure::find(id)?.in_form(plan.slope).card.id))
        .collect();
    measure::all()
        .filter(|measure| {
            if plan.measures.is_empty() {
                measure.is_recommended(plan.slope, groups)
            } else {
                named.contains(&measure.card.id)
            }
        })
        .collect()
}
