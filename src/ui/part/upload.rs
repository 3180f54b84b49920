//! The file upload of the NHS design system, its behaviour written anew: one button that is also a drop
//! zone. The whole page takes drops; this shows where they go.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::app::place;

/// The id of the hidden input; the root hears it, as it hears drops anywhere on the page.
pub const INPUT: &str = "file-input";

/// What the upload shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The name of the file that was chosen.
    pub chosen: Option<String>,
    /// Whether a file is over the page.
    pub dragging: bool,
}

/// A button that opens the browser's own file dialogue.
#[component]
pub fn Upload(props: &Props) -> Html {
    let input = use_node_ref();
    let open = {
        let input = input.clone();
        move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        }
    };
    let class = classes!(
        "nhsuk-file-upload__drop-button",
        props
            .chosen
            .is_none()
            .then_some("nhsuk-file-upload__drop-button--empty"),
        props
            .dragging
            .then_some("nhsuk-file-upload__drop-button--dragging"),
    );
    html! {
        <div class="nhsuk-form-group nhsuk-file-upload">
            <label class="nhsuk-label nhsuk-label--s" id="file-label" for={place::FILE}>
                { "A CSV, Excel, OpenDocument or JSON file, or a zip of these" }
            </label>
            <span class="nhsuk-u-visually-hidden" id="file-comma">{ ", " }</span>
            <p class="nhsuk-hint" id="file-hint">
                { crate::ui::words::NOTHING_SENT }{ " " }{ crate::ui::words::TOGETHER }
            </p>
            <div class="nhsuk-file-upload__drop-zone">
                <button type="button" {class} id={place::FILE} onclick={open}
                    aria-labelledby="file-label file-comma file" aria-describedby="file-hint">
                    <span class="nhsuk-body nhsuk-file-upload__status" aria-live="polite">
                        { props.chosen.as_deref().unwrap_or("No file chosen") }
                    </span>
                    <span class="nhsuk-file-upload__drop-button-group">
                        <span class="nhsuk-button nhsuk-button--secondary nhsuk-button--small \
                            nhsuk-file-upload__choose-files-button">
                            { "Choose file" }
                        </span>
                        { " " }
                        <span class="nhsuk-body nhsuk-file-upload__drop-instruction">
                            { "or drop files anywhere on this page" }
                        </span>
                    </span>
                </button>
                <input ref={input} class="nhsuk-file-upload__input" id={INPUT} type="file"
                    accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.ndjson,.html,.zip,.gz" multiple=true hidden=true tabindex="-1" aria-hidden="true" />
            </div>
        </div>
    }
}
