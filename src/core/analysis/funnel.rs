//! Which organisations differ from the average by more than their size explains.
//!
//! # Formula
//! ȳ = Σxⱼ / Σnⱼ; φ = Σ zⱼ² / k
//!
//! # Symbols
//! - xⱼ, nⱼ: events (or people with the outcome) and people of organisation j. ȳ: the average of all.
//! - Limits for shares: the shares of n people whose Wilson limit is the average; for rates: the events
//!   whose limits (exact below 10, Byar's from 10 on) are the events that the average would give. Both at
//!   95 % and 99.8 %.
//! - zⱼ: how many standard errors of its size organisation j lies from the average; k: organisations.
//!
//! # Range and the value of no inequality
//! Limits in the unit of the value. φ is 0 or above; 1 is what chance alone would give.
//!
//! # How to read it
//! Each point is an organisation, large ones to the right. Inside the funnel, size and chance explain the
//! distance from the average. Of organisations that are all alike, 1 in 20 lies outside the 95 % limits
//! and 1 in 500 outside the 99.8 % limits. A point outside is a question, not a verdict.
//!
//! # When it applies
//! Counts of events and of people for two organisations or more.
//!
//! # Limits
//! Chance is all that the limits allow for: not who lives there, not how well is counted. Where φ is far
//! above 1, organisations differ for other reasons too, and many lie outside; the limits are not widened
//! for that here.
//!
//! # Sources
//! - Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine
//!   2005;24:1185–1202. doi:10.1002/sim.1970
//! - Public Health England. Technical guide: assigning significance and funnel plots. 2017.
//!
//! # In plain words
//! Each point is an organisation. Small ones differ more by chance alone, so the limits are wider where few
//! people are counted.
//!
//! # Example
//! ```
//! use equal_measure::core::standard::funnel::significance::{Place, of_share};
//! assert_eq!(of_share(30.0, 100.0, 0.2)?, Place::Above);
//! # Ok::<(), equal_measure::core::refusal::Refusal>(())
//! ```

use super::form::{INDEX, NOBODY, WHOLE, column, drawn, figure, label, plain, row, table, whole};
use super::places::{self, Place};
use super::{
    Analysis, Caption, ColumnKind, Drawn, End, Entry, Inputs, Needs, Note, Of, People, Quantity,
    Results, Rows, Verdict,
};
use crate::core::estimate::{Estimate, Interval};
use crate::core::group::{Counts, Kind};
use crate::core::interval;
use crate::core::measure::{MeasureUnit, Null};
use crate::core::method_text::method_text;
use crate::core::number::sum;
use crate::core::refusal::Refusal;
use crate::core::standard::funnel::{limits, overdispersion, significance};
use crate::core::units::Level;

pub(super) const ANALYSIS: Analysis = Analysis::of(Needs::Places, run)
    .named("funnel", "Organisations against the average")
    .people(People::Everyone)
    .unasked(|_| true)
    .once()
    .text(method_text!("funnel.rs"));

fn run(inputs: &Inputs) -> Result<Results, Refusal> {
    let funnel = Funnel::of(inputs)?;
    let mut results = funnel.results(inputs, |counts| {
        let limits = |level| match funnel.kind {
            Kind::Share => limits::share(funnel.average, counts.people, level),
            _ => limits::rate(funnel.average, counts.people, level),
        };
        let place = match funnel.kind {
            Kind::Share => significance::of_share(counts.events, counts.people, funnel.average),
            _ => significance::of_count(counts.events, counts.people * funnel.average),
        };
        Ok((limits(Level::P95)?, limits(Level::P998)?, place?))
    });
    let phi = funnel.dispersion(0.0);
    results.figures.push(figure(
        Quantity::Scatter { pulled_in: false },
        phi.and_then(|phi| plain(phi, "mean squared distance")),
        INDEX,
        Null::At(1.0),
    ));
    results.notes.push(Note::ChanceAlone);
    Ok(results)
}

/// Everyone in each organisation, smallest first, and their average.
pub(super) struct Funnel<'a> {
    pub(super) places: Vec<Place<'a>>,
    pub(super) average: f64,
    pub(super) kind: Kind,
    pooled: Counts,
}

/// The limits of 95 % and of 99.8 %, and where an organisation lies.
pub(super) type Limits = (Interval, Interval, significance::Place);

