//! Groups divided a second time while a file is read: which rows count where, and what a filter keeps.

use crate::reading::files::{
    by, counts, describe, keeping, plan, read, stratified, weeks, with_role,
};
use equal_measure::core::plan::{Answers, Filter, Keep, Outcome, Plan, Role};
use equal_measure::core::tally::Tally;
use equal_measure::ingest::collect::Collector;

const COUNTS: &str = "\
month,imd,age,sex,org,kind,events,people
May,1,0-4,F,A,Trust,1,10
May,1,5-9,M,A,Trust,2,20
May,2,0-4,F,B,Trust,3,30
May,2,0-4,F,B,Trust,4,40
Apr,1,0-4,F,A,Trust,5,50
Apr,2,,M,B,Region,6,60
";
const COLUMNS: &str = "month,imd,age,sex,org,kind,events,people";

fn asked(divisions: &[&str]) -> Plan {
    counts(COLUMNS, &["events", "people"], divisions)
}

/// The lines of crossed cuts, and the account of rows.
fn check(file: &str, plan: &Plan, expected: &str) {
    for chunk in [1, 7, 1 << 20] {
        let reading = read(file.as_bytes(), plan, 1, (chunk, 32 * 1024)).expect("rows are used");
        let found = describe(&reading);
        let found = found
            .lines()
            .filter(|line| line.contains(" × ") || line.starts_with("used"));
        let found: Vec<&str> = found.collect();
        let expected: Vec<&str> = expected
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(found, expected, "chunks of {chunk}");
    }
}

#[test]
fn each_division_is_stratified_with_every_text() {
    check(
        COUNTS,
        &stratified(asked(&["imd", "sex"]), "age", "age"),
        "
        imd × age=1 × 0-4: 2 6(2, 0, 0) 60(2, 0, 0)
        imd × age=1 × 5-9: 1 2(1, 0, 0) 20(1, 0, 0)
        imd × age=2 × : 1 6(1, 0, 0) 60(1, 0, 0)
        imd × age=2 × 0-4: 2 7(2, 0, 0) 70(2, 0, 0)
        sex × age=F × 0-4: 4 13(4, 0, 0) 130(4, 0, 0)
        sex × age=M × : 1 6(1, 0, 0) 60(1, 0, 0)
        sex × age=M × 5-9: 1 2(1, 0, 0) 20(1, 0, 0)
        used 6/6",
    );
}

#[test]
fn two_columns_make_one_stratification_and_a_shared_column_makes_none() {
    check(
        COUNTS,
        &stratified(asked(&["imd", "sex", "age"]), "age,sex", "age"),
        "
        imd × age × sex=1 × 0-4 × F: 2 6(2, 0, 0) 60(2, 0, 0)
        imd × age × sex=1 × 5-9 × M: 1 2(1, 0, 0) 20(1, 0, 0)
        imd × age × sex=2 ×  × M: 1 6(1, 0, 0) 60(1, 0, 0)
        imd × age × sex=2 × 0-4 × F: 2 7(2, 0, 0) 70(2, 0, 0)
        used 6/6",
    );
}

#[test]
fn rows_of_other_periods_count_over_time_alone() {
    let plan = keeping(asked(&["imd"]), "month", &["May"]);
    let plan = stratified(plan, "month", "period");
    let reading = read(COUNTS.as_bytes(), &plan, 1, (1 << 20, 1 << 20)).expect("rows");
    let alone = &reading.tally.cuts[&vec!["imd".to_owned()]];
    assert_eq!(alone.cells.values().map(|cell| cell.rows).sum::<u64>(), 4);
    check(
        COUNTS,
        &plan,
        "
        imd × month=1 × Apr: 1 5(1, 0, 0) 50(1, 0, 0)
        imd × month=1 × May: 2 3(2, 0, 0) 30(2, 0, 0)
        imd × month=2 × Apr: 1 6(1, 0, 0) 60(1, 0, 0)
        imd × month=2 × May: 2 7(2, 0, 0) 70(2, 0, 0)
        used 6/6",
    );
}

#[test]
fn other_filters_hold_for_every_cut() {
    let plan = keeping(keeping(asked(&["imd"]), "month", &["May"]), "sex", &["F"]);
    check(
        COUNTS,
        &stratified(plan, "month", "period"),
        "
        imd × month=1 × Apr: 1 5(1, 0, 0) 50(1, 0, 0)
        imd × month=1 × May: 1 1(1, 0, 0) 10(1, 0, 0)
        imd × month=2 × May: 2 7(2, 0, 0) 70(2, 0, 0)
        used 4/6 Filtered 2@[3, 7]",
    );
}

