//! Groups in order, from the most to the least disadvantaged.

pub mod ridit;
pub mod ends;
pub mod fit;
pub mod transformed;
pub mod simulation;
pub mod concentration;
pub mod bounded;
pub mod slope_index;
pub mod relative_index;
pub mod absolute_concentration_index;
pub mod relative_concentration_index;
pub mod erreygers_index;
pub mod wagstaff_index;
pub mod trend;
pub mod rank_correlation;
