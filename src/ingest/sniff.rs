//! What kind of file the first bytes show, whatever its name says.
//!
//! Magic bytes come first, then the encoding, then the delimiter. Nothing here reads beyond the head.

mod delimiter;
mod magic;

pub(super) use magic::is_html;

use std::borrow::Cow;

use encoding_rs::{Encoding as Charset, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::ReadError;
use super::outline::{Encoding, Format};

/// The format of a file of `size` bytes that begins with `head`; 64 KiB of it are enough.
///
/// # Errors
///
/// When the file is empty, is of a kind that is not read (and which), or is not text.
///
/// ```
/// use equal_measure::ingest::{outline::{Encoding, Format}, sniff::format};
/// let found = format(b"age;sex\n30;F\n", 13);
/// let delimited = Format::Delimited { delimiter: b';', encoding: Encoding::Utf8, skip: 0 };
/// assert_eq!(found, Ok(delimited));
/// ```
pub fn format(head: &[u8], size: u64) -> Result<Format, ReadError> {
    let head = &head[..head.len().min(HEAD)];
    if let Some(format) = magic::recognise(head)? {
        return Ok(format);
    }
    let whole = head.len() as u64 >= size;
    let (encoding, skip) = encoding(head, whole)?;
    let body = &head[skip..];
    let text = charset(encoding).map(|charset| charset.decode_without_bom_handling(body).0);
    let body = text.as_ref().map_or(body, |text| text.as_bytes());
    if whole && body.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    let delimiter = delimiter::guess(body, whole);
    Ok(Format::Delimited {
        delimiter,
        encoding,
        skip,
    })
}

/// The most bytes that are looked at.
const HEAD: usize = 256 * 1024;

/// A whole file as text, whatever its encoding.
///
/// # Errors
/// When it is not text.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let (encoding, skip) = encoding(bytes, true)?;
    let charset = charset(encoding).unwrap_or(match encoding {
        Encoding::Windows1252 => WINDOWS_1252,
        _ => UTF_8,
    });
    Ok(charset.decode_without_bom_handling(&bytes[skip..]).0)
}

/// The charset to convert from while reading; `None` when bytes can be scanned as they are.
pub(super) fn charset(encoding: Encoding) -> Option<&'static Charset> {
    match encoding {
        Encoding::Utf16Le => Some(UTF_16LE),
        Encoding::Utf16Be => Some(UTF_16BE),
        Encoding::Utf8 | Encoding::Windows1252 => None,
    }
}

fn encoding(head: &[u8], whole: bool) -> Result<(Encoding, usize), ReadError> {
    if head.starts_with(&[0xFF, 0xFE, 0, 0]) {
        return Err(ReadError::NotText);
    }
    if head.starts_with(&[0xFF, 0xFE]) {
        return Ok((Encoding::Utf16Le, 2));
    }
    if head.starts_with(&[0xFE, 0xFF]) {
        return Ok((Encoding::Utf16Be, 2));
    }
    if let Some(encoding) = utf16_by_zeros(head) {
        return Ok((encoding, 0));
    }
    let skip = if head.starts_with(&[0xEF, 0xBB, 0xBF]) {
        3
    } else {
        0
    };
    let text = &head[skip..];
    if text.iter().filter(|&&byte| is_control(byte)).count() * 100 > text.len() {
        return Err(ReadError::NotText);
    }
    let utf8 = match std::str::from_utf8(text) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && !whole,
    };
    let encoding = if utf8 {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    };
    Ok((encoding, skip))
}

/// English text in UTF-16 has a zero in every other byte.
fn utf16_by_zeros(head: &[u8]) -> Option<Encoding> {
    let pairs = head.len() / 2;
    let zeros = |start: usize| {
        let bytes = head.iter().skip(start).step_by(2);
        bytes.filter(|&&byte| byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = |count: usize| count * 10 >= pairs * 7;
    let few = |count: usize| count * 100 <= pairs;
    match pairs {
        0..2 => None,
        _ if most(odd) && few(even) => Some(Encoding::Utf16Le),
        _ if most(even) && few(odd) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C) || byte == 0x7F
}
