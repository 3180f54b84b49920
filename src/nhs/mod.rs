//! What the NHS in England calls things: codes, groupings, organisations and indicators, as data.
//!
//! [`dimension`] is the one door to groupings: it settles the texts of a file into groups.

pub mod words;
pub mod settle;
pub mod deprivation;
pub mod ethnicity;
pub mod sex;
pub mod age;
pub mod plain;
pub mod organisation;
pub mod outcomes;
pub mod waits;
pub mod period;
pub mod day;
pub mod code;
pub mod families;
pub mod indicators;
pub mod second;

use crate::core::dimension::Dimension;
use crate::core::plan::{Division, Switches};
pub use second::second;

/// A grouping scheme: how the texts of a column become groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// The id that a plan names.
    pub id: &'static str,
    /// The name as shown in a list to choose from.
    pub name: &'static str,
}

/// Every scheme that a plan may name, in the order of showing.
pub const SCHEMES: &[Scheme] = &[
    Scheme {
        id: "imd-decile",
        name: "Deprivation decile (1 to 10)",
    },
    Scheme {
        id: "imd-fifth",
        name: "Deprivation fifth (1 to 5)",
    },
    Scheme {
        id: "imd-vigintile",
        name: "Deprivation vigintile (1 to 20)",
    },
    Scheme {
        id: "imd-rank",
        name: "Deprivation rank of the area",
    },
    Scheme {
        id: "ethnicity",
        name: "Ethnic group",
    },
    Scheme {
        id: "sex",
        name: "Sex or gender",
    },
    Scheme {
        id: "age",
        name: "Age or age band",
    },
    Scheme {
        id: "plain",
        name: "Groups as the file names them",
    },
];

/// Settles the texts of one division into groups. An unknown scheme is treated as `plain`.
///
/// ```
/// use equal_measure::core::plan::{Division, Switches};
/// let division = Division {
///     id: "IMD".into(), column: "IMD19_DECILE".into(), only: None, scheme: "imd-decile".into(),
/// };
/// let settled = equal_measure::nhs::dimension(&division, &["10", "1", "2"], &Switches::default());
/// assert_eq!(settled.groups[0].label, "1 – most deprived");
/// assert_eq!(settled.edition.as_deref(), Some("IMD 2019"));
/// ```
pub fn dimension(division: &Division, texts: &[&str], switches: &Switches) -> Dimension {
    match division.scheme.as_str() {
        "imd-decile" => deprivation::settle(division, texts, deprivation::Parts::Ten, switches),
        "imd-fifth" => deprivation::settle(division, texts, deprivation::Parts::Five, switches),
        "imd-vigintile" => {
            deprivation::settle(division, texts, deprivation::Parts::Twenty, switches)
        }
        "imd-rank" => deprivation::rank::settle(division, texts, switches),
        "ethnicity" => ethnicity::settle(division, texts, switches),
        "sex" => sex::settle(division, texts),
        "age" => age::settle(division, texts),
        _ => plain::settle(division, texts),
    }
}
