//! Writes a made-up waiting-list extract to standard output:
//! `cargo run --release --example extract -- --rows 1000000 --seed 42 > extract.csv`, or, with
//! `--published`, a made-up table of counts by organisation, month and deprivation
//! (`--organisations 200 --months 24`). `--answers 12` adds twelve columns, so many of them of yes and no.

mod published;
mod rows;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let number = |name: &str, usual: u64| {
        let mut words = std::env::args().skip_while(|word| word != name);
        words
            .nth(1)
            .and_then(|word| word.parse().ok())
            .unwrap_or(usual)
    };
    let mut out = BufWriter::new(io::stdout().lock());
    if std::env::args().any(|word| word == "--published") {
        let size = |name, usual| usize::try_from(number(name, usual)).unwrap_or_default();
        let table = published::table(size("--organisations", 200), size("--months", 24));
        out.write_all(table.as_bytes())?;
        return out.flush();
    }
    let answers = std::env::args().any(|word| word == "--answers");
    let answers = answers.then(|| number("--answers", rows::CHECKS));
    let mut header = rows::HEADER.trim_end().to_owned();
    if answers.is_some() {
        // A wait would be what is measured: here it is a number on a note.
        for (wait, other) in [("clock_start", "note_day"), ("weeks_waiting", "note")] {
            header = header.replace(wait, other);
        }
        header.extend((1..=rows::CHECKS).map(|at| format!(",check_{at}")));
    }
    writeln!(out, "{header}")?;
    let mut rows = rows::Rows::new(number("--seed", 42));
    let mut row = String::new();
    for _ in 0..number("--rows", 1_000_000) {
        row.clear();
        rows.add_to(&mut row);
        if let Some(answers) = answers {
            rows.add_checks(&mut row, answers);
        }
        out.write_all(row.as_bytes())?;
    }
    out.flush()
}
