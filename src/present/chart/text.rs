//! Text as wide as it will probably be, so that a chart is laid out alike on every backend.
//!
//! Measuring would need the browser's fonts and give another layout in every test. The widths are those
//! of Arial, a little generous.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::Palette;

/// The width of a text in pixels at a font size in pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(width_of).sum::<f64>() * size
}

/// A text in as few lines as fit the width, broken at spaces; a word that is wider by itself, such as
/// the name of a file, is broken where it must be.
pub(super) fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + 0.3 * size <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.extend(pieces(word, size, most)),
        }
    }
    lines
}

fn pieces(word: &str, size: f64, most: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        match pieces.last_mut() {
            Some(piece)
                if piece.is_empty() || width(piece, size) + width_of(letter) * size <= most =>
            {
                piece.push(letter);
            }
            _ => pieces.push(letter.to_string()),
        }
    }
    pieces
}

/// Where a text hangs on its point.
#[derive(Clone, Copy)]
pub(super) enum Hang {
    Left,
    Middle,
    Right,
}

/// A text style; its height is centred on the point it is drawn at.
pub(super) fn style(
    palette: &Palette,
    size: f64,
    colour: RGBColor,
    hang: Hang,
    bold: bool,
) -> TextStyle<'static> {
    let across = match hang {
        Hang::Left => HPos::Left,
        Hang::Middle => HPos::Center,
        Hang::Right => HPos::Right,
    };
    let weight = if bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    FontDesc::new(
        FontFamily::Name("Arial, sans-serif"),
        size * palette.text_factor,
        weight,
    )
    .color(&colour)
    .pos(Pos::new(across, VPos::Center))
}

fn width_of(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' => 0.24,
        'f' | 't' | 'r' | 'I' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '[' | ']' | ' ' | '/'
        | '-' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.92,
        'A'..='Z' => 0.72,
        _ => 0.57,
    }
}
