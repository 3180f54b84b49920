//! The method text of a source file, cut out while the program is built: the page carries what a reader
//! sees of it, and neither the code nor the worked example.

/// How many bytes of a source file are its leading `//!` block up to its worked example.
pub(crate) const fn length(source: &str) -> usize {
    let bytes = source.as_bytes();
    let mut at = 0;
    while begins(bytes, at, b"//!") && !begins(bytes, at, b"//! # Example") {
        while at < bytes.len() && bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    if at < bytes.len() { at } else { bytes.len() }
}

/// The first bytes of a source file.
pub(crate) const fn first<const LENGTH: usize>(source: &str) -> [u8; LENGTH] {
    let mut copy = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        copy[at] = source.as_bytes()[at];
        at += 1;
    }
    copy
}

const fn begins(bytes: &[u8], at: usize, with: &[u8]) -> bool {
    let mut place = 0;
    while place < with.len() {
        if at + place >= bytes.len() || bytes[at + place] != with[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// The method text of a file beside this one, its lines beginning with `//!` still.
macro_rules! lesson {
    ($file:literal) => {{
        const SOURCE: &str = include_str!($file);
        const LENGTH: usize = $crate::core::lesson::length(SOURCE);
        const TEXT: [u8; LENGTH] = $crate::core::lesson::first(SOURCE);
        match std::str::from_utf8(&TEXT) {
            Ok(text) => text,
            Err(_) => panic!("the text ends inside a letter"),
        }
    }};
}
pub(crate) use lesson;

/// The heading of the section that the page shows beside the figures, and not with the method.
const PLAIN: &str = "# In plain words";

/// The text as Markdown, but for what it says in plain words.
pub(crate) fn markdown(text: &str) -> String {
    let shown = sections(text).filter(|lines| lines.first() != Some(&PLAIN));
    let lines: Vec<&str> = shown.flatten().collect();
    lines.join("\n").trim_end().to_owned()
}

/// What the text says in plain words; empty where it has no such section.
pub(crate) fn in_plain_words(text: &str) -> String {
    let said = sections(text).find(|lines| lines.first() == Some(&PLAIN));
    let words = said.into_iter().flat_map(|lines| lines.into_iter().skip(1));
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The lines of each section, its heading first; what stands before all headings is one too.
fn sections(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut sections = vec![Vec::new()];
    for line in lines {
        if line.starts_with("# ") {
            sections.push(Vec::new());
        }
        if let Some(section) = sections.last_mut() {
            section.push(line);
        }
    }
    sections.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{in_plain_words, length, markdown};

    #[test]
    fn the_text_ends_where_the_example_or_the_code_begins() {
        for (source, text) in [
            (
                "//! One.\n//!\n//! # Example\n//! run();\n\nuse x;\n",
                "One.",
            ),
            ("//! One.\n//! Two.\n\nuse x;\n", "One.\nTwo."),
            ("//! One.", "One."),
            ("use x;\n", ""),
        ] {
            assert_eq!(markdown(&source[..length(source)]), text);
        }
    }

    #[test]
    fn plain_words_are_told_apart() {
        let text = "//! One.\n//!\n//! # In plain words\n//! It is\n//! so.\n//!\n//! # Sources\n//! Two.\n";
        assert_eq!(in_plain_words(text), "It is so.");
        assert_eq!(markdown(text), "One.\n\n# Sources\nTwo.");
        assert_eq!(in_plain_words("//! One."), "");
    }
}
