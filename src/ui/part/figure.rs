//! A chart with its name, its summary, its table beside it, and the buttons that save it.

use yew::prelude::*;

use super::{prose, table};
use crate::present::page::Figure;
use crate::ui::app::{Msg, Saving};
use crate::ui::send::Send;

#[cfg(target_arch = "wasm32")]
use super::canvas::use_drawing;

/// Nothing draws where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
#[hook]
fn use_drawing(canvas: &NodeRef, chart: &crate::present::chart::Chart) {
    let _ = (canvas, chart);
}

/// What is shown.
#[derive(Properties)]
pub struct Props {
    /// The figure's place among those of the page.
    pub place: usize,
    /// The level of its heading.
    pub level: u8,
    /// The figure.
    pub figure: Figure,
    /// Where to say what happens.
    pub send: Send,
}

impl PartialEq for Props {
    /// Whether the same would be drawn.
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
            && self.level == other.level
            && self.figure.chart == other.figure.chart
            && self.figure.title == other.figure.title
            && self.figure.summary == other.figure.summary
            && self.figure.table.rows == other.figure.table.rows
            && self.figure.table.caption == other.figure.table.caption
    }
}

/// The figure.
#[component]
pub fn Picture(props: &Props) -> Html {
    let canvas = use_node_ref();
    use_drawing(&canvas, &props.figure.chart);
    let place = props.place;
    let (title, summary) = (format!("figure-{place}"), format!("figure-{place}-summary"));
    let save = |saving: Saving| {
        props
            .send
            .reform(move |_: MouseEvent| Msg::PressedSave(saving))
    };
    let heading = prose::heading(
        props.level,
        "nhsuk-heading-xs",
        html! {
            <span id={title.clone()}>{ &props.figure.title }</span>
        },
    );
    html! {
        <div class="em-figure">
            { heading }
            <p id={summary.clone()}>{ &props.figure.summary }</p>
            <canvas ref={canvas} class="em-canvas" role="img" aria-labelledby={title}
                aria-describedby={summary} />
            <div class="nhsuk-button-group em-no-print">
                { for [(Saving::Picture(place), "PNG"), (Saving::Drawing(place), "SVG")].map(
                    |(saving, format)| html! {
                        <button type="button" onclick={save(saving)}
                            data-save={format!("{format}-{place}")}
                            class="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
                            { format!("Save chart as {format}") }
                            <span class="nhsuk-u-visually-hidden">
                                { ": " }{ &props.figure.title }
                            </span>
                        </button>
                    }
                ) }
            </div>
            { table::view(&format!("figure-{place}-table"), &props.figure.table) }
        </div>
    }
}
