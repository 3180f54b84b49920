//! Ethnic categories and groups as files write them, settled.

use crate::nhs::settle::{check, check_with, settle, settle_with};
use equal_measure::core::plan::Switches;

#[test]
fn ethnic_codes_and_labels_of_every_list_are_read() {
    check(
        "ethnicity",
        "ETHNOS",
        "A > White;B > White;C > White;D > Mixed;G > Mixed;H > Asian;L > Asian;M > Black;P > Black;R > Other;S > Other;Z > Not stated;99 > Not known;X > Not known; > Left blank;Q > Not recognised",
    );
    check(
        "ethnicity",
        "e",
        "a > White;A1 > White;CA > White;T > White;W > Other;NK > Not known;A: British > White;A - British > White;C: Any other white background > White;Z: Not stated > Not stated;99: Not known > Not known",
    );
    check(
        "ethnicity",
        "e",
        "White - British > White;White: Irish > White;Asian or Asian British - Any other Asian background > Asian;Mixed - White and Asian > Mixed;Black or Black British - African > Black;Other Ethnic Groups - Chinese > Other;Other Ethnic Groups - Any other ethnic group > Other",
    );
    check(
        "ethnicity",
        "2021",
        "White: English, Welsh, Scottish, Northern Irish or British > White;White: Gypsy or Irish Traveller > White;White: Roma > White;White: Other White > White;Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups > Mixed;Asian, Asian British or Asian Welsh: Chinese > Other;Black, Black British, Black Welsh, Caribbean or African: Caribbean > Black;Black, Black British, Black Welsh, Caribbean or African: Other Black > Black;Other ethnic group: Arab > Other;Other ethnic group: Any other ethnic group > Other",
    );
    check(
        "ethnicity",
        "TS021",
        "Asian, Asian British or Asian Welsh > Asian;Black, Black British, Black Welsh, Caribbean or African > Black;Mixed or Multiple ethnic groups > Mixed;White > White;Other ethnic group > Other;Total: All usual residents > Total",
    );
    check(
        "ethnicity",
        "MSDS",
        "White > White;Mixed > Mixed;Asian or Asian British > Asian;Black or Black British > Black;Any other > Other;Not Stated > Not stated;Not Known > Not known;Missing Value > Not known",
    );
}

#[test]
fn detailed_labels_with_spaces_before_them_are_read() {
    let texts = [
        (" African", "Black African"),
        (" Bangladeshi or British Bangladeshi", "Bangladeshi"),
        (" Caribbean", "Black Caribbean"),
        (" Chinese", "Chinese"),
        (" Other", "Other"),
        (" Other Asian", "Any other Asian background"),
        ("British or Mixed British", "White British"),
        ("Indian or British Indian", "Indian"),
        ("Irish", "White Irish"),
        ("Other Black", "Any other Black background"),
        ("Other White", "Any other White background"),
        ("Other mixed", "Any other Mixed background"),
        ("Pakistani or British Pakistani", "Pakistani"),
        ("White + Asian", "Mixed White and Asian"),
        ("White + Black African", "Mixed White and Black African"),
        ("White + Black Caribbean", "Mixed White and Black Caribbean"),
        ("Unknown", "Not known"),
    ];
    let list: Vec<&str> = texts.iter().map(|(text, _)| *text).collect();
    let switches = Switches {
        sixteen_ethnic_groups: true,
        ..Switches::default()
    };
    let dimension = settle_with("ethnicity", "Group", &list, switches);
    for (text, label) in texts {
        assert_eq!(
            dimension.groups[dimension.assign[text]].label, label,
            "{text}"
        );
    }
    let reference = dimension.reference.expect("a reference");
    assert_eq!(dimension.groups[reference].label, "White British");
    assert_eq!(dimension.edition.as_deref(), Some("16 categories of 2001"));
}

