//! Formulas as `MathML`.
//!
//! Browsers do not break a formula into lines, so that a long one is set as several, one after another,
//! between which a line may end; only what is still too long for a telephone scrolls.

use yew::prelude::*;

use super::{Mark, Node, Piece, split};

/// The widest formula, in ems, that a screen of 320 pixels shows whole.
const NARROW_SCREEN: f64 = 11.5;
/// A space between a word and a quantity.
const GAP: &str = "\u{a0}";

/// The statements of a formula's text, each in a paragraph.
pub fn statements(text: &str) -> Html {
    html! { { for split::statements(text).iter().map(|pieces| html! {
        <p class="em-formula">{ line(pieces) }</p>
    }) } }
}

/// Prose with the formulas in it.
pub fn prose(text: &str) -> Html {
    line(&split::pieces(text))
}

fn line(pieces: &[Piece]) -> Html {
    let beside = |at: Option<usize>| at.and_then(|at| pieces.get(at)).map_or("", words);
    html! { { for pieces.iter().enumerate().map(|(at, piece)| match piece {
        Piece::Formula(node, _) => {
            let (_, before) = ends(beside(at.checked_sub(1)), at > 1);
            let (after, _) = ends(beside(at.checked_add(1)), true);
            formula(before, node, after)
        }
        piece => {
            let text = words(piece);
            let (first, last) = ends(text, at > 0);
            let start = if at > 0 { first.len() } else { 0 };
            let end = if at + 1 < pieces.len() { last.len() } else { 0 };
            html! { { &text[start..text.len() - end] } }
        }
    }) } }
}

fn words(piece: &Piece) -> &str {
    match piece {
        Piece::Words(words) | Piece::Unread(words) => words,
        Piece::Formula(..) => "",
    }
}

/// What of a text belongs to the formula before it (a comma) and to the one after it (a bracket), so that
/// no line ends between them. Text without a space belongs to the one before, if there is one.
fn ends(text: &str, has_before: bool) -> (&str, &str) {
    let spaces = text
        .find(char::is_whitespace)
        .zip(text.rfind(char::is_whitespace));
    match spaces {
        Some((first, last)) => (&text[..first], text[last..].trim_start()),
        None if has_before => (text, ""),
        None => ("", text),
    }
}

/// A formula, with fractions and sums of full size, and what stands right before and after it.
pub fn formula(before: &str, node: &Node, after: &str) -> Html {
    let parts = match node {
        Node::Row(parts) => parts.as_slice(),
        node => std::slice::from_ref(node),
    };
    let starts: Vec<usize> = std::iter::once(0).chain(breaks(parts)).collect();
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    let spans: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
    let is_wide = |(start, end): &(usize, usize)| width(&parts[*start..*end]) > NARROW_SCREEN;
    if spans.iter().any(is_wide) {
        return html! {
            <span class="em-formula-wide" role="group" aria-label="Long formula" tabindex="0">
                { before }{ math(parts, 0, parts.len()) }{ after }
            </span>
        };
    }
    html! { { for spans.into_iter().map(|(start, end)| {
        let before = if start == 0 { before } else { "" };
        let after = if end == parts.len() { after } else { "" };
        let math = math(parts, start, end);
        html! {
            <>
                { if start == 0 { "" } else { " " } }
                if before.is_empty() && after.is_empty() {
                    { math }
                } else {
                    <span class="em-formula-joined">{ before }{ math }{ after }</span>
                }
            </>
        }
    }) } }
}

fn math(parts: &[Node], start: usize, end: usize) -> Html {
    let inner = (start..end).map(|at| part(parts, at, false));
    html! { <math displaystyle="true">{ for inner }</math> }
}

/// Where a formula that is too wide for a narrow screen is parted: as late as each piece still fits.
fn breaks(parts: &[Node]) -> Vec<usize> {
    let is_break = |at: usize| match parts[at] {
        Node::Sign(sign) => is_comparison(sign) || (is_sum_sign(sign) && is_between(parts, at)),
        _ => false,
    };
    let may_break: Vec<usize> = (1..parts.len()).filter(|at| is_break(*at)).collect();
    let ends = may_break.iter().skip(1).copied().chain([parts.len()]);
    let mut breaks = Vec::new();
    let mut start = 0;
    for (at, end) in may_break.iter().copied().zip(ends) {
        if width(&parts[start..end]) > NARROW_SCREEN {
            breaks.push(at);
            start = at;
        }
    }
    breaks
}

fn row(parts: &[Node], is_small: bool) -> Html {
    html! { <mrow>{ for (0..parts.len()).map(|at| part(parts, at, is_small)) }</mrow> }
}

/// One of several parts, set off from its neighbours as its kind asks.
fn part(parts: &[Node], at: usize, is_small: bool) -> Html {
    let touches = |neighbour: Option<&Node>| neighbour.is_some_and(|node| !is_sign(node));
    let before = touches(at.checked_sub(1).and_then(|before| parts.get(before)));
    let after = parts.get(at + 1);
    match &parts[at] {
        Node::Sign(sign) => operator(*sign, is_between(parts, at)),
        Node::Word(words) => {
            let gap = |is_needed: bool| if is_needed { GAP } else { "" };
            let after = touches(after);
            html! { <mtext>{ gap(before) }{ words.replace(' ', GAP) }{ gap(after) }</mtext> }
        }
        Node::Function(name) => {
            let gap = |is_needed: bool| html! { if is_needed { <mspace width="0.17em"></mspace> } };
            let after = touches(after) && !matches!(after, Some(Node::Group(..)));
            html! { <>{ gap(before) }<mi>{ name }</mi>{ gap(after) }</> }
        }
        node => show(node, is_small),
    }
}

