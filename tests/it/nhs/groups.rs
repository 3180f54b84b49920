//! Texts of files as they come, settled into groups.

use crate::nhs::settle::{check, settle, settle_with};
use equal_measure::core::dimension::{Dimension, Status};
use equal_measure::core::plan::{Division, Only, Switches};
use equal_measure::nhs;

#[test]
fn deciles_are_read_in_every_spelling_and_order() {
    check(
        "imd-decile",
        "IMD decile",
        "1 > 1 – most deprived; 10 > 10 – least deprived; 2 > 2; 03 > 3; 4.0 > 4",
    );
    check(
        "imd-decile",
        "IMD",
        "IMD 1 > 1 – most deprived;IMD 10 > 10 – least deprived;Decile 7 > 7;Unknown > Not known;-1 > Not known",
    );
    check(
        "imd-decile",
        "Category",
        "Most deprived decile (IMD2019) > 1 – most deprived;Second most deprived decile (IMD2019) > 2;\
         Third more deprived decile (IMD2019) > 3;Fourth more deprived decile (IMD2019) > 4;\
         Fifth more deprived decile (IMD2019) > 5;Fifth less deprived decile (IMD2019) > 6;\
         Fourth less deprived decile (IMD2019) > 7;Third less deprived decile (IMD2019) > 8;\
         Second least deprived decile (IMD2019) > 9;Least deprived decile (IMD2019) > 10 – least deprived",
    );
    check(
        "imd-decile",
        "IMD04_DECILE",
        "Most deprived 10% > 1 – most deprived;More deprived 10-20% > 2;More deprived 40-50% > 5;\
         Less deprived 40-50% > 6;Less deprived 10-20% > 9;Least deprived 10% > 10 – least deprived",
    );
    check(
        "imd-decile",
        "IMD",
        "01 - Most deprived > 1 – most deprived;10 - Least deprived > 10 – least deprived;11 > Not recognised; > Left blank;All > Total",
    );
    let sorted = settle("imd-decile", "IMD", &["1", "10", "2"]);
    let labels: Vec<&str> = sorted
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(labels, ["1 – most deprived", "2", "10 – least deprived"]);
    assert!(sorted.ordered);
}

#[test]
fn fifths_are_read_in_every_spelling() {
    check(
        "imd-fifth",
        "IMD",
        "1 Most deprived > 1 – most deprived;2 > 2;5 Least deprived > 5 – least deprived;Unknown > Not known",
    );
    check(
        "imd-fifth",
        "IMD",
        "Q1 > 1 – most deprived;Most deprived 20% > 1 – most deprived;Least deprived 20% > 5 – least deprived;6 > Not recognised",
    );
    check(
        "imd-fifth",
        "wealth",
        "Quintile 1 (poorest) > 1 – most deprived;Quintile 5 (richest) > 5 – least deprived",
    );
}

#[test]
fn a_scale_that_runs_the_other_way_is_turned() {
    let turned = settle("imd-decile", "Decile", &["1", "2", "10 (most deprived)"]);
    assert_eq!(
        turned.groups[turned.assign["10 (most deprived)"]].label,
        "1 – most deprived"
    );
    assert_eq!(
        turned.groups[turned.assign["1"]].label,
        "10 – least deprived"
    );
    assert!(
        turned
            .notes
            .iter()
            .any(|note| note.contains("the other way round"))
    );
}

#[test]
fn deprivation_has_its_contrasts() {
    let texts = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let ten = settle("imd-decile", "IMD", &texts);
    let ids: Vec<&str> = ten
        .contrasts
        .iter()
        .map(|contrast| contrast.id.as_str())
        .collect();
    assert_eq!(ids, ["extremes", "core20"]);
    assert_eq!(ten.contrasts[1].worse_off_groups, [0, 1]);
    assert_eq!(ten.contrasts[1].better_off_groups.len(), 8);
    let halved = settle_with(
        "imd-decile",
        "IMD",
        &texts,
        Switches {
            fifths: true,
            ..Switches::default()
        },
    );
    assert_eq!(halved.groups.len(), 5);
    assert_eq!(halved.contrasts[1].worse_off_groups, [0]);
    assert_eq!(halved.contrasts[0].better_off, "the least deprived fifth");
    let local = settle("imd-fifth", "Local quintile", &["1", "2", "3", "4", "5"]);
    assert!(
        local
            .contrasts
            .iter()
            .all(|contrast| contrast.id != "core20")
    );
    let partial = settle("imd-decile", "IMD", &["1", "3", "10"]);
    assert!(
        partial
            .contrasts
            .iter()
            .all(|contrast| contrast.id != "core20")
    );
}

#[test]
fn editions_are_told_or_said_to_be_unknown() {
    for (column, edition) in [
        ("IMD19_DECILE", Some("IMD 2019")),
        ("IMD 2019 decile", Some("IMD 2019")),
        ("IoD2025 decile", Some("IoD 2025")),
        ("IMD04_DECILE", Some("IMD 2004")),
        ("IMD decile", None),
    ] {
        let dimension = settle("imd-decile", column, &["1", "2"]);
        assert_eq!(dimension.edition.as_deref(), edition, "{column}");
        let doubtful = dimension
            .notes
            .iter()
            .any(|note| note.contains("does not say which edition"));
        assert_eq!(doubtful, edition.is_none(), "{column}");
    }
}

