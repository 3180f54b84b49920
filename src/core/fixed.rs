//! Texts of the program itself, where they cross to another copy of it.
//!
//! A method's name, or what a refusal says is missing, is a `&'static str`. It crosses as text; where it
//! arrives, each different text is kept for good, once. As a program has only so many, only so many are taken.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// The most different texts that are kept.
const MOST: usize = 4_096;
/// The longest of them, in bytes.
const LONGEST: usize = 1_024;

/// A text of the program. By this name, so that a derived reader does not try to borrow it from what it reads.
pub type Words = &'static str;

thread_local! {
    static KEPT: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// Writes the text.
///
/// # Errors
/// Those of the format.
pub fn serialize<S: Serializer>(text: &Words, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(text)
}

/// Reads a text and keeps it.
///
/// # Errors
/// Those of the format, and when a text is too long or too many have come to be of a program.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Words, D::Error> {
    let text = String::deserialize(from)?;
    KEPT.with_borrow_mut(|kept| {
        if let Some(known) = kept.get(text.as_str()) {
            return Ok(*known);
        }
        if kept.len() >= MOST || text.len() > LONGEST {
            return Err(D::Error::custom("a text that is not the program's own"));
        }
        let text: &'static str = Box::leak(text.into_boxed_str());
        kept.insert(text);
        Ok(text)
    })
}
