//! Names as people write columns, in words.

/// Signs as words: ">4 hours" is over four hours.
pub(super) fn signs_said(name: &str) -> String {
    let said = name.replace(['>', '\u{2265}'], " over ");
    said.replace(['<', '\u{2264}'], " under ")
}

/// Words that are run together (`WaitingOver4hrs`), each by itself.
pub(super) fn apart(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 2);
    let mut before = ' ';
    for letter in name.chars() {
        let capital = before.is_lowercase() && letter.is_uppercase();
        let number = before.is_alphabetic() && letter.is_ascii_digit()
            || before.is_ascii_digit() && letter.is_alphabetic();
        if capital || number {
            out.push(' ');
        }
        out.push(letter);
        before = letter;
    }
    out
}
