//! Appointments that people did not attend, as systems write their outcome in words.

use super::{Code, codes, is};
use super::{Holds, Known, Layout, Made, Pattern, Polarity, Tag, Unit};

pub(super) const APPOINTMENTS_MISSED: Known = Known {
    id: "appointments-missed",
    name: "Appointments not attended",
    verb: "were not attended",
    population: "appointments that were kept or missed",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsWorse,
    definition: "Appointments whose outcome says that nobody came (did not attend, DNA, was not brought, missed), out \
                 of these and those whose outcome says that somebody did. Appointments that were cancelled, moved \
                 or are still to come are set aside.",
    targets: &[],
    tags: &[
        Tag::Access,
        Tag::RestoreInclusively,
        Tag::TackleInequalities,
        Tag::Productivity,
    ],
    layouts: &[Layout {
        columns: &[Pattern {
            key: "outcome",
            words: &[
                "attended",
                "attendance",
                "attend",
                "appointment",
                "appt",
                "outcome",
                "status",
                "dna",
            ],
            holds: Holds::Codes(WORDS),
        }],
        made: Made::Records {
            counts: codes("outcome", MISSED, KEPT, NEITHER),
            among: None,
            part_of: &[],
        },
    }],
};

const MISSED: &[Code] = &[
    is("Did not attend"),
    is("Patient did not attend"),
    is("Did not attend - no advance warning"),
    is("DNA"),
    is("DNA'd"),
    is("Not attended"),
    is("Failed to attend"),
    is("No show"),
    is("Was not brought"),
    is("WNB"),
    is("Missed"),
];
const KEPT: &[Code] = &[
    is("Attended"),
    is("Patient attended"),
    is("Attended on time"),
    is("Attended late"),
    is("Arrived"),
    is("Arrived late"),
    is("Seen"),
    is("Finished"),
];
const NEITHER: &[Code] = &[
    is("Cancelled"),
    is("Cancelled by patient"),
    is("Cancelled by hospital"),
    is("Cancelled by provider"),
    is("Cancelled by service"),
    is("Patient cancelled"),
    is("Hospital cancelled"),
    is("Provider cancelled"),
    is("Rescheduled"),
    is("Rearranged"),
    is("Booked"),
    is("Pending"),
];

/// All of them, as a column holds them.
const WORDS: &[&str] = &[
    "Did not attend",
    "Patient did not attend",
    "Did not attend - no advance warning",
    "DNA",
    "DNA'd",
    "Not attended",
    "Failed to attend",
    "No show",
    "Was not brought",
    "WNB",
    "Missed",
    "Attended",
    "Patient attended",
    "Attended on time",
    "Attended late",
    "Arrived",
    "Arrived late",
    "Seen",
    "Finished",
    "Cancelled",
    "Cancelled by patient",
    "Cancelled by hospital",
    "Cancelled by provider",
    "Cancelled by service",
    "Patient cancelled",
    "Hospital cancelled",
    "Provider cancelled",
    "Rescheduled",
    "Rearranged",
    "Booked",
    "Pending",
];
