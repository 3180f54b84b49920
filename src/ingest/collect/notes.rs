//! What a reading has to say of itself.

use super::dictionary::MOST_TEXTS;

/// What is said of rows with one count of a pair.
pub(super) const ONE_MISSING: &str = "In some rows one of the two counts is missing (blank, hidden, an error or a word). A missing \
    count is not 0: such a row is set aside whole, and every figure and total is of the other rows.";

/// Without the number of rows: a note leaves with every figure, and rows may be people.
pub(super) fn too_many(column: &str) -> String {
    format!(
        "The column \"{column}\" has more than {MOST_TEXTS} different texts. Rows with further texts are \
         missing from its groups, and counted everywhere else."
    )
}

/// Without the codes: they may be those of one person.
pub(super) fn not_found(codes: &str) -> String {
    format!(
        "Some codes in \"{codes}\" are not in the file that they are looked up in: their rows count as not known \
         in what it gives."
    )
}

pub(super) fn too_many_to_filter(column: &str) -> String {
    format!(
        "The column \"{column}\", by which rows are kept, has more than {MOST_TEXTS} different texts. Rows with \
         further texts are left out."
    )
}