fn show(node: &Node, is_small: bool) -> Html {
    match node {
        Node::Letter(letter, None) => html! { <mi>{ *letter }</mi> },
        Node::Letter(letter, Some(accent)) => html! {
            <mover accent="true"><mi>{ *letter }</mi><mo stretchy="false">{ *accent }</mo></mover>
        },
        Node::Number(number) => html! { <mn>{ number }</mn> },
        Node::Marked(base, marks) => marked(base, marks, is_small),
        Node::Group(open, inner, close) => html! {
            <mrow>
                <mo form="prefix" stretchy="true">{ *open }</mo>
                { show(inner, is_small) }
                <mo form="postfix" stretchy="true">{ *close }</mo>
            </mrow>
        },
        // A line within a power would be too small to see.
        Node::Fraction(top, bottom) if is_small => html! {
            <mrow>{ show(top, true) }<mo>{ "/" }</mo>{ show(bottom, true) }</mrow>
        },
        Node::Fraction(top, bottom) => html! { <mfrac>{ bare(top) }{ bare(bottom) }</mfrac> },
        Node::Root(inner) => html! { <msqrt>{ bare(inner) }</msqrt> },
        Node::Row(parts) => row(parts, is_small),
        Node::Sign(_) | Node::Word(_) | Node::Function(_) => {
            part(std::slice::from_ref(node), 0, is_small)
        }
    }
}

/// What a line or a root already groups, without its brackets.
fn bare(node: &Node) -> Html {
    match node {
        // The line of the outer fraction is longer than that of the inner one.
        Node::Group('(', inner, ')') if matches!(**inner, Node::Fraction(..)) => html! {
            <mrow>
                <mspace width="0.25em"></mspace>
                { show(inner, false) }
                <mspace width="0.25em"></mspace>
            </mrow>
        },
        Node::Group('(', inner, ')') => show(inner, false),
        node => show(node, false),
    }
}

fn marked(base: &Node, marks: &[Mark], is_small: bool) -> Html {
    let base = show(base, is_small);
    let at_foot = |mark: &&Mark| matches!(mark, Mark::Below(_));
    let below: Vec<Html> = marks.iter().filter(at_foot).map(mark).collect();
    let above = marks.iter().filter(|mark| !at_foot(mark));
    let above: Vec<Html> = above.map(mark).collect();
    let small = |marks: Vec<Html>| html! { <mrow>{ for marks }</mrow> };
    match (below.is_empty(), above.is_empty()) {
        (false, false) => html! { <msubsup>{ base }{ small(below) }{ small(above) }</msubsup> },
        (false, true) => html! { <msub>{ base }{ small(below) }</msub> },
        _ => html! { <msup>{ base }{ small(above) }</msup> },
    }
}

fn mark(mark: &Mark) -> Html {
    match mark {
        Mark::Below(signs) | Mark::Above(signs) => {
            html! { { for signs.chars().map(small_sign) } }
        }
        Mark::Power(inner) => match &**inner {
            Node::Group('(', inner, ')') => show(inner, true),
            inner => show(inner, true),
        },
    }
}

fn small_sign(sign: char) -> Html {
    if sign.is_ascii_digit() {
        html! { <mn>{ sign }</mn> }
    } else if sign.is_alphabetic() {
        html! { <mi>{ sign }</mi> }
    } else {
        html! { <mo lspace="0" rspace="0" stretchy="false">{ sign }</mo> }
    }
}

fn operator(sign: char, is_between: bool) -> Html {
    match sign {
        'Σ' => html! { <mo largeop="true" movablelimits="false">{ "∑" }</mo> },
        '∂' => html! { <mi>{ sign }</mi> },
        _ if is_comparison(sign) || is_between => html! { <mo form="infix">{ sign }</mo> },
        _ => html! { <mo form="prefix">{ sign }</mo> },
    }
}

/// Whether the sign has a quantity before it, so that it adds and does not turn.
fn is_between(parts: &[Node], at: usize) -> bool {
    at > 0 && !is_sign(&parts[at - 1])
}

fn is_sign(node: &Node) -> bool {
    matches!(node, Node::Sign(_))
}

fn is_comparison(sign: char) -> bool {
    "=≈≠≤≥<>".contains(sign)
}

fn is_sum_sign(sign: char) -> bool {
    "+−±∓".contains(sign)
}

/// About how wide the parts are together, in ems.
fn width(parts: &[Node]) -> f64 {
    parts.iter().map(wide).sum()
}

fn wide(node: &Node) -> f64 {
    let length = |text: &str| text.chars().count() as f64;
    match node {
        Node::Letter(..) => 0.65,
        Node::Word(text) => 0.5 * length(text) + 0.3,
        Node::Function(text) => 0.5 * length(text) + 0.4,
        Node::Number(text) => 0.5 * length(text),
        Node::Sign(',' | ';' | '·') => 0.7,
        Node::Sign('Σ') => 1.7,
        Node::Sign(_) => 1.3,
        Node::Marked(base, marks) => {
            let small = |mark: &Mark| match mark {
                Mark::Below(signs) | Mark::Above(signs) => 0.4 * length(signs),
                Mark::Power(inner) => 0.7 * wide(inner),
            };
            wide(base) + marks.iter().map(small).fold(0.0, f64::max)
        }
        Node::Group(_, inner, _) => wide(inner) + 0.8,
        Node::Fraction(top, bottom) => wide(top).max(wide(bottom)) + 0.2,
        Node::Root(inner) => wide(inner) + 0.9,
        Node::Row(parts) => width(parts),
    }
}
