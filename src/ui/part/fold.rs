//! A part of the page that is made when it is first unfolded: there may be hundreds of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::flow::Shown;

/// What is folded away.
#[derive(Properties)]
pub struct Props {
    /// What it is a part of.
    pub shown: Rc<Shown>,
    /// The place of the first block.
    pub from: usize,
    /// The place after the last block.
    pub to: usize,
    /// The words to press.
    pub label: AttrValue,
    /// What they are about, heard and not seen.
    pub about: String,
    /// Makes it.
    pub make: Callback<(), Html>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.from == other.from && self.to == other.to
    }
}

/// Whether a part has been unfolded before, and what to do when it is.
#[hook]
pub fn use_unfolded() -> (bool, Callback<Event>) {
    let made = use_state(|| false);
    let unfolded = *made;
    let ontoggle = Callback::from(move |_| {
        if !*made {
            made.set(true);
        }
    });
    (unfolded, ontoggle)
}

/// The folded part.
#[component]
pub fn Fold(props: &Props) -> Html {
    let (made, ontoggle) = use_unfolded();
    html! {
        <details class="nhsuk-details" {ontoggle}>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">
                    { &props.label }
                    if !props.about.is_empty() {
                        <span class="nhsuk-u-visually-hidden">{ ": " }{ &props.about }</span>
                    }
                </span>
            </summary>
            <div class="nhsuk-details__text">
                if made {
                    { props.make.emit(()) }
                }
            </div>
        </details>
    }
}
