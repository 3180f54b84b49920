//! Release → words, tables, charts, Page.

pub mod number;
pub mod chart;
pub mod page;
