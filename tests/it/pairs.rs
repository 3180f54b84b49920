//! The pair that the plan chooses is the one that every method compares.

use equal_measure::answer::Answer;
use equal_measure::answer::cell::Outcome;
use equal_measure::core::answer::Source;
use equal_measure::core::plan::{Pair, Plan, Sides};
use equal_measure::engine::{flow, job};
use equal_measure::ingest::reading::Reading;
use equal_measure::present::page::Block;

const FILE: &str = "Ethnic group,Month,Seen in time,All\n\
    White British,2024-01,800,1000\nIndian,2024-01,150,200\nCaribbean,2024-01,120,200\n\
    African,2024-01,60,100\n\
    White British,2024-02,820,1000\nIndian,2024-02,150,200\nCaribbean,2024-02,110,200\n\
    African,2024-02,50,100\n";

fn read() -> (Plan, Reading, Source) {
    let size = FILE.len() as u64;
    let outline = job::look_text("seen.csv", FILE.as_bytes(), size).expect("an outline");
    let mut plan = outline.sheets[0].plan.clone().expect("a plan");
    plan.rule = "none".into();
    plan.measures = ["difference", "ratio", "number-needed", "gap-over-time"]
        .map(str::to_owned)
        .to_vec();
    let mut reader = job::Job::text(&outline, &plan);
    reader.push(FILE.as_bytes()).expect("rows");
    let reading = reader.finish().expect("a reading");
    (plan, reading, outline.sheets[0].source.clone())
}

fn chosen(worse_off: &[&str], better_off: &[&str]) -> Pair {
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Pair {
        division: "Ethnic group".into(),
        sides: Sides::Groups {
            worse_off: names(worse_off),
            better_off: names(better_off),
        },
    }
}

/// The difference of the first contrast and of the measure.
fn differences(answer: &Answer) -> [f64; 2] {
    let section = &answer.sections[0];
    let value = |found: &Outcome| {
        let figure = found.as_ref().expect("a figure");
        figure.value.number().expect("not hidden")
    };
    let mut measures = section.measures.iter();
    let measure = measures.find(|measured| measured.measure.card.id == "difference");
    [
        value(&section.contrasts[0].difference).abs(),
        value(&measure.expect("a measure").figure),
    ]
}

#[test]
fn every_method_compares_the_chosen_pair() {
    let (mut plan, reading, source) = read();
    let before = flow::show(&plan, &reading, &source).answer;
    // Figures are about the last month, February.
    for (worse, better, gap) in [
        (
            &["Black"][..],
            &["Asian"][..],
            150.0 / 200.0 - 160.0 / 300.0,
        ),
        (&["Asian"], &["White"], 820.0 / 1000.0 - 150.0 / 200.0),
        (
            &["Black", "Asian"],
            &["White"],
            820.0 / 1000.0 - 310.0 / 500.0,
        ),
    ] {
        plan.pairs = vec![chosen(worse, better)];
        let answer = flow::show(&plan, &reading, &source).answer;
        for found in differences(&answer) {
            assert!(
                (found - gap).abs() < 1e-12,
                "{worse:?} {better:?}: {found} for {gap}"
            );
        }
        let section = &answer.sections[0];
        let over_time = section
            .analyses
            .iter()
            .find(|one| one.analysis.card.id == "gap-over-time");
        let results = over_time.expect("a study").results.as_ref();
        let found = format!("{:?}", results.expect("findings"));
        assert!(found.contains(&worse.join(" + ")), "{found}");
        let page = flow::show(&plan, &reading, &source).page;
        let headline = page.blocks.iter().find_map(|block| match block {
            Block::Headline(text) => Some(text),
            _ => None,
        });
        assert!(
            headline.is_some_and(|text| text.contains(worse[0])),
            "{headline:?}"
        );
    }
    // A group that is not there leaves the scheme's own pair.
    plan.pairs = vec![chosen(&["Nobody"], &["White"])];
    assert_eq!(
        differences(&flow::show(&plan, &reading, &source).answer).map(f64::to_bits),
        differences(&before).map(f64::to_bits)
    );
}
