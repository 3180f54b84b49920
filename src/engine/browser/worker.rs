//! The worker: reads the file that it is given, keeps the reading, and answers questions of it. Counts of
//! rows stay here; the page hears released ones only.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File, MessageEvent};

use super::bytes::Bytes;
use super::say::{say, scope};
use super::{message, part};
use crate::answer::Answer;
use crate::core::plan::Plan;
use crate::engine::job::{self, Job};
use crate::engine::kept::Kept;
use crate::engine::rehearsal;
use crate::engine::several::{self, Given};
use crate::engine::wire::{Asked, JobNumber, Packed, Question, Said, Trouble};
use crate::ingest::book::LARGEST;
use crate::ingest::collect::usable;
use crate::ingest::error::ReadError;
use crate::ingest::lookup::{Joined, Lookup};
use crate::ingest::outline::{Format, Outline, Part};
use crate::ingest::reading::Reading;
use crate::ingest::stack::Beside;

/// The least time between two reports of progress, in milliseconds.
const BETWEEN_REPORTS: f64 = 200.0;

thread_local! {
    static JOB: Cell<JobNumber> = const { Cell::new(0) };
    /// What was read. A worker is given the files of one drop, so that it is of those.
    static KEPT: RefCell<Kept> = RefCell::default();
    /// The files that codes are looked up in, each with its place, once they were read.
    static LOOKUPS: RefCell<Option<Vec<(usize, Lookup)>>> = const { RefCell::new(None) };
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
        Asked::Look { job } => {
            JOB.set(job);
            spawn_local(async move {
                say(&match look(job, &files(&beside)).await {
                    Ok(outline) => Said::looked(job, &outline),
                    Err(trouble) => Said::failed(job, trouble),
                });
            });
        }
        Asked::Answer { job, question } => {
            JOB.set(job);
            spawn_local(async move {
                say(&match answer(job, &question, &files(&beside)).await {
                    Ok(answer) => Said::answered(job, &answer),
                    Err(trouble) => Said::failed(job, trouble),
                });
            });
        }
    }
}

/// The files that travel beside a message.
fn files(beside: &JsValue) -> Vec<File> {
    let list = Array::from(beside);
    list.iter().map(JsCast::unchecked_into).collect()
}

/// Answers from what is kept, reading the file first as often as that does not serve.
async fn answer(
    job: JobNumber,
    question: &Packed<Question>,
    files: &[File],
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
                let reading = read(job, &outline, &unread, files).await?;
                KEPT.with_borrow_mut(|kept| kept.keep(*unread, reading));
            }
        }
    }
    Err(Trouble::Broke(
        "a reading that does not serve its own question".to_owned(),
    ))
}

/// Looks at every file, reads those that codes can be looked up in, and says which is measured.
async fn look(job: JobNumber, files: &[File]) -> Result<Outline, Trouble> {
    let mut given = Vec::new();
    for (file, place) in files.iter().zip(0..) {
        given.push(head(file, (job, place)).await?);
    }
    if let [file] = given.as_slice() {
        return file.look(Beside::default()).map_err(refused);
    }
    let lookups = lookups(job, &given, files).await?;
    let chosen = several::choose(&given, &lookups).map_err(refused);
    LOOKUPS.replace(Some(lookups));
    chosen
}

/// As much of a file as a first look needs.
async fn head(file: &File, of: (JobNumber, u32)) -> Result<Given, Trouble> {
    let size = size(file);
    let head = Blob::slice_with_i32_and_i32(file, 0, i32::try_from(job::HEAD).unwrap_or(i32::MAX))
        .map_err(|thrown| unreadable(&thrown))?;
    let mut head = whole(of, &head).await?;
    // A file that cannot be read at all says so when it is looked at.
    let mut rest = Vec::new();
    match job::is_workbook(&head, size) {
        Ok(true) => head = workbook(of, file).await?,
        Ok(false) => rest = parts(file, size).await,
        Err(_) => {}
    }
    Ok(Given {
        name: file.name(),
        size,
        head,
        rest,
    })
}

/// The files that codes can be looked up in, read wholly. One that cannot be read is none of them.
async fn lookups(
    job: JobNumber,
    given: &[Given],
    files: &[File],
) -> Result<Vec<(usize, Lookup)>, Trouble> {
    let mut lookups = Vec::new();
    for (place, (given, file)) in given.iter().zip(files).enumerate() {
        let Ok(outline) = given.look(Beside::default()) else {
            continue;
        };
        if several::can_serve(&outline, given.size) {
            let of = (job, u32::try_from(place).unwrap_or(u32::MAX));
            let bytes = whole(of, file).await?;
            if let Ok(lookup) = job::lookup(&given.name, &bytes, &outline) {
                lookups.push((place, lookup));
            }
        }
    }
    Ok(lookups)
}

