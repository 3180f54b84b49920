//! Why a command stopped: one sentence for the person at the terminal.

use std::fmt;
use std::path::Path;

/// What went wrong, and where it is known, what to do.
#[derive(Debug)]
pub(crate) struct Failure(String);

pub(crate) type Outcome<T> = Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Stops without a sentence, where everything has been said already.
pub(crate) fn stop<T>() -> Outcome<T> {
    Err(Failure(String::new()))
}

impl Failure {
    /// Whether there is still something to say.
    pub(crate) fn is_told(&self) -> bool {
        self.0.is_empty()
    }
}

/// Stops with a sentence.
pub(crate) fn refuse<T>(why: impl Into<String>) -> Outcome<T> {
    Err(Failure(why.into()))
}

/// Says which file or program an operating-system error belongs to.
pub(crate) trait About<T> {
    fn about(self, what: impl AsRef<Path>) -> Outcome<T>;
}

impl<T, E: fmt::Display> About<T> for Result<T, E> {
    fn about(self, what: impl AsRef<Path>) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{}: {error}", what.as_ref().display())))
    }
}
