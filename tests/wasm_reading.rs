//! The same reading in a browser's wasm: vectors of 16 bytes find the cells there, and must find the same.
#![cfg(target_arch = "wasm32")]

use equal_measure::core::plan::Plan;
use equal_measure::engine::{job, rehearsal};
use equal_measure::ingest::outline::Outline;
use equal_measure::ingest::reading::Reading;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Quotes, line ends inside them, rows too long and too short that cancel out, no last line end.
const MESSY: &str = "sex,imd_decile,weeks_waiting,note\r\n\
    F,1,40,\"a, b\"\r\nM,2,7,\"two\r\nlines\"\r\nF,3,12,\"he said \"\"no\"\"\"\r\n\
    M,1\r\nF,1,9,x,y,z\r\nM,10,60,\r\nF,10,3,last";

fn outline() -> Option<(Outline, Plan)> {
    let outline = job::look_text("messy.csv", MESSY.as_bytes(), MESSY.len() as u64).ok()?;
    let plan = outline.sheets.first()?.plan.clone().ok()?;
    Some((outline, plan))
}

/// The messy file read in chunks of this many bytes.
fn read_in(chunk: usize) -> Option<Reading> {
    let (outline, plan) = outline()?;
    let mut job = job::Job::text(&outline, &plan);
    for bytes in MESSY.as_bytes().chunks(chunk) {
        job.push(bytes).ok()?;
    }
    job.finish().ok()
}

#[wasm_bindgen_test]
fn chunks_of_any_size_give_the_same_reading() {
    let whole = read_in(MESSY.len());
    assert!(whole.is_some());
    for chunk in 1..70 {
        assert_eq!(read_in(chunk), whole, "chunks of {chunk} bytes");
    }
}

#[wasm_bindgen_test]
fn the_account_of_rows_balances() {
    let ledger = read_in(5).map(|reading| reading.ledger);
    assert_eq!(
        ledger.as_ref().map(|ledger| (ledger.read, ledger.used)),
        Some((7, 5))
    );
    assert!(ledger.is_some_and(|ledger| ledger.balances()));
}

#[wasm_bindgen_test]
fn the_flow_goes_all_the_way() {
    assert!(rehearsal::rehearse().iter().all(|used| *used > 0));
    assert_eq!(rehearsal::rehearse().len(), 3);
}
