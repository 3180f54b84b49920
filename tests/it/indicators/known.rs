//! Known indicators: proposed where the columns are there, and each what its literal says.

use super::{answer, look, made, of, proposed, section, value};
use equal_measure::answer::cell::Cell;
use equal_measure::core::plan::{Role, Shape};
use equal_measure::core::units::Polarity;
use equal_measure::ingest::roles;
use equal_measure::nhs::indicators::known::{KNOWN, Made, find};

#[test]
fn six_columns_of_checks_are_all_six_of_each() {
    let answer = answer(&made("smi-six-checks"), proposed);
    let all = section(&answer, "smi-six-checks", "Deprivation quintile");
    assert_eq!(
        ["1", "3", "5"].map(|fifth| value(all, fifth).to_string()),
        ["50.632911", "53.225806", "56.25"]
    );
    assert_eq!(all.indicator.polarity, Polarity::MoreIsBetter);
    let targets = all.indicator.targets.iter();
    let targets: Vec<(f64, &str)> = targets.map(|one| (one.value, &*one.year)).collect();
    assert_eq!(targets, [(0.60, "a year"), (0.75, "2024/25")]);
    // Each check stands by itself too, and all six are part of every one.
    let each: Vec<&str> = answer.plan.indicators[1..]
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(each.len(), 6);
    let part_of = all.indicator.part_of.iter();
    assert!(part_of.map(|part| part.indicator.as_str()).eq(each));
}

#[test]
fn counts_of_the_register_and_of_all_six_checks_are_the_same_indicator() {
    let answer = answer(&made("smi-counts"), proposed);
    assert_eq!(answer.plan.shape, Shape::Counts);
    let all = section(&answer, "smi-six-checks", "imd_quintile");
    assert_eq!(
        ["1", "5"].map(|fifth| value(all, fifth).to_string()),
        ["56.096386", "72.530447"]
    );
}

#[test]
fn attendance_codes_tell_appointments_missed() {
    let answer = answer(&made("first-attendance"), proposed);
    let missed = section(&answer, "outpatient-missed", "IMD_QUINTILE");
    assert_eq!(missed.indicator.polarity, Polarity::MoreIsWorse);
    // 29 missed and 5 late of 272 that were kept or missed; 28 were cancelled.
    assert!((of(missed, &missed.everyone) - 100.0 * 34.0 / 272.0).abs() < 1e-6);
    assert_eq!(missed.everyone.people.and_then(Cell::number), Some(272.0));
}

#[test]
fn waits_have_the_targets_of_eighteen_weeks() {
    let file = "imd_decile,weeks_waited\n1,20\n1,3\n2,30\n2,19\n10,4\n10,60\n";
    let answer = answer(file.as_bytes(), proposed);
    let over = section(&answer, "waits-over-18", "imd_decile");
    let targets = over.indicator.targets.iter();
    let targets: Vec<(f64, &str)> = targets.map(|one| (one.value, &*one.year)).collect();
    assert_eq!(targets, [(0.35, "by March 2026"), (0.08, "by March 2029")]);
}

#[test]
fn other_values_under_the_same_names_are_not_taken_for_codes() {
    for file in [
        "imd_quintile,attended\n1,Y\n2,N\n1,Y\n5,N\n",
        "imd_quintile,attended\n1,512\n2,611\n1,44\n5,81\n",
    ] {
        let outline = look(file.as_bytes());
        let known = outline.sheets[0]
            .plan
            .iter()
            .flat_map(|plan| &plan.indicators);
        assert!(
            known.clone().all(|one| one.id != "outpatient-missed"),
            "{file}"
        );
    }
}

#[test]
fn a_role_taken_away_takes_the_indicator_with_it() {
    let bytes = made("first-attendance");
    let mut sheet = look(&bytes).sheets.remove(0);
    let again = roles::propose_again(&sheet).expect("a plan");
    assert_eq!(again.indicators, proposed(&sheet).indicators);
    let attended = sheet
        .columns
        .iter_mut()
        .find(|column| column.role == Role::YesNo);
    attended.expect("the column of codes").role = Role::SetAside;
    // Nothing else in the file says what happened, and no code has a mean.
    roles::propose_again(&sheet).expect_err("a plan");
}

#[test]
fn every_literal_holds_together() {
    for (place, known) in KNOWN.iter().enumerate() {
        assert!(
            KNOWN[..place].iter().all(|other| other.id != known.id),
            "{}",
            known.id
        );
        assert_eq!(find(known.id).map(|found| found.name), Some(known.name));
        for target in known.targets {
            assert!(
                !target.year.is_empty() && !target.source.is_empty(),
                "{}",
                known.id
            );
        }
        for layout in known.layouts {
            let mut keys: Vec<&str> = layout.columns.iter().map(|pattern| pattern.key).collect();
            let mut used: Vec<String> = layout
                .outcome(&str::to_owned)
                .columns()
                .into_iter()
                .map(str::to_owned)
                .collect();
            keys.sort_unstable();
            used.sort_unstable();
            used.dedup();
            assert_eq!(keys, used, "{}", known.id);
            if let Made::Records { part_of, .. } = &layout.made {
                assert!(part_of.iter().all(|key| keys.contains(key)), "{}", known.id);
            }
        }
    }
}
