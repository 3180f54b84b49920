//! # Funnel plot
//!
//! Whether an organisation differs from the average by more than chance would make it, given its size.
//!
//! # Formula
//! Shares: the limits at n people are the shares whose Wilson limit is the average. Ratios and rates: at O
//! events, O over the exact limits of O. Both at 95 % and 99.8 %.
//!
//! # Symbols
//! n people of an organisation; O its events; the average that of all organisations together.
//!
//! # Range and the value of no inequality
//! Limits in the unit of the figure. A point on the average does not differ from it.
//!
//! # How to read it
//! Points between the limits differ by no more than chance does in 95 (or 99.8) of 100 such organisations.
//! A point outside is worth a question, not a verdict.
//!
//! # When it applies
//! Counts of many organisations that do the same work: shares, ratios of observed to expected events, or
//! rates.
//!
//! # Limits
//! Chance is all that the limits allow for. Where organisations differ for other reasons too
//! (overdispersion), many points lie outside; limits may then be widened, which is off unless asked for.
//! Rates of events below 10 are not judged when they are standardised.
//!
//! # Sources
//! Spiegelhalter DJ. Stat Med 2005;24:1185–202. doi:10.1002/sim.1970. Public Health England. Technical
//! Guide: Funnel Plots. 2017.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::funnel, units::Level};
//! let limits = funnel::limits::share(0.2, 400.0, Level::P95)?;
//! assert!(limits.contains(0.2) && !limits.contains(0.25));
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

pub mod limits;
pub mod points;
pub mod axis;
pub mod significance;
pub mod overdispersion;
