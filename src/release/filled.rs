//! Counts of a second division with the hidden ones filled in from released ones, for studies that need
//! every part: a standardised rate, a life table, a regression.
//!
//! What the released parts leave of a line's released total is shared out among its hidden parts: people
//! as all known groups are spread over the strata, events by their rate there. Nothing exact enters, so
//! that nothing made of it tells a hidden count. Lines of which more events are filled in than counted are
//! doubtful: what is made from them is hidden.

use crate::core::group::{Counts, Group, Kind};
use crate::core::study::Crossed;

use super::crossed::Line;
use super::evidence::{View, of_counts};
use super::sums::What;

/// A line whose hidden parts are filled in.
pub(super) struct Filled {
    pub(super) row: Vec<Option<Group>>,
    /// Whether most of its events are filled in.
    pub(super) doubtful: bool,
}

/// The share of a line's events that may be filled in.
const MOST_FILLED: f64 = 0.5;

/// A hidden count where not even a total is known: in the middle of what it may be.
const MIDDLE: f64 = 4.0;

/// Fills in one line.
pub(super) fn filled(
    view: &View<'_>,
    crossed: &Crossed,
    line: Line,
    row: &[Option<Group>],
) -> Filled {
    let exact: Vec<(usize, Counts)> = row
        .iter()
        .enumerate()
        .filter_map(|(stratum, group)| Some((stratum, group.as_ref()?.counts?)))
        .collect();
    let everywhere = |what| -> Vec<Option<f64>> {
        let known = crossed.known.iter().enumerate();
        known
            .map(|(stratum, group)| {
                let counts = group.as_ref()?.counts?;
                count(view, counts, (Line::Known, Some(stratum)), what)
            })
            .collect()
    };
    let (all_people, all_events) = (everywhere(What::People), everywhere(What::Events));
    let spread: Vec<f64> = exact
        .iter()
        .map(|&(stratum, _)| all_people[stratum].unwrap_or(MIDDLE))
        .collect();
    let people = shared_out(view, line, &exact, What::People, &spread);
    let usual = ratio(
        all_events.iter().flatten().sum(),
        all_people.iter().flatten().sum(),
    );
    let expected: Vec<f64> = exact
        .iter()
        .zip(&people.counts)
        .map(|(&(stratum, _), people)| {
            let rate = all_events[stratum].zip(all_people[stratum]);
            people * rate.map_or(usual, |(events, people)| ratio(events, people))
        })
        .collect();
    let events = shared_out(view, line, &exact, What::Events, &expected);
    let share = view.exact.groups.kind == Kind::Share;
    let mut row: Vec<Option<Group>> = row.to_vec();
    for (place, &(stratum, _)) in exact.iter().enumerate() {
        let people = people.counts[place];
        let events = events.counts[place];
        let counts = Counts {
            events: if share { events.min(people) } else { events },
            people,
        };
        row[stratum] = row[stratum].as_ref().map(|group| of_counts(group, counts));
    }
    Filled {
        row,
        doubtful: events.filled_in > MOST_FILLED || people.filled_in > MOST_FILLED,
    }
}

struct Shared {
    counts: Vec<f64>,
    /// The share of them that is filled in.
    filled_in: f64,
}

fn shared_out(
    view: &View<'_>,
    line: Line,
    exact: &[(usize, Counts)],
    what: What,
    weights: &[f64],
) -> Shared {
    let released: Vec<Option<f64>> = exact
        .iter()
        .map(|&(stratum, counts)| count(view, counts, (line, Some(stratum)), what))
        .collect();
    let counted: f64 = released.iter().flatten().sum();
    let hidden = released.iter().filter(|count| count.is_none()).count() as f64;
    let total = total(view, line, exact, what);
    let rest = total.map_or(MIDDLE * hidden, |total| (total - counted).max(hidden));
    let rest = if hidden > 0.0 { rest } else { 0.0 };
    let weight = |place: usize| weights[place].max(f64::MIN_POSITIVE);
    let all: f64 = (0..exact.len())
        .filter(|&place| released[place].is_none())
        .map(weight)
        .sum();
    // Where nothing is hidden, what rounding has added to the total is taken off again.
    let off = match total {
        Some(total) if rest <= 0.0 && counted > 0.0 => total / counted,
        _ => 1.0,
    };
    let counts = released
        .iter()
        .enumerate()
        .map(|(place, count)| count.map_or_else(|| rest * weight(place) / all, |count| count * off))
        .collect();
    Shared {
        counts,
        filled_in: ratio(rest, rest + counted),
    }
}

/// The released total of a line: the section's own, where all strata are there, else that of the strata.
fn total(view: &View<'_>, line: Line, exact: &[(usize, Counts)], what: What) -> Option<f64> {
    let made: f64 = exact.iter().map(|(_, counts)| of(*counts, what)).sum();
    match view.whole(line) {
        Some(whole) if (of(whole, what) - made).abs() < 1e-6 => {
            count(view, whole, (line, None), what)
        }
        _ => view.terms.rule.count(made).number(),
    }
}

fn count(view: &View<'_>, counts: Counts, at: (Line, Option<usize>), what: What) -> Option<f64> {
    view.overlay
        .count(view.terms.rule, of(counts, what), at, what)
}

const fn of(counts: Counts, what: What) -> f64 {
    match what {
        What::Events => counts.events,
        What::People | What::Blank => counts.people,
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
