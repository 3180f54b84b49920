//! Given rates and shares times their people: the count that they were made from must not come back.

use crate::answers::release;
use crate::answers::{Valued, answer, median, values};
use crate::attack::show;
use equal_measure::core::indicator::Indicator;
use equal_measure::core::units::Unit;
use equal_measure::release::rule;

#[test]
fn a_given_rate_does_not_give_its_count_back() {
    for (unit, people) in [(Unit::Percent, 40.0), (Unit::Per(100_000), 20_000.0)] {
        let rate = Indicator { unit, ..median() };
        let of = |events: f64| {
            let groups: &[Valued] = &[
                (
                    "1",
                    events / people,
                    (events - 4.0) / people,
                    (events + 5.0) / people,
                    people,
                ),
                ("2", 20.0 / people, 15.0 / people, 25.0 / people, people),
            ];
            let released = release(
                &answer(vec![values(rate.clone(), groups)]),
                rule("nhs-england"),
            );
            let figure = released.sections[0].groups[0]
                .value
                .clone()
                .expect("a figure");
            figure.shown().expect("shown").0
        };
        // 13 to 17 are one number to the rule, and must be one here.
        for events in [13.0, 14.0, 16.0, 17.0] {
            assert!((of(events) - of(15.0)).abs() < 1e-9, "{events} of {people}");
        }
        assert!((of(20.0) - of(15.0)).abs() > 1e-9);
    }
}

/// The first group's figure of a table whose value column has this name, under the default rule.
fn printed(name: &str, value: f64, people: u32) -> String {
    let text = format!(
        "IMD decile,\"{name}\",Population\n1,{value:.4},{people}\n2,{:.4},{people}\n3,{:.4},{people}\n",
        value * 1.5,
        value * 2.0
    );
    let shown = show("table.csv", &text, |_| {});
    let figure = shown.answer.sections[0].groups[0].value.clone();
    format!("{figure:?}")
}

/// The name of the column alone says that the value times its people is a count.
#[test]
fn a_name_is_enough_to_know_a_share_or_a_rate() {
    for (name, whole, people) in [
        ("Percentage vaccinated", 100.0, 40),
        ("% seen", 100.0, 40),
        ("Uptake", 100.0, 43),
        ("Coverage (%)", 100.0, 40),
        ("Proportion screened", 1.0, 40),
        ("Rate per 1,000", 1_000.0, 400),
        ("Admissions per 100,000", 100_000.0, 20_000),
        ("Deaths per 10k", 10_000.0, 2_000),
    ] {
        let of = |events: f64| printed(name, events / f64::from(people) * whole, people);
        for events in [13.0, 14.0, 16.0, 17.0] {
            assert_eq!(of(events), of(15.0), "{name}: {events} of {people}");
        }
        assert_ne!(of(15.0), of(18.0), "{name}");
        assert_eq!(of(2.0), of(4.0), "{name}: a small count");
    }
}
