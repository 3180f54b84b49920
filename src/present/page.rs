//! A Answer said in blocks. The screen, the print and every saved report show these and nothing else.

use crate::core::card::Card;

/// A document in reading order.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its blocks in reading order.
    pub blocks: Vec<Block>,
}

/// One piece of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// The one sentence that a board member reads.
    Headline(String),
    /// A heading; level 2, 3 or 4 (the page's title is 1): a dimension, an indicator, an analysis of it. A
    /// analysis's first paragraph says what it found.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// Something to be careful about.
    Warning(String),
    /// A table.
    Table(Table),
    /// A chart with its name, summary and table.
    Figure(Figure),
    /// One measure's figure.
    Measure(MeasureBlock),
    /// How a method is read: its name as printed, and its card.
    Method(String, &'static Card),
    /// Terms and what they are: the method card, the quality panel.
    Terms(String, Vec<(String, String)>),
}

/// A table whose first column names the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The caption: what, of whom, when.
    pub caption: String,
    /// Column names; the first is that of the row names.
    pub columns: Vec<String>,
    /// Rows: a name and its cells (one fewer than `columns`), as shown.
    pub rows: Vec<(String, Vec<String>)>,
    /// Sentences under the table.
    pub notes: Vec<String>,
}

/// A chart and everything that says the same without sight of it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The chart's name: what, by what.
    pub title: String,
    /// What it shows, in at most 125 characters.
    pub summary: String,
    /// What is drawn.
    pub chart: super::chart::Chart,
    /// The same figures in a table.
    pub table: Table,
}

/// One measure's figure with its reading.
#[derive(Clone, Debug, Default)]
pub struct MeasureBlock {
    /// The name as printed, with the method where more than one exists.
    pub name: String,
    /// The figure with its interval as printed, or the refusal's sentence.
    pub figure: String,
    /// Whether it is a figure (and not a refusal).
    pub given: bool,
    /// A sentence that reads it: what it says here.
    pub reading: String,
    /// The measure's card, for "how to read this"; none for figures without one.
    pub card: Option<&'static Card>,
    /// The numbers that went in, for the card; none where there is no figure.
    pub numbers: Option<Table>,
}
