//! The studies of a section as rows like any other. A row of a table names its table in the last column.

use crate::release::section::{Entry, Findings, Rows, Studied};

use super::{About, Sheet, unit_name};

impl Sheet {
    pub(super) fn study(&mut self, [indicator, dimension]: [&str; 2], studied: &Studied) {
        let divided = match &studied.second {
            Some(second) => format!("{dimension}, {second}"),
            None => dimension.to_owned(),
        };
        let about = [indicator, &divided, studied.study.name, "All known groups"];
        match &studied.findings {
            Ok(findings) => self.findings(about, findings),
            Err(refusal) => self.figure(about, studied.study.name, &Err(refusal.clone())),
        }
    }

    fn findings(&mut self, about: About<'_>, findings: &Findings) {
        for found in &findings.figures {
            self.figure(about, &found.name, &found.figure);
        }
        for table in &findings.tables {
            table.caption.clone_into(&mut self.table);
            self.study_table(about, table);
        }
        self.table.clear();
        for note in &findings.notes {
            self.figures(about, "Note", ["", "", "", "", "", "note", note]);
        }
    }

    fn study_table(&mut self, [indicator, divided, study, _]: About<'_>, table: &Rows) {
        for (label, cells) in &table.rows {
            let about = [indicator, divided, study, label.as_str()];
            for (cell, (name, unit)) in cells.iter().zip(&table.columns) {
                match cell {
                    Entry::Figure(figure) => self.figure(about, name, figure),
                    Entry::People(people) => self.count(about, name, Some(*people)),
                    Entry::Known(number) => {
                        let shown = (number * unit.factor()).to_string();
                        let unit = unit_name(*unit);
                        self.figures(about, name, [&shown, "", "", "", &unit, "known", ""]);
                    }
                    Entry::Words(words) => {
                        self.figures(about, name, [words, "", "", "", "", "words", ""]);
                    }
                    Entry::Nothing => {}
                }
            }
        }
    }
}
