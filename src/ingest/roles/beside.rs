//! What a column is for may depend on its neighbours.

use super::contents as told;
use super::examples::{examples, texts};
use super::facts::Facts;
use super::paired;
use super::summary;
use crate::core::plan::Role;
use crate::ingest::identifiers;
use crate::ingest::outline::ColumnFinding;
use crate::nhs::{outcomes, waits};

/// Changes the judgement on columns that their neighbours explain.
pub fn settle(columns: &mut [ColumnFinding], facts: &[Facts]) {
    flags_of_waits(columns, facts);
    beside_each_other(columns);
    count_of_bands(columns, facts);
    summary::settle(columns, facts);
    count_of_some(columns, facts);
    names_of_areas(columns, facts);
    outcomes_in_words(columns, facts);
    lone_mark(columns, facts);
}

/// What says what happened to people, or how many there are.
const MEASURED: [Role; 8] = [
    Role::WeeksWaited,
    Role::DaysWaited,
    Role::YesNo,
    Role::Numerator,
    Role::Denominator,
    Role::Count,
    Role::Value,
    Role::Number,
];

/// In records that give nothing else, the only yes and no may be the outcome, whatever group its name speaks of.
fn lone_mark(columns: &mut [ColumnFinding], facts: &[Facts]) {
    if columns.iter().any(|column| MEASURED.contains(&column.role)) {
        return;
    }
    let marks = |(column, facts): (&ColumnFinding, &Facts)| {
        column.role == Role::Dimension
            && column.scheme.as_deref() == Some("plain")
            && told::is_flag(facts)
    };
    let mut found = (0..columns.len()).filter(|&at| marks((&columns[at], &facts[at])));
    if let (Some(at), None) = (found.next(), found.next()) {
        columns[at].role = Role::YesNo;
        columns[at].scheme = None;
        columns[at].confidence = 0.6;
        columns[at].why =
            "the values are yes and no, and no other column says what happened".into();
    }
}

/// In records that give nothing else, a column of "Attended" and "Did not attend" is the outcome.
fn outcomes_in_words(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let measured = |column: &ColumnFinding| {
        matches!(
            column.role,
            Role::WeeksWaited
                | Role::DaysWaited
                | Role::YesNo
                | Role::Numerator
                | Role::Denominator
                | Role::Count
                | Role::Value
        )
    };
    if columns.iter().any(measured) {
        return;
    }
    let counted = |(column, facts): (&ColumnFinding, &Facts)| {
        column.role == Role::Number && facts.is_counts()
    };
    if columns.iter().zip(facts).any(counted) && paired::is_grid(columns, facts) {
        return;
    }
    let mut both = columns.iter_mut().zip(facts);
    let found = both.find(|(column, facts)| {
        matches!(column.role, Role::Dimension | Role::SetAside)
            && facts.numbers == 0
            && outcomes::are_outcomes(&facts.texts)
    });
    if let Some((column, facts)) = found {
        let of = |wanted: Option<bool>| {
            let texts = facts.texts.iter();
            let texts = texts.filter(|text| outcomes::answer(text) == wanted);
            let texts: Vec<String> = texts
                .map(|text| format!("\u{201c}{text}\u{201d}"))
                .collect();
            texts.join(", ")
        };
        column.role = Role::YesNo;
        column.scheme = None;
        column.confidence = 0.85;
        let neither = of(None);
        let rest = match neither.as_str() {
            "" => String::new(),
            texts => format!("; {texts} is set aside"),
        };
        column.why = format!(
            "the values are outcomes in words: {} counts as yes, {} as no{rest}",
            of(Some(true)),
            of(Some(false))
        );
    }
}

/// "Within 18 weeks" with nothing but 0 and 1 is a mark on each person, unless a table of bands is full
/// of small counts.
fn flags_of_waits(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let counts = columns.iter().filter(|column| column.role == Role::Count);
    if counts.count() > 2 {
        return;
    }
    for (column, facts) in columns.iter_mut().zip(facts) {
        if column.role == Role::Count && told::is_flag(facts) && facts.filled > 5 {
            column.role = Role::YesNo;
            column.why = "the name is a threshold of waiting and the values are yes and no".into();
            column.confidence = 0.88;
        }
    }
}

