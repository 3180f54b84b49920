//! Results as CSV for spreadsheets: the method card on top, then one tidy row for each figure.
//!
//! UTF-8 with a byte order mark and CRLF line ends, as Excel reads it. Text that a spreadsheet would
//! take for a formula is guarded by an apostrophe.

mod analyses;

use crate::answer::Answer;
use crate::answer::cell::{Cell, Figure, Outcome};
use crate::answer::section::{Bounds, Contrast, Group, Section};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;
use crate::present::{card, figure, quality};

use super::{ExportError, Exporter};

pub(super) const EXPORTER: Exporter = Exporter {
    id: "csv",
    name: "Results as CSV",
    extension: "csv",
    mime: "text/csv;charset=utf-8",
    make,
};

const COLUMNS: [&str; 13] = [
    "Indicator",
    "Divided by",
    "Part",
    "Group",
    "Figure",
    "Value",
    "Lower",
    "Upper",
    "Level",
    "Unit",
    "Status",
    "Method or reason",
    "Table",
];

/// What a row is about: indicator, dimension, part, group.
type About<'a> = [&'a str; 4];

#[expect(clippy::unnecessary_wraps, reason = "the signature of every exporter")]
fn make(release: &Answer) -> Result<Vec<u8>, ExportError> {
    let mut out = Sheet::default();
    for (term, text) in card::card(release) {
        out.row([term.name(), &text]);
    }
    out.row([""; 0]);
    out.row(COLUMNS);
    for section in &release.sections {
        out.section(section);
    }
    for one in &release.completeness {
        let about = ["", &one.dimension, "Completeness", "Everyone"];
        out.count(about, "People", Some(one.everyone));
        for &(status, people) in &one.by_status {
            let about = ["", &one.dimension, "Completeness", quality::status(status)];
            out.count(about, "People", Some(people));
        }
    }
    let ledger = &release.ledger;
    out.count(["", "", "Rows", "Read"], "Rows", Some(ledger.read));
    out.count(["", "", "Rows", "Used"], "Rows", Some(ledger.used));
    for aside in &ledger.aside {
        out.count(
            ["", "", "Rows set aside", aside.reason.words()],
            "Rows",
            Some(aside.rows),
        );
    }
    Ok(out.text.into_bytes())
}

/// A growing CSV text.
struct Sheet {
    text: String,
    /// The caption of the analysis's table that the rows stand in; empty outside of one.
    table: String,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            text: "\u{feff}".to_owned(),
            table: String::new(),
        }
    }
}

impl Sheet {
    fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.text.push_str(&guarded(cell.as_ref()));
        }
        self.text.push_str("\r\n");
    }

    fn section(&mut self, section: &Section) {
        let indicator = section.indicator.name.as_str();
        let dimension = section.dimension.name.as_str();
        for group in &section.groups {
            let about = [indicator, dimension, "Group", &group.label];
            self.group(about, group, group.status.is_known());
        }
        for group in [&section.known, &section.everyone] {
            self.group([indicator, dimension, "All", &group.label], group, false);
        }
        for contrast in &section.contrasts {
            self.contrast([indicator, dimension], contrast);
        }
        for measured in &section.measures {
            let about = [indicator, dimension, "Measure", "All known groups"];
            self.figure(about, measured.measure.card.name, &measured.figure);
        }
        if let Some(bounds) = &section.bounds {
            self.bounds([indicator, dimension], bounds);
        }
        for analysed in &section.analyses {
            self.analysis([indicator, dimension], analysed);
        }
    }

    /// A group's figures; only a `part` of the known groups has a share of them.
    fn group(&mut self, about: About<'_>, group: &Group, part: bool) {
        self.count(about, "People", group.people);
        self.count(about, "With the outcome", group.events);
        self.count(about, "Without a usable outcome", Some(group.blank));
        self.figure(about, "Value", &group.value);
        if group.events.is_some() && part {
            self.figure(
                about,
                "Share of outcome less share of people",
                &group.share_gap,
            );
            self.figure(about, "Representation", &group.representation);
        }
    }

    fn contrast(&mut self, [indicator, dimension]: [&str; 2], contrast: &Contrast) {
        let (first, second) = (&contrast.worse_off, &contrast.better_off);
        let sides = format!("{} and {}", first.label, second.label);
        for side in [first, second] {
            let about = [indicator, dimension, "Side compared", &side.label];
            self.group(about, side, true);
        }
        let about = [indicator, dimension, "Comparison", &sides];
        self.figure(about, "Difference", &contrast.difference);
        self.figure(about, "Ratio", &contrast.ratio);
        if let Some(without) = &contrast.ratio_without {
            self.figure(about, "Ratio of those without", without);
        }
    }

    fn bounds(&mut self, [indicator, dimension]: [&str; 2], bounds: &Bounds) {
        let sides = format!("{} and {}", bounds.worse_off, bounds.better_off);
        let about = [indicator, dimension, "Unknown groups", &sides];
        self.count(about, "People of unknown group", Some(bounds.unknown));
        for (name, figure) in [
            ("Their share of everyone", &bounds.unknown_share),
            ("Difference, known only", &bounds.observed),
            ("Difference, best case", &bounds.best_case),
            ("Difference, worst case", &bounds.worst_case),
        ] {
            self.figure(about, name, &Ok(figure.clone()));
        }
    }

    fn count(&mut self, about: About<'_>, name: &str, cell: Option<Cell>) {
        let Some(cell) = cell else { return };
        let number = cell
            .number()
            .map_or_else(String::new, |number| number.to_string());
        let why = cell.why().map_or("", |why| why.words());
        self.figures(
            about,
            name,
            [&number, "", "", "", "count", status(cell), why],
        );
    }

    fn figure(&mut self, about: About<'_>, name: &str, outcome: &Outcome) {
        let figure = match outcome {
            Ok(figure) => figure,
            Err(refusal) => {
                let status = match refusal {
                    Refusal::Suppressed => "hidden by the publisher",
                    _ => "refused",
                };
                return self.figures(
                    about,
                    name,
                    ["", "", "", "", "", status, &refusal.to_string()],
                );
            }
        };
        let Some((value, limits)) = figure.shown() else {
            let why = figure::why_hidden(figure);
            return self.figures(about, name, ["", "", "", "", "", "hidden", &why]);
        };
        let [lower, upper] = limits.map_or_else(
            || [String::new(), String::new()],
            |(lower, upper)| [written(figure, lower), written(figure, upper)],
        );
        let level = match &figure.limits {
            Ok(limits) => limits.level.to_string(),
            Err(_) => String::new(),
        };
        let unit = unit_name(figure.unit);
        let cells = [
            &written(figure, value),
            &lower,
            &upper,
            &level,
            &unit,
            status(figure.value),
            figure.method,
        ];
        self.figures(about, name, cells);
    }

    fn figures(&mut self, about: About<'_>, name: &str, cells: [&str; 7]) {
        let table = std::mem::take(&mut self.table);
        let row = about.into_iter().chain([name]).chain(cells);
        self.row(row.chain([table.as_str()]));
        self.table = table;
    }
}

