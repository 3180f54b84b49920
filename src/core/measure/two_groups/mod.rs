//! Two groups set against each other.

pub mod pair;
pub mod difference;
pub mod ratio;
pub mod share_gap;
pub mod representation;
