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

/// The text as Markdown.
pub(crate) fn markdown(text: &str) -> String {
    let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{length, markdown};

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
}
