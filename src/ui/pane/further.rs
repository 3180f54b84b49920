//! Within step 3: second ways to divide the groups, by age, over time, by organisation or within others.

use yew::prelude::*;

use crate::core::crossing::By;
use crate::core::plan::{Crossing, Plan};
use crate::ingest::outline::SheetOutline;
use crate::ingest::roles::cross;
use crate::nhs;
use crate::present::choices::Further;
use crate::ui::app::Msg;
use crate::ui::choice::Choice;
use crate::ui::part::field;
use crate::ui::send::Send;

/// A box for each way that the sheet offers; nothing where it offers none.
pub fn view(plan: &Plan, sheet: &SheetOutline, send: &Send) -> Html {
    let mut offers = cross::offers(sheet);
    let others = plan
        .crossings
        .iter()
        .filter(|crossing| !offers.contains(crossing));
    let others: Vec<Crossing> = others.cloned().collect();
    offers.extend(others);
    if offers.is_empty() {
        return Html::default();
    }
    html! {
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend">{ "Look further" }</legend>
                <div class="nhsuk-checkboxes">
                    { for offers.into_iter().enumerate().map(|(place, crossing)| {
                        let (words, hint) = words(plan, &crossing);
                        let checked = plan.crossings.contains(&crossing);
                        let chose = send.reform(move |on| {
                            Msg::Chose(Choice::Crossing(crossing.clone(), on))
                        });
                        field::checkbox(&format!("further-{place}"), &words, hint, checked, &chose)
                    }) }
                </div>
            </fieldset>
        </div>
    }
}

/// The ways that the sheet offers, as this step names them.
pub fn offered(plan: &Plan, sheet: &SheetOutline) -> Vec<Further> {
    let offers = cross::offers(sheet);
    let further = offers.iter().map(|crossing| Further {
        by: nhs::second::kind(crossing),
        words: words(plan, crossing).0,
    });
    further.collect()
}

/// What a crossing does, with its columns, and what that shows.
fn words(plan: &Plan, crossing: &Crossing) -> (String, &'static str) {
    let columns = crossing.by.iter().flat_map(|by| {
        let only = by.only.iter().map(|only| only.text.as_str());
        std::iter::once(by.column.as_str()).chain(only)
    });
    let columns: Vec<&str> = columns.collect();
    let columns = columns.join(", ");
    let names = crossing.by.iter();
    let names: Vec<String> = names
        .map(|by| nhs::dimension(by, &[], &plan.switches).name)
        .collect();
    let names = names.join(" and ");
    match nhs::second::kind(crossing) {
        By::Ages if crossing.by.len() > 1 => (
            format!("Take {} into account ({columns})", names.to_lowercase()),
            "Compares groups as if they had the same ages, and as many women and men of each.",
        ),
        By::Ages => (
            format!("Take age into account ({columns})"),
            "Compares groups as if they had the same ages.",
        ),
        By::Periods => (
            format!("Over time ({columns})"),
            "Shows how the groups, and the gaps between them, have changed.",
        ),
        By::Places => (
            format!("By organisation ({columns})"),
            "Shows where groups fare differently, and by how much.",
        ),
        By::Others => (
            format!("Within groups of {names}"),
            "Compares people who are alike in this, and puts the comparisons together.",
        ),
    }
}
