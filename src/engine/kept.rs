//! What a worker keeps of its one file between questions: readings, each with the Plan it was made under.

use super::flow;
use crate::answer::Answer;
use crate::core::answer::Source;
use crate::core::plan::{Division, Plan};
use crate::core::tally::Tally;
use crate::ingest::reading::Reading;

/// The readings that the question and what has left before are answered from. One serves every question that
/// asks for nothing that it did not count.
#[derive(Debug, Default)]
pub struct Kept {
    readings: Vec<(Plan, Reading)>,
}

impl Kept {
    /// Keeps a reading that was made under this Plan.
    pub fn keep(&mut self, plan: Plan, reading: Reading) {
        self.readings.push((plan, reading));
    }

    /// Answers the question with respect to the answers that have `left` before, each by its question.
    ///
    /// # Errors
    /// A question that the file must be read for first.
    pub fn answer(&self, plan: &Plan, left: &[Plan], source: &Source) -> Result<Answer, Box<Plan>> {
        let reading = self.of(plan).ok_or_else(|| Box::new(plan.clone()))?;
        // What has left stays as it left, whatever has left since.
        let before = left.iter().take_while(|then| !counts_alike(then, plan));
        let left: Vec<(&Plan, &Tally)> = before
            .map(|plan| {
                let reading = self.of(plan).ok_or_else(|| Box::new(plan.clone()))?;
                Ok((plan, &reading.tally))
            })
            .collect::<Result<_, Box<Plan>>>()?;
        Ok(flow::answer(plan, reading, source, &left))
    }

    /// Lets go of what neither this question nor what has left needs.
    pub fn forget_but(&mut self, plan: &Plan, left: &[Plan]) {
        let needed = |read: &Plan| left.iter().chain([plan]).any(|wanted| serves(read, wanted));
        self.readings.retain(|(read, _)| needed(read));
    }

    fn of(&self, wanted: &Plan) -> Option<&Reading> {
        let mut readings = self.readings.iter();
        let found = readings.find(|(read, _)| serves(read, wanted));
        found.map(|(_, reading)| reading)
    }
}

/// Whether a reading under the first Plan has counted all that the second asks for.
pub fn serves(read: &Plan, wanted: &Plan) -> bool {
    read.sheet == wanted.sheet
        && read.shape == wanted.shape
        && read.columns == wanted.columns
        && read.joins == wanted.joins
        && read.outcomes == wanted.outcomes
        && read.filters == wanted.filters
        && divisions(read) == divisions(wanted)
        && stratifications(read) == stratifications(wanted)
}

/// Whether two questions differ in nothing that decides which groups are joined.
fn counts_alike(one: &Plan, other: &Plan) -> bool {
    serves(one, other)
        && one.divisions == other.divisions
        && one.indicators == other.indicators
        && one.switches == other.switches
        && one.rule == other.rule
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
fn stratifications(plan: &Plan) -> Vec<Vec<Division>> {
    sorted(
        plan.stratifications
            .iter()
            .map(|stratification| stratification.by.clone()),
    )
}

fn sorted<T: Ord>(list: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = list.collect();
    list.sort();
    list
}
