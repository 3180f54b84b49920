//! The one component that knows the browser: it hears files, drops and workers, and does what follows.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Document, DragEvent, Element, File, FileList, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::app::{self, Effect, Msg};
use super::ask;
use super::model::{Chosen, Model, Stage};
use super::part::upload::INPUT;
use super::{example, save, view};
use crate::core::plan::Switches;
use crate::engine::browser::keeper::Keeper;
use crate::engine::several::MOST;
use crate::engine::wire::{Asked, Said, Trouble};

/// The whole app.
pub struct Root {
    model: Model,
    files: Vec<File>,
    keeper: Option<Keeper>,
    /// Whether the worker has been given a file: each file has a fresh one.
    used: bool,
    focus: Option<&'static str>,
    _listeners: Vec<EventListener>,
    _clock: Interval,
}

/// What reaches the component: what happened, or a file that the browser hands over.
pub enum Input {
    /// Something happened.
    Happened(Msg),
    /// Files were chosen, dropped or made together; never none.
    Got(Vec<File>),
}

/// What the app is started with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Properties)]
pub struct Start {
    /// Choices of grouping that every Plan of this visit starts with.
    pub switches: Switches,
}

/// Starts the app on this page. Every Plan of this visit starts with these choices of grouping.
pub fn start(switches: Switches) {
    std::panic::set_hook(Box::new(failed));
    let place = document().and_then(|document| document.get_element_by_id("app"));
    let with = Start { switches };
    match place {
        Some(place) => yew::Renderer::<Root>::with_root_and_props(place, with).render(),
        None => yew::Renderer::<Root>::with_props(with).render(),
    };
}

/// The page itself has failed: it says so, and what to do, beside what is left of it.
fn failed(panic: &std::panic::PanicHookInfo) {
    console_error_panic_hook::hook(panic);
    let words = "Equal Measure has stopped because of a mistake in the program. Nothing was sent or \
                 kept. Load the page again; if it stops again, leave out what you did last.";
    mark("data-error", Some(words));
    let line = document().and_then(|document| {
        let line = document.create_element("p").ok()?;
        line.set_attribute("role", "alert").ok()?;
        line.set_text_content(Some(words));
        document.body()?.prepend_with_node_1(&line).ok()
    });
    debug_assert!(line.is_some());
}

impl Component for Root {
    type Message = Input;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let clock = {
            let link = ctx.link().clone();
            Interval::new(1_000, move || {
                link.send_message(Input::Happened(Msg::PassedSecond));
            })
        };
        let mut root = Self {
            model: Model {
                asked_for: ctx.props().switches,
                ..Model::default()
            },
            files: Vec::new(),
            keeper: None,
            used: false,
            focus: None,
            _listeners: listeners(ctx),
            _clock: clock,
        };
        // The first file then finds a worker that already runs.
        if let Some(keeper) = root.worker(ctx) {
            keeper.rehearse();
        }
        root
    }

    fn update(&mut self, ctx: &Context<Self>, input: Input) -> bool {
        let msg = match input {
            Input::Happened(Msg::PassedSecond) if self.model.work().is_none() => return false,
            Input::Happened(msg) => msg,
            Input::Got(mut files) => {
                let unread = files.len().saturating_sub(MOST);
                files.truncate(MOST);
                let mut named = files.iter().map(|file| (file.name(), size(file)));
                let Some((name, size)) = named.next() else {
                    return false;
                };
                let chosen = Chosen {
                    name,
                    size,
                    others: named.collect(),
                    unread: u32::try_from(unread).unwrap_or(u32::MAX),
                };
                self.files = files;
                Msg::ChoseFile(chosen)
            }
        };
        let effects = app::update(&mut self.model, msg);
        for effect in effects {
            self.run(ctx, effect);
        }
        if self.model.work().is_some() {
            mark("data-done", None);
            mark("data-error", None);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(&self.model, &ctx.link().callback(Input::Happened))
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if let Some(id) = self.focus.take() {
            focus(id);
        }
        let shown = matches!(self.model.stage, Stage::Shown(_)) && self.model.renewing.is_none();
        mark("data-done", shown.then_some(""));
        mark("data-error", self.model.trouble().as_deref());
        if first {
            mark("data-ready", Some(""));
        }
    }
}

