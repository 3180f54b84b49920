//! The page around the four steps.

use yew::prelude::*;

use super::app::{Msg, place};
use super::model::{Model, Stage};
use super::send::Send;
use super::{pane, part};

/// The whole screen.
pub fn page(model: &Model, send: &Send) -> Html {
    let skip = send.reform(|event: MouseEvent| {
        event.prevent_default();
        Msg::PressedSkip
    });
    html! {
        <>
            <a class="nhsuk-skip-link" href="#main" onclick={skip}>{ "Skip to main content" }</a>
            <header class="nhsuk-header" role="banner">
                <div class="nhsuk-header__container nhsuk-width-container">
                    <div class="nhsuk-header__service">
                        <span class="nhsuk-header__service-name">{ "Equal Measure" }</span>
                    </div>
                </div>
            </header>
            <div class="nhsuk-width-container">
                <main class="nhsuk-main-wrapper" id={place::MAIN} tabindex="-1">
                    { for model.trouble().map(|why| part::error::summary(&why)) }
                    { introduction(model) }
                    { pane::choose::view(model, send) }
                    { for model.look.as_ref().map(|look| pane::columns::view(model, look, send)) }
                    { for model.look.as_ref().map(|look| pane::look::view(model, look, send)) }
                    { for agree(model, send) }
                    { results(model, send) }
                </main>
            </div>
            <div class="nhsuk-u-visually-hidden" role="status">{ &model.status }</div>
            <footer class="nhsuk-footer" role="contentinfo">
                <div class="nhsuk-width-container">
                    <p class="nhsuk-body-s">
                        { "Equal Measure " }{ env!("CARGO_PKG_VERSION") }
                        { ". An independent tool, not an NHS service. It runs inside this page: " }
                        { "no figure, file or name leaves it unless you save it." }
                    </p>
                </div>
            </footer>
        </>
    }
}

fn introduction(model: &Model) -> Html {
    if !matches!(model.stage, Stage::Empty) {
        return html! { <h1 class="nhsuk-heading-l">{ "Measure healthcare inequality" }</h1> };
    }
    html! {
        <>
            <h1 class="nhsuk-heading-xl">{ "Measure healthcare inequality" }</h1>
            <p class="nhsuk-body-l">
                { "Drop a waiting list, an extract or a workbook published by NHS England on this " }
                { "page. It says who is better and worse served, by how much and how surely." }
            </p>
        </>
    }
}

/// The button that goes on, while the page asks.
fn agree(model: &Model, send: &Send) -> Option<Html> {
    let asks = matches!(model.stage, Stage::Asking | Stage::Failed(_));
    model.look.as_ref().filter(|_| asks).map(|look| {
        html! {
            <button type="button" class="nhsuk-button em-no-print" disabled={look.plan.is_err()}
                data-action="agree" onclick={send.reform(|_: MouseEvent| Msg::AgreedColumns)}>
                { "Show the results" }
            </button>
        }
    })
}

fn results(model: &Model, send: &Send) -> Html {
    let size = model.file.as_ref().map_or(0, |file| file.size);
    match &model.stage {
        Stage::Shown(shown) => html! {
            <>
                // A change that shows at once needs no word on the way.
                if let Some(work) = model.renewing.as_ref().filter(|work| work.silent > 0) {
                    { part::progress::view("Working out the figures", work, size, send) }
                }
                { pane::results::view(shown, model.unsaved.as_deref(), !model.left.is_empty(), send) }
            </>
        },
        Stage::Looking(work) | Stage::Reading(work) => {
            part::progress::view("Reading the file", work, size, send)
        }
        Stage::Empty | Stage::Asking | Stage::Failed(_) => Html::default(),
    }
}
