//! The browser's half: the worker that runs the job, and its keeper on the page.

mod message;
mod say;
mod bytes;
mod part;
pub mod keeper;
pub mod worker;

use wasm_bindgen::{JsCast, JsValue};

/// Whether this wasm was started inside a worker.
pub fn is_worker() -> bool {
    js_sys::global().is_instance_of::<web_sys::DedicatedWorkerGlobalScope>()
}

/// What a thrown value says.
fn words(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| "an error without words".to_owned())
}
