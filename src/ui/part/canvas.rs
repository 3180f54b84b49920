//! Draws charts on canvases, in the colours and at the density of the screen.

use gloo::events::EventListener;
use plotters::prelude::IntoDrawingArea;
use plotters::style::RGBColor;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

use crate::present::chart::palette::Palette;
use crate::present::chart::{self, Chart, Words};

/// The media queries whose change asks for other colours.
const SCHEMES: [&str; 2] = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
/// The widest chart, in pixels: wider ones are no easier to read.
const WIDEST: i32 = 900;

/// Draws the chart after each rendering, and again when the width, the scheme or the medium changes.
#[hook]
pub fn use_drawing(canvas: &NodeRef, chart: &Chart) {
    let canvas = canvas.clone();
    use_effect_with(chart.clone(), move |chart| {
        let again = {
            let (canvas, chart) = (canvas.clone(), chart.clone());
            move || on_page(&canvas, &chart, scheme())
        };
        again();
        let mut listeners = Vec::new();
        if let Some(window) = web_sys::window() {
            for event in ["resize", "afterprint"] {
                let again = again.clone();
                listeners.push(EventListener::new(&window, event, move |_| again()));
            }
            let (canvas, chart) = (canvas.clone(), chart.clone());
            listeners.push(EventListener::new(&window, "beforeprint", move |_| {
                on_page(&canvas, &chart, Scheme::Light);
            }));
            for query in SCHEMES {
                if let Ok(Some(list)) = window.match_media(query) {
                    let again = again.clone();
                    listeners.push(EventListener::new(&list, "change", move |_| again()));
                }
            }
        }
        move || drop(listeners)
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Light,
    Dark,
    Forced,
}

fn scheme() -> Scheme {
    let matches = |query: &str| {
        let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
        list.is_some_and(|list| list.matches())
    };
    match (matches(SCHEMES[1]), matches(SCHEMES[0])) {
        (true, _) => Scheme::Forced,
        (false, true) => Scheme::Dark,
        (false, false) => Scheme::Light,
    }
}

fn on_page(canvas: &NodeRef, chart: &Chart, scheme: Scheme) {
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else {
        return;
    };
    let room = canvas
        .parent_element()
        .map_or(WIDEST, |parent| parent.client_width());
    let width = u32::try_from(room.clamp(280, WIDEST)).unwrap_or(280);
    let density = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let palette = match scheme {
        Scheme::Light => Palette::LIGHT,
        Scheme::Dark => Palette::DARK,
        Scheme::Forced => forced(&canvas),
    };
    // What cannot be drawn is still in the table beside it.
    drop(draw(
        &canvas,
        chart,
        &Words::default(),
        width,
        density,
        &palette,
    ));
}

/// A chart as it is saved: on white, at twice the density, with its words.
pub fn to_save(chart: &Chart, words: &Words) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    draw(&canvas, chart, words, 800, 2.0, &Palette::LIGHT).ok()?;
    Some(canvas)
}

fn draw(
    canvas: &HtmlCanvasElement,
    chart: &Chart,
    words: &Words,
    width: u32,
    density: f64,
    palette: &Palette,
) -> Result<(), String> {
    let (width, height) = chart::size_with(chart, words, width);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a screen's pixels are few thousands"
    )]
    let dense = |pixels: u32| (f64::from(pixels) * density).ceil() as u32;
    canvas.set_width(dense(width));
    canvas.set_height(dense(height));
    let context = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
        .ok_or("the browser has no canvas")?;
    context
        .scale(density, density)
        .map_err(|_| "the canvas cannot be scaled")?;
    let backend =
        CanvasBackend::with_canvas_object(canvas.clone()).ok_or("the browser has no canvas")?;
    // The backend knows the canvas's own pixels; the chart is laid out in those of the page.
    let area = backend.into_drawing_area().shrink((0, 0), (width, height));
    chart::draw_with(chart, words, palette, &area)
}

/// The system's colours, as the style sheet gives them to the canvas.
fn forced(canvas: &HtmlCanvasElement) -> Palette {
    let style = web_sys::window().and_then(|window| window.get_computed_style(canvas).ok()?);
    let colour = |property: &str, or: RGBColor| {
        let style = style.as_ref()?;
        rgb(&style.get_property_value(property).ok()?).or(Some(or))
    };
    let black = RGBColor(0, 0, 0);
    let white = RGBColor(255, 255, 255);
    Palette::forced(
        colour("color", black).unwrap_or(black),
        colour("background-color", white).unwrap_or(white),
        colour("outline-color", black).unwrap_or(black),
    )
}

/// The colour that `rgb(1, 2, 3)` names.
fn rgb(text: &str) -> Option<RGBColor> {
    let inner = text.split_once('(')?.1.trim_end_matches(')');
    let mut parts = inner
        .split([',', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<u8>().ok());
    Some(RGBColor(parts.next()??, parts.next()??, parts.next()??))
}
