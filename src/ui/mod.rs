//! The screen: a Model, what happened to it, and how it looks.
//!
//! Only `view`, its panes and its parts know html; only `root`, `save` and the drawing of charts know
//! the browser.

pub mod model;
pub mod choice;
pub mod effect;
pub mod app;
pub mod ask;
pub mod words;
pub mod example;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod send;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod view;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod pane;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod part;
#[cfg(target_arch = "wasm32")]
mod save;
#[cfg(target_arch = "wasm32")]
pub mod root;