impl<'a> Funnel<'a> {
    pub(super) fn of(inputs: &'a Inputs) -> Result<Self, Refusal> {
        let kind = inputs.groups.kind;
        let mut places = places::counted(places::of(inputs)?, kind)?;
        let size = |place: &Place| place.counts.map_or(f64::INFINITY, |counts| counts.people);
        places.sort_by(|a, b| size(a).total_cmp(&size(b)));
        let known: Vec<Counts> = places.iter().filter_map(|place| place.counts).collect();
        if known.len() < 2 {
            return Err(Refusal::NeedsData {
                what: "counts for two organisations or more".to_owned(),
            });
        }
        let pooled = Counts {
            events: sum::exact(known.iter().map(|counts| counts.events)),
            people: sum::exact(known.iter().map(|counts| counts.people)),
        };
        if pooled.people <= 0.0 || pooled.events <= 0.0 {
            return Err(Refusal::Zero {
                what: "the number of events in all organisations",
            });
        }
        Ok(Self {
            places,
            average: pooled.events / pooled.people,
            kind,
            pooled,
        })
    }

    /// The variance of the value of an organisation with the average and so many people.
    pub(super) fn variance(&self, people: f64) -> f64 {
        let of_one = match self.kind {
            Kind::Share => self.average * (1.0 - self.average),
            _ => self.average,
        };
        of_one / people
    }

    /// φ, this share of distances pulled in at each end.
    pub(super) fn dispersion(&self, winsorised: f64) -> Result<f64, Refusal> {
        let distance = |counts: Counts| {
            let gap = counts.events / counts.people - self.average;
            gap / self.variance(counts.people).sqrt()
        };
        let known = self.places.iter().filter_map(|place| place.counts);
        let distances: Vec<f64> = known.map(distance).collect();
        Ok(overdispersion::dispersion(&distances, winsorised)?.phi)
    }

    /// The table of the funnel with these limits, and how many organisations lie outside.
    pub(super) fn results(
        &self,
        inputs: &Inputs,
        limits: impl Fn(Counts) -> Result<Limits, Refusal>,
    ) -> Results {
        let level = inputs.groups.level;
        let mut rows = Vec::with_capacity(self.places.len());
        let (mut outside, mut far_outside) = (0, 0);
        for place in &self.places {
            let judged = place.counts.ok_or(NOBODY);
            let judged = judged.and_then(|counts| Ok((counts, limits(counts)?)));
            let mut cells = match &judged {
                Err(refusal) => vec![Entry::Nothing, Entry::Figure(Err(refusal.clone()))],
                Ok((counts, _)) => vec![
                    Entry::People(counts.people),
                    Entry::Figure(self.value(*counts, level)),
                ],
            };
            if let Ok((_, (near, far, lies))) = judged {
                outside += usize::from(lies != significance::Place::Within);
                far_outside += usize::from(matches!(
                    lies,
                    significance::Place::FarBelow | significance::Place::FarAbove
                ));
                for limit in [near.lower(), near.upper(), far.lower(), far.upper()] {
                    cells.push(Entry::Figure(plain(limit, "funnel limit")));
                }
                cells.push(Entry::Verdict(Verdict::Funnel(lies)));
            }
            cells.resize_with(VALUES.len() + 2, || Entry::Nothing);
            rows.push(row(label(place.label), cells));
        }
        let average = self.value(self.pooled, level);
        Results {
            figures: vec![
                figure(Quantity::FarOutside, whole(far_outside), WHOLE, Null::None),
                figure(Quantity::Outside, whole(outside), WHOLE, Null::None),
                figure(Quantity::Average, average, MeasureUnit::Same, Null::None),
            ],
            tables: vec![funnel_table(rows)],
            notes: Vec::new(),
        }
    }

    fn value(&self, counts: Counts, level: Level) -> Result<Estimate, Refusal> {
        match self.kind {
            Kind::Share => interval::wilson(counts.events, counts.people, level),
            _ => interval::rate(counts.events, counts.people, level),
        }
    }
}

/// The drawn table: size, value, limits, and where each organisation lies.
fn funnel_table(rows: Vec<super::Row>) -> Rows {
    let mut columns = vec![column(ColumnKind::People, WHOLE)];
    columns.extend(VALUES.map(|kind| column(kind, MeasureUnit::Same)));
    columns.push(column(ColumnKind::Place, INDEX));
    let made = table(Caption::Funnel, Of::Organisation, columns, rows);
    drawn(made, Drawn::Funnel)
}

/// The columns in the unit of the value.
const VALUES: [ColumnKind; 5] = [
    ColumnKind::Value,
    ColumnKind::Limit95(End::Lower),
    ColumnKind::Limit95(End::Upper),
    ColumnKind::Limit998(End::Lower),
    ColumnKind::Limit998(End::Upper),
];
