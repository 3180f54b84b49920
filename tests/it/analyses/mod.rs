//! The analyses: groups, places, time and ages, in full and under a rule.

mod analysed;
mod strata_cases;
mod groups;
mod places;
mod time;
mod ages;
mod ages_gold;
mod ages_refused;
mod ages_laws;
mod sexes;
mod hidden;
