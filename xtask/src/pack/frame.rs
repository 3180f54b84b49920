//! The frame's html: the bare page with its own policy, the guard first and the program last.

use super::parts::Parts;
use super::{fill::between, policy};
use crate::failure::{Outcome, refuse};
use crate::place;
use sha2::{Digest, Sha256};

/// The frame, and what the shell's policy must allow it.
pub(crate) struct Frame {
    /// The whole document.
    pub(crate) html: String,
    /// The text of each script in it.
    pub(crate) scripts: Vec<String>,
    /// The text of its one style sheet.
    pub(crate) style: String,
}

/// Turns the bare page into the frame. A probe is a test's script, run after the guard.
pub(crate) fn frame(parts: &Parts, probe: Option<&str>) -> Outcome<Frame> {
    let Some(style) =
        between(&parts.html, "<style", "</style>").and_then(|tag| tag.split_once('>'))
    else {
        return refuse("the bare page has no style sheet in it");
    };
    // Sass marks a sheet with letters beyond ASCII by a byte-order mark, which only a file may have.
    let style = style.1.trim_start_matches('\u{feff}').to_owned();

    let mut early = vec![script_file("guard.js")?];
    early.extend(probe.map(str::to_owned));
    let program = program(parts)?;
    let mut scripts = early.clone();
    scripts.push(program.clone());
    let texts: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let policy = policy::inner(&texts, &[&style]);

    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<style>{style}</style>\n{}",
        early.iter().map(|text| script(text)).collect::<String>()
    );
    let html = replace(&parts.html, "<style", "</style>", "")?;
    let html = replace(
        &html,
        "<script data-bare",
        "</body>",
        &format!("{}</body>", script(&program)),
    )?;
    // The policy comes before anything it judges; browsers want the charset first.
    let charset = "<meta charset=\"utf-8\">";
    let html = replace(&html, charset, "", &format!("{charset}\n{head}"))?;
    Ok(Frame {
        html,
        scripts,
        style,
    })
}

/// The one script that starts the app, in the frame and, by its text, in the workers.
fn program(parts: &Parts) -> Outcome<String> {
    let digest = format!("{:x}", Sha256::digest(&parts.wasm));
    // Its comments hold addresses, and nothing that ships may hold one.
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let glue = parts
        .glue
        .lines()
        .filter(is_code)
        .collect::<Vec<_>>()
        .join("\n");
    Ok([
        "'use strict';\n".to_owned(),
        format!("const equalMeasureWasm = {{ sha256: '{digest}' }};\n"),
        format!("function equalMeasureGlue() {{\n{glue}\nreturn wasm_bindgen;\n}}\n"),
        script_file("worker.js")?,
        script_file("start.js")?,
        script_file("digest.js")?,
        script_file("frame.js")?,
    ]
    .concat())
}

/// One of our scripts, with the line ends that a browser hashes.
pub(super) fn script_file(name: &str) -> Outcome<String> {
    Ok(place::read(&place::root().join("static").join(name))?.replace("\r\n", "\n"))
}

/// A script element.
pub(super) fn script(text: &str) -> String {
    format!("<script>{text}</script>\n")
}

/// Replaces everything from `open` up to the next `close`, both included.
fn replace(html: &str, open: &str, close: &str, with: &str) -> Outcome<String> {
    let Some((before, rest)) = html.split_once(open) else {
        return refuse(format!("the bare page has no {open}"));
    };
    let Some((_, after)) = rest.split_once(close) else {
        return refuse(format!("the bare page has no {close} after {open}"));
    };
    Ok(format!("{before}{with}{after}"))
}
