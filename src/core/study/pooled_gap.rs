//! The gap between the two sides once each stratum is compared within itself (Mantel and Haenszel).
//!
//! The method text is that of `measure::two_groups::mantel_haenszel`.

use super::{Column, Drawn, Entry, Evidence, Findings, Found, Needs, Row, Rows, Study};
use crate::core::group::{Group, Kind};
use crate::core::measure::two_groups::{difference, mantel_haenszel, ratio};
use crate::core::measure::{Basis, MeasureUnit, Null};
use crate::core::refusal::Refusal;
use crate::core::units::Unit;

pub(super) const STUDY: Study = Study {
    id: "pooled-gap",
    name: "Gap within each stratum, pooled",
    needs: Needs::Strata,
    basis: Basis::Exact,
    recommended: true,
    once: false,
    source: include_str!("../measure/two_groups/mantel_haenszel.rs"),
    run,
};

fn run(evidence: &Evidence) -> Result<Findings, Refusal> {
    let crossed = evidence.crossed()?;
    let sides = evidence.sides()?;
    if evidence.groups.kind != Kind::Share {
        return Err(Refusal::NeedsData {
            what: "counts of people with and without the outcome".to_owned(),
        });
    }
    let level = evidence.groups.level;
    let counts = |group: &Option<Group>| group.as_ref().and_then(|group| group.counts);
    let strata: Vec<_> = crossed
        .worse_off
        .iter()
        .zip(&crossed.better_off)
        .filter_map(|(first, second)| Some((counts(first)?, counts(second)?)))
        .collect();
    if strata.is_empty() {
        return Err(Refusal::Missing {
            what: "stratum with people on both sides",
        });
    }
    let plain = sides.worse_off.counts.zip(sides.better_off.counts);
    let plain = plain.ok_or(Refusal::Missing { what: "counts" });
    let within = |what: &str| format!("{what} within each part of {}, pooled", crossed.name);
    let by = crossed.name.to_lowercase();
    let groups = [&sides.worse_off_groups[..], &sides.better_off_groups].concat();
    let found = |name, result, unit, null| Found {
        name,
        result,
        unit,
        null: Null::At(null),
        groups: groups.clone(),
    };
    let pooled = [
        mantel_haenszel::difference(&strata, level),
        mantel_haenszel::ratio(&strata, level),
    ];
    let crude = [
        plain
            .clone()
            .and_then(|(one, other)| difference::of_shares(one, other, level)),
        plain.and_then(|(one, other)| ratio::of_shares(one, other, level)),
    ];
    let row = |label: &str, [difference, ratio]: [Result<_, Refusal>; 2]| Row {
        label: label.to_owned(),
        cells: vec![Entry::Figure(difference), Entry::Figure(ratio)],
        group: None,
    };
    let column = |name: &str, unit| Column {
        name: name.to_owned(),
        unit,
    };
    let [difference, ratio] = pooled.clone();
    let ratio_unit = MeasureUnit::Own(Unit::Ratio);
    Ok(Findings {
        figures: vec![
            found(
                within("Difference"),
                difference,
                MeasureUnit::Difference,
                0.0,
            ),
            found(within("Ratio"), ratio, ratio_unit, 1.0),
        ],
        tables: vec![Rows {
            caption: format!("The gap as it stands, and within each part of {by}"),
            of: "Compared".to_owned(),
            columns: vec![
                column("Difference", MeasureUnit::Difference),
                column("Ratio", ratio_unit),
            ],
            rows: vec![
                row("As it stands", crude),
                row(&format!("Within {by}"), pooled),
            ],
            drawn: Drawn::Not,
        }],
        notes: Vec::new(),
    })
}
