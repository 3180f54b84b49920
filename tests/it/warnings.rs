//! What the page tells the reader to take care of, and when it does not.

use crate::answers::release;
use crate::answers::{Counted, answer, section};
use equal_measure::core::dimension::Status;
use equal_measure::core::units::Polarity;
use equal_measure::present::warnings::of_section;
use equal_measure::release::rule;

/// Groups in order from their events and people.
fn warnings(groups: &[(u32, u32)], polarity: Polarity, id: &str) -> Vec<String> {
    const NAMES: [&str; 6] = [
        "1 – most deprived",
        "2",
        "3",
        "4",
        "5",
        "6 – least deprived",
    ];
    let groups: Vec<Counted> = groups
        .iter()
        .zip(NAMES)
        .map(|(&(events, people), name)| (name, Status::Known, events, people))
        .collect();
    let released = release(&answer(vec![section(polarity, true, &groups)]), rule(id));
    of_section(&released.sections[0])
}

const STEADY: &[(u32, u32)] = &[
    (3_000, 10_000),
    (2_800, 10_000),
    (2_600, 10_000),
    (2_400, 10_000),
    (2_200, 10_000),
];

#[test]
fn a_steady_gradient_needs_no_warning() {
    for polarity in [Polarity::MoreIsWorse, Polarity::MoreIsBetter] {
        for id in ["none", "nhs-england"] {
            assert_eq!(warnings(STEADY, polarity, id), Vec::<String>::new());
        }
    }
}

#[test]
fn each_warning_is_said_where_it_is_due() {
    for (groups, id, sentence, said) in [
        // Newcombe −0.21 to −0.01, Katz 0.02 to 1.13.
        (
            &[(1, 60), (4, 60), (7, 60)][..],
            "none",
            "the whole interval of the difference lies to one side of equality, and that of the ratio does",
            true,
        ),
        // The line ends below 1%.
        (
            &[(53, 500), (33, 500), (13, 500)],
            "none",
            "the whole interval of the slope index lies to one side of equality, and that of the relative",
            true,
        ),
        (
            &[(53, 500), (43, 500), (43, 500)],
            "none",
            "Absolute and relative figures disagree",
            false,
        ),
        (
            &[
                (300, 1_000),
                (250, 1_000),
                (19, 60),
                (280, 1_000),
                (250, 1_000),
            ],
            "none",
            "1 group has fewer than 20 events",
            true,
        ),
        (
            &[(300, 1_000), (15, 60), (10, 50), (280, 1_000), (250, 1_000)],
            "nhs-england",
            "2 groups have fewer than 20 events",
            true,
        ),
        // The two small groups are one.
        (
            &[(300, 1_000), (5, 60), (10, 50), (280, 1_000), (250, 1_000)],
            "nhs-england",
            "1 group has fewer than 20 events",
            true,
        ),
        (
            &[
                (300, 1_000),
                (400, 1_000),
                (400, 1_000),
                (400, 1_000),
                (400, 1_000),
            ],
            "nhs-england",
            // Four groups in line and one apart: half of the differences.
            "A straight line accounts for only 50% of the differences",
            true,
        ),
        (
            &[
                (300, 1_000),
                (400, 1_000),
                (300, 1_000),
                (400, 1_000),
                (300, 1_000),
            ],
            "none",
            "A straight line accounts for less than 1% of the differences",
            true,
        ),
        (
            &[(300, 1_000), (200, 1_000), (100, 1_000)],
            "none",
            "rest on only 3 groups",
            true,
        ),
    ] {
        let all = warnings(groups, Polarity::MoreIsWorse, id);
        let found = all.iter().any(|warning| warning.contains(sentence));
        assert_eq!(found, said, "{sentence} of {groups:?}: {all:#?}");
    }
}
