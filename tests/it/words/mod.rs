//! What the page says, and what it must never say.

mod page;
mod analyses;
mod analyses_care;
mod analyses_time;

use crate::answers::Section;
use crate::answers::release;
use crate::answers::{
    Counted, ETHNIC, MEDIANS, SMALL, TENTHS, Valued, answer, median, section, values,
};
use equal_measure::core::dimension::Status;
use equal_measure::core::indicator::Indicator;
use equal_measure::core::tally::Sum;
use equal_measure::core::units::{Polarity, Unit};
use equal_measure::present::chart::Chart;
use equal_measure::present::page::{Block, Page};
use equal_measure::present::page_of;
use equal_measure::release::rule;
use proptest::prelude::*;

fn page(sections: Vec<Section>, id: &str) -> Page {
    page_of(&release(&answer(sections), rule(id)))
}

fn headline(page: &Page) -> &str {
    match &page.blocks[0] {
        Block::Headline(sentence) => sentence,
        other => panic!("no headline first: {other:?}"),
    }
}

/// Everything on a page, block by block.
fn said(page: &Page) -> Vec<String> {
    let table = |table: &equal_measure::present::page::Table| {
        let cells = table.rows.iter().flat_map(|(name, cells)| {
            assert_eq!(cells.len() + 1, table.columns.len(), "{}", table.caption);
            std::iter::once(name).chain(cells)
        });
        cells
            .chain(&table.notes)
            .chain([&table.caption])
            .cloned()
            .collect::<Vec<_>>()
    };
    let block = |block: &Block| match block {
        Block::Headline(text)
        | Block::Heading(_, text)
        | Block::Text(text)
        | Block::Warning(text) => {
            vec![text.clone()]
        }
        Block::Table(one) => table(one),
        Block::Figure(figure) => {
            let mut said = table(&figure.table);
            said.extend([figure.title.clone(), figure.summary.clone()]);
            said
        }
        Block::Measure(one) => vec![one.figure.clone(), one.reading.clone()],
        Block::Method(name, _) => vec![name.clone()],
        Block::Terms(name, terms) => terms
            .iter()
            .map(|(term, text)| format!("{name} {term} {text}"))
            .collect(),
    };
    page.blocks.iter().flat_map(block).collect()
}

fn years() -> Indicator {
    Indicator {
        name: "Life expectancy".into(),
        verb: "Life expectancy was".into(),
        unit: Unit::Years,
        polarity: Polarity::MoreIsBetter,
        ..median()
    }
}

const LIVES: &[Valued] = &[
    ("1 – most deprived", 74.1, 73.8, 74.4, 80_000.0),
    ("2", 78.0, 77.7, 78.3, 81_000.0),
    ("3 – least deprived", 83.2, 82.9, 83.5, 79_000.0),
];

