//! What crosses between the worker and the page arrives as it was sent.

use std::fs;
use std::path::Path;

use crate::attack::{every_measure, show};
use equal_measure::answer::Answer;
use equal_measure::core::analysis::ANALYSES;
use equal_measure::engine::wire::Packed;

const FILES: [&str; 2] = [
    "nhse-wlmds-2025-07.csv",
    "ons-life-expectancy-by-decile.csv",
];

/// Every field of the answer, floats to their last digit.
fn whole(answer: &Answer) -> String {
    format!("{answer:?}")
}

fn check(answer: &Answer) {
    let packed = Packed::of(answer).expect("bytes");
    let back = packed.open().expect("an answer");
    assert_eq!(whole(&back), whole(answer));
}

#[test]
fn every_answer_crosses_unchanged() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let mut sections = 0;
    for name in FILES {
        let text = fs::read_to_string(files.join(name)).expect("a text");
        for rule in ["none", "nhs-england"] {
            let shown = show("file.csv", &text, |plan| {
                rule.clone_into(&mut plan.rule);
                every_measure(plan);
                let analyses = ANALYSES.iter().map(|analysis| analysis.card.id.to_owned());
                plan.measures.extend(analyses);
            });
            sections += shown.answer.sections.len();
            check(&shown.answer);
        }
    }
    assert!(sections > 3, "{sections}");
}

#[test]
fn an_answer_of_people_crosses_unchanged() {
    let rows = (0..400_u32).map(|row| {
        let (fifth, sex, wait) = (row % 5 + 1, row % 2, row * 7 % 80);
        let month = row % 3 + 1;
        format!(
            "{fifth},{sex},{wait},2025-0{month}-01\n",
            sex = ["F", "M"][sex as usize]
        )
    });
    let text = std::iter::once("IMD quintile,Sex,Weeks waited,Month\n".to_owned()).chain(rows);
    let text: String = text.collect();
    check(&show("list.csv", &text, every_measure).answer);
}

#[test]
fn bytes_that_are_no_answer_are_refused() {
    let packed: Packed<Answer> = serde_json::from_str("{\"bytes\": [1, 2, 3]}").expect("bytes");
    assert!(packed.open().is_err());
}
