//! The targets of an indicator, and how far each group is from them.

use crate::answer::Answer;
use crate::answer::section::Section;
use crate::answer::targets::{Aim, aims};
use crate::core::target::Target;
use crate::core::units::Polarity;

use super::figure;
use super::number::{count, with_unit};
use super::page::Table;

/// One table for all targets; none where the indicator has none, or no group has a figure.
pub(super) fn table(release: &Answer, section: &Section) -> Option<Table> {
    let aims = aims(section, release.rule);
    let rows = aims.first().map_or(0, |aim| aim.groups.len());
    if rows == 0 {
        return None;
    }
    let counted = |aim: &Aim| aim.groups.iter().any(|group| group.people.is_some());
    let mut columns = vec![section.dimension.name.clone()];
    for aim in &aims {
        columns.push(format!("Less {}", said(section, aim.target)));
        if counted(aim) {
            let more = match section.indicator.polarity {
                Polarity::MoreIsWorse => "Fewer",
                _ => "More",
            };
            columns.push(format!("{more} people to reach it"));
        }
    }
    let row = |place: usize| {
        let cells = aims.iter().flat_map(|aim| {
            let group = &aim.groups[place];
            let people = counted(aim).then(|| group.people.map_or_else(|| "–".to_owned(), count));
            std::iter::once(figure::value(&group.less_target)).chain(people)
        });
        (aims[0].groups[place].label.to_owned(), cells.collect())
    };
    let direction = match section.indicator.polarity {
        Polarity::MoreIsWorse => "at most",
        Polarity::MoreIsBetter => "at least",
        Polarity::Neutral => "",
    };
    let note = |aim: &Aim| {
        let said = format!("{direction} {}", said(section, aim.target));
        format!("Target: {}. {}.", said.trim(), aim.target.source)
    };
    Some(Table {
        caption: "How far each group is from what is aimed at".to_owned(),
        columns,
        rows: (0..rows).map(row).collect(),
        notes: aims.iter().map(note).collect(),
    })
}

/// "75% (2024/25)".
fn said(section: &Section, target: &Target) -> String {
    let unit = section.indicator.unit;
    let shown = target.value * unit.factor();
    let places = i8::from((shown - shown.round()).abs() > 1e-9);
    format!("{} ({})", with_unit(shown, unit, places), target.year)
}
