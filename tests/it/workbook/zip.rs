//! Tiny workbooks written byte by byte, honest and otherwise.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::{Compression, Crc, write::DeflateEncoder};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// One file of a zip, and the lies its table of contents may tell.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) body: Vec<u8>,
    /// The unpacked size to claim, where it is not the true one.
    pub(crate) claims: Option<u32>,
    /// Flags of the table of contents.
    pub(crate) flags: u16,
}

pub(crate) fn part(name: &str, body: impl Into<Vec<u8>>) -> Part {
    Part {
        name: name.into(),
        body: body.into(),
        claims: None,
        flags: 0,
    }
}

/// The parts of a workbook of one sheet, `S`, with these cells inside `sheetData` and shared texts.
pub(crate) fn parts(sheet_data: &str, shared: &str) -> Vec<Part> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    vec![
        part("[Content_Types].xml", TYPES),
        part("_rels/.rels", RELATIONS),
        part("xl/workbook.xml", BOOK),
        part("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        part(
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>{sheet_data}</sheetData></worksheet>"#
            ),
        ),
        part(
            "xl/sharedStrings.xml",
            format!(r#"<?xml version="1.0"?><sst xmlns="{main}" {shared}</sst>"#),
        ),
    ]
}

/// Rows of text and number cells as `sheetData`, the first on line `first`.
pub(crate) fn cells(first: usize, rows: &[&[&str]]) -> String {
    let mut out = String::new();
    for (line, row) in (first..).zip(rows) {
        write!(out, r#"<row r="{line}">"#).expect("memory");
        for (column, text) in (b'A'..).zip(row.iter()) {
            let place = format!("{}{line}", char::from(column));
            if text.parse::<f64>().is_ok() {
                write!(out, r#"<c r="{place}"><v>{text}</v></c>"#).expect("memory");
            } else if !text.is_empty() {
                write!(
                    out,
                    r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#
                )
                .expect("memory");
            }
        }
        out.push_str("</row>");
    }
    out
}

/// The zip of the parts.
pub(crate) fn zip(parts: &[Part]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut contents = Vec::new();
    for part in parts {
        let offset = u32::try_from(out.len()).expect("small");
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&part.body).expect("memory");
        let packed = encoder.finish().expect("memory");
        let mut crc = Crc::new();
        crc.update(&part.body);
        let size = u32::try_from(part.body.len()).expect("small");
        let mut shared = Vec::new();
        for number in [20, part.flags, 8, 0, 0] {
            shared.extend(u16::to_le_bytes(number));
        }
        for number in [
            crc.sum(),
            u32::try_from(packed.len()).expect("small"),
            part.claims.unwrap_or(size),
        ] {
            shared.extend(u32::to_le_bytes(number));
        }
        shared.extend(u16::try_from(part.name.len()).expect("short").to_le_bytes());
        shared.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&shared);
        out.extend(part.name.as_bytes());
        out.extend(&packed);
        contents.extend(b"PK\x01\x02");
        contents.extend([20, 0]);
        contents.extend(&shared);
        contents.extend([0; 10]);
        contents.extend(offset.to_le_bytes());
        contents.extend(part.name.as_bytes());
    }
    let start = u32::try_from(out.len()).expect("small");
    out.extend(&contents);
    let count = u16::try_from(parts.len()).expect("few");
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(contents.len()).expect("small").to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}
