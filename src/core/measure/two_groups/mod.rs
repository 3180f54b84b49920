//! Two groups set against each other.

pub mod pair;
pub mod difference;
pub mod ratio;
pub mod share_gap;
pub mod representation;
pub mod odds_ratio;
pub mod percent_difference;
pub mod shortfall_ratio;
pub mod cohens_h;
pub mod standardised_difference;
pub mod number_needed;
pub mod cramers_v;
pub mod mantel_haenszel;
pub mod difference_test;
