//! Whether more of something is good for people, told from its name.
//!
//! A distance between groups comes first, whatever it is a distance in; then measures that are known by name; then
//! what befalls people or is left undone; then waits and what is done for people; and last what they live with. So
//! "Hypertension: treated to threshold" is good though hypertension is not, and "Missed appointments" is bad though
//! appointments are not. A name that says none of these is neutral.

use super::named;
use super::spelled::{apart, signs_said};
use crate::core::units::Polarity;
use crate::nhs::words;

/// A distance between groups: less of it is better.
const GAPS: &[&str] = &[
    "inequality",
    "inequalities",
    "inequity",
    "inequities",
    "gap",
    "gaps",
    "disparity",
    "disparities",
    "slope index",
    "sii",
    "relative index",
    "rii",
    "concentration index",
    "index of dissimilarity",
    "difference between most and least",
];

/// What befalls people, or is left undone.
const HARMS: &[&str] = &[
    "dna",
    "dnas",
    "did not",
    "do not",
    "was not",
    "were not",
    "not attended",
    "not attending",
    "not brought",
    "not seen",
    "not completed",
    "not treated",
    "not screened",
    "not offered",
    "not reviewed",
    "not recorded",
    "not stated",
    "not known",
    "not controlled",
    "not achieved",
    "not met",
    "not vaccinated",
    "not immunised",
    "non attendance",
    "no show",
    "unvaccinated",
    "unscreened",
    "untreated",
    "undiagnosed",
    "uncontrolled",
    "unmet",
    "unplanned",
    "unsatisfied",
    "dissatisfied",
    "dissatisfaction",
    "declined",
    "refused",
    "rejected",
    "missed",
    "missing",
    "breach",
    "breached",
    "breaches",
    "death",
    "deaths",
    "died",
    "mortality",
    "fatality",
    "fatalities",
    "life lost",
    "suicide",
    "stillbirth",
    "stillbirths",
    "emergency",
    "readmission",
    "readmissions",
    "readmitted",
    "reattendance",
    "reattended",
    "cancelled",
    "cancellation",
    "cancellations",
    "late",
    "delay",
    "delays",
    "delayed",
    "overdue",
    "lost",
    "harm",
    "harms",
    "self harm",
    "harassment",
    "bullying",
    "discrimination",
    "violence",
    "abuse",
    "complaint",
    "complaints",
    "complication",
    "complications",
    "infection",
    "infections",
    "injury",
    "injuries",
    "falls",
    "fracture",
    "fractures",
    "restraint",
    "restraints",
    "restrictive",
    "seclusion",
    "detention",
    "detentions",
    "detained",
    "preterm",
    "premature",
    "low birth weight",
    "low birthweight",
    "teenage",
    "drop off",
    "dropped out",
    "sickness absence",
    "vacancy",
    "vacancies",
    "turnover",
    "disciplinary",
];

/// Time that passes for nothing, unless the name says within how much.
const WAITS: &[&str] = &["wait", "waits", "waited", "waiting", "backlog"];

/// What is done for people, or goes well for them.
const GOODS: &[&str] = &[
    "vaccinated",
    "vaccination",
    "vaccinations",
    "vaccine",
    "immunised",
    "immunisation",
    "immunisations",
    "dose",
    "doses",
    "booster",
    "mmr",
    "coverage",
    "uptake",
    "screened",
    "screening",
    "within target",
    "seen within",
    "treated",
    "treatment target",
    "treatment targets",
    "to target",
    "to threshold",
    "life expectancy",
    "healthy life",
    "le",
    "hle",
    "lifeexp",
    "attended",
    "attendance",
    "completed",
    "completeness",
    "recovered",
    "recovery",
    "improvement",
    "improved",
    "early diagnosis",
    "diagnosed early",
    "stage 1 or 2",
    "stages 1 and 2",
    "stage 1 and 2",
    "stage i or ii",
    "controlled",
    "breastfed",
    "breastfeeding",
    "satisfied",
    "satisfaction",
    "good experience",
    "positive experience",
    "recommend",
    "engagement",
    "access",
    "check",
    "checks",
    "checked",
    "care processes",
    "survival",
    "survived",
    "births attended",
    "skilled health",
    "care plan",
    "care plans",
    "annual review",
    "annual reviews",
    "quit",
    "quits",
    "quitter",
    "quitters",
    "received support",
    "reviewed",
    "at target",
    "good health",
    "up to date",
    "sba",
    "dtp3",
    "personalised",
    "offered",
    "invited",
    "accepted",
    "referred",
    "supported",
    "seen",
    "achieved",
    "met",
    "continuity of carer",
    "continuity of care",
    "appointed",
    "employment",
    "in work",
    "physically active",
    "active adults",
    "school readiness",
    "school ready",
];

/// Who is known to have something: good where it was found, bad where it came about.
const FOUND: &[&str] = &[
    "register",
    "registers",
    "registered",
    "recorded",
    "expected",
];

