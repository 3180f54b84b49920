//! What happened, what the screen then knows, and what follows. No html and no browser.

use crate::core::plan::Role;
use crate::engine::wire::{Product, Said, Trouble};
use crate::ingest::outline::Outline;

pub use super::effect::{Effect, Saving, place};

use super::ask::{again, answered, interrupt, leaves, lose_worker, read_or_show};
use super::choice::{self, Choice};
use super::model::{Chosen, Look, Model, Stage, Step, Work};
use super::words;

/// What happened.
#[derive(Debug)]
pub enum Msg {
    /// Files were chosen or dropped, or the example was made.
    ChoseFile(Chosen),
    /// The example was asked for.
    PressedExample,
    /// A worker spoke.
    Heard(Said),
    /// A second of work has passed.
    PassedSecond,
    /// The user stopped the work.
    PressedStop,
    /// The user turned to another sheet of the workbook.
    ChoseSheet(usize),
    /// The user said what a column is for.
    ChoseRole(usize, Role),
    /// The user folded or unfolded a step.
    Folded {
        /// Which.
        step: Step,
        /// Whether it is open now.
        open: bool,
    },
    /// The user agreed to the columns.
    AgreedColumns,
    /// The user changed what to look at.
    Chose(Choice),
    /// The user wants to choose the measures, or have those that are recommended.
    ChoseByHand(bool),
    /// The user chose a disclosure rule.
    ChoseRule(String),
    /// The user said, or unsaid, that the figures are national or already released.
    Acknowledged(bool),
    /// The user asked for a file.
    PressedSave(Saving),
    /// What the user asked for could not be saved, in sentences.
    CouldNotSave(String),
    /// The user asked for the page on paper.
    PressedPrint,
    /// The page goes to paper, by its own button or by the browser.
    Printed,
    /// The user asked to forget everything.
    PressedClear,
    /// A file came over the page, or left it.
    Dragged(bool),
    /// The user wants to go past the top of the page.
    PressedSkip,
}

/// Takes in what happened; says what follows.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::ChoseFile(chosen) => chose_file(model, chosen),
        Msg::PressedExample => vec![Effect::MakeExample],
        Msg::Heard(said) => heard(model, said),
        Msg::PassedSecond => {
            if let Some(work) = model.work_mut() {
                work.silent += 1;
                if work.silent == super::model::QUIET_AFTER {
                    words::QUIET.clone_into(&mut model.status);
                }
            }
            vec![]
        }
        Msg::PressedStop => {
            let had_plan = model.look.is_some();
            model.stage = if had_plan {
                Stage::Asking
            } else {
                Stage::Empty
            };
            lose_worker(model);
            words::STOPPED.clone_into(&mut model.status);
            let to = if had_plan {
                place::COLUMNS
            } else {
                place::FILE
            };
            vec![Effect::EndWorker, Effect::Focus(to)]
        }
        Msg::ChoseSheet(sheet) => {
            let mut effects = interrupt(model);
            effects.extend(chose_sheet(model, sheet));
            effects
        }
        Msg::ChoseRole(column, role) => {
            let Some(look) = &mut model.look else {
                return vec![];
            };
            choice::role(look, column, role);
            keep_rule(model);
            let effects = interrupt(model);
            model.stage = Stage::Asking;
            effects
        }
        Msg::Folded { step, open } => {
            // While the page asks, steps stand open of themselves.
            if open != model.is_open(step) {
                match step {
                    Step::Columns => model.opened.columns = open,
                    Step::Look => model.opened.look = open,
                }
            }
            vec![]
        }
        Msg::AgreedColumns => {
            if let Some(look) = &mut model.look {
                look.agreed = true;
            }
            read_or_show(model)
        }
        Msg::Chose(choice) => {
            if let Some(Ok(plan)) = model.look.as_mut().map(|look| &mut look.plan) {
                choice::apply(plan, &choice);
            }
            again(model)
        }
        Msg::ChoseByHand(yes) => {
            choice::by_hand(model, yes);
            again(model)
        }
        Msg::ChoseRule(rule) => {
            model.rule = rule;
            keep_rule(model);
            again(model)
        }
        Msg::Acknowledged(yes) => {
            model.acknowledged = yes;
            keep_rule(model);
            again(model)
        }
        Msg::PressedSave(saving) => {
            model.unsaved = None;
            words::SAVING.clone_into(&mut model.status);
            let mut effects = vec![Effect::Save(saving)];
            effects.extend(leaves(model));
            effects
        }
        Msg::CouldNotSave(why) => {
            model.unsaved = Some(why);
            vec![]
        }
        Msg::PressedPrint => vec![Effect::Print],
        Msg::Printed => leaves(model),
        Msg::PressedClear => {
            *model = Model {
                job: model.job + 1,
                status: words::CLEARED.to_owned(),
                asked_for: model.asked_for,
                ..Model::default()
            };
            vec![
                Effect::EndWorker,
                Effect::ForgetFile,
                Effect::Focus(place::FILE),
            ]
        }
        Msg::Dragged(over) => {
            if over != model.dragging {
                let words = if over {
                    words::DRAGGED_IN
                } else {
                    words::DRAGGED_OUT
                };
                words.clone_into(&mut model.status);
            }
            model.dragging = over;
            vec![]
        }
        Msg::PressedSkip => vec![Effect::Focus(place::MAIN)],
    }
}

