//! What a file cannot give, in one short list in the place of empty charts and tables.

use crate::answer::Answer;
use crate::answer::section::Section;
use crate::core::refusal::Refusal;

use super::number::lowered;
use super::page::Block;
use super::side::{capital, in_list};

/// The one reason why no group of a section has a figure, where that is so.
pub(super) fn reason(section: &Section) -> Option<&Refusal> {
    let mut reasons = section
        .groups
        .iter()
        .map(|group| group.value.as_ref().err());
    let first = reasons.next().flatten()?;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

/// Whether an indicator has no figure by any dimension.
pub(super) fn everywhere(release: &Answer, section: &Section) -> bool {
    release
        .sections
        .iter()
        .filter(|other| other.indicator.id == section.indicator.id)
        .all(|other| reason(other).is_some() || other.groups.is_empty())
}

/// A heading of `level` and a sentence for each reason, naming all indicators that it is about.
pub(super) fn blocks(sections: &[&Section], level: u8) -> Vec<Block> {
    let mut said: Vec<(&Refusal, Vec<&str>)> = Vec::new();
    for section in sections {
        let Some(why) = reason(section) else { continue };
        let name = section.indicator.name.as_str();
        match said.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => said.push((why, vec![name])),
        }
    }
    if said.is_empty() {
        return Vec::new();
    }
    let heading = match said.as_slice() {
        [(_, names)] if names.len() == 1 && level > 2 => names[0].to_owned(),
        _ => "What this file cannot give".to_owned(),
    };
    let sentences = said.iter().map(|(why, names)| {
        let names = listed(names);
        Block::Text(match why {
            Refusal::NeedsData { what } => format!("{names}: the file would need {what}."),
            other => format!("{names}: {}", lowered(&other.to_string())),
        })
    });
    std::iter::once(Block::Heading(level, heading))
        .chain(sentences)
        .collect()
}

/// "Median wait", "Median wait and mean wait", with a capital.
pub(super) fn listed(names: &[&str]) -> String {
    let small: Vec<String> = names.iter().map(|name| lowered(name)).collect();
    capital(&match small.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    })
}

/// One sentence for all that has no figure for the same reason: each a name and the reason.
pub(super) fn not_given(refused: &[(String, String)]) -> Vec<String> {
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, reason) in refused {
        match said.iter_mut().find(|(why, _)| why == reason) {
            Some((_, names)) => names.push(name),
            None => said.push((reason, vec![name])),
        }
    }
    said.into_iter()
        .map(|(why, names)| {
            let names: Vec<String> = names.into_iter().map(in_list).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!(
                "Not given: {}. {why} Nothing can be concluded from this, neither a gap nor equality.",
                lowered(&listed(&names))
            )
        })
        .collect()
}
