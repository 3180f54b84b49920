//! Release → words, tables, charts, Page.

pub mod chart;
pub mod page;
