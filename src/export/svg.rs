//! The chart as SVG: text stays text, with a title and a description for readers that cannot see it.

use plotters::prelude::*;

use crate::answer::Answer;
use crate::answer::section::Section;
use crate::present::chart::palette::Palette;
use crate::present::chart::{draw_with, size_with};
use crate::present::page::Figure;
use crate::present::{card, headline, picture};

use super::{ExportError, Exporter};

/// The width of a saved chart in pixels: half a landscape page.
pub const WIDTH: u32 = 960;

pub(super) const EXPORTER: Exporter = Exporter {
    id: "svg",
    name: "Chart as SVG",
    extension: "svg",
    mime: "image/svg+xml",
    make,
};

fn make(release: &Answer) -> Result<Vec<u8>, ExportError> {
    let section = headline::first(release).ok_or(ExportError::NothingToDraw)?;
    chart(release, section, WIDTH).map(String::into_bytes)
}

/// The chart of one section as a whole SVG document, as [`drawing`].
///
/// # Errors
/// [`ExportError::Drawing`].
pub fn chart(release: &Answer, section: &Section, width: u32) -> Result<String, ExportError> {
    drawing(release, &picture::figure_of(release, section), width)
}

/// One figure of a page as a whole SVG document, with the method card as its description.
///
/// # Errors
/// [`ExportError::Drawing`].
pub fn drawing(release: &Answer, figure: &Figure, width: u32) -> Result<String, ExportError> {
    let words = picture::words_under(release, &figure.title);
    let mut drawn = String::new();
    {
        let size = size_with(&figure.chart, &words, width);
        let area = SVGBackend::with_string(&mut drawn, size).into_drawing_area();
        draw_with(&figure.chart, &words, &Palette::LIGHT.for_svg(), &area)
            .map_err(ExportError::Drawing)?;
    }
    let description: Vec<String> = card::card(release)
        .into_iter()
        .map(|(term, text)| format!("{}: {text}", term.name()))
        .collect();
    let said = format!(
        "<title id=\"title\">{}</title>\n<desc id=\"description\">{} {}</desc>\n",
        escaped(&figure.title),
        escaped(&figure.summary),
        escaped(&description.join("\n"))
    );
    let with_role = drawn.replacen(
        "<svg ",
        "<svg role=\"img\" aria-labelledby=\"title\" aria-describedby=\"description\" ",
        1,
    );
    let opened = with_role
        .find("<svg")
        .and_then(|start| Some(start + with_role[start..].find('>')? + 1))
        .ok_or_else(|| ExportError::Drawing("no picture was made".to_owned()))?;
    let (head, rest) = with_role.split_at(opened);
    Ok(allowed(&format!("{head}\n{said}{}", rest.trim_start())))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// Without the control characters that XML does not allow.
fn allowed(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
                || matches!(letter, '\n' | '\t')
        })
        .collect()
}
