//! The method text of a source file, cut out while the program is built: the page carries what a reader
//! sees of it, and neither the code nor the worked example.

/// Where the method text of a source file begins and ends: its `//!` lines after the line that `after`
/// begins (from the top where it is empty) up to their worked example.
pub(crate) const fn span(source: &str, after: &str) -> (usize, usize) {
    let bytes = source.as_bytes();
    let mut from = 0;
    if !after.is_empty() {
        while !begins(bytes, from, after.as_bytes()) {
            from = next_line(bytes, from);
            assert!(from < bytes.len(), "the source has no such line");
        }
        from = next_line(bytes, from);
    }
    let mut to = from;
    while begins(bytes, indented(bytes, to), b"//!")
        && !begins(bytes, indented(bytes, to), b"//! # Example")
    {
        to = next_line(bytes, to);
    }
    (from, to)
}

/// So many bytes of a source file.
pub(crate) const fn cut<const LENGTH: usize>(source: &str, from: usize) -> [u8; LENGTH] {
    let mut copy = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        copy[at] = source.as_bytes()[from + at];
        at += 1;
    }
    copy
}

const fn next_line(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    if at < bytes.len() { at + 1 } else { at }
}

const fn indented(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] == b' ' {
        at += 1;
    }
    at
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

/// The method text of a file beside this one, or of a module in it (`"pub mod log {"`), its lines beginning
/// with `//!` still.
macro_rules! method_text {
    ($file:literal) => {
        method_text!($file, "")
    };
    ($file:literal, $after:literal) => {{
        const SOURCE: &str = include_str!($file);
        const SPAN: (usize, usize) = $crate::core::method_text::span(SOURCE, $after);
        const TEXT: [u8; SPAN.1 - SPAN.0] = $crate::core::method_text::cut(SOURCE, SPAN.0);
        match std::str::from_utf8(&TEXT) {
            Ok(text) => text,
            Err(_) => panic!("the text ends inside a letter"),
        }
    }};
}
pub(crate) use method_text;

/// The heading of the section that the page shows beside the figures, and not with the method.
const PLAIN: &str = "# In plain words";

/// The heading of what stands in its place where more is better.
const PLAIN_BETTER: &str = "# In plain words where more is better";

/// The text as Markdown, but for what it says in plain words.
pub(crate) fn markdown(text: &str) -> String {
    let plain = |heading: &&str| [PLAIN, PLAIN_BETTER].contains(heading);
    let shown = sections(text).filter(|lines| !lines.first().is_some_and(plain));
    let lines: Vec<&str> = shown.flatten().collect();
    lines.join("\n").trim_end().to_owned()
}

/// What the text says in plain words, or `better` says where more is better; empty where it has no such
/// section.
pub(crate) fn in_plain_words(text: &str, better: bool) -> String {
    let under = |heading| sections(text).find(|lines| lines.first() == Some(&heading));
    let other = better.then(|| under(PLAIN_BETTER)).flatten();
    let said = other.or_else(|| under(PLAIN));
    let words = said.into_iter().flat_map(|lines| lines.into_iter().skip(1));
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The lines of each section, its heading first; what stands before all headings is one too.
fn sections(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("//!"));
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
    use super::{in_plain_words, markdown, span};

    #[test]
    fn the_text_ends_where_the_example_or_the_code_begins() {
        for (source, after, text) in [
            (
                "//! One.\n//!\n//! # Example\n//! run();\n\nuse x;\n",
                "",
                "One.",
            ),
            ("//! One.\n//! Two.\n\nuse x;\n", "", "One.\nTwo."),
            ("//! One.", "", "One."),
            ("use x;\n", "", ""),
            (
                "//! One.\n\npub mod form {\n    //! Two.\n}\n",
                "pub mod form {",
                "Two.",
            ),
        ] {
            let (from, to) = span(source, after);
            assert_eq!(markdown(&source[from..to]), text);
        }
    }

    #[test]
    fn plain_words_are_told_apart() {
        let text = "//! One.\n//!\n//! # In plain words\n//! It is\n//! so.\n//!\n//! # In plain words where \
                    more is better\n//! It is good.\n//!\n//! # Sources\n//! Two.\n";
        assert_eq!(in_plain_words(text, false), "It is so.");
        assert_eq!(in_plain_words(text, true), "It is good.");
        assert_eq!(markdown(text), "One.\n\n# Sources\nTwo.");
        assert_eq!(in_plain_words("//! One.", true), "");
    }
}
