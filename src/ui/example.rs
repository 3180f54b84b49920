//! The example: a waiting list of made-up people, the same at every visit.
//!
//! Nobody in it exists. The NHS numbers are of the range that is kept for tests (999), and are there to
//! show that such a column is dropped.

use std::fmt::Write;

use rand_core::Rng;
use rand_pcg::Pcg32;

/// The name of the example's file.
pub const NAME: &str = "example-waiting-list.csv";
/// How many people wait in it.
const PEOPLE: u32 = 5_000;
/// Ethnic categories with their weight in 1,000 in the least and in the most deprived tenth.
const ETHNIC: &[(&str, u32, u32)] = &[
    ("A", 760, 560),
    ("B", 8, 9),
    ("C", 40, 45),
    ("F", 6, 12),
    ("H", 40, 35),
    ("J", 16, 80),
    ("K", 6, 40),
    ("L", 14, 24),
    ("M", 6, 30),
    ("N", 14, 60),
    ("R", 12, 8),
    ("S", 18, 27),
    ("Z", 60, 70),
];
/// Age bands with their weight in 1,000.
const AGES: &[(&str, u32)] = &[
    ("0-17", 90),
    ("18-34", 140),
    ("35-49", 180),
    ("50-64", 260),
    ("65-79", 240),
    ("80+", 90),
];

/// The example as CSV.
pub fn csv() -> Vec<u8> {
    let mut dice = Pcg32::new(20_251_122, 54);
    let mut text =
        "NHS_NUMBER,PROVIDER_CODE,SEX,AGE_BAND,ETHNIC_CATEGORY,IMD_DECILE,WEEKS_WAITED\n"
            .to_owned();
    for person in 0..PEOPLE {
        let decile = 1 + below(&mut dice, 10);
        let provider = 1 + below(&mut dice, 3);
        let sex = if below(&mut dice, 1_000) < 530 {
            "F"
        } else {
            "M"
        };
        let age = AGES[weighted(&mut dice, AGES.iter().map(|age| age.1))].0;
        let weights = ETHNIC
            .iter()
            .map(|(_, least, most)| (least * (decile - 1) + most * (10 - decile)) / 9);
        let ethnic = ETHNIC[weighted(&mut dice, weights)].0;
        // More deprived tenths and the third provider wait longer, in this made-up place.
        let mean = 11.0 + 0.9 * f64::from(10 - decile) + if provider == 3 { 4.0 } else { 0.0 };
        let weeks = wait(&mut dice, mean);
        let decile = if below(&mut dice, 100) < 2 {
            String::new()
        } else {
            decile.to_string()
        };
        let weeks = if below(&mut dice, 1_000) < 5 {
            String::new()
        } else {
            weeks.to_string()
        };
        // Writing to a text cannot fail.
        let written = writeln!(
            text,
            "{},EX{provider},{sex},{age},{ethnic},{decile},{weeks}",
            nhs_number(person)
        );
        debug_assert!(written.is_ok());
    }
    text.into_bytes()
}

fn below(dice: &mut Pcg32, sides: u32) -> u32 {
    // The bias of a remainder is below one in a million for such small numbers.
    dice.next_u32() % sides
}

fn weighted(dice: &mut Pcg32, weights: impl Iterator<Item = u32> + Clone) -> usize {
    let mut throw = below(dice, weights.clone().sum());
    for (place, weight) in weights.enumerate() {
        if throw < weight {
            return place;
        }
        throw -= weight;
    }
    0
}

/// Whole weeks that fall off as waits do: many short ones, a long tail.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most 120 weeks"
)]
fn wait(dice: &mut Pcg32, mean: f64) -> u32 {
    let share = (f64::from(dice.next_u32()) + 0.5) / f64::from(u32::MAX);
    (-share.ln() * mean).clamp(0.0, 120.0).floor() as u32
}

/// A number of the test range whose last digit checks by modulus 11.
fn nhs_number(person: u32) -> String {
    let mut stem = 999_000_000 + person * 7;
    loop {
        let digits = stem.to_string();
        let sum: u32 = digits
            .chars()
            .zip((2..=10).rev())
            .filter_map(|(digit, weight)| Some(digit.to_digit(10)? * weight))
            .sum();
        match 11 - sum % 11 {
            11 => return format!("{digits}0"),
            // Ten has no digit: such numbers are not given out.
            10 => stem += 1,
            check => return format!("{digits}{check}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_example_is_the_same_at_every_visit() {
        let first = super::csv();
        assert_eq!(first, super::csv());
        assert_eq!(String::from_utf8_lossy(&first).lines().count(), 5_001);
    }
}
