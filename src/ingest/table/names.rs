//! Column names: joined from two rows, cleaned of footnote marks, made unique.

use super::header::Header;

/// The columns under a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The place of each column in a row of the sheet.
    pub places: Vec<usize>,
    /// Its whole name.
    pub full: Vec<String>,
    /// What the row above says of it, carried on to the right; empty where it says nothing.
    pub top: Vec<String>,
    /// What the header's last row says.
    pub sub: Vec<String>,
}

/// Names every column. In a sheet, columns with neither name nor data are dropped; in a text file they
/// stay, so that the cells of a row need not be picked.
pub fn join(
    header: &Header,
    rows: &[(u64, Vec<String>)],
    is_sheet: bool,
    notes: &mut Vec<String>,
) -> Named {
    let below = &rows[header.at].1;
    // A text file is read by its names as they stand, without another look at the header.
    let clean = |name: &str| {
        if is_sheet || header.top.is_some() {
            clean(name)
        } else {
            name.to_owned()
        }
    };
    let above: &[String] = header.top.map_or(&[], |top| &rows[top].1);
    let mut named = Named::default();
    let mut carried = String::new();
    let mut starred = false;
    let mut unnamed = 0;
    let filled = filled_columns(rows, header);
    for place in 0..header.width {
        let raw = below.get(place).map_or("", |cell| cell.trim());
        let sub = clean(raw);
        starred |= raw.ends_with('*') && sub.len() < raw.len();
        let top = clean(above.get(place).map_or("", |cell| cell.trim()));
        if !top.is_empty() {
            carried.clone_from(&top);
        }
        let (full, group) = match (sub.is_empty(), top.is_empty()) {
            (true, false) => {
                carried.clear();
                (top, String::new())
            }
            (true, true) => {
                let has_data = filled.get(place).copied().unwrap_or(false);
                if is_sheet && !has_data {
                    continue;
                }
                unnamed += usize::from(has_data);
                (format!("Column {}", place + 1), String::new())
            }
            (false, _) if carried.is_empty() => (sub.clone(), String::new()),
            (false, _) => (format!("{carried} – {sub}"), carried.clone()),
        };
        named.places.push(place);
        named
            .sub
            .push(if group.is_empty() { full.clone() } else { sub });
        named.full.push(full);
        named.top.push(group);
    }
    if starred {
        notes.push("Footnote marks (*) were removed from column names.".into());
    }
    if unnamed > 0 {
        notes.push(format!(
            "{unnamed} columns have data but no name; they are set aside."
        ));
    }
    named
}

fn filled_columns(rows: &[(u64, Vec<String>)], header: &Header) -> Vec<bool> {
    let mut filled = vec![false; header.width];
    for (_, row) in &rows[header.at + 1..] {
        for (flag, cell) in filled.iter_mut().zip(row) {
            *flag |= !cell.trim().is_empty();
        }
    }
    filled
}

/// A name on one line, without a footnote mark at its end.
///
/// ```
/// use equal_measure::ingest::table::names::clean;
/// assert_eq!(clean("% within\n18 weeks*"), "% within 18 weeks");
/// assert_eq!(clean("Rate [note 3]"), "Rate");
/// ```
pub fn clean(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches('*').trim_end();
    match line.rfind(" [note") {
        Some(at) if line.ends_with(']') => line[..at].to_owned(),
        _ => line.to_owned(),
    }
}
