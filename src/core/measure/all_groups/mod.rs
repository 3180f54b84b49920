//! All groups taken together, whether or not they have an order.

pub mod simulation;
pub mod deviation;
pub mod between_group_variance;
pub mod between_group_deviation;
pub mod coefficient_of_variation;
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
pub mod attributable_fraction;
pub mod attributable_number;
pub mod heterogeneity;
