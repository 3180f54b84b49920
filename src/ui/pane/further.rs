//! Within step 3: second ways to divide the groups, by age, over time, by organisation or within others.

use yew::prelude::*;

use crate::core::plan::{Plan, Stratification};
use crate::core::stratification::By;
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
        .stratifications
        .iter()
        .filter(|stratification| !offers.contains(stratification));
    let others: Vec<Stratification> = others.cloned().collect();
    offers.extend(others);
    if offers.is_empty() {
        return Html::default();
    }
    html! {
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend">{ "Look further" }</legend>
                <div class="nhsuk-checkboxes">
                    { for offers.into_iter().enumerate().map(|(place, stratification)| {
                        let (words, hint) = words(plan, &stratification);
                        let checked = plan.stratifications.contains(&stratification);
                        let chose = send.reform(move |on| {
                            Msg::Chose(Choice::Stratification(stratification.clone(), on))
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
    let further = offers.iter().map(|stratification| Further {
        by: nhs::second::kind(stratification),
        words: words(plan, stratification).0,
    });
    further.collect()
}

/// What a stratification does, with its columns, and what that shows.
fn words(plan: &Plan, stratification: &Stratification) -> (String, &'static str) {
    let columns = stratification.by.iter().flat_map(|by| {
        let only = by.only.iter().map(|only| only.text.as_str());
        std::iter::once(by.column.as_str()).chain(only)
    });
    let columns: Vec<&str> = columns.collect();
    let columns = columns.join(", ");
    let names = stratification.by.iter();
    let names: Vec<String> = names
        .map(|by| nhs::dimension(by, &[], &plan.switches).name)
        .collect();
    let names = names.join(" and ");
    match nhs::second::kind(stratification) {
        By::Ages if stratification.by.len() > 1 => (
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
