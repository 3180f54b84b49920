//! Given rates and shares times their people: the count that they were made from must not come back.

mod answers;

use answers::{Valued, answer, median, values};
use equal_measure::core::indicator::Indicator;
use equal_measure::core::units::Unit;
use equal_measure::release::{release, rule};

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
