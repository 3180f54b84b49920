//! Messages as the browser carries them: a pair of the message and what travels beside it.

use js_sys::Array;
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// A message and what travels beside it (a file, a buffer, or nothing). Whole numbers cross as
/// `BigInt`, because they may be larger than a float holds exactly.
///
/// # Errors
/// The serialiser's words, where a value cannot be carried.
pub(super) fn pack<T: Serialize>(message: &T, beside: &JsValue) -> Result<JsValue, String> {
    let serializer = Serializer::new().serialize_large_number_types_as_bigints(true);
    let message = message
        .serialize(&serializer)
        .map_err(|error| error.to_string())?;
    Ok(Array::of2(&message, beside).into())
}

/// The message and what came beside it, or `None` when the data are not of this program.
pub(super) fn unpack<T: DeserializeOwned>(data: JsValue) -> Option<(T, JsValue)> {
    let pair: Array = data.dyn_into().ok()?;
    let message = serde_wasm_bindgen::from_value(pair.get(0)).ok()?;
    Some((message, pair.get(1)))
}