/// What the plan's columns of other files are read through; those files are read again where this worker has not.
async fn joined(job: JobNumber, plan: &Plan, files: &[File]) -> Result<Joined, Trouble> {
    if plan.joins.is_empty() {
        return Ok(Joined::default());
    }
    if LOOKUPS.with_borrow(Option::is_none) {
        let mut given = Vec::new();
        for (file, place) in files.iter().zip(0..) {
            given.push(head(file, (job, place)).await?);
        }
        LOOKUPS.replace(Some(lookups(job, &given, files).await?));
    }
    LOOKUPS.with_borrow(|lookups| {
        let lookups = lookups.iter().flatten().map(|(_, lookup)| lookup);
        Joined::of(plan, lookups).map_err(refused)
    })
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

/// Reads the files of a question, one after the other, and adds up what they count.
async fn read(
    job: JobNumber,
    outline: &Outline,
    plan: &Plan,
    files: &[File],
) -> Result<Reading, Trouble> {
    let joined = joined(job, plan, files).await?;
    let parts = outline.files();
    let mut report = Report::of(job, files, &parts);
    let mut readings = Vec::new();
    for part in &parts {
        let file = files.get(part.given).ok_or_else(no_file)?;
        let of = (job, u32::try_from(part.given).unwrap_or(u32::MAX));
        let (plan, joined) = (part.plan(plan), joined.in_file(plan, &part.label));
        readings.push(if part.format == Format::Book {
            let bytes = workbook(of, file).await?;
            let read = job::read_workbook_part(&bytes, &plan, &joined, &mut |rows| {
                report.so_far(size(file), rows);
                true
            });
            read.map_err(refused)?
        } else {
            text(
                Job::joined(&part.format, &plan, joined),
                of,
                file,
                &mut report,
            )
            .await?
        });
        report.end_file(
            size(file),
            readings.last().map_or(0, |reading| reading.ledger.read),
        );
    }
    usable(Reading::of_parts(readings)).map_err(refused)
}

async fn text(
    mut reading: Job,
    of: (JobNumber, u32),
    file: &File,
    report: &mut Report,
) -> Result<Reading, Trouble> {
    let mut bytes = Bytes::open(file, of).await.map_err(|why| lost(&why))?;
    let mut buffer = Vec::new();
    let mut read = 0;
    while bytes.next(&mut buffer).await.map_err(|why| lost(&why))? {
        reading.push(&buffer).map_err(refused)?;
        read += buffer.len() as u64;
        report.so_far(read, reading.rows());
    }
    reading.finish_part().map_err(refused)
}

async fn workbook(of: (JobNumber, u32), file: &Blob) -> Result<Vec<u8>, Trouble> {
    if size(file) > LARGEST << 20 {
        return Err(refused(ReadError::TooLarge { limit: LARGEST }));
    }
    whole(of, file).await
}

async fn whole(of: (JobNumber, u32), file: &Blob) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Bytes::open(file, of).await.map_err(|why| lost(&why))?;
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
    /// Bytes and rows of the files before the one at hand.
    before: (u64, u64),
    /// The size of the file that the page speaks of, and of all that are read.
    sizes: (u64, u64),
}

impl Report {
    fn of(job: JobNumber, files: &[File], parts: &[Part]) -> Self {
        let sizes = parts.iter().filter_map(|part| files.get(part.given));
        let sizes: Vec<u64> = sizes.map(|file| size(file)).collect();
        Self {
            job,
            told: now(),
            before: (0, 0),
            sizes: (sizes.first().copied().unwrap_or(0), sizes.iter().sum()),
        }
    }

    fn so_far(&mut self, bytes: u64, rows: u64) {
        let now = now();
        if now - self.told >= BETWEEN_REPORTS {
            self.told = now;
            let job = self.job;
            let (bytes, rows) = (self.before.0 + bytes, self.before.1 + rows);
            let (one, all) = self.sizes;
            // The page knows the size of one file, and is told of as great a part of it.
            let bytes = (bytes * one).checked_div(all).unwrap_or(bytes);
            let rows = rows - rows % 1_000;
            say(&Said::Progress { job, bytes, rows });
        }
    }

    fn end_file(&mut self, bytes: u64, rows: u64) {
        self.before = (self.before.0 + bytes, self.before.1 + rows);
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

fn no_file() -> Trouble {
    Trouble::Broke("the file did not come beside the question".to_owned())
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
