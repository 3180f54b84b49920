//! How a gap over time is said: larger or smaller, against whom, and how surely; never by a sign alone.

use crate::answers::release;
use crate::answers::{TENTHS, answer, section};
use crate::found::{self, RATIO, analysis, estimate, figure, rows};
use equal_measure::core::analysis::{
    Caption, ColumnKind, Drawn, Entry, Needs, Note, Of, Pair, Quantity, Results,
};
use equal_measure::core::measure::MeasureUnit;
use equal_measure::core::stratification::By;
use equal_measure::core::units::Polarity::{self, MoreIsBetter, MoreIsWorse, Neutral};
use equal_measure::present::page::{Block, Page};
use equal_measure::present::page_of;
use equal_measure::release::rule;

const SIDES: &str =
    "people in the most deprived fifth, compared with people in the least deprived fifth,";
const BETWEEN: &str = "the difference between people in the most deprived fifth and people in the least deprived fifth";

/// A difference in points at two times, each with half its interval, and half the interval of the change.
type Moved = [(f64, f64); 2];

fn page(polarity: Polarity, periods: [&str; 2], gaps: Moved, by: f64, ratios: [f64; 2]) -> Page {
    let difference = MeasureUnit::Difference;
    let table = gaps.iter().zip(ratios).zip(periods);
    let table = table.map(|((&(gap, half), ratio), period)| {
        let cells = vec![
            Entry::Figure(estimate(gap / 100.0, half / 100.0)),
            Entry::Figure(estimate(ratio, 0.05)),
        ];
        (period.to_owned(), cells)
    });
    let results = Results {
        figures: vec![
            figure(
                Quantity::ChangeOfDifference,
                (gaps[1].0 - gaps[0].0) / 100.0,
                by / 100.0,
                difference,
                0.0,
            ),
            figure(
                Quantity::ChangeOfRatio,
                ratios[1] / ratios[0],
                0.01,
                RATIO,
                1.0,
            ),
        ],
        tables: vec![rows(
            Caption::GapOverTime(Pair {
                worse_off: "the worse-off".into(),
                better_off: "the better-off".into(),
            }),
            Of::Period,
            &[
                (ColumnKind::Difference, difference),
                (ColumnKind::Ratio, RATIO),
            ],
            table.collect(),
            Drawn::Not,
        )],
        notes: vec![Note::FirstAndLast {
            first: periods[0].into(),
            last: periods[1].into(),
        }],
    };
    let mut section = section(polarity, true, TENTHS);
    let analysis = analysis("gap-over-time", "Gap over time", Needs::Periods);
    found::add(
        &mut section,
        analysis,
        Some((By::Periods, "Month")),
        Ok(results),
    );
    page_of(&release(&answer(vec![section]), rule("none")))
}

/// What stands under the analysis's heading: its sentences, and what its figures say.
fn said(page: &Page) -> (Vec<&str>, Vec<&str>) {
    let start = page
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading(4, _)));
    let blocks = &page.blocks[start.expect("a study")..];
    let texts = blocks.iter().filter_map(|block| match block {
        Block::Text(words) => Some(words.as_str()),
        _ => None,
    });
    let readings = blocks.iter().filter_map(|block| match block {
        Block::Measure(measure) => Some(measure.reading.as_str()),
        _ => None,
    });
    (texts.collect(), readings.collect())
}

