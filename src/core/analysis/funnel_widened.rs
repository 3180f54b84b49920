//! Which organisations differ from the average by more than their size and the usual differences between
//! organisations explain.
//!
//! # Formula
//! limits = ȳ ∓ z·√(φ·v/nⱼ), with φ = Σ zⱼ² / k
//!
//! # Symbols
//! - ȳ: the average of all organisations. nⱼ: people of organisation j. v: ȳ(1 − ȳ) for shares, ȳ for
//!   rates. z: 1.96 at 95 %, 3.09 at 99.8 %.
//! - zⱼ: the distance of organisation j from the average in standard errors of its size, the outer tenth at
//!   each end pulled in to the next (winsorised). k: organisations. φ below 1 counts as 1.
//!
//! # Range and the value of no inequality
//! Limits in the unit of the value. φ is 0 or above; 1 is what chance alone would give.
//!
//! # How to read it
//! φ = 4 makes the limits twice as wide. An organisation outside differs even from what is usual among
//! organisations; one inside may still differ for a reason.
//!
//! # When it applies
//! Counts for ten organisations or more; of fewer, nobody knows what is usual.
//!
//! # Limits
//! Widening takes differences between organisations to be usual, and so hides those that all of them share.
//! Show the funnel without it beside this one. The limits are straight normal ones and rough for small
//! organisations.
//!
//! # Sources
//! - Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine
//!   2005;24:1185–1202. doi:10.1002/sim.1970
//!
//! # In plain words
//! Each point is an organisation. The limits also allow for how much organisations usually differ, so fewer
//! lie outside.
//!
//! # Example
//! ```
//! use equal_measure::core::{standard::funnel::overdispersion::widened, units::Level};
//! let limits = widened(0.2, 0.0001, 4.0, Level::P95)?;
//! assert!((limits.upper() - 0.239_199_28).abs() < 1e-8);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{INDEX, figure, plain};
use super::funnel::Funnel;
use super::{Analysis, Inputs, Needs, Note, People, Quantity, Results};
use crate::core::estimate::Interval;
use crate::core::group::Kind;
use crate::core::measure::Null;
use crate::core::method_text::method_text;
use crate::core::refusal::Refusal;
use crate::core::standard::funnel::overdispersion::widened;
use crate::core::standard::funnel::significance::place;
use crate::core::units::Level;

/// The share of distances pulled in at each end.
const WINSORISED: f64 = 0.1;
/// Of fewer organisations nobody knows what is usual.
const LEAST: usize = 10;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Places, run)
    .named(
        "funnel-widened",
        "Organisations against the average, usual differences allowed for",
    )
    .people(People::Everyone)
    .once()
    .text(method_text!("funnel_widened.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let funnel = Funnel::of(inputs)?;
    let known = funnel.places.iter().filter(|place| place.counts.is_some());
    if known.count() < LEAST {
        return Err(Refusal::NeedsData {
            what: format!("counts for {LEAST} organisations or more"),
        });
    }
    let phi = funnel.dispersion(WINSORISED)?;
    let most = match funnel.kind {
        Kind::Share => 1.0,
        _ => f64::INFINITY,
    };
    let mut results = funnel.results(inputs, |counts| {
        let variance = funnel.variance(counts.people);
        let limits = |level| -> Result<Interval, Refusal> {
            widened(funnel.average, variance, phi, level)?.map(|limit| limit.clamp(0.0, most))
        };
        let (near, far) = (limits(Level::P95)?, limits(Level::P998)?);
        let lies = place(counts.events / counts.people, near, far);
        Ok((near, far, lies))
    });
    results.figures.push(figure(
        Quantity::Scatter { pulled_in: true },
        plain(phi, "mean squared distance, winsorised"),
        INDEX,
        Null::At(1.0),
    ));
    results.notes.push(Note::Widened);
    Ok(results)
}
