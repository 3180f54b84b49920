//! The card of a method: what the page and the report say of it, and what it is made from under a
//! disclosure rule.

use super::method_text;

/// What every method says of itself, whether it gives one figure or several.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// A stable id: `slope-index`. All methods share one list of ids.
    pub id: &'static str,
    /// The English name, with the form where there are several: "Slope index of inequality (linear)".
    pub name: &'static str,
    /// What it is made from under a disclosure rule.
    pub basis: Basis,
    /// The leading `//!` block of the method's own file or module, its worked example left out.
    pub text: &'static str,
}

/// What the figure is made from when a disclosure rule hides or rounds counts. Counts are the released ones
/// in every case: no figure of counts is made from exact ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// With the decimals that the rule gives a percentage of the released counts. A hidden count hides the
    /// measure; of an analysis, it leaves out the stratum that it is in.
    Parts,
    /// With no more digits than its interval carries. A hidden count hides the measure. An analysis that needs
    /// every stratum has hidden counts filled in from released totals; what it says of one stratum with a
    /// hidden count, or of a line that is mostly filled in, is hidden.
    Exact,
    /// From the value of each person, never from counts of events: hidden when a side has few people.
    Values,
}

impl Card {
    /// A card whose name and text are still to be given.
    pub(super) const fn new(basis: Basis) -> Self {
        Self {
            id: "",
            name: "",
            basis,
            text: "",
        }
    }

    /// The method text as Markdown, without its worked example, which is for those who read the source,
    /// and without what it says in plain words.
    ///
    /// ```
    /// use equal_measure::core::measure;
    /// assert!(measure::all().all(|measure| !measure.card.method_text().contains("```")));
    /// assert!(measure::all().all(|measure| measure.card.method_text().contains("# Sources")));
    /// ```
    pub fn method_text(&self) -> String {
        method_text::markdown(self.text)
    }

    /// What its figure means, or how to look at what it shows, in a plain sentence or two with slots for the
    /// figure; `better` where more is better, of which some methods speak in other words. Empty where
    /// there is nothing plain to say.
    ///
    /// ```
    /// use equal_measure::core::analysis::ANALYSES;
    /// assert!(ANALYSES.iter().all(|analysis| analysis.card.in_plain_words(true).ends_with('.')));
    /// ```
    pub fn in_plain_words(&self, better: bool) -> String {
        method_text::in_plain_words(self.text, better)
    }
}
