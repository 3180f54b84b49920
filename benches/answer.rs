//! How long a full answer takes once the file is read: every measure and analysis that applies, by every
//! dimension, of 200 organisations over 24 months by deprivation; and how long a simulated slope takes.
//! `cargo bench --bench answer`.

#[path = "../examples/extract/published.rs"]
mod published;

use std::error::Error;
use std::io::{self, Write};
use std::time::Instant;

use equal_measure::core::analysis::ANALYSES;
use equal_measure::core::measure::MEASURES;
use equal_measure::core::measure::ordered::simulation::REPETITIONS;
use equal_measure::core::measure::ordered::slope_index;
use equal_measure::core::measure::sample::Sample;
use equal_measure::core::number::generator::Pcg;
use equal_measure::core::plan::{Plan, Shape};
use equal_measure::core::units::Level;
use equal_measure::engine::{flow, job};
use equal_measure::ingest::outline::SheetOutline;
use equal_measure::ingest::roles::cross;

const TIMES: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    full_answer()?;
    simulation()
}

fn full_answer() -> Result<(), Box<dyn Error>> {
    let text = published::table(200, 24);
    let bytes = text.as_bytes();
    let outline = job::look_text("published.csv", bytes, bytes.len() as u64)?;
    let sheet = outline.sheets.first().ok_or("no sheet")?;
    let plan = asking_everything(sheet)?;
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes)?;
    let reading = job.finish()?;
    let figures = flow::show(&plan, &reading, &sheet.source)
        .answer
        .sections
        .iter()
        .map(|section| section.measures.len() + section.analyses.len())
        .sum::<usize>();
    let name = format!("full answer: {figures} measures and studies");
    measure(&name, || {
        flow::show(&plan, &reading, &sheet.source);
    })?;
    Ok(())
}

/// Every measure but the simulated ones, and every analysis, by month and by organisation.
fn asking_everything(sheet: &SheetOutline) -> Result<Plan, Box<dyn Error>> {
    let mut plan = sheet.plan.clone()?;
    if plan.shape != Shape::Counts {
        return Err("the table is not read as counts".into());
    }
    for column in ["Month", "Organisation"] {
        cross::set(&mut plan, &cross::named(sheet, column)?, true);
    }
    let cards = MEASURES.iter().map(|measure| measure.card.id);
    let ids = cards.chain(ANALYSES.iter().map(|analysis| analysis.card.id));
    plan.measures = ids.map(str::to_owned).collect();
    Ok(plan)
}

fn simulation() -> Result<(), Box<dyn Error>> {
    let values = (0..10).map(|place| 60.0 + f64::from(place)).collect();
    let tenths = Sample::new(values, vec![1000.0; 10], Some(vec![0.4; 10]))?;
    let mut slope = None;
    measure("simulated slope: 100,000 repetitions of 10 groups", || {
        slope = Some(slope_index::simulated::of(
            &tenths,
            Level::P95,
            REPETITIONS,
            &mut Pcg::new(1),
        ));
    })?;
    slope.ok_or("no slope")??;
    Ok(())
}

/// The best and the middle of several runs: noise only ever slows.
fn measure(name: &str, mut run: impl FnMut()) -> io::Result<()> {
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    writeln!(
        io::stdout(),
        "{name:<56} best {:>6.1} ms   median {:>6.1} ms",
        times[0],
        times[TIMES / 2]
    )
}
