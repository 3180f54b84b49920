//! A reference file and its cases, as they lie on disk.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// One reference file.
pub struct File {
    /// The file's name without its ending.
    pub name: String,
    /// The method as the file names it.
    pub method: String,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug)]
pub struct Case {
    /// Its name, unique in the file.
    pub name: String,
    /// All of it.
    pub whole: Map<String, Value>,
}

/// The reference files of a folder, by name.
pub fn files(folder: &Path) -> Vec<File> {
    let listing = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = listing.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap();
    let value: Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let cases = value["cases"]
        .as_array()
        .unwrap_or_else(|| panic!("{}: no cases", path.display()));
    File {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        method: value["method"].as_str().unwrap_or_default().to_owned(),
        cases: cases
            .iter()
            .map(|case| Case {
                name: case["name"].as_str().unwrap_or_default().to_owned(),
                whole: case.as_object().unwrap().clone(),
            })
            .collect(),
    }
}

/// A reference number: `None` where the reference has none (null, NaN, infinite).
pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(yes) => Some(f64::from(u8::from(*yes))),
        other => other.as_f64(),
    }
}

/// A value as a list: a lone value is a list of one.
pub fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(list) => list.clone(),
        Value::Null => Vec::new(),
        other => vec![other.clone()],
    }
}

/// A value as text: numbers as they are written, missing as nothing.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

impl Case {
    /// A part of the case as a table of columns, empty when it has none.
    pub fn part(&self, part: &str) -> Map<String, Value> {
        self.whole
            .get(part)
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    }

    /// Whether the input has a column.
    pub fn has(&self, column: &str) -> bool {
        self.part("input").contains_key(column)
    }

    /// A column of the input as numbers, `None` where missing.
    pub fn maybe(&self, column: &str) -> Vec<Option<f64>> {
        let input = self.part("input");
        list(input.get(column).unwrap_or(&Value::Null))
            .iter()
            .map(number)
            .collect()
    }

    /// A column of the input without missing numbers.
    pub fn numbers(&self, column: &str) -> Vec<f64> {
        self.maybe(column)
            .into_iter()
            .map(|number| number.unwrap())
            .collect()
    }

    /// A column of the input as text.
    pub fn texts(&self, column: &str) -> Vec<String> {
        let input = self.part("input");
        list(input.get(column).unwrap_or(&Value::Null))
            .iter()
            .map(text)
            .collect()
    }

    /// The number of input rows.
    pub fn rows(&self) -> usize {
        self.part("input")
            .values()
            .map(|column| list(column).len())
            .max()
            .unwrap_or(0)
    }

    /// An option, null when absent.
    pub fn option(&self, name: &str) -> Value {
        self.part("options")
            .get(name)
            .cloned()
            .unwrap_or(Value::Null)
    }

    /// An option as a number, or the default.
    pub fn option_number(&self, name: &str, default: f64) -> f64 {
        number(&self.option(name)).unwrap_or(default)
    }

    /// An option as text, or the default.
    pub fn option_text(&self, name: &str, default: &str) -> String {
        match self.option(name) {
            Value::String(text) => text,
            _ => default.to_owned(),
        }
    }

    /// The column names of an option.
    pub fn option_names(&self, name: &str) -> Vec<String> {
        list(&self.option(name)).iter().map(text).collect()
    }

    /// The row numbers of each group of the named columns, in the order of the groups: numbers by size, words
    /// by the alphabet.
    pub fn grouped(&self, columns: &[String]) -> Vec<(Vec<String>, Vec<usize>)> {
        let texts: Vec<Vec<String>> = columns.iter().map(|name| self.texts(name)).collect();
        let mut groups: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for row in 0..self.rows() {
            let key = texts.iter().map(|column| column[row].clone()).collect();
            groups.entry(key).or_default().push(row);
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        let size = |text: &String| text.parse::<f64>().unwrap_or(f64::INFINITY);
        groups.sort_by(|(one, _), (other, _)| {
            let pairs = one.iter().zip(other);
            pairs
                .map(|(a, b)| size(a).total_cmp(&size(b)))
                .fold(Ordering::Equal, Ordering::then)
        });
        groups
    }
}
