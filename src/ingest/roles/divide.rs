//! The ways to divide people that a file offers, best known first.

use super::contents as told;
use super::facts::{Facts, said};
use super::rules;
use super::series::Seen;
use crate::core::dimension::Status;
use crate::core::plan::{Division, Only, Role, Shape};
use crate::ingest::outline::ColumnFinding;
use crate::nhs::{deprivation, organisation, words};

/// More groups than this are not offered.
const MOST_GROUPS: usize = 500;

/// More ways to divide people than this are not offered at first.
const MOST_DIVISIONS: usize = 60;

/// Names of breakdowns whose bands are no ages.
const NOT_AGES: [&str; 9] = [
    "apgar",
    "score",
    "hour",
    "gestation",
    "week",
    "bmi",
    "duration",
    "length",
    "weight",
];

/// Columns less sure than this divide people only when nothing else does.
pub const SURE: f64 = 0.65;

/// Every division, deprivation first, then ethnic group, sex, age and the rest in the file's order; then
/// organisations or areas, in records and where nothing but age and sex divides the people that are counted.
pub fn all(columns: &[ColumnFinding], seen: Seen, shape: Shape) -> Vec<Division> {
    let place = |role: Role| columns.iter().position(|column| column.role == role);
    let mut list: Vec<Division> = match (place(Role::Breakdown), place(Role::Group)) {
        (Some(breakdown), Some(group)) => breakdowns(columns, seen, breakdown, group),
        (None, Some(group)) => vec![lone_group(columns, seen, group)],
        _ => Vec::new(),
    };
    let by_column = |sure: bool| {
        (0..columns.len())
            .filter(move |&at| (columns[at].confidence >= SURE) == sure)
            .filter(|&at| columns[at].role == Role::Dimension && has_few(&columns[at], seen, at))
            .map(|at| division(&columns[at]))
    };
    list.extend(by_column(true));
    // A plan that is made again weighs doubtful columns by what was chosen before.
    if list.is_empty() || seen.facts.is_empty() {
        list.extend(by_column(false));
    }
    list.sort_by_key(rank);
    list.truncate(MOST_DIVISIONS);
    let by_age_or_sex = |division: &Division| matches!(division.scheme.as_str(), "age" | "sex");
    let wanted = match shape {
        Shape::Records => true,
        Shape::Counts if !list.is_empty() => {
            list.iter().all(by_age_or_sex) && are_apart(columns, seen)
        }
        _ => list.is_empty(),
    };
    if wanted {
        list.extend(organisation(columns, seen));
    }
    list
}

/// Whether no column of organisations or areas has a row that is the sum of the others.
fn are_apart(columns: &[ColumnFinding], seen: Seen) -> bool {
    let is_sum =
        |text: &&str| words::status(text) == Some(Status::Total) || organisation::is_england(text);
    (0..columns.len())
        .filter(|&at| columns[at].role == Role::Organisation)
        .all(|at| !seen.facts.is_empty() && !seen.texts(at).iter().any(is_sum))
}

fn division(column: &ColumnFinding) -> Division {
    Division {
        id: column.name.clone(),
        column: column.name.clone(),
        only: None,
        scheme: column.scheme.clone().unwrap_or_else(|| "plain".into()),
    }
}

/// Whether a column names at least two groups, and not more than can be shown. In a file that goes on
/// after the rows seen, one group of a scheme is enough: such files are often sorted by it.
fn has_few(column: &ColumnFinding, seen: Seen, at: usize) -> bool {
    seen.facts.get(at).is_none_or(|facts| {
        let texts = facts.texts.iter();
        let known = texts.filter(|text| words::status(text).is_none()).count();
        let plain = column
            .scheme
            .as_deref()
            .is_none_or(|scheme| scheme == "plain");
        let least = if column.goes_on && !plain { 1 } else { 2 };
        (least..=most(column)).contains(&known) && (!facts.many || most(column) == usize::MAX)
    })
}

/// How sure the role of a column is.
pub fn confidence(columns: &[ColumnFinding], name: &str) -> f64 {
    columns
        .iter()
        .find(|column| column.name == name)
        .map_or(0.0, |column| column.confidence)
}