#[test]
fn a_filter_on_ages_or_sexes_reaches_the_strata() {
    let plan = stratified(asked(&["imd"]), "age,sex", "age");
    let only_women = "
        imd × age × sex=1 × 0-4 × F: 2 6(2, 0, 0) 60(2, 0, 0)
        imd × age × sex=2 × 0-4 × F: 2 7(2, 0, 0) 70(2, 0, 0)";
    check(
        COUNTS,
        &keeping(plan.clone(), "sex", &["F"]),
        &format!("{only_women}\n        used 4/6 Filtered 2@[3, 7]"),
    );
    let mut to_four = plan.clone();
    to_four.filters.push(Filter {
        column: "age".into(),
        keep: Keep::Ages {
            from: 0,
            to: Some(4),
        },
    });
    check(
        COUNTS,
        &to_four,
        &format!("{only_women}\n        used 4/6 Filtered 2@[3, 7]"),
    );
    // A total stands for everyone: the parts are in the other rows.
    let all = COUNTS.replace("5-9,M", "5-9,Persons");
    let by_sex = stratified(asked(&["imd"]), "sex", "sex");
    let reading = read(
        all.as_bytes(),
        &keeping(by_sex, "sex", &["Persons"]),
        1,
        (1 << 20, 1 << 20),
    );
    let cuts = reading.expect("rows").tally.cuts;
    let rows = |columns: &[&str]| -> u64 {
        let columns: Vec<String> = columns.iter().map(|&column| column.into()).collect();
        cuts[&columns].cells.values().map(|cell| cell.rows).sum()
    };
    assert_eq!((rows(&["imd"]), rows(&["imd", "sex"])), (1, 6));
}

#[test]
fn ranges_keep_what_lies_between_their_ends() {
    let file =
        "imd,day,cost,n\n1,2024-01-31,9.5,1\n1,2024-02-29,10,2\n1,2024-03-31,10.5,4\n1,,..,8\n";
    let kept = |column: &str, keep: Keep| {
        let mut plan = counts("imd,day,cost,n", &["n"], &["imd"]);
        plan = stratified(plan, "day", "period");
        plan.filters.push(Filter {
            column: column.into(),
            keep,
        });
        let reading = read(file.as_bytes(), &plan, 1, (1 << 20, 1 << 20)).expect("rows");
        let sum = |columns: &[&str]| -> Option<f64> {
            let columns: Vec<String> = columns.iter().map(|&column| column.into()).collect();
            let cells = reading.tally.cuts.get(&columns)?.cells.values();
            Some(cells.map(|cell| cell.outcome(0).sums[0].value()).sum())
        };
        let both = (sum(&["imd"]), sum(&["imd", "day"]));
        assert_eq!(both.0, both.1, "a range holds over time as well");
        both.0
    };
    let (from, to) = (Some(20_240_201), Some(20_240_331));
    assert_eq!(kept("day", Keep::Dates { from, to }), Some(6.0));
    assert_eq!(
        kept(
            "day",
            Keep::Dates {
                from: None,
                to: from
            }
        ),
        Some(1.0)
    );
    let (from, to) = (Some(10.0), None);
    assert_eq!(kept("cost", Keep::Numbers { from, to }), Some(6.0));
    let (from, to) = (None, Some(9.5));
    assert_eq!(kept("cost", Keep::Numbers { from, to }), Some(1.0));
}

#[test]
fn by_organisation_other_names_of_organisations_do_not_narrow() {
    let file = COUNTS
        .replace("org,kind", "org,place")
        .replace("Region", "England");
    let columns = COLUMNS.replace("kind", "place");
    let plan = counts(&columns, &["events"], &["imd"]);
    let plan = keeping(plan, "place", &["England"]);
    let expected = "
        imd × org=1 × A: 3 8(3, 0, 0)
        imd × org=2 × B: 3 13(3, 0, 0)
        used 6/6";
    let by_place = stratified(plan.clone(), "org", "organisation");
    check(
        &file,
        &with_role(by_place, "place", Role::Organisation),
        expected,
    );
    // The same filter on a column of another role holds, and so it does for other stratifications.
    let narrowed = "
        imd × org=2 × B: 1 6(1, 0, 0)
        used 1/6 Filtered 5@[2, 3, 4, 5, 6]";
    check(
        &file,
        &stratified(plan.clone(), "org", "organisation"),
        narrowed,
    );
    let plain = stratified(plan, "org", "plain");
    check(
        &file,
        &with_role(plain, "place", Role::Organisation),
        narrowed,
    );
}

#[test]
fn by_organisation_the_kind_of_organisation_still_holds() {
    let file = COUNTS.replace("kind", "org type");
    let plan = counts(&COLUMNS.replace("kind", "org type"), &["events"], &["imd"]);
    let plan = stratified(keeping(plan, "org type", &["Trust"]), "org", "organisation");
    check(
        &file,
        &with_role(plan, "org type", Role::Organisation),
        "
        imd × org=1 × A: 3 8(3, 0, 0)
        imd × org=2 × B: 2 7(2, 0, 0)
        used 5/6 Filtered 1@[7]",
    );
}

#[test]
fn a_stratification_of_one_kind_takes_that_kind_whatever_the_plan_keeps() {
    let plan = keeping(asked(&["imd"]), "kind", &["Region"]);
    check(
        COUNTS,
        &stratified(plan, "org/kind=Trust", "organisation"),
        "
        imd × org/kind=Trust=1 × A: 3 8(3, 0, 0) 80(3, 0, 0)
        imd × org/kind=Trust=2 × B: 2 7(2, 0, 0) 70(2, 0, 0)
        used 6/6",
    );
}

