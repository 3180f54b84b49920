//! Step 4: the results. Shows the blocks of a Page in their order and nothing else.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::text::lowered;
use crate::engine::flow::Shown;
use crate::export::EXPORTERS;
use crate::present::page::{Block, Page};
use crate::ui::app::{Msg, Saving, place};
use crate::ui::part::block;
use crate::ui::part::fold::Fold;
use crate::ui::send::Send;
use crate::ui::words;

/// The fourth step. `unsaved` says why the last saving made nothing; `left`, whether anything about this file has
/// been saved or printed.
pub fn view(shown: &Rc<Shown>, unsaved: Option<&str>, left: bool, send: &Send) -> Html {
    let page = &shown.page;
    let parts = parts(page);
    html! {
        <section class="em-step em-results" aria-labelledby={place::RESULTS}>
            <h2 class="nhsuk-heading-l" id={place::RESULTS} tabindex="-1">
                <span class="nhsuk-caption-l">{ "4. Results" }</span>
                { &page.title }
            </h2>
            { for parts.iter().take(1).map(|part| show(shown, part, send)) }
            { keep(unsaved, left, send) }
            { for parts.iter().skip(1).map(|part| show(shown, part, send)) }
        </section>
    }
}

/// A run of blocks under one heading of the page; analyses belong to their indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// The place of its first block.
    from: usize,
    /// The place after its last block.
    to: usize,
    /// Whether it is folded away until it is asked for: every indicator but the first.
    folded: bool,
}

fn parts(page: &Page) -> Vec<Part> {
    let starts = page
        .blocks
        .iter()
        .enumerate()
        .filter(|(place, block)| *place > 0 && matches!(block, Block::Heading(2 | 3, _)))
        .map(|(place, _)| place);
    let mut starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    starts.push(page.blocks.len());
    let mut indicators = 0;
    starts
        .windows(2)
        .map(|ends| {
            let is_indicator = matches!(page.blocks.get(ends[0]), Some(Block::Heading(3, _)));
            indicators += usize::from(is_indicator);
            Part {
                from: ends[0],
                to: ends[1],
                folded: is_indicator && indicators > 1,
            }
        })
        .collect()
}

fn show(shown: &Rc<Shown>, part: &Part, send: &Send) -> Html {
    match shown.page.blocks.get(part.from) {
        // The words to press stand for the heading, so that what unfolds is one level higher.
        Some(Block::Heading(level, words)) if part.folded => html! {
            <Fold key={part.from} shown={shown.clone()} from={part.from + 1} to={part.to}
                label={words.clone()} about={String::new()}
                make={block::later(shown, part.from + 1, part.to, *level, send)} />
        },
        Some(Block::Heading(level, _)) => block::run(shown, part.from, part.to, level + 1, send),
        _ => block::run(shown, part.from, part.to, 2, send),
    }
}

/// The buttons that save and print.
fn keep(unsaved: Option<&str>, left: bool, send: &Send) -> Html {
    let small = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
    html! {
        <div class="em-no-print" role="group" aria-label="Keep the results">
            if let Some(why) = unsaved {
                <div class="nhsuk-inset-text em-warning" role="alert"><p>{ why }</p></div>
            }
            <div class="nhsuk-button-group">
                { for EXPORTERS.iter().enumerate().map(|(place, exporter)| html! {
                    <button type="button" class={small} data-save={exporter.id}
                        onclick={send.reform(move |_: MouseEvent|
                            Msg::PressedSave(Saving::Results(place)))}>
                        { format!("Save {}", lowered(exporter.name)) }
                    </button>
                }) }
                <button type="button" class={small} data-action="print"
                    onclick={send.reform(|_: MouseEvent| Msg::PressedPrint)}>
                    { "Print what is shown" }
                </button>
            </div>
            if left {
                <p class="nhsuk-body-s">{ words::REMEMBERED }</p>
            }
        </div>
    }
}
