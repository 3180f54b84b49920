//! Measures of the programme that are known by name, and whether more of each is good.
//!
//! Words of topics and of deeds stand in one name ("Smoking: offered support", "Preterm births"): where they would
//! tell the wrong direction, the measure is named here.

use super::known::KNOWN;
use crate::core::units::Polarity::{self, MoreIsBetter, MoreIsWorse, Neutral};
use crate::nhs::words;

/// Words that all stand in a measure's name, in any order, plurals alike; of several lists that do, the longest
/// tells.
const MEASURES: &[(&str, Polarity)] = &[
    // Long-term conditions: finding and treating them is good.
    ("hypertension treated", MoreIsBetter),
    ("hypertension below threshold", MoreIsBetter),
    ("blood pressure below", MoreIsBetter),
    ("hypertension observed expected", MoreIsBetter),
    ("prevalence observed expected", MoreIsBetter),
    ("observed expected ratio", MoreIsBetter),
    ("diagnosis rate", MoreIsBetter),
    ("dementia diagnosis", MoreIsBetter),
    ("recorded prevalence", Neutral),
    ("anticoagulated", MoreIsBetter),
    ("anticoagulation", MoreIsBetter),
    ("anticoagulant", MoreIsBetter),
    ("lipid therapy", MoreIsBetter),
    ("lipid lowering", MoreIsBetter),
    ("statin", MoreIsBetter),
    ("blood pressure target", MoreIsBetter),
    ("blood pressure controlled", MoreIsBetter),
    ("care process", MoreIsBetter),
    ("treatment target", MoreIsBetter),
    ("prevention programme", MoreIsBetter),
    ("ndpp", MoreIsBetter),
    ("weight management", MoreIsBetter),
    ("structured education", MoreIsBetter),
    // Children and young people.
    ("continuous glucose", MoreIsBetter),
    ("glucose monitor", MoreIsBetter),
    ("glucose monitoring", MoreIsBetter),
    ("cgm", MoreIsBetter),
    ("insulin pump", MoreIsBetter),
    ("specialist nurse", MoreIsBetter),
    ("reliever", MoreIsWorse),
    ("reliever inhaler", MoreIsWorse),
    ("saba", MoreIsWorse),
    ("asthma attack", MoreIsWorse),
    ("asthma review", MoreIsBetter),
    ("asthma action plan", MoreIsBetter),
    ("tooth extraction", MoreIsWorse),
    ("dental extraction", MoreIsWorse),
    ("extraction decay", MoreIsWorse),
    ("decayed", MoreIsWorse),
    ("tooth decay", MoreIsWorse),
    ("mental health access", MoreIsBetter),
    ("mental health contact", MoreIsBetter),
    // Cancer.
    ("stage 1 2", MoreIsBetter),
    ("stage 3 4", MoreIsWorse),
    ("stage 4", MoreIsWorse),
    ("early stage", MoreIsBetter),
    ("early diagnosis", MoreIsBetter),
    ("early diagnosed", MoreIsBetter),
    ("late stage", MoreIsWorse),
    ("faster diagnosis", MoreIsBetter),
    ("62 day", MoreIsBetter),
    ("28 day faster", MoreIsBetter),
    ("emergency presentation", MoreIsWorse),
    // Smoking.
    ("smoking delivery", MoreIsWorse),
    ("smoker offered", MoreIsBetter),
    ("smoking offered", MoreIsBetter),
    ("smoking offer", MoreIsBetter),
    ("smoking cessation", MoreIsBetter),
    ("smoking quit", MoreIsBetter),
    ("smoke free", MoreIsBetter),
    ("tobacco supported", MoreIsBetter),
    ("tobacco dependence service", MoreIsBetter),
    ("smoking status recorded", MoreIsBetter),
    // Maternity.
    ("continuity carer", MoreIsBetter),
    ("before 37 week", MoreIsWorse),
    ("under 37 week", MoreIsWorse),
    ("less 37 week", MoreIsWorse),
    ("37 week", MoreIsWorse),
    ("booked 10 week", MoreIsBetter),
    ("booking 10 week", MoreIsBetter),
    ("caesarean", Neutral),
    ("low apgar", MoreIsWorse),
    ("breast milk", MoreIsBetter),
    // Mental health and learning disability.
    ("talking therapy", MoreIsBetter),
    ("talking therapy wait", MoreIsWorse),
    ("reliable improvement", MoreIsBetter),
    ("reliable recovery", MoreIsBetter),
    ("mental health act", MoreIsWorse),
    ("out area placement", MoreIsWorse),
    ("physical health check", MoreIsBetter),
    ("six check", MoreIsBetter),
    ("learning disability inpatient", MoreIsWorse),
    ("inpatient rate", MoreIsWorse),
    // Urgent and planned care.
    ("4 hour", MoreIsBetter),
    ("four hour", MoreIsBetter),
    ("12 hour wait", MoreIsWorse),
    ("emergency attendance", MoreIsWorse),
    ("a and e attendance", MoreIsWorse),
    ("accident attendance", MoreIsWorse),
    ("did wait", MoreIsWorse),
    ("left before seen", MoreIsWorse),
    ("response time", MoreIsWorse),
    ("length stay", MoreIsWorse),
    ("elective activity", MoreIsBetter),
    ("elective recovery", MoreIsBetter),
    ("pre pandemic", MoreIsBetter),
    ("elective admission", Neutral),
    ("elective spell", Neutral),
    ("outpatient attendance", Neutral),
    ("virtual", Neutral),
    ("video", Neutral),
    ("telephone", Neutral),
    ("face face", Neutral),
    ("referral rate", Neutral),
    ("waiting list size", MoreIsWorse),
    ("waiting time recorded", MoreIsBetter),
    // Quality of data.
    ("ethnicity recorded", MoreIsBetter),
    ("ethnicity valid", MoreIsBetter),
    ("ethnic valid", MoreIsBetter),
    ("ethnic recorded", MoreIsBetter),
    ("ethnic completeness", MoreIsBetter),
    ("any other", Neutral),
    // People who work there, and where they live.
    ("appointed shortlisting", MoreIsBetter),
    ("equal opportunity", MoreIsBetter),
    ("formal disciplinary", MoreIsWorse),
    ("living core20", Neutral),
    // Outcomes frameworks.
    ("potential year life lost", MoreIsWorse),
    ("year life lost", MoreIsWorse),
    ("living alone", Neutral),
    ("quality life", MoreIsBetter),
    ("poor experience", MoreIsWorse),
    ("experience", MoreIsBetter),
    ("feel supported", MoreIsBetter),
    ("people feel supported", MoreIsBetter),
    ("long term condition supported", MoreIsBetter),
    ("physically active", MoreIsBetter),
    ("workforce capita", Neutral),
    ("spend capita", Neutral),
];

