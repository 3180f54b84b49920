//! Pieces of html that more than one pane could use.

pub mod error;
pub mod progress;
pub mod upload;
pub mod field;
pub mod step;
pub mod table;
pub mod markdown;
pub mod prose;
pub mod figure;
pub mod formula;
pub mod method;
pub mod fold;
pub mod block;
#[cfg(target_arch = "wasm32")]
pub mod canvas;
