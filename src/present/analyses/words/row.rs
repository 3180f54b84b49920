//! The names of rows.

use super::verdict::fifth;
use crate::core::analysis::RowName;

/// What a row is about.
pub fn row(name: &RowName) -> String {
    let said = match name {
        RowName::Label(label) => label,
        RowName::SameAges => "With the same ages",
        RowName::AsItStands => "As it stands",
        RowName::WithinParts { by } => {
            return format!("Within each part of {}", by.to_lowercase());
        }
        RowName::Rates => "Rates",
        RowName::MakeUp => "Make-up",
        RowName::Interaction => "Both together",
        RowName::Gap => "The gap",
        RowName::Others(many) => return format!("{many} others together"),
        RowName::Percent(percent) => return format!("{percent}%"),
        RowName::Fifth(of) => fifth(*of),
        RowName::Nobody => "Nobody",
        RowName::Threshold(threshold) => return threshold.to_string(),
        RowName::Between => "Between organisations",
        RowName::Within => "Between groups within organisations",
        RowName::Both => "Both",
        RowName::KnownOnly => "Known groups only",
        RowName::UnknownSpread => "Unknown shared out as the known are",
        RowName::AllUnknownIn { side } => return format!("All unknown in {side}"),
        RowName::Least => "Least against the disadvantaged",
        RowName::Most => "Most against the disadvantaged",
    };
    said.to_owned()
}
