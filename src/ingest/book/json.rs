//! JSON, one value or one a line: every list of rows in it is a sheet.
//!
//! Rows are objects, or lists under a list of names. A row's objects are flattened (`area.name`); a list of rows
//! inside a row is a sheet of its own, in which the row's own cells stand before each.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::ingest::error::ReadError;
use crate::ingest::sheets::Held;
use crate::ingest::sniff;

/// The sheets of a file.
///
/// # Errors
/// When it is no JSON, or holds no rows.
pub(super) fn open(bytes: &[u8]) -> Result<Vec<Held>, ReadError> {
    let text = sniff::text(bytes)?;
    let mut values = serde_json::Deserializer::from_str(&text).into_iter::<Node>();
    let mut all = values
        .by_ref()
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| ReadError::BrokenJson {
            line: error.line(),
            column: error.column(),
        })?;
    let value = match all.len() {
        1 => all.swap_remove(0),
        _ => Node::List(all),
    };
    let mut sheets = Sheets::default();
    sheets.find(&value, "", &[]);
    let held = sheets.held();
    if held.is_empty() {
        return Err(ReadError::NoRowsInside {
            what: "JSON without a list of rows in it",
        });
    }
    Ok(held)
}

/// A value of JSON, fields in the file's order.
enum Node {
    Text(String),
    List(Vec<Self>),
    Fields(Vec<(String, Self)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reads)
    }
}

struct Reads;

impl<'de> Visitor<'de> for Reads {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Text(String::new()))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(Node::Text(if yes { "TRUE" } else { "FALSE" }.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Text(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = list.next_element()? {
            all.push(one);
        }
        Ok(Node::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = map.next_entry()? {
            all.push(one);
        }
        Ok(Node::Fields(all))
    }
}

/// A cell with the name of its column.
type Named = (String, String);

/// The sheets found so far, by their paths.
#[derive(Default)]
struct Sheets(Vec<Sheet>);

#[derive(Default)]
struct Sheet {
    path: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheets {
    /// Looks for rows in a value; `before` stands before the cells of each.
    fn find(&mut self, value: &Node, path: &str, before: &[Named]) {
        match value {
            Node::Text(_) => {}
            Node::List(list) if list.iter().all(|one| matches!(one, Node::List(_))) => {
                self.matrix(list, path);
            }
            Node::List(list) => {
                for row in list {
                    self.row(row, path, before);
                }
            }
            Node::Fields(fields) => self.fields(fields, path, before),
        }
    }

    /// A row, and the rows in it.
    fn row(&mut self, row: &Node, path: &str, before: &[Named]) {
        let mut cells = before.to_vec();
        let mut inside = Vec::new();
        flatten(row, "", &mut cells, &mut inside);
        if cells.len() > before.len() {
            self.sheet(path).add(&cells);
        }
        for (name, rows) in inside {
            self.find(rows, &joined(path, &name), &cells);
        }
    }

    /// An object that is no row: what it says in words stands before the rows in it; columns may lie side by side.
    fn fields(&mut self, fields: &[(String, Node)], path: &str, before: &[Named]) {
        let columns: Vec<(&str, Vec<&str>)> = fields
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), texts(value)?)))
            .collect();
        let many = columns.first().map_or(0, |(_, texts)| texts.len());
        if columns.len() > 1 && many > 1 && columns.iter().all(|(_, texts)| texts.len() == many) {
            for at in 0..many {
                let cell =
                    |(name, texts): &(&str, Vec<&str>)| ((*name).to_owned(), texts[at].to_owned());
                let cells: Vec<Named> = columns.iter().map(cell).collect();
                self.sheet(path).add(&cells);
            }
            return;
        }
        let mut before = before.to_vec();
        for (name, value) in fields {
            if let Node::Text(text) = value
                && !text.is_empty()
                && text.parse::<f64>().is_err()
            {
                before.push((name.clone(), text.clone()));
            }
        }
        let objects: Vec<_> = fields
            .iter()
            .filter(|(_, value)| matches!(value, Node::Fields(_)))
            .collect();
        if objects.len() > 1 && objects.len() == fields.len() {
            for (name, value) in objects {
                let named = [before.clone(), vec![("name".to_owned(), name.clone())]].concat();
                self.row(value, path, &named);
            }
            return;
        }
        for (name, value) in fields {
            self.find(value, &joined(path, name), &before);
        }
    }

    /// Rows that are lists, the first of them names.
    fn matrix(&mut self, list: &[Node], path: &str) {
        let rows = list.iter().filter_map(texts);
        let rows: Vec<Vec<String>> = rows
            .map(|row| row.into_iter().map(str::to_owned).collect())
            .collect();
        if rows.len() > 1 {
            self.0.push(Sheet {
                path: path.to_owned(),
                columns: rows[0].clone(),
                rows: rows[1..].to_vec(),
            });
        }
    }

    fn sheet(&mut self, path: &str) -> &mut Sheet {
        let at = self.0.iter().position(|sheet| sheet.path == path);
        let at = at.unwrap_or_else(|| {
            self.0.push(Sheet {
                path: path.to_owned(),
                ..Sheet::default()
            });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    fn held(self) -> Vec<Held> {
        let held = |sheet: Sheet| {
            let mut rows = vec![sheet.columns];
            rows.extend(sheet.rows);
            Held {
                name: sheet.path,
                rows,
            }
        };
        self.0.into_iter().map(held).collect()
    }
}

impl Sheet {
    fn add(&mut self, cells: &[Named]) {
        let mut row = vec![String::new(); self.columns.len()];
        for (name, text) in cells {
            let at = self.columns.iter().position(|column| column == name);
            let at = at.unwrap_or_else(|| {
                self.columns.push(name.clone());
                row.push(String::new());
                self.columns.len() - 1
            });
            row[at].clone_from(text);
        }
        self.rows.push(row);
    }
}

/// The cells of a row, and the rows in it with their names.
fn flatten<'a>(
    value: &'a Node,
    name: &str,
    cells: &mut Vec<Named>,
    inside: &mut Vec<(String, &'a Node)>,
) {
    match value {
        Node::Text(text) => cells.push((name.to_owned(), text.clone())),
        Node::Fields(fields) => {
            for (field, value) in fields {
                flatten(value, &joined(name, field), cells, inside);
            }
        }
        Node::List(_) => match texts(value) {
            Some(texts) => cells.push((name.to_owned(), texts.join(", "))),
            None => inside.push((name.to_owned(), value)),
        },
    }
}

/// A list of nothing but texts.
fn texts(value: &Node) -> Option<Vec<&str>> {
    let Node::List(list) = value else {
        return None;
    };
    list.iter()
        .map(|one| match one {
            Node::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
