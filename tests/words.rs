//! What the page says, and what it must never say.

mod answers;

use answers::{ETHNIC, SMALL, TENTHS, answer, section};
use equal_measure::core::units::Polarity;
use equal_measure::present::page::{Block, Page};
use equal_measure::present::page_of;
use equal_measure::release::{release, rule};

fn page(polarity: Polarity, ordered: bool, groups: &[answers::Counted], id: &str) -> Page {
    page_of(&release(
        &answer(vec![section(polarity, ordered, groups)]),
        rule(id),
    ))
}

#[test]
fn show() {
    for (o, g, id) in [
        (true, TENTHS, "nhs-england"),
        (true, TENTHS, "none"),
        (true, SMALL, "nhs-england"),
        (false, ETHNIC, "nhs-england"),
    ] {
        for p in [
            Polarity::MoreIsWorse,
            Polarity::MoreIsBetter,
            Polarity::Neutral,
        ] {
            let page = page(p, o, g, id);
            eprintln!("######## {id} {p:?} {}", page.title);
            for block in page.blocks {
                match block {
                    Block::Headline(t) => eprintln!("HEADLINE {t}"),
                    Block::Heading(l, t) => eprintln!("H{l} {t}"),
                    Block::Text(t) => eprintln!("TEXT {t}"),
                    Block::Warning(t) => eprintln!("WARN {t}"),
                    Block::Table(t) => eprintln!("{t:#?}"),
                    Block::Figure(f) => {
                        eprintln!("FIG {} | {}", f.title, f.summary);
                        eprintln!("{:?}", f.chart);
                        for r in f.table.rows {
                            eprintln!("{r:?}")
                        }
                    }
                    Block::Measure(m) => {
                        eprintln!("MEASURE {}: {}\n    {}", m.name, m.figure, m.reading)
                    }
                    Block::Terms(t, l) => {
                        eprintln!("TERMS {t}");
                        if id == "none" {
                            for x in l {
                                eprintln!("   {x:?}")
                            }
                        }
                    }
                }
            }
        }
    }
}
