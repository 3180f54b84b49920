//! The content security policies of shell and frame. What each directive is for stands in `SECURITY.md`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What the shell and the frame both forbid and allow. The frame inherits the shell's policy, so the
/// shell must allow whatever the frame may do.
const COMMON: &str = "default-src 'none'; connect-src 'none'; img-src data: blob:; worker-src blob:; \
    style-src-attr 'unsafe-inline'; font-src 'none'; media-src 'none'; manifest-src 'none'; \
    object-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/// The shell's policy. Firefox counts a download inside the frame as a frame's move: hence `blob:`.
pub(crate) fn outer(scripts: &[&str], styles: &[&str]) -> String {
    let names = "trusted-types equal-measure-shell equal-measure";
    format!(
        "{COMMON}; frame-src blob:; {names}; {}",
        hashes(scripts, styles)
    )
}

/// The frame's own, stricter policy.
pub(crate) fn inner(scripts: &[&str], styles: &[&str]) -> String {
    format!(
        "{COMMON}; frame-src 'none'; trusted-types equal-measure; {}",
        hashes(scripts, styles)
    )
}

fn hashes(scripts: &[&str], styles: &[&str]) -> String {
    let all = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| hash(text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    format!(
        "script-src {} 'wasm-unsafe-eval'; style-src {}",
        all(scripts),
        all(styles)
    )
}

fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}
