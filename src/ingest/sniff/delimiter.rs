//! Which byte stands between cells.

use std::collections::BTreeMap;

/// In order of preference when nothing else decides.
const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];

/// How many lines are looked at.
const LINES: usize = 500;

/// The candidate that occurs equally often on most lines, quoted text left out; then the one that
/// makes more columns. A comma where there is none.
pub(super) fn guess(text: &[u8], whole: bool) -> u8 {
    let lines = counts_by_line(text, whole);
    let mut best = (b',', 0, 0);
    for (place, &candidate) in CANDIDATES.iter().enumerate() {
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        for line in &lines {
            *times.entry(line[place]).or_default() += 1;
        }
        let present = times.iter().filter(|&(&count, _)| count > 0);
        let usual = present.max_by_key(|&(&count, &lines)| (lines, count));
        if let Some((&count, &agreeing)) = usual
            && (agreeing, count) > (best.1, best.2)
        {
            best = (candidate, agreeing, count);
        }
    }
    best.0
}

/// How often each candidate stands on each line that is not empty. A quotation mark counts as one only
/// where a cell may begin, so that inches and apostrophes do not swallow the rest.
fn counts_by_line(text: &[u8], whole: bool) -> Vec<[usize; CANDIDATES.len()]> {
    let mut lines = Vec::new();
    let mut counts = [0; CANDIDATES.len()];
    let (mut quoted, mut at_start, mut empty) = (false, true, true);
    for &byte in text {
        if quoted {
            // A doubled mark closes and opens again, which comes to the same.
            quoted = byte != b'"';
            at_start = !quoted;
            continue;
        }
        match byte {
            b'"' if at_start => quoted = true,
            b'\n' => {
                if !empty {
                    lines.push(std::mem::take(&mut counts));
                }
                (at_start, empty) = (true, true);
                if lines.len() == LINES {
                    return lines;
                }
                continue;
            }
            b'\r' => continue,
            _ => {
                let found = CANDIDATES.iter().position(|&candidate| candidate == byte);
                at_start = found.is_some();
                if let Some(place) = found {
                    counts[place] += 1;
                }
            }
        }
        empty = false;
    }
    if !empty && (whole || lines.is_empty()) {
        lines.push(counts);
    }
    lines
}
