//! How the difference of two sides is said.

use crate::answer::section::Contrast;
use crate::core::analysis::ColumnKind;
use crate::core::units::Unit;

use crate::present::side::people_of;

/// "the difference between people in the most deprived fifth and people in the least deprived fifth".
pub(super) fn difference_between(contrast: &Contrast) -> String {
    format!(
        "the difference between {} and {}",
        people_of(&contrast.worse_off.label),
        people_of(&contrast.better_off.label)
    )
}

/// Whether a column holds differences.
pub(super) fn holds_differences(kind: &ColumnKind, unit: Unit) -> bool {
    is_difference(unit) || kind.is_difference()
}

pub(super) fn is_difference(unit: Unit) -> bool {
    matches!(unit, Unit::Points | Unit::DifferencePer(_))
}