/// What people live with, or have come to: bad where nothing is said to be done about it.
const LIVED_WITH: &[&str] = &[
    "admission",
    "admissions",
    "admitted",
    "obesity",
    "obese",
    "overweight",
    "smoking",
    "smoker",
    "smokers",
    "inactive",
    "unhealthy",
    "prevalence",
    "incidence",
    "hypertension",
    "diabetes",
    "stroke",
    "depression",
    "anxiety",
    "loneliness",
    "poor",
    "poverty",
    "unemployment",
    "unemployed",
    "homeless",
    "homelessness",
    "deprived",
    "drop",
];

/// The polarity that a name tells, or neutral.
///
/// ```
/// use equal_measure::core::units::Polarity;
/// use equal_measure::nhs::indicators::polarity::of;
/// assert_eq!(of("Vaccinated at 22 Jun 2022"), Polarity::MoreIsBetter);
/// assert_eq!(of("DNA"), Polarity::MoreIsWorse);
/// assert_eq!(of("Hypertension: treated to threshold"), Polarity::MoreIsBetter);
/// assert_eq!(of("Inequality in life expectancy"), Polarity::MoreIsWorse);
/// assert_eq!(of("Patients spending >4 hours from decision to admit to admission"), Polarity::MoreIsWorse);
/// assert_eq!(of("PatientsWaitingOver4Hours"), Polarity::MoreIsWorse);
/// assert_eq!(of("flag 7"), Polarity::Neutral);
/// ```
pub fn of(name: &str) -> Polarity {
    match of_words(&words::plain(&signs_said(name))) {
        // Words that are run together are told apart only where they say nothing as they stand: "DTP3" is one word.
        Polarity::Neutral => of_words(&words::plain(&signs_said(&apart(name)))),
        told => told,
    }
}

fn of_words(said: &str) -> Polarity {
    use Polarity::{MoreIsBetter, MoreIsWorse, Neutral};
    let padded = format!(" {said} ");
    let has = |list: &[&str]| {
        list.iter()
            .any(|word| padded.contains(&format!(" {word} ")))
    };
    if has(GAPS) {
        return MoreIsWorse;
    }
    let time = time_taken(said);
    if time == Some(MoreIsWorse) {
        return MoreIsWorse;
    }
    if let Some(known) = named::find(said) {
        return known;
    }
    let negated = || said.split(' ').any(|word| named::NEGATED.contains(&word));
    if has(HARMS) || has(GOODS) && negated() {
        return MoreIsWorse;
    }
    let tiers = [
        (WAITS, MoreIsWorse),
        (GOODS, MoreIsBetter),
        (FOUND, Neutral),
        (LIVED_WITH, MoreIsWorse),
    ];
    let told = tiers.into_iter().find(|(list, _)| has(list));
    time.or(told.map(|(_, polarity)| polarity))
        .unwrap_or(Neutral)
}

/// What a time that something took says: within so many days is good, over so many is bad. The weeks of a pregnancy
/// are no time that something took.
fn time_taken(said: &str) -> Option<Polarity> {
    const TIMES: [&str; 16] = [
        "week", "weeks", "wk", "wks", "day", "days", "hour", "hours", "hr", "hrs", "minute",
        "minutes", "min", "mins", "month", "months",
    ];
    const PREGNANCY: [&str; 12] = [
        "birth",
        "births",
        "born",
        "gestation",
        "preterm",
        "baby",
        "babies",
        "pregnant",
        "pregnancy",
        "pregnancies",
        "delivered",
        "deliveries",
    ];
    let words: Vec<&str> = said.split(' ').collect();
    if words.iter().any(|word| PREGNANCY.contains(word)) {
        return None;
    }
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let times = |at: usize| words.get(at).is_some_and(|word| TIMES.contains(word));
    let open = |at: usize| matches!(words.get(at), Some(&("and" | "plus"))) && times(at + 1);
    let numbers = || (0..words.len()).filter(|&at| is_number(words[at]));
    // "52+ weeks" is read as "52 and weeks".
    if numbers().any(|at| open(at + 1)) {
        return Some(Polarity::MoreIsWorse);
    }
    for at in numbers().filter(|at| times(at + 1)) {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at]);
        let after = |on: usize| words.get(at + 1 + on).copied().unwrap_or_default();
        match (before(1), before(2), after(1), after(2)) {
            ("over", ..)
            | ("than", "more" | "longer", ..)
            | (_, _, "plus", _)
            | (_, _, "or" | "and", "more" | "over" | "longer") => {
                return Some(Polarity::MoreIsWorse);
            }
            ("within" | "under", ..)
            | ("to", "up", ..)
            | ("than", "less", ..)
            | (_, _, "or", "less" | "under") => {
                return Some(Polarity::MoreIsBetter);
            }
            _ => {}
        }
    }
    None
}