#[test]
fn chinese_is_a_switch_and_unknowns_stay_apart() {
    let texts = ["A", "H", "R", "S", "Z", "99"];
    let moved = Switches {
        chinese_in_asian: true,
        ..Switches::default()
    };
    check(
        "ethnicity",
        "e",
        "A > White;H > Asian;R > Other;S > Other;Z > Not stated;99 > Not known",
    );
    check_with(
        "ethnicity",
        "e",
        "A > White;H > Asian;R > Asian;S > Other;Z > Not stated;99 > Not known",
        moved,
    );
    let as_2001 = settle("ethnicity", "e", &texts);
    assert_eq!(
        as_2001.edition.as_deref(),
        Some("five groups of 2001, Chinese in Other")
    );
    assert_eq!(
        settle_with("ethnicity", "e", &texts, moved)
            .edition
            .as_deref(),
        Some("five groups, Chinese in Asian as in 2011 and 2021")
    );
    let white = as_2001.reference.expect("a reference");
    assert_eq!(as_2001.groups[white].label, "White");
    assert_eq!(as_2001.contrasts.len(), 2);
    assert!(
        as_2001
            .contrasts
            .iter()
            .all(|contrast| contrast.better_off_groups == [white])
    );
    let south_asian = settle("ethnicity", "e", &["South Asian", "White", "Unknown"]);
    assert_eq!(south_asian.groups[0].label, "South Asian");
}

#[test]
fn digits_of_the_older_list_are_read_only_by_themselves() {
    check(
        "ethnicity",
        "ETHRAW",
        "0 > White;1 > Black;4 > Asian;7 > Other;9 > Not stated",
    );
    check(
        "ethnicity",
        "ETHNOS",
        "A > White;1 > Not recognised;99 > Not known",
    );
}

#[test]
fn digits_that_may_be_of_two_lists_are_not_read() {
    let dimension = settle("ethnicity", "ethnicity", &["1", "2", "3", "4", "5"]);
    assert_eq!(dimension.known().count(), 0);
    assert!(
        dimension
            .notes
            .iter()
            .any(|note| note.contains("of which list"))
    );
}

#[test]
fn whole_labels_decide_and_none_of_their_words() {
    let own = |text: &str| {
        let dimension = settle("ethnicity", "Race", &[text, "White"]);
        let group = &dimension.groups[dimension.assign[text]];
        assert_eq!(group.label, text, "{text}");
    };
    for text in [
        "American Indian or Alaska Native",
        "Asian or Pacific Islander",
        "Native Hawaiian and Other Pacific Islander",
        "Black or African American",
        "Other than White British",
        "Non-White",
        "White (not Hispanic or Latino)",
        "All other ethnic groups",
        "BAME",
        "White: Scottish",
        "White Polish",
    ] {
        own(text);
    }
    check(
        "ethnicity",
        "e",
        "White > White;Indian Railways > Not recognised",
    );
    let labels = [
        "White: Roma",
        "Gypsy or Irish Traveller",
        "Arab",
        "White British",
        "Chinese",
    ];
    let switches = Switches {
        sixteen_ethnic_groups: true,
        ..Switches::default()
    };
    let dimension = settle_with("ethnicity", "e", &labels, switches);
    assert_eq!(dimension.known().count(), 5);
    assert!(
        dimension
            .edition
            .is_some_and(|edition| edition.starts_with("19 categories"))
    );
}

#[test]
fn white_is_what_others_are_compared_with_in_staff_reports() {
    let dimension = settle("ethnicity", "Ethnicity", &["BME", "Unknown", "White"]);
    let [contrast] = &dimension.contrasts[..] else {
        panic!("{:?}", dimension.contrasts);
    };
    assert_eq!(
        (contrast.worse_off.as_str(), contrast.better_off.as_str()),
        ("BME", "White")
    );
    let disabled = settle(
        "plain",
        "Disability",
        &["Non-disabled", "Disabled", "Not stated"],
    );
    let contrast = &disabled.contrasts[0];
    assert_eq!(
        (contrast.worse_off.as_str(), contrast.better_off.as_str()),
        ("Disabled", "Non-disabled")
    );
}