#[test]
fn breakdowns_and_bands_choose_rows_as_ever() {
    let file = "month,what,group,band,n\n\
        May,Sex,F,a,1\nMay,Sex,F,b,2\nMay,Age,0-4,a,3\nApr,Sex,F,a,*\nApr,Other,x,a,5\n";
    let plan = counts(
        "month,what,group,band,n",
        &["n/band=a"],
        &["group/what=Sex", "group/what=Age"],
    );
    check(
        file,
        &stratified(plan, "month", "period"),
        "
        group/what=Age × month=0-4 × May: 1 3(1, 0, 0)
        group/what=Sex × month=F × Apr: 1 blank 1 0(0, 1, 0)
        group/what=Sex × month=F × May: 1 1(1, 0, 0)
        used 2/5 OutcomeSuppressed 1@[5] Filtered 1@[3] OtherBreakdown 1@[6]",
    );
}

#[test]
fn waits_and_answers_are_stratified_too() {
    let file = "age,imd,weeks\n0-4,1,3\n0-4,1,2000\n5-9,1,1.5\n5-9,1,\n0-4,1,3\n";
    check(
        file,
        &stratified(weeks("age,imd,weeks", &["imd"]), "age", "age"),
        "
        imd × age=1 × 0-4: 3 3x2 2000x1
        imd × age=1 × 5-9: 2 blank 1 1.5x1
        used 4/5 OutcomeBlank 1@[5]",
    );
    let answers = Outcome::YesNo {
        column: "seen".into(),
        answers: Answers::Marks,
    };
    let answers = by(plan("age,imd,seen", answers), &["imd"]);
    check(
        "age,imd,seen\n0-4,1,yes\n0-4,1,0\n5-9,1,1\n",
        &stratified(answers, "age", "age"),
        "
        imd × age=1 × 0-4: 2 0x1 1x1
        imd × age=1 × 5-9: 1 1x1
        used 3/3",
    );
}

#[test]
fn a_column_that_names_people_cannot_cross() {
    let plan = stratified(asked(&["imd"]), "org", "organisation");
    let plan = with_role(plan, "org", Role::Identifier);
    assert!(read(COUNTS.as_bytes(), &plan, 1, (1 << 20, 1 << 20)).is_err());
}

#[test]
fn parts_of_a_file_merge_to_the_whole() {
    let plan = keeping(asked(&["imd", "sex"]), "month", &["May"]);
    let plan = stratified(stratified(plan, "month", "period"), "age,sex", "age");
    let rows: Vec<Vec<&str>> = COUNTS
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect())
        .collect();
    let tally = |rows: &[Vec<&str>]| {
        let mut collector = Collector::new(&plan).expect("a plan");
        for row in rows {
            collector.row(row, 1);
        }
        collector.finish().tally
    };
    let whole = tally(&rows);
    for cut in 0..=rows.len() {
        let (first, second) = rows.split_at(cut);
        let mut merged = Tally::default();
        merged.merge(&tally(second));
        merged.merge(&tally(first));
        assert_eq!(merged, whole, "cut at {cut}");
    }
}

#[test]
fn a_stratified_cut_keeps_a_bounded_number_of_combinations() {
    let plan = stratified(counts("a,b,n", &["n"], &["a"]), "b", "plain");
    let mut collector = Collector::new(&plan).expect("a plan");
    let most = 200_000;
    for row in 0..most + 500 {
        let (a, b) = ((row / 1000).to_string(), (row % 1000).to_string());
        collector.row(&[&a, &b, "1"], 2);
    }
    let reading = collector.finish();
    let cells = |columns: &[&str]| {
        let columns: Vec<String> = columns.iter().map(|&column| column.into()).collect();
        let cells = &reading.tally.cuts[&columns].cells;
        (
            cells.len(),
            cells.values().map(|cell| cell.rows).sum::<u64>(),
        )
    };
    assert_eq!(cells(&["a", "b"]), (most, most as u64));
    assert_eq!(cells(&["a"]), (201, most as u64 + 500));
    assert_eq!(reading.ledger.used, most as u64 + 500);
    let [note] = &reading.notes[..] else {
        panic!("{:?}", reading.notes);
    };
    assert!(
        note.contains("more than 200000 different combinations"),
        "{note}"
    );
}

#[test]
fn texts_beyond_what_a_column_may_hold_are_told_once() {
    let plan = stratified(counts("a,b,n", &["n"], &["a"]), "b", "plain");
    let mut collector = Collector::new(&plan).expect("a plan");
    for row in 0..20_100 {
        collector.row(&["x", &row.to_string(), "1"], 2);
    }
    let reading = collector.finish();
    let stratified = &reading.tally.cuts[&vec!["a".to_owned(), "b".to_owned()]];
    assert_eq!(stratified.cells.len(), 20_000);
    assert_eq!(reading.ledger.used, 20_100);
    assert_eq!(reading.notes.len(), 1, "{:?}", reading.notes);
    assert!(reading.notes[0].contains("\"b\" has more than 20000 different texts"));
}
