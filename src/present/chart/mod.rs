//! Charts: what is drawn, as data made from a Release, and the drawing on any plotters backend.

/// A chart's data, after protection.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Groups down the side, a dot for each rate and a line for its interval.
    Rates(RatesChart),
}

/// Rates by group, with intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RatesChart {
    /// The name of the horizontal axis with its unit: "Waiting more than 52 weeks (%)".
    pub axis: String,
    /// Groups from top to bottom.
    pub bars: Vec<Bar>,
    /// A value to mark with a line, and its label: the average, a target.
    pub mark: Option<(f64, String)>,
}

/// One group of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The group's name.
    pub label: String,
    /// The value in shown units, or none where it is hidden or refused.
    pub value: Option<f64>,
    /// The limits in shown units.
    pub limits: Option<(f64, f64)>,
    /// The figure as printed at the row's end, or the words for its absence ("hidden").
    pub text: String,
    /// Whether it is drawn in the highlight colour (the most deprived).
    pub highlight: bool,
    /// Whether it stands apart below the others (unknown groups).
    pub apart: bool,
}