/// Names that mean one thing alone and another beside each other.
fn beside_each_other(columns: &mut [ColumnFinding]) {
    let count = |columns: &[ColumnFinding], role: Role| {
        columns.iter().filter(|column| column.role == role).count()
    };
    // "Category" holds the groups beside "Metric", and names the breakdown beside "Group".
    if count(columns, Role::Breakdown) == 0
        && count(columns, Role::Group) >= 2
        && let Some(column) = columns.iter_mut().find(|column| column.role == Role::Group)
    {
        column.role = Role::Breakdown;
        column.why = "the name says a category, and another column holds the groups".into();
    }
    // Maternity statistics call the group a measure.
    if count(columns, Role::Breakdown) == 1 && count(columns, Role::Group) == 0 {
        let measure = |column: &&mut ColumnFinding| column.name.eq_ignore_ascii_case("measure");
        if let Some(column) = columns.iter_mut().find(measure) {
            column.role = Role::Group;
            column.why = "another column names the breakdown, and this one its groups".into();
        }
    }
    // A total without waiting bands beside it is simply everyone, and a band without a total some.
    if count(columns, Role::Count) == 1 {
        let counts = |column: &&mut ColumnFinding| column.role == Role::Count;
        for column in columns.iter_mut().filter(counts) {
            let total = !matches!(
                waits::band(&column.name),
                Some(waits::Band::Weeks { .. } | waits::Band::UnknownStart)
            );
            (column.role, column.why) = if total {
                let why = "the name says a total and the values are counts";
                (Role::Denominator, why.into())
            } else {
                let why = "the name is a waiting band and the values are counts";
                (Role::Numerator, why.into())
            };
        }
    }
}

/// Where another column names waiting bands in rows, the first count is that of the band.
fn count_of_bands(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let has = |role: Role| columns.iter().any(|column| column.role == role);
    let counted = [Role::Numerator, Role::Denominator, Role::Count, Role::Value];
    if !has(Role::Band) || counted.into_iter().any(has) {
        return;
    }
    let mut both = columns.iter_mut().zip(facts);
    let counts =
        |column: &ColumnFinding, facts: &Facts| column.role == Role::Number && facts.is_counts();
    if let Some((column, _)) = both.find(|(column, facts)| counts(column, facts)) {
        column.role = Role::Count;
        column.why = "the values are counts, and another column names waiting bands".into();
        column.confidence = 0.85;
    }
}

/// Beside a count of everyone, the first other count is probably that of those with the outcome.
fn count_of_some(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let has = |role: Role| columns.iter().any(|column| column.role == role);
    let measured = [
        Role::Numerator,
        Role::Value,
        Role::WeeksWaited,
        Role::DaysWaited,
        Role::YesNo,
    ];
    if !has(Role::Denominator) || measured.into_iter().any(has) {
        return;
    }
    let everyone = (0..columns.len()).find(|&at| columns[at].role == Role::Denominator);
    let part =
        |facts_of: &Facts| everyone.is_some_and(|at| paired::never_above(facts_of, &facts[at]));
    // Few different counts look like codes where nothing counts everyone.
    let may_count = |column: &ColumnFinding, facts: &Facts| {
        let codes = column.role == Role::Dimension && column.confidence <= 0.6 && part(facts);
        facts.is_counts() && (column.role == Role::Number || codes)
    };
    let number = |column: &ColumnFinding| column.role == Role::Number;
    let found = (0..columns.len())
        .filter(|&at| may_count(&columns[at], &facts[at]))
        .min_by_key(|&at| !number(&columns[at]));
    if let Some(at) = found {
        let column = &mut columns[at];
        column.scheme = None;
        column.role = Role::Numerator;
        column.why = "the values are counts, and another column counts everyone".into();
        column.confidence = 0.6;
    }
}

/// In a table of counts or values for areas, the only "Name" is the area's.
fn names_of_areas(columns: &mut [ColumnFinding], facts: &[Facts]) {
    let count = |role: Role| columns.iter().filter(|column| column.role == role).count();
    let of_groups = [Role::Numerator, Role::Denominator, Role::Value, Role::Count];
    let of_people = [Role::WeeksWaited, Role::DaysWaited, Role::YesNo];
    let people = count(Role::Identifier) > 1 || of_people.into_iter().any(|role| count(role) > 0);
    if people
        || count(Role::Organisation) == 0
        || !of_groups.into_iter().any(|role| count(role) > 0)
    {
        return;
    }
    let mut both = columns.iter_mut().zip(facts);
    let by_name =
        |facts: &Facts| facts.said == "name" && identifiers::by_contents(&facts.cells).is_none();
    if let Some((column, facts)) =
        both.find(|(column, facts)| column.role == Role::Identifier && by_name(facts))
    {
        column.role = Role::Organisation;
        column.why = "the name says a name, beside codes of areas and counts".into();
        column.confidence = 0.75;
        column.examples = examples(facts);
        column.texts = texts(facts, column.role);
    }
}
