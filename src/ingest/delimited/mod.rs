//! Text in rows: comma, tab, semicolon or bar between cells.
//!
//! ```text
//! bytes → UTF-8 or windows-1252 → index of cell and row ends → only the plan's columns → Collector
//! ```

pub mod blocks;
mod cells;
mod convert;
mod head;
mod index;
mod lines;
mod masks;
mod pieces;
mod reader;
mod splitter;
mod table;
mod text;

pub use head::{head_rows, is_header_text, unique_names};
pub use reader::Reader;
pub use splitter::Splitter;
