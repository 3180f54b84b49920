//! Codes of one file, looked up in another.

use serde::{Deserialize, Serialize};

/// A column that another file gives: what it says of the codes that both files name. Where `key` and `take` are
/// empty, it is what the file itself is called among several that are read one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The name of the column that is given, unique in the plan.
    pub name: String,
    /// The column of the data whose codes are looked up.
    pub column: String,
    /// The name of the other file.
    pub file: String,
    /// The sheet of the other file, where it is a workbook.
    pub sheet: Option<String>,
    /// The column of the other file that holds the same codes.
    pub key: String,
    /// The column of the other file that is given.
    pub take: String,
}

impl Join {
    /// Whether it says which file a row is of.
    pub fn is_of_file(&self) -> bool {
        self.take.is_empty()
    }
}
