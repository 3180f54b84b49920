//! Several outcomes in one reading: each is what it would be alone, with its own blanks and account.

use std::fmt::Write;

use proptest::prelude::*;

use crate::reading::files::{by, describe, keeping, plan, read, stratified};
use equal_measure::core::plan::{Answers, Outcome, Plan, Series};
use equal_measure::core::tally::{Cell, Tally};

const HEADER: &str = "sex,age,a,b,c,d,e,weeks,cost,count";

fn answer(column: &str) -> Outcome {
    Outcome::YesNo {
        column: column.into(),
        answers: Answers::Marks,
    }
}

fn outcomes() -> Vec<Outcome> {
    let mut list: Vec<Outcome> = ["a", "b", "c", "d", "e"].map(answer).to_vec();
    list.push(Outcome::Wait {
        column: "weeks".into(),
        days: true,
    });
    list.push(Outcome::Number {
        column: "cost".into(),
    });
    list.push(Outcome::Sums(vec![Series {
        name: "count".into(),
        column: "count".into(),
        only: None,
    }]));
    list
}

fn asking(outcomes: Vec<Outcome>) -> Plan {
    let mut asked = by(plan(HEADER, answer("a")), &["sex", "age"]);
    asked.outcomes = outcomes;
    keeping(stratified(asked, "age", "age"), "sex", &["F", "M"])
}

/// What a tally of several outcomes says of one of them: its cells where any row fell.
fn only(tally: &Tally, place: usize) -> Tally {
    let mut alone = tally.clone();
    for cut in alone.cuts.values_mut() {
        for cell in cut.cells.values_mut() {
            *cell = Cell {
                rows: cell.rows,
                outcomes: vec![cell.outcome(place).clone()],
            };
        }
    }
    alone
}

#[test]
fn each_outcome_has_its_own_blanks_and_account() {
    let file = "sex,a,b\nF,1,yes\nF,,no\nM,0,*\nM,,\nM,soon,1\n";
    let mut asked = by(plan("sex,a,b", answer("a")), &["sex"]);
    asked.outcomes.push(answer("b"));
    let reading = read(file.as_bytes(), &asked, 1, (1 << 20, 1 << 16)).expect("a reading");
    assert_eq!(
        describe(&reading),
        "=: 5 blank 3 0x1 1x1 | blank 2 0x1 1x2\n\
         sex=F: 2 blank 1 1x1 | 0x1 1x1\n\
         sex=M: 3 blank 2 0x1 | blank 2 1x1\n\
         used 4/5 OutcomeBlank 1@[5]\
         | OutcomeBlank 2@[3, 5] OutcomeUnreadable 1@[6]\
         | OutcomeBlank 1@[5] OutcomeSuppressed 1@[4]"
    );
}

const CELLS: &[&str] = &[
    "", "0", "1", "yes", "N", "*", "7", "3.5", "2000", "soon", "\"1\"", "12 weeks", "..", "true",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_reading_of_several_is_several_readings_of_one(
        rows in prop::collection::vec(
            (0usize..3, 0usize..4, prop::collection::vec(prop::sample::select(CELLS), 8)),
            1..60,
        ),
    ) {
        let mut file = format!("{HEADER}\n");
        for (sex, age, cells) in &rows {
            let sex = ["F", "M", "other"][*sex];
            let _ = writeln!(file, "{sex},{age},{}", cells.join(","));
        }
        let read = |asked: &Plan| read(file.as_bytes(), asked, 1, (97, 64));
        let list = outcomes();
        let Ok(together) = read(&asking(list.clone())) else {
            for outcome in list {
                prop_assert!(read(&asking(vec![outcome])).is_err());
            }
            return Ok(());
        };
        prop_assert!(together.ledger.balances());
        for (place, outcome) in list.into_iter().enumerate() {
            let Ok(alone) = read(&asking(vec![outcome])) else {
                continue;
            };
            prop_assert_eq!(only(&together.tally, place), only(&alone.tally, 0), "outcome {}", place);
        }
    }
}
