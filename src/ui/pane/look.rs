//! Step 3: choose what to look at, and how it is protected.

use yew::prelude::*;

use crate::core::plan::{Division, Plan};
use crate::ingest::outline::SheetOutline;
use crate::nhs;
use crate::release::rule::{AS_PUBLISHED, RULES};
use crate::ui::app::Msg;
use crate::ui::choice::{Choice, Switch, is_on};
use crate::ui::model::{Look, Model, Step};
use crate::ui::pane::{further, measures, narrow, only};
use crate::ui::part::{field, step};
use crate::ui::send::Send;

/// The third step; nothing where there is no Plan yet.
pub fn view(model: &Model, look: &Look, send: &Send) -> Html {
    let (Ok(plan), Some(sheet), Some(proposed)) = (&look.plan, look.sheet(), look.proposed())
    else {
        return Html::default();
    };
    html! {
        <section class="em-step em-no-print" aria-labelledby="look-heading">
            <h2 class="nhsuk-heading-m" id="look-heading">{ "3. Choose what to look at" }</h2>
            { step::view(model, Step::Look, &summary(plan), send, || html! {
                <>
                    { indicator(plan, proposed, send) }
                    { division(plan, proposed, send) }
                    { narrow::pair(model, plan, send) }
                    { only::filters(plan, proposed, sheet, send) }
                    { narrow::ages(plan, proposed, sheet, send) }
                    { switches(plan, send) }
                    { further::view(plan, sheet, send) }
                    { measures::view(model, plan, sheet, send) }
                    { rule(model, sheet, send) }
                </>
            }) }
        </section>
    }
}

fn summary(plan: &Plan) -> String {
    let what = plan
        .indicators
        .first()
        .map_or("Nothing", |indicator| &indicator.name);
    let by = plan
        .divisions
        .first()
        .map_or_else(|| "everyone".to_owned(), |division| name(plan, division));
    format!("{what}, by {by}")
}

/// What a way to divide people is called, with its column where that says more.
fn name(plan: &Plan, division: &Division) -> String {
    let name = nhs::dimension(division, &[], &plan.switches).name;
    if name == division.id {
        name
    } else {
        format!("{name}: {}", division.id)
    }
}

fn indicator(plan: &Plan, proposed: &Plan, send: &Send) -> Html {
    let offers: Vec<field::Offer> = proposed
        .indicators
        .iter()
        .map(|indicator| (indicator.id.clone(), indicator.name.clone()))
        .collect();
    let chosen = plan.indicators.first().map_or("", |first| &first.id);
    let chose = send.reform(|id| Msg::Chose(Choice::Indicator(id)));
    let label = field::label("indicator", "What to measure");
    field::select("indicator", label, &offers, chosen, &chose)
}

fn division(plan: &Plan, proposed: &Plan, send: &Send) -> Html {
    let offers: Vec<field::Offer> = proposed
        .divisions
        .iter()
        .map(|division| (division.id.clone(), name(plan, division)))
        .collect();
    let chosen = plan.divisions.first().map_or("", |first| &first.id);
    let chose = send.reform(|id| Msg::Chose(Choice::Division(id)));
    let label = field::label("division", "What to show first");
    field::select("division", label, &offers, chosen, &chose)
}

fn switches(plan: &Plan, send: &Send) -> Html {
    let has = |word: &str| {
        plan.divisions
            .iter()
            .any(|division| division.scheme.contains(word))
    };
    let switch = |switch: Switch, id: &str, words: &str, hint: &str| {
        let chose = send.reform(move |on| Msg::Chose(Choice::Switch(switch, on)));
        field::checkbox(id, words, hint, is_on(plan, switch), &chose)
    };
    if !has("ethnic") && !has("depriv") && !has("imd") {
        return Html::default();
    }
    html! {
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend">{ "How groups are formed" }</legend>
                <div class="nhsuk-checkboxes">
                    if has("depriv") || has("imd") {
                        { switch(Switch::Fifths, "fifths", "Show deprivation in fifths",
                            "Instead of tenths, where the file has tenths.") }
                        { switch(Switch::Turned, "turned", "The highest number is the most deprived",
                            "Unless the file's own labels say which end is which. In the indices of the \
                             United Kingdom 1 is the most deprived.") }
                    }
                    if has("ethnic") {
                        { switch(Switch::Sixteen, "sixteen", "Show all ethnic categories",
                            "The 16 of 2001, with Gypsy or Irish Traveller, Roma and Arab of 2021 where the \
                             file has them, instead of five groups.") }
                        { switch(Switch::Chinese, "chinese", "Count Chinese as Asian",
                            "As the censuses of 2011 and 2021 do; that of 2001 counted Chinese as \
                             Other.") }
                    }
                </div>
            </fieldset>
        </div>
    }
}

fn rule(model: &Model, sheet: &SheetOutline, send: &Send) -> Html {
    let protected = sheet.source.protected.as_deref();
    let offers = RULES
        .iter()
        .map(|rule| field::Radio {
            value: rule.id,
            words: rule.name,
            hint: html! {
                <>
                    { rule.threshold }
                    if let Some(why) = protected.filter(|_| rule.id == AS_PUBLISHED.id) {
                        { " " }<strong>{ why }</strong>
                    }
                </>
            },
        })
        .collect();
    let needs = RULES
        .iter()
        .any(|rule| rule.id == model.rule && rule.needs_acknowledgement);
    let chose = send.reform(Msg::ChoseRule);
    html! {
        <div class="nhsuk-form-group">
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend">{ "How small numbers are protected" }</legend>
                { field::radios("rule", offers, &model.rule, &chose) }
            </fieldset>
            if needs {
                <div class="nhsuk-checkboxes em-acknowledge">
                    { field::checkbox("acknowledge",
                        "These figures are national, or are already released",
                        "Until you say so, the rule of NHS England holds.",
                        model.acknowledged, &send.reform(Msg::Acknowledged)) }
                </div>
            }
        </div>
    }
}
