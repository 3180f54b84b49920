//! How an analysis was made, in sentences.

use crate::core::analysis::{Life, Note};

use super::ages;

/// A note as a sentence.
pub fn note(note: &Note) -> String {
    let said = match note {
        Note::TakenTogether(parts) => {
            return format!(
                "These are taken together at each age, because not all of them are counted at every \
                 age: {}.",
                parts.join(", ")
            );
        }
        Note::EachToStandard(parts) => {
            return format!(
                "Each of these is brought to the whole standard population, so that they weigh the \
                 same: {}.",
                parts.join(", ")
            );
        }
        Note::NotAtEveryAge(parts) => {
            return format!(
                "Left out, because they are not counted at every age: {}.",
                parts.join(", ")
            );
        }
        Note::AllAges { standard } => {
            return format!("The ages are those of the {standard}, all of them.");
        }
        Note::CutToAges {
            standard,
            from,
            to,
            whole,
            covered,
        } => {
            let between = if *whole {
                ""
            } else {
                ", and not to every age between"
            };
            return format!(
                "The {standard} is cut to ages {}{between}: these bands hold {:.1}% of it, and the \
                 figures are not comparable with those for all ages.",
                ages(*from, *to),
                covered * 100.0
            );
        }
        Note::AgeNotKnown => {
            "People whose age is not known count in the figures as they stand, and not in those with \
             the same ages."
        }
        Note::DeathsOfOneYear => {
            "Deaths are taken to be those of one year among the people counted, or people to be \
             person-years: deaths of three years among the people of one would make lives too short."
        }
        Note::DeathsHalfWay { from, to } => {
            return format!(
                "Deaths at {} are taken to fall half-way through the band; a file with age 0 apart \
                 gives a closer figure, since most infant deaths come soon after birth.",
                ages(*from, *to)
            );
        }
        Note::GapInLife(sides, life) => {
            let healthy = match life {
                Life::All => "",
                Life::Healthy => " in good health",
            };
            return format!(
                "The gap is {} less {}: above 0, the first would live longer{healthy}.",
                sides.better_off, sides.worse_off
            );
        }
        Note::GapByAge(sides) => {
            return format!("The gap is {} less {}.", sides.better_off, sides.worse_off);
        }
        Note::GapInParts(sides) => {
            return format!(
                "The gap is {} less {}. In three parts, that of rates is at the make-up of {}, and \
                 that of make-up at its rates.",
                sides.worse_off, sides.better_off, sides.better_off
            );
        }
        Note::PartNotKnown { by } => {
            return format!(
                "People whose {} is not known are left out, so that the gap may differ a little \
                 from that as it stands.",
                by.to_lowercase()
            );
        }
        Note::FirstAndLast { first, last } => {
            return format!("First period: {first}. Last period: {last}.");
        }
        Note::SameSeason { first, last } => {
            return format!(
                "The first period is {first} and the last is {last}. Compare the same months of the \
                 year where the seasons matter."
            );
        }
        Note::PeriodsAlike => {
            "Limits take the periods to be alike but for chance and to follow each other without a \
             season. A signal is a prompt to ask what changed."
        }
        Note::Provisional { fewer_than } => {
            return format!("With fewer than {fewer_than} periods the limits are provisional.");
        }
        Note::AsFineAsPeriods => {
            "A share counts as reached at the end of the first period that shows it, so that days are \
             as fine as the periods."
        }
        Note::ChanceAlone => {
            "The limits allow for chance and size alone; they are not widened for other differences \
             between organisations."
        }
        Note::Widened => {
            "The limits are widened by the square root of φ, taken after the outer tenth of \
             organisations at each end is pulled in."
        }
        Note::FifthsOfFile => {
            "Fifths are of the organisations in this file, the highest values first."
        }
        Note::ManyComparisons { than } => {
            return format!(
                "More than {than} comparisons are made, so that what is said of chance allows for \
                 their number (Benjamini and Hochberg)."
            );
        }
        Note::EachAlone(level) => {
            return format!("What is said of chance is of each comparison alone, at {level}.");
        }
        Note::AlikeWithin => "Within a group everybody is taken to be alike.",
        Note::SearchedFor => {
            "The largest difference was searched for, so that its interval is narrower than it \
             should be."
        }
        Note::ComparedWith { side } => return format!("Each group is compared with {side}."),
        Note::FromFirst { first } => {
            return format!("Differences are from {first}, within the same group.");
        }
        Note::BothSidesOnly { by } => {
            return format!(
                "Only parts of {} with people on both sides, and no hidden count, are compared.",
                by.to_lowercase()
            );
        }
        Note::MadeAlike { by, shares } => {
            let model = if *shares {
                "Poisson regression with the error of each person; the odds ratio is by logistic \
                 regression"
            } else {
                "Poisson regression"
            };
            return format!(
                "People are made alike in {}, and in nothing else. The model is a {model}.",
                by.to_lowercase()
            );
        }
        Note::PartsLeftOut { by } => {
            return format!(
                "Parts of {} that are not known, or where a count is hidden, are left out.",
                by.to_lowercase()
            );
        }
        Note::KnownTogether { by } => {
            return format!(
                "Everyone means all known groups together, in each part of {}; people whose age is \
                 not known are not among them.",
                by.to_lowercase()
            );
        }
        Note::JoinedByRule => {
            "Groups, or parts of them, are taken together here, because one alone would show a small \
             count."
        }
    };
    said.to_owned()
}
