//! Indicators that the file gives as finished values for each group.

use crate::core::indicator::{Formula, Indicator};
use crate::core::units::{Polarity, Unit};
use crate::nhs::settle::capitalised;
use crate::nhs::words;

use super::polarity;
use super::scale::{self, Numbers};

/// The places of the plan's series that a given value comes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The value.
    pub value: usize,
    /// The lower and upper limits.
    pub limits: Option<(usize, usize)>,
    /// The standard error.
    pub standard_error: Option<usize>,
    /// The size of the group.
    pub population: Option<usize>,
}

/// The indicator of a value column. `indicator` is the name that the file gives in its rows, where it
/// does; `favourable` what it says of direction; `numbers` the values, where any are known; `unit` what another
/// column says that they are: "Percentage".
pub fn of(
    column: &str,
    indicator: Option<&str>,
    favourable: Option<bool>,
    numbers: Option<Numbers>,
    (unit, parts): (Option<&str>, Parts),
) -> Indicator {
    let said = indicator.map_or_else(|| long_name(column), str::to_owned);
    let named = [Some(column), unit, Some(said.as_str())];
    let years = named.iter().flatten().any(|name| scale::says_years(name));
    let known = named.iter().flatten().map(|name| scale::of(name, numbers));
    let known = known.into_iter().find(|(unit, _)| *unit != Unit::Own);
    let (unit, scale) = known.unwrap_or((Unit::Own, 1));
    let (unit, scale) = if years {
        (Unit::Years, 1)
    } else {
        (unit, scale)
    };
    Indicator {
        id: "given".into(),
        name: capitalised(&said),
        verb: format!("{said} was"),
        population: "people in the group".into(),
        unit,
        outcome: 0,
        polarity: match favourable {
            Some(true) => Polarity::MoreIsBetter,
            Some(false) => Polarity::MoreIsWorse,
            None => polarity::of(&said),
        },
        formula: Formula::Given {
            value: parts.value,
            limits: parts.limits,
            standard_error: parts.standard_error,
            population: parts.population,
            scale,
        },
        definition: format!(
            "As the file gives it in the column \u{201c}{column}\u{201d}{}; the app did not make it and \
             cannot check it.",
            match unit {
                Unit::Percent if scale == 1 => ", where 1 is 100%",
                _ => "",
            }
        ),
        ..Indicator::default()
    }
}

fn long_name(column: &str) -> String {
    match words::plain(column).as_str() {
        "le" | "lifeexp" | "life exp" | "life expectancy" => "Life expectancy".into(),
        "hle" => "Healthy life expectancy".into(),
        "value" | "val" | "obs value" | "estimate" | "rate" | "indicator value" => {
            "The value given".into()
        }
        _ => column.replace('_', " ").trim().to_owned(),
    }
}
