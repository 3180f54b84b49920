//! A file that says more of what another names by code: an area its deprivation, a practice its network.
//!
//! A [`Lookup`] holds the columns of such a file that hold codes, places or groups. [`fit::joins`] finds the column
//! of the data whose codes it knows, and which of its columns the data gains. At reading a joined column is read
//! from the codes' own column, and each code is [seen through](Through) the lookup as it is met for the first time,
//! so that a joined column costs no more than any other.

pub mod fit;
mod gather;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::core::plan::{Join, Plan};
use crate::ingest::error::ReadError;
use crate::ingest::outline::ColumnFinding;

pub use gather::{Gather, is_held};

/// What a code becomes that the lookup does not know: a blank.
const NOT_FOUND: &str = "";

/// The columns of a file in memory, each different text once.
#[derive(Debug, Default)]
pub struct Lookup {
    /// The file's name.
    pub file: String,
    /// The sheet, where it is a workbook.
    pub sheet: Option<String>,
    columns: Vec<Held>,
}

/// One column of a lookup.
#[derive(Debug)]
struct Held {
    finding: ColumnFinding,
    texts: Vec<String>,
    /// The number of each row's text.
    rows: Vec<u32>,
}

impl Held {
    fn text(&self, row: usize) -> &str {
        let id = self.rows.get(row).map(|id| *id as usize);
        id.and_then(|id| self.texts.get(id))
            .map_or("", String::as_str)
    }
}

impl Lookup {
    fn column(&self, name: &str) -> Option<&Held> {
        let mut columns = self.columns.iter();
        columns.find(|column| column.finding.name == name)
    }

    /// What each code of the column `key` is in the column `take`; `None` where a code is several things, or where
    /// there is no such column.
    fn through(&self, key: &str, take: &str) -> Option<Through> {
        let (key, take) = (self.column(key)?, self.column(take)?);
        let mut texts: HashMap<String, String> = HashMap::new();
        for row in 0..key.rows.len() {
            let (code, text) = (normal(key.text(row)), take.text(row));
            if code.is_empty() {
                continue;
            }
            match texts.get(&code) {
                Some(other) if other == text => {}
                Some(_) => return None,
                None => drop(texts.insert(code, text.to_owned())),
            }
        }
        Some(Through::Codes(texts))
    }
}

/// What the cells of a column are seen through.
#[derive(Debug)]
pub enum Through {
    /// Codes, and what a lookup says of each.
    Codes(HashMap<String, String>),
    /// Whatever they are: what the file is called that they stand in.
    File(String),
}

impl Through {
    /// What the code is; blank where the lookup does not know it.
    pub fn see(&self, code: &str) -> &str {
        match self {
            Self::Codes(texts) => texts.get(&normal(code)).map_or(NOT_FOUND, String::as_str),
            Self::File(label) => label,
        }
    }

    /// Whether the lookup knows the code.
    pub fn knows(&self, code: &str) -> bool {
        match self {
            Self::Codes(texts) => texts.contains_key(&normal(code)),
            Self::File(_) => true,
        }
    }
}

/// Codes are the same in capital and small letters.
fn normal(code: &str) -> String {
    code.trim().to_ascii_uppercase()
}

/// The joins of one plan, ready to read through: by the name of the joined column.
#[derive(Clone, Debug, Default)]
pub struct Joined(BTreeMap<String, Rc<Through>>);

impl Joined {
    /// The joins of a plan, seen through these lookups.
    ///
    /// # Errors
    /// [`ReadError::NoSuchFile`] when none of them has the columns of a join.
    pub fn of<'a>(
        plan: &Plan,
        lookups: impl Iterator<Item = &'a Lookup>,
    ) -> Result<Self, ReadError> {
        let lookups: Vec<&Lookup> = lookups.collect();
        let through = |join: &Join| {
            let named = |lookup: &&Lookup| lookup.file == join.file && lookup.sheet == join.sheet;
            // A saved question names no file: whichever has these columns gives them.
            let all = || lookups.iter().copied();
            let mut able = all().filter(named).chain(all());
            able.find_map(|lookup| lookup.through(&join.key, &join.take))
                .map(|through| (join.name.trim().to_owned(), Rc::new(through)))
                .ok_or_else(|| ReadError::NoSuchFile {
                    name: join.file.clone(),
                })
        };
        let joins = plan.joins.iter().filter(|join| !join.is_of_file());
        Ok(Self(joins.map(through).collect::<Result<_, _>>()?))
    }

    /// The same in one of several files of one shape, which is called so among them.
    #[must_use]
    pub fn in_file(&self, plan: &Plan, label: &str) -> Self {
        let mut joined = self.clone();
        for join in plan.joins.iter().filter(|join| join.is_of_file()) {
            let name = join.name.trim().to_owned();
            let file = Through::File(label.to_owned());
            joined.0.insert(name, Rc::new(file));
        }
        joined
    }

    /// How the codes of a joined column are seen.
    pub(in crate::ingest) fn through(&self, name: &str) -> Option<&Rc<Through>> {
        self.0.get(name.trim())
    }
}