#[test]
fn headlines_say_who_fares_worse_by_how_much_and_how_surely() {
    let shares = |polarity, groups| section(polarity, true, groups);
    let few: &[Counted] = &[
        ("1 – most deprived", Status::Known, 6, 31),
        ("2 – least deprived", Status::Known, 9, 62),
    ];
    for (section, id, expected) in [
        (
            shares(Polarity::MoreIsWorse, TENTHS),
            "nhs-england",
            "People in the most deprived fifth wait longer (31 March 2025): 3.2% of them had waited more \
             than 52 weeks, compared with 2.2% in the least deprived fifth; that is 1.0 percentage points \
             higher (95% interval 0.8 to 1.2), or 1.46 times as high (1.37 to 1.54). Based on 98,005 \
             people on the waiting list in the most deprived fifth and 95,875 in the least deprived fifth.",
        ),
        (
            shares(Polarity::MoreIsBetter, TENTHS),
            "nhs-england",
            "People in the least deprived fifth wait longer (31 March 2025): 3.2% of people in the most \
             deprived fifth had waited more than 52 weeks, compared with 2.2% in the least deprived fifth; \
             that is 1.0 percentage points higher (95% interval 0.8 to 1.2), and the share who had not is \
             0.990 times as high (0.988 to 0.992). Based on 98,005 people on the waiting list in the \
             most deprived fifth and 95,875 in the least deprived fifth.",
        ),
        (
            shares(Polarity::Neutral, TENTHS),
            "none",
            "In the most deprived fifth, 3.2% of people on the waiting list had waited more than 52 weeks, \
             compared with 2.2% in the least deprived fifth (31 March 2025); that is 1.0 percentage points \
             higher (95% interval 0.9 to 1.1), or 1.45 times as high (1.38 to 1.54). Based on 98,004 \
             people on the waiting list in the most deprived fifth and 95,873 in the least deprived fifth.",
        ),
        (
            shares(Polarity::MoreIsWorse, SMALL),
            "nhs-england",
            "These figures cannot say whether people in the most deprived fifth or people in the least \
             deprived fifth wait longer (31 March 2025): 13% and 9% had waited more than 52 weeks, a \
             difference of 4 percentage points (95% interval −1 to 10) and a ratio of 1.5 (0.9 to 2.4). \
             Based on 310 people on the waiting list in the most deprived fifth and 285 in the least \
             deprived fifth.",
        ),
        (
            shares(Polarity::MoreIsWorse, few),
            "nhs-england",
            "There are too few people to compare groups by deprivation (IMD fifth) (31 March 2025): they are \
             shown together, so that nobody can be recognised.",
        ),
        (
            values(years(), LIVES),
            "nhs-england",
            "People in the most deprived fifth fare worse (31 March 2025): life expectancy was 74.1 years, \
             compared with 83.2 years in the least deprived fifth; that is 9.1 years shorter (95% interval \
             8.6 to 9.6), or 10.9% shorter (10.4% to 11.5%). Based on 80,000 people in the most \
             deprived fifth and 79,000 in the least deprived fifth.",
        ),
        (
            values(median(), MEDIANS),
            "as-published",
            "People in the most deprived fifth wait longer (31 March 2025): the middle person had waited \
             14.5 weeks, compared with 12.0 weeks in the least deprived fifth; that is 2.5 weeks longer \
             (95% interval 1.9 to 3.1), or 1.21 times as long (1.16 to 1.26). Based on 8,004 people \
             in the most deprived fifth and 6,555 in the least deprived fifth.",
        ),
        (
            section(Polarity::MoreIsWorse, false, ETHNIC),
            "nhs-england",
            "People in the group “Black or Black British” wait longer (31 March 2025): 4.2% of them had \
             waited more than 52 weeks, compared with 2.9% in the group “White”; that is 1.3 percentage \
             points higher (95% interval 1.0 to 1.7), or 1.46 times as high (1.35 to 1.58). This is the \
             largest of 2 gaps; the table has them all. Based on 16,510 people on the waiting list \
             in the group “Black or Black British” and 310,120 in the group “White”.",
        ),
    ] {
        assert_eq!(headline(&page(vec![section], id)), expected);
    }
}

#[test]
fn a_page_warns_of_what_could_mislead() {
    let small = said(&page(
        vec![section(Polarity::MoreIsWorse, true, SMALL)],
        "nhs-england",
    ));
    let unknown: Vec<Counted> = TENTHS
        .iter()
        .map(|&(label, status, events, people)| {
            let more = if status.is_unknown() { 20 } else { 1 };
            (label, status, events * more, people * more)
        })
        .collect();
    let turned = said(&page(
        vec![section(Polarity::MoreIsWorse, true, &unknown)],
        "nhs-england",
    ));
    let bent = said(&page(
        vec![section(
            Polarity::MoreIsWorse,
            true,
            &[
                ("1 – most deprived", Status::Known, 400, 10_000),
                ("2", Status::Known, 2_000, 100_000),
                ("3", Status::Known, 2_500, 100_000),
                ("4 – least deprived", Status::Known, 3_000, 100_000),
            ],
        )],
        "nhs-england",
    ));
    for (page, sentence) in [
        (
            &bent,
            "The comparison of the two ends and “Slope index of inequality (linear)” point in opposite directions",
        ),
        (
            &small,
            "Some groups are shown together, so that nobody can be recognised in a small one: 2, 3, 4 and Not known.",
        ),
        (&bent, "rest on only 4 groups"),
        (
            &bent,
            "A straight line accounts for only 37% of the differences between the groups",
        ),
        (&turned, "So the unknown could reverse the gap."),
    ] {
        assert!(
            page.iter().any(|text| text.contains(sentence)),
            "{sentence} in {page:#?}"
        );
    }
    let mut other = section(Polarity::MoreIsWorse, true, &TENTHS[..2]);
    other.indicator.id = "waits-over-104".into();
    let straight = said(&page(
        vec![section(Polarity::MoreIsWorse, true, TENTHS), other],
        "nhs-england",
    ));
    assert!(!straight.iter().any(|text| text.contains("opposite")));
}

#[test]
fn what_the_publisher_hid_is_called_so() {
    let mut hidden = section(Polarity::MoreIsWorse, true, TENTHS);
    hidden.cells[1].outcomes[0].sums[0] = Sum {
        suppressed: 1,
        ..Sum::default()
    };
    let page = page(vec![hidden], "as-published");
    let figure = page.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    let figure = figure.expect("a figure");
    assert_eq!(figure.table.rows[1].1[2], "hidden by the publisher");
    let Chart::Rates(chart) = &figure.chart else {
        panic!("groups are drawn as rates");
    };
    assert!(chart.bars[1].hidden && chart.bars[1].value.is_none());
    assert_eq!(chart.bars[1].text, "hidden by the publisher");
}

