//! What is to be done in the world outside after something happened. No html and no browser.

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The results, by the place of the exporter in its registry.
    Results(usize),
    /// A chart as pixels, by its place among the page's figures.
    Picture(usize),
    /// A chart as lines and text, by its place among the page's figures.
    Drawing(usize),
}

/// What is to be done in the world outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make the example and choose it.
    MakeExample,
    /// Have a fresh worker look at the file.
    Look,
    /// Have the worker answer the question as it stands, reading the file where it must.
    Answer,
    /// End the worker.
    EndWorker,
    /// Let go of the file.
    ForgetFile,
    /// Move the focus to an element, by id.
    Focus(&'static str),
    /// Save something.
    Save(Saving),
    /// Print.
    Print,
}

/// The ids of elements that take the focus.
pub mod place {
    /// The error summary.
    pub const ERROR: &str = "error-summary";
    /// The main part of the page.
    pub const MAIN: &str = "main";
    /// The button that chooses a file.
    pub const FILE: &str = "file";
    /// The heading of the columns.
    pub const COLUMNS: &str = "columns-heading";
    /// The heading of the results.
    pub const RESULTS: &str = "results-heading";
}
