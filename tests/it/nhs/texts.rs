//! Periods, waiting bands, codes, families and identifiers, read from their texts.

use equal_measure::core::units::Polarity;
use equal_measure::ingest::identifiers;
use equal_measure::nhs::{families, indicators::polarity, organisation, period, waits};
use waits::Band;

#[test]
fn periods_are_put_in_order() {
    for (text, day) in [
        ("2026-01-25", 20_260_125),
        ("25/01/2026", 20_260_125),
        ("03/04/2025", 20_250_403),
        ("25 January 2026", 20_260_125),
        ("Week ending 25 January 2026", 20_260_125),
        ("25-Jan-26", 20_260_125),
        ("Jan-26", 20_260_131),
        ("January 2026", 20_260_131),
        ("2023/24", 20_240_331),
        ("2023-24", 20_240_331),
        ("2023", 20_231_231),
        ("Q1 2023/24", 20_230_631),
        ("Q4 2023/24", 20_240_331),
        ("2013 to 2015", 20_151_231),
        ("202401", 20_240_131),
        ("20240125", 20_240_125),
        ("To March 2025", 20_250_331),
        ("RTT-June-2026", 20_260_631),
        ("2026-01-25 00:00:00", 20_260_125),
        (
            "Week ending 19 September 2021 to week ending 25 January 2026",
            20_260_125,
        ),
    ] {
        assert_eq!(period::last_day(text), Some(day), "{text}");
    }
    for text in [
        "",
        "27",
        "1 Most deprived",
        "Leeds",
        "0-4",
        "Marylebone",
        "x2023",
        "99999",
        "12.5",
        "13/13/2020",
    ] {
        assert_eq!(period::last_day(text), None, "{text}");
    }
}

#[test]
fn bands_are_read_as_columns_and_as_rows() {
    let weeks = |over, up_to| Some(Band::Weeks { over, up_to });
    for (text, band) in [
        ("Total Waiting List", Some(Band::Total)),
        ("Total", Some(Band::Total)),
        ("Up to 18 weeks", Some(waits::TO_18)),
        ("01 To 18 Weeks", Some(waits::TO_18)),
        ("Over 18 and up to 52 weeks", Some(waits::TO_52)),
        ("18 To 52 Weeks", Some(waits::TO_52)),
        ("Over 52 weeks", Some(waits::OVER_52)),
        ("> 52 weeks", Some(waits::OVER_52)),
        ("Unknown Clock Start Date", Some(Band::UnknownStart)),
        ("Total All", Some(Band::TotalAll)),
        ("Gt 00 To 01 Weeks SUM 1", weeks(0, Some(1))),
        ("Gt 17 To 18 Weeks SUM 1", weeks(17, Some(18))),
        ("Gt 104 Weeks SUM 1", weeks(104, None)),
        ("0-18 weeks", Some(waits::TO_18)),
        ("<18 weeks", Some(waits::TO_18)),
        ("19-52 weeks", weeks(19, Some(52))),
        ("65+ weeks", weeks(65, None)),
        ("52 weeks plus", Some(waits::OVER_52)),
        ("Seen within 18 weeks", None),
        ("18 weeks", None),
        ("% within 18 weeks", None),
        ("% > 52 weeks", None),
        ("Weeks waited", None),
        ("Over 65 Years", None),
    ] {
        assert_eq!(waits::band(text), band, "{text}");
    }
}

#[test]
fn directions_are_told_from_names() {
    use Polarity::{MoreIsBetter, MoreIsWorse, Neutral};
    for (name, direction) in [
        ("Vaccinated", MoreIsBetter),
        ("Emergency admissions", MoreIsWorse),
        ("dna", MoreIsWorse),
        ("Not vaccinated", MoreIsWorse),
        ("screening_uptake", MoreIsBetter),
        ("4 hour breach", MoreIsWorse),
        ("Life expectancy", MoreIsBetter),
        ("Late diagnosis", MoreIsWorse),
        ("BMI", Neutral),
        ("", Neutral),
    ] {
        assert_eq!(polarity::of(name), direction, "{name}");
    }
}

#[test]
fn codes_are_known_by_their_form() {
    for code in ["RRF", "RCB01", "A81001", "QOP", "00C", "84H", "Y61"] {
        assert!(organisation::is_ods_code(code), "{code}");
    }
    for code in ["ALL", "NHS", "Leeds", "12", "", "AAA111"] {
        assert!(!organisation::is_ods_code(code), "{code}");
    }
    assert!(organisation::is_ons_code("E54000054") && !organisation::is_ons_code("E5400005X"));
    assert!(organisation::is_england("England") && organisation::is_england("ENG"));
    assert_eq!(organisation::small_area_year("LSOA21CD"), Some(2021));
    assert_eq!(
        organisation::small_area_year("LSOA code (2011)"),
        Some(2011)
    );
    assert_eq!(organisation::small_area_year("Trust"), None);
}

#[test]
fn families_are_known_by_name_or_columns() {
    let coverage = ["Category", "Group", "Total eligible", "Other"];
    assert!(families::family("x.csv", &coverage).is_some());
    assert!(families::family("Source: Waiting List Minimum Data Set", &[]).is_some());
    assert!(families::family("patients.csv", &["Category", "Group"]).is_none());
}

#[test]
fn people_are_recognised_by_name_and_by_contents() {
    for name in [
        "NHS_Number",
        "nhsno",
        "Surname",
        "DOB",
        "Date of Birth",
        "Postcode",
        "Hospital No",
        "MRN",
        "HESID",
        "PSEUDO_ID",
        "e-mail address",
        "Patient Name",
        "EMIS Number",
        "ATTENDANCE_IDENTIFIER",
    ] {
        assert!(identifiers::by_name(name).is_some(), "{name}");
    }
    for name in [
        "Organisation Name",
        "Weeks waited",
        "IMD decile",
        "Postcode sector",
        "NHS number status",
        "Named nurse offered",
        "Number of attendances",
    ] {
        assert!(identifiers::by_name(name).is_none(), "{name}");
    }
    for number in ["9434765919", "943 476 5919", "943-476-5919", "4010232137"] {
        assert!(identifiers::is_nhs_number(number), "{number}");
    }
    for number in [
        "9434765918",
        "943476591",
        "94347659190",
        "1111111111",
        "943476591X",
        "",
    ] {
        assert!(!identifiers::is_nhs_number(number), "{number}");
    }
    for postcode in ["LS1 4AB", "sw1a1aa", "M1 1AE", "ZZ99 3VZ", "EC1A 1BB"] {
        assert!(identifiers::is_postcode(postcode), "{postcode}");
    }
    for text in ["RRF01", "A81001", "E01000001", "IMD 1", "LS1"] {
        assert!(!identifiers::is_postcode(text), "{text}");
    }
    assert_eq!(identifiers::by_contents(&["9434765919"; 9]), None);
    assert_eq!(
        identifiers::by_contents(&["9434765919"; 10]),
        Some("NHS numbers")
    );
    let mixed = [["9434765919"; 8].as_slice(), &["1234567890"; 2]].concat();
    assert_eq!(identifiers::by_contents(&mixed), Some("NHS numbers"));
    let fewer = [["9434765919"; 7].as_slice(), &["1234567890"; 3]].concat();
    assert_eq!(identifiers::by_contents(&fewer), None);
}
