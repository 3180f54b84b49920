//! Hands files to the user's downloads, and makes the example's file.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::app::Saving;
use super::part::canvas;
use crate::engine::flow::Shown;
use crate::export::{self, EXPORTERS, ExportError};
use crate::present::page::{Block, Figure};
use crate::present::picture;

/// How long a download may take to begin, in milliseconds.
const KEPT: u32 = 30_000;

/// Saves something of what is shown. Everything comes from the Answer.
///
/// # Errors
/// Why nothing could be saved, in sentences.
pub(super) fn save(shown: &Shown, saving: Saving) -> Result<(), String> {
    let release = &shown.answer;
    let nothing = || ExportError::NothingToDraw.to_string();
    match saving {
        Saving::Results(place) => {
            let exporter = EXPORTERS.get(place).ok_or_else(nothing)?;
            let bytes = (exporter.make)(release).map_err(|error| error.to_string())?;
            let name = export::file_name(exporter, release, &today());
            download_bytes(&name, exporter.mime, &bytes);
        }
        Saving::Drawing(place) => {
            let figure = figure(shown, place).ok_or_else(nothing)?;
            let text = export::svg::drawing(release, figure, export::svg::WIDTH)
                .map_err(|error| error.to_string())?;
            let name = export::named(release, &chart_of(place), "svg");
            download_bytes(&name, "image/svg+xml", text.as_bytes());
        }
        Saving::Picture(place) => {
            let figure = figure(shown, place).ok_or_else(nothing)?;
            let words = picture::words_under(release, &figure.title);
            let canvas = canvas::to_save(&figure.chart, &words).ok_or_else(nothing)?;
            let name = export::named(release, &chart_of(place), "png");
            let save = Closure::once_into_js(move |blob: JsValue| {
                if let Ok(blob) = blob.dyn_into::<Blob>() {
                    download(&name, &blob);
                }
            });
            canvas
                .to_blob(save.unchecked_ref())
                .map_err(|_| ExportError::Drawing("the browser refused".to_owned()).to_string())?;
        }
    }
    Ok(())
}

/// A figure of the page, by its place.
fn figure(shown: &Shown, place: usize) -> Option<&Figure> {
    let mut figures = shown.page.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures.nth(place)
}

/// The day and which chart it is: a page has many.
fn chart_of(place: usize) -> String {
    format!("{}-chart-{}", today(), place + 1)
}

/// The day, as 2026-11-22.
fn today() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.chars().take(10).collect()
}

/// A file made here.
pub(super) fn file(name: &str, bytes: &[u8]) -> Option<File> {
    File::new_with_u8_array_sequence(&parts(bytes), name).ok()
}

fn parts(bytes: &[u8]) -> JsValue {
    Array::of1(&Uint8Array::from(bytes)).into()
}

fn download_bytes(name: &str, media: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts(bytes), &options) {
        download(name, &blob);
    }
}

fn download(name: &str, blob: &Blob) {
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Ok(address)) = (link, Url::create_object_url_with_blob(blob)) else {
        return;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || drop(Url::revoke_object_url(&address))).forget();
}
