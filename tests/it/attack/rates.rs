//! Given shares and rates with their people: no measure over them, offer or line may tell counts apart
//! that the rule does not.

use std::fmt::Write;

use crate::attack::{every_measure, show};
use equal_measure::core::indicator::Formula;
use equal_measure::core::units::Unit;
use equal_measure::present::choices::choices;
use equal_measure::present::figure::full;

/// Everything made over all groups, for so many events of so many people in the first fifth.
fn printed(unit: Unit, events: f64, people: f64) -> Vec<String> {
    let shown_as = |events: f64| events / people;
    let mut text = String::from("IMD quintile,Value,Lower 95% limit,Upper 95% limit,Population\n");
    for (fifth, events) in [events, 10.0, 20.0, 25.0, 30.0].into_iter().enumerate() {
        // Limits do not move with the count, so that only the value can tell.
        let [value, lower, upper] = [events, 0.0, 38.0].map(shown_as);
        let _ = writeln!(text, "{},{value},{lower},{upper},{people}", fifth + 1);
    }
    let shown = show("rates.csv", &text, |plan| {
        every_measure(plan);
        plan.indicators[0].unit = unit;
    });
    let section = &shown.answer.sections[0];
    assert!(matches!(
        section.indicator.formula,
        Formula::Given {
            population: Some(_),
            ..
        }
    ));
    let figures = section.measures.iter().map(|measured| {
        let (id, figure) = (measured.measure.card.id, full(&measured.figure));
        format!("{id}: {figure} {:?}", measured.sides)
    });
    let others = [format!(
        "{:?} {:?}",
        section.fit,
        choices(&shown.answer, &[])
    )];
    figures.chain(others).collect()
}

#[test]
fn measures_over_given_rates_do_not_give_counts_back() {
    for (unit, people) in [(Unit::Percent, 40.0), (Unit::Per(100_000), 20_000.0)] {
        let of = |events: f64| printed(unit, events, people);
        for (one, other) in [
            (13.0, 15.0),
            (14.0, 17.0),
            (16.0, 13.0),
            (1.0, 7.0),
            (4.0, 3.0),
        ] {
            assert_eq!(of(one), of(other), "{one} and {other} of {people}");
        }
        assert_ne!(of(15.0), of(20.0));
        let given = of(15.0);
        assert!(
            given
                .iter()
                .any(|line| line.starts_with("slope-index: ") && line.contains("interval"))
        );
    }
}
