//! `exact_intervals.json`: intervals of one share and of one count.

use equal_measure::core::interval::{byar, clopper_pearson, exact_poisson, level, wilson};
use equal_measure::core::refusal::Refusal;

use crate::gold::case::Case;
use crate::gold::columns::Columns;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let level = level::written(case.option_number("confidence", 0.95))?;
    let names = ["value", "lower", "upper"];
    let mut columns = Columns::default();
    for (row, events) in case.numbers("x").into_iter().enumerate() {
        let people = || case.numbers("n")[row];
        match case.name.split('_').next() {
            Some("clopper") => {
                columns.push_estimate(names, &clopper_pearson(events, people(), level));
            }
            Some("wilson") => columns.push_estimate(names, &wilson(events, people(), level)),
            Some("poisson") => columns.push_estimate(names, &exact_poisson(events, level)),
            Some("byar") => {
                columns.push("lower", byar::lower(events, level));
                columns.push("upper", byar::upper(events, level));
            }
            _ => panic!("no interval is called {}", case.name),
        }
    }
    Ok(columns)
}