/// A number as a spreadsheet reads it: rounded ones to their decimals, exact ones in full.
fn written(figure: &Figure, shown: f64) -> String {
    match figure.value {
        Cell::Rounded(_) => {
            let places = usize::try_from(figure.places).unwrap_or(0);
            format!("{shown:.places$}")
        }
        Cell::Exact(_) | Cell::Hidden(_) => shown.to_string(),
    }
}

fn status(cell: Cell) -> &'static str {
    match cell {
        Cell::Exact(_) => "exact",
        Cell::Rounded(_) => "rounded",
        Cell::Hidden(_) => "hidden",
    }
}

/// The unit in a word or two.
pub(super) fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Percent => "percent".to_owned(),
        Unit::Points => "percentage points".to_owned(),
        Unit::Per(people) => format!("per {people}"),
        Unit::DifferencePer(people) => format!("difference per {people}"),
        Unit::Weeks => "weeks".to_owned(),
        Unit::Years => "years".to_owned(),
        Unit::People => "people".to_owned(),
        Unit::Ratio => "ratio".to_owned(),
        Unit::Index => "index".to_owned(),
        Unit::Pounds => "pounds".to_owned(),
        Unit::Own => "as in the file".to_owned(),
    }
}

/// A cell in quotation marks where it needs them, and never a formula.
///
/// Spaces, line ends and letters without width are passed over before a formula is looked for, as
/// spreadsheets and the programs between pass over them; NUL, which ends a text for some, is left out.
fn guarded(text: &str) -> String {
    let text = text.replace('\0', "");
    if text.parse::<f64>().is_ok() {
        return text;
    }
    let begins = |letter: char| letter.is_control() || FORMULA.contains(&letter);
    let passed = |letter: char| letter == ' ' || (letter.is_whitespace() && !letter.is_control());
    let first = text
        .trim_start_matches(|letter: char| passed(letter) || is_unseen(letter) || letter == '"')
        .chars()
        .next();
    let formula = first.is_some_and(begins);
    let guard = if formula { "'" } else { "" };
    if formula || text.contains([',', ';', '"', '\t', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// What a formula begins with, in any width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹦'];

/// Letters that take no room: byte order marks, joiners and marks of direction.
const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn text_is_never_a_formula_and_numbers_stay_numbers() {
        for (text, cell) in [
            ("White", "White"),
            ("-1.5", "-1.5"),
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("-cmd|' /C calc'!A0", "\"'-cmd|' /C calc'!A0\""),
            ("a \"b\", c", "\"a \"\"b\"\", c\""),
            ("\t=1", "\"'\t=1\""),
            ("\0=1", "\"'=1\""),
            ("\u{200b}＝1", "\"'\u{200b}＝1\""),
            ("a;=1", "\"a;=1\""),
        ] {
            assert_eq!(guarded(text), cell);
        }
    }
}
