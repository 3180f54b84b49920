//! The tools that building and testing need: found on PATH in a fitting version, or installed once per
//! user, with a line that says what and why.

mod version;
mod rust;
mod node;
mod browsers;

use crate::command;
use crate::failure::{About, Outcome};
use crate::place;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One tool, or one family of tools from one source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    /// The standard library for wasm32, from rustup.
    WasmTarget,
    /// Builds the page.
    Trunk,
    /// Makes wasm callable; its version must equal the library's.
    WasmBindgen,
    /// Checks licences, sources and advisories of the crates.
    CargoDeny,
    /// sass, wasm-opt, the NHS.UK styles, what drives browsers, and the solver of the attack.
    NodeTools,
    /// What the benchmark compares the page with.
    Peers,
    /// Chromium and Firefox.
    Browsers,
    /// What wasm tests in Chromium need.
    ChromeDriver,
    /// `WebKitGTK` and a virtual display, for the tests run by hand.
    WebKit,
}

/// What `cargo xtask build` needs.
pub(crate) const TO_BUILD: [Tool; 4] = [
    Tool::WasmTarget,
    Tool::Trunk,
    Tool::WasmBindgen,
    Tool::NodeTools,
];

/// What `cargo xtask test` needs.
pub(crate) const EVERYTHING: [Tool; 7] = [
    Tool::WasmTarget,
    Tool::NodeTools,
    Tool::Browsers,
    Tool::ChromeDriver,
    Tool::Trunk,
    Tool::WasmBindgen,
    Tool::CargoDeny,
];

/// What `cargo xtask bench` needs.
pub(crate) const TO_BENCH: [Tool; 6] = [
    Tool::WasmTarget,
    Tool::NodeTools,
    Tool::Peers,
    Tool::Browsers,
    Tool::Trunk,
    Tool::WasmBindgen,
];

/// What `cargo xtask attack` needs.
pub(crate) const TO_ATTACK: [Tool; 1] = [Tool::NodeTools];

/// Where the packages are that the benchmark compares the page with.
pub(crate) fn peers() -> Outcome<PathBuf> {
    Ok(node::PEERS.folder()?.join("node_modules"))
}

/// The Chromium on this machine.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    browsers::chromium()
}

/// Where the tools are once they are there; makes commands that see them.
pub(crate) struct Toolbox {
    node: PathBuf,
    path: OsString,
    /// Where the programs write, if not on the terminal.
    log: Option<File>,
}

impl Toolbox {
    /// The same tools, writing into a file: for a step that runs beside others.
    pub(crate) fn writing_to(&self, log: &Path) -> Outcome<Toolbox> {
        Ok(Toolbox {
            node: self.node.clone(),
            path: self.path.clone(),
            log: Some(File::create(log).about(log)?),
        })
    }

    /// The folder whose `node_modules` holds the npm packages.
    pub(crate) fn node(&self) -> &Path {
        &self.node
    }

    /// A command in the repository's root that finds every tool.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(place::root())
            .env("PATH", &self.path)
            // Sass looks here for `@use "nhsuk-frontend/…"`.
            .env("SASS_PATH", self.node.join("node_modules"))
            // The journeys look here for puppeteer-core and axe-core.
            .env("EQUAL_MEASURE_NODE", &self.node)
            .env("EQUAL_MEASURE_PAGE", place::page());
        for (name, program) in browsers::found() {
            command.env(name, program);
        }
        if let Some(log) = &self.log {
            let into = || log.try_clone().map_or_else(|_| Stdio::null(), Stdio::from);
            command.stdout(into()).stderr(into());
        }
        command
    }
}

/// Makes sure of the tools, installing what is missing.
///
/// # Errors
/// Says what could not be installed, and what to do about it.
pub(crate) fn set_up(wanted: &[Tool]) -> Outcome<Toolbox> {
    for tool in wanted {
        match tool {
            Tool::WasmTarget => rust::target()?,
            Tool::Trunk => rust::trunk()?,
            Tool::WasmBindgen => rust::wasm_bindgen()?,
            Tool::CargoDeny => rust::cargo_deny()?,
            Tool::NodeTools => drop(node::TOOLS.install()?),
            Tool::Peers => drop(node::PEERS.install()?),
            Tool::Browsers => browsers::main_two()?,
            Tool::ChromeDriver => browsers::chrome_driver()?,
            Tool::WebKit => browsers::webkit()?,
        }
    }
    let node = node::TOOLS.folder()?;
    let own = [
        node.join("node_modules").join(".bin"),
        place::cargo_home()?.join("bin"),
    ];
    let given = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(own.into_iter().chain(std::env::split_paths(&given))).about("PATH")?;
    Ok(Toolbox {
        node,
        path,
        log: None,
    })
}

/// Says what is about to be installed, where to, and why.
fn announce(what: &str, to: &str, why: &str) {
    println!("Installing {what} into {to}: {why}.");
}

/// A program among cargo's own or on PATH, in the order in which the toolbox finds it.
fn locate(name: &str) -> Outcome<Option<PathBuf>> {
    let own = place::cargo_home()?.join("bin").join(name);
    if own.is_file() {
        return Ok(Some(own));
    }
    Ok(command::find(&[name]))
}
