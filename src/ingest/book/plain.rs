//! A text file that was unpacked, as one sheet.

use crate::ingest::delimited::Splitter;
use crate::ingest::error::ReadError;
use crate::ingest::outline::Format;
use crate::ingest::sheets::{Book, Each};

/// How many bytes are handed over at once.
const CHUNK: usize = 1 << 16;

/// Its bytes, and the dialect of the text.
pub(super) struct Plain<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) format: Format,
}

impl Book for Plain<'_> {
    fn sheets(&self) -> Vec<String> {
        vec![String::new()]
    }

    fn rows(&mut self, _: &str, each: &mut Each<'_>) -> Result<bool, ReadError> {
        let mut goes_on = true;
        let mut hear = |line: u64, row: &[String]| {
            let has_cells = row.iter().any(|cell| !cell.is_empty());
            if goes_on && has_cells {
                goes_on = each(line, row)?;
            }
            Ok(())
        };
        let mut splitter = Splitter::new(&self.format)?;
        for chunk in self.bytes.chunks(CHUNK) {
            splitter.push(chunk, &mut hear)?;
        }
        splitter.finish(&mut hear)?;
        Ok(!goes_on)
    }
}
