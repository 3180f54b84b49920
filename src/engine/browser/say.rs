//! What the worker says to the page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::message;
use crate::engine::wire::Said;

/// Sends a message to the page. One that cannot be sent is missed by the page's watch over silence.
pub(super) fn say(said: &Said) {
    if let Ok(data) = message::pack(said, &JsValue::UNDEFINED) {
        drop(scope().post_message(&data));
    }
}

/// The worker itself.
pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
