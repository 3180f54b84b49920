//! Answer → words, tables, charts, Page.
//!
//! The one door is [`page_of`]. Everything here is made from a Answer, so that no sentence, table or
//! picture can say more than its disclosure rule allows.

pub mod page;
pub mod number;
pub mod figure;
mod side;
mod interpretation;
mod comparison;
pub mod headline;
pub mod reading;
pub mod warnings;
pub mod tables;
mod targets;
pub mod quality;
mod term;
pub mod card;
mod divided;
pub mod chart;
pub mod picture;
mod absent;
pub mod analyses;
mod advice;
mod numbers;
pub mod choices;
mod compose;

pub use compose::page_of;
