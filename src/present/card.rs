//! The method card: everything that must stand beside a figure for it to be used.

use crate::release::Release;
use crate::release::cell::{Figure, Outcome};
use crate::release::section::Section;

use super::divided::{divided, standard};
use super::headline;
use super::number::count;

/// The card of a whole release, as terms and what they are.
///
/// It names indicator, population, period, method, interval, deprivation edition, ethnic grouping,
/// standard population with the ages that it covers, what the groups are divided by a second time,
/// disclosure rule, file, rows used and the version of the program.
pub fn card(release: &Release) -> Vec<(String, String)> {
    let sections = &release.sections;
    let source = &release.source;
    let or_unsaid = |text: &Option<String>| {
        text.clone()
            .unwrap_or_else(|| "not stated by the file".to_owned())
    };
    let term = |name: &str, text: String| (name.to_owned(), text);
    let mut terms = vec![
        term(
            "Indicator",
            distinct(sections, |section| vec![section.indicator.name.clone()]),
        ),
        term(
            "Definition",
            distinct(sections, |section| {
                vec![section.indicator.definition.clone()]
            }),
        ),
        term(
            "Population",
            source.population.clone().unwrap_or_else(|| {
                distinct(sections, |section| {
                    vec![section.indicator.population.clone()]
                })
            }),
        ),
        term(
            "Period",
            or_unsaid(&source.period.as_ref().map(|_| headline::period(release))),
        ),
        term(
            "Groups",
            distinct(sections, |section| vec![section.dimension.name.clone()]),
        ),
        term("Method", distinct(sections, methods)),
        term("Interval", format!("{} confidence", release.plan.level)),
        term("Deprivation edition", edition(sections, &["depriv", "imd"])),
        term("Ethnic grouping", edition(sections, &["ethnic"])),
        term("Standard population", standard(sections)),
        term(
            "Disclosure rule",
            format!("{}. {}", release.rule.name, release.rule.threshold),
        ),
        term("Source of the rule", release.rule.source.to_owned()),
        term("File", file(release)),
        term("Publisher", or_unsaid(&source.publisher)),
        term(
            "Rows used",
            format!(
                "{} of {}",
                count(release.ledger.used),
                count(release.ledger.read)
            ),
        ),
        term(
            "Made with",
            format!("Equal Measure {}", release.app_version),
        ),
    ];
    let standard = terms
        .iter()
        .position(|(name, _)| name == "Standard population");
    let after = standard.map_or(terms.len(), |place| place + 1);
    terms.splice(after..after, divided(sections));
    if !release.plan.filters.is_empty() {
        let kept = release.plan.filters.iter();
        let kept: Vec<String> = kept
            .map(|filter| format!("{}: {}", filter.column, filter.keep.join(", ")))
            .collect();
        terms.insert(5, term("Only rows with", kept.join("; ")));
    }
    if let Some(why) = &source.protected {
        terms.push(term("Looks already protected", why.clone()));
    }
    terms.push(term(
        "Before publishing",
        "Check your organisation's own disclosure policy: it may ask for more than this rule."
            .to_owned(),
    ));
    terms
}

fn file(release: &Release) -> String {
    let source = &release.source;
    let parts = [
        Some(source.file.clone()),
        source
            .sheet
            .as_ref()
            .map(|sheet| format!("sheet “{sheet}”")),
        source.title.clone(),
        source
            .published
            .as_ref()
            .map(|date| format!("published {date}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What the sections say, each once, in order.
pub(super) fn distinct(sections: &[Section], of: impl Fn(&Section) -> Vec<String>) -> String {
    let mut said: Vec<String> = Vec::new();
    for text in sections.iter().flat_map(of) {
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("; ")
}

/// The formula of every kind of figure, each with what it makes.
fn methods(section: &Section) -> Vec<String> {
    let shown = |figure: &&Figure| figure.value.number().is_some();
    let method = |outcome: &Outcome| outcome.as_ref().ok().filter(shown).map(method_of);
    let first = section.contrasts.first();
    let figures = section.groups.iter().find_map(|group| method(&group.value));
    let named = [
        ("figures", method(&section.known.value).or(figures)),
        (
            "difference",
            first.and_then(|first| method(&first.difference)),
        ),
        ("ratio", first.and_then(|first| method(&first.ratio))),
    ];
    named
        .into_iter()
        .filter_map(|(what, method)| method.map(|method| format!("{what}: {method}")))
        .chain(section.measures.iter().filter_map(|measured| {
            let method = method(&measured.figure)?;
            Some(format!("{}: {method}", measured.card.name))
        }))
        .collect()
}

fn method_of(figure: &Figure) -> &'static str {
    figure.method
}

/// The edition of the dimensions whose name has one of the words.
fn edition(sections: &[Section], words: &[&str]) -> String {
    let said = distinct(sections, |section| {
        let name = section.dimension.name.to_lowercase();
        if words.iter().any(|word| name.contains(word)) {
            let edition = section.dimension.edition.clone();
            vec![edition.unwrap_or_else(|| "not stated by the file".to_owned())]
        } else {
            Vec::new()
        }
    });
    if said.is_empty() {
        "not used".to_owned()
    } else {
        said
    }
}
