//! A method text as html.

use yew::prelude::*;

use super::formula::show as formula;
use super::markdown::{self, Block, Span};

/// The text under a heading of level `under`: its own headings come one level below that. What stands
/// under "Formula" and "Symbols" is set as formulas.
pub fn view(text: &str, under: u8) -> Html {
    let mut part = Part::Words;
    html! { { for markdown::blocks(text).iter().map(|block| {
        if let Block::Heading(_, words) = block {
            part = Part::under(words);
        }
        match (part, block) {
            (Part::Formula, Block::Paragraph(words)) => formula::statements(&plain(words)),
            (Part::Symbols, Block::Paragraph(words)) => html! {
                <p>{ formula::prose(&plain(words)) }</p>
            },
            (Part::Symbols | Part::Formula, Block::List(items)) => html! {
                <ul class="nhsuk-list nhsuk-list--bullet">
                    { for items.iter().map(|item| html! {
                        <li>{ formula::prose(&plain(item)) }</li>
                    }) }
                </ul>
            },
            (_, block) => show(block, under),
        }
    }) } }
}

/// What a part of a method text holds.
#[derive(Clone, Copy)]
enum Part {
    Words,
    Formula,
    Symbols,
}

impl Part {
    fn under(heading: &[Span]) -> Self {
        match plain(heading).as_str() {
            "Formula" => Self::Formula,
            "Symbols" => Self::Symbols,
            _ => Self::Words,
        }
    }
}

fn plain(words: &[Span]) -> String {
    let text = words.iter().map(|span| match span {
        Span::Text(words) | Span::Code(words) | Span::Strong(words) | Span::Stress(words) => {
            words.as_str()
        }
    });
    text.collect()
}

fn show(block: &Block, under: u8) -> Html {
    match block {
        Block::Heading(_, words) => heading(under + 1, "nhsuk-heading-xs", run(words)),
        Block::Paragraph(words) => html! { <p>{ run(words) }</p> },
        Block::List(items) => html! {
            <ul class="nhsuk-list nhsuk-list--bullet">
                { for items.iter().map(|item| html! { <li>{ run(item) }</li> }) }
            </ul>
        },
        Block::Table(names, rows) => html! {
            <div class="em-scroll" role="group" aria-label="Table in this method" tabindex="0">
                <table class="nhsuk-table nhsuk-table--compact">
                    <thead class="nhsuk-table__head">
                        <tr class="nhsuk-table__row">
                            { for names.iter().map(|name| html! {
                                <th scope="col" class="nhsuk-table__header">{ run(name) }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody class="nhsuk-table__body">
                        { for rows.iter().map(|row| html! {
                            <tr class="nhsuk-table__row">
                                { for row.iter().map(|cell| html! {
                                    <td class="nhsuk-table__cell">{ run(cell) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        },
        Block::Code(code) => html! {
            <pre class="em-code" role="group" aria-label="Worked example" tabindex="0">
                <code>{ code }</code>
            </pre>
        },
    }
}

fn run(words: &[Span]) -> Html {
    html! { { for words.iter().map(|span| match span {
        Span::Text(words) => html! { { words } },
        Span::Code(words) => html! { <code class="em-inline-code">{ words }</code> },
        Span::Strong(words) => html! { <strong>{ words }</strong> },
        Span::Stress(words) => html! { <em>{ words }</em> },
    }) } }
}

/// A heading of a level that is only known while the page is made; 6 is the lowest.
pub fn heading(level: u8, class: &'static str, words: Html) -> Html {
    match level {
        0..=2 => html! { <h2 {class}>{ words }</h2> },
        3 => html! { <h3 {class}>{ words }</h3> },
        4 => html! { <h4 {class}>{ words }</h4> },
        5 => html! { <h5 {class}>{ words }</h5> },
        _ => html! { <h6 {class}>{ words }</h6> },
    }
}
