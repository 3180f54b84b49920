//! Published file families: how each is known, and that its figures are already protected.

use super::words;

/// A family of published files.
#[derive(Debug)]
pub struct Family {
    /// Its name, as in "is a file of …".
    pub name: &'static str,
    /// Phrases in titles or file names that tell it (lower case, words apart by spaces).
    phrases: &'static [&'static str],
    /// Column names that tell it when all are there (lower case, words apart by spaces).
    columns: &'static [&'static str],
    /// Whether its counts are protected before publication, and how.
    pub protection: Option<&'static str>,
    /// What its counts are rounded to, where they are: a file whose counts are not is no such file.
    pub rounded_to: Option<u32>,
}

/// Every family that is known.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "the Waiting List Minimum Data Set published by NHS England",
        phrases: &["waiting list minimum data set", "wlmds"],
        columns: &["metric", "category", "waiting bands", "count"],
        protection: Some("its counts are rounded to 5 and small ones are shown as *"),
        rounded_to: Some(5),
    },
    Family {
        name: "OpenSAFELY vaccination coverage",
        phrases: &["opensafely"],
        columns: &["category", "group", "total eligible"],
        protection: Some("its counts are rounded to 7"),
        rounded_to: Some(7),
    },
    Family {
        name: "Fingertips, published by the Office for Health Improvement and Disparities",
        phrases: &["fingertips"],
        columns: &[
            "indicator id",
            "area code",
            "category type",
            "category",
            "time period",
            "value",
        ],
        protection: Some("its small counts are removed before publication"),
        rounded_to: None,
    },
    Family {
        name: "the Maternity Services Data Set published by NHS England",
        phrases: &["maternity services monthly statistics"],
        columns: &[
            "dimension",
            "org level",
            "org code",
            "measure",
            "count of",
            "final value",
        ],
        protection: Some("its counts are rounded to 5 and small ones are removed"),
        rounded_to: Some(5),
    },
    Family {
        name: "CVDPREVENT",
        phrases: &["cvdprevent"],
        columns: &[
            "indicatorcode",
            "metriccategorytypename",
            "numerator",
            "denominator",
        ],
        protection: Some("its small counts are removed before publication"),
        rounded_to: None,
    },
    Family {
        name: "the Census of 2021",
        phrases: &["census 2021", "from nomis"],
        columns: &[],
        protection: Some("its small counts are swapped and changed slightly"),
        rounded_to: None,
    },
];

/// The family of a file, from what it says of itself (title, source, file name) and its columns.
///
/// ```
/// let family = equal_measure::nhs::families::family("WLMDS-Demographics-Geography.csv", &[]);
/// assert!(family.is_some_and(|family| family.protection.is_some()));
/// ```
pub fn family(said: &str, columns: &[&str]) -> Option<&'static Family> {
    let said = words::plain(said);
    let columns: Vec<String> = columns.iter().map(|name| words::plain(name)).collect();
    FAMILIES.iter().find(|family| {
        let by_words = family.phrases.iter().any(|phrase| said.contains(phrase));
        let by_columns = !family.columns.is_empty()
            && family
                .columns
                .iter()
                .all(|wanted| columns.iter().any(|name| name == wanted));
        by_words || by_columns
    })
}
