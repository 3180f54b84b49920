//! The choice of analyses: what fits, what would have to be done for the rest, and what a named analysis that
//! cannot be made says.

use crate::attack::show;
use equal_measure::core::analysis::{ANALYSES, Needs};
use equal_measure::core::plan::Plan;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::stratification::By;
use equal_measure::engine::flow::Shown;
use equal_measure::export::EXPORTERS;
use equal_measure::present::choices::{Choices, Further, Method, choices, start};

const MONTHS: &str = "Month,IMD quintile,Vaccinated,Population\n\
    Jan-25,1,3000,10000\nJan-25,3,4100,10000\nJan-25,5,4300,10000\n\
    Feb-25,1,3200,10000\nFeb-25,3,4150,10000\nFeb-25,5,4310,10000\n\
    Mar-25,1,3400,10000\nMar-25,3,4180,10000\nMar-25,5,4330,10000\n";
const PLAIN: &str =
    "IMD quintile,Vaccinated,Population\n1,3000,10000\n3,4100,10000\n5,4300,10000\n";
const ETHNIC: &str = "Ethnic group,Vaccinated,Population\n\
    White,4100,10000\nAsian,3000,9000\nBlack,2000,7000\n";
const AGES: &str = "Age band,IMD quintile,Vaccinated,Population\n\
    15-64,1,3000,10000\n15-64,3,4100,10000\n15-64,5,4300,10000\n\
    65+,1,1200,2000\n65+,3,1700,2500\n65+,5,2310,3000\n";

fn shown(text: &str, rule: &str, edit: impl FnOnce(&mut Plan)) -> Shown {
    show("file.csv", text, |plan| {
        plan.rule = rule.into();
        edit(plan);
    })
}

fn further(by: By, words: &str) -> Further {
    Further {
        by,
        words: words.into(),
    }
}

fn offered<'a>(choices: &'a Choices, id: &str) -> Option<(&'static str, &'a Method)> {
    choices.shelves.iter().find_map(|shelf| {
        let found = shelf.measures.iter().find(|measure| measure.id == id)?;
        Some((shelf.heading, found))
    })
}

#[test]
fn a_analysis_that_fits_stands_on_the_shelf_of_what_it_needs() {
    for (text, id, heading, recommended) in [
        (MONTHS, "gap-over-time", "Over time", true),
        (MONTHS, "recovery", "Over time", false),
        (AGES, "standardised-rate", "By age and other parts", true),
        (AGES, "adjusted-gap", "By age and other parts", false),
        (
            PLAIN,
            "concentration-curve",
            "Curves, unknowns and more",
            false,
        ),
        (ETHNIC, "lorenz-curve", "Curves, unknowns and more", false),
    ] {
        for measures in [&[][..], &[id], &["gini-index"]] {
            let shown = shown(text, "nhs-england", |plan| {
                plan.measures = measures.iter().map(|id| (*id).to_owned()).collect();
            });
            let choices = choices(&shown.answer, &[]).expect("choices");
            let (shelf, analysis) = offered(&choices, id).expect(id);
            assert_eq!(
                (shelf, analysis.recommended),
                (heading, recommended),
                "{id}"
            );
            assert_eq!(analysis.chosen, measures == [id], "{id} {measures:?}");
            assert!(
                analysis.hint.ends_with('.') && !analysis.hint.contains("# "),
                "{id}"
            );
            // Choosing starts from what would be shown, whatever is chosen now.
            assert_eq!(
                choices.start.iter().any(|each| each == id),
                recommended,
                "{id}"
            );
            assert_eq!(choices.start, start(&shown.answer));
        }
    }
}

#[test]
fn a_analysis_that_does_not_fit_says_what_to_do() {
    let month = further(By::Periods, "Over time (Month)");
    let place = further(By::Places, "By organisation (Provider)");
    for (text, further, id, expected) in [
        (
            MONTHS,
            &[month.clone()][..],
            "gap-over-time",
            "Needs a column of months or other periods: tick “Over time (Month)” under “Look further”.",
        ),
        (
            PLAIN,
            &[],
            "gap-over-time",
            "This file has no column of months or other periods to make it from.",
        ),
        (
            MONTHS,
            &[month, place],
            "funnel",
            "Needs a column of organisations or areas: tick “By organisation (Provider)” under “Look further”.",
        ),
        (
            ETHNIC,
            &[],
            "concentration-curve",
            "This needs groups in order, from most to least deprived for example.",
        ),
        (
            PLAIN,
            &[],
            "waits-by-threshold",
            "This file cannot give it. It would need the wait, or other number, of each person.",
        ),
    ] {
        let shown = shown(text, "nhs-england", |plan| plan.stratifications.clear());
        let choices = choices(&shown.answer, further).expect("choices");
        let analysis = equal_measure::core::analysis::find(id).expect(id);
        let mut refused = choices.refused.iter();
        let found =
            refused.find(|(names, _)| names.split("; ").any(|name| name == analysis.card.name));
        assert_eq!(found.map(|(_, why)| why.as_str()), Some(expected), "{id}");
        assert!(offered(&choices, id).is_none(), "{id}");
    }
}

#[test]
fn a_chosen_analysis_that_gives_nothing_can_be_unticked() {
    for (text, id) in [
        (AGES, "life-expectancy"),
        (MONTHS, "funnel"),
        (ETHNIC, "contribution"),
    ] {
        let shown = shown(text, "nhs-england", |plan| {
            plan.measures = vec![id.to_owned()];
        });
        let choices = choices(&shown.answer, &[]).expect("choices");
        let (_, analysis) = offered(&choices, id).expect(id);
        let gives_nothing = shown.answer.sections.iter().all(|section| {
            let mut analyses = section.analyses.iter();
            analyses.all(|analysed| analysed.results.is_err())
        });
        assert!(analysis.chosen, "{id}");
        assert_eq!(
            analysis.hint.contains("It gives nothing here: "),
            gives_nothing,
            "{id}"
        );
    }
}

#[test]
fn a_named_analysis_is_never_absent() {
    for text in [MONTHS, PLAIN, ETHNIC, AGES] {
        for rule in ["nhs-england", "none"] {
            let shown = shown(text, rule, |plan| {
                plan.measures = ANALYSES
                    .iter()
                    .map(|analysis| analysis.card.id.to_owned())
                    .collect();
            });
            let exporter = EXPORTERS.iter().find(|one| one.id == "json").expect("JSON");
            let saved = (exporter.make)(&shown.answer).expect("bytes");
            let saved = String::from_utf8(saved).expect("UTF-8");
            for analysis in ANALYSES {
                let mut all = shown
                    .answer
                    .sections
                    .iter()
                    .flat_map(|section| &section.analyses);
                let analysed = all
                    .find(|one| one.analysis.card.id == analysis.card.id)
                    .expect(analysis.card.id);
                assert!(
                    saved.contains(&format!("\"{}\"", analysis.card.id)),
                    "{}",
                    analysis.card.id
                );
                let stratified = analysed.by.is_some() || analysis.needs == Needs::Groups;
                let refusal = analysed.results.as_ref().err();
                let unmet = matches!(refusal, Some(Refusal::NeedsSecond { .. }));
                assert_eq!(
                    unmet, !stratified,
                    "{} under {rule}: {refusal:?}",
                    analysis.card.id
                );
            }
            let reason = "by a column of organisations or areas";
            assert!(saved.contains(reason), "{saved}");
        }
    }
}
