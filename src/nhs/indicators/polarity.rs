//! Whether more of something is good for people, told from its name.

use crate::core::units::Polarity;
use crate::nhs::words;

/// Words that tell that more is worse. They are looked for first: "missed appointments" and "late
/// diagnosis" hold words that are good by themselves.
const WORSE: &[&str] = &[
    "dna",
    "dnas",
    "did not attend",
    "not attended",
    "not seen",
    "not completed",
    "declined",
    "refused",
    "no show",
    "was not brought",
    "missed",
    "over 18 weeks",
    "over 52 weeks",
    "breach",
    "death",
    "deaths",
    "died",
    "mortality",
    "emergency",
    "readmission",
    "readmitted",
    "wait",
    "waits",
    "waiting",
    "cancelled",
    "cancellation",
    "late",
    "delay",
    "delayed",
    "obesity",
    "obese",
    "overweight",
    "smoking",
    "smoker",
    "smokers",
    "suicide",
    "harm",
    "stillbirth",
    "stillbirths",
    "preterm",
    "premature",
    "low birth weight",
    "unhealthy",
    "prevalence",
    "hypertension",
    "diabetes",
    "stroke",
    "cancer incidence",
    "admission",
    "admissions",
    "admitted",
    "lost",
    "injury",
    "falls",
    "unvaccinated",
    "not vaccinated",
    "uncontrolled",
    "drop",
    "complication",
    "infection",
    "pregnancy under 18",
    "teenage",
    "depression",
    "anxiety",
    "self harm",
    "poor",
    "deprived",
];

/// Words that tell that more is better.
const BETTER: &[&str] = &[
    "vaccinated",
    "vaccination",
    "vaccine",
    "immunised",
    "immunisation",
    "dose",
    "coverage",
    "uptake",
    "screened",
    "screening",
    "within 18 weeks",
    "seen within",
    "within target",
    "treated",
    "life expectancy",
    "healthy life",
    "le",
    "hle",
    "lifeexp",
    "attended",
    "attendance",
    "completed",
    "recovered",
    "recovery",
    "early diagnosis",
    "diagnosed early",
    "controlled",
    "breastfed",
    "breastfeeding",
    "satisfied",
    "satisfaction",
    "access",
    "health check",
    "health checks",
    "survival",
    "survived",
    "births attended",
    "skilled health",
    "care plan",
    "annual review",
    "quit",
    "sba",
    "dtp3",
    "personalised",
    "offered",
    "invited",
    "accepted",
    "seen",
    "achieved",
    "met",
];

/// The polarity that a name tells, or neutral.
///
/// ```
/// use equal_measure::core::units::Polarity;
/// use equal_measure::nhs::indicators::polarity::of;
/// assert_eq!(of("Vaccinated at 22 Jun 2022"), Polarity::MoreIsBetter);
/// assert_eq!(of("DNA"), Polarity::MoreIsWorse);
/// assert_eq!(of("flag 7"), Polarity::Neutral);
/// ```
pub fn of(name: &str) -> Polarity {
    let said = format!(" {} ", words::plain(name));
    let has = |list: &[&str]| list.iter().any(|word| said.contains(&format!(" {word} ")));
    if has(WORSE) {
        Polarity::MoreIsWorse
    } else if has(BETTER) {
        Polarity::MoreIsBetter
    } else {
        Polarity::Neutral
    }
}
