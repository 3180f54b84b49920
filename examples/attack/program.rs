//! The program as the attack runs it: a file in, what is released of it out.

use equal_measure::answer::{self, Answer};
use equal_measure::core::answer::{Settled, Source};
use equal_measure::core::indicator::{Formula, Indicator};
use equal_measure::core::plan::{Answers, Outcome, Plan};
use equal_measure::core::tally::Tally;
use equal_measure::core::units::Level;
use equal_measure::engine::flow::{self, Shown};
use equal_measure::engine::job::{self, Job};
use equal_measure::ingest::outline::Outline;
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::roles::cross;
use equal_measure::nhs;
use equal_measure::nhs::indicators::records;
use equal_measure::release::rule::Rule;
use equal_measure::release::{self, Released};

use crate::extract::{Extract, Outcomes};

/// What may be chosen otherwise of one file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Setting {
    /// As the program proposes.
    Proposed,
    /// Tenths as fifths.
    Fifths,
    /// Sixteen ethnic groups.
    Sixteen,
    /// Another confidence level.
    At(Level),
    /// Only this threshold of waits.
    Only(u32),
    /// One threshold more.
    Also(u32),
}

/// One question to one file.
pub(crate) struct Question {
    outline: Outline,
    pub(crate) plan: Plan,
    source: Source,
}

impl Question {
    /// The question that the program proposes, with what was chosen otherwise.
    pub(crate) fn of(extract: &Extract, setting: Setting) -> Result<Self, String> {
        let text = extract.written();
        let outline = job::look_text("list.csv", text.as_bytes(), text.len() as u64)
            .map_err(|error| error.to_string())?;
        let sheet = &outline.sheets[outline.first];
        let mut plan = sheet.plan.clone()?;
        if let Outcomes::Flags(many) | Outcomes::Nested(many) = extract.outcomes {
            plan.outcomes.clear();
            plan.indicators.clear();
            for outcome in 0..many {
                let column = extract.outcome(outcome);
                plan.indicators.push(Indicator {
                    id: format!("share-yes-{outcome}"),
                    outcome,
                    ..records::yes_no(&column)
                });
                plan.outcomes.push(Outcome::YesNo {
                    column,
                    answers: Answers::Marks,
                });
            }
        }
        plan.stratifications.clear();
        if let Some(column) = extract.stratified {
            let named = cross::named(sheet, extract.columns[column].name)?;
            cross::set(&mut plan, &named, true);
        }
        match setting {
            Setting::Proposed => {}
            Setting::Fifths => plan.switches.fifths = true,
            Setting::Sixteen => plan.switches.sixteen_ethnic_groups = true,
            Setting::At(level) => plan.level = level,
            Setting::Only(weeks) => {
                let id = format!("waits-over-{weeks}");
                plan.indicators.retain(|indicator| indicator.id == id);
            }
            Setting::Also(weeks) => {
                let mut more = plan.indicators[0].clone();
                more.id = format!("waits-over-{weeks}");
                more.formula = Formula::ShareOver {
                    weeks: f64::from(weeks),
                };
                plan.indicators.push(more);
            }
        }
        let source = sheet.source.clone();
        Ok(Self {
            outline,
            plan,
            source,
        })
    }

    /// What is read of a file of this kind.
    pub(crate) fn read(&self, extract: &Extract) -> Result<Reading, String> {
        let mut job = Job::text(&self.outline, &self.plan);
        job.push(extract.written().as_bytes())
            .map_err(|error| error.to_string())?;
        job.finish().map_err(|error| error.to_string())
    }

    /// What is released of it.
    pub(crate) fn released(&self, reading: &Reading, rule: &'static Rule) -> Released {
        Self::under(&self.plan, reading, rule)
    }

    /// All figures of it by these methods, under any rule.
    pub(crate) fn answered(
        &self,
        reading: &Reading,
        rule: &'static Rule,
        measures: &[String],
    ) -> Answer {
        let plan = Plan {
            measures: measures.to_vec(),
            ..self.plan.clone()
        };
        answer::answer(Self::under(&plan, reading, rule), &self.source)
    }

    fn under(plan: &Plan, reading: &Reading, rule: &'static Rule) -> Released {
        let texts = |id: &str| texts(&reading.tally, id);
        let settled = Settled {
            dimensions: plan
                .divisions
                .iter()
                .map(|division| nhs::dimension(division, &texts(&division.id), &plan.switches))
                .collect(),
            seconds: plan
                .stratifications
                .iter()
                .map(|stratification| nhs::second(stratification, texts, &plan.switches))
                .collect(),
            counted: Vec::new(),
        };
        release::release(plan, &reading.tally, &reading.ledger, &settled, rule, &[])
    }

    /// All that is shown of it.
    pub(crate) fn shown(
        &self,
        reading: &Reading,
        rule: &'static Rule,
        measures: &[String],
    ) -> Shown {
        let plan = Plan {
            rule: rule.id.into(),
            measures: measures.to_vec(),
            ..self.plan.clone()
        };
        flow::show(&plan, reading, &self.source)
    }
}

/// The texts of a column, whatever cut it stands in.
fn texts<'a>(tally: &'a Tally, id: &str) -> Vec<&'a str> {
    let mut texts: Vec<&str> = Vec::new();
    for (columns, cut) in &tally.cuts {
        if let Some(place) = columns.iter().position(|column| column == id) {
            texts.extend(cut.cells.keys().map(|key| key[place].as_str()));
        }
    }
    texts.sort_unstable();
    texts.dedup();
    texts
}
