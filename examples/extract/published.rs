//! A made-up table as a national body publishes it: counts by organisation, month and deprivation.

use std::fmt::Write;

/// The table as CSV, ten rows for each organisation and month; the same bytes every time.
pub(crate) fn table(organisations: usize, months: usize) -> String {
    let mut text = "Organisation,Month,IMD decile,Seen within 18 weeks,Total waiting\n".to_owned();
    for organisation in 0..organisations {
        for month in 0..months {
            for decile in 1..=10 {
                let waiting = 800 + 37 * (organisation % 29) + 11 * (month % 7) + 13 * decile;
                let share = 520 + 9 * decile + 4 * month + (organisation * 31 + month * 17) % 60;
                let _ = writeln!(
                    text,
                    "R{organisation:03},{}-{:02}-01,{decile},{},{waiting}",
                    2024 + month / 12,
                    1 + month % 12,
                    waiting * share / 1000
                );
            }
        }
    }
    text
}