fn chose_file(model: &mut Model, chosen: Chosen) -> Vec<Effect> {
    *model = Model {
        job: model.job + 1,
        status: format!("Looking at {}.", chosen.name),
        file: Some(chosen),
        stage: Stage::Looking(Work::default()),
        asked_for: model.asked_for,
        ..Model::default()
    };
    vec![Effect::EndWorker, Effect::Look]
}

fn heard(model: &mut Model, said: Said) -> Vec<Effect> {
    match said {
        Said::Progress { job, bytes, rows } if job == model.job => {
            progressed(model, bytes, rows);
            vec![]
        }
        Said::Done { job, result } if job == model.job => match result {
            Ok(Product::Outline(packed)) => match packed.open() {
                Ok(outline) => looked(model, outline),
                Err(trouble) => failed(model, trouble),
            },
            Ok(Product::Answer(packed)) => match packed.open() {
                Ok(answer) => answered(model, answer),
                Err(trouble) => failed(model, trouble),
            },
            Err(trouble) => failed(model, trouble),
        },
        _ => vec![],
    }
}

fn progressed(model: &mut Model, bytes: u64, rows: u64) {
    let size = model.file.as_ref().map_or(0, |file| file.size);
    let Some(work) = model.work_mut() else {
        return;
    };
    let quarter = |bytes: u64| (bytes * 4).checked_div(size).unwrap_or(0);
    let passed = quarter(bytes) > quarter(work.bytes);
    *work = Work {
        bytes,
        rows,
        silent: 0,
    };
    if passed {
        model.status = words::progress(bytes, size, rows);
    }
}

fn looked(model: &mut Model, outline: Outline) -> Vec<Effect> {
    let sheet = outline.first;
    if let Some(file) = &mut model.file {
        file.measure(outline.given);
    }
    model.look = Some(Look {
        plan: Err(String::new()),
        agreed: false,
        sheet,
        outline,
    });
    chose_sheet(model, sheet)
}

fn chose_sheet(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(look) = &mut model.look else {
        return vec![];
    };
    let Some(sheet) = look.outline.sheets.get(place) else {
        return vec![];
    };
    look.sheet = place;
    look.plan = sheet.plan.clone();
    if let Ok(plan) = &mut look.plan {
        plan.switches = plan.switches.with(model.asked_for);
    }
    look.agreed = false;
    model.by_hand = false;
    model.rule = choice::first_rule(&sheet.source).to_owned();
    model.acknowledged = false;
    let must_ask = look.must_ask();
    keep_rule(model);
    if must_ask {
        model.stage = Stage::Asking;
        words::ASKING.clone_into(&mut model.status);
        vec![Effect::Focus(place::COLUMNS)]
    } else {
        read_or_show(model)
    }
}

/// A rule that needs an acknowledgement enters the Plan only with it.
fn keep_rule(model: &mut Model) {
    if let Some(Ok(plan)) = model.look.as_mut().map(|look| &mut look.plan) {
        choice::rule_in_force(&model.rule, model.acknowledged).clone_into(&mut plan.rule);
    }
}

fn failed(model: &mut Model, trouble: Trouble) -> Vec<Effect> {
    let broke = matches!(trouble, Trouble::Broke(_));
    if broke {
        lose_worker(model);
    }
    model.job += 1;
    model.renewing = None;
    model.stage = Stage::Failed(trouble);
    model.status.clear();
    if broke {
        vec![Effect::EndWorker, Effect::Focus(place::ERROR)]
    } else {
        vec![Effect::Focus(place::ERROR)]
    }
}
