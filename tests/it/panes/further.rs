//! "Look further" in step 3: what is offered, what ticking does to the plan, and when a file is read again.

use equal_measure::core::plan::Plan;
use equal_measure::engine::job;
use equal_measure::engine::kept::{Kept, serves};
use equal_measure::engine::wire::Said;
use equal_measure::ingest::outline::{Outline, SheetOutline};
use equal_measure::ingest::roles::cross;
use equal_measure::ui::app::{Effect, Msg, update};
use equal_measure::ui::choice::Choice;
use equal_measure::ui::model::{Chosen, Model};
use equal_measure::ui::pane::further;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Shown(props: &Props) -> Html {
    props.html.clone()
}

fn html(plan: &Plan, sheet: &SheetOutline) -> String {
    let html = further::view(plan, sheet, &Callback::noop());
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(Props { html });
    let mut future = std::pin::pin!(renderer.hydratable(false).render());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        // Rendering never waits for anything, so that one poll after another ends.
        if let std::task::Poll::Ready(html) = future.as_mut().poll(&mut context) {
            return html;
        }
    }
}

fn look(text: &str) -> Outline {
    job::look_text("table.csv", text.as_bytes(), text.len() as u64).expect("a table")
}

fn plan(outline: &Outline) -> &Plan {
    outline.sheets[0].plan.as_ref().expect("a plan")
}

const COUNTS: &str = "\
Month,IMD decile,Age band,Sex,Provider,Number of events,Population
Apr-25,1,0-17,F,A Trust,3,40
Apr-25,2,18-64,M,B Trust,4,50
May-25,1,0-17,F,A Trust,5,60
May-25,10,65+,M,B Trust,6,70
";

#[test]
fn each_way_to_look_further_has_a_box_in_plain_words() {
    let outline = look(COUNTS);
    let html = html(plan(&outline), &outline.sheets[0]);
    for words in [
        "Look further",
        "Take age into account (Age band)",
        "Compares groups as if they had the same ages.",
        "Take age and sex into account (Age band, Sex)",
        "Over time (Month)",
        "By organisation (Provider)",
        "Within groups of Sex",
    ] {
        assert!(html.contains(words), "{words} is missing from {html}");
    }
    assert_eq!(html.matches("type=\"checkbox\"").count(), 6, "{html}");
    assert_eq!(html.matches(" checked").count(), 2, "{html}");
    assert!(!html.contains("style="));
}

#[test]
fn nothing_is_shown_where_nothing_is_offered() {
    let outline = look("IMD decile,Number of events,Population\n1,3,40\n2,4,50\n10,4,60\n");
    assert_eq!(html(plan(&outline), &outline.sheets[0]), "");
}

#[test]
fn a_stratification_that_is_not_offered_can_still_be_taken_out() {
    let outline = look(COUNTS);
    let sheet = &outline.sheets[0];
    let mut plan = plan(&outline).clone();
    let stratification = cross::named(sheet, "Month,Sex").expect("columns");
    cross::set(&mut plan, &stratification, true);
    let html = html(&plan, sheet);
    assert!(html.contains("Over time (Month, Sex)"), "{html}");
    assert_eq!(html.matches(" checked").count(), 2, "{html}");
}

#[test]
fn ticking_and_unticking_reads_the_file_again() {
    let outline = look(COUNTS);
    let offers = cross::offers(&outline.sheets[0]);
    let mut model = Model::default();
    let chosen = Chosen {
        name: "table.csv".into(),
        size: COUNTS.len() as u64,
        others: Vec::new(),
        unread: 0,
    };
    update(&mut model, Msg::ChoseFile(chosen));
    let read = update(&mut model, Msg::Heard(Said::looked(1, &outline)));
    assert_eq!(read, [Effect::Answer]);
    let mut job = job::Job::text(&outline, plan(&outline));
    job.push(COUNTS.as_bytes()).expect("rows");
    let before = model.plan().expect("a plan").clone();
    let mut kept = Kept::default();
    kept.keep(before.clone(), job.finish().expect("a reading"));
    let answer = kept.answer(&before, &[], &outline.sheets[0].source);
    let said = Said::answered(model.job, &answer.expect("an answer"));
    update(&mut model, Msg::Heard(said));
    for on in [true, false] {
        let places = offers
            .iter()
            .find(|offer| offer.by[0].scheme == "organisation");
        let choice = Choice::Stratification(places.expect("an offer").clone(), on);
        update(&mut model, Msg::Chose(choice));
        let now = model.plan().expect("a plan");
        assert_eq!(
            now.stratifications.len(),
            before.stratifications.len() + usize::from(on)
        );
        assert_eq!(serves(&before, now), !on);
    }
    // The order of choosing is no other question.
    let mut turned = before.clone();
    turned.stratifications.reverse();
    assert!(serves(&before, &turned));
}
