//! The table of contents of a zip file, checked before anything in it is unpacked.

use crate::ingest::error::ReadError;

/// The most files in one workbook.
pub const MOST_ENTRIES: usize = 2000;

/// The most that all files together may unpack to.
pub const MOST_UNPACKED: u64 = 3 << 29;

/// The most times its packed size that one file may unpack to.
pub const MOST_RATIO: u64 = 200;

/// Small files may be packed as tightly as they like.
const SMALL: u64 = 1 << 16;

/// One file in the zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with every byte as one letter.
    pub name: String,
    /// Whether it is packed (deflated), or stored as it is.
    pub packed: bool,
    /// Where its bytes begin in the workbook.
    pub start: usize,
    /// How many bytes of the workbook it takes.
    pub size: usize,
    /// What it says that it unpacks to.
    pub unpacked: u64,
}

/// The files of a workbook.
///
/// # Errors
/// [`ReadError::PasswordProtected`], [`ReadError::WrongFormat`] for a workbook of the old kind,
/// [`ReadError::DamagedWorkbook`] for a broken or cut zip, [`ReadError::HostileWorkbook`] past the
/// limits above or where files overlap.
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry>, ReadError> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(old_or_locked(bytes));
    }
    if !bytes.starts_with(b"PK") {
        return Err(ReadError::WrongFormat {
            found: "not a workbook",
        });
    }
    let end = find_end(bytes).ok_or_else(|| damaged("the end of the file is missing"))?;
    let count = usize::from(short(bytes, end + 10).unwrap_or(0));
    let size = long(bytes, end + 12).unwrap_or(0);
    let start = long(bytes, end + 16).unwrap_or(0);
    if count == 0xFFFF || size == u32::MAX || start == u32::MAX {
        return Err(hostile("it is of the kind of zip made for more than 4 GB"));
    }
    if count > MOST_ENTRIES {
        return Err(hostile("it holds more than 2,000 files"));
    }
    let mut at = start as usize;
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        let (entry, next) = entry(bytes, at)?;
        list.push(entry);
        at = next;
    }
    check_sizes(&list)?;
    check_overlaps(&list, start as usize)?;
    Ok(list)
}

fn check_sizes(list: &[Entry]) -> Result<(), ReadError> {
    let mut total = 0u64;
    for entry in list {
        total = total.saturating_add(entry.unpacked);
        if entry.unpacked > SMALL && entry.unpacked > (entry.size as u64).saturating_mul(MOST_RATIO)
        {
            return Err(hostile(
                "a part of it would unpack to more than 200 times its size",
            ));
        }
    }
    if total > MOST_UNPACKED {
        return Err(hostile("it would unpack to more than 1.5 GB"));
    }
    Ok(())
}

fn check_overlaps(list: &[Entry], contents: usize) -> Result<(), ReadError> {
    let mut spans: Vec<(usize, usize)> = list
        .iter()
        .map(|entry| (entry.start, entry.start + entry.size))
        .collect();
    spans.sort_unstable();
    let overlap = spans.windows(2).any(|pair| pair[0].1 > pair[1].0);
    if overlap || spans.last().is_some_and(|&(_, end)| end > contents) {
        return Err(hostile("parts of it overlap"));
    }
    Ok(())
}

/// One entry of the table of contents at `at`, and where the next begins.
fn entry(bytes: &[u8], at: usize) -> Result<(Entry, usize), ReadError> {
    let cut = || damaged("its table of contents is cut short");
    if long(bytes, at) != Some(0x0201_4B50) {
        return Err(cut());
    }
    let field = |offset: usize| short(bytes, at + offset).ok_or_else(cut);
    let size = |offset: usize| long(bytes, at + offset).ok_or_else(cut);
    let (flags, method) = (field(8)?, field(10)?);
    let (packed_size, unpacked, local) = (size(20)?, size(24)?, size(42)? as usize);
    let lengths = [field(28)?, field(30)?, field(32)?].map(usize::from);
    if flags & 1 == 1 {
        return Err(ReadError::PasswordProtected);
    }
    if packed_size == u32::MAX || unpacked == u32::MAX {
        return Err(hostile("it is of the kind of zip made for more than 4 GB"));
    }
    if method != 0 && method != 8 {
        return Err(damaged(
            "a part of it is packed in a way that workbooks do not use",
        ));
    }
    let name = bytes.get(at + 46..at + 46 + lengths[0]).ok_or_else(cut)?;
    if long(bytes, local) != Some(0x0403_4B50) {
        return Err(damaged(
            "a part that its table of contents lists is not there",
        ));
    }
    let before = [26, 28]
        .iter()
        .map(|offset| {
            short(bytes, local + offset)
                .map(usize::from)
                .ok_or_else(cut)
        })
        .sum::<Result<usize, _>>()?;
    let start = local + 30 + before;
    let size = packed_size as usize;
    if start.checked_add(size).is_none_or(|end| end > bytes.len()) {
        return Err(damaged("a part of it is cut short"));
    }
    if method == 0 && packed_size != unpacked {
        return Err(hostile("a part of it lies about its size"));
    }
    let entry = Entry {
        name: name.iter().map(|&byte| char::from(byte)).collect(),
        packed: method == 8,
        start,
        size,
        unpacked: u64::from(unpacked),
    };
    Ok((entry, at + 46 + lengths.iter().sum::<usize>()))
}

/// The end record: it is last, but for a remark of up to 65,535 bytes.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(22 + 0xFFFF);
    let tail = &bytes[from..];
    let at = memchr::memmem::rfind(tail, &[0x50, 0x4B, 0x05, 0x06])?;
    (tail.len() - at >= 22).then_some(from + at)
}

/// A compound file is a locked workbook or one of before 2007.
fn old_or_locked(bytes: &[u8]) -> ReadError {
    let locked: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    if memchr::memmem::find(bytes, &locked).is_some() {
        ReadError::PasswordProtected
    } else {
        ReadError::WrongFormat {
            found: "a workbook of the kind used before 2007 (.xls)",
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn damaged(why: &str) -> ReadError {
    ReadError::DamagedWorkbook { why: why.into() }
}

fn hostile(why: &str) -> ReadError {
    ReadError::HostileWorkbook { why: why.into() }
}
