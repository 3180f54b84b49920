//! The two sides of a dimension that the plan compares.

use crate::core::dimension::{Contrast, Dimension};
use crate::core::plan::{Plan, Sides};

/// The contrast that the plan chooses for a dimension; `None` where it chooses none, or groups that are not
/// there.
fn of(plan: &Plan, dimension: &Dimension) -> Option<Contrast> {
    let mut pairs = plan.pairs.iter();
    let pair = pairs.find(|pair| pair.division == dimension.id)?;
    match &pair.sides {
        Sides::Contrast(id) => {
            let mut contrasts = dimension.contrasts.iter();
            contrasts.find(|contrast| contrast.id == *id).cloned()
        }
        Sides::Groups {
            worse_off,
            better_off,
        } => of_groups(dimension, worse_off, better_off),
    }
}

fn of_groups(
    dimension: &Dimension,
    worse_off: &[String],
    better_off: &[String],
) -> Option<Contrast> {
    let places = |labels: &[String]| -> Option<Vec<usize>> {
        let place = |label: &String| {
            let mut known = dimension.known();
            known.find(|&place| dimension.groups[place].label == *label)
        };
        labels.iter().map(place).collect()
    };
    let (worse, better) = (places(worse_off)?, places(better_off)?);
    let apart = worse.iter().all(|place| !better.contains(place));
    (apart && !worse.is_empty() && !better.is_empty()).then(|| Contrast {
        id: "chosen".into(),
        worse_off: worse_off.join(" + "),
        better_off: better_off.join(" + "),
        worse_off_groups: worse,
        better_off_groups: better,
    })
}

/// The dimension with the plan's contrast before all others: single figures are about the first.
pub fn first(plan: &Plan, dimension: &Dimension) -> Dimension {
    let mut dimension = dimension.clone();
    if let Some(chosen) = of(plan, &dimension) {
        let sides = |one: &Contrast| (one.worse_off_groups.clone(), one.better_off_groups.clone());
        dimension
            .contrasts
            .retain(|other| sides(other) != sides(&chosen));
        dimension.contrasts.insert(0, chosen);
        dimension.paired = true;
    }
    dimension
}
