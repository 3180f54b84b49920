//! Sexes are never pooled in a life table: with both there it is refused, with one kept it is of that one.

use std::fmt::Write;

use equal_measure::answer::cell::Figure as Estimate;
use equal_measure::answer::section::Entry;
use equal_measure::core::plan::{Division, Filter, Keep, Plan, Stratification};
use equal_measure::core::refusal::Refusal;
use equal_measure::engine::{flow, job};

const AGES: [&str; 4] = ["0-0", "1-39", "40-79", "80+"];

/// Deaths and people of fifths by sex and age; `men` as well, or women alone.
fn file(men: bool) -> String {
    let mut text = String::from("IMD quintile,Sex,Age,Deaths,Population\n");
    for fifth in 1..=5u32 {
        for (sex, times) in [("Female", 1), ("Male", 2)] {
            for (age, deaths) in AGES.iter().zip([2, 20, 60, 200]) {
                if men || sex == "Female" {
                    let deaths = deaths * times * (10 - fifth) / 4;
                    let _ = writeln!(text, "{fifth},{sex},{age},{deaths},4000");
                }
            }
        }
    }
    text
}

fn life(text: &str, edit: impl Fn(&mut Plan)) -> Result<Vec<Option<Estimate>>, Refusal> {
    let outline = job::look_text("deaths.csv", text.as_bytes(), text.len() as u64).unwrap();
    let sheet = &outline.sheets[0];
    let mut plan = sheet.plan.clone().unwrap();
    plan.rule = "none".into();
    plan.measures = vec!["life-expectancy".into()];
    let by = |column: &str, scheme: &str| Division {
        id: column.into(),
        column: column.into(),
        only: None,
        scheme: scheme.into(),
    };
    plan.stratifications = vec![Stratification {
        by: vec![by("Age", "age"), by("Sex", "sex")],
    }];
    edit(&mut plan);
    let mut reader = job::Job::text(&outline, &plan);
    reader.push(text.as_bytes()).unwrap();
    let answer = flow::show(&plan, &reader.finish().unwrap(), &sheet.source).answer;
    let mut analyses = answer.sections[0].analyses.iter();
    let analysis = analyses
        .find(|one| one.analysis.card.id == "life-expectancy")
        .unwrap();
    let results = analysis.results.clone()?;
    let rows = results.tables[0].rows.iter();
    let value = |entry: &Entry| match entry {
        Entry::Figure(Ok(years)) => Some(years.clone()),
        _ => None,
    };
    Ok(rows.map(|(_, cells)| value(&cells[0])).collect())
}

#[test]
fn a_life_table_is_of_one_sex() {
    assert_eq!(life(&file(true), |_| {}), Err(Refusal::SexesTogether));
    let women = life(&file(true), |plan| {
        plan.filters.push(Filter {
            column: "Sex".into(),
            keep: Keep::Texts(vec!["Female".into()]),
        });
    });
    assert!(
        women
            .as_ref()
            .is_ok_and(|years| years.iter().flatten().count() == 5)
    );
    assert_eq!(women, life(&file(false), |_| {}));
}
