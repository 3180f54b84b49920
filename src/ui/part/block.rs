//! The blocks of a Page as html.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::Picture;
use super::fold::Fold;
use super::method::Method;
use super::{prose, table};
use crate::engine::flow::Shown;
use crate::present::page::{Block, MeasureBlock, Page};
use crate::ui::send::Send;

/// How many measures stand open under a chart; the others are a press away.
const OPEN_MEASURES: usize = 6;

/// The blocks of a page from one place up to another, `level` being that of their heading. Analyses stand
/// last, each with its first sentence open and the rest a press away.
pub fn run(shown: &Rc<Shown>, from: usize, to: usize, level: u8, send: &Send) -> Html {
    let blocks = &shown.page.blocks;
    let is_analysis = |place: &usize| matches!(blocks.get(*place), Some(Block::Heading(4, _)));
    let starts: Vec<usize> = (from..to).filter(is_analysis).collect();
    let end = |of: usize| starts.get(of).copied().unwrap_or(to);
    html! {
        <>
            { alone(shown, from, end(0), level, send) }
            { for starts.iter().enumerate().map(|(of, &start)| {
                analysis(shown, start, end(of + 1), level + 1, send)
            }) }
        </>
    }
}

/// The same, made when it is asked for.
pub fn later(
    shown: &Rc<Shown>,
    from: usize,
    to: usize,
    level: u8,
    send: &Send,
) -> Callback<(), Html> {
    let (shown, send) = (shown.clone(), send.clone());
    Callback::from(move |()| run(&shown, from, to, level, &send))
}

/// An analysis: its heading and first sentence, then the rest folded away.
fn analysis(shown: &Rc<Shown>, from: usize, to: usize, level: u8, send: &Send) -> Html {
    let blocks = &shown.page.blocks;
    let Some(Block::Heading(_, name)) = blocks.get(from) else {
        return Html::default();
    };
    let opened = matches!(blocks.get(from + 1), Some(Block::Text(_)));
    let rest = from + 1 + usize::from(opened);
    html! {
        <div class="em-measure">
            { for (from..rest.min(to)).map(|place| view(&shown.page, place, level, send)) }
            if rest < to {
                <Fold key={rest} shown={shown.clone()} from={rest} {to}
                    label={inside(&blocks[rest..to])} about={name.clone()}
                    make={later(shown, rest, to, level, send)} />
            }
        </div>
    }
}

/// What the rest of an analysis holds: "Chart, figures and method".
fn inside(blocks: &[Block]) -> &'static str {
    let has = |is: fn(&Block) -> bool| blocks.iter().any(is);
    let chart = has(|block| matches!(block, Block::Figure(_)));
    let table = has(|block| matches!(block, Block::Table(_)));
    match (chart, table) {
        (true, _) => "Show the chart, the table and how to read them",
        (false, true) => "Show the figures, the table and how to read them",
        (false, false) => "Show the figures and how to read them",
    }
}

/// Blocks without analyses.
fn alone(shown: &Rc<Shown>, from: usize, to: usize, level: u8, send: &Send) -> Html {
    let blocks = &shown.page.blocks;
    let is_measure = |place: &usize| matches!(blocks.get(*place), Some(Block::Measure(_)));
    let measures: Vec<usize> = (from..to).filter(is_measure).collect();
    // Measures stand together: those beyond the first few are folded away, unless they were just
    // unfolded.
    let cut = match measures.get(OPEN_MEASURES) {
        Some(&place) if measures.len() > OPEN_MEASURES + 1 && !is_measure(&from) => place,
        _ => to,
    };
    let rest = (cut..to).take_while(is_measure).count();
    html! {
        <>
            { for (from..cut).map(|place| view(&shown.page, place, level, send)) }
            if rest > 0 {
                <Fold key={cut} shown={shown.clone()} from={cut} to={cut + rest}
                    label={format!("{rest} more measures")} about={about(&shown.page, from)}
                    make={later(shown, cut, cut + rest, level, send)} />
            }
            { for (cut + rest..to).map(|place| view(&shown.page, place, level, send)) }
        </>
    }
}

fn about(page: &Page, from: usize) -> String {
    let figure = page.blocks[from..].iter().find_map(|block| match block {
        Block::Figure(figure) => Some(figure.title.clone()),
        _ => None,
    });
    figure.unwrap_or_default()
}

/// One block; `level` is that of the heading that it stands under, or its own.
pub fn view(page: &Page, place: usize, level: u8, send: &Send) -> Html {
    let Some(block) = page.blocks.get(place) else {
        return Html::default();
    };
    match block {
        Block::Headline(words) => {
            let (first, rest) = words.split_once(". ").unwrap_or((words, ""));
            html! {
                <p class="em-headline" data-headline="">
                    <strong>{ first }{ if rest.is_empty() { "" } else { "." } }</strong>
                    { " " }{ rest }
                </p>
            }
        }
        Block::Heading(of_page, words) => {
            let class = match of_page {
                2 => "nhsuk-heading-m",
                3 => "nhsuk-heading-s",
                _ => "nhsuk-heading-xs",
            };
            prose::heading(level, class, html! { { words } })
        }
        Block::Text(words) => html! { <p>{ words }</p> },
        Block::Warning(words) => html! {
            <div class="nhsuk-inset-text em-warning">
                <p><strong>{ "Take care: " }</strong>{ words }</p>
            </div>
        },
        Block::Table(shown) => table::view(&format!("table-{place}"), shown),
        Block::Figure(shown) => {
            let before = &page.blocks[..place];
            let figures = before
                .iter()
                .filter(|block| matches!(block, Block::Figure(_)));
            html! {
                <Picture key={place} place={figures.count()} level={level + 1}
                    figure={shown.clone()} send={send.clone()} />
            }
        }
        Block::Measure(shown) => measure(place, shown, level + 1),
        Block::Method(name, card) => html! {
            <Method id={card.id} name={name.clone()} text={card.method_text()} {level} />
        },
        Block::Terms(name, terms) => html! {
            <>
                { prose::heading(level + 1, "nhsuk-heading-s", html! { { name } }) }
                <dl class="nhsuk-summary-list">
                    { for terms.iter().map(|(term, words)| html! {
                        <div class="nhsuk-summary-list__row">
                            <dt class="nhsuk-summary-list__key">{ term }</dt>
                            <dd class="nhsuk-summary-list__value">{ words }</dd>
                        </div>
                    }) }
                </dl>
            </>
        },
    }
}

fn measure(place: usize, shown: &MeasureBlock, level: u8) -> Html {
    let (value, surely) = match shown.figure.split_once(" (") {
        Some((value, rest)) if shown.given => (value, format!(" ({rest}")),
        _ => (shown.figure.as_str(), String::new()),
    };
    let numbers = shown.numbers.clone();
    let numbers = numbers.map(|numbers| (format!("numbers-{place}"), numbers));
    html! {
        <div class="em-measure">
            { prose::heading(level, "nhsuk-heading-xs", html! { { &shown.name } }) }
            <p class={if shown.given { "em-value" } else { "em-refusal" }}>
                { value }
                if !surely.is_empty() {
                    <span class="em-sure">{ surely }</span>
                }
            </p>
            if !shown.reading.is_empty() && shown.reading != shown.figure {
                <p>{ &shown.reading }</p>
            }
            { for shown.card.map(|card| html! {
                <Method id={card.id} name={shown.name.clone()} text={card.method_text()} {level}
                    numbers={numbers.clone()} />
            }) }
        </div>
    }
}