/// Words that turn a name into its opposite.
pub(super) const NEGATED: [&str; 14] = [
    "not",
    "no",
    "non",
    "without",
    "missed",
    "declined",
    "refused",
    "breach",
    "breached",
    "breache",
    "untreated",
    "unmet",
    "never",
    "uncontrolled",
];

/// The direction of a measure of this name (lower case, with single spaces), where it is known: those that the app
/// makes itself first.
pub(super) fn find(said: &str) -> Option<Polarity> {
    let by_name = |name: &str| words::plain(name) == said;
    if let Some(known) = KNOWN
        .iter()
        .find(|known| by_name(known.name) || by_name(known.id))
    {
        return Some(known.polarity);
    }
    let words: Vec<&str> = said.split(' ').map(singular).collect();
    let has = |wanted: &str| {
        wanted
            .split(' ')
            .all(|word| words.contains(&singular(word)))
    };
    let fitting = MEASURES.iter().filter(|(wanted, _)| has(wanted));
    let longest = fitting.max_by_key(|(wanted, _)| wanted.split(' ').count());
    let negated = words.iter().any(|word| NEGATED.contains(word));
    longest.filter(|_| !negated).map(|(_, polarity)| *polarity)
}

/// A word without the s of a plural; "therapies" is "therapy".
fn singular(word: &str) -> &str {
    match word {
        "therapies" => "therapy",
        "opportunities" => "opportunity",
        _ if word.len() > 3 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
            word.strip_suffix('s').unwrap_or(word)
        }
        _ => word,
    }
}
