//! The harness: what a case is, which adapter runs it, how results are compared and counted.

pub mod oracles;
pub mod adapters;
pub mod case;
pub mod columns;
pub mod compare;
pub mod report;
