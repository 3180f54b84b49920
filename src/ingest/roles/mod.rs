//! What each column is for, from its name and its contents, and the Plan that follows.
//!
//! [`find`] judges columns; [`propose`] makes a Plan of them; [`propose_again`] makes it anew after
//! someone has changed a role.

pub mod facts;
mod amounts;
mod answers;
mod of_groups;
mod examples;
pub mod rules;
pub mod contents;
pub mod beside;
pub mod paired;
pub mod summary;
pub mod judge;
pub mod choose;
mod asked;
pub mod series;
mod measured;
mod known;
mod strata;
pub mod items;
pub mod totals;
pub mod levels;
pub mod divide;
mod pins;
pub mod direction;
pub mod pin;
pub mod cross;
pub mod plan;

pub use direction::direct;
pub use judge::find;
pub use plan::{propose, propose_again};
