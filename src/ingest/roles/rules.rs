//! Column names that the NHS and its neighbours use, and what each is for.

use super::amounts::{is_a_key, is_statistic};
use super::contents as told;
use super::facts::Facts;
use crate::core::plan::Role;

/// What a name says, before the contents are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The role.
    pub role: Role,
    /// The scheme, where the role is to divide people.
    pub scheme: Option<&'static str>,
    /// What the name says, after "the name says".
    pub says: &'static str,
}

const fn rule(role: Role, says: &'static str) -> Rule {
    Rule {
        role,
        scheme: None,
        says,
    }
}

const fn group(scheme: &'static str, says: &'static str) -> Rule {
    Rule {
        role: Role::Dimension,
        scheme: Some(scheme),
        says,
    }
}

/// Whole names (lower case, no spaces or other marks).
const NAMES: &[(&str, Rule)] = &[
    (
        "metric categorytype dimension breakdown category1 metriccategorytypename \
         primarybreakdown inequalitytype categorytypename dimensionname stratifier \
         breakdowntype",
        rule(Role::Breakdown, "which breakdown the row is about"),
    ),
    (
        "group subgroup category metriccategoryname categoryname categoryattribute \
         breakdownvalue subgroupname grouplabel rowlabels primarylevel primaryleveldescription level",
        rule(Role::Group, "the group"),
    ),
    (
        "waitingbands waitingband band waitband weeksband waitingtimeband",
        rule(Role::Band, "waiting bands"),
    ),
    (
        "numerator num events cases deaths observed vaccinated count n noofevents outcomes \
         nominator admissions finalvalue metricvalue numeratorcount",
        rule(Role::Numerator, "a count of events"),
    ),
    (
        "denominator denom denominatorcount den eligible totaleligible population pop \
         listsize registered personyears base numberofpatients totalpopulation populationsize \
         eligiblepopulation registrations register patients expectedpopulation tot total grandtotal allpatients \
         registeredpatients nimspopulation",
        rule(Role::Denominator, "a count of everyone"),
    ),
    (
        "value val estimate obsvalue indicatorvalue le hle lifeexp lifeexpectancy healthylifeexpectancy \
         rate percentage proportion prevalence dsr asr agestandardisedrate crude cruderate \
         standardisedrate percent pct",
        rule(Role::Value, "a value for each group"),
    ),
    (
        "lower lowerci lowercl lci cilb ll lowerci95 lowerci950limit lowerlimit \
         lowerconfidencelimit lower95 lowercl95 cilower lowerci95limit lower950cl ci95lower \
         lcl lowerconfidenceinterval lower95ci",
        rule(Role::Lower, "a lower limit"),
    ),
    (
        "upper upperci uppercl uci ciub ul upperci95 upperci950limit upperlimit \
         upperconfidencelimit upper95 uppercl95 ciupper upperci95limit upper950cl ci95upper \
         ucl upperconfidenceinterval upper95ci",
        rule(Role::Upper, "an upper limit"),
    ),
    (
        "se standarderror stderr std stderror",
        rule(Role::StandardError, "a standard error"),
    ),
    (
        "ethnos ethnicity ethniccategory ethniccategorycode ethnicgroup ethnic ethnicorigin \
         ethraw ethnicitycode ethniccode ethnicgroupcode ethnicityname race",
        group("ethnicity", "ethnic group"),
    ),
    (
        "sex gender sexcode gendercode personstatedgender personstatedgendercode \
         genderidentity genderidentitycode sexid patientsex patientgender sexdescription \
         personphenotypicsex statedgender genderdesc sexdesc",
        group("sex", "sex"),
    ),
    (
        "age ageband agegroup startage admiage ageyears ageatadmission patientage agebands \
         agegrp ageonadmission agerange ageid arrivalage ageatcdsactivitydate ageatarrival \
         agecode agegroupcode ageatreferral ageatevent ageatcensus fiveyearageband ageatindex \
         activage endage",
        group("age", "age"),
    ),
    (
        "code areacode orgcode organisationcode organisationname orgname areaname procode \
         procode3 procodet procode5 sitetret gpprac practicecode practicename provider \
         providercode providername trust trustcode trustname icb icbcode icbname subicb \
         subicbcode region regioncode regionname commissioner commissionercode ccg ccgcode \
         ccgresidence lsoa lsoacode lsoa11 lsoa21 lsoa11cd lsoa21cd msoacode msoaname \
         ltlacode ltlaname geography geocode geographycode geographyname area areatype \
         setting gppractice gppracticecode localauthority lad utla ward site sitecode \
         sitename pcn pcncode pcnname place orglevel organisationtype parentcode parentname \
         country hospital mnemonic siteoftreatment orgtype ladnm ladcd icb24cd \
         localauthoritycode localauthorityname laname lacode nhsregion lsoa11nm lsoa21nm \
         practice organisationcodecodeofprovider subicblocation locality district",
        rule(Role::Organisation, "an organisation or area"),
    ),
    (
        "period date week month quarter year yearid monthid quarterid weekid fyear financialyear weekending weekendingdate \
         timeperiod timeperiodname reportingperiod admidate disdate epistart epiend apptdate \
         arrivaldate eventdate startdate enddate reportingperiodstart reportingperiodend \
         extractdate datefrom dateto timeperiodsortable snapshotdate censusdate reportdate \
         referraldate covidvaccdate admissiondate dischargedate appointmentdate \
         attendancedate monthending activitymonth yearmonth asof asat periodstart periodend \
         fy clockstart clockstartdate rttclockstart clockstopdate decisiontoadmitdate \
         partyear",
        rule(Role::Period, "a date or period"),
    ),
    (
        "weekswaited weekswaiting waitweeks waitingweeks weekswait weeks waitinweeks \
         waitingtimeweeks rttweeks rttweekswaiting currentwaitweeks weekswaitingbr \
         weeksonlist rttwaitweeks waitingtimeinweeks waitwks wkswaiting wkswait wkswaited ww",
        rule(Role::WeeksWaited, "weeks waited"),
    ),
    (
        "dayswaited dayswaiting waitdays waitingdays dayswait waitindays waitingtimedays \
         rttdays currentwaitdays daysonlist rttwaitdays waitingtimeindays elecdur \
         daystotreatment waitdaysrtt dayssincereferral",
        rule(Role::DaysWaited, "days waited"),
    ),
];

