//! When the worker is asked, what it is asked, and what becomes of its answer.

use std::rc::Rc;

use super::effect::{Effect, place};
use super::model::{Model, Stage, Work};
use super::words;
use crate::answer::Answer;
use crate::engine::flow::Shown;
use crate::engine::wire::{Asked, Packed, Question, Trouble};
use crate::ingest::outline::Outline;

/// What the worker is asked for the present state; nothing where there is no question.
///
/// # Errors
/// [`Trouble::Broke`] when the question cannot be packed, which the tests rule out.
pub fn question(model: &Model) -> Result<Option<Asked>, Trouble> {
    let Some((look, plan)) = model.look.as_ref().zip(model.plan()) else {
        return Ok(None);
    };
    // Only the sheet in question need cross.
    let outline = Outline {
        format: look.outline.format.clone(),
        sheets: look.sheet().cloned().into_iter().collect(),
        first: 0,
        given: look.outline.given,
        parts: look.outline.parts.clone(),
    };
    let question = Packed::of(&Question {
        outline,
        plan: plan.clone(),
        left: model.left.clone(),
    })?;
    Ok(Some(Asked::Answer {
        job: model.job,
        question,
    }))
}

/// A choice was changed: what was shown is shown anew, what was not is left alone.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    match (&model.stage, model.plan()) {
        (Stage::Shown(_), Some(_)) if model.is_counted() => {
            // What was shown stays until the worker has answered.
            model.job += 1;
            model.renewing = Some(Work::default());
            vec![Effect::Answer]
        }
        (Stage::Shown(_) | Stage::Reading(_) | Stage::Failed(_), Some(_)) => read_or_show(model),
        _ => vec![],
    }
}

/// Has the question answered, whatever stood there before.
pub(super) fn read_or_show(model: &mut Model) -> Vec<Effect> {
    if model.plan().is_none() {
        return vec![Effect::Focus(place::COLUMNS)];
    }
    let busy = matches!(model.stage, Stage::Reading(_));
    if busy {
        lose_worker(model);
    }
    model.job += 1;
    model.renewing = None;
    model.stage = Stage::Reading(Work::default());
    "Reading the file.".clone_into(&mut model.status);
    if busy {
        vec![Effect::EndWorker, Effect::Answer]
    } else {
        vec![Effect::Answer]
    }
}

/// The worker has answered.
pub(super) fn answered(model: &mut Model, answer: Answer) -> Vec<Effect> {
    let renewed = model.renewing.take().is_some();
    model.counted = Some(answer.plan.clone());
    let shown = Shown::of(answer);
    model.status = words::shown(&shown.page);
    model.stage = Stage::Shown(Rc::new(shown));
    if renewed {
        vec![]
    } else {
        vec![Effect::Focus(place::RESULTS)]
    }
}

/// What is shown leaves the page: later answers of the file are made with respect to it. One that is on its way
/// was asked without it, and is asked again.
pub(super) fn leaves(model: &mut Model) -> Vec<Effect> {
    let Stage::Shown(shown) = &model.stage else {
        return vec![];
    };
    if model.left.contains(&shown.answer.plan) {
        return vec![];
    }
    model.left.push(shown.answer.plan.clone());
    if model.renewing.is_some() {
        model.job += 1;
        return vec![Effect::Answer];
    }
    vec![]
}

/// What the worker is doing is of no more use: its answer would be to another question.
pub(super) fn interrupt(model: &mut Model) -> Vec<Effect> {
    if model.work().is_none() {
        return vec![];
    }
    lose_worker(model);
    model.stage = Stage::Asking;
    vec![Effect::EndWorker]
}

/// The worker is ended, and with it goes what it kept. News of its work is late from now on.
pub(super) fn lose_worker(model: &mut Model) {
    model.job += 1;
    model.renewing = None;
    model.counted = None;
}
