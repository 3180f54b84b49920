//! The page itself: the shell around the frame.

use super::fill::fill;
use super::frame::{Frame, script_file};
use super::{inert, policy};
use crate::failure::Outcome;
use crate::place;

/// Puts frame and wasm into the shell, as text that waits.
pub(crate) fn shell(frame: &Frame, wasm: &[u8]) -> Outcome<String> {
    let own = place::root().join("static");
    let script = script_file("shell.js")?;
    let style = place::read(&own.join("shell.css"))?.replace("\r\n", "\n");

    let mut scripts = vec![script.as_str()];
    scripts.extend(frame.scripts.iter().map(String::as_str));
    let policy = policy::outer(&scripts, &[&style, &frame.style]);

    fill(
        &place::read(&own.join("shell.html"))?,
        &[
            ("policy", &policy),
            ("style", &style),
            ("wasm", &inert::bytes(wasm)?),
            ("frame", &inert::html(&frame.html)?),
            ("script", &script),
        ],
    )
}
