//! Attacks the disclosure rule, knowing how it works: random files, and for each count that the rule hides three
//! whole files that the program releases alike, byte for byte. `cargo xtask attack` runs it with its solver.
//!
//! ```text
//! cargo run --release --example attack -- FOLDER [--files N] [--seed N] [--from N] [--left N] [--honest N]
//!     [--write N]
//! ```
//!
//! `FOLDER` is the one whose `node_modules` holds the npm package `highs`. A count is *narrowed* where the printed
//! numbers alone leave it fewer than three values, *not known small* where the files that were found leave it three
//! values but not three of those that the rule hides, and *undecided* where no three files were found. Beside it stands what the rule leaves to be shown (`--left`: in so many files of each kind), and how
//! often a figure under no rule lies inside the interval that is printed under the rule (`--honest`: in so many
//! files). `--write` prints the file of one number, to look at.

mod attack;
mod dice;
mod enumerated;
mod extract;
mod hidden;
mod honest;
mod left;
mod made;
mod model;
mod program;
mod report;
mod solver;
mod sums;
mod told;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use dice::Dice;
use report::Report;
use solver::Solver;

/// What the command line asks for.
struct Asked {
    folder: String,
    files: usize,
    from: usize,
    left: usize,
    honest: usize,
    write: Option<usize>,
    seed: u64,
}

fn main() -> ExitCode {
    match asked().and_then(|asked| run(&asked)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn asked() -> Result<Asked, String> {
    let mut words = std::env::args().skip(1);
    let mut asked = Asked {
        folder: words.next().ok_or("name the folder with the solver")?,
        files: 504,
        from: 0,
        left: 30,
        honest: 504,
        write: None,
        seed: 20_261_201,
    };
    while let Some(name) = words.next() {
        let word = words.next().unwrap_or_default();
        let number = word
            .parse()
            .map_err(|_| format!("{name} takes a number, not \u{201c}{word}\u{201d}"))?;
        match name.as_str() {
            "--files" => asked.files = number,
            "--from" => asked.from = number,
            "--left" => asked.left = number,
            "--honest" => asked.honest = number,
            "--write" => asked.write = Some(number),
            "--seed" => asked.seed = number as u64,
            _ => return Err(format!("there is no option {name}")),
        }
    }
    Ok(asked)
}

/// Whether the rule holds.
fn run(asked: &Asked) -> Result<bool, String> {
    if let Some(file) = asked.write {
        say(&made::attacked(asked.seed, file).extract.written());
        return Ok(true);
    }
    let began = Instant::now();
    let report = attacked(asked)?;
    say(&format!("\n{}", report.table()));
    say(&format!("{:.0} s\n", began.elapsed().as_secs_f64()));
    let found = enumerated::all(&mut Solver::start(Path::new(&asked.folder))?)?;
    say(&format!("\n{}", report::enumerated(&found)));
    let left = left::left(asked.seed, asked.left)?;
    say(&format!("\n{}", report::left(&left)));
    let mut methods = honest::Methods::new();
    for file in 0..asked.honest {
        honest::add(&mut methods, &made::attacked(asked.seed, file))?;
    }
    say(&format!("\n{}", report::honest(&methods)));
    Ok(report.holds() && found.iter().all(|one| one.narrowed + one.undecided == 0))
}

/// All files, dealt out to as many solvers as there are cores.
fn attacked(asked: &Asked) -> Result<Report, String> {
    let report = Mutex::new(Report::default());
    let next = AtomicUsize::new(asked.from);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let each = |_| scope.spawn(|| one_by_one(asked, &next, &report));
        let all: Vec<_> = (0..cores).map(each).collect();
        for one in all {
            one.join().map_err(|_| "an attack broke off".to_owned())??;
        }
        Ok::<(), String>(())
    })?;
    report.into_inner().map_err(|error| error.to_string())
}

fn one_by_one(asked: &Asked, next: &AtomicUsize, report: &Mutex<Report>) -> Result<(), String> {
    let mut solver = Solver::start(Path::new(&asked.folder))?;
    loop {
        let file = next.fetch_add(1, Ordering::Relaxed);
        if file >= asked.from + asked.files {
            return Ok(());
        }
        let attacked = made::attacked(asked.seed, file);
        let kind = attacked.extract.kind;
        let tried = attack::attack(&attacked, &mut solver, &mut Dice::new(file as u64));
        let mut report = report.lock().map_err(|error| error.to_string())?;
        match tried {
            Ok(tried) => say(&report.add(file, kind, &tried)),
            Err(error) => {
                report.fail();
                say(&format!("file {file}, {kind}: {error}\n"));
                solver = Solver::start(Path::new(&asked.folder))?;
            }
        }
    }
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).ok();
    out.flush().ok();
}
