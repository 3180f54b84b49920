//! What is measured, as data: waits, yes-or-no outcomes, counts and given estimates.

pub mod bands;
pub mod counted;
pub mod counts;
pub mod given;
pub mod known;
mod named;
pub mod polarity;
mod spelled;
pub mod records;
pub mod scale;
