//! What went wrong and what to do, at the top of the page; it takes the focus.

use yew::prelude::*;

use crate::ui::app::place;

/// The summary of an error.
pub fn summary(why: &str) -> Html {
    html! {
        <div class="nhsuk-error-summary" id={place::ERROR} tabindex="-1"
            aria-labelledby="error-summary-heading">
            <div role="alert">
                <h2 class="nhsuk-error-summary__heading" id="error-summary-heading">
                    { "There is a problem" }
                </h2>
                <div class="nhsuk-error-summary__body">
                    <p>{ why }</p>
                </div>
            </div>
        </div>
    }
}
