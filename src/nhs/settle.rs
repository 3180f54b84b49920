//! Turning "this text is that group" into a [`Dimension`]: known groups in order, then the others.

use std::collections::BTreeMap;

use crate::core::dimension::{Contrast, Dimension, Named, Status, Subject};
use crate::core::plan::Division;

pub use crate::core::text::capitalised;

/// Where one text of the file belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A known group: its place in the scheme's order and its label.
    Known(u32, String),
    /// Not a known group.
    Other(Status),
}

/// The label of everyone whose group is not known, by how it is not known.
pub const fn label_of(status: Status) -> &'static str {
    match status {
        Status::Known => "Known",
        Status::NotStated => "Not stated",
        Status::NotKnown => "Not known",
        Status::Missing => "Left blank",
        Status::Unrecognised => "Not recognised",
        Status::Total => "Total",
    }
}

/// A dimension without order, edition, reference or contrasts, from the place of every text.
pub fn groups<'a>(
    division: &Division,
    name: String,
    places: impl IntoIterator<Item = (&'a str, Place)>,
) -> Dimension {
    let places: Vec<(&str, Place)> = places.into_iter().collect();
    // A place's derived order is the order of showing: known groups first, then by standing.
    let mut distinct: BTreeMap<Place, usize> =
        places.iter().map(|(_, place)| (place.clone(), 0)).collect();
    let mut list = Vec::with_capacity(distinct.len());
    for (position, (place, at)) in distinct.iter_mut().enumerate() {
        *at = position;
        list.push(match place {
            Place::Known(_, label) => Named {
                label: label.clone(),
                status: Status::Known,
                parts: Vec::new(),
            },
            Place::Other(status) => Named {
                label: label_of(*status).into(),
                status: *status,
                parts: Vec::new(),
            },
        });
    }
    let assign = places
        .iter()
        .filter_map(|(text, place)| Some(((*text).to_owned(), *distinct.get(place)?)))
        .collect();
    Dimension {
        id: division.id.clone(),
        subject: subject(&name),
        name,
        ordered: false,
        groups: list,
        nests: Vec::new(),
        assign,
        edition: None,
        reference: None,
        contrasts: Vec::new(),
        paired: false,
        overlapping: false,
        notes: Vec::new(),
    }
}

/// What a division of this name is about.
fn subject(name: &str) -> Subject {
    let name = name.to_lowercase();
    if name.contains("depriv") || name.contains("imd") {
        Subject::Deprivation
    } else if name.contains("ethnic") {
        Subject::Ethnicity
    } else {
        Subject::Other
    }
}

/// Each known group against the one at `reference`, in order.
pub fn against(dimension: &Dimension, reference: usize) -> Vec<Contrast> {
    let Some(other) = dimension.groups.get(reference) else {
        return Vec::new();
    };
    dimension
        .known()
        .filter(|&place| place != reference)
        .map(|place| Contrast {
            id: format!("reference-{place}"),
            worse_off: dimension.groups[place].label.clone(),
            better_off: other.label.clone(),
            worse_off_groups: vec![place],
            better_off_groups: vec![reference],
        })
        .collect()
}

/// The name that a division shows: the breakdown it is about in a file of several, else its column.
pub fn name_of(division: &Division) -> String {
    let name = division
        .only
        .as_ref()
        .map_or(division.column.as_str(), |only| only.text.as_str());
    let name = name.trim();
    if name.chars().any(char::is_lowercase) && !name.contains('_') {
        return name.to_owned();
    }
    let spaced = name.replace('_', " ");
    if spaced.chars().any(char::is_lowercase) {
        capitalised(&spaced)
    } else {
        spaced
    }
}

/// Everything that names the division, in lower case: for words such as "2019" or "local".
pub fn all_names(division: &Division) -> String {
    let only = division.only.as_ref().map_or("", |only| only.text.as_str());
    super::words::plain(&format!("{} {} {only}", division.id, division.column))
}
