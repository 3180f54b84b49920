//! Builds, packs, serves and tests Equal Measure. `cargo xtask help` lists the commands.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool speaks by printing"
)]

mod failure;
mod place;
mod command;
mod tools;
mod build;
mod pack;
mod serve;
mod suite;
mod bench;
mod attack;

use failure::Outcome;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build     write dist/index.html, the whole product in one file
cargo xtask serve     build, then serve it on this machine (--port N, default 8000)
cargo xtask test      check everything: code, tests, crates, and the page in Chromium and Firefox
                      (--webkit: only the page, in WebKitGTK, by hand)
cargo xtask bench     time the kernel, and the page beside DuckDB-WASM and a page that only reads
cargo xtask attack    attack the disclosure rule: 500 random files, what is found, and what is left
                      (--files N, --seed N, --from N, --write N: print that file)
cargo xtask dev       serve the bare page, rebuilt on every change, for developing
cargo xtask setup     only fetch the tools that the others need
cargo xtask pack      Trunk's hook: make one file of what Trunk built (--probe FILE --to PAGE for tests)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match perform(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_told() {
                eprintln!("error: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn perform(words: &[&str]) -> Outcome<()> {
    match words {
        ["build"] => build::build().map(drop),
        ["serve", options @ ..] => serve::serve(options),
        ["test", options @ ..] => suite::test(options),
        ["bench"] => bench::bench(),
        ["attack", options @ ..] => attack::attack(options),
        ["dev"] => build::develop(),
        ["setup"] => tools::set_up(&tools::EVERYTHING).map(drop),
        ["pack", options @ ..] => pack::pack(options),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => failure::refuse(format!(
            "there is no command “{}”.\n{HELP}",
            other.join(" ")
        )),
    }
}
