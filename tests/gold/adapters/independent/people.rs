//! Two groups over strata, people of unknown group, and where a gap comes from.

use equal_measure::core::analysis::{between_and_within, concentration_parts, contribution};
use equal_measure::core::group::Counts;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::measure::two_groups::mantel_haenszel;
use equal_measure::core::measure::unknown::{bounds, reassigned, tipping_share};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::units::Polarity;

use super::{counts, level_of, optional};
use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn pooled(case: &Case) -> Result<Columns, Refusal> {
    let level = level_of(case)?;
    let strata: Vec<_> = counts(case, "events_1", "people_1")
        .into_iter()
        .zip(counts(case, "events_2", "people_2"))
        .collect();
    let mut out = Columns::default();
    for (name, estimate) in [
        ("ratio", mantel_haenszel::ratio(&strata, level)),
        ("odds", mantel_haenszel::odds_ratio(&strata, level)),
        ("difference", mantel_haenszel::difference(&strata, level)),
    ] {
        let [lower, upper] = ["lower", "upper"].map(|side| format!("{name}_{side}"));
        out.push_estimate([name, &lower, &upper], &estimate);
    }
    let test = mantel_haenszel::test(&strata)?;
    out.push("chi_square", test.chi_square);
    out.push("p", test.p);
    Ok(out)
}

pub fn unknown(case: &Case) -> Result<Columns, Refusal> {
    let groups = counts(case, "events", "people");
    let (worse, better, unknown) = (groups[0], groups[1], case.numbers("unknown"));
    let unknown = Counts {
        events: unknown[0],
        people: unknown[1],
    };
    let mut out = Columns::default();
    // Where more is better the worst case is the lowest difference; else the highest.
    let fewer = bounds::of_difference(worse, better, unknown, Polarity::MoreIsWorse)?;
    let more = bounds::of_difference(worse, better, unknown, Polarity::MoreIsBetter)?;
    let turned =
        (more.worst_case - fewer.best_case).abs() + (more.best_case - fewer.worst_case).abs();
    assert!(turned < 1e-15, "{fewer:?} {more:?}");
    out.push("observed", fewer.observed);
    out.push("lowest", fewer.best_case);
    out.push("highest", fewer.worst_case);
    let whole = bounds::of_whole(worse, better, unknown, Polarity::MoreIsWorse)?;
    out.push("lowest_whole", whole.best_case);
    out.push("highest_whole", whole.worst_case);
    let filled = reassigned::of_groups(&groups, unknown)?;
    out.put("filled_events", filled.iter().map(|group| group.events));
    out.put("filled_people", filled.iter().map(|group| group.people));
    out.push(
        "filled_gap",
        reassigned::of_difference(&groups, unknown, 0, 1)?,
    );
    let tips = tipping_share::of(worse, better, unknown)?;
    out.push("tips", optional(tips));
    if let Some(share) = tips {
        assert!(tipping_share::gap_at(worse, better, unknown, share)?.abs() < 1e-12);
    }
    Ok(out)
}

pub fn within(case: &Case) -> Result<Columns, Refusal> {
    let sample = Sample::new(case.numbers("value_of"), case.numbers("people"), None)?;
    let larger: Vec<usize> = case
        .texts("larger")
        .iter()
        .map(|group| group.parse().unwrap())
        .collect();
    let parts = between_and_within::of(&sample, &larger)?;
    let mut out = Columns::default();
    out.push("between", parts.between);
    out.push("within", parts.within);
    Ok(out)
}

pub fn factors(case: &Case) -> Result<Columns, Refusal> {
    let values = case.numbers("value_of");
    let (slopes, all) = (case.numbers("slope"), case.numbers("factor"));
    let columns = all.chunks(values.len()).map(<[f64]>::to_vec);
    let factors: Vec<(f64, Vec<f64>)> = slopes.into_iter().zip(columns).collect();
    let sample = Sample::new(values, case.numbers("people"), None)?;
    let parts = concentration_parts::of(&sample, &factors)?;
    let mut out = Columns::default();
    out.push("index", parts.index);
    out.push("rest", parts.rest);
    for factor in parts.factors {
        out.push("part", factor.part);
        out.push("elasticity", factor.elasticity);
        out.push("own", optional(factor.index));
    }
    let reference = case.option_number("reference", 0.0);
    out.put("contribution", contribution::of(&sample, reference));
    Ok(out)
}
