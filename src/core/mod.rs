//! Pure mathematics and bookkeeping: what is counted, what is asked, what is answered.
//!
//! Its only crates are libm, a seeded generator, and serde for what crosses between worker and page. It knows
//! no file, no code list and no screen.

pub mod text;
pub mod fixed;
pub mod units;
pub mod refusal;
pub mod estimate;
pub mod histogram;
pub mod tally;
pub mod ledger;
pub mod dimension;
pub mod indicator;
pub mod target;
pub mod criterion;
pub mod join;
pub mod plan;
pub mod stratification;
pub mod group;
pub mod summary;
pub mod answer;
pub mod number;
pub mod interval;
pub mod standard;
mod method_text;
pub mod card;
pub mod measure;
pub mod analysis;
