//! Line numbers, counted only as far as someone asks.

/// Remembers the line of one place in a piece, and counts on from there.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    /// The line on which the piece begins.
    first: u64,
    line: u64,
    place: usize,
}

impl Lines {
    /// The piece begins on line 1.
    pub(super) const fn new() -> Self {
        Self {
            first: 1,
            line: 1,
            place: 0,
        }
    }

    /// The line, from 1, of the last place asked for.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// The line, from 1, of a place at or after the last one asked for.
    pub(super) fn line_of(&mut self, bytes: &[u8], place: usize) -> u64 {
        if let Some(between) = bytes.get(self.place..place) {
            self.line += breaks(between);
            self.place = place;
        }
        self.line
    }

    /// The next piece begins at this place.
    pub(super) fn begin_at(&mut self, bytes: &[u8], place: usize) {
        self.line_of(bytes, place);
        self.begin_after(self.line - self.first);
    }

    /// The next piece begins after so many lines.
    pub(super) fn begin_after(&mut self, lines: u64) {
        self.first += lines;
        self.line = self.first;
        self.place = 0;
    }
}

/// How many line ends there are.
pub(super) fn breaks(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}
