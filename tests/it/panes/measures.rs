//! Step 3 as the user chooses measures and the form of the slope: what the screen shows, and what the
//! Plan then asks.

use crate::panes::screen::html;
use equal_measure::core::plan::Slope;
use equal_measure::engine::job;
use equal_measure::engine::kept::Kept;
use equal_measure::engine::wire::{Asked, Said};
use equal_measure::ui::app::{Effect, Msg, Saving, update};
use equal_measure::ui::ask::question;
use equal_measure::ui::choice::Choice;
use equal_measure::ui::model::{Chosen, Model, Step};

const FIFTHS: &str = "IMD quintile,Vaccinated,Population\n\
    1,3000,10000\n2,3900,10000\n3,4100,10000\n4,4200,10000\n5,4300,10000\n";
const ETHNIC: &str = "Ethnic group,Vaccinated,Population\n\
    White,4100,10000\nAsian,3000,9000\nBlack,2000,7000\n";

const MONTHS: &str = "Month,Provider,IMD quintile,Vaccinated,Population\n\
    Jan-25,A Trust,1,3000,10000\nJan-25,A Trust,3,4100,10000\nJan-25,A Trust,5,4300,10000\n\
    Jan-25,B Trust,1,3100,10000\nJan-25,B Trust,3,4200,10000\nJan-25,B Trust,5,4400,10000\n\
    Feb-25,A Trust,1,3200,10000\nFeb-25,A Trust,3,4150,10000\nFeb-25,A Trust,5,4310,10000\n\
    Feb-25,B Trust,1,3300,10000\nFeb-25,B Trust,3,4250,10000\nFeb-25,B Trust,5,4410,10000\n";

/// The page, and what the worker keeps of its file.
struct Desk {
    model: Model,
    kept: Kept,
}

impl Desk {
    /// A file's results, step 3 open.
    fn with_results(text: &str) -> Self {
        let bytes = text.as_bytes();
        let looked = job::look_text("file.csv", bytes, bytes.len() as u64).expect("a table");
        let plan = looked.sheets[looked.first].plan.clone().expect("a plan");
        let mut job = job::Job::text(&looked, &plan);
        job.push(bytes).expect("read");
        let mut kept = Kept::default();
        kept.keep(plan, job.finish().expect("read"));
        let model = Model::default();
        let mut desk = Self { model, kept };
        desk.happened(Msg::ChoseFile(Chosen {
            name: "file.csv".into(),
            size: bytes.len() as u64,
            others: Vec::new(),
            unread: 0,
        }));
        let number = desk.model.job;
        desk.happened(Msg::Heard(Said::looked(number, &looked)));
        desk.happened(Msg::Folded {
            step: Step::Look,
            open: true,
        });
        desk
    }

    /// Takes in what happened. A question is answered from what is kept.
    fn happened(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        if !effects.contains(&Effect::Answer) {
            return;
        }
        let Ok(Some(Asked::Answer { job, question })) = question(&self.model) else {
            panic!("no question");
        };
        let asked = question.open().expect("a question");
        let source = &asked.outline.sheets[0].source;
        let answer = self.kept.answer(&asked.plan, &asked.left, source);
        let answer = answer.expect("an answer that needs no other reading");
        let said = Said::answered(job, &answer);
        update(&mut self.model, Msg::Heard(said));
    }
}

/// The html and the measures of the Plan after these choices.
fn after(text: &str, happened: Vec<Msg>) -> (String, Vec<String>) {
    let mut desk = Desk::with_results(text);
    for msg in happened {
        desk.happened(msg);
    }
    let measures = desk.model.plan().map(|plan| plan.measures.clone());
    (html(desk.model), measures.unwrap_or_default())
}

/// After these choices the Plan names these measures, and the page has the first words and not the others.
fn shows(text: &str, happened: Vec<Msg>, ids: &[&str], [has, has_not]: [&[&str]; 2]) {
    let (html, measures) = after(text, happened);
    assert_eq!(measures, ids);
    for words in has {
        assert!(html.contains(words), "{words} is missing from {html}");
    }
    for words in has_not {
        assert!(!html.contains(words), "{words} is in {html}");
    }
}

fn tick(id: &str, on: bool) -> Msg {
    Msg::Chose(Choice::Measure(id.into(), on))
}

