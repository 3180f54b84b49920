//! The tables of a web page, as some systems save what they call a workbook: each is a sheet.

use memchr::memchr;

use crate::ingest::error::ReadError;
use crate::ingest::sheets::Held;
use crate::ingest::sniff;

/// The widest cell and the tallest that is believed.
const MOST_SPANNED: usize = 1000;

/// The sheets of a page.
///
/// # Errors
/// When it has no table with rows.
pub(super) fn open(bytes: &[u8]) -> Result<Vec<Held>, ReadError> {
    let text = sniff::text(bytes)?;
    let mut tables: Vec<Table> = Vec::new();
    // A table inside a cell ends the one around it: pages are laid out so, tables of figures are not.
    let mut current: Option<Table> = None;
    let mut rest: &str = &text;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (words, tagged) = rest.split_at(at);
        if let Some(table) = &mut current {
            table.say(words);
        }
        let Some((tag, after)) = tag(tagged) else {
            break;
        };
        rest = after;
        match tag.name.as_str() {
            "table" => tables.extend(current.replace(Table::default())),
            "/table" => tables.extend(current.take()),
            "script" | "style" => rest = past(rest, &tag.name),
            name => {
                if let Some(table) = &mut current {
                    table.mark(name, &tag);
                }
            }
        }
    }
    tables.extend(current);
    let held = tables
        .into_iter()
        .map(Table::rows)
        .filter(|rows| rows.len() > 1);
    let mut held: Vec<Held> = held
        .enumerate()
        .map(|(at, rows)| Held {
            name: format!("Table {}", at + 1),
            rows,
        })
        .collect();
    match held.as_mut_slice() {
        [] => {
            return Err(ReadError::NoRowsInside {
                what: "a web page without a table of more than one row",
            });
        }
        [only] => only.name.clear(),
        _ => {}
    }
    Ok(held)
}

struct Tag<'a> {
    /// In lower case, with the stroke of a closing one.
    name: String,
    attributes: &'a str,
}

impl Tag<'_> {
    /// A whole number of an attribute, 1 where there is none.
    fn number(&self, name: &str) -> usize {
        let lower = self.attributes.to_ascii_lowercase();
        let after = lower.find(name).map(|at| &lower[at + name.len()..]);
        let digits = after.map(|text| {
            let text = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            let end = text.find(|letter: char| !letter.is_ascii_digit());
            &text[..end.unwrap_or(text.len())]
        });
        let number = digits.and_then(|digits| digits.parse().ok()).unwrap_or(1);
        number.clamp(1, MOST_SPANNED)
    }
}

/// The tag at the start of a text, and what comes after it; a remark is a tag without a name.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    if text.starts_with("<!--") {
        let end = text.find("-->")?;
        let name = String::new();
        let attributes = "";
        return Some((Tag { name, attributes }, &text[end + 3..]));
    }
    let end = memchr(b'>', text.as_bytes())?;
    let inside = &text[1..end];
    let stop = inside.find(|letter: char| letter.is_ascii_whitespace());
    let (name, attributes) = inside.split_at(stop.unwrap_or(inside.len()));
    let name = name.to_ascii_lowercase();
    Some((Tag { name, attributes }, &text[end + 1..]))
}

/// What comes after the end of a script or a style.
fn past<'a>(text: &'a str, name: &str) -> &'a str {
    let end = text.to_ascii_lowercase().find(&format!("</{name}"));
    end.map_or("", |at| &text[at..])
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// The cell of the last row that words belong to.
    within: Option<usize>,
    /// How many rows more each column is taken by a tall cell.
    taken: Vec<usize>,
}

impl Table {
    fn mark(&mut self, name: &str, tag: &Tag<'_>) {
        match name {
            "tr" => {
                self.rows.push(Vec::new());
                self.within = None;
            }
            "td" | "th" => self.cell(tag),
            "/td" | "/th" | "/tr" => self.within = None,
            "br" | "br/" | "p" | "div" => self.say(" "),
            _ => {}
        }
    }

    fn cell(&mut self, tag: &Tag<'_>) {
        let (wide, tall) = (tag.number("colspan"), tag.number("rowspan"));
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        while let Some(left) = self.taken.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(String::new());
        }
        let at = row.len();
        row.push(String::new());
        self.taken.resize(self.taken.len().max(at + wide), 0);
        self.taken[at..at + wide].fill(tall - 1);
        row.resize(at + wide, String::new());
        self.within = Some(at);
    }

    fn say(&mut self, words: &str) {
        let row = self.rows.last_mut();
        let cell = row.zip(self.within).and_then(|(row, at)| row.get_mut(at));
        if let Some(cell) = cell {
            cell.push_str(words);
        }
    }

    fn rows(self) -> Vec<Vec<String>> {
        let tidy = |cell: String| {
            let words = plain(&cell);
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let rows = self.rows.into_iter();
        let rows = rows.map(|row| row.into_iter().map(tidy).collect::<Vec<String>>());
        rows.filter(|row| !row.is_empty()).collect()
    }
}

/// Words without the names that HTML has for letters.
fn plain(text: &str) -> String {
    let mut made = String::new();
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        made.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .as_bytes()
            .iter()
            .take(10)
            .position(|&byte| byte == b';');
        let letter = end.and_then(|end| letter(&rest[1..end]).map(|letter| (end, letter)));
        if let Some((end, letter)) = letter {
            made.push(letter);
            rest = &rest[end + 1..];
        } else {
            made.push('&');
            rest = &rest[1..];
        }
    }
    made + rest
}

fn letter(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let hexadecimal = code.strip_prefix(['x', 'X']);
        let code = hexadecimal.map_or_else(
            || code.parse().ok(),
            |digits| u32::from_str_radix(digits, 16).ok(),
        );
        return char::from_u32(code?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "pound" => '£',
        "ndash" => '–',
        "mdash" => '—',
        "rsquo" => '’',
        "lsquo" => '‘',
        "ge" => '≥',
        "le" => '≤',
        _ => return None,
    })
}
