//! Files of one shape: read one after the other, and never added up in silence.

use equal_measure::core::plan::{Keep, Plan, Role};
use equal_measure::engine::flow;
use equal_measure::engine::job::Job;
use equal_measure::engine::several::{self, Given};
use equal_measure::export;
use equal_measure::ingest::collect::usable;
use equal_measure::ingest::lookup::Joined;
use equal_measure::ingest::outline::Outline;
use equal_measure::ingest::reading::Reading;
use serde_json::Value;

type File<'a> = (&'a str, String);

fn look(files: &[File<'_>]) -> Outline {
    let given: Vec<Given> = files
        .iter()
        .map(|(name, text)| Given {
            name: (*name).into(),
            size: text.len() as u64,
            head: text.as_bytes().to_vec(),
            rest: Vec::new(),
        })
        .collect();
    several::choose(&given, &[]).expect("a table")
}

fn answer(files: &[File<'_>], outline: &Outline, plan: &Plan) -> Value {
    let parts = outline.files().into_iter().map(|part| {
        let joined = Joined::default().in_file(plan, &part.label);
        let mut job = Job::joined(&part.format, &part.plan(plan), joined);
        job.push(files[part.given].1.as_bytes()).expect("rows");
        job.finish_part().expect("a reading")
    });
    let reading = usable(Reading::of_parts(parts.collect())).expect("rows that count");
    assert!(reading.ledger.balances());
    let shown = flow::show(plan, &reading, &outline.sheets[0].source);
    serde_json::from_slice(&export::json(&shown.answer).expect("bytes")).expect("JSON")
}

fn plan(outline: &Outline) -> Plan {
    Plan {
        rule: "none".into(),
        ..outline.sheets[0].plan.clone().expect("a question")
    }
}

fn everyone(answer: &Value) -> String {
    answer["sections"][0]["everyone"]["people"]["number"].to_string()
}

fn period(answer: &Value) -> String {
    let method = answer["method"].as_array().expect("the card");
    let line = method.iter().find(|line| line["term"] == "Period");
    line.expect("the period")["text"].to_string()
}

/// Seen of invited by fifth: the same people are invited in each month.
fn counts(seen: [u32; 5]) -> String {
    let rows = (1..)
        .zip(seen)
        .map(|(fifth, seen)| format!("{fifth},{seen},1000\n"));
    format!("IMD quintile,Seen,Invited\n{}", rows.collect::<String>())
}

fn column<'a>(
    outline: &'a Outline,
    name: &str,
) -> &'a equal_measure::ingest::outline::ColumnFinding {
    let mut columns = outline.sheets[0].columns.iter();
    columns
        .find(|column| column.name == name)
        .expect("the column")
}

#[test]
fn of_monthly_counts_the_latest_month_is_shown_and_each_can_be() {
    let files = [
        ("uptake_2025-02.csv", counts([200, 300, 400, 500, 600])),
        ("uptake_2025-03.csv", counts([300, 400, 500, 600, 700])),
        ("uptake_2025-01.csv", counts([100, 200, 300, 400, 500])),
    ];
    let outline = look(&files);
    assert_eq!(column(&outline, "File").role, Role::Period);
    let mut plan = plan(&outline);
    let shown = answer(&files, &outline, &plan);
    assert_eq!(everyone(&shown), "5000.0");
    assert_eq!(shown["sections"][0]["groups"][0]["events"]["number"], 300.0);
    assert!(period(&shown).contains("2025 03"), "{}", period(&shown));

    let filter = plan
        .filters
        .iter_mut()
        .find(|filter| filter.column == "File");
    filter.expect("one month").keep = Keep::Texts(vec!["2025 01".into()]);
    let shown = answer(&files, &outline, &plan);
    assert_eq!(shown["sections"][0]["groups"][0]["events"]["number"], 100.0);
    assert!(period(&shown).contains("2025 01"), "{}", period(&shown));
}

#[test]
fn months_in_a_column_of_their_own_need_no_other() {
    let with = |month: &str, text: String| {
        let mut lines = text.lines();
        let head = format!("Month,{}\n", lines.next().expect("a header"));
        lines.fold(head, |all, line| all + month + "," + line + "\n")
    };
    let files = [
        (
            "one.csv",
            with("2025-01", counts([100, 200, 300, 400, 500])),
        ),
        (
            "two.csv",
            with("2025-02", counts([200, 300, 400, 500, 600])),
        ),
    ];
    let outline = look(&files);
    assert_eq!(column(&outline, "File").role, Role::SetAside);
    let shown = answer(&files, &outline, &plan(&outline));
    assert_eq!(everyone(&shown), "5000.0");
    assert_eq!(shown["sections"][0]["groups"][0]["events"]["number"], 200.0);
}

#[test]
fn whether_places_are_parts_of_one_whole_is_asked() {
    let files = [
        ("North.csv", counts([100, 200, 300, 400, 500])),
        ("South.csv", counts([200, 300, 400, 500, 600])),
    ];
    let outline = look(&files);
    let plan = plan(&outline);
    assert!(column(&outline, "File").confidence < 0.8);
    assert!(plan.filters.iter().any(|filter| filter.column == "File"));
    let shown = answer(&files, &outline, &plan);
    assert_eq!(everyone(&shown), "10000.0");
    let notes = outline.sheets[0].notes.join(" ");
    assert!(notes.contains("North, South"), "{notes}");
}

#[test]
fn people_of_several_months_are_asked_about() {
    let list = |from: u32| {
        let rows = (0..60).map(|at| {
            format!(
                "p{at},{},{}\n",
                1 + at % 5,
                if at % from == 0 { "Yes" } else { "No" }
            )
        });
        format!(
            "Pseudonym,IMD quintile,Attended\n{}",
            rows.collect::<String>()
        )
    };
    let files = [
        ("list jan 2025.csv", list(2)),
        ("list feb 2025.csv", list(3)),
    ];
    let outline = look(&files);
    assert!(column(&outline, "File").confidence < 0.8);
    let plan = plan(&outline);
    // No column that names people is read for it.
    assert_ne!(plan.joins[0].column, "Pseudonym");
    let shown = answer(&files, &outline, &plan);
    assert_eq!(everyone(&shown), "120.0");
    assert!(!shown["notes"].to_string().contains("another file"));
    assert!(
        period(&shown).contains("jan 2025 to feb 2025"),
        "{}",
        period(&shown)
    );
}

#[test]
fn a_file_that_came_twice_is_read_once() {
    let text = counts([100, 200, 300, 400, 500]);
    let files = [("may.csv", text.clone()), ("may (1).csv", text)];
    let outline = look(&files);
    assert!(outline.parts.is_empty());
    let notes = outline.sheets[0].notes.join(" ");
    assert!(
        notes.contains("the same as the file that is read"),
        "{notes}"
    );
}

#[test]
fn a_file_of_other_columns_or_none_is_named() {
    let files = [
        ("may.csv", counts([100, 200, 300, 400, 500])),
        ("other.csv", "Ward,Beds\nNorth,10\nSouth,20\n".into()),
        ("letter.pdf", "%PDF-1.7\n%\u{e2}\u{e3}\n".into()),
    ];
    let outline = look(&files);
    let notes = outline.sheets[0].notes.join(" ");
    assert!(
        notes.contains("\u{201c}other.csv\u{201d} is not used: it has other columns"),
        "{notes}"
    );
    assert!(
        notes.contains("\u{201c}letter.pdf\u{201d} is not used:"),
        "{notes}"
    );
}
