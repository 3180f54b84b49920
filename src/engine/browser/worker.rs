//! The worker: reads the file that it is given, keeps the reading, and answers questions of it. Counts of
//! rows stay here; the page hears released ones only.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, MessageEvent};

use super::bytes::Bytes;
use super::say::{say, scope};
use super::{message, part};
use crate::answer::Answer;
use crate::core::plan::Plan;
use crate::engine::kept::Kept;
use crate::engine::wire::{Asked, JobNumber, Packed, Question, Said, Trouble};
use crate::engine::{job, rehearsal};
use crate::ingest::book::LARGEST;
use crate::ingest::error::ReadError;
use crate::ingest::outline::{Format, Outline};
use crate::ingest::reading::Reading;

/// The least time between two reports of progress, in milliseconds.
const BETWEEN_REPORTS: f64 = 200.0;

thread_local! {
    static JOB: Cell<JobNumber> = const { Cell::new(0) };
    /// What was read. A worker is given one file, so that it is of that.
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Starts listening, and says so.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        say(&Said::failed(JOB.get(), Trouble::Broke(panic.to_string())));
    }));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        if let Some((asked, beside)) = message::unpack(event.data()) {
            hear(asked, beside);
        }
    });
    // Adding a listener fails for a missing listener only.
    let added = scope().add_event_listener_with_callback("message", hear.as_ref().unchecked_ref());
    debug_assert!(added.is_ok());
    hear.forget();
    say(&Said::Ready);
}

fn hear(asked: Asked, beside: JsValue) {
    match asked {
        // What the rehearsal finds is of no use to anyone.
        Asked::Rehearse => drop(rehearsal::rehearse()),
        Asked::Part { failed, .. } => part::came(&beside, failed),
        Asked::Look { job, name } => {
            JOB.set(job);
            spawn_local(async move {
                say(&match look(job, &name, beside.unchecked_ref()).await {
                    Ok(outline) => Said::looked(job, &outline),
                    Err(trouble) => Said::failed(job, trouble),
                });
            });
        }
        Asked::Answer { job, question } => {
            JOB.set(job);
            spawn_local(async move {
                say(
                    &match answer(job, &question, beside.unchecked_ref()).await {
                        Ok(answer) => Said::answered(job, &answer),
                        Err(trouble) => Said::failed(job, trouble),
                    },
                );
            });
        }
    }
}

/// Answers from what is kept, reading the file first as often as that does not serve.
async fn answer(
    job: JobNumber,
    question: &Packed<Question>,
    file: &Blob,
) -> Result<Answer, Trouble> {
    let Question {
        outline,
        plan,
        left,
    } = question.open()?;
    let sheet = outline.sheets.get(outline.first);
    let source = sheet.map(|sheet| sheet.source.clone()).unwrap_or_default();
    KEPT.with_borrow_mut(|kept| kept.forget_but(&plan, &left));
    // Each question is read for once; one that is still unread then is not equal to itself.
    for _ in 0..=left.len() + 1 {
        match KEPT.with_borrow(|kept| kept.answer(&plan, &left, &source)) {
            Ok(answer) => return Ok(answer),
            Err(unread) => {
                let reading = read(job, &outline, &unread, file).await?;
                KEPT.with_borrow_mut(|kept| kept.keep(*unread, reading));
            }
        }
    }
    Err(Trouble::Broke(
        "a reading that does not serve its own question".to_owned(),
    ))
}

async fn look(job: JobNumber, name: &str, file: &Blob) -> Result<Outline, Trouble> {
    let size = size(file);
    let head = Blob::slice_with_i32_and_i32(file, 0, i32::try_from(job::HEAD).unwrap_or(i32::MAX))
        .map_err(|thrown| unreadable(&thrown))?;
    let head = whole(job, &head).await?;
    let outline = if job::is_workbook(&head, size).map_err(refused)? {
        job::look_workbook(name, &workbook(job, file).await?)
    } else {
        let rest = parts(file, size).await;
        job::look_spread(name, &head, &rest, size)
    };
    outline.map_err(refused)
}

/// Parts of a file from all over it, read together; none where the worker may not read. They only make the first
/// proposal better.
#[expect(
    clippy::cast_precision_loss,
    reason = "a file's places are whole numbers below 2^53"
)]
async fn parts(file: &Blob, size: u64) -> Vec<Vec<u8>> {
    let reads = Array::new();
    for part in job::parts(size) {
        if let Ok(part) = file.slice_with_f64_and_f64(part.start as f64, part.end as f64) {
            reads.push(&part.array_buffer());
        }
    }
    let Ok(buffers) = JsFuture::from(Promise::all(&reads)).await else {
        return Vec::new();
    };
    let buffers = Array::from(&buffers);
    buffers
        .iter()
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .collect()
}

async fn read(
    job: JobNumber,
    outline: &Outline,
    plan: &Plan,
    file: &Blob,
) -> Result<Reading, Trouble> {
    let mut report = Report::new(job);
    if outline.format == Format::Book {
        let bytes = workbook(job, file).await?;
        let size = size(file);
        let reading = job::read_workbook(&bytes, plan, &mut |rows| {
            report.so_far(size, rows);
            true
        });
        return reading.map_err(refused);
    }
    let mut reading = job::Job::text(outline, plan);
    let mut bytes = Bytes::open(file, job).await.map_err(|why| lost(&why))?;
    let mut buffer = Vec::new();
    let mut read = 0;
    while bytes.next(&mut buffer).await.map_err(|why| lost(&why))? {
        reading.push(&buffer).map_err(refused)?;
        read += buffer.len() as u64;
        report.so_far(read, reading.rows());
    }
    reading.finish().map_err(refused)
}

async fn workbook(job: JobNumber, file: &Blob) -> Result<Vec<u8>, Trouble> {
    if size(file) > LARGEST << 20 {
        return Err(refused(ReadError::TooLarge { limit: LARGEST }));
    }
    whole(job, file).await
}

async fn whole(job: JobNumber, file: &Blob) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Bytes::open(file, job).await.map_err(|why| lost(&why))?;
    let (mut all, mut buffer) = (Vec::new(), Vec::new());
    while bytes.next(&mut buffer).await.map_err(|why| lost(&why))? {
        all.extend_from_slice(&buffer);
    }
    Ok(all)
}

/// Progress, told now and then.
struct Report {
    job: JobNumber,
    told: f64,
}

impl Report {
    fn new(job: JobNumber) -> Self {
        Self { job, told: now() }
    }

    fn so_far(&mut self, bytes: u64, rows: u64) {
        let now = now();
        if now - self.told >= BETWEEN_REPORTS {
            self.told = now;
            let job = self.job;
            let rows = rows - rows % 1_000;
            say(&Said::Progress { job, bytes, rows });
        }
    }
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number below 2^53"
)]
fn size(file: &Blob) -> u64 {
    file.size() as u64
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn refused(error: ReadError) -> Trouble {
    Trouble::Refused(error.to_string())
}

fn unreadable(thrown: &JsValue) -> Trouble {
    lost(&super::words(thrown))
}

fn lost(why: &str) -> Trouble {
    Trouble::Refused(format!(
        "The browser could not read the file to its end ({why}). It may have been moved, changed or \
         locked by another program. Close it elsewhere and choose it again."
    ))
}
