//! What a measure says of itself in plain words, the slots filled in from its figure.

use crate::answer::cell::Figure;
use crate::core::measure::Measure;
use crate::core::units::{Polarity, Unit};

use super::number::{bare, with_unit};

/// What a measure's size means, or `None` where only "equality would be …" can be said.
///
/// Signs are those of the measures: above equality is a bigger gap against the disadvantaged side. Where
/// more is worse, the most disadvantaged end of an order comes first, else the least disadvantaged.
pub(super) fn interpretation(
    measure: &Measure,
    figure: &Figure,
    value: f64,
    polarity: Polarity,
) -> Option<String> {
    let better = polarity == Polarity::MoreIsBetter;
    let words = measure.card.in_plain_words(better);
    let below = better == (value < 0.0);
    let either = |yes, one: &str, other: &str| if yes { one } else { other }.to_owned();
    let (most, least) = ("most disadvantaged", "least disadvantaged");
    let worse = polarity == Polarity::MoreIsWorse;
    let slots = [
        ("{size}", with_unit(value.abs(), figure.unit, figure.places)),
        ("{number}", bare(value, figure.places)),
        ("{whole}", bare(value, 0)),
        ("{root}", bare(value.max(0.0).sqrt(), figure.places.max(1))),
        (
            "{rest}",
            with_unit(100.0 * (1.0 - value), Unit::Percent, figure.places - 2),
        ),
        ("{more}", either(below, "more", "less")),
        ("{fewer}", either(below, "fewer", "more")),
        ("{lower}", either(below, "lower", "higher")),
        ("{later}", either(value < 0.0, "earlier", "later")),
        ("{high}", either(worse, most, least)),
        ("{low}", either(worse, least, most)),
        ("{end}", either(worse == (value < 0.0), least, most)),
        ("{each}", measure.each.to_owned()),
    ];
    let said = slots
        .iter()
        .fold(words, |words, (slot, text)| words.replace(slot, text));
    (!said.is_empty()).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::interpretation;
    use crate::answer::cell::{Cell, Figure};
    use crate::core::measure;
    use crate::core::refusal::Refusal;
    use crate::core::units::{Polarity, Unit};

    #[test]
    fn every_measure_is_said_interpretation() {
        let figure = Figure {
            value: Cell::Exact(0.25),
            limits: Err(Refusal::NoStandardError),
            unit: Unit::Index,
            method: "by hand",
            places: 2,
        };
        for measure in measure::all() {
            for polarity in [Polarity::MoreIsWorse, Polarity::MoreIsBetter] {
                let said = interpretation(measure, &figure, 0.25, polarity);
                // These are said beside the two sides that they compare.
                assert_eq!(said.is_none(), measure.of_every_pair, "{}", measure.card.id);
                let filled = said.is_none_or(|said| !said.contains(['{', '}']));
                assert!(filled, "{}", measure.card.id);
            }
        }
    }
}
