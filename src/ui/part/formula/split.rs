//! Where prose ends and a formula begins.

use super::item::{Item, Thing, items};
use super::read::read;
use super::{Node, Piece};

/// Words before an operator that are still the name of a quantity.
const LONGEST_NAME: usize = 5;
/// Words after an operator that are still the name of a quantity.
const LONGEST_VALUE: usize = 3;
/// Words after which a lone "a" is a quantity and not an article.
const AFTER_QUANTITY: &[&str] = &["and", "is", "of", "or", "the", "with"];

/// The statements of a text, which semicolons outside brackets part, each in its pieces.
pub fn statements(text: &str) -> Vec<Vec<Piece>> {
    let ends = items(text).into_iter().flatten();
    let ends = ends.filter(|item| matches!(item.thing, Thing::Point(';')));
    let mut statements = Vec::new();
    let mut start = 0;
    for end in ends {
        statements.push(pieces(text[start..end.place.start].trim()));
        start = end.place.end;
    }
    statements.push(pieces(text[start..].trim()));
    statements.retain(|pieces| !pieces.is_empty());
    statements
}

/// A text's prose and formulas, in order; together they are the text, character by character.
pub fn pieces(text: &str) -> Vec<Piece> {
    let Some(items) = items(text) else {
        return vec![Piece::Unread(text.to_owned())];
    };
    let mut flat = Vec::new();
    flatten(items, &mut flat);
    let is_part = parts(&flat);
    let mut pieces = Vec::new();
    let mut written = 0;
    let mut at = 0;
    while at < flat.len() {
        let length = is_part[at..].iter().take_while(|part| **part).count();
        let run = &flat[at..at + length];
        at += length.max(1);
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        if !says_something(run) {
            continue;
        }
        let place = first.place.start..last.place.end;
        words(&mut pieces, &text[written..place.start]);
        written = place.end;
        let source = text[place].to_owned();
        pieces.push(match read(run) {
            Some(node) => Piece::Formula(node, source),
            None => Piece::Unread(source),
        });
    }
    words(&mut pieces, &text[written..]);
    pieces
}

fn words(pieces: &mut Vec<Piece>, words: &str) {
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

/// Takes the brackets off what is prose in brackets, so that formulas within it are found.
fn flatten(items: Vec<Item>, flat: &mut Vec<Item>) {
    let mut rest = items.into_iter().peekable();
    while let Some(mut item) = rest.next() {
        let next = rest.peek();
        if let Some(article) = article(&item, next) {
            item.thing = Thing::Leaf(Node::Word(article));
        }
        let is_prose = is_prose(flat.last(), &item, next);
        match item.thing {
            Thing::Group(open, inside, close) if is_prose => {
                let point = |sign: char, place: std::ops::Range<usize>| Item {
                    thing: Thing::Point(sign),
                    marks: Vec::new(),
                    spaced: item.spaced,
                    place,
                };
                let (start, end) = (item.place.start, item.place.end);
                flat.push(point(open, start..start + open.len_utf8()));
                flatten(inside, flat);
                flat.push(point(close, end - close.len_utf8()..end));
            }
            thing => flat.push(Item { thing, ..item }),
        }
    }
}

/// The item as a word, where it is an article and not a quantity.
fn article(item: &Item, next: Option<&Item>) -> Option<String> {
    let Thing::Leaf(Node::Letter(letter @ ('a' | 'A'), None)) = item.thing else {
        return None;
    };
    let Thing::Leaf(Node::Word(word)) = &next?.thing else {
        return None;
    };
    let is_article = item.marks.is_empty() && !AFTER_QUANTITY.contains(&word.as_str());
    is_article.then(|| letter.to_string())
}

fn is_prose(before: Option<&Item>, item: &Item, next: Option<&Item>) -> bool {
    let Thing::Group('(' | '[', inside, _) = &item.thing else {
        return false;
    };
    let is_joined = before.is_some_and(|before| {
        let is_open = matches!(before.thing, Thing::Point('(' | '['));
        (!item.spaced && !is_open) || before.is_operator() || matches!(before.thing, Thing::Sum)
    });
    let is_joined = is_joined
        || !item.marks.is_empty()
        || next.is_some_and(|next| next.is_operator() || (!next.spaced && next.is_factor()));
    !is_joined && (has_words(inside) || !says_more(inside))
}

fn has_words(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.thing {
        Thing::Group(_, inside, _) => has_words(inside),
        Thing::Point(sign) => *sign == ':',
        _ => item.is_word(),
    })
}

/// Whether the items are more than one letter or number.
fn says_more(items: &[Item]) -> bool {
    items.len() > 1 && says_something(items)
}

/// Whether the items hold a quantity or a relation, and not only numbers.
fn says_something(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.thing {
        Thing::Group(_, inside, _) => says_something(inside),
        Thing::Leaf(Node::Number(_)) => !item.marks.is_empty(),
        Thing::Leaf(Node::Letter(..) | Node::Function(_)) | Thing::Compare(_) => true,
        _ => false,
    })
}

/// Which items are parts of formulas: all but points, and of words only the names of quantities.
fn parts(flat: &[Item]) -> Vec<bool> {
    let mut is_part: Vec<bool> = flat
        .iter()
        .map(|item| !item.is_word() && !matches!(item.thing, Thing::Point(_)))
        .collect();
    let mut at = 0;
    while at < flat.len() {
        let length = flat[at..].iter().take_while(|item| item.is_word()).count();
        let before = at.checked_sub(1).and_then(|before| flat.get(before));
        let after = flat.get(at + length);
        if length > 0 && is_name(before, length, after) {
            is_part[at..at + length].fill(true);
        }
        at += length.max(1);
    }
    is_part
}

fn is_name(before: Option<&Item>, words: usize, after: Option<&Item>) -> bool {
    let is_point = |item: &Item| matches!(item.thing, Thing::Point(_));
    let is_value = before.is_some_and(Item::is_operator) && words <= LONGEST_VALUE;
    let is_named = after.is_some_and(Item::is_operator) && words <= LONGEST_NAME;
    let begins = before.is_none_or(|before| is_point(before) || before.is_operator());
    (is_value && after.is_none_or(is_point)) || (is_named && begins)
}