#[test]
fn ranks_fall_into_the_deciles_of_their_edition() {
    let of_2019 = settle(
        "imd-rank",
        "IMD 2019 rank",
        &["1", "3284", "3285", "6568", "32844", "0"],
    );
    let label =
        |dimension: &Dimension, text: &str| dimension.groups[dimension.assign[text]].label.clone();
    assert_eq!(label(&of_2019, "3284"), "1 – most deprived");
    assert_eq!(label(&of_2019, "3285"), "2");
    assert_eq!(label(&of_2019, "32844"), "10 – least deprived");
    assert_eq!(label(&of_2019, "0"), "Not recognised");
    let of_2025 = settle("imd-rank", "rank", &["3375", "33755"]);
    assert_eq!(of_2025.edition.as_deref(), Some("IoD 2025"));
    assert_eq!(label(&of_2025, "3375"), "1 – most deprived");
    assert_eq!(settle("imd-rank", "rank", &["5", "9000"]).edition, None);
}

#[test]
fn sexes_are_never_guessed() {
    check(
        "sex",
        "Sex",
        "1 > Male;2 > Female;0 > Not known;9 > Not known",
    );
    check(
        "sex",
        "PERSON STATED GENDER",
        "1 > Male;2 > Female;9 > Indeterminate;X > Not known",
    );
    check(
        "sex",
        "Gender identity code",
        "1 > Male;2 > Female;3 > Non-binary;4 > Other;Z > Not stated",
    );
    check("sex", "SexId", "1 > Male;2 > Female;4 > Total");
    check(
        "sex",
        "Sex",
        "M > Male;f > Female;I > Indeterminate;U > Not known;Persons > Total;All persons > Total;Both sexes > Total; > Left blank;Q7 > Not recognised",
    );
    let dimension = settle("sex", "Sex", &["Male", "Female"]);
    assert_eq!(dimension.contrasts[0].worse_off, "females");
    assert!(!dimension.ordered);
}

#[test]
fn ages_are_banded_and_bands_put_in_order() {
    check(
        "age",
        "Age",
        "0 > 0–17;17 > 0–17;18 > 18–39;40 > 40–64;64.0 > 40–64;65 > 65–79;80 > 80 and over;104 > 80 and over;999 > Not recognised; > Left blank",
    );
    check(
        "age",
        "Age band",
        "00-04 > 0–4;5-9 > 5–9;85+ > 85 and over;All ages > Total;Unknown > Not known",
    );
    check(
        "age",
        "Age band",
        "Aged 4 years and under > 0–4;Aged 85 years and over > 85 and over;Under 25 > 0–24;25 to 64 years > 25–64",
    );
    check(
        "age",
        "Age",
        "0 > 0–17;1 > 0–17;89 > 80 and over;90+ > 80 and over",
    );
    let bands = settle(
        "age",
        "Age",
        &["19-64 Years", "Over 65 Years", "0-18 Years"],
    );
    let labels: Vec<&str> = bands
        .groups
        .iter()
        .map(|group| group.label.as_str())
        .collect();
    assert_eq!(labels, ["0–18", "19–64", "65 and over"]);
    assert!(
        bands
            .notes
            .iter()
            .any(|note| note.contains("Over 65 Years"))
    );
    let overlapping = settle("age", "Age", &["0-65", "65+"]);
    assert!(
        overlapping
            .notes
            .iter()
            .any(|note| note.contains("overlap"))
    );
}

#[test]
fn flags_and_local_groups_keep_their_words() {
    check("plain", "Housebound", "yes > Yes;no > No");
    check("plain", "ld", "1 > Yes;0 > No; > Left blank");
    check(
        "plain",
        "Area",
        "Leeds > Leeds;leeds  > Leeds;Bradford > Bradford;Not known > Not known;Total > Total",
    );
    let numbers = settle("plain", "Band", &["Band 10", "Band 9"]);
    assert_eq!(numbers.groups[0].label, "Band 9");
    let flag = settle("plain", "learning_disability", &["1", "0"]);
    assert_eq!(flag.name, "Learning disability");
    assert_eq!(flag.contrasts[0].worse_off_groups, [0]);
    assert!(settle("plain", "BMI", &["30+", "under 30"]).contrasts.len() == 1);
}

#[test]
fn a_breakdown_gives_its_own_name() {
    let division = Division {
        id: "Category = Index of Multiple Deprivation (quintiles)".into(),
        column: "Group".into(),
        only: Some(Only {
            column: "Category".into(),
            text: "Index of Multiple Deprivation (quintiles)".into(),
        }),
        scheme: "imd-fifth".into(),
    };
    let dimension = nhs::dimension(&division, &["1 Most deprived", "2"], &Switches::default());
    assert_eq!(dimension.name, "Deprivation (IMD fifth)");
    assert_eq!(dimension.id, division.id);
}

#[test]
fn every_scheme_takes_anything() {
    let odd = [
        "",
        " ",
        "—",
        "\u{0}",
        "9999999999999999999999",
        "ÅÄÖ",
        "-",
        "1e9",
        "%",
        "<5",
        "=1+1",
    ];
    for scheme in nhs::SCHEMES {
        let dimension = settle(scheme.id, "x", &odd);
        assert_eq!(dimension.assign.len(), odd.len());
        assert!(
            dimension
                .assign
                .values()
                .all(|&place| place < dimension.groups.len())
        );
        let none = settle(scheme.id, "x", &[]);
        assert!(none.groups.is_empty() && none.contrasts.is_empty());
        assert!(
            dimension
                .groups
                .iter()
                .all(|group| group.status != Status::Known || !group.label.is_empty())
        );
    }
}
