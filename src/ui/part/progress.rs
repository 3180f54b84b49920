//! How far the reading is, and the button that stops it.

use yew::prelude::*;

use crate::ui::app::Msg;
use crate::ui::model::Work;
use crate::ui::send::Send;
use crate::ui::words;

/// Progress of the work on a file of `size` bytes. Quarters are told to screen readers by the page's
/// status, so that this may change often without being read out.
pub fn view(heading: &str, work: &Work, size: u64, send: &Send) -> Html {
    let started = work.bytes > 0;
    let stop = send.reform(|_: MouseEvent| Msg::PressedStop);
    html! {
        <section class="em-step" aria-labelledby="progress-heading">
            <h2 class="nhsuk-heading-m" id="progress-heading">{ heading }</h2>
            <progress class="em-progress" aria-labelledby="progress-heading"
                max={size.max(1).to_string()} value={started.then(|| work.bytes.to_string())} />
            if started {
                <p>{ words::progress(work.bytes, size, work.rows) }</p>
            }
            if work.is_quiet() {
                <div class="nhsuk-inset-text">
                    <p>{ words::QUIET }</p>
                </div>
            }
            <button type="button" class="nhsuk-button nhsuk-button--secondary" onclick={stop}
                data-action="stop">
                { "Stop" }
            </button>
        </section>
    }
}
