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
        b"\x1F\x8B",
        "a compressed file (gzip) that must be unpacked first",
    ),
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
    (b"<!DOCTYPE html", "a web page"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
];

/// How every zip begins, and an empty one.
const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// Compound files: the old Office formats, and every Office file with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const OLD_WORKBOOK: &str =
    "a workbook in the format of Excel 97 to 2003 (.xls), to be opened in Excel and saved as .xlsx";

/// The format that the first bytes name; `Ok(None)` when they name none.
pub(super) fn recognise(head: &[u8]) -> Result<Option<Format>, ReadError> {
    if head.is_empty() {
        return Err(ReadError::Empty);
    }
    if head.starts_with(ZIP) {
        return match foreign_zip(head) {
            Some(found) => Err(ReadError::WrongFormat { found }),
            None => Ok(Some(Format::Xlsx)),
        };
    }
    if head.starts_with(EMPTY_ZIP) {
        return Err(ReadError::DamagedWorkbook {
            why: "the zip inside it holds nothing".into(),
        });
    }
    if head.starts_with(COMPOUND) {
        return Err(compound(head));
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    match FOREIGN.iter().find(|(magic, _)| text.starts_with(magic)) {
        Some(&(_, found)) => Err(ReadError::WrongFormat { found }),
        None => Ok(None),
    }
}

fn foreign_zip(head: &[u8]) -> Option<&'static str> {
    let holds = |text: &str| memchr::memmem::find(head, text.as_bytes()).is_some();
    if holds("mimetypeapplication/vnd.oasis.opendocument") {
        Some("an OpenDocument file, to be saved as .xlsx first")
    } else if holds("xl/workbook.bin") {
        Some("a binary workbook (.xlsb), to be saved as .xlsx first")
    } else if holds("word/document.xml") {
        Some("a Word document")
    } else if holds("ppt/presentation.xml") {
        Some("a PowerPoint presentation")
    } else {
        None
    }
}

/// Stream names in a compound file are UTF-16; its directory may stand anywhere, so that without a
/// known name the usual case is assumed.
fn compound(head: &[u8]) -> ReadError {
    let holds = |text: &str| {
        let name: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(head, &name).is_some()
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        return ReadError::PasswordProtected;
    }
    let found = if holds("WordDocument") {
        "a Word document"
    } else if holds("PowerPoint Document") {
        "a PowerPoint presentation"
    } else {
        OLD_WORKBOOK
    };
    ReadError::WrongFormat { found }
}
