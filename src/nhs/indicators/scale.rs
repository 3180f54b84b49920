//! What a given value is a share or a rate of, told from its name and its numbers.
//!
//! A share or rate times its people is a count. Only a value known to be one can be protected as one.

use crate::core::units::Unit;
use crate::nhs::words;

/// Words of names for shares in per cent.
const SHARES: [&str; 8] = [
    "percentage",
    "percent",
    "percentages",
    "pct",
    "proportion",
    "proportions",
    "uptake",
    "coverage",
];

/// Rates of people who never were: no count comes back from them.
const STANDARDISED: &str = "standardised standardized adjusted asr dsr isr smr asmr";

/// The largest number of people that a rate is given for.
const MOST: u32 = 10_000_000;

/// The numbers of a column of values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The least of them.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
    /// Whether each is written with a percent sign, and so was read as a part of one.
    pub signed: bool,
}

/// The unit of values under this name, and what the file writes for one whole (100 where 70 means 70%);
/// [`Unit::Own`] and 1 where neither tells. `None` for numbers when no value is known.
///
/// ```
/// use equal_measure::core::units::Unit;
/// use equal_measure::nhs::indicators::scale::{Numbers, of};
/// let numbers = |greatest| Some(Numbers { least: 0.0, greatest, signed: false });
/// assert_eq!(of("Percentage vaccinated", numbers(81.5)), (Unit::Percent, 100));
/// assert_eq!(of("Proportion vaccinated", numbers(0.815)), (Unit::Percent, 1));
/// assert_eq!(of("Rate per 1,000", numbers(312.0)), (Unit::Per(1_000), 1_000));
/// assert_eq!(of("Score", numbers(81.5)), (Unit::Own, 1));
/// ```
pub fn of(name: &str, numbers: Option<Numbers>) -> (Unit, u32) {
    let said = said(name);
    let has = |word: &str| said.split(' ').any(|other| other == word);
    let Some(numbers) = numbers.filter(|numbers| numbers.least >= 0.0) else {
        return (Unit::Own, 1);
    };
    if numbers.signed {
        return (Unit::Percent, 1);
    }
    if STANDARDISED.split(' ').any(has) {
        return (Unit::Own, 1);
    }
    if let Some(people) = people_of_rate(&said) {
        return (Unit::Per(people), people);
    }
    if name.contains('%') || SHARES.iter().any(|word| has(word)) {
        if numbers.greatest <= 1.0 {
            return (Unit::Percent, 1);
        }
        if numbers.greatest <= 100.0 {
            return (Unit::Percent, 100);
        }
    }
    (Unit::Own, 1)
}

/// Whether a text says nothing but a unit: "Percentage", "%", "Rate per 1,000", "Years".
pub fn is_unit(text: &str) -> bool {
    let numbers = Numbers {
        least: 0.0,
        greatest: 100.0,
        signed: false,
    };
    let known = of(text, Some(numbers)).0 != Unit::Own || says_years(text);
    let said = words::plain(text);
    let mut words = said.split(' ').filter(|word| !word.is_empty());
    known
        && words.all(|word| {
            UNIT_WORDS.split_whitespace().any(|unit| unit == word)
                || word.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Words that units are made of.
const UNIT_WORDS: &str = "percentage percent pct proportion per cent rate rates crude ratio year years month months week \
    weeks day days of in people population persons k thousand million value values";

/// Whether values under this name are years of life. Years that are the ages of people, or that were combined, are
/// no unit.
pub fn says_years(name: &str) -> bool {
    let said = words::plain(name);
    let words: Vec<&str> = said.split(' ').collect();
    let unit = matches!(
        words.as_slice(),
        ["years" | "year"] | [.., "in" | "life", "years"]
    );
    unit || said.contains("life expectancy") || name.to_lowercase().contains("(years)")
}

/// Whether a name says a rate: "Deaths per 100,000".
pub fn is_rate(name: &str) -> bool {
    people_of_rate(&said(name)).is_some()
}

fn said(name: &str) -> String {
    words::plain(&name.replace('/', " per "))
}

/// The number after "per": "per 100 000", "per 10k", "per million".
fn people_of_rate(said: &str) -> Option<u32> {
    said.split("per").skip(1).find_map(|rest| {
        let mut people: Option<u64> = None;
        for word in rest.split_whitespace() {
            let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
            let letters = &word[digits.len()..];
            let number = digits
                .parse::<u64>()
                .ok()
                .filter(|number| *number <= MOST.into());
            let times = match letters {
                "" => 1,
                "k" | "thousand" => 1_000,
                "m" | "million" => 1_000_000,
                "hundred" => 100,
                _ => break,
            };
            people = match (people, number) {
                // "100 000" is one number.
                (Some(people), Some(number)) if digits.len() == 3 && times == 1 => {
                    Some(people.saturating_mul(1_000).saturating_add(number))
                }
                (Some(_), Some(_)) => break,
                (people, number) => {
                    let before = people.or(number).unwrap_or(1);
                    Some(before.saturating_mul(times))
                }
            };
        }
        let people = u32::try_from(people?).ok()?;
        (10..=MOST).contains(&people).then_some(people)
    })
}
