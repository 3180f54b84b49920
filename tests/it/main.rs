//! The tests of the library, in one program: modules share what they build answers, files and analyses with.
//!
//! `gold`, `tidy` and `wasm_reading` are programs of their own: one has a contract with who runs it, one reads
//! only files, one runs in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and says what it could not try"
)]

// What the tests build with.
mod answers;
mod cases;
mod found;
mod stratified;

// In the order of the layers.
mod accuracy;
mod house;
mod laws;
mod analyses;
mod nhs;
mod reading;
mod workbook;
mod roles;
mod indicators;
mod release;
mod pairs;
mod attack;
mod warnings;
mod words;
mod charts;
mod export;
mod choices;
mod wire;
mod differences;
mod real;
#[cfg(feature = "ssr")]
mod panes;
