//! Equal Measure: healthcare inequality measured on dropped files, inside one page that cannot leak.
//!
//! # The flow
//!
//! ```text
//! bytes → Sheet → rows → Tally ──rule──→ Released tables ──methods──→ Answer → Page → screen, print, file
//!                 Ledger ──────────────────↗
//!                 Plan (steers every arrow)
//! ```
//!
//! It never flows back. Counts are protected once, in the step from the tally to the released tables; every
//! figure is computed from what was released, so that nothing after the rule can give an exact count away. The
//! screen edits the [`core::plan::Plan`] and the flow runs again; a finished [`core::tally::Tally`] answers
//! most changes without reading the file again.
//!
//! # The layers, in reading order
//!
//! | layer | does | must not know |
//! |---|---|---|
//! | [`core`] | pure mathematics and bookkeeping | files, codes, words of the screen |
//! | [`nhs`] | knowledge as data: codes, groupings, indicators | bytes, disclosure |
//! | [`ingest`] | bytes → Sheet → rows → Tally and Ledger | measures, disclosure |
//! | [`release`] | Tally → Released tables, under one disclosure rule | any measure |
//! | [`answer`] | Released tables → Answer: every method's figures | exact counts |
//! | [`present`] | Answer → words, tables, charts, Page | how it will be saved |
//! | [`export`] | Page → bytes | the browser |
//! | [`engine`] | the step-able job, and the workers that run it | how it looks |
//! | [`ui`] | the screen | how a number is made |
//! | [`embed`] | what a host page may ask | everything but the doors below |
//!
//! Each layer names only those above it in this table; `tests/tidy.rs` fails on an upward reference.
//! Below `engine` nothing knows a browser, a clock, a thread, a locale or entropy: time, seed, stop
//! signal and progress are arguments.
//!
//! # What always holds
//!
//! 1. The Tally obeys identity, commutativity and associativity, and equals one pass.
//! 2. NaN and infinity never leave `core`; no number is a Refusal with a sentence. Suppressed, zero and
//!    blank are three different things everywhere.
//! 3. Rows read = rows used + rows set aside.
//! 4. Nothing after the rule sees an exact count: the worker keeps the tally, and what crosses to the page is
//!    released. No identifier column survives `ingest`.
//! 5. The page makes no request after load.
//! 6. Every output names indicator, population, period, method, interval, deprivation edition, ethnic
//!    grouping, standard population, disclosure rule, file, rows used and app version.
//! 7. Numbers equal the references at their stated tolerance; where a reference is wrong, ours is right
//!    and the difference is documented.

pub mod core;
pub mod nhs;
pub mod ingest;
pub mod release;
pub mod answer;
pub mod present;
pub mod export;
pub mod engine;
pub mod ui;
pub mod embed;
