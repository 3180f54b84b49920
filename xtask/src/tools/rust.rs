//! Tools from rustup and crates.io, installed for the user by cargo.

use super::version::Version;
use super::{announce, locate};
use crate::command::{find, run, says};
use crate::failure::{Outcome, refuse};
use crate::place;
use std::path::Path;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// A quick build of a tool is worth more here than a quick tool: without optimisation the three are built in little
/// more than half the time, and make a page one second later.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
];

/// The standard library for wasm32.
pub(super) fn target() -> Outcome<()> {
    let there = says("rustc", &["--print", "target-libdir", "--target", WASM])
        .is_some_and(|folder| Path::new(&folder).is_dir());
    if there {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        return refuse(format!(
            "the Rust library for {WASM} is missing and there is no rustup to fetch it. \
             Install rustup, or your system's package of that library"
        ));
    }
    announce(WASM, "the Rust toolchain", "the page runs as wasm");
    run(Command::new("rustup").args(["target", "add", WASM]))
}

/// Trunk, of the last line that Rust 1.95 builds, or a later one found on PATH.
pub(super) fn trunk() -> Outcome<()> {
    let fits = |version| version >= Version(0, 21, 14);
    let words = [
        "trunk",
        "--version",
        "0.21.14",
        "--locked",
        "--no-default-features",
    ];
    cargo_tool("trunk", fits, &words, "it builds the page")
}

/// The wasm-bindgen program of exactly the version of the library in `Cargo.lock`.
pub(super) fn wasm_bindgen() -> Outcome<()> {
    let lock = place::read(&place::root().join("Cargo.lock"))?;
    let Some(wanted) = locked_version(&lock, "wasm-bindgen") else {
        return refuse("Cargo.lock names no wasm-bindgen");
    };
    let exact = wanted.to_string();
    // Not --locked: the lock it was published with names a crate that has been withdrawn.
    let words = [
        "wasm-bindgen-cli",
        "--version",
        &exact,
        "--no-default-features",
    ];
    let why = "it makes the wasm callable from the page, and must equal the library's version";
    cargo_tool("wasm-bindgen", |version| version == wanted, &words, why)
}

/// cargo-deny.
pub(super) fn cargo_deny() -> Outcome<()> {
    let fits = |version| version >= Version(0, 18, 0);
    let words = ["cargo-deny", "--version", "0.20.2", "--locked"];
    cargo_tool(
        "cargo-deny",
        fits,
        &words,
        "it checks licences, sources and advisories of the crates",
    )
}

fn cargo_tool(
    name: &str,
    fits: impl Fn(Version) -> bool,
    words: &[&str],
    why: &str,
) -> Outcome<()> {
    let version = locate(name)?
        .and_then(|program| says(program, &["--version"]))
        .and_then(|text| Version::within(&text));
    if version.is_some_and(fits) {
        return Ok(());
    }
    announce(
        &words.join(" "),
        &place::cargo_home()?.join("bin").display().to_string(),
        why,
    );
    // Away from the checkout, so that neither its lock nor its settings reach the tool.
    let mut install = Command::new("cargo");
    install
        .current_dir(place::home()?)
        .arg("install")
        .args(words);
    install
        .envs(QUICK_BUILD)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_TARGET_DIR");
    run(&mut install)
}

fn locked_version(lock: &str, package: &str) -> Option<Version> {
    let named = format!("name = \"{package}\"\n");
    let (_, after) = lock.split_once(&named)?;
    Version::within(after.lines().next()?)
}

#[cfg(test)]
mod tests {
    use super::{Version, locked_version};

    #[test]
    fn reads_the_exact_package_from_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen"),
            Some(Version(0, 2, 130))
        );
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
