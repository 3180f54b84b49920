//! The characters that stand small below or above a quantity, and the accents over one.

/// Small characters at the foot, and the ordinary ones they stand for.
const BELOW: &[(char, char)] = &[
    ('₀', '0'),
    ('₁', '1'),
    ('₂', '2'),
    ('₃', '3'),
    ('₄', '4'),
    ('₅', '5'),
    ('₆', '6'),
    ('₇', '7'),
    ('₈', '8'),
    ('₉', '9'),
    ('₊', '+'),
    ('₋', '−'),
    ('₍', '('),
    ('₎', ')'),
    ('ₐ', 'a'),
    ('ₑ', 'e'),
    ('ᵢ', 'i'),
    ('ⱼ', 'j'),
    ('ₖ', 'k'),
    ('ₗ', 'l'),
    ('ₘ', 'm'),
    ('ₙ', 'n'),
    ('ᵣ', 'r'),
    ('ₛ', 's'),
    ('ₜ', 't'),
    ('ᵤ', 'u'),
    ('ₓ', 'x'),
];

/// Small characters at the shoulder, and the ordinary ones they stand for.
const ABOVE: &[(char, char)] = &[
    ('⁰', '0'),
    ('¹', '1'),
    ('²', '2'),
    ('³', '3'),
    ('⁴', '4'),
    ('⁵', '5'),
    ('⁶', '6'),
    ('⁷', '7'),
    ('⁸', '8'),
    ('⁹', '9'),
    ('⁺', '+'),
    ('⁻', '−'),
    ('ⁿ', 'n'),
    ('ᵀ', 'T'),
    ('′', '′'),
    ('*', '*'),
];

/// Accents as they follow a letter, and as they stand alone.
const ACCENTS: &[(char, char)] = &[('\u{304}', '¯'), ('\u{302}', '^')];

/// Letters that have a character of their own together with their accent.
const ACCENTED: &[(char, char, char)] = &[('ȳ', 'y', '¯'), ('ŷ', 'y', '^')];

/// Names of functions that need no bracket after them.
const FUNCTIONS: &[&str] = &["arcsin", "artanh", "exp", "ln", "tanh"];

/// The ordinary character for a small one at the foot.
pub(super) fn below(small: char) -> Option<char> {
    ordinary(BELOW, small)
}

/// The ordinary character for a small one at the shoulder.
pub(super) fn above(small: char) -> Option<char> {
    ordinary(ABOVE, small)
}

/// The accent that a character puts over the letter before it.
pub(super) fn accent(follows: char) -> Option<char> {
    ordinary(ACCENTS, follows)
}

/// The letter and accent of a character that is both.
pub(super) fn accented(both: char) -> Option<(char, char)> {
    let found = ACCENTED.iter().find(|(joined, _, _)| *joined == both);
    found.map(|(_, letter, accent)| (*letter, *accent))
}

/// Whether a run of letters is a function's name wherever it stands.
pub(super) fn is_function(run: &str) -> bool {
    FUNCTIONS.contains(&run)
}

/// The small character at the foot for an ordinary one.
pub(super) fn lowered(ordinary: char) -> char {
    small(BELOW, ordinary)
}

/// The small character at the shoulder for an ordinary one.
pub(super) fn raised(ordinary: char) -> char {
    small(ABOVE, ordinary)
}

/// A letter with its accent, as one writes it.
pub(super) fn joined(letter: char, accent: Option<char>) -> String {
    let Some(accent) = accent else {
        return letter.to_string();
    };
    let own = ACCENTED
        .iter()
        .find(|(_, base, over)| (*base, *over) == (letter, accent));
    match own {
        Some((both, _, _)) => both.to_string(),
        None => format!("{letter}{}", small(ACCENTS, accent)),
    }
}

fn ordinary(table: &[(char, char)], small: char) -> Option<char> {
    let found = table.iter().find(|(each, _)| *each == small);
    found.map(|(_, ordinary)| *ordinary)
}

fn small(table: &[(char, char)], ordinary: char) -> char {
    let found = table.iter().find(|(_, each)| *each == ordinary);
    found.map_or(ordinary, |(small, _)| *small)
}
