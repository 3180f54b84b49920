//! The analyses of a section as rows like any other. A row of a table names its table in the last column.

use crate::answer::section::{Analysed, Entry, Results, Rows};
use crate::present::analyses::words;

use super::{About, Sheet, unit_name};

impl Sheet {
    pub(super) fn analysis(&mut self, [indicator, dimension]: [&str; 2], analysed: &Analysed) {
        let divided = match &analysed.second {
            Some(second) => format!("{dimension}, {second}"),
            None => dimension.to_owned(),
        };
        let about = [
            indicator,
            &divided,
            analysed.analysis.card.name,
            "All known groups",
        ];
        match &analysed.results {
            Ok(results) => self.results(about, results),
            Err(refusal) => self.figure(about, analysed.analysis.card.name, &Err(refusal.clone())),
        }
    }

    fn results(&mut self, about: About<'_>, results: &Results) {
        for found in &results.figures {
            self.figure(about, &words::quantity(&found.quantity), &found.figure);
        }
        for table in &results.tables {
            self.table = words::caption(&table.caption);
            self.analysis_table(about, table);
        }
        self.table.clear();
        for note in &results.notes {
            self.figures(
                about,
                "Note",
                ["", "", "", "", "", "note", &words::note(note)],
            );
        }
    }

    fn analysis_table(&mut self, [indicator, divided, analysis, _]: About<'_>, table: &Rows) {
        for (row, cells) in &table.rows {
            let row = words::row(row);
            let about = [indicator, divided, analysis, row.as_str()];
            for (cell, (kind, unit)) in cells.iter().zip(&table.columns) {
                let name = &words::column(kind);
                let mut judged = |words: &str| {
                    self.figures(about, name, [words, "", "", "", "", "words", ""]);
                };
                match cell {
                    Entry::Figure(figure) => self.figure(about, name, figure),
                    Entry::People(people) => self.count(about, name, Some(*people)),
                    Entry::Known(number) => {
                        let shown = (number * unit.factor()).to_string();
                        let unit = unit_name(*unit);
                        self.figures(about, name, [&shown, "", "", "", &unit, "known", ""]);
                    }
                    Entry::Verdict(verdict) => judged(&words::verdict(verdict)),
                    Entry::Nothing => {}
                }
            }
        }
    }
}