#[test]
fn every_measure_is_read_in_words_that_fit_its_direction() {
    for (polarity, id, sentence) in [
        (
            Polarity::MoreIsWorse,
            "Share gap",
            "has 3.2 percentage points more of everyone",
        ),
        (
            Polarity::MoreIsBetter,
            "Share gap",
            "has 3.2 percentage points more of everyone",
        ),
        (
            Polarity::MoreIsWorse,
            "Representation index",
            "has 1.16 times the outcome",
        ),
        (
            Polarity::MoreIsBetter,
            "Representation index",
            "would have 0.86 times what it has",
        ),
        (
            Polarity::MoreIsWorse,
            "Slope index of inequality (linear)",
            "1.1 percentage points higher at the most disadvantaged end than at the other. The whole \
             interval points to a gap against the disadvantaged.",
        ),
        (
            Polarity::MoreIsBetter,
            "Slope index of inequality (linear)",
            "1.1 percentage points higher at the most disadvantaged end than at the other. The whole \
             interval points to a gap the other way, in favour of the disadvantaged.",
        ),
        (
            Polarity::Neutral,
            "Relative index of inequality (linear)",
            "times as high at the least disadvantaged end as at the most disadvantaged end. The whole \
             interval lies to one side of equality.",
        ),
    ] {
        let page = page(vec![section(polarity, true, TENTHS)], "nhs-england");
        let reading = page.blocks.iter().find_map(|block| match block {
            Block::Measure(one) if one.name.starts_with(id) => Some(&one.reading),
            _ => None,
        });
        assert!(
            reading.is_some_and(|reading| reading.contains(sentence)),
            "{id}: {reading:?}"
        );
    }
}

#[test]
fn the_method_card_names_all_that_a_figure_needs() {
    let page = page(
        vec![section(Polarity::MoreIsWorse, true, TENTHS)],
        "nhs-england",
    );
    let Some(Block::Terms(_, terms)) = page.blocks.last() else {
        panic!("the page does not end with its method card");
    };
    for (term, part) in [
        ("Indicator", "People waiting more than 52 weeks"),
        ("Population", "people on the waiting list"),
        ("Period", "31 March 2025"),
        (
            "Method",
            "figures: Wilson; difference: Newcombe; ratio: Katz",
        ),
        ("Interval", "95%"),
        ("Deprivation edition", "IMD 2019"),
        ("Ethnic grouping", "not used"),
        ("Standard population", "none"),
        ("Disclosure rule", "Counts of 1 to 7 are hidden"),
        ("File", "waiting_list.csv"),
        ("Rows used", "402,005"),
        ("Made with", env!("CARGO_PKG_VERSION")),
    ] {
        let found = terms
            .iter()
            .find(|(name, _)| name == term)
            .map(|(_, text)| text.as_str());
        assert!(
            found.is_some_and(|text| text.contains(part)),
            "{term}: {found:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(11), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_says_what_must_not_be_said(
        parts in prop::collection::vec((0u32..60, 0u32..9_000, any::<bool>()), 3..7),
        polarity in prop::sample::select(vec![Polarity::MoreIsWorse, Polarity::MoreIsBetter, Polarity::Neutral]),
        ordered in any::<bool>(),
        id in prop::sample::select(vec!["nhs-england", "as-published", "none"]),
    ) {
        const NAMES: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];
        let groups: Vec<Counted> = parts
            .iter()
            .zip(NAMES)
            .enumerate()
            .map(|(place, (&(events, others, unknown), name))| {
                let status = if unknown && place > 1 { Status::Missing } else { Status::Known };
                (name, status, events, events + others)
            })
            .collect();
        let page = page(vec![section(polarity, ordered, &groups)], id);
        for text in said(&page) {
            let small = text.to_lowercase();
            for never in [
                "no gap", "significan", "caused", "causes", "due to", "leads to", "results in",
                "driven by", "effect of", "impact", "nan", "inf ", "-0.0", "−0 ",
            ] {
                prop_assert!(!small.contains(never), "{never}: {text}");
            }
            if polarity == Polarity::Neutral {
                prop_assert!(!small.contains("worse"), "{text}");
            }
        }
        prop_assert!(headline(&page).matches(". ").count() <= 2, "{}", headline(&page));
        for block in &page.blocks {
            if let Block::Figure(figure) = block {
                prop_assert!(figure.summary.chars().count() <= 125, "{}", figure.summary);
            }
        }
    }
}
