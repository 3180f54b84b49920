//! The four steps.

pub mod choose;
pub mod columns;
pub mod further;
pub mod look;
pub mod measures;
pub mod narrow;
pub mod only;
pub mod results;
