//! How many megabytes of a text file are counted in a second: `cargo bench --bench scan`, or with a
//! number of rows: `cargo bench --bench scan -- 1000000`.

#[path = "../examples/extract/rows.rs"]
mod rows;

use std::error::Error;
use std::io::{self, Write};
use std::time::Instant;

use equal_measure::core::plan::{
    Answers, Column, Division, Outcome, Plan, Role, Series, Shape, Stratification,
};
use equal_measure::ingest::delimited::Reader;
use equal_measure::ingest::sniff;

/// As a browser hands a file over.
const CHUNK: usize = 1 << 20;
const TIMES: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let asked = std::env::args().find_map(|word| word.parse().ok());
    let text = extract(asked.unwrap_or(500_000));
    let quoted = quoted(&text);
    let wait = |days| Outcome::Wait {
        column: "weeks_waiting".into(),
        days,
    };
    let three = &["imd_decile", "ethnic_category", "provider"][..];
    let answer = Outcome::YesNo {
        column: "interpreter".into(),
        answers: Answers::Marks,
    };
    measure("weeks by 3 dimensions", &text, &plan(&wait(false), three))?;
    measure("days by 3 dimensions", &text, &plan(&wait(true), three))?;
    measure(
        "yes or no by 1 dimension",
        &text,
        &plan(&answer, &three[..1]),
    )?;
    let sums = Outcome::Sums(vec![series("age"), series("admission")]);
    measure("2 sums by 3 dimensions", &text, &plan(&sums, three))?;
    let ages = |outcome: &Outcome| stratified(plan(outcome, &three[..2]), &["age", "sex"]);
    measure("weeks by 2, age and sex", &text, &ages(&wait(false)))?;
    measure("2 sums by 2, age and sex", &text, &ages(&sums))?;
    measure("every cell in quotes", &quoted, &plan(&wait(false), three))?;
    measure(
        "long texts: 32,844 areas",
        &text,
        &plan(&wait(false), &["lsoa"]),
    )?;
    let answers = answers(asked.unwrap_or(500_000));
    let one = measure("1 yes or no of 12, by 3", &answers, &of_answers(1, three))?;
    let all = measure("12 yes or no of 12, by 3", &answers, &of_answers(12, three))?;
    writeln!(io::stdout(), "12 take {:.2} × the time of 1", all / one)?;
    Ok(())
}

/// The extract with twelve more columns of yes, no and nothing.
fn answers(rows: usize) -> String {
    let mut made = rows::Rows::new(42);
    let names = (1..=rows::CHECKS).map(|at| format!(",check_{at}"));
    let mut text = rows::HEADER.trim_end().to_owned();
    text.extend(names);
    text.push('\n');
    for _ in 0..rows {
        made.add_to(&mut text);
        made.add_checks(&mut text, rows::CHECKS);
    }
    text
}

/// A plan for the first so many of the twelve.
fn of_answers(count: usize, dimensions: &[&str]) -> Plan {
    let name = |at: usize| format!("check_{at}");
    let outcomes = (1..=count).map(|at| Outcome::YesNo {
        column: name(at),
        answers: Answers::Marks,
    });
    let mut asked = plan(
        &Outcome::YesNo {
            column: name(1),
            answers: Answers::Marks,
        },
        dimensions,
    );
    asked.outcomes = outcomes.collect();
    asked.columns.extend((1..=12).map(|at| Column {
        name: name(at),
        role: Role::SetAside,
    }));
    asked
}

fn series(column: &str) -> Series {
    Series {
        name: column.into(),
        column: column.into(),
        only: None,
    }
}

fn extract(count: usize) -> String {
    let mut text = rows::HEADER.to_owned();
    let mut rows = rows::Rows::new(42);
    for _ in 0..count {
        rows.add_to(&mut text);
    }
    text
}

fn quoted(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains('"'));
    let cells: Vec<String> = lines.map(|line| line.replace(',', "\",\"")).collect();
    format!("\"{}\"\n", cells.join("\"\n\""))
}

fn division(column: &&str) -> Division {
    Division {
        id: (*column).into(),
        column: (*column).into(),
        only: None,
        scheme: String::new(),
    }
}

fn stratified(mut plan: Plan, columns: &[&str]) -> Plan {
    plan.stratifications.push(Stratification {
        by: columns.iter().map(division).collect(),
    });
    plan
}

fn plan(outcome: &Outcome, dimensions: &[&str]) -> Plan {
    let column = |name: &str| Column {
        name: name.into(),
        role: Role::SetAside,
    };
    Plan {
        shape: Shape::Records,
        columns: rows::HEADER.trim_end().split(',').map(column).collect(),
        outcomes: vec![outcome.clone()],
        divisions: dimensions.iter().map(division).collect(),
        ..Plan::under("none")
    }
}

/// The best and the middle of several runs (noise only ever slows), and the seconds of the best.
fn measure(name: &str, text: &str, plan: &Plan) -> Result<f64, Box<dyn Error>> {
    let bytes = text.as_bytes();
    let format = sniff::format(bytes, bytes.len() as u64)?;
    let mut seconds = Vec::with_capacity(TIMES);
    let mut rows = 0;
    for _ in 0..TIMES {
        let begun = Instant::now();
        let mut reader = Reader::new(&format, plan, 1)?;
        for chunk in bytes.chunks(CHUNK) {
            reader.push(chunk)?;
        }
        rows = reader.finish()?.ledger.read;
        seconds.push(begun.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let speed = |seconds: f64| bytes.len() as f64 / 1e6 / seconds;
    writeln!(
        io::stdout(),
        "{name:<28} {rows:>9} rows {:>6.1} MB   best {:>5.0} MB/s   median {:>5.0} MB/s",
        bytes.len() as f64 / 1e6,
        speed(seconds[0]),
        speed(seconds[TIMES / 2]),
    )?;
    Ok(seconds[0])
}
