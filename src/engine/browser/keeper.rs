//! The page's side of a worker: starts it, asks, hears, reads for it where it may not, and ends it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::{message, words};
use crate::engine::wire::{Asked, JobNumber, Said, Trouble};

/// A running worker. Dropping it ends the worker at once, whatever it is doing.
pub struct Keeper {
    worker: Worker,
    post: Rc<Post>,
    job: Rc<Cell<JobNumber>>,
    files: Rc<RefCell<Vec<File>>>,
    _listeners: [EventListener; 2],
}

/// Messages wait here until the worker says that it hears.
struct Post {
    worker: Worker,
    ready: Cell<bool>,
    waiting: RefCell<Vec<JsValue>>,
}

impl Keeper {
    /// Starts a worker; `hear` is called with everything it says, and with its failure.
    ///
    /// # Errors
    /// Why no worker could be started, in the browser's words.
    pub fn start(hear: impl Fn(Said) + 'static) -> Result<Self, String> {
        let worker = spawn().map_err(|thrown| words(&thrown))?;
        let post = Rc::new(Post {
            worker: worker.clone(),
            ready: Cell::new(false),
            waiting: RefCell::default(),
        });
        let job = Rc::new(Cell::new(0));
        let files: Rc<RefCell<Vec<File>>> = Rc::default();
        let hear = Rc::new(hear);
        let on_message = {
            let (post, files, hear) = (post.clone(), files.clone(), hear.clone());
            move |event: &web_sys::Event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                match message::unpack(data) {
                    Some((Said::Ready, _)) => post.open(),
                    Some((
                        Said::Wants {
                            job,
                            place,
                            from,
                            to,
                        },
                        _,
                    )) => {
                        let file = files.borrow().get(place as usize).cloned();
                        hand_over(post.clone(), file, job, from, to);
                    }
                    Some((said, _)) => hear(said),
                    None => {}
                }
            }
        };
        let on_error = {
            let job = job.clone();
            move |event: &web_sys::Event| {
                event.prevent_default();
                let why = event
                    .dyn_ref::<ErrorEvent>()
                    .map_or_else(String::new, ErrorEvent::message);
                hear(Said::failed(job.get(), Trouble::Broke(why)));
            }
        };
        let listeners = [
            EventListener::new(&worker, "message", on_message),
            EventListener::new_with_options(
                &worker,
                "error",
                gloo::events::EventListenerOptions::enable_prevent_default(),
                on_error,
            ),
        ];
        Ok(Self {
            worker,
            post,
            job,
            files,
            _listeners: listeners,
        })
    }

    /// Asks the worker to rehearse while there is no file. If it cannot be asked, the first file takes a
    /// little longer and nothing else is lost.
    pub fn rehearse(&self) {
        if let Ok(data) = message::pack(&Asked::Rehearse, &JsValue::UNDEFINED) {
            self.post.send(data);
        }
    }

    /// Asks the worker to do something with files.
    ///
    /// # Errors
    /// Why the message cannot be sent, in the browser's words.
    pub fn ask(&self, job: JobNumber, asked: &Asked, files: &[File]) -> Result<(), String> {
        self.job.set(job);
        self.files.replace(files.to_vec());
        let beside: Array = files.iter().collect();
        self.post.send(message::pack(asked, &beside)?);
        Ok(())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Post {
    fn send(&self, data: JsValue) {
        if self.ready.get() {
            // A message of plain data and a file can always be cloned.
            drop(self.worker.post_message(&data));
        } else {
            self.waiting.borrow_mut().push(data);
        }
    }

    fn open(&self) {
        self.ready.set(true);
        for data in self.waiting.take() {
            self.send(data);
        }
    }
}

/// Asks the frame's script for a worker that is handed the compiled module.
fn spawn() -> Result<Worker, JsValue> {
    let measure = Reflect::get(&js_sys::global(), &"equalMeasure".into())?;
    let spawn: Function = Reflect::get(&measure, &"spawn".into())?.dyn_into()?;
    spawn.call0(&measure)?.dyn_into()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a file's places are whole numbers below 2^53"
)]
fn hand_over(post: Rc<Post>, file: Option<File>, job: JobNumber, from: u64, to: u64) {
    spawn_local(async move {
        let read = async {
            let file = file.ok_or_else(|| JsValue::from("there is no file"))?;
            let part = file.slice_with_f64_and_f64(from as f64, to as f64)?;
            JsFuture::from(part.array_buffer()).await
        };
        let (buffer, failed) = match read.await {
            Ok(buffer) => (buffer, None),
            Err(thrown) => (JsValue::UNDEFINED, Some(words(&thrown))),
        };
        let transfer = if failed.is_none() {
            Array::of1(&buffer)
        } else {
            Array::new()
        };
        if let Ok(data) = message::pack(&Asked::Part { job, failed }, &buffer) {
            drop(post.worker.post_message_with_transfer(&data, &transfer));
        }
    });
}