/// Columns that are known and not used.
const ASIDE: &str = "weight psu strata subgrouporder favourableindicator ordereddimension indicatorscale \
 referencesubgroup settingaverage flag iso3 source valuenote recenttrend newdata \
 comparedtogoal timeperiodrange indicatorid indicatorabbr indicatorname indicator \
 indicatorcode yearrange valuenoteid denominator2 categorytypeid categoryid countof measure \
 measureid status units rank deprivationlabel diag01 opertn01 admimeth classpat mainspef \
 confidence repetitions valuetype publication comment comments notes note referenceid \
 testdescription issue prioritytypecode sourceofreferral tariff cost";

/// Other ways to divide people that have no scheme of their own.
const PLAIN: &str = "tfc treatmentfunction treatmentfunctionname treatmentfunctioncode tretspef specialty speciality \
 specialtyname service servicename religion preferredlanguage language mainlanguage priority \
 prioritytype disability sexualorientation maritalstatus ruralurban ruralurbanclassification \
 frailtyband tenure education occupation accommodationstatus employmentstatus aedepttype \
 waitinglisttype pathwaytype rttparttype rurality urbanrural bmi housingstatus segment \
 firstatt attendancetype departmenttype acuity careplantype cohort accommodationtype \
 activitytreatmentfunctioncode";

/// Beside "age" in the name of a figure from which ages were taken away, or of one about them.
const AGES_TAKEN_AWAY: [&str; 9] = [
    "standardised",
    "standardized",
    "adjusted",
    "average",
    "mean",
    "median",
    "specific",
    "rate",
    "rates",
];

/// Words for places and bodies, wherever they stand in a name.
const AREAS: [&str; 16] = [
    "lad",
    "utla",
    "alliance",
    "borough",
    "county",
    "council",
    "authority",
    "ward",
    "sector",
    "network",
    "neighbourhood",
    "trust",
    "region",
    "cluster",
    "board",
    "locality",
];

/// What the name alone says, or `None`.
pub fn by_name(facts: &Facts) -> Option<Rule> {
    if let Some(rule) = deprivation(facts) {
        return Some(rule);
    }
    if facts.is_named(ASIDE) {
        return Some(rule(Role::SetAside, "something that is not used"));
    }
    if let Some((_, rule)) = NAMES.iter().find(|(names, _)| facts.is_named(names)) {
        return Some(*rule);
    }
    if facts.is_named(PLAIN) {
        return Some(group("plain", "a way to divide people"));
    }
    if is_a_key(facts) {
        return Some(rule(
            Role::SetAside,
            "a key of something, which is no amount",
        ));
    }
    by_words(facts)
}

fn deprivation(facts: &Facts) -> Option<Rule> {
    let has = |word: &str| facts.said.contains(word);
    let squeezed: String = facts.said.split(' ').collect();
    let about = has("imd")
        || has("depriv")
        || squeezed.starts_with("iod20")
        || squeezed.starts_with("iod25");
    if about && (has("score") || has("label")) {
        return Some(rule(Role::SetAside, "something that is not used"));
    }
    if !about
        && !["decile", "quintile", "quantile", "vigintile"]
            .iter()
            .any(|word| has(word))
    {
        return None;
    }
    let scheme = if has("rank") || facts.is_named("imd19ind imd25ind imd04rk imdind") {
        "imd-rank"
    } else if has("vigintile") || has("twentieth") {
        "imd-vigintile"
    } else if has("quintile") || has("fifth") {
        "imd-fifth"
    } else {
        "imd-decile"
    };
    Some(group(scheme, "deprivation"))
}

