//! Groups in order, from the most to the least disadvantaged.

pub mod ridit;
pub mod ends;
pub mod fit;
pub mod transformed;
pub mod simulation;
pub mod concentration;
pub mod bounded;
pub mod slope_index;
pub mod slope_index_log;
pub mod slope_index_logit;
pub mod slope_index_robust;
pub mod relative_index;
pub mod relative_index_log;
pub mod relative_index_logit;
pub mod relative_index_robust;
pub mod slope_index_simulated;
pub mod relative_index_simulated;
pub mod absolute_concentration_index;
pub mod relative_concentration_index;
pub mod erreygers_index;
pub mod wagstaff_index;
pub mod trend;
pub mod rank_correlation;