/// Ranks of small areas are many; they become ten groups.
fn most(column: &ColumnFinding) -> usize {
    if column.scheme.as_deref() == Some("imd-rank") {
        usize::MAX
    } else {
        MOST_GROUPS
    }
}

/// A domain of deprivation comes after all that is known better: it is not the index.
fn rank(division: &Division) -> u8 {
    match division.scheme.as_str() {
        scheme if scheme.starts_with("imd") => {
            if deprivation::is_domain(&said(&division.column)) {
                4
            } else {
                0
            }
        }
        "ethnicity" => 1,
        "sex" => 2,
        "age" => 3,
        _ => 4,
    }
}

/// One division for each breakdown of the file, those that say nothing of groups left out.
fn breakdowns(
    columns: &[ColumnFinding],
    seen: Seen,
    breakdown: usize,
    group: usize,
) -> Vec<Division> {
    let texts = seen
        .texts(breakdown)
        .iter()
        .filter(|text| words::status(text).is_none());
    texts
        .take(MOST_DIVISIONS)
        .filter_map(|&text| {
            let groups = seen
                .rows
                .iter()
                .filter(|row| row.get(breakdown).is_some_and(|cell| cell.trim() == text))
                .filter_map(|row| row.get(group).copied());
            let facts = Facts::of(text, groups);
            let known = facts
                .texts
                .iter()
                .filter(|text| words::status(text).is_none())
                .count();
            (2..=MOST_GROUPS).contains(&known).then(|| Division {
                id: format!("{} = {text}", columns[breakdown].name),
                column: columns[group].name.clone(),
                only: Some(Only {
                    column: columns[breakdown].name.clone(),
                    text: text.to_owned(),
                }),
                scheme: scheme(&facts).to_owned(),
            })
        })
        .collect()
}

fn lone_group(columns: &[ColumnFinding], seen: Seen, group: usize) -> Division {
    let scheme = seen.facts.get(group).map_or("plain", scheme);
    Division {
        scheme: scheme.to_owned(),
        ..division(&columns[group])
    }
}

/// The scheme of groups, from the breakdown's name (the facts' name) and the groups' texts.
fn scheme(facts: &Facts) -> &'static str {
    let named = rules::by_name(facts).and_then(|rule| rule.scheme);
    match named {
        Some(scheme) if scheme.starts_with("imd") => {
            told::deprivation_scheme(facts).unwrap_or("plain")
        }
        Some("ethnicity") if told::is_ethnicity(facts) || told::is_ethnic_codes(facts) => {
            "ethnicity"
        }
        Some("sex") if told::is_sex(facts) || told::is_ethnic_codes(facts) => "sex",
        Some("age") if told::is_age_bands(facts) => "age",
        _ if told::says_deprived(facts) => told::deprivation_scheme(facts).unwrap_or("plain"),
        _ if told::is_ethnicity(facts) => "ethnicity",
        _ if told::is_sex(facts) => "sex",
        // Scores, hours and weeks of pregnancy are written like ages.
        _ if told::is_age_bands(facts)
            && !NOT_AGES.iter().any(|word| facts.said.contains(word)) =>
        {
            "age"
        }
        _ => "plain",
    }
}

/// One organisation column with a few hundred values at most; names before codes.
fn organisation(columns: &[ColumnFinding], seen: Seen) -> Option<Division> {
    let fits = |at: usize| {
        columns[at].role == Role::Organisation
            && seen
                .facts
                .get(at)
                .is_none_or(|facts| !facts.many && (2..=MOST_GROUPS).contains(&facts.texts.len()))
    };
    let fitting: Vec<usize> = (0..columns.len()).filter(|&at| fits(at)).collect();
    let named = fitting
        .iter()
        .copied()
        .find(|&at| columns[at].name.to_lowercase().contains("name"));
    let at = named.or(fitting.first().copied())?;
    Some(Division {
        scheme: "plain".into(),
        ..division(&columns[at])
    })
}
