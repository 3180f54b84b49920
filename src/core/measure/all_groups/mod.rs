//! All groups taken together, whether or not they have an order.

pub mod deviation;
pub mod between_group_variance;
pub mod difference_from_mean;
pub mod difference_from_best;
pub mod difference_from_reference;
pub mod disparity;
pub mod theil_index;
pub mod mean_log_deviation;
pub mod atkinson_index;
pub mod gini_index;
pub mod hoover_index;
pub mod attributable_risk;
pub mod heterogeneity;

use super::sample::Sample;
use super::standard_error::not_below_zero;
use crate::core::estimate::Estimate;
use crate::core::group::Groups;
use crate::core::refusal::Refusal;
use crate::core::units::Level;

/// What a measure of how far apart groups lie makes of them. Its interval does not reach below 0.
fn apart(
    groups: &Groups,
    of: impl FnOnce(&Sample, Level) -> Result<Estimate, Refusal>,
) -> Result<Estimate, Refusal> {
    not_below_zero(&of(&Sample::of_groups(groups, 3)?, groups.level)?)
}
