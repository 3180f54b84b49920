//! The whole flow once on made-up rows, before anyone has dropped a file.
//!
//! A browser first runs wasm as it came, and compiles a function well only once it has been busy for a
//! while. A worker that rehearses while the page waits has that behind it when the first file comes.

use super::{flow, job};

/// Rows of the made-up file: enough for every function of the scan to be busy.
const ROWS: u32 = 6_000;
/// How often it is read.
const ROUNDS: u32 = 3;

/// Looks at, reads, answers and says a made-up file. Gives how many rows were used, each round.
pub fn rehearse() -> Vec<u64> {
    let text = made_up();
    let size = text.len() as u64;
    let round = |_| {
        let outline = job::look_text("rehearsal.csv", text.as_bytes(), size).ok()?;
        let sheet = outline.sheets.first()?;
        let plan = sheet.plan.as_ref().ok()?;
        let mut job = job::Job::text(&outline, plan);
        job.push(text.as_bytes()).ok()?;
        let reading = job.finish().ok()?;
        let shown = flow::show(plan, &reading, &sheet.source);
        (!shown.page.blocks.is_empty()).then_some(reading.ledger.used)
    };
    (0..ROUNDS).filter_map(round).collect()
}

/// A waiting list that nobody is on: every value follows from the row's number.
fn made_up() -> String {
    const ETHNIC: [&str; 8] = ["A", "A", "A", "H", "M", "D", "S", "Z"];
    let mut text = String::from(
        "pathway,age,sex,ethnic_category,lsoa,imd_decile,specialty,provider,weeks_waiting,note\n",
    );
    for row in 0..ROWS {
        let mixed = row.wrapping_mul(2_654_435_761) >> 8;
        let line = format!(
            "P{mixed:08X},{},{},{},E0100{:04},{},{},R{:02},{},\"sent, seen\"\n",
            mixed % 97,
            1 + mixed % 2,
            ETHNIC[(mixed % 8) as usize],
            mixed % 9_973,
            1 + mixed % 10,
            100 + mixed % 11,
            mixed % 60,
            mixed % 90,
        );
        text.push_str(&line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{ROUNDS, ROWS, rehearse};

    #[test]
    fn every_round_goes_all_the_way() {
        assert_eq!(rehearse(), vec![u64::from(ROWS); ROUNDS as usize]);
    }
}
