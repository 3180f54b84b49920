//! Everything the screen knows, as one value. No html and no browser.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::core::plan::{Outcome, Plan, Role, Switches};
use crate::engine::flow::Shown;
use crate::engine::kept::serves;
use crate::engine::wire::{JobNumber, Trouble};
use crate::ingest::outline::{Outline, SheetOutline};

/// Below this confidence the page asks.
pub const SURE: f64 = 0.8;
/// After so many seconds of silence the page offers to stop.
pub const QUIET_AFTER: u32 = 20;

/// The whole state of the screen.
#[derive(Debug, Default)]
pub struct Model {
    /// The number of the latest job; news of any other is dropped.
    pub job: JobNumber,
    /// The file that was chosen.
    pub file: Option<Chosen>,
    /// What the first look at it found, and what the user made of that.
    pub look: Option<Look>,
    /// The Plan of the last answer: the worker has counted all that it asks for.
    pub counted: Option<Plan>,
    /// The questions about this file whose answers have left the page: saved or printed.
    pub left: Vec<Plan>,
    /// How long the worker has been making the answer to a changed question, while the last one is shown.
    pub renewing: Option<Work>,
    /// Where the work stands.
    pub stage: Stage,
    /// What was said last to those who cannot see the page change.
    pub status: String,
    /// Whether a file is being dragged over the page.
    pub dragging: bool,
    /// Whether the user says that the figures are national or already released.
    pub acknowledged: bool,
    /// Why the last saving made nothing.
    pub unsaved: Option<String>,
    /// Choices of grouping that the address asks for; every Plan starts with them.
    pub asked_for: Switches,
    /// Which of the folded steps the user has opened; what is folded is not built.
    pub opened: Opened,
    /// Whether the user chooses the measures.
    pub by_hand: bool,
    /// The rule that was chosen; it holds once it needs no acknowledgement or has it.
    pub rule: String,
}

/// The steps that fold away once they need no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Check the columns.
    Columns,
    /// Choose what to look at.
    Look,
}

/// Which of them are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Check the columns.
    pub columns: bool,
    /// Choose what to look at.
    pub look: bool,
}

/// A file, as far as the screen needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The files that came with it, by name and size.
    pub others: Vec<(String, u64)>,
    /// How many came besides and are not read: so many are not looked at together.
    pub unread: u32,
}

/// A first look with the user's changes.
#[derive(Debug)]
pub struct Look {
    /// What was found. Roles that the user chose are entered here.
    pub outline: Outline,
    /// The place of the sheet that is looked at.
    pub sheet: usize,
    /// The question as edited, or why there is none.
    pub plan: Result<Plan, String>,
    /// Whether the user has agreed to what the columns are for.
    pub agreed: bool,
}

/// Where the work stands.
#[derive(Debug, Default)]
pub enum Stage {
    /// No file yet.
    #[default]
    Empty,
    /// The file is being looked at.
    Looking(Work),
    /// The user is asked what the columns are.
    Asking,
    /// The file is being read.
    Reading(Work),
    /// There is a result.
    Shown(Rc<Shown>),
    /// There is none.
    Failed(Trouble),
}

/// How far the work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Bytes read.
    pub bytes: u64,
    /// Rows read.
    pub rows: u64,
    /// Seconds since the worker was last heard.
    pub silent: u32,
}

impl Chosen {
    /// Which of the files that came together is measured, by its place among them: the others stand beside it.
    pub(super) fn measure(&mut self, place: usize) {
        if let Some(other) = place.checked_sub(1).and_then(|at| self.others.get_mut(at)) {
            std::mem::swap(&mut self.name, &mut other.0);
            std::mem::swap(&mut self.size, &mut other.1);
        }
    }
}

impl Work {
    /// Whether the worker has been silent for so long that it may never end.
    pub const fn is_quiet(&self) -> bool {
        self.silent >= QUIET_AFTER
    }
}

