//! Laws of reading, on generated files with everything that goes wrong in real ones.

use proptest::prelude::*;

use crate::reading::files::{by, counts, keeping, plan, read, stratified, weeks};
use equal_measure::core::plan::{Answers, Outcome, Plan};
use equal_measure::core::tally::Tally;
use equal_measure::ingest::collect::Collector;
use equal_measure::ingest::delimited::{Splitter, head_rows};
use equal_measure::ingest::error::ReadError;
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::sniff;

const HEADER: &str = "id,group,breakdown,n,d";

/// Texts that a cell may hold, as a file spells them.
const CELLS: &[&str] = &[
    "",
    "A",
    "B",
    " A ",
    "\"A\"",
    "\"A, B\"",
    "\"say \"\"A\"\"\"",
    "\"two\nlines\"",
    "\"two\r\nlines\"",
    "Age",
    "Sex",
    "long text that is no code",
    "Zoë",
    "0",
    "1",
    "7",
    "\"7\"",
    "52",
    "1024",
    "5000",
    "123456789",
    "1234567890",
    "\"1,234\"",
    "12.5",
    "-9223372036854.775807",
    "-3",
    "*",
    "c",
    "x",
    "..",
    "<5",
    "#REF!",
    "soon",
    "yes",
    "n",
    "id",
    "group",
    "breakdown",
    "d",
];

fn cell() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(CELLS)
}

fn row() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::collection::vec(cell(), 5).prop_map(|cells| cells.join(",")),
        1 => proptest::collection::vec(cell(), 0..8).prop_map(|cells| cells.join(",")),
        1 => Just(HEADER.to_owned()),
    ]
}

fn file_of(row: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let rows = proptest::collection::vec((row, any::<bool>()), 1..40);
    rows.prop_map(|rows| {
        let mut text = format!("{HEADER}\n");
        for (row, carriage) in rows {
            text.push_str(&row);
            text.push_str(if carriage { "\r\n" } else { "\n" });
        }
        text
    })
}

fn file() -> impl Strategy<Value = String> {
    file_of(row())
}

/// Only rows of five cells, so that the collector, which knows no others, sees the same file.
fn even_file() -> impl Strategy<Value = String> {
    let cells = proptest::collection::vec(cell(), 5);
    file_of(cells.prop_map(|cells| cells.join(",")))
}

fn asked() -> impl Strategy<Value = Plan> {
    let days = plan(
        HEADER,
        Outcome::Wait {
            column: "n".into(),
            days: true,
        },
    );
    let answer = plan(
        HEADER,
        Outcome::YesNo {
            column: "n".into(),
            answers: Answers::Marks,
        },
    );
    let bands = ["n/breakdown=Age", "d/breakdown=Sex", "n"];
    proptest::sample::select(vec![
        weeks(&HEADER.replace(",n", ",weeks"), &["group", "breakdown"]),
        by(days, &["group"]),
        by(answer, &["d", "group"]),
        keeping(
            by(plan(HEADER, Outcome::Number { column: "d".into() }), &["n"]),
            "group",
            &["A", ""],
        ),
        counts(HEADER, &["n", "d"], &["group"]),
        counts(
            HEADER,
            &bands,
            &["group/breakdown=Age", "group/breakdown=Sex"],
        ),
        counts(HEADER, &bands, &["group/breakdown=Sex", "d"]),
        stratified(
            weeks(&HEADER.replace(",n", ",weeks"), &["group", "d"]),
            "breakdown",
            "age",
        ),
        stratified(
            keeping(
                counts(HEADER, &bands, &["group/breakdown=Age", "id", "breakdown"]),
                "d",
                &["7", "Age"],
            ),
            "d,group",
            "period",
        ),
    ])
    .prop_map(|mut plan| {
        for column in &mut plan.columns {
            column.name = column.name.replace("weeks", "n");
        }
        if let Outcome::Wait { column, .. } = &mut plan.outcomes[0] {
            *column = "n".into();
        }
        plan
    })
}

/// The whole file as cells, row by row through the collector.
fn slowly(text: &str, plan: &Plan) -> Result<Reading, ReadError> {
    let format = sniff::format(text.as_bytes(), text.len() as u64)?;
    let mut collector = Collector::new(plan)?;
    for (line, cells) in head_rows(text.as_bytes(), &format, usize::MAX, true)?
        .into_iter()
        .skip(1)
    {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        collector.row(&cells, line);
    }
    equal_measure::ingest::collect::usable(collector.finish())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_split_of_bytes_gives_the_same_reading(
        text in file(), plan in asked(), chunk in 1usize..200, piece in 1usize..300,
    ) {
        let whole = read(text.as_bytes(), &plan, 1, (usize::MAX, 1 << 20));
        let split = read(text.as_bytes(), &plan, 1, (chunk, piece));
        prop_assert_eq!(whole, split);
    }

    #[test]
    fn the_quick_way_equals_the_careful_one(text in even_file(), plan in asked()) {
        prop_assert_eq!(read(text.as_bytes(), &plan, 1, (1 << 20, 1 << 20)), slowly(&text, &plan));
    }

    #[test]
    fn rows_split_alike_however_they_arrive(text in file(), chunk in 1usize..200) {
        let format = sniff::format(text.as_bytes(), text.len() as u64).expect("text");
        let whole = head_rows(text.as_bytes(), &format, usize::MAX, true);
        let mut rows = Vec::new();
        let mut each = |line: u64, row: &[String]| {
            rows.push((line, row.to_vec()));
            Ok(())
        };
        let mut splitter = Splitter::new(&format).expect("text");
        let pushed = text.as_bytes().chunks(chunk).try_for_each(|part| splitter.push(part, &mut each));
        let ended = pushed.and_then(|()| splitter.finish(&mut each));
        prop_assert_eq!(ended.map(|()| rows), whole);
    }

    #[test]
    fn two_halves_merge_to_the_whole(first in file(), second in file(), plan in asked()) {
        let together = format!("{first}{}", second.split_once('\n').map_or("", |(_, rows)| rows));
        let tally = |text: &str| match read(text.as_bytes(), &plan, 1, (1 << 20, 1 << 20)) {
            Ok(reading) => Ok((reading.tally, reading.ledger.used)),
            Err(ReadError::NothingUsed { .. } | ReadError::HeaderOnly) => Ok((Tally::default(), 0)),
            Err(error) => Err(error),
        };
        if let (Ok(mut one), Ok(two), Ok(both)) = (tally(&first), tally(&second), tally(&together)) {
            prop_assert_eq!(one.1 + two.1, both.1);
            // A file of which nothing is used gives an error, and its blanks are not in a tally.
            if one.1 > 0 && two.1 > 0 {
                one.0.merge(&two.0);
                prop_assert_eq!(one.0, both.0);
            }
        }
    }

    #[test]
    fn no_bytes_make_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), plan in asked()) {
        let mut file = format!("{HEADER}\n1,A,Age,2,3\n").into_bytes();
        file.extend(bytes);
        if let Ok(reading) = read(&file, &plan, 1, (7, 11)) {
            prop_assert!(reading.ledger.balances());
        }
    }
}
