//! What a host page, or a link, may ask of the app: choices of grouping, in the address after `#`.
//!
//! ```text
//! index.html#fifths&chinese-in-asian
//! ```
//!
//! Nothing here can name a file, start a reading, weaken a disclosure rule or put a text on the page.

pub mod options;
#[cfg(target_arch = "wasm32")]
pub mod start;
