//! The studies of a section as rows like any other. A row of a table names its table in the last column.

use crate::answer::section::{Entry, Findings, Rows, Studied};
use crate::present::studies::words;

use super::{About, Sheet, unit_name};

impl Sheet {
    pub(super) fn study(&mut self, [indicator, dimension]: [&str; 2], studied: &Studied) {
        let divided = match &studied.second {
            Some(second) => format!("{dimension}, {second}"),
            None => dimension.to_owned(),
        };
        let about = [
            indicator,
            &divided,
            studied.study.card.name,
            "All known groups",
        ];
        match &studied.findings {
            Ok(findings) => self.findings(about, findings),
            Err(refusal) => self.figure(about, studied.study.card.name, &Err(refusal.clone())),
        }
    }

    fn findings(&mut self, about: About<'_>, findings: &Findings) {
        for found in &findings.figures {
            self.figure(about, &words::quantity(&found.quantity), &found.figure);
        }
        for table in &findings.tables {
            self.table = words::caption(&table.caption);
            self.study_table(about, table);
        }
        self.table.clear();
        for note in &findings.notes {
            self.figures(
                about,
                "Note",
                ["", "", "", "", "", "note", &words::note(note)],
            );
        }
    }

    fn study_table(&mut self, [indicator, divided, study, _]: About<'_>, table: &Rows) {
        for (row, cells) in &table.rows {
            let row = words::row(row);
            let about = [indicator, divided, study, row.as_str()];
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