#[test]
fn a_change_is_said_by_its_size_its_side_and_how_sure_it_is() {
    let dates = ["2024-01-01", "2025-06-01"];
    let when = "From January 2024 to June 2025,";
    for (polarity, gaps, by, expected) in [
        (
            MoreIsBetter,
            [(-8.1, 0.5), (-4.7, 0.5)],
            1.0,
            format!(
                "{when} the gap against {SIDES} went from 8.1 percentage points to 4.7 percentage points. It \
                 got smaller by 3.4 percentage points (95% interval 2.4 to 4.4); throughout the interval it \
                 got smaller."
            ),
        ),
        (
            MoreIsWorse,
            [(2.0, 0.5), (3.5, 0.5)],
            1.0,
            format!(
                "{when} the gap against {SIDES} went from 2.0 percentage points to 3.5 percentage points. It \
                 got larger by 1.5 percentage points (95% interval 0.5 to 2.5); throughout the interval it \
                 got larger."
            ),
        ),
        (
            MoreIsBetter,
            [(2.0, 0.5), (3.5, 0.5)],
            1.0,
            format!(
                "{when} the gap in favour of {SIDES} went from 2.0 percentage points to 3.5 percentage \
                 points. It got larger by 1.5 percentage points (95% interval 0.5 to 2.5); throughout the \
                 interval it got larger."
            ),
        ),
        (
            MoreIsWorse,
            [(2.0, 0.5), (1.5, 0.5)],
            1.0,
            format!(
                "{when} the gap against {SIDES} went from 2.0 percentage points to 1.5 percentage points. It \
                 got smaller by 0.5 percentage points (95% interval −0.5 to 1.5), but the interval includes \
                 no change: these figures cannot say whether the gap changed."
            ),
        ),
        (
            MoreIsBetter,
            [(-2.0, 0.5), (1.5, 0.5)],
            1.0,
            format!(
                "{when} {BETWEEN} passed equality and reversed, from 2.0 percentage points against people \
                 in the most deprived fifth to 1.5 percentage points in favour of people in the most \
                 deprived fifth. It moved by 3.5 percentage points (95% interval 2.5 to 4.5); throughout the \
                 interval it moved that way."
            ),
        ),
        (
            Neutral,
            [(-2.0, 0.5), (-3.5, 0.5)],
            1.0,
            format!(
                "{when} {BETWEEN} went from 2.0 percentage points to 3.5 percentage points, higher in the \
                 least deprived fifth at both times. It got larger by 1.5 percentage points (95% interval \
                 0.5 to 2.5); throughout the interval it got larger."
            ),
        ),
        (
            MoreIsWorse,
            [(0.4, 0.5), (2.4, 0.5)],
            1.0,
            format!(
                "{when} the gap against {SIDES} went from 0.4 percentage points to 2.4 percentage points. In \
                 January 2024 the interval of the gap includes equality, so that which way it ran then \
                 cannot be said. It got larger by 2.0 percentage points (95% interval 1.0 to 3.0); \
                 throughout the interval it got larger."
            ),
        ),
    ] {
        let page = page(polarity, dates, gaps, by, [1.2, 1.1]);
        let (texts, _) = said(&page);
        assert_eq!(texts[0], expected, "{polarity:?} {gaps:?}");
        let note = "First period: January 2024. Last period: June 2025.";
        assert!(texts.contains(&note), "{texts:?}");
    }
}

#[test]
fn each_figure_says_whether_the_gap_got_larger() {
    for (polarity, gaps, ratios, expected) in [
        (
            MoreIsBetter,
            [(-8.1, 0.5), (-4.7, 0.5)],
            [0.8, 0.9],
            [
                "As the figures stand: −8.1 percentage points in 2023/24, −4.7 percentage points in 2024/25. \
                 Throughout the interval the gap got smaller.",
                "As the figures stand: 0.80 in 2023/24, 0.90 in 2024/25. Throughout the interval the gap got \
                 smaller in proportion.",
            ],
        ),
        (
            MoreIsWorse,
            [(2.0, 0.5), (1.5, 0.5)],
            [1.5, 1.8],
            [
                "As the figures stand: 2.0 percentage points in 2023/24, 1.5 percentage points in 2024/25. \
                 The interval includes no change: these figures cannot say whether the gap changed.",
                "As the figures stand: 1.50 in 2023/24, 1.80 in 2024/25. Throughout the interval the gap got \
                 larger in proportion.",
            ],
        ),
        (
            MoreIsWorse,
            [(2.0, 0.5), (-1.5, 0.5)],
            [1.5, 0.8],
            [
                "As the figures stand: 2.0 percentage points in 2023/24, −1.5 percentage points in 2024/25. \
                 The gap passed equality; throughout the interval it moved to run in favour of people in the \
                 most deprived fifth.",
                "As the figures stand: 1.50 in 2023/24, 0.80 in 2024/25. The gap passed equality; throughout \
                 the interval it moved to run in favour of people in the most deprived fifth.",
            ],
        ),
    ] {
        // Years are called as the file calls them.
        let page = page(polarity, ["2023/24", "2024/25"], gaps, 1.0, ratios);
        assert_eq!(said(&page).1, expected, "{polarity:?} {gaps:?}");
    }
}

#[test]
fn a_table_over_time_says_its_months_and_what_it_spans() {
    let gaps = [(-8.1, 0.5), (-4.7, 0.5)];
    for (periods, rows, span) in [
        (
            ["2024-01-01", "2025-06-01"],
            ["January 2024", "June 2025"],
            "January 2024 to June 2025.",
        ),
        (
            ["2023/24", "2024/25"],
            ["2023/24", "2024/25"],
            "2023/24 to 2024/25.",
        ),
    ] {
        let page = page(MoreIsWorse, periods, gaps, 1.0, [1.3, 1.2]);
        let mut blocks = page.blocks.iter();
        let table = blocks.find_map(|block| match block {
            Block::Table(table) if table.columns[0] == "Period" => Some(table),
            _ => None,
        });
        let table = table.expect("a table over time");
        let named: Vec<&str> = table.rows.iter().map(|row| row.0.as_str()).collect();
        assert_eq!(named, rows);
        assert!(table.caption.ends_with(span), "{}", table.caption);
    }
}
