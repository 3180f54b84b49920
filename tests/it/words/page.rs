//! How a page is put together: nothing empty, nothing said twice, nothing dropped in silence.

use crate::answers::Section;
use crate::answers::release;
use crate::answers::{self, ETHNIC, SMALL, TENTHS, answer, median, section};
use equal_measure::core::dimension::Status;
use equal_measure::core::indicator::Formula;
use equal_measure::core::measure::MEASURES;
use equal_measure::core::refusal::Refusal;
use equal_measure::core::tally::Cell;
use equal_measure::core::units::Polarity;
use equal_measure::present::page::{Block, Page, Table};
use equal_measure::present::page_of;
use equal_measure::release::rule;

fn page(sections: Vec<Section>, id: &str) -> Page {
    page_of(&release(&answer(sections), rule(id)))
}

/// A section whose groups have no figure, for the reason that `needs` says.
fn without(name: &str, ordered: bool, needs: &str) -> Section {
    let groups = if ordered { TENTHS } else { ETHNIC };
    let mut section = section(Polarity::MoreIsWorse, ordered, groups);
    section.indicator.id = name.into();
    section.indicator.name = name.into();
    section.indicator.formula = Formula::Unavailable {
        needs: needs.into(),
    };
    section
}

/// Headings and paragraphs, each with its level; 0 for a paragraph.
fn outline(page: &Page) -> Vec<(u8, &str)> {
    page.blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(level, words) => Some((*level, words.as_str())),
            Block::Text(words) => Some((0, words.as_str())),
            _ => None,
        })
        .collect()
}

#[test]
fn what_a_file_cannot_give_is_one_short_list() {
    let weeks = "the wait of each person";
    let shares = |ordered| {
        section(
            Polarity::MoreIsWorse,
            ordered,
            if ordered { TENTHS } else { ETHNIC },
        )
    };
    let nowhere = (2, "What this file cannot give");
    for (sections, expected) in [
        (
            vec![
                without("Median wait", true, weeks),
                without("Mean wait", true, weeks),
                without("Waits over 65 weeks", true, "a band that ends at 65 weeks"),
                shares(true),
            ],
            vec![
                nowhere,
                (
                    0,
                    "Median wait and mean wait: the file would need the wait of each person.",
                ),
                (
                    0,
                    "Waits over 65 weeks: the file would need a band that ends at 65 weeks.",
                ),
            ],
        ),
        (
            vec![
                shares(true),
                without("People waiting more than 52 weeks", false, weeks),
                {
                    let mut here = shares(true);
                    here.indicator = median();
                    here
                },
            ],
            vec![
                nowhere,
                (
                    0,
                    "People waiting more than 52 weeks: the file would need the wait of each person.",
                ),
            ],
        ),
    ] {
        let page = page(sections, "nhs-england");
        let outline = outline(&page);
        for part in &expected {
            assert!(outline.contains(part), "{part:?} is not in {outline:#?}");
        }
        let figures = page
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Figure(_)));
        assert!(figures.count() <= 2);
        let Block::Headline(first) = &page.blocks[0] else {
            panic!("no headline first");
        };
        assert!(
            first.starts_with("People in the most deprived fifth wait longer"),
            "{first}"
        );
    }
}

#[test]
fn headings_and_captions_do_not_repeat_one_another() {
    let page = page(
        vec![
            section(Polarity::MoreIsWorse, true, TENTHS),
            section(Polarity::MoreIsWorse, false, ETHNIC),
        ],
        "nhs-england",
    );
    let mut under: Vec<String> = Vec::new();
    for block in &page.blocks {
        let names: Vec<&str> = match block {
            Block::Heading(2, _) => {
                under.clear();
                continue;
            }
            Block::Heading(_, words) => {
                under = vec![words.clone()];
                continue;
            }
            Block::Figure(figure) => vec![&figure.title, &figure.table.caption],
            Block::Table(table) => vec![&table.caption],
            _ => continue,
        };
        for name in names {
            for above in &under {
                assert!(!name.contains(above.as_str()), "“{name}” repeats “{above}”");
            }
            under.push(name.to_owned());
        }
    }
}

#[test]
fn nothing_is_shown_that_has_no_figure() {
    let few = &[SMALL[1], SMALL[1], SMALL[1]];
    let page = page(
        vec![section(Polarity::MoreIsWorse, true, few)],
        "nhs-england",
    );
    for block in &page.blocks {
        match block {
            Block::Figure(figure) => panic!("a chart of nothing: {}", figure.title),
            Block::Measure(one) => assert!(one.given, "{}: {}", one.name, one.figure),
            Block::Table(table) => assert!(!table.caption.starts_with("Two sides"), "{table:?}"),
            _ => {}
        }
    }
}

