//! Bytes that the page reads for a worker that may not: seen in `WebKit` on pages opened from disk.

use std::cell::RefCell;

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::say::say;
use super::words;
use crate::engine::wire::{JobNumber, Said};

thread_local! {
    static WAITING: RefCell<Option<(Function, Function)>> = const { RefCell::new(None) };
}

/// Asks the page for bytes and waits for them.
///
/// # Errors
/// Why the page could not read them.
pub(super) async fn want(
    (job, place): (JobNumber, u32),
    from: u64,
    to: u64,
) -> Result<Uint8Array, String> {
    let promise = Promise::new(&mut |resolve, reject| {
        WAITING.with_borrow_mut(|waiting| *waiting = Some((resolve, reject)));
    });
    say(&Said::Wants {
        job,
        place,
        from,
        to,
    });
    let buffer = JsFuture::from(promise)
        .await
        .map_err(|thrown| words(&thrown))?;
    Ok(Uint8Array::new(&buffer))
}

/// The page's answer has come.
pub(super) fn came(buffer: &JsValue, failed: Option<String>) {
    let Some((resolve, reject)) = WAITING.with_borrow_mut(Option::take) else {
        return;
    };
    let told = match failed {
        None if buffer.is_instance_of::<js_sys::ArrayBuffer>() => {
            resolve.call1(&JsValue::NULL, buffer)
        }
        None => reject.call1(&JsValue::NULL, &"the page sent no bytes".into()),
        Some(why) => reject.call1(&JsValue::NULL, &why.into()),
    };
    // A resolver of our own promise does not throw.
    drop(told);
}
