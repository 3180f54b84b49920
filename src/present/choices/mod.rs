//! What can be chosen to be measured: every measure and analysis with what it says and whether it fits, and
//! the forms of the slope. The screen shows these texts and adds none.

mod analyses;

pub use analyses::Further;

use crate::answer::Answer;
use crate::answer::section::{Offer, Section};
use crate::core::measure::{Basis, Complexity, Line, Measure, Ordering, Scale, all};
use crate::core::plan::Slope;
use crate::core::refusal::Refusal;

use super::number::lowered;
use super::{advice, headline};

/// The choice of measures and analyses for a release.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What the recommended measures are, and why, as sentences.
    pub recommended: String,
    /// The ids of the recommended measures and analyses that fit, to start choosing from.
    pub start: Vec<String>,
    /// The measures and analyses that fit, by kind.
    pub shelves: Vec<Shelf>,
    /// What fits nowhere, by name with the reason, and what to do about it where something can be done.
    pub refused: Vec<(String, String)>,
    /// The forms of the slope; empty where no groups have an order.
    pub forms: Vec<Form>,
}

/// Measures or analyses of one kind that fit.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// What kind.
    pub heading: &'static str,
    /// The measures in the order of showing.
    pub measures: Vec<Method>,
}

impl Shelf {
    /// What kind, and how many are chosen of how many.
    pub fn title(&self) -> String {
        let chosen = self.measures.iter().filter(|measure| measure.chosen);
        format!(
            "{}: {} of {} chosen",
            self.heading,
            chosen.count(),
            self.measures.len()
        )
    }
}

/// A measure or analysis that fits.
#[derive(Clone, Debug)]
pub struct Method {
    /// The id as plans name it.
    pub id: String,
    /// Its name.
    pub name: &'static str,
    /// What it says, and what kind of figure it is.
    pub hint: String,
    /// Whether it is recommended.
    pub recommended: bool,
    /// Whether the plan names it.
    pub chosen: bool,
}

/// A form of the slope and the relative index.
#[derive(Clone, Debug)]
pub struct Form {
    /// The form.
    pub slope: Slope,
    /// A stable name.
    pub id: &'static str,
    /// Its name as shown.
    pub name: &'static str,
    /// When to use it; and why it cannot be made of these data, where it cannot.
    pub hint: String,
}

const SHELVES: [&str; 4] = [
    "Two groups (simple measures)",
    "Waits, person by person (simple measures)",
    "Groups in order (complex measures)",
    "All groups (complex measures)",
];

/// Name, words and when to use each form.
const FORMS: [(Slope, &str, &str, &str); 5] = [
    (
        Slope::Linear,
        "linear",
        "Linear",
        "A straight line through the groups, for most data. Its interval says how surely the groups' own \
         figures are known.",
    ),
    (
        Slope::Logarithmic,
        "logarithmic",
        "Logarithmic",
        "A straight line through the logarithms: for rates, which fall by a part of themselves and never \
         below zero.",
    ),
    (
        Slope::Logit,
        "logit",
        "Logit",
        "A curve that stays between 0% and 100%: for shares of people, above all near either end.",
    ),
    (
        Slope::Robust,
        "robust",
        "Linear, robust interval",
        "The straight line, with an interval from how far the groups lie from it (HC1): where the line \
         may not fit, or the groups' own intervals are not known.",
    ),
    (
        Slope::Simulated,
        "simulated",
        "Linear, simulated interval",
        "The straight line, with the interval that Public Health England's tool makes: to compare with \
         figures made by it.",
    ),
];

/// What can be chosen for a release; nothing where it has no section. `further` are the second ways to
/// divide people that the file offers.
pub fn choices(release: &Answer, further: &[Further]) -> Option<Choices> {
    let first = headline::first(release)?;
    let fitting = fitting(release, first);
    let of_measures = SHELVES
        .into_iter()
        .enumerate()
        .map(|(place, heading)| Shelf {
            heading,
            measures: fitting
                .iter()
                .filter(|(offer, _)| shelf(offer.measure) == place)
                .map(|(_, measure)| measure.clone())
                .collect(),
        });
    let of_measures = of_measures.filter(|shelf| !shelf.measures.is_empty());
    let refused = first
        .offers
        .iter()
        .filter(|offer| is_listed(offer.measure, release.plan.slope))
        .filter(|offer| first_fit(release, offer.measure).is_none())
        .filter_map(|offer| {
            let why = offer.fits.as_ref().err()?;
            Some((offer.measure.card.name.to_owned(), why.to_string()))
        });
    let refused = refused.chain(analyses::refused(release, further));
    Some(Choices {
        recommended: advice::recommended(first) + &analyses::recommended(release),
        start: started(release, &fitting),
        shelves: of_measures
            .chain(analyses::shelves(release, first))
            .collect(),
        refused: refused.collect(),
        forms: forms(release),
    })
}

/// The ids to start choosing from; none where the release has no section.
pub fn start(release: &Answer) -> Vec<String> {
    headline::first(release)
        .map_or_else(Vec::new, |first| started(release, &fitting(release, first)))
}

