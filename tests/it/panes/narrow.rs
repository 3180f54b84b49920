//! Which ages count and which two groups are compared: what is offered, and what choosing does to the plan.

use std::rc::Rc;

use equal_measure::core::plan::{Filter, Keep, Pair, Plan, Sides};
use equal_measure::engine::flow::Shown;
use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ui::choice::{Choice, apply};
use equal_measure::ui::model::{Model, Stage};
use equal_measure::ui::pane::narrow;
use yew::prelude::*;

const FILE: &str =
    "imd_quintile,age,seen\n1,10,Y\n1,20,N\n2,30,Y\n3,40,N\n4,50,Y\n5,60,Y\n5,61,N\n";

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Part(props: &Props) -> Html {
    props.html.clone()
}

fn html(html: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Part>::with_props(Props { html });
    let mut future = std::pin::pin!(renderer.hydratable(false).render());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        // Rendering never waits for anything, so that one poll after another ends.
        if let std::task::Poll::Ready(html) = future.as_mut().poll(&mut context) {
            return html;
        }
    }
}

fn look() -> (SheetOutline, Plan) {
    let outline = job::look_text("a.csv", FILE.as_bytes(), FILE.len() as u64).expect("a table");
    let sheet = outline.sheets[0].clone();
    let mut plan = sheet.plan.clone().expect("a plan");
    "none".clone_into(&mut plan.rule);
    (sheet, plan)
}

fn shown(sheet: &SheetOutline, plan: &Plan) -> Shown {
    let outline = job::look_text("a.csv", FILE.as_bytes(), FILE.len() as u64).expect("a table");
    let mut job = job::Job::text(&outline, plan);
    job.push(FILE.as_bytes()).expect("rows");
    flow::show(plan, &job.finish().expect("a reading"), &sheet.source)
}

fn ages(from: Option<u32>, to: Option<u32>) -> Choice {
    Choice::Ages {
        column: "age".into(),
        from,
        to,
    }
}

#[test]
fn ages_are_chosen_from_and_to_and_given_up_again() {
    let (sheet, mut plan) = look();
    let proposed = plan.clone();
    let before = html(narrow::ages(&plan, &proposed, &sheet, &Callback::noop()));
    for words in [
        "for=\"ages-0-from\"",
        "Only ages from (age)",
        "Only ages to (age)",
    ] {
        assert!(before.contains(words), "{words} is missing from {before}");
    }
    apply(&mut plan, &ages(None, Some(19)));
    let kept = Filter {
        column: "age".into(),
        keep: Keep::Ages {
            from: 0,
            to: Some(19),
        },
    };
    assert_eq!(plan.filters, [kept]);
    let after = html(narrow::ages(&plan, &proposed, &sheet, &Callback::noop()));
    assert_ne!(before, after);
    apply(&mut plan, &ages(None, None));
    assert_eq!(plan.filters, proposed.filters);
}

#[test]
fn two_groups_of_the_result_are_compared_by_every_method() {
    let (sheet, mut plan) = look();
    let model = |plan: &Plan| Model {
        stage: Stage::Shown(Rc::new(shown(&sheet, plan))),
        ..Model::default()
    };
    let before = html(narrow::pair(&model(&plan), &plan, &Callback::noop()));
    for words in [
        "Compare this group",
        "With this group",
        ">2<",
        ">As proposed<",
    ] {
        assert!(before.contains(words), "{words} is missing from {before}");
    }
    let division = plan.divisions[0].id.clone();
    let choice = |sides: Option<[&str; 2]>| Choice::Pair {
        division: division.clone(),
        sides: sides.map(|sides| sides.map(str::to_owned)),
    };
    apply(&mut plan, &choice(Some(["2", "4"])));
    let pair = Pair {
        division: division.clone(),
        sides: Sides::Groups {
            worse_off: vec!["2".into()],
            better_off: vec!["4".into()],
        },
    };
    assert_eq!(plan.pairs, [pair]);
    let answer = shown(&sheet, &plan).answer;
    let contrast = &answer.sections[0].contrasts[0];
    assert_eq!(
        (
            contrast.worse_off.label.as_str(),
            contrast.better_off.label.as_str()
        ),
        ("2", "4")
    );
    assert_ne!(
        html(narrow::pair(&model(&plan), &plan, &Callback::noop())),
        before
    );
    apply(&mut plan, &choice(None));
    assert!(plan.pairs.is_empty());
}

#[test]
fn no_pair_is_offered_before_there_is_a_result() {
    let (_, plan) = look();
    assert_eq!(
        html(narrow::pair(&Model::default(), &plan, &Callback::noop())),
        ""
    );
}
