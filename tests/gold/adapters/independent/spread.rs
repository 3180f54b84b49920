//! Comparative mortality figure, and the overdispersion of a funnel.

use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::comparative::{Compared, figure};
use equal_measure::core::standard::funnel::overdispersion::{dispersion, widened};

use super::{alone, counts, level_of};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn comparative(case: &Case) -> Result<Columns, Refusal> {
    let group = counts(case, "events", "people");
    let reference = counts(case, "reference_events", "reference_people");
    let bands: Vec<Compared> = group
        .iter()
        .zip(reference)
        .map(|(group, reference)| Compared {
            events: group.events,
            people: group.people,
            reference_events: reference.events,
            reference_people: reference.people,
        })
        .collect();
    let figure = figure(&bands, level_of(case)?);
    figure.as_ref().map_err(Clone::clone)?;
    Ok(alone(&figure))
}

pub fn overdispersion(case: &Case) -> Result<Columns, Refusal> {
    let spread = dispersion(
        &case.numbers("distance"),
        case.option_number("winsorised", 0.0),
    )?;
    let limits = widened(
        case.option_number("average", 0.0),
        case.option_number("variance", 0.0),
        spread.phi,
        level_of(case)?,
    )?;
    let mut out = Columns::default();
    out.push("phi", spread.phi);
    out.push("p", spread.p);
    out.push("lower", limits.lower());
    out.push("upper", limits.upper());
    Ok(out)
}
