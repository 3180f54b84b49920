//! What analyses are said in: the one place that names their figures, tables, columns and rows, and says
//! their verdicts and notes.

mod quantity;
mod table;
mod row;
mod verdict;
mod note;

pub use note::note;
pub use quantity::quantity;
pub use row::row;
pub use table::{caption, column, of};
pub use verdict::verdict;

/// Ages as shown: "65–69", "90 and over".
fn ages(from: u32, to: Option<u32>) -> String {
    match to {
        Some(to) if to == from + 1 => from.to_string(),
        Some(to) => format!("{from}–{}", to.saturating_sub(1)),
        None => format!("{from} and over"),
    }
}
