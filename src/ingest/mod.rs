//! Bytes → Sheet → rows → Tally and Ledger. Reading never fails whole: what cannot be used is set aside
//! and counted.
//!
//! Two doors for each format: *outline* looks at the first bytes (or the workbook) and proposes a Plan;
//! *read* runs a Plan over everything.

pub mod error;
pub mod outline;
pub mod periods;
pub mod reading;
pub mod cell;
pub mod sniff;
pub mod collect;
pub mod delimited;
pub mod identifiers;
pub mod source;
pub mod roles;
pub mod table;
pub mod lookup;
pub mod stack;
pub mod sheets;
pub mod book;
pub mod xlsx;
