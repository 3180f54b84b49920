//! "How to read this": a measure's method text, made into html when it is first unfolded.

use yew::prelude::*;

use super::fold::use_unfolded;
use super::{prose, table};
use crate::present::page::Table;

/// A measure's method.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The measure's id.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// The text, as Markdown.
    pub text: String,
    /// The level of the heading that it stands under.
    pub level: u8,
    /// The numbers that went in, with an id that is unique in the document.
    #[prop_or_default]
    pub numbers: Option<(String, Table)>,
}

/// The folded method.
#[component]
pub fn Method(props: &Props) -> Html {
    let (made, ontoggle) = use_unfolded();
    html! {
        <details class="nhsuk-details" data-measure={props.id} {ontoggle}>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">
                    { "How to read this" }
                    <span class="nhsuk-u-visually-hidden">{ ": " }{ &props.name }</span>
                </span>
            </summary>
            <div class="nhsuk-details__text">
                if made {
                    { prose::view(&props.text, props.level) }
                    { for props.numbers.iter().map(|(id, numbers)| table::view(id, numbers)) }
                }
            </div>
        </details>
    }
}
