//! Small files, each of a kind that analysts have: what the page does first, and what it says.
//!
//! Beside every file of `tests/files/cases` stands a text of the same name that ends in `.want`. Each of its lines
//! must be among the lines that [`said`] makes of the first answer under no rule; a line that starts with `! ` holds
//! words that must stand in none of them, one with `> ` words that must stand in one. The figures were worked out
//! from the rows apart from this program.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use equal_measure::core::plan::Plan;
use equal_measure::engine::flow;
use equal_measure::engine::job;
use equal_measure::engine::wire::Said;
use equal_measure::export;
use equal_measure::ingest::outline::Outline;
use equal_measure::ui::app::{Msg, update};
use equal_measure::ui::model::{Chosen, Model};
use serde_json::Value;

/// What the page does with a file, and the first answer, in lines.
fn said(name: &str, bytes: &[u8]) -> Result<String, String> {
    let size = bytes.len() as u64;
    let head = &bytes[..bytes.len().min(job::HEAD)];
    let workbook = job::is_workbook(head, size).map_err(|error| error.to_string())?;
    let outline = if workbook {
        job::look_workbook(name, bytes)
    } else {
        job::look_text(name, head, size)
    };
    let outline = outline.map_err(|error| error.to_string())?;
    let sheet = &outline.sheets[outline.first];
    let mut lines = asked(&outline);
    let plan = Plan {
        rule: "none".into(),
        ..sheet.plan.clone()?
    };
    let reading = if workbook {
        job::read_workbook(bytes, &plan, &mut |_| true)
    } else {
        let mut job = job::Job::text(&outline, &plan);
        job.push(bytes).and_then(|()| job.finish())
    };
    let reading = reading.map_err(|error| error.to_string())?;
    let answer = flow::show(&plan, &reading, &sheet.source).answer;
    let period = answer.source.period.as_deref().unwrap_or("none");
    let _ = writeln!(lines, "period: {period}");
    for note in &sheet.notes {
        let _ = writeln!(lines, "note: {note}");
    }
    let json = export::json(&answer).map_err(|error| error.to_string())?;
    let json: Value = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    answered(&json, &mut lines);
    Ok(lines)
}

/// Whether the page asks before it shows anything, and about which columns.
fn asked(outline: &Outline) -> String {
    let mut model = Model::default();
    update(
        &mut model,
        Msg::ChoseFile(Chosen {
            name: "file".into(),
            size: 1,
            others: Vec::new(),
            unread: 0,
        }),
    );
    let job = model.job;
    update(&mut model, Msg::Heard(Said::looked(job, outline)));
    match &model.look {
        Some(look) if look.must_ask() => {
            let doubtful: Vec<&str> = look.doubtful().into_iter().collect();
            format!("page: asks about {}\n", doubtful.join(", "))
        }
        _ => "page: shows\n".into(),
    }
}

/// The texts, values and counts of an answer.
fn answered(json: &Value, lines: &mut String) {
    for filter in json["recipe"]["filters"].as_array().into_iter().flatten() {
        let _ = writeln!(lines, "only: {filter}");
    }
    let ledger = &json["ledger"];
    let number = |cell: &Value| cell["number"].as_f64().unwrap_or(f64::NAN);
    let (used, read) = (number(&ledger["used"]), number(&ledger["read"]));
    let _ = writeln!(lines, "rows: {used} of {read}");
    for aside in ledger["aside"].as_array().into_iter().flatten() {
        let _ = writeln!(
            lines,
            "aside: {} {}",
            aside["reason"],
            number(&aside["rows"])
        );
    }
    for section in json["sections"].as_array().into_iter().flatten() {
        let text = |key: &str| section[key].as_str().unwrap_or_default().to_owned();
        let about = format!("{} by {}", text("indicator"), text("dimension"));
        let _ = writeln!(
            lines,
            "{about}: of {}, {}",
            text("population"),
            text("polarity")
        );
        let groups = section["groups"].as_array().into_iter().flatten();
        for group in groups.chain([&section["everyone"]]) {
            let label = group["label"].as_str().unwrap_or_default();
            let value = group["value"]["text"].as_str();
            let value = value.map_or("no figure", |text| text.split(" (").next().unwrap_or(text));
            let count = |key: &str| match group[key]["number"].as_f64() {
                Some(number) => number.to_string(),
                None => "-".into(),
            };
            let (events, people) = (count("events"), count("people"));
            let _ = writeln!(lines, "{about}: {label}: {value} ({events} of {people})");
        }
        for measure in section["measures"].as_array().into_iter().flatten() {
            let id = measure["id"].as_str().unwrap_or_default();
            if let Some(text) = measure["figure"]["text"].as_str() {
                let _ = writeln!(lines, "{about}: {id}: {text}");
            }
        }
    }
}

#[test]
fn every_case_gives_what_was_worked_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/cases");
    let mut wrong = String::new();
    let mut checked = 0;
    let files = fs::read_dir(&folder).expect("the cases");
    let mut files: Vec<_> = files.map(|file| file.expect("a case").path()).collect();
    files.sort();
    let ends = |path: &Path| path.extension().is_some_and(|ending| ending == "want");
    for path in files.iter().filter(|path| !ends(path)) {
        let name = path.file_name().expect("a name").to_string_lossy();
        let want = fs::read_to_string(path.with_extension("want")).expect("what is wanted");
        let bytes = fs::read(path).expect("a case");
        let said = said(&name, &bytes).unwrap_or_else(|why| format!("refused: {why}\n"));
        let meets = |line: &str| match line.split_at_checked(2) {
            Some(("! ", words)) => !said.contains(words),
            Some(("> ", words)) => said.contains(words),
            _ => said.lines().any(|one| one == line),
        };
        let missed: Vec<&str> = want.lines().filter(|line| !meets(line)).collect();
        if !missed.is_empty() {
            let _ = writeln!(
                wrong,
                "\n{name} misses:\n{}\nand says:\n{said}",
                missed.join("\n")
            );
        }
        checked += 1;
    }
    assert!(checked > 0 && wrong.is_empty(), "{wrong}");
}