impl Model {
    /// The work under way.
    pub const fn work(&self) -> Option<&Work> {
        match &self.stage {
            Stage::Looking(work) | Stage::Reading(work) => Some(work),
            _ => self.renewing.as_ref(),
        }
    }

    /// The work under way, to be changed.
    pub(super) const fn work_mut(&mut self) -> Option<&mut Work> {
        match &mut self.stage {
            Stage::Looking(work) | Stage::Reading(work) => Some(work),
            _ => self.renewing.as_mut(),
        }
    }

    /// What went wrong, as the words that the page shows.
    pub fn trouble(&self) -> Option<String> {
        match &self.stage {
            Stage::Failed(trouble) => Some(trouble_words(trouble)),
            _ => None,
        }
    }

    /// Whether a step stands open: the user opened it, or the page asks.
    pub fn is_open(&self, step: Step) -> bool {
        let opened = match step {
            Step::Columns => self.opened.columns,
            Step::Look => self.opened.look,
        };
        opened || matches!(self.stage, Stage::Asking | Stage::Failed(_))
    }

    /// Whether the worker has counted all that the question asks for.
    pub fn is_counted(&self) -> bool {
        let counted = self.counted.as_ref().zip(self.plan());
        counted.is_some_and(|(counted, wanted)| serves(counted, wanted))
    }

    /// The question, where there is one.
    pub fn plan(&self) -> Option<&Plan> {
        self.look.as_ref()?.plan.as_ref().ok()
    }
}

impl Look {
    /// The sheet that is looked at.
    pub fn sheet(&self) -> Option<&SheetOutline> {
        self.outline.sheets.get(self.sheet)
    }

    /// The Plan as it was proposed, before the user's choices.
    pub fn proposed(&self) -> Option<&Plan> {
        self.sheet()?.plan.as_ref().ok()
    }

    /// Whether the page must ask before it reads: there is no Plan, or what comes first rests on a
    /// doubtful column. Other doubtful columns are asked about beside the results.
    pub fn must_ask(&self) -> bool {
        let Ok(plan) = &self.plan else {
            return true;
        };
        let doubtful = self.doubtful();
        rests_on(plan).iter().any(|name| doubtful.contains(name))
    }

    /// The names of the columns whose role is in doubt, unless the user has agreed to them.
    pub fn doubtful(&self) -> BTreeSet<&str> {
        let columns = self.sheet().map_or(&[][..], |sheet| &sheet.columns);
        columns
            .iter()
            .filter(|column| column.confidence < SURE && !self.agreed)
            .map(|column| column.name.as_str())
            .collect()
    }

    /// The names of the columns that are dropped at reading because they name people.
    pub fn dropped(&self) -> Vec<&str> {
        let columns = self.sheet().map_or(&[][..], |sheet| &sheet.columns);
        columns
            .iter()
            .filter(|column| column.role == Role::Identifier)
            .map(|column| column.name.as_str())
            .collect()
    }
}

/// The names of the columns that the first result of a Plan is made from.
fn rests_on(plan: &Plan) -> Vec<&str> {
    let first = plan
        .indicators
        .first()
        .map_or(0, |indicator| indicator.outcome);
    let mut names = plan
        .outcomes
        .get(first)
        .map_or_else(Vec::new, Outcome::columns);
    if let Some(first) = plan.divisions.first() {
        names.push(&first.column);
        names.extend(first.only.iter().map(|only| only.column.as_str()));
    }
    names.extend(plan.filters.iter().map(|filter| filter.column.as_str()));
    names
}

fn trouble_words(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Refused(words) => words.clone(),
        Trouble::Broke(words) => {
            let detail = if words.is_empty() {
                String::new()
            } else {
                format!(" ({words})")
            };
            format!(
                "The part of the page that reads files stopped working, perhaps because it ran out of \
                 memory{detail}. Nothing was sent or kept. Choose the file again, or a smaller part \
                 of it; if it stops again, the file holds something that this page cannot read yet."
            )
        }
    }
}
