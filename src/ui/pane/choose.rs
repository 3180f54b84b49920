//! Step 1: choose a file.

use yew::prelude::*;

use crate::ui::app::Msg;
use crate::ui::model::Model;
use crate::ui::part::upload::Upload;
use crate::ui::send::Send;
use crate::ui::words;

/// The first step.
pub fn view(model: &Model, send: &Send) -> Html {
    let example = send.reform(|_: MouseEvent| Msg::PressedExample);
    let clear = send.reform(|_: MouseEvent| Msg::PressedClear);
    let file = model.file.as_ref();
    let others = file.filter(|file| !file.others.is_empty());
    let unread = file.map(|file| file.unread).filter(|count| *count > 0);
    let chosen = model
        .file
        .as_ref()
        .map(|file| format!("{} ({})", file.name, words::size(file.size)));
    html! {
        <section class="em-step em-no-print" aria-labelledby="choose-heading">
            <h2 class="nhsuk-heading-m" id="choose-heading">{ "1. Choose a file" }</h2>
            { for words::asked_for(model.asked_for).map(|words| html! { <p>{ words }</p> }) }
            <Upload {chosen} dragging={model.dragging} />
            { for others.map(|file| html! { <p>{ words::beside(&file.others) }</p> }) }
            { for unread.map(|count| html! { <p>{ words::not_read(count) }</p> }) }
            <div class="nhsuk-button-group">
                <button type="button" class="nhsuk-button nhsuk-button--secondary" onclick={example}
                    data-action="example">
                    { "Try it with an example" }
                </button>
                if model.file.is_some() {
                    <button type="button" class="nhsuk-button nhsuk-button--secondary" onclick={clear}
                        data-action="clear">
                        { "Clear everything" }
                    </button>
                }
            </div>
        </section>
    }
}
