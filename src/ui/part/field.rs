//! Form fields of the NHS design system.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// One option of a list: what it stands for and how it reads.
pub type Offer = (String, String);

/// A list to choose one from.
pub fn select(
    id: &str,
    label: Html,
    offers: &[Offer],
    chosen: &str,
    chose: &Callback<String>,
) -> Html {
    let onchange =
        chose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="nhsuk-form-group">
            { label }
            <select class="nhsuk-select" id={id.to_owned()} {onchange}>
                { for offers.iter().map(|(value, words)| html! {
                    <option value={value.clone()} selected={value == chosen}>{ words }</option>
                }) }
            </select>
        </div>
    }
}

/// A label that is seen.
pub fn label(id: &str, words: &str) -> Html {
    html! { <label class="nhsuk-label" for={id.to_owned()}>{ words }</label> }
}

/// A label that is only heard, where the table's heading is seen.
pub fn heard_label(id: &str, words: &str) -> Html {
    html! { <label class="nhsuk-u-visually-hidden" for={id.to_owned()}>{ words }</label> }
}

/// A box to tick.
pub fn checkbox(id: &str, words: &str, hint: &str, checked: bool, chose: &Callback<bool>) -> Html {
    let onchange =
        chose.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let hint_id = format!("{id}-hint");
    html! {
        <div class="nhsuk-checkboxes__item">
            <input class="nhsuk-checkboxes__input" id={id.to_owned()} type="checkbox" {checked}
                {onchange} aria-describedby={(!hint.is_empty()).then(|| hint_id.clone())} />
            <label class="nhsuk-label nhsuk-checkboxes__label" for={id.to_owned()}>{ words }</label>
            if !hint.is_empty() {
                <div class="nhsuk-hint nhsuk-checkboxes__hint" id={hint_id}>{ hint }</div>
            }
        </div>
    }
}

/// One of several round buttons.
pub struct Radio<'a> {
    /// What it stands for.
    pub value: &'a str,
    /// How it reads.
    pub words: &'a str,
    /// More about it.
    pub hint: Html,
}

/// Round buttons, of which one is chosen.
pub fn radios(name: &str, offers: Vec<Radio<'_>>, chosen: &str, chose: &Callback<String>) -> Html {
    html! {
        <div class="nhsuk-radios">
            { for offers.into_iter().map(|offer| {
                let id = format!("{name}-{}", offer.value);
                let hint_id = format!("{id}-hint");
                let value = offer.value.to_owned();
                let onchange = chose.reform(move |_: Event| value.clone());
                html! {
                    <div class="nhsuk-radios__item">
                        <input class="nhsuk-radios__input" id={id.clone()} name={name.to_owned()}
                            type="radio" value={offer.value.to_owned()}
                            checked={offer.value == chosen} {onchange}
                            aria-describedby={hint_id.clone()} />
                        <label class="nhsuk-label nhsuk-radios__label" for={id}>{ offer.words }</label>
                        <div class="nhsuk-hint nhsuk-radios__hint" id={hint_id}>{ offer.hint }</div>
                    </div>
                }
            }) }
        </div>
    }
}

/// A coloured word. `colour` is one of the library's names: "green", "yellow", "grey".
pub fn tag(words: &str, colour: &str) -> Html {
    html! {
        <strong class={classes!("nhsuk-tag", format!("nhsuk-tag--{colour}"))}>{ words }</strong>
    }
}
