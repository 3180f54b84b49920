//! What is judged of a row, in words.

use crate::core::analysis::control_chart::Signal;
use crate::core::analysis::{Fifth, Verdict};
use crate::core::standard::funnel::significance::Place;

/// What is judged of a row: "above the 95% limits".
///
/// ```
/// use equal_measure::core::analysis::Verdict;
/// use equal_measure::present::analyses::words::verdict;
/// assert_eq!(verdict(&Verdict::Reached(None)), "not reached");
/// ```
pub fn verdict(verdict: &Verdict) -> String {
    let said = match verdict {
        Verdict::Funnel(Place::FarBelow) => "below the 99.8% limits",
        Verdict::Funnel(Place::Below) => "below the 95% limits",
        Verdict::Funnel(Place::Within) => "within the limits",
        Verdict::Funnel(Place::Above) => "above the 95% limits",
        Verdict::Funnel(Place::FarAbove) => "above the 99.8% limits",
        Verdict::Signals { signals, .. } if signals.is_empty() => "usual variation",
        Verdict::Signals { signals, above } => {
            let said: Vec<&str> = signals.iter().map(|&one| signal(one, *above)).collect();
            return said.join("; ");
        }
        Verdict::Fifth(of) => fifth(*of),
        Verdict::BeyondChance(true) => "more than chance",
        Verdict::BeyondChance(false) => "cannot be told from chance",
        Verdict::Reached(None) => "not reached",
        Verdict::Reached(Some(period)) => period,
    };
    said.to_owned()
}

const fn signal(signal: Signal, above: bool) -> &'static str {
    match signal {
        Signal::Outside if above => "above the upper limit",
        Signal::Outside => "below the lower limit",
        Signal::Shift if above => "one of seven or more in a row above the average",
        Signal::Shift => "one of seven or more in a row below the average",
        Signal::Trend => "one of seven or more in a row that rise or fall",
        Signal::NearLimit => "one of two in three near a limit",
    }
}

pub(super) const fn fifth(fifth: Fifth) -> &'static str {
    match fifth {
        Fifth::Highest => "highest fifth",
        Fifth::SecondHighest => "second highest fifth",
        Fifth::Middle => "middle fifth",
        Fifth::SecondLowest => "second lowest fifth",
        Fifth::Lowest => "lowest fifth",
    }
}

#[cfg(test)]
mod tests {
    use super::{Signal, Verdict, verdict};

    #[test]
    fn signals_are_said_in_words() {
        for (signals, above, expected) in [
            (vec![], false, "usual variation"),
            (vec![Signal::Outside], false, "below the lower limit"),
            (
                vec![Signal::Outside, Signal::Shift],
                true,
                "above the upper limit; one of seven or more in a row above the average",
            ),
        ] {
            assert_eq!(verdict(&Verdict::Signals { signals, above }), expected);
        }
    }
}
