//! What a page weighs, and its fingerprint.

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::Write;

/// Size and SHA-256 of a page.
pub(crate) struct Weight {
    bytes: usize,
    gzip: Option<usize>,
    sha256: String,
}

impl Weight {
    /// Weighs a page.
    pub(crate) fn of(page: &[u8]) -> Weight {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        let gzip = packer.write_all(page).and_then(|()| packer.finish()).ok();
        Weight {
            bytes: page.len(),
            gzip: gzip.map(|packed| packed.len()),
            sha256: format!("{:x}", Sha256::digest(page)),
        }
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} bytes", self.bytes)?;
        if let Some(gzip) = self.gzip {
            write!(out, ", {gzip} over gzip")?;
        }
        write!(out, "\nSHA-256 {}", self.sha256)
    }
}
