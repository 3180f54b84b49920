//! A file's bytes in order, by the fastest way that the browser has.

use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{part, words};
use crate::engine::wire::JobNumber;

/// The size of the one buffer that is recycled, in bytes.
const BUFFER: u32 = 1 << 20;
/// How many bytes the page is asked for at a time.
const PART: u64 = 4 << 20;

/// A file that is being read from its start.
pub(super) struct Bytes {
    way: Way,
}

enum Way {
    /// A stream's reader; `coming` is the read that is already under way while the last bytes are
    /// worked on.
    Stream {
        reader: JsValue,
        read: Function,
        byob: bool,
        coming: Option<Promise>,
    },
    /// The page reads the file in this place, for this work.
    Page {
        of: (JobNumber, u32),
        at: u64,
        size: u64,
    },
}

impl Bytes {
    /// Opens the bytes of the file in this place, or of the first part of it.
    ///
    /// # Errors
    /// What the browser says where it has no stream.
    pub(super) async fn open(file: &Blob, of: (JobNumber, u32)) -> Result<Self, String> {
        if !may_read().await {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a file's size is a whole number below 2^53"
            )]
            let size = file.size() as u64;
            let way = Way::Page { of, at: 0, size };
            return Ok(Self { way });
        }
        let stream: JsValue = file.stream().into();
        let (reader, byob) = match reader(&stream, true) {
            Ok(reader) => (reader, true),
            Err(_) => (
                reader(&stream, false).map_err(|thrown| words(&thrown))?,
                false,
            ),
        };
        let read = Reflect::get(&reader, &"read".into())
            .and_then(JsCast::dyn_into::<Function>)
            .map_err(|thrown| words(&thrown))?;
        let buffer = ArrayBuffer::new(BUFFER);
        let coming = Some(ask(&reader, &read, byob.then_some(&buffer)).map_err(|e| words(&e))?);
        let way = Way::Stream {
            reader,
            read,
            byob,
            coming,
        };
        Ok(Self { way })
    }

    /// Puts the next bytes into `into`, in place of what was there; false at the end.
    ///
    /// # Errors
    /// What the browser says where it cannot read on.
    pub(super) async fn next(&mut self, into: &mut Vec<u8>) -> Result<bool, String> {
        match &mut self.way {
            Way::Page { of, at, size } => {
                if *at >= *size {
                    return Ok(false);
                }
                let to = (*at + PART).min(*size);
                copy(&part::want(*of, *at, to).await?, into);
                *at = to;
                Ok(true)
            }
            Way::Stream {
                reader,
                read,
                byob,
                coming,
            } => {
                let Some(promise) = coming.take() else {
                    return Ok(false);
                };
                let result = JsFuture::from(promise).await.map_err(|e| words(&e))?;
                let done = Reflect::get(&result, &"done".into()).is_ok_and(|done| done.is_truthy());
                if done {
                    return Ok(false);
                }
                let value: Uint8Array = Reflect::get(&result, &"value".into())
                    .and_then(JsCast::dyn_into)
                    .map_err(|e| words(&e))?;
                copy(&value, into);
                // The bytes are copied, so that the buffer can be filled again at once.
                let buffer = byob.then(|| value.buffer());
                *coming = Some(ask(reader, read, buffer.as_ref()).map_err(|e| words(&e))?);
                Ok(true)
            }
        }
    }
}

fn copy(from: &Uint8Array, into: &mut Vec<u8>) {
    into.resize(from.length() as usize, 0);
    from.copy_to(into);
}

fn reader(stream: &JsValue, byob: bool) -> Result<JsValue, JsValue> {
    let get: Function = Reflect::get(stream, &"getReader".into())?.dyn_into()?;
    if byob {
        let options = js_sys::Object::new();
        Reflect::set(&options, &"mode".into(), &"byob".into())?;
        get.call1(stream, &options)
    } else {
        get.call0(stream)
    }
}

fn ask(
    reader: &JsValue,
    read: &Function,
    buffer: Option<&ArrayBuffer>,
) -> Result<Promise, JsValue> {
    match buffer {
        Some(buffer) => read.call1(reader, &Uint8Array::new(buffer)),
        None => read.call0(reader),
    }?
    .dyn_into()
}

/// Whether this worker may read a Blob at all.
async fn may_read() -> bool {
    let text = js_sys::Array::of1(&"x".into());
    let Ok(blob) = Blob::new_with_str_sequence(&text) else {
        return false;
    };
    JsFuture::from(blob.array_buffer()).await.is_ok()
}
