//! The choices that an address may carry.

use crate::core::plan::Switches;

/// More than this after `#` is not looked at.
const LONGEST: usize = 2_000;

/// What an address asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Choices of grouping that every Plan of this visit starts with.
    pub switches: Switches,
    /// How many words of the address are not known here, and are left alone.
    pub unknown: usize,
}

/// A word of an address.
struct Word {
    word: &'static str,
    turn_on: fn(&mut Switches),
}

/// Every word that is known.
const WORDS: &[Word] = &[
    Word {
        word: "fifths",
        turn_on: |switches| switches.fifths = true,
    },
    Word {
        word: "sixteen-ethnic-groups",
        turn_on: |switches| switches.sixteen_ethnic_groups = true,
    },
    Word {
        word: "chinese-in-asian",
        turn_on: |switches| switches.chinese_in_asian = true,
    },
];

/// Reads what stands after `#` in an address, the `#` itself or not.
///
/// ```
/// use equal_measure::embed::options;
/// let options = options::read("#fifths&chinese-in-asian&rule=none");
/// assert!(options.switches.fifths && options.switches.chinese_in_asian);
/// assert_eq!(options.unknown, 1);
/// assert_eq!(options::read(""), options::Options::default());
/// ```
pub fn read(fragment: &str) -> Options {
    let mut options = Options::default();
    if fragment.len() > LONGEST {
        return options;
    }
    let words = fragment.trim_start_matches('#').split('&');
    for word in words.filter(|word| !word.is_empty()) {
        match WORDS.iter().find(|known| known.word == word) {
            Some(known) => (known.turn_on)(&mut options.switches),
            None => options.unknown += 1,
        }
    }
    options
}