#[test]
fn a_dimension_without_groups_says_so() {
    let mut empty = section(Polarity::MoreIsWorse, false, ETHNIC);
    empty.cells.fill(Cell::default());
    empty.dimension.contrasts.clear();
    let page = page(
        vec![section(Polarity::MoreIsWorse, true, TENTHS), empty],
        "nhs-england",
    );
    let figures = page
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Figure(_)));
    assert_eq!(figures.count(), 1);
    assert!(outline(&page).contains(&(0, "No row of this file has a group here.")));
}

#[test]
fn measures_that_the_program_chose_say_why() {
    let reasons = |sections, named: &[&str]| {
        let mut exact = answer(sections);
        exact.plan.measures = named.iter().map(|id| (*id).to_owned()).collect();
        let page = page_of(&release(&exact, rule("nhs-england")));
        let said = outline(&page)
            .into_iter()
            .map(|(_, words)| words.to_owned());
        said.filter(|words| words.contains("so these measures"))
            .collect::<Vec<_>>()
    };
    let ordered = || vec![section(Polarity::MoreIsWorse, true, TENTHS)];
    assert_eq!(
        reasons(ordered(), &[]),
        [
            "The groups run from most to least disadvantaged, so these measures over all of them fit: \
             slope index of inequality (linear), the absolute gap from end to end, taking in every group; \
             relative index of inequality (linear), the same gap in relative terms."
        ]
    );
    assert!(reasons(ordered(), &["slope-index"]).is_empty());
}

#[test]
fn the_rows_of_a_file_add_up() {
    let ledger = |id: &str| -> Table {
        let page = page(vec![section(Polarity::MoreIsWorse, true, TENTHS)], id);
        let found = page.blocks.into_iter().find_map(|block| match block {
            Block::Table(table) if table.caption.contains("each row") => Some(table),
            _ => None,
        });
        found.expect("the account of rows")
    };
    for (id, cells, note) in [
        (
            "none",
            ["402,003", "3", "402,006"],
            "402,003 + 3 = 402,006.",
        ),
        (
            "nhs-england",
            ["402,005", "hidden", "hidden"],
            "need not add up exactly",
        ),
    ] {
        let table = ledger(id);
        let rows: Vec<&str> = table
            .rows
            .iter()
            .map(|(_, cells)| cells[0].as_str())
            .collect();
        assert_eq!(rows, cells, "{id}");
        assert!(
            table.notes[0].ends_with(note) || table.notes[0].contains(note),
            "{}",
            table.notes[0]
        );
    }
}

#[test]
fn intervals_do_not_print_the_same_limit_twice() {
    let close: &[answers::Counted] = &[
        (
            "1 – most deprived",
            Status::Known,
            591_000_000,
            1_000_000_000,
        ),
        ("2", Status::Known, 600_000_000, 1_000_000_000),
        (
            "3 – least deprived",
            Status::Known,
            610_000_000,
            1_000_000_000,
        ),
    ];
    for (id, ratio) in [
        ("none", "0.9689 (0.9688 to 0.9689)"),
        ("nhs-england", "0.9689 (0.9687 to 0.9690)"),
    ] {
        let page = page(vec![section(Polarity::MoreIsBetter, true, close)], id);
        let table = page.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.caption.starts_with("Two sides") => Some(table),
            _ => None,
        });
        assert_eq!(table.expect("comparisons").rows[0].1[3], ratio, "{id}");
    }
}

#[test]
fn a_difference_that_rounding_makes_look_wrong_is_explained() {
    let groups: &[answers::Counted] = &[
        ("1 – most deprived", Status::Known, 650, 1_170),
        ("2", Status::Known, 775, 1_195),
        ("3 – least deprived", Status::Known, 965, 1_215),
    ];
    for (groups, explained) in [(groups, true), (TENTHS, false)] {
        let sections = vec![section(Polarity::MoreIsWorse, true, groups)];
        let page = page(sections, "nhs-england");
        let table = page.blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.caption.starts_with("Two sides") => Some(table),
            _ => None,
        });
        let notes = &table.expect("comparisons").notes;
        let said = notes
            .iter()
            .any(|note| note.contains("before the figures are rounded"));
        assert_eq!(said, explained, "{notes:?}");
    }
}

#[test]
fn refusals_and_lessons_read_well() {
    for (refusal, sentence) in [
        (
            Refusal::TooFewEvents { need: 1, got: 0 },
            "This needs at least 1 event; there are none.",
        ),
        (
            Refusal::TooFewEvents { need: 10, got: 1 },
            "This needs at least 10 events; there is 1.",
        ),
        (
            Refusal::TooFewGroups { need: 3, got: 2 },
            "This needs at least 3 groups with a value; there are 2.",
        ),
    ] {
        assert_eq!(refusal.to_string(), sentence);
    }
    for measure in MEASURES {
        let method_text = measure.card.method_text();
        assert!(method_text.contains("# Sources") && !method_text.contains("use equal_measure"));
    }
}
