//! The editions of the index in use in England, and how a file names them.

/// One edition: its name and the last rank of each decile, most deprived first.
///
/// Source: MHCLG, English Indices of Deprivation, File 7 of each edition. Ranks count small areas
/// (LSOAs), 1 the most deprived.
#[derive(Debug)]
pub struct Edition {
    /// The name printed beside every figure.
    pub name: &'static str,
    /// The last rank of deciles 1 to 10; the tenth is the number of areas.
    pub last_ranks: [u32; 10],
}

/// IMD 2019, on the small areas of 2011.
pub const IMD_2019: Edition = Edition {
    name: "IMD 2019",
    last_ranks: [
        3284, 6568, 9853, 13137, 16422, 19706, 22990, 26275, 29559, 32844,
    ],
};

/// The indices of 2025, on the small areas of 2021.
pub const IOD_2025: Edition = Edition {
    name: "IoD 2025",
    last_ranks: [
        3375, 6751, 10126, 13502, 16877, 20253, 23628, 27004, 30379, 33755,
    ],
};

impl Edition {
    /// The decile of a rank, 1 the most deprived, or `None` for a rank that the edition lacks.
    pub fn decile(&self, rank: u32) -> Option<u32> {
        if rank == 0 {
            return None;
        }
        (1..=10)
            .zip(self.last_ranks)
            .find(|&(_, last)| rank <= last)
            .map(|(decile, _)| decile)
    }
}

/// The edition that names (lower case, words apart by spaces) mention, if they do.
///
/// ```
/// use equal_measure::nhs::deprivation::edition::named;
/// assert_eq!(named("imd19 decile"), Some("IMD 2019"));
/// assert_eq!(named("iod 2025 quintile"), Some("IoD 2025"));
/// assert_eq!(named("imd decile"), None);
/// ```
pub fn named(names: &str) -> Option<&'static str> {
    let squeezed: String = names.split(' ').collect();
    let about = ["imd", "iod", "deprivation"]
        .iter()
        .any(|word| squeezed.contains(word));
    let has = |marks: &[&str]| marks.iter().any(|mark| squeezed.contains(mark));
    if !about {
        None
    } else if has(&["2025", "imd25", "iod25"]) {
        Some("IoD 2025")
    } else if has(&["2019", "imd19", "iod19"]) {
        Some("IMD 2019")
    } else if has(&["2015", "imd15", "iod15"]) {
        Some("IMD 2015")
    } else if has(&["2010", "imd10"]) {
        Some("IMD 2010")
    } else if has(&["2007", "imd07"]) {
        Some("IMD 2007")
    } else if has(&["2004", "imd04"]) {
        Some("IMD 2004")
    } else {
        None
    }
}
