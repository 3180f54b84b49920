//! The results with analyses as html, rendered without a browser.

use crate::found;
use std::rc::Rc;

use crate::answers::release;
use crate::answers::{TENTHS, answer, section};
use equal_measure::core::analysis::Needs;
use equal_measure::core::stratification::By;
use equal_measure::core::units::Polarity;
use equal_measure::engine::flow::Shown;
use equal_measure::present::page_of;
use equal_measure::release::rule;
use equal_measure::ui::pane::results;
use equal_measure::ui::part::block;
use yew::prelude::*;

fn shown() -> Rc<Shown> {
    let mut section = section(Polarity::MoreIsWorse, true, TENTHS);
    for (id, name, by, second, results) in [
        (
            "a",
            "Gap over time",
            By::Periods,
            "Month",
            found::over_time(),
        ),
        (
            "b",
            "Concentration curve",
            By::Others,
            "Sex",
            found::curve(),
        ),
        (
            "c",
            "Organisations against the average",
            By::Places,
            "Trust",
            found::funnel(),
        ),
        ("d", "Rates and make-up", By::Ages, "Age", found::bars()),
    ] {
        let analysis = found::analysis(id, name, Needs::Places);
        found::add(&mut section, analysis, Some((by, second)), Ok(results));
    }
    let answer = release(&answer(vec![section]), rule("none"));
    let page = page_of(&answer);
    Rc::new(Shown { answer, page })
}

#[derive(Properties)]
struct Props {
    shown: Rc<Shown>,
    folded: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.folded == other.folded
    }
}

/// The fourth step as it opens, or all blocks of its page.
#[component]
fn Results(props: &Props) -> Html {
    let send = Callback::noop();
    if props.folded {
        return results::view(&props.shown, None, false, &send);
    }
    let places = 0..props.shown.page.blocks.len();
    html! { { for places.map(|place| block::view(&props.shown.page, place, 3, &send)) } }
}

fn html(folded: bool) -> String {
    let props = Props {
        shown: shown(),
        folded,
    };
    let renderer = yew::LocalServerRenderer::<Results>::with_props(props).hydratable(false);
    let mut future = std::pin::pin!(renderer.render());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(html) = future.as_mut().poll(&mut context) {
            return html;
        }
    }
}

/// The levels of all headings, in order.
fn levels(html: &str) -> Vec<u32> {
    let starts = html.match_indices("<h");
    starts
        .filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10))
        .collect()
}

#[test]
fn a_analysis_is_open_to_its_first_sentence() {
    let html = html(true);
    for words in [
        "Gap over time",
        "It is shown below: people from the most to the least disadvantaged",
        "Show the chart, the table and how to read them",
        "<span class=\"nhsuk-u-visually-hidden\">: Organisations against the average</span>",
    ] {
        assert!(html.contains(words), "{words} is missing from {html}");
    }
    for later in ["Trust 28", "Slowly"] {
        assert!(
            !html.contains(later),
            "{later} is made before it is asked for"
        );
    }
    let levels = levels(&html);
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "a level is left out: {levels:?}");
    }
    let analyses = html.matches(">Gap over time</h5>").count();
    assert_eq!(analyses, 1, "{html}");
}

#[test]
fn every_chart_has_a_name_and_every_table_heads() {
    let html = html(false);
    // The groups, and one figure for each analysis.
    assert_eq!(html.matches("<canvas").count(), 5);
    assert_eq!(html.matches("role=\"img\"").count(), 5);
    for place in 0..5 {
        for id in [
            format!("id=\"figure-{place}\""),
            format!("id=\"figure-{place}-summary\""),
        ] {
            assert_eq!(html.matches(&id).count(), 1, "{id}");
        }
    }
    for table in html.split("<table").skip(1) {
        let table = table.split("</table>").next().unwrap_or_default();
        assert!(table.contains("<th scope=\"col\""), "{table}");
        for row in table.split("<tr").skip(2) {
            assert!(row.contains("<th scope=\"row\""), "{row}");
        }
    }
    assert_eq!(
        html.matches("How to read this").count(),
        html.matches("data-measure").count()
    );
    for id in ["a", "b", "c", "d"] {
        assert!(html.contains(&format!("data-measure=\"{id}\"")), "{id}");
    }
}
