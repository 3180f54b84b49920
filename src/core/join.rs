//! Codes of one file, looked up in another.

use serde::{Deserialize, Serialize};

/// A column that another file gives: what it says of the codes that both files name.
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
