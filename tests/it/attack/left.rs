//! Two answers of one file under different filters: no difference between what is released in both tells a
//! small count.

use equal_measure::answer::Answer;
use equal_measure::core::number::generator::{Pcg, Stream};
use equal_measure::core::plan::{Filter, Keep, Plan, Role};
use equal_measure::engine::job;
use equal_measure::engine::kept::Kept;
use equal_measure::ingest::outline::Outline;

/// A person: tenth, whether a man, whether seen.
type Row = (u32, bool, bool);

/// Few men among many women, as in a screening list.
fn people(seed: u64) -> Vec<Row> {
    let mut random = Pcg::new(seed);
    let tenths: Vec<u32> = (0..900).map(|row| 1 + row % 10).collect();
    tenths
        .into_iter()
        .map(|tenth| (tenth, random.uniform() < 0.07, random.uniform() < 0.4))
        .collect()
}

fn file(rows: &[Row]) -> String {
    let lines = rows.iter().map(|&(tenth, man, seen)| {
        let sex = if man { "Male" } else { "Female" };
        let seen = if seen { "Y" } else { "N" };
        format!("{tenth},{sex},{seen}\n")
    });
    std::iter::once("IMD decile,Sex,Seen\n".to_owned())
        .chain(lines)
        .collect()
}

/// The answers to these questions, each after the ones before have left.
fn answers(text: &str, questions: &[fn(&mut Plan)]) -> Vec<Answer> {
    let bytes = text.as_bytes();
    let outline: Outline = job::look_text("list.csv", bytes, bytes.len() as u64).expect("a table");
    let sheet = &outline.sheets[0];
    let (mut kept, mut left) = (Kept::default(), Vec::new());
    questions
        .iter()
        .map(|edit| {
            let mut plan = sheet.plan.clone().expect("a plan");
            edit(&mut plan);
            let answer = loop {
                match kept.answer(&plan, &left, &sheet.source) {
                    Ok(answer) => break answer,
                    Err(unread) => {
                        let mut job = job::Job::text(&outline, &unread);
                        job.push(bytes).expect("rows");
                        kept.keep(*unread, job.finish().expect("a reading"));
                    }
                }
            };
            left.push(answer.plan.clone());
            answer
        })
        .collect()
}

fn women(plan: &mut Plan) {
    plan.filters.push(Filter {
        column: "Sex".into(),
        keep: Keep::Texts(vec!["Female".into()]),
    });
}

fn everyone(_: &mut Plan) {}

/// Everyone, with the column of sexes used for nothing else than a filter.
fn everyone_by_tenth(plan: &mut Plan) {
    plan.divisions.retain(|division| division.column != "Sex");
    let sexes = plan
        .columns
        .iter_mut()
        .filter(|column| column.name == "Sex");
    sexes.for_each(|column| column.role = Role::SetAside);
}

/// The tenths of each group by deprivation that is shown.
fn shown(answer: &Answer) -> Vec<Vec<u32>> {
    let by_tenth = answer
        .sections
        .iter()
        .find(|section| section.dimension.ordered);
    let groups = &by_tenth.expect("tenths").groups;
    let tenths = |label: &String| -> u32 {
        let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    };
    groups
        .iter()
        .map(|group| match &group.parts[..] {
            [] => vec![tenths(&group.label)],
            parts => parts.iter().map(tenths).collect(),
        })
        .collect()
}

/// How many numbers of men in the groups of the second answer, people or seen or not seen, are 1 to 7.
fn told(rows: &[Row], answer: &Answer) -> usize {
    let counts = shown(answer).into_iter().flat_map(|group| {
        let men = |seen: Option<bool>| {
            let of = |row: &&Row| {
                let &&(tenth, man, was) = row;
                man && group.contains(&tenth) && seen.is_none_or(|seen| seen == was)
            };
            rows.iter().filter(of).count()
        };
        [None, Some(true), Some(false)].map(men)
    });
    counts.filter(|count| (1..8).contains(count)).count()
}

#[test]
fn no_difference_of_two_filters_tells_a_small_count() {
    let mut alone = 0;
    for seed in 0..24 {
        let rows = people(seed);
        let text = file(&rows);
        for order in [
            [everyone as fn(&mut Plan), women],
            [women, everyone],
            [everyone_by_tenth, women],
        ] {
            let both = answers(&text, &order);
            assert_eq!(told(&rows, &both[1]), 0, "seed {seed}");
            alone += told(&rows, &answers(&text, &order[1..])[0]);
            assert!(both[1].held_back);
            assert!(!both[0].held_back);
        }
    }
    // Without what has left, they would have been told.
    assert!(alone > 100, "{alone}");
}

#[test]
fn the_same_question_again_is_answered_as_it_was() {
    let text = file(&people(1));
    let all = answers(&text, &[everyone, women, everyone, women]);
    for at in [0, 1] {
        assert_eq!(format!("{:?}", all[at]), format!("{:?}", all[at + 2]));
    }
}

/// Four Chinese people, counted as Asian in one answer and as Other in the next.
#[test]
fn turning_a_switch_tells_nobody() {
    let codes = [("A", 400), ("H", 90), ("M", 80), ("S", 60), ("R", 4)];
    let people = codes.iter().flat_map(|&(code, people)| {
        (0..people).map(move |row| format!("{code},{}\n", ["Y", "N", "N"][row % 3]))
    });
    let head = std::iter::once("Ethnic category,Seen\n".to_owned());
    let text: String = head.chain(people).collect();
    let turned: fn(&mut Plan) = |plan| plan.switches.chinese_in_asian = true;
    let apart = |answer: &Answer| {
        let groups = &answer.sections[0].groups;
        groups
            .iter()
            .any(|group| group.label.starts_with("Asian") && group.parts.is_empty())
    };
    for order in [[everyone as fn(&mut Plan), turned], [turned, everyone]] {
        let both = answers(&text, &order);
        assert!(apart(&both[0]) && !apart(&both[1]));
        assert!(apart(&answers(&text, &order[1..])[0]));
    }
}
