//! Text that waits in the shell without being read as markup.

use crate::failure::{Outcome, refuse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Stands for `<` where a browser would end the inert text; `static/shell.js` puts it back.
const LESS_THAN: &str = "{{less-than}}";

/// Html that can stand inside `<script type="text/plain">`.
///
/// # Errors
/// Refuses html in which the marker already stands.
pub(crate) fn html(html: &str) -> Outcome<String> {
    if html.contains(LESS_THAN) {
        return refuse(format!("the frame's html already has {LESS_THAN} in it"));
    }
    let mut inert = String::with_capacity(html.len());
    for (at, letter) in html.char_indices() {
        let ends = |word: &str| {
            html.get(at + 1..at + 1 + word.len())
                .is_some_and(|next| next.eq_ignore_ascii_case(word))
        };
        if letter == '<' && ["script", "/script", "!--"].into_iter().any(ends) {
            inert.push_str(LESS_THAN);
        } else {
            inert.push(letter);
        }
    }
    Ok(inert)
}

/// Bytes deflated (without a header) and written in base64. The packing takes its time: every visitor
/// downloads what it saves.
pub(crate) fn bytes(bytes: &[u8]) -> Outcome<String> {
    let mut packed = Vec::new();
    match zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Deflate,
        bytes,
        &mut packed,
    ) {
        Ok(()) => Ok(STANDARD.encode(packed)),
        Err(error) => refuse(format!("the wasm could not be packed: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn hides_what_would_end_the_text() {
        let check = |text: &str, want: &str| {
            assert_eq!(
                html(text).map_err(|failure| failure.to_string()),
                Ok(want.to_owned())
            );
        };
        check("<p>1 < 2</p>", "<p>1 < 2</p>");
        check(
            "<Script>x</SCRIPT>",
            "{{less-than}}Script>x{{less-than}}/SCRIPT>",
        );
        check("<!-- é -->", "{{less-than}}!-- é -->");
    }

    #[test]
    fn refuses_html_that_has_the_marker() {
        assert!(html("{{less-than}}").is_err());
    }
}