/// Longer names, by the words in them.
fn by_words(facts: &Facts) -> Option<Rule> {
    let has = |word: &str| facts.has_word(word);
    let any = |list: &[&str]| list.iter().any(|word| has(word));
    let said = facts.said.as_str();
    let waits =
        (said.contains("wait") || said.contains("rtt") || has("list")) && !is_statistic(facts);
    let code_or_name = any(&["code", "name", "org", "organisation", "type"]);
    Some(
        if waits
            && any(&["weeks", "wks", "week"])
            && facts.is_mostly_numeric()
            && !any(&["over", "within", "up", "under"])
        {
            rule(Role::WeeksWaited, "weeks waited")
        } else if waits
            && any(&["days", "day"])
            && facts.is_mostly_numeric()
            && !any(&["over", "within"])
        {
            rule(Role::DaysWaited, "days waited")
        } else if said.contains("ethnic") && !has("score") {
            group("ethnicity", "ethnic group")
        } else if any(&["gender", "sex"]) && !any(&["worker", "same", "orientation"]) {
            group("sex", "sex")
        } else if any(&["age", "ageband", "ages"]) && !any(&AGES_TAKEN_AWAY) {
            group("age", "age")
        } else if any(&["date", "datetime", "timestamp"])
            && !(facts.is_counts() && facts.within(0, 9_999))
            || said.starts_with("week ending")
            || said.starts_with("time period")
            || said.starts_with("timepoint")
            || said.starts_with("time point")
            || said.ends_with(" dt")
        {
            rule(Role::Period, "a date or period")
        } else if (said.contains("lower") || has("lcl") || has("ll"))
            && any(&["ci", "cl", "limit", "95", "confidence", "interval"])
            && !said.contains("99")
        {
            rule(Role::Lower, "a lower limit")
        } else if (said.contains("upper") || has("ucl") || has("ul"))
            && any(&["ci", "cl", "limit", "95", "confidence", "interval"])
            && !said.contains("99")
        {
            rule(Role::Upper, "an upper limit")
        } else if said.contains("standard error") {
            rule(Role::StandardError, "a standard error")
        } else if said.contains("denominator")
            || said.contains("eligible")
            || said.contains("person years")
            || any(&["population", "pop"])
            || said.contains("list size")
        {
            rule(Role::Denominator, "a count of everyone")
        } else if said.starts_with("total ") && facts.is_counts() {
            rule(Role::Denominator, "a total")
        } else if has("year") && facts.is_counts() && facts.within(1990, 2100) {
            rule(Role::Period, "a year")
        } else if said.contains("numerator")
            || said.starts_with("number of ")
            || said.starts_with("no of ")
            || said.starts_with("count of ")
            || said.starts_with("distinct count of ")
            || said.ends_with(" n")
            || said.ends_with(" count")
        {
            rule(Role::Numerator, "a count of events")
        } else if code_or_name
            && any(&[
                "provider",
                "trust",
                "commissioner",
                "practice",
                "region",
                "icb",
                "ccg",
                "site",
                "area",
                "ltla",
                "msoa",
                "lsoa",
                "organisation",
                "org",
                "authority",
                "la",
                "parent",
                "gp",
                "hospital",
                "pcn",
                "ward",
                "board",
            ])
            || any(&[
                "lsoa",
                "msoa",
                "ltla",
                "icb",
                "ccg",
                "provider",
                "commissioner",
            ])
            || said.contains("output area")
            || said.starts_with("council ")
            || is_ons_column(said)
            || any(&AREAS) && !facts.is_numeric() && !told::is_flag(facts)
        {
            rule(Role::Organisation, "an organisation or area")
        } else if said.contains("treatment function")
            || said.contains("specialty")
            || any(&[
                "disability",
                "disabled",
                "religion",
                "belief",
                "orientation",
            ]) && !told::is_flag(facts)
        {
            group("plain", "a way to divide people")
        } else {
            return None;
        },
    )
}

/// `LAD22NM`, `ICB24CD`: what the ONS calls columns of area codes and names.
fn is_ons_column(said: &str) -> bool {
    let letters = said
        .trim_end_matches("cdh")
        .trim_end_matches("cd")
        .trim_end_matches("nm");
    let area = letters.trim_end_matches(|letter: char| letter.is_ascii_digit());
    letters.len() < said.len()
        && letters.len() == area.len() + 2
        && (2..=6).contains(&area.len())
        && area.chars().all(|letter| letter.is_ascii_alphabetic())
}