fn started(release: &Answer, fitting: &[(&Offer, Method)]) -> Vec<String> {
    let recommended = fitting
        .iter()
        .filter(|(offer, _)| offer.recommended && offer.fits.is_ok())
        .map(|(_, measure)| measure.id.clone());
    recommended.chain(analyses::start(release)).collect()
}

fn fitting<'a>(release: &Answer, first: &'a Section) -> Vec<(&'a Offer, Method)> {
    let listed = first
        .offers
        .iter()
        .filter(|offer| is_listed(offer.measure, release.plan.slope));
    listed
        .filter_map(|offer| Some((offer, method(release, first, offer)?)))
        .collect()
}

/// The straight line stands in the list under the name of the form that is chosen in its stead, once.
fn is_listed(measure: &Measure, slope: Slope) -> bool {
    let form = measure.form.map(|(_, form)| form);
    slope == Slope::Linear || form != Some(Slope::Linear)
}

/// The id that plans name a measure by: the slope in the chosen form is "the slope".
fn id(measure: &'static Measure, slope: Slope) -> &'static str {
    let named = all().find(|named| named.in_form(slope).card.id == measure.card.id);
    named.unwrap_or(measure).card.id
}

fn method(release: &Answer, first: &Section, offer: &Offer) -> Option<Method> {
    let measure = offer.measure;
    let card = measure.card;
    let fits = first_fit(release, measure)?;
    let id = id(measure, release.plan.slope);
    let mut hint = format!("{} {}.", about(&card.method_text()), kind(measure));
    if measure.of_every_pair && headline::chosen(first).is_some() {
        hint = format!("{hint} It stands beside every comparison of two sides, chosen or not.");
    }
    if let (true, Some(why)) = (offer.recommended, measure.why) {
        hint = format!("{hint} Recommended here: {why}.");
    }
    if let Err(why) = &offer.fits {
        hint = format!("{hint} {}", elsewhere(first, fits, why));
    }
    let named = release.plan.measures.iter();
    Some(Method {
        name: card.name,
        hint,
        recommended: offer.recommended,
        chosen: named.clone().any(|each| each == id || each == card.id),
        id: id.to_owned(),
    })
}

/// That something fits another section and not the first, and why.
fn elsewhere(here: &Section, there: &Section, why: &Refusal) -> String {
    let [here, there] = [here, there].map(|section| {
        let by = headline::division(section);
        format!("“{}” by {by}", lowered(&section.indicator.name))
    });
    format!(
        "It fits {there}, but not {here}: {}",
        lowered(&why.to_string())
    )
}

/// The first section, the headline's before all others, that a measure fits.
fn first_fit<'a>(release: &'a Answer, measure: &Measure) -> Option<&'a Section> {
    let fits = |section: &&Section| {
        let mut offers = section.offers.iter();
        offers.any(|offer| offer.measure.card.id == measure.card.id && offer.fits.is_ok())
    };
    let first = headline::first(release).filter(fits);
    first.or_else(|| release.sections.iter().find(fits))
}

/// The first sentences of a method text.
fn about(method_text: &str) -> String {
    let lines = method_text.lines().take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

const fn kind(measure: &Measure) -> &'static str {
    match (measure.complexity, measure.scale) {
        (Complexity::Simple, Scale::Absolute) => "Simple, absolute",
        (Complexity::Simple, Scale::Relative) => "Simple, relative",
        (Complexity::Complex, Scale::Absolute) => "Complex, absolute",
        (Complexity::Complex, Scale::Relative) => "Complex, relative",
    }
}

/// The place of a measure's kind in [`SHELVES`].
const fn shelf(measure: &Measure) -> usize {
    match (measure.card.basis, measure.complexity, measure.ordering) {
        (Basis::Values, ..) => 1,
        (_, Complexity::Simple, _) => 0,
        (_, Complexity::Complex, Ordering::Ordered) => 2,
        (_, Complexity::Complex, Ordering::Unordered) => 3,
    }
}

/// The forms of the slope, where a section's groups have an order.
fn forms(release: &Answer) -> Vec<Form> {
    let mut ordered = release
        .sections
        .iter()
        .filter(|section| section.dimension.ordered);
    let Some(first) = ordered.next() else {
        return Vec::new();
    };
    let refusal = |slope: Slope| -> Option<&Refusal> {
        let form = Some((Line::Slope, slope));
        let offer = first
            .offers
            .iter()
            .find(|offer| offer.measure.form == form)?;
        offer.fits.as_ref().err()
    };
    FORMS
        .into_iter()
        .map(|(slope, id, name, when)| {
            let seed = match slope {
                Slope::Simulated => format!(
                    " 100,000 repetitions from seed {}, the same each time; it takes longer.",
                    release.plan.seed
                ),
                _ => String::new(),
            };
            let not = refusal(slope)
                .map_or_else(String::new, |why| format!(" Not for these data: {why}"));
            Form {
                slope,
                id,
                name,
                hint: format!("{when}{seed}{not}"),
            }
        })
        .collect()
}
