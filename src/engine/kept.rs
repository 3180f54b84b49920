//! What a worker keeps of its one file between two questions: the reading, and the Plan it was made under.

use super::flow;
use crate::answer::Answer;
use crate::core::answer::Source;
use crate::core::plan::{Division, Plan};
use crate::ingest::reading::Reading;

/// A reading that answers every question which asks for nothing that it did not count.
#[derive(Debug)]
pub struct Kept {
    plan: Plan,
    reading: Reading,
}

impl Kept {
    /// Keeps a reading that was made under this Plan.
    pub fn new(plan: Plan, reading: Reading) -> Self {
        Self { plan, reading }
    }

    /// Answers the question, where the file need not be read again for it.
    pub fn answer(&self, plan: &Plan, source: &Source) -> Option<Answer> {
        serves(&self.plan, plan).then(|| flow::answer(plan, &self.reading, source))
    }
}

/// Whether a reading under the first Plan has counted all that the second asks for.
pub fn serves(read: &Plan, wanted: &Plan) -> bool {
    read.sheet == wanted.sheet
        && read.shape == wanted.shape
        && read.columns == wanted.columns
        && read.outcomes == wanted.outcomes
        && read.filters == wanted.filters
        && divisions(read) == divisions(wanted)
        && crossings(read) == crossings(wanted)
}

/// What the rows are divided by, in whatever order it is shown. A scheme groups texts after they are counted.
fn divisions(plan: &Plan) -> Vec<Division> {
    let unschemed = plan.divisions.iter().map(|division| Division {
        scheme: String::new(),
        ..division.clone()
    });
    sorted(unschemed)
}

/// What they are divided by a second time. Here a scheme decides how a text is counted.
fn crossings(plan: &Plan) -> Vec<Vec<Division>> {
    sorted(plan.crossings.iter().map(|crossing| crossing.by.clone()))
}

fn sorted<T: Ord>(list: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = list.collect();
    list.sort();
    list
}
