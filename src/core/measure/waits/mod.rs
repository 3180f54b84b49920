//! Waits and other numbers of each person, compared over their whole spread.

pub mod percentile_difference;
pub mod mean_ratio;
pub mod longer_wait;
pub mod threshold_gaps;
