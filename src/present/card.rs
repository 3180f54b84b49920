//! The method card: everything that must stand beside a figure for it to be used.

use crate::answer::Answer;
use crate::answer::cell::{Figure, Outcome};
use crate::answer::section::Section;
use crate::core::dimension::{Status, Subject};
use crate::core::plan::{Filter, Keep};
use crate::nhs::words;

use super::divided::{divided, standard};
use super::headline;
use super::number::count;
pub use super::term::Term;
use super::term::distinct;

/// Said where the file does not say it.
const UNSAID: &str = "not stated by the file";

impl Term {
    /// Its name as printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Indicator => "Indicator",
            Self::Definition => "Definition",
            Self::Population => "Population",
            Self::Period => "Period",
            Self::Groups => "Groups",
            Self::Filters => "Only rows with",
            Self::Method => "Method",
            Self::Interval => "Interval",
            Self::DeprivationEdition => "Deprivation edition",
            Self::EthnicGrouping => "Ethnic grouping",
            Self::StandardPopulation => "Standard population",
            Self::SecondDivision => "Divided a second time by",
            Self::PeriodsCompared => "Periods compared",
            Self::Rule => "Disclosure rule",
            Self::RuleSource => "Source of the rule",
            Self::File => "File",
            Self::Publisher => "Publisher",
            Self::RowsUsed => "Rows used",
            Self::MadeWith => "Made with",
            Self::Protected => "Looks already protected",
            Self::BeforePublishing => "Before publishing",
        }
    }
}

/// The card of a whole release, as terms and what they are.
///
/// It names indicator, population, period, method, interval, deprivation edition, ethnic grouping,
/// standard population with the ages that it covers, what the groups are divided by a second time,
/// disclosure rule, file, rows used and the version of the program.
pub fn card(release: &Answer) -> Vec<(Term, String)> {
    let sections = &release.sections;
    let source = &release.source;
    let or_unsaid = |text: Option<String>| text.unwrap_or_else(|| UNSAID.to_owned());
    let each = |of: fn(&Section) -> String| distinct(sections, |section| vec![of(section)]);
    let population = source.population.clone();
    let mut terms = vec![
        (
            Term::Indicator,
            each(|section| section.indicator.name.clone()),
        ),
        (
            Term::Definition,
            each(|section| section.indicator.definition.clone()),
        ),
        (
            Term::Population,
            population.unwrap_or_else(|| each(|section| section.indicator.population.clone())),
        ),
        (
            Term::Period,
            or_unsaid(source.period.as_ref().map(|_| headline::period(release))),
        ),
        (Term::Groups, each(|section| section.dimension.name.clone())),
    ];
    terms.extend(filters(release).map(|kept| (Term::Filters, kept)));
    terms.extend([
        (Term::Method, distinct(sections, methods)),
        (Term::Interval, format!("{} confidence", release.plan.level)),
        (
            Term::DeprivationEdition,
            edition(sections, Subject::Deprivation),
        ),
        (Term::EthnicGrouping, edition(sections, Subject::Ethnicity)),
        (Term::StandardPopulation, standard(sections)),
    ]);
    terms.extend(divided(sections));
    terms.extend([
        (
            Term::Rule,
            format!("{}. {}", release.rule.name, release.rule.threshold),
        ),
        (Term::RuleSource, release.rule.source.to_owned()),
        (Term::File, file(release)),
        (Term::Publisher, or_unsaid(source.publisher.clone())),
        (
            Term::RowsUsed,
            match release.ledger.read.number() {
                Some(_) => format!(
                    "{} of {}",
                    count(release.ledger.used),
                    count(release.ledger.read)
                ),
                None => count(release.ledger.used),
            },
        ),
        (
            Term::MadeWith,
            format!("Equal Measure {}", release.app_version),
        ),
    ]);
    terms.extend(source.protected.clone().map(|why| (Term::Protected, why)));
    terms.push((
        Term::BeforePublishing,
        "Check your organisation's own disclosure policy: it may ask for more than this rule."
            .to_owned(),
    ));
    terms
}

/// Which rows are left, where there are filters.
fn filters(release: &Answer) -> Option<String> {
    let kept = release.plan.filters.iter();
    let kept: Vec<String> = kept
        .map(|filter| format!("{}: {}", filter.column, in_words(&filter.keep)))
        .collect();
    (!kept.is_empty()).then(|| kept.join("; "))
}

/// What a filter keeps, unless it keeps the rows that stand for everyone.
pub(super) fn narrowed(filter: &Filter) -> Option<String> {
    let texts = filter.keep.texts();
    let total = |text: &String| words::status(text) == Some(Status::Total);
    let everyone = !texts.is_empty() && texts.iter().all(total);
    let left_out = matches!(filter.keep, Keep::Without(_));
    (!everyone && !left_out).then(|| format!("{}: {}", filter.column, in_words(&filter.keep)))
}

fn file(release: &Answer) -> String {
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
            Some(format!("{}: {method}", measured.measure.card.name))
        }))
        .collect()
}

fn method_of(figure: &Figure) -> &'static str {
    figure.method
}

/// The edition of the dimensions about a subject.
fn edition(sections: &[Section], subject: Subject) -> String {
    let said = distinct(sections, |section| {
        let dimension = Some(&section.dimension).filter(|one| one.subject == subject);
        let edition = dimension.map(|one| one.edition.clone());
        let said = edition.map(|edition| edition.unwrap_or_else(|| UNSAID.to_owned()));
        said.into_iter().collect()
    });
    if said.is_empty() {
        "not used".to_owned()
    } else {
        said
    }
}

/// What a filter keeps, in words.
fn in_words(keep: &Keep) -> String {
    let between = |from: Option<String>, to: Option<String>| match (from, to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("{from} and over"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "all".to_owned(),
    };
    let day = |day: &u32| format!("{}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100);
    match keep {
        Keep::Texts(texts) => texts.join(", "),
        Keep::Without(texts) => format!("all but {}", texts.join(", ")),
        Keep::Ages { from, to } => {
            let ages = between(Some(from.to_string()), to.map(|to| to.to_string()));
            format!("ages {ages}")
        }
        Keep::Numbers { from, to } => between(
            from.map(|from| from.to_string()),
            to.map(|to| to.to_string()),
        ),
        Keep::Dates {
            from: Some(from),
            to: None,
        } => format!("from {}", day(from)),
        Keep::Dates { from, to } => between(from.as_ref().map(day), to.as_ref().map(day)),
    }
}
