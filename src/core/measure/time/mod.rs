//! How values and gaps move over time.

pub mod gap_change;
pub mod annual_change;
