//! Small tables of events by age: of anything, and of deaths.

use equal_measure::core::units::Level;

use super::{Asked, Row, rate, share};

pub(crate) const BANDS: [&str; 4] = ["0-14", "15-44", "45-64", "65+"];

/// Events and people of each band, the most deprived group first.
pub(crate) const GROUPS: [[(u32, u32); 4]; 3] = [
    [(8, 4000), (40, 9000), (90, 5000), (120, 2000)],
    [(5, 3500), (30, 8500), (80, 6000), (140, 3000)],
    [(3, 3000), (20, 8000), (60, 6500), (150, 4500)],
];

pub(crate) const AGES: [&str; 5] = ["Under 1", "1-14", "15-44", "45-64", "65+"];

/// Deaths and people of each age, the most deprived group first.
pub(crate) const DEATHS: [[(u32, u32); 5]; 2] = [
    [
        (6, 1000),
        (4, 14_000),
        (60, 30_000),
        (200, 20_000),
        (700, 12_000),
    ],
    [
        (3, 1000),
        (2, 14_000),
        (30, 30_000),
        (110, 20_000),
        (900, 18_000),
    ],
];

pub(crate) fn rows(bands: &[&str], groups: &[&[(u32, u32)]]) -> Vec<Row> {
    let of = |(group, counts): (usize, &&[(u32, u32)])| -> Vec<Row> {
        let each = bands.iter().zip(counts.iter());
        each.map(|(band, &(events, people))| {
            let group = (group + 1).to_string();
            (
                group,
                vec![(*band).to_owned()],
                Some(events.into()),
                people.into(),
            )
        })
        .collect()
    };
    groups.iter().enumerate().flat_map(of).collect()
}

/// The table, asked one analysis.
pub(crate) fn table(analysis: &'static str) -> Asked {
    Asked {
        name: "Admissions",
        formula: rate(),
        by: vec![("age", "age")],
        groups: ["1", "2", "3"].map(str::to_owned).to_vec(),
        measures: vec![analysis],
        level: Level::P95,
        healthy: Vec::new(),
        rows: rows(&BANDS, &[&GROUPS[0], &GROUPS[1], &GROUPS[2]]),
    }
}

pub(crate) fn deaths(analysis: &'static str) -> Asked {
    Asked {
        name: "Deaths in the year",
        groups: ["1", "2"].map(str::to_owned).to_vec(),
        rows: rows(&AGES, &[&DEATHS[0], &DEATHS[1]]),
        ..table(analysis)
    }
}

pub(crate) fn shares(analysis: &'static str) -> Asked {
    Asked {
        formula: share(),
        ..table(analysis)
    }
}