impl Root {
    fn run(&mut self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::MakeExample => {
                if let Some(file) = save::file(example::NAME, &example::csv()) {
                    ctx.link().send_message(Input::Got(vec![file]));
                }
            }
            Effect::Look => {
                let job = self.model.job;
                self.ask(ctx, &Asked::Look { job });
            }
            Effect::Answer => match ask::question(&self.model) {
                Ok(Some(question)) => self.ask(ctx, &question),
                Ok(None) => {}
                Err(trouble) => {
                    let said = Said::failed(self.model.job, trouble);
                    ctx.link().send_message(Input::Happened(Msg::Heard(said)));
                }
            },
            Effect::EndWorker => {
                if self.used {
                    self.keeper = None;
                    self.used = false;
                    self.worker(ctx);
                }
            }
            Effect::ForgetFile => self.files.clear(),
            Effect::Focus(id) => self.focus = Some(id),
            Effect::Save(saving) => {
                if let Stage::Shown(shown) = &self.model.stage
                    && let Err(why) = save::save(shown, saving)
                {
                    let msg = Msg::CouldNotSave(why);
                    ctx.link().send_message(Input::Happened(msg));
                }
            }
            Effect::Print => {
                if let Some(window) = web_sys::window() {
                    // A refused print is the user's or the browser's choice.
                    drop(window.print());
                }
            }
        }
    }

    fn ask(&mut self, ctx: &Context<Self>, asked: &Asked) {
        let (job, files) = (self.model.job, self.files.clone());
        let told = match self.worker(ctx) {
            Some(keeper) if !files.is_empty() => keeper.ask(job, asked, &files),
            // A worker that could not start has said so itself.
            _ => Ok(()),
        };
        self.used = true;
        if let Err(why) = told {
            let said = Said::failed(job, Trouble::Broke(why));
            ctx.link().send_message(Input::Happened(Msg::Heard(said)));
        }
    }

    /// The worker, started if there is none.
    fn worker(&mut self, ctx: &Context<Self>) -> Option<&Keeper> {
        if self.keeper.is_none() {
            let hear = ctx
                .link()
                .callback(|said| Input::Happened(Msg::Heard(said)));
            let failed = hear.clone();
            match Keeper::start(move |said| hear.emit(said)) {
                Ok(keeper) => self.keeper = Some(keeper),
                Err(why) => failed.emit(Said::failed(self.model.job, Trouble::Broke(why))),
            }
        }
        self.keeper.as_ref()
    }
}

/// Hears drops anywhere on the page, and the file dialogue.
fn listeners(ctx: &Context<Root>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    let mut on = |event: &'static str, act: fn(&DragEvent, &html::Scope<Root>)| {
        let link = ctx.link().clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, event, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>() {
                event.prevent_default();
                act(event, &link);
            }
        });
        listeners.push(listener);
    };
    on("dragover", |_, _| {});
    on("dragenter", |_, link| {
        link.send_message(Input::Happened(Msg::Dragged(true)));
    });
    on("dragleave", |event, link| {
        // Leaving for another element of the page is no leaving.
        if event.related_target().is_none() {
            link.send_message(Input::Happened(Msg::Dragged(false)));
        }
    });
    on("drop", |event, link| {
        link.send_message(Input::Happened(Msg::Dragged(false)));
        let files = event.data_transfer().and_then(|data| data.files());
        got(files.as_ref(), link);
    });
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&window, "beforeprint", move |_| {
        link.send_message(Input::Happened(Msg::Printed));
    }));
    let link = ctx.link().clone();
    listeners.push(EventListener::new(&document, "change", move |event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input.filter(|input| input.id() == INPUT) {
            got(input.files().as_ref(), &link);
            // So that the same file can be chosen again.
            input.set_value("");
        }
    }));
    listeners
}

fn got(files: Option<&FileList>, link: &html::Scope<Root>) {
    let files = files
        .iter()
        .flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)));
    let files: Vec<File> = files.collect();
    if !files.is_empty() {
        link.send_message(Input::Got(files));
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Says on the root element where the page stands, for tests and hosts.
fn mark(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Setting an attribute fails only for a name that is none.
    let set = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    debug_assert!(set.is_ok());
}

/// Links to a place on the page are dead in the frame, so that focus and scrolling are done here.
fn focus(id: &str) {
    let element: Option<Element> = document().and_then(|page| page.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        drop(element.focus());
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number below 2^53"
)]
fn size(file: &File) -> u64 {
    file.size() as u64
}
