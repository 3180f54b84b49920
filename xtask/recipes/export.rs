//! The method card and the groups as plain text.

use crate::answer::Answer;
use crate::present::card;

use super::{ExportError, Exporter};

pub(super) const EXPORTER: Exporter = Exporter {
    id: "txt",
    name: "Results as plain text",
    extension: "txt",
    mime: "text/plain;charset=utf-8",
    make,
};

#[expect(clippy::unnecessary_wraps, reason = "the signature of every exporter")]
fn make(release: &Answer) -> Result<Vec<u8>, ExportError> {
    let mut lines: Vec<String> = card::card(release)
        .into_iter()
        .map(|(term, text)| format!("{}: {text}", term.name()))
        .collect();
    for section in &release.sections {
        let labels = section.groups.iter().map(|group| group.label.clone());
        lines.extend(labels);
    }
    Ok(lines.join("\n").into_bytes())
}
