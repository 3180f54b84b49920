//! Every XML file of a workbook, unpacked into nothing, to see that it is as it says.

use std::io::Read;

use flate2::read::DeflateDecoder;
use memchr::memmem;

use super::zip::Entry;
use crate::ingest::error::ReadError;

/// How much is unpacked at once.
const CHUNK: usize = 1 << 16;

/// How much of the end of a chunk is seen again with the next, for what lies across both.
const OVERLAP: usize = 64;

/// A document type stands before everything else in an XML file.
const PROLOGUE: usize = 4096;

/// Checks every XML file of a workbook.
///
/// # Errors
/// [`ReadError::HostileWorkbook`] for a file that unpacks to more than it says, declares a document
/// type, counts more shared texts than it has, or places a cell outside the sheet;
/// [`ReadError::DamagedWorkbook`] for one that cannot be unpacked.
pub fn check(bytes: &[u8], entries: &[Entry]) -> Result<(), ReadError> {
    for entry in entries {
        let lower = entry.name.to_ascii_lowercase();
        if matches!(lower.rsplit_once('.'), Some((_, "xml" | "rels"))) {
            let Some(raw) = bytes.get(entry.start..entry.start + entry.size) else {
                return Err(damaged("a part of it is cut short"));
            };
            let mut watch = Watch::of(&lower);
            if entry.packed {
                scan(DeflateDecoder::new(raw), entry.unpacked, &mut watch)?;
            } else {
                scan(raw, entry.unpacked, &mut watch)?;
            }
        }
    }
    Ok(())
}

fn scan(mut source: impl Read, says: u64, watch: &mut Watch) -> Result<(), ReadError> {
    let mut buffer = vec![0; OVERLAP + CHUNK];
    let mut kept = 0;
    let mut total = 0u64;
    loop {
        let got = source
            .read(&mut buffer[kept..])
            .map_err(|_| damaged("a part of it cannot be unpacked"))?;
        if got == 0 {
            break;
        }
        total += got as u64;
        if total > says {
            return Err(hostile("a part of it unpacks to more than it says"));
        }
        let end = kept + got;
        // Anything that begins in the overlap is looked for when the next chunk completes it.
        watch.look(
            &buffer[..end],
            end.saturating_sub(OVERLAP),
            total - end as u64,
        )?;
        let from = end.saturating_sub(OVERLAP);
        buffer.copy_within(from..end, 0);
        kept = end - from;
    }
    if total != says {
        return Err(damaged("a part of it is shorter than it says"));
    }
    let rest = buffer[..kept].to_vec();
    watch.look(&rest, kept, total - kept as u64)?;
    watch.end()
}

/// What is watched for in one file.
struct Watch {
    shared_texts: bool,
    worksheet: bool,
    /// How many texts the list of shared texts says it has.
    says: Option<u64>,
    texts: u64,
}

impl Watch {
    fn of(name: &str) -> Self {
        Self {
            shared_texts: name.ends_with("sharedstrings.xml"),
            worksheet: name.contains("worksheets/"),
            says: None,
            texts: 0,
        }
    }

    /// Looks at what begins in `bytes` before `until`; `before` bytes of the file came earlier.
    fn look(&mut self, bytes: &[u8], until: usize, before: u64) -> Result<(), ReadError> {
        let begins = |at: usize| at < until;
        if before < PROLOGUE as u64 && memmem::find_iter(bytes, b"<!DOCTYPE").any(begins) {
            return Err(hostile(
                "it declares a document type, which no workbook needs",
            ));
        }
        if self.shared_texts {
            if self.says.is_none() {
                let at = memmem::find_iter(bytes, b"uniqueCount=").find(|&at| begins(at));
                self.says = at.map(|at| number_after(&bytes[at + 12..]));
            }
            self.texts += memmem::find_iter(bytes, b"<si")
                .filter(|&at| begins(at))
                .count() as u64;
            self.texts += memmem::find_iter(bytes, b":si")
                .filter(|&at| begins(at))
                .count() as u64;
        }
        if self.worksheet {
            for start in [b"<c r=\"".as_slice(), b"<row r=\""] {
                for at in memmem::find_iter(bytes, start).filter(|&at| begins(at)) {
                    if !is_address(&bytes[at + start.len()..], start.len() == 6) {
                        return Err(hostile(
                            "a cell lies outside the largest sheet that Excel allows",
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&self) -> Result<(), ReadError> {
        match self.says {
            Some(says) if says > self.texts => Err(hostile("it counts more texts than it holds")),
            _ => Ok(()),
        }
    }
}

/// The number between quotation marks; the largest of all when it is not one.
fn number_after(bytes: &[u8]) -> u64 {
    let digits = bytes
        .iter()
        .skip(1)
        .take_while(|byte| byte.is_ascii_digit());
    digits
        .take(20)
        .try_fold(0u64, |sum, &byte| {
            sum.checked_mul(10)?.checked_add(u64::from(byte - b'0'))
        })
        .unwrap_or(u64::MAX)
}

/// Whether an address that ends in a quotation mark lies in a sheet: `XFD1048576` at most.
fn is_address(bytes: &[u8], cell: bool) -> bool {
    let Some(end) = bytes.iter().take(12).position(|&byte| byte == b'"') else {
        return false;
    };
    let text = &bytes[..end];
    let letters = text
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let (letters, digits) = text.split_at(letters);
    let column = letters.iter().fold(0u32, |sum, byte| {
        sum.saturating_mul(26)
            .saturating_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1)
    });
    let row = digits.iter().try_fold(0u32, |sum, &byte| {
        byte.is_ascii_digit().then(|| {
            sum.saturating_mul(10)
                .saturating_add(u32::from(byte - b'0'))
        })
    });
    let column_fits = if cell {
        (1..=16_384).contains(&column)
    } else {
        column == 0
    };
    column_fits && row.is_some_and(|row| (1..=1_048_576).contains(&row))
}

fn damaged(why: &str) -> ReadError {
    ReadError::DamagedWorkbook { why: why.into() }
}

fn hostile(why: &str) -> ReadError {
    ReadError::HostileWorkbook { why: why.into() }
}
