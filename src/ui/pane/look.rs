//! Step 3: choose what to look at, and how it is protected.

use yew::prelude::*;

use crate::core::plan::{Division, Keep, Plan, Role};
use crate::ingest::outline::SheetOutline;
use crate::nhs;
use crate::release::rule::{AS_PUBLISHED, RULES};
use crate::ui::app::Msg;
use crate::ui::choice::{Choice, Switch, is_on};
use crate::ui::model::{Look, Model, Step};
use crate::ui::pane::{further, measures, narrow};
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
                    { filters(plan, proposed, sheet, send) }
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

/// Stands for the choice of all rows but those of totals.
const BUT_TOTALS: &str = "all-but-totals";

/// Organisations and periods that rows can be narrowed to: those that the first look saw, in the
/// file's order.
fn filters(plan: &Plan, proposed: &Plan, sheet: &SheetOutline, send: &Send) -> Html {
    let columns = sheet.columns.iter().filter(|column| {
        let mut filters = proposed.filters.iter();
        matches!(column.role, Role::Organisation | Role::Period)
            || filters.any(|filter| filter.column == column.name)
    });
    html! { { for columns.enumerate().map(|(place, column)| {
        let kept = |plan: &Plan| {
            plan.filters
                .iter()
                .find(|filter| filter.column == column.name)
                .map(|filter| filter.keep.texts().to_vec())
                .unwrap_or_default()
        };
        let left_out = |plan: &Plan| {
            let mut filters = plan.filters.iter();
            let found = filters.find(|filter| filter.column == column.name)?;
            match &found.keep {
                Keep::Without(texts) => Some(texts.clone()),
                _ => None,
            }
        };
        let totals = left_out(proposed);
        let mut texts = kept(proposed);
        texts.extend(totals.clone().unwrap_or_default());
        let rest = if column.texts.is_empty() { &column.examples } else { &column.texts };
        for text in rest {
            if !texts.contains(text) {
                texts.push(text.clone());
            }
        }
        let mut offers = vec![(String::new(), "All".to_owned())];
        if let Some(totals) = &totals {
            let words = format!("All but {}", totals.join(", "));
            offers.insert(0, (BUT_TOTALS.to_owned(), words));
        }
        offers.extend(texts.into_iter().map(|text| (text.clone(), text)));
        let chosen = match left_out(plan) {
            Some(_) => BUT_TOTALS.to_owned(),
            None => kept(plan).first().cloned().unwrap_or_default(),
        };
        let name = column.name.clone();
        let chose = send.reform(move |text: String| {
            let column = name.clone();
            Msg::Chose(match &totals {
                Some(texts) if text == BUT_TOTALS => Choice::Without {
                    column,
                    texts: texts.clone(),
                },
                _ => Choice::Only {
                    column,
                    text: (!text.is_empty()).then_some(text),
                },
            })
        });
        let id = format!("only-{place}");
        let label = field::label(&id, &format!("Only rows of {}", column.name));
        field::select(&id, label, &offers, &chosen, &chose)
    }) } }
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