#[test]
fn every_choice_shows_itself_and_reads_nothing_again() {
    let recommended = [
        "slope-index",
        "relative-index",
        "relative-concentration-index",
    ];
    for (text, happened, ids, has, has_not) in [
        (
            FIFTHS,
            vec![],
            &[][..],
            &[
                "The ones we recommend",
                "Form of the slope",
                "the absolute gap from end to end",
            ][..],
            &["id=\"measure-", "These do not fit"][..],
        ),
        (
            FIFTHS,
            vec![Msg::ChoseByHand(true)],
            &recommended,
            &[
                "Slope index of inequality (linear) (recommended)",
                "id=\"measure-gini-index\"",
                "These do not fit the data",
                "Chance of a longer wait: ",
                "Groups in order (complex measures): 3 of ",
            ],
            &["id=\"measure-longer-wait\"", "disabled"],
        ),
        (
            FIFTHS,
            vec![
                Msg::ChoseByHand(true),
                tick("gini-index", true),
                tick("relative-index", false),
            ],
            &["slope-index", "relative-concentration-index", "gini-index"],
            &["class=\"nhsuk-heading-xs\">Gini index"],
            &["class=\"nhsuk-heading-xs\">Relative index of inequality"],
        ),
        (
            FIFTHS,
            vec![
                Msg::ChoseByHand(true),
                tick("slope-index-logit", true),
                Msg::Chose(Choice::Slope(Slope::Logit)),
                tick("slope-index", false),
            ],
            &["relative-index", "relative-concentration-index"],
            &["Relative index of inequality (logit) (recommended)"],
            &[
                "id=\"measure-slope-index-logit\"",
                "class=\"nhsuk-heading-xs\">Slope index",
            ],
        ),
        (
            FIFTHS,
            vec![
                Msg::ChoseByHand(true),
                tick("gini-index", true),
                Msg::ChoseByHand(false),
            ],
            &[],
            &["The groups run from most to least disadvantaged, so these measures"],
            &[
                "id=\"measure-gini-index\"",
                "class=\"nhsuk-heading-xs\">Gini index",
            ],
        ),
        (
            ETHNIC,
            vec![Msg::ChoseByHand(true)],
            &[
                "number-needed",
                "between-group-deviation",
                "index-of-disparity-weighted",
            ],
            &["This needs groups in order"],
            &["Form of the slope"],
        ),
    ] {
        shows(text, happened, ids, [has, has_not]);
    }
}

#[test]
fn analyses_are_chosen_as_measures_are() {
    let recommended = [
        "slope-index",
        "relative-index",
        "relative-concentration-index",
        "gap-over-time",
    ];
    for (text, happened, ids, has, has_not) in [
        (
            MONTHS,
            vec![Msg::ChoseByHand(true)],
            &recommended[..],
            &[
                "Gap over time (recommended)",
                "Over time: 1 of 4 chosen",
                "Needs a column of organisations or areas: tick “By organisation (Provider)” under “Look \
                 further”.",
                "This file has no column of ages to make it from.",
                "id=\"measure-concentration-curve\"",
                ">Gap over time</h",
            ][..],
            &["id=\"measure-funnel\""][..],
        ),
        (
            MONTHS,
            vec![Msg::ChoseByHand(true), tick("recovery", true)],
            &[&recommended[..], &["recovery"]].concat(),
            &[
                "Over time: 2 of 4 chosen",
                ">Gap over time</h",
                ">Each period against the first</h",
            ],
            &[],
        ),
        (
            MONTHS,
            vec![Msg::ChoseByHand(true), tick("gap-over-time", false)],
            &recommended[..3],
            &["Over time: 0 of 4 chosen"],
            &[">Gap over time</h"],
        ),
        (
            FIFTHS,
            vec![Msg::ChoseByHand(true)],
            &recommended[..3],
            &["This file has no column of months or other periods to make it from."],
            &["id=\"measure-gap-over-time\""],
        ),
    ] {
        shows(text, happened, ids, [has, has_not]);
    }
}

#[test]
fn the_form_of_the_slope_changes_its_name() {
    for (slope, name) in [
        (Slope::Linear, "Slope index of inequality (linear)<"),
        (
            Slope::Logarithmic,
            "Slope index of inequality (logarithmic)<",
        ),
        (Slope::Logit, "Slope index of inequality (logit)<"),
        (
            Slope::Robust,
            "Slope index of inequality (linear, robust interval)<",
        ),
        (
            Slope::Simulated,
            "Slope index of inequality (linear, simulated interval)<",
        ),
    ] {
        let (html, _) = after(FIFTHS, vec![Msg::Chose(Choice::Slope(slope))]);
        assert!(html.contains(name), "{name}");
    }
}

#[test]
fn what_leaves_while_another_answer_is_made_is_asked_with() {
    for leaves in [Msg::PressedSave(Saving::Results(0)), Msg::Printed] {
        let mut desk = Desk::with_results(FIFTHS);
        let model = &mut desk.model;
        update(model, Msg::Chose(Choice::Slope(Slope::Logit)));
        let before = model.job;
        assert!(update(model, leaves).contains(&Effect::Answer));
        assert!(model.job > before);
        let Ok(Some(Asked::Answer { question, .. })) = question(model) else {
            panic!("no question");
        };
        let asked = question.open().expect("a question");
        assert_eq!(asked.left.len(), 1);
        assert_ne!(asked.left[0].slope, asked.plan.slope);
    }
}
