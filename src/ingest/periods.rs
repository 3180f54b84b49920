//! Which periods the rows were of that counted, in words.

use std::collections::BTreeSet;

use crate::nhs::{period, words};

/// The periods of each column of periods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Periods {
    /// The columns, by name, with their texts in the rows that counted.
    pub columns: Vec<(String, BTreeSet<String>)>,
    /// Whether one row is one person: then no day is named.
    pub of_people: bool,
}

impl Periods {
    /// Adds those of another file with the same columns.
    pub fn merge(&mut self, other: Self) {
        self.of_people |= other.of_people;
        for (name, texts) in other.columns {
            match self.columns.iter_mut().find(|(own, _)| *own == name) {
                Some((_, own)) => own.extend(texts),
                None => self.columns.push((name, texts)),
            }
        }
    }

    /// The periods in words: of each column once, with its name; `None` where there is no such column.
    pub fn said(&self) -> Option<String> {
        let mut said: Vec<(&str, String)> = Vec::new();
        for (name, texts) in &self.columns {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let Some(span) = period::span(&texts, self.of_people) else {
                continue;
            };
            if said.iter().all(|(_, other)| *other != span) {
                said.push((name, span));
            }
        }
        match said.as_slice() {
            [] => self
                .columns
                .first()
                .map(|(name, _)| format!("{name} not given in the rows used")),
            [(from, first), (to, last)] if is_start(from) && is_end(to) => {
                Some(format!("{first} to {last}"))
            }
            several => {
                let said = several.iter().map(|(name, span)| format!("{name} {span}"));
                Some(said.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn is_start(name: &str) -> bool {
    let said = words::plain(name);
    ["start", "from", "begin"]
        .iter()
        .any(|word| said.contains(word))
}

fn is_end(name: &str) -> bool {
    let said = words::plain(name);
    said.ends_with("end")
        || said.starts_with("to ")
        || ["end date", "end ", "ending", "date to"]
            .iter()
            .any(|word| said.contains(word))
}
