//! Settling texts, and checking where each one went.

use equal_measure::core::dimension::Dimension;
use equal_measure::core::plan::{Division, Switches};
use equal_measure::nhs;

pub(crate) fn settle_with(
    scheme: &str,
    column: &str,
    texts: &[&str],
    switches: Switches,
) -> Dimension {
    let division = Division {
        id: column.into(),
        column: column.into(),
        only: None,
        scheme: scheme.into(),
    };
    nhs::dimension(&division, texts, &switches)
}

pub(crate) fn settle(scheme: &str, column: &str, texts: &[&str]) -> Dimension {
    settle_with(scheme, column, texts, Switches::default())
}

/// `text > label` for every text, one a line or parted by `;`.
pub(crate) fn check(scheme: &str, column: &str, expected: &str) {
    check_with(scheme, column, expected, Switches::default());
}

pub(crate) fn check_with(scheme: &str, column: &str, expected: &str, switches: Switches) {
    let pairs: Vec<(&str, &str)> = expected
        .split(';')
        .map(|pair| pair.rsplit_once(" > ").expect("text > label"))
        .map(|(text, label)| (text.strip_prefix(' ').unwrap_or(text), label.trim()))
        .collect();
    let texts: Vec<&str> = pairs.iter().map(|(text, _)| *text).collect();
    let dimension = settle_with(scheme, column, &texts, switches);
    assert_eq!(dimension.assign.len(), texts.len());
    for (text, label) in pairs {
        let group = &dimension.groups[dimension.assign[text]];
        assert_eq!(group.label, label, "{scheme}: {text:?}");
    }
    let known = dimension
        .groups
        .iter()
        .take_while(|group| group.status.is_known())
        .count();
    assert_eq!(known, dimension.known().count(), "known groups come first");
}
