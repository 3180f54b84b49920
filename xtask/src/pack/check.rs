//! What must hold of a page before it may leave the build.

use crate::failure::{Outcome, refuse};
use crate::place;

/// Names of languages, not places: nothing loads them.
const NAMES: [&str; 1] = ["http://www.w3.org/"];

/// The most a page may weigh, in bytes.
const LARGEST: usize = 8_000_000;

/// Refuses a page in which an address stands that a browser could load.
pub(super) fn ships_nothing_loadable(html: &str) -> Outcome<()> {
    for start in ["http://", "https://", "ws://", "wss://", "@import"] {
        for (at, _) in html.match_indices(start) {
            if !NAMES.iter().any(|name| html[at..].starts_with(name)) {
                return refuse(format!(
                    "the page must load nothing, but has: {}",
                    excerpt(html, at)
                ));
            }
        }
    }
    for (at, start) in html.match_indices("url(") {
        let to = html[at + start.len()..].trim_start_matches(['"', '\'']);
        if !to.starts_with("data:") && !to.starts_with('#') {
            return refuse(format!(
                "a style must load nothing, but has: {}",
                excerpt(html, at)
            ));
        }
    }
    Ok(())
}

/// Refuses a script that holds what would end its element.
pub(super) fn ends_no_script(scripts: &[String]) -> Outcome<()> {
    for script in scripts {
        let lower = script.to_ascii_lowercase();
        for end in ["</script", "<!--"] {
            if let Some(at) = lower.find(end) {
                return refuse(format!(
                    "a script of the page holds {end}: {}",
                    excerpt(&lower, at)
                ));
            }
        }
    }
    Ok(())
}

/// Refuses a page that tells where it was built.
pub(super) fn names_no_machine(page: &str, wasm: &[u8]) -> Outcome<()> {
    let folders = [place::root(), place::target(), place::cargo_home()?];
    for folder in folders {
        let name = folder.display().to_string();
        let in_wasm = wasm
            .windows(name.len())
            .any(|bytes| bytes == name.as_bytes());
        if in_wasm || page.contains(&name) {
            return refuse(format!("the page names a folder of this machine: {name}"));
        }
    }
    Ok(())
}

/// Refuses a page that is too large to pass around.
pub(super) fn fits(page: &str) -> Outcome<()> {
    if page.len() <= LARGEST {
        return Ok(());
    }
    refuse(format!(
        "the page has {} bytes, more than the {LARGEST} it may have",
        page.len()
    ))
}

fn excerpt(text: &str, at: usize) -> String {
    text[at..].chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::ships_nothing_loadable;

    #[test]
    fn finds_what_a_browser_could_load() {
        let check = |html: &str, passes: bool| {
            assert_eq!(ships_nothing_loadable(html).is_ok(), passes, "{html}");
        };
        check("<p>doi 10.1000/182</p>", true);
        check("createElementNS('http://www.w3.org/2000/svg')", true);
        check("a{background:url(\"data:image/svg+xml,x\")}", true);
        check("<img src=\"https://example.org/x\">", false);
        check("new WebSocket('wss://example.org')", false);
        check("a{background:url(/assets/x.svg)}", false);
        check("@import 'x.css'", false);
    }
}
