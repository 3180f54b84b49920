//! Files that say what they are in their first bytes.

use crate::ingest::error::ReadError;
use crate::ingest::outline::Format;

/// First bytes, and what a file that has them is.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (
        b"7z\xBC\xAF\x27\x1C",
        "a compressed file (7z) that must be unpacked first",
    ),
    (
        b"Rar!\x1A\x07",
        "a compressed file (RAR) that must be unpacked first",
    ),
    (
        b"\x28\xB5\x2F\xFD",
        "a compressed file (Zstandard) that must be unpacked first",
    ),
    (b"PAR1\x15", "a Parquet file"),
    (b"ARROW1\0\0", "an Arrow file"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"<?xml", "an XML file"),
];

/// How every zip begins, and an empty one.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// Compound files: the old Office formats, and every Office file with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const GZIP: &[u8] = b"\x1F\x8B";

/// The format that the first bytes name; `Ok(None)` when they name none.
pub(super) fn recognise(head: &[u8]) -> Result<Option<Format>, ReadError> {
    if head.is_empty() {
        return Err(ReadError::Empty);
    }
    if head.starts_with(ZIP) {
        return match foreign_zip(head) {
            Some(found) => Err(ReadError::WrongFormat { found }),
            None => Ok(Some(Format::Book)),
        };
    }
    if head.starts_with(EMPTY_ZIP) {
        return Err(ReadError::DamagedWorkbook {
            why: "the zip inside it holds nothing".into(),
        });
    }
    if head.starts_with(COMPOUND) {
        return compound(head).map(Some);
    }
    if head.starts_with(GZIP) {
        return Ok(Some(Format::Book));
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    if is_html(text) {
        return if find(text, b"<table") {
            Ok(Some(Format::Book))
        } else {
            Err(ReadError::WrongFormat {
                found: "a web page without a table",
            })
        };
    }
    if is_json(text) {
        return Ok(Some(Format::Book));
    }
    match FOREIGN.iter().find(|(magic, _)| text.starts_with(magic)) {
        Some(&(_, found)) => Err(ReadError::WrongFormat { found }),
        None => Ok(None),
    }
}

/// Whether bytes begin as a web page or a piece of one does.
pub(in crate::ingest) fn is_html(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: Vec<u8> = text
        .trim_ascii_start()
        .iter()
        .take(64)
        .map(u8::to_ascii_lowercase)
        .collect();
    let tags: [&[u8]; 8] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<table",
        b"<div",
        b"<meta",
        b"<style",
    ];
    tags.iter().any(|tag| start.starts_with(tag))
}

/// Whether bytes begin as an object or a list of JSON does: a cell of text in brackets does not.
fn is_json(bytes: &[u8]) -> bool {
    let mut marks = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    matches!(
        (marks.next(), marks.next()),
        (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b'[' | b']'))
    )
}

fn find(bytes: &[u8], text: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    memchr::memmem::find(&lower, text).is_some()
}

fn foreign_zip(head: &[u8]) -> Option<&'static str> {
    let holds = |text: &str| memchr::memmem::find(head, text.as_bytes()).is_some();
    let document = holds("mimetypeapplication/vnd.oasis.opendocument");
    if document && !holds("opendocument.spreadsheet") {
        Some("an OpenDocument file without sheets")
    } else if holds("word/document.xml") {
        Some("a Word document")
    } else if holds("ppt/presentation.xml") {
        Some("a PowerPoint presentation")
    } else {
        None
    }
}

/// Stream names in a compound file are UTF-16; its directory may stand anywhere, so that without a
/// known name the usual case is assumed: a workbook of Excel 97 to 2003.
fn compound(head: &[u8]) -> Result<Format, ReadError> {
    let holds = |text: &str| {
        let name: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(head, &name).is_some()
    };
    if holds("DRMEncryptedDataSpace") || holds("DRMEncryptedTransform") {
        return Err(ReadError::LockedByLabel);
    }
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        return Err(ReadError::PasswordProtected);
    }
    let found = if holds("WordDocument") {
        "a Word document"
    } else if holds("PowerPoint Document") {
        "a PowerPoint presentation"
    } else {
        return Ok(Format::Book);
    };
    Err(ReadError::WrongFormat { found })
}
