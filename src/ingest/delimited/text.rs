//! A cell's bytes as text: quotation marks taken off, bytes decoded.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// A cell's text, and whether its bytes were not of the file's encoding.
///
/// A cell that is not UTF-8 in a file that should be is read as windows-1252: files glued together
/// from several sources mix the two.
pub(super) fn decode(raw: &[u8], utf8: bool) -> (Cow<'_, str>, bool) {
    match unquote(raw) {
        Cow::Borrowed(bytes) => decode_bytes(bytes, utf8),
        Cow::Owned(bytes) => {
            let (text, astray) = decode_bytes(&bytes, utf8);
            (Cow::Owned(text.into_owned()), astray)
        }
    }
}

fn decode_bytes(bytes: &[u8], utf8: bool) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) if utf8 || bytes.is_ascii() => (Cow::Borrowed(text), false),
        _ => (WINDOWS_1252.decode_without_bom_handling(bytes).0, utf8),
    }
}

/// The bytes between the marks, doubled ones made single; what follows the closing mark is kept.
fn unquote(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(inside) = raw.strip_prefix(b"\"") else {
        return Cow::Borrowed(raw);
    };
    match memchr::memchr(b'"', inside) {
        None => Cow::Borrowed(inside),
        Some(end) if inside[end + 1..].trim_ascii().is_empty() => Cow::Borrowed(&inside[..end]),
        Some(_) => Cow::Owned(without_marks(inside)),
    }
}

fn without_marks(inside: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(inside.len());
    let mut quoted = true;
    let mut bytes = inside.iter().peekable();
    while let Some(&byte) = bytes.next() {
        if quoted && byte == b'"' {
            quoted = bytes.next_if(|&&next| next == b'"').is_some();
            if !quoted {
                continue;
            }
        }
        text.push(byte);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn cells_lose_their_marks_only() {
        let cases: [(&[u8], bool, &str); 10] = [
            (b"plain", true, "plain"),
            (b"\"a,b\"", true, "a,b"),
            (b"\"a \"\"b\"\" c\"", true, "a \"b\" c"),
            (b"\"\"", true, ""),
            (b"\"a\"b\"", true, "ab\""),
            (b"5\" pipe", true, "5\" pipe"),
            (b"\"open", true, "open"),
            ("Zoë".as_bytes(), true, "Zoë"),
            (b"Zo\xEB", false, "Zoë"),
            (b"\"\x80 \"\"\x92\"\"\"", false, "€ \"’\""),
        ];
        for (raw, utf8, text) in cases {
            assert_eq!(decode(raw, utf8), (text.into(), false), "{raw:?}");
        }
        assert_eq!(decode(b"Zo\xEB", true), ("Zoë".into(), true));
    }
}
