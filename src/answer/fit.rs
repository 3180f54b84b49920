//! Where each group of an order stands, and the straight line through them all.

use crate::core::group::Groups;
use crate::core::measure::ordered::{fit, ridit};
use crate::core::measure::sample::Sample;

use super::section::{Fit, Placed};
use super::terms::Terms;

/// The line through the groups, where they have an order and known sizes.
pub(super) fn line(groups: &Groups, terms: Terms) -> Option<Fit> {
    let sample = Sample::of_ordered(groups, 2).ok()?;
    let line = ridit::Line::through(&sample).ok()?;
    let ranks = ridit::midpoints(sample.shares());
    let places = groups.list.iter().zip(sample.shares()).zip(ranks);
    let cell = |number: f64| terms.count(Some(number));
    Some(Fit {
        groups: places
            .map(|((group, &share), middle)| Placed {
                label: group.label.clone(),
                share: cell(share),
                middle: cell(middle),
                fitted: cell(line.at(middle)),
            })
            .collect(),
        explained: fit::explained(&sample).map(cell),
    })
}
