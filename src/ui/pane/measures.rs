//! In step 3: which measures and analyses are given, and in which form the slope is.

use yew::prelude::*;

use crate::core::plan::Plan;
use crate::ingest::outline::SheetOutline;
use crate::present::choices::{Choices, Method, Shelf, choices};
use crate::ui::app::Msg;
use crate::ui::choice::Choice;
use crate::ui::model::{Model, Stage};
use crate::ui::pane::further;
use crate::ui::part::field;
use crate::ui::send::Send;

const RECOMMENDED: &str = "recommended";
const BY_HAND: &str = "by-hand";

/// The choice of measures and analyses, once the data are there that they must fit.
pub fn view(model: &Model, plan: &Plan, sheet: &SheetOutline, send: &Send) -> Html {
    let Stage::Shown(shown) = &model.stage else {
        return Html::default();
    };
    let Some(choices) = choices(&shown.answer, &further::offered(plan, sheet)) else {
        return Html::default();
    };
    let chosen = if model.by_hand { BY_HAND } else { RECOMMENDED };
    let chose = send.reform(|value: String| Msg::ChoseByHand(value == BY_HAND));
    let ways = vec![
        field::Radio {
            value: RECOMMENDED,
            words: "The ones we recommend",
            hint: html! { { &choices.recommended } },
        },
        field::Radio {
            value: BY_HAND,
            words: "I choose them",
            hint: html! { { "Each is shown wherever it fits the data; where it does not, the results say why. \
            While none is ticked, the recommended ones are shown." } },
        },
    ];
    html! {
        <>
            { forms(&choices, plan, send) }
            <div class="nhsuk-form-group">
                <fieldset class="nhsuk-fieldset">
                    <legend class="nhsuk-fieldset__legend">{ "Measures" }</legend>
                    { field::radios("measures", ways, chosen, &chose) }
                    if model.by_hand {
                        { for choices.shelves.iter().map(|each| shelf(each, send)) }
                        { refused(&choices.refused) }
                    }
                </fieldset>
            </div>
        </>
    }
}

/// Round buttons for the form of the slope; nothing where no groups have an order.
fn forms(choices: &Choices, plan: &Plan, send: &Send) -> Html {
    let mut listed = choices.forms.iter();
    let Some(chosen) = listed.find(|form| form.slope == plan.slope) else {
        return Html::default();
    };
    let known: Vec<_> = choices
        .forms
        .iter()
        .map(|form| (form.id, form.slope))
        .collect();
    let chose = send.reform(move |id: String| {
        let form = known.iter().find(|(each, _)| *each == id);
        Msg::Chose(Choice::Slope(
            form.map(|(_, slope)| *slope).unwrap_or_default(),
        ))
    });
    let offers = choices.forms.iter().map(|form| field::Radio {
        value: form.id,
        words: form.name,
        hint: html! { { &form.hint } },
    });
    html! {
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset" aria-describedby="slope-hint">
                <legend class="nhsuk-fieldset__legend">{ "Form of the slope and relative index" }</legend>
                <div class="nhsuk-hint" id="slope-hint">
                    { "The same data give different figures in different forms. The form stands in the \
                       name of the measure." }
                </div>
                { field::radios("slope", offers.collect(), chosen.id, &chose) }
            </fieldset>
        </div>
    }
}

/// Measures of one kind, folded away where none of them is recommended.
fn shelf(shelf: &Shelf, send: &Send) -> Html {
    let open = shelf.measures.iter().any(|measure| measure.recommended);
    html! {
        <details key={shelf.heading} class="nhsuk-details em-shelf" {open}>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{ shelf.title() }</span>
            </summary>
            <div class="nhsuk-details__text">
                <div class="nhsuk-checkboxes" role="group" aria-label={shelf.heading}>
                    { for shelf.measures.iter().map(|each| measure(each, send)) }
                </div>
            </div>
        </details>
    }
}

fn measure(measure: &Method, send: &Send) -> Html {
    let id = measure.id.clone();
    let chose = send.reform(move |on| Msg::Chose(Choice::Measure(id.clone(), on)));
    let name = if measure.recommended {
        format!("{} (recommended)", measure.name)
    } else {
        measure.name.to_owned()
    };
    let of_page = format!("measure-{}", measure.id);
    html! {
        <div key={of_page.clone()}>
            { field::checkbox(&of_page, &name, &measure.hint, measure.chosen, &chose) }
        </div>
    }
}

/// What does not fit: to be read, not pressed.
fn refused(refused: &[(String, String)]) -> Html {
    if refused.is_empty() {
        return Html::default();
    }
    html! {
        <div class="em-refused">
            <h3 class="nhsuk-heading-xs" id="refused-heading">{ "These do not fit the data" }</h3>
            <ul class="nhsuk-list nhsuk-list--bullet" aria-labelledby="refused-heading">
                { for refused.iter().map(|(name, why)| html! {
                    <li>{ name }{ ": " }<span class="nhsuk-u-secondary-text-colour">{ why }</span></li>
                }) }
            </ul>
        </div>
    }
}
