//! Outpatient appointments that people did not attend, by the codes of the NHS Data Dictionary.

use super::{Code, codes, is};
use super::{Holds, Known, Layout, Made, Pattern, Polarity, Tag, Unit};

pub(super) const OUTPATIENT_MISSED: Known = Known {
    id: "outpatient-missed",
    name: "Outpatient appointments not attended",
    verb: "were not attended",
    population: "outpatient appointments that were kept or missed",
    unit: Unit::Percent,
    polarity: Polarity::MoreIsWorse,
    definition: "Appointments not attended (code 3), or where the patient came too late to be seen (7), out of \
                 these and those attended on time (5) or late but seen (6). Appointments cancelled by the \
                 patient (2) or the provider (4) are set aside. Codes of the NHS Data Dictionary, attended or \
                 did not attend.",
    targets: &[],
    tags: &[
        Tag::Access,
        Tag::RestoreInclusively,
        Tag::TackleInequalities,
        Tag::Productivity,
    ],
    layouts: &[Layout {
        columns: &[Pattern {
            key: "attended",
            words: &[
                "attended",
                "attend dna",
                "attendance status",
                "attendance code",
            ],
            holds: Holds::Codes(&["5", "6", "3", "7", "2", "4", "0", "9"]),
        }],
        made: Made::Records {
            counts: codes("attended", MISSED, KEPT, CANCELLED),
            among: None,
            part_of: &[],
        },
    }],
};

const MISSED: &[Code] = &[is("3"), is("7")];
const KEPT: &[Code] = &[is("5"), is("6")];
/// Cancelled by the patient and by the provider; not applicable, and not known.
const CANCELLED: &[Code] = &[is("2"), is("4"), is("0"), is("9")];
