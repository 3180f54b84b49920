//! A step that folds away: its words to press, and its content, built only while it is open.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::app::Msg;
use crate::ui::model::{Model, Step};
use crate::ui::send::Send;

/// A folded or open step. `content` is called only when it is open.
pub fn view(
    model: &Model,
    step: Step,
    summary: &str,
    send: &Send,
    content: impl FnOnce() -> Html,
) -> Html {
    let open = model.is_open(step);
    let ontoggle = send.reform(move |event: Event| Msg::Folded {
        step,
        open: event
            .target_dyn_into::<HtmlElement>()
            .is_some_and(|details| details.has_attribute("open")),
    });
    html! {
        <details class="nhsuk-details" {open} {ontoggle}>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{ summary }</span>
            </summary>
            <div class="nhsuk-details__text">
                if open {
                    { content() }
                }
            </div>
        </details>
    }
}
