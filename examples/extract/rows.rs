//! Rows of a made-up waiting-list extract: the same seed gives the same bytes, and nobody is in it.

use std::fmt::Write;

/// The header line.
pub(crate) const HEADER: &str = "pathway,age,sex,ethnic_category,lsoa,imd_decile,specialty,provider,\
                                 board,clock_start,weeks_waiting,priority,admission,interpreter,comment\n";

const ETHNIC: [&str; 24] = [
    "A", "A", "A", "A", "A", "A", "A", "A", "A", "B", "C", "D", "F", "G", "H", "J", "K", "L", "M",
    "N", "R", "S", "Z", "",
];
const SPECIALTIES: [&str; 10] = [
    "100", "101", "110", "120", "130", "300", "301", "320", "330", "X04",
];
const WORDS: [&str; 12] = [
    "phoned", "letter", "sent", "clinic", "moved", "scan", "booked", "asks", "for", "mornings",
    "until", "spring",
];

/// How many columns [`Rows::add_checks`] adds.
pub(crate) const CHECKS: u64 = 12;

/// A generator of rows.
pub(crate) struct Rows {
    state: u64,
    number: u64,
}

impl Rows {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: seed ^ 0xA076_1D64_78BD_642F,
            number: 0,
        }
    }

    /// Steele, Lea and Flood's `SplitMix64`, 2014.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[usize::try_from(self.below(texts.len() as u64)).unwrap_or_default()]
    }

    /// Adds one row, its line end among it. People of deprived areas wait a little longer; about one
    /// comment in eight needs quotation marks.
    pub(crate) fn add_to(&mut self, text: &mut String) {
        self.number += 1;
        let decile = 1 + self.below(10);
        let spread = self.below(40) + self.below(40);
        let waited = spread * (30 - decile) / 30 * self.below(4) / 2;
        let provider = self.below(140).min(self.below(200)) % 140;
        let _ = write!(
            text,
            "P{:011X},{},{},{},E010{:05},",
            self.number.wrapping_mul(0x5851_F42D) & 0xFFF_FFFF_FFFF,
            self.below(96),
            1 + self.below(2),
            self.one_of(&ETHNIC),
            self.below(32_844),
        );
        if self.below(120) > 0 {
            let _ = write!(text, "{decile}");
        }
        let _ = write!(
            text,
            ",{},R{:02X},Q{:02},{:02}/{:02}/202{},",
            self.one_of(&SPECIALTIES),
            provider,
            provider % 42,
            1 + self.below(28),
            1 + self.below(12),
            3 + self.below(3),
        );
        if self.below(300) > 0 {
            let _ = write!(text, "{waited}");
        }
        let priority = self.one_of(&["routine", "routine", "urgent", "two-week"]);
        let _ = write!(
            text,
            ",{priority},{},{},",
            self.below(5),
            self.below(20) / 19
        );
        match self.below(16) {
            0..9 => {}
            9..14 => self.add_words(text, " "),
            _ => {
                text.push('"');
                self.add_words(text, ", ");
                text.push('"');
            }
        }
        text.push('\n');
    }

    /// Adds twelve columns to the row: so many of yes and no, the others of words that say neither.
    pub(crate) fn add_checks(&mut self, text: &mut String, answers: u64) {
        text.pop();
        for column in 0..CHECKS {
            let words = if column < answers {
                ["Yes", "No", "Yes", ""]
            } else {
                ["sent", "due", "late", ""]
            };
            text.push(',');
            text.push_str(self.one_of(&words));
        }
        text.push('\n');
    }

    fn add_words(&mut self, text: &mut String, between: &str) {
        text.push_str(self.one_of(&WORDS));
        for place in 0..2 + self.below(6) {
            text.push_str(if place == 1 { between } else { " " });
            text.push_str(self.one_of(&WORDS));
        }
    }
}
