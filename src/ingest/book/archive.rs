//! Packed files: each table inside is a sheet. What is inside is opened one level deep.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder};

use crate::ingest::error::ReadError;
use crate::ingest::sheets::{Book, Each, Open};
use crate::ingest::xlsx::zip::{Entry, MOST_UNPACKED};

/// Endings of files that may hold a table.
const TABLES: [&str; 13] = [
    "csv", "tsv", "tab", "txt", "psv", "json", "ndjson", "xlsx", "xlsm", "xlsb", "xls", "ods",
    "html",
];

/// A file inside, and its sheets.
struct Member {
    /// What stands before the names of its sheets.
    name: String,
    entry: Entry,
    sheets: Vec<String>,
}

impl Member {
    /// The name of a sheet as the archive gives it.
    fn named(&self, sheet: &str) -> String {
        match (self.name.as_str(), sheet) {
            (name, "") => name.to_owned(),
            ("", sheet) => sheet.to_owned(),
            (name, sheet) => format!("{name}: {sheet}"),
        }
    }
}

struct Archive<'a> {
    bytes: &'a [u8],
    members: Vec<Member>,
    open: Open,
}

/// An archive of the zip kind; `open` opens what is inside.
pub(super) fn zip<'a>(
    bytes: &'a [u8],
    entries: &[Entry],
    open: Open,
) -> Result<Box<dyn Book + 'a>, ReadError> {
    let mut members = Vec::new();
    let mut why = None;
    for entry in entries.iter().filter(|entry| may_hold(&entry.name)) {
        let inside = unpack(bytes, entry)?;
        match open(&inside) {
            Ok(book) => members.push(Member {
                name: entry.name.rsplit('/').next().unwrap_or_default().to_owned(),
                entry: entry.clone(),
                sheets: book.sheets(),
            }),
            Err(error) => why = why.or(Some(error)),
        }
    }
    if members.is_empty() {
        return Err(why.unwrap_or(ReadError::NoRowsInside {
            what: "an archive (zip) without a table in it",
        }));
    }
    // The same file name in two folders.
    for at in 0..members.len() {
        if (0..at).any(|before| members[before].name == members[at].name) {
            let path = members[at].entry.name.clone();
            members[at].name = path;
        }
    }
    Ok(Box::new(Archive {
        bytes,
        members,
        open,
    }))
}

fn may_hold(name: &str) -> bool {
    let file = name
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    let hidden = file.starts_with('.') || name.starts_with("__MACOSX");
    !hidden && ending.is_some_and(|ending| TABLES.contains(&ending))
}

fn unpack(bytes: &[u8], entry: &Entry) -> Result<Vec<u8>, ReadError> {
    let raw = bytes.get(entry.start..entry.start + entry.size);
    let raw = raw.ok_or_else(damaged)?;
    if !entry.packed {
        return Ok(raw.to_vec());
    }
    let mut inside = Vec::new();
    let read = DeflateDecoder::new(raw)
        .take(entry.unpacked + 1)
        .read_to_end(&mut inside);
    match read {
        Ok(read) if read as u64 == entry.unpacked => Ok(inside),
        _ => Err(damaged()),
    }
}

impl Book for Archive<'_> {
    fn sheets(&self) -> Vec<String> {
        let all = |member: &Member| -> Vec<String> {
            member
                .sheets
                .iter()
                .map(|sheet| member.named(sheet))
                .collect()
        };
        self.members.iter().flat_map(all).collect()
    }

    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        for member in &self.members {
            let own = member.sheets.iter().find(|own| member.named(own) == sheet);
            if let Some(own) = own {
                let inside = unpack(self.bytes, &member.entry)?;
                return (self.open)(&inside)?.rows(own, each);
            }
        }
        Ok(false)
    }
}

/// One packed file.
struct Unpacked {
    bytes: Vec<u8>,
    sheets: Vec<String>,
    open: Open,
}

/// A file packed by gzip; `open` opens what is inside.
pub(super) fn gzip<'a>(bytes: &[u8], open: Open) -> Result<Box<dyn Book + 'a>, ReadError> {
    let mut inside = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(MOST_UNPACKED + 1)
        .read_to_end(&mut inside)
        .map_err(|_| damaged())?;
    if inside.len() as u64 > MOST_UNPACKED {
        return Err(ReadError::HostileWorkbook {
            why: "it would unpack to more than 1.5 GB".into(),
        });
    }
    let sheets = open(&inside)?.sheets();
    Ok(Box::new(Unpacked {
        bytes: inside,
        sheets,
        open,
    }))
}

impl Book for Unpacked {
    fn sheets(&self) -> Vec<String> {
        self.sheets.clone()
    }

    fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        (self.open)(&self.bytes)?.rows(sheet, each)
    }
}

fn damaged() -> ReadError {
    ReadError::DamagedArchive
}
