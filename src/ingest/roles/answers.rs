//! Whether a yes or no says what happened to people, or who they are.

use super::facts::Facts;

/// Outcomes that are a yes or a no, by words of the name.
const OUTCOMES: &str = "dna attended breach breached died death dead deceased mortality readmitted readmission \
 emergency vaccinated vaccination vaccine immunised screened uptake outcome event admitted \
 admission controlled treated completed cancelled cancellation late over within seen target \
 met achieved received missed sba dtp3 dose1 dose2 dose3 booster breastfed preterm stillbirth \
 quit recovered offered invited responded referred reviewed check harm complication infection \
 waiting long overdue checked measured prescribed diagnosed early wait lwbs conveyed return \
 reattended reattendance nno discharged uncontrolled 4hr 4hour 12hr four hours hba1c smear \
 fit bowel mammogram";

/// Flags of a group of people, by words of the name: PLUS groups and conditions.
const GROUPS: &str = "learning ld autism autistic carer veteran homeless homelessness asylum refugee interpreter \
 smi pregnant care housebound rural urban coastal traveller prison frailty frail dementia \
 diabetes diabetic copd disability disabled plus core20 lgbt religion language english \
 sexworker armed forces migrant looked leaver hypertension asthma ckd chd cancer obese smoker \
 vulnerable safeguarding inclusion gypsy translator hearing sight deaf blind wheelchair \
 digital excluded benefits unemployed drug alcohol substance depression mental";

/// Whether a yes-or-no column is an outcome (`true`) or a flag of a group (`false`), by its name.
pub(super) fn is_outcome(facts: &Facts) -> Option<bool> {
    let any = |list: &str| {
        let mut words = facts.said.split(' ');
        words.any(|word| list.split(' ').any(|other| root(other) == root(word)))
    };
    match (any(OUTCOMES), any(GROUPS)) {
        // "care plan reviewed" is an outcome; "seen by carer" too: what was done comes first.
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// A word without its ending: "checks", "checked" and "check" have one root, "complete" and "completed" too.
fn root(word: &str) -> &str {
    const ENDINGS: [&str; 4] = ["ed", "es", "s", "e"];
    let cut = |ending: &&str| word.strip_suffix(*ending).filter(|root| root.len() >= 4);
    ENDINGS.iter().find_map(cut).unwrap_or(word)
}
