//! "Only rows of …" in step 3: no choice adds a total to its parts, or one level to another.

use std::fmt::Write;

use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::Outline;
use equal_measure::ui::choice::{Choice, apply};
use equal_measure::ui::pane::only;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Part(props: &Props) -> Html {
    props.html.clone()
}

fn look(text: &str) -> Outline {
    job::look_text("a.csv", text.as_bytes(), text.len() as u64).expect("a table")
}

/// The list of rows to keep, as its options.
fn offered(outline: &Outline) -> String {
    let sheet = &outline.sheets[0];
    let plan = sheet.plan.as_ref().expect("a plan");
    let html = only::filters(plan, plan, sheet, &Callback::noop());
    let renderer = yew::LocalServerRenderer::<Part>::with_props(Props { html });
    let mut future = std::pin::pin!(renderer.hydratable(false).render());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        // Rendering never waits for anything, so that one poll after another ends.
        if let std::task::Poll::Ready(html) = future.as_mut().poll(&mut context) {
            return html;
        }
    }
}

/// How many people stand behind the answer after these choices.
fn people(text: &str, choices: &[Choice]) -> f64 {
    let outline = look(text);
    let sheet = &outline.sheets[0];
    let mut plan = sheet.plan.clone().expect("a plan");
    "none".clone_into(&mut plan.rule);
    for choice in choices {
        apply(&mut plan, choice);
    }
    let mut job = job::Job::text(&outline, &plan);
    job.push(text.as_bytes()).expect("rows");
    let shown = flow::show(&plan, &job.finish().expect("a reading"), &sheet.source);
    let json = equal_measure::export::json(&shown.answer).expect("bytes");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let people = &json["sections"][0]["everyone"]["people"]["number"];
    people.as_f64().expect("a number of people")
}

/// Three places and a row of all of them, by fifth.
fn table(whole: &str) -> String {
    let mut text = "Area,IMD quintile,Seen,Invited\n".to_owned();
    for fifth in 1..=5 {
        let _ = writeln!(
            text,
            "North,{fifth},{},100\nSouth,{fifth},{},200\nEast,{fifth},{},300",
            10 + fifth,
            20 + fifth,
            30 + fifth
        );
        let _ = writeln!(text, "{whole},{fifth},{},600", 60 + 3 * fifth);
    }
    text
}

#[test]
fn a_total_is_never_added_to_its_parts() {
    for whole in ["England", "All areas", "Total"] {
        let text = table(whole);
        let outline = look(&text);
        let html = offered(&outline);
        assert!(html.contains(&format!("All but {whole}")), "{html}");
        assert!(!html.contains(">All<"), "{html}");
        let without = Choice::Without {
            column: "Area".into(),
            texts: vec![whole.into()],
        };
        let north = Choice::Only {
            column: "Area".into(),
            text: Some("North".into()),
        };
        assert!((people(&text, &[]) - 3000.0).abs() < 1e-9, "{whole}");
        assert!(
            (people(&text, std::slice::from_ref(&without)) - 3000.0).abs() < 1e-9,
            "{whole}"
        );
        assert!(
            (people(&text, std::slice::from_ref(&north)) - 500.0).abs() < 1e-9,
            "{whole}"
        );
        assert!(
            (people(&text, &[north, without]) - 3000.0).abs() < 1e-9,
            "{whole}"
        );
    }
}

#[test]
fn one_level_is_offered_as_a_whole() {
    // Two regions, and the four boards that make them up.
    let mut text = "Organisation,IMD quintile,Seen,Invited\n".to_owned();
    let boards = [
        ("Board A", 1),
        ("Board B", 2),
        ("Board C", 3),
        ("Board D", 4),
    ];
    for fifth in 1..=5 {
        for (name, size) in boards {
            let _ = writeln!(text, "{name},{fifth},{},{}", 7 * size + fifth, 100 * size);
        }
        let _ = writeln!(text, "Region 1,{fifth},{},300", 21 + 2 * fifth);
        let _ = writeln!(text, "Region 2,{fifth},{},700", 49 + 2 * fifth);
    }
    let html = offered(&look(&text));
    assert!(!html.contains(">All<"), "{html}");
    assert!((people(&text, &[]) - 5000.0).abs() < 1e-9, "{html}");
}

#[test]
fn what_is_said_of_the_rows_kept_is_true_of_the_choice() {
    let mut text = "Month,IMD quintile,Seen,Invited\n".to_owned();
    for month in ["2025-01", "2025-02"] {
        for fifth in 1..=5 {
            let _ = writeln!(text, "{month},{fifth},{},100", 10 * fifth);
        }
    }
    let outline = look(&text);
    let sheet = &outline.sheets[0];
    let mut plan = sheet.plan.clone().expect("a plan");
    let says = |plan: &_| {
        sheet
            .notes_of(Some(plan))
            .any(|note| note.contains("2025-02"))
    };
    assert!(says(&plan), "{:?}", sheet.notes);
    let january = Choice::Only {
        column: "Month".into(),
        text: Some("2025-01".into()),
    };
    apply(&mut plan, &january);
    assert!(!says(&plan));
}
