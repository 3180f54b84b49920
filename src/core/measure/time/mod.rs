//! How values and gaps move over time.

pub mod gap_change;
pub mod annual_change;
pub mod recovery;
pub mod days_to_reach;
pub mod control_chart;
