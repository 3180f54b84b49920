//! Answers a file on the command line, through the same code as the page.
//!
//! ```text
//! cargo run --release --example answer -- FILE… [--sheet NAME] [--plan PLAN.json] [--rule RULE]
//!     [--measures all|ID,ID,…] [--slope FORM] [--level PERCENT] [--by COLUMNS]
//! ```
//!
//! Of several files one is measured, and the others say more of its codes, as on the page.
//!
//! `RULE` is `nhs-england` (the default), `as-published` or `none`; `FORM` is `linear` (the default),
//! `log`, `logit`, `robust` or `simulated`; `PERCENT` is 95 unless given. Without a plan it answers what
//! the page would show first, with the measures that the page recommends. It prints the Answer as JSON;
//! the schema is `src/export/release.schema.json`. `ID` is the id of a measure or of an analysis (gap-over-time);
//! one that does not fit stands there with the reason, and which `--by` it would need is said beside (on
//! standard error). `COLUMNS` divides the groups a second time, by a column or by several with commas between
//! them (`--by Age,Sex`); it may be given again, and `--by none` takes away what was proposed.

use std::error::Error;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::ExitCode;

use equal_measure::core::analysis::{self, Needs};
use equal_measure::core::answer::Source;
use equal_measure::core::measure;
use equal_measure::core::plan::{Plan, Slope, Stratification};
use equal_measure::core::units::Level;
use equal_measure::engine::job::Job;
use equal_measure::engine::several::{self, Given};
use equal_measure::engine::{flow, job};
use equal_measure::export;
use equal_measure::ingest::collect::usable;
use equal_measure::ingest::lookup::{Joined, Lookup};
use equal_measure::ingest::outline::{Format, Outline, SheetOutline};
use equal_measure::ingest::reading::Reading;
use equal_measure::ingest::roles;
use equal_measure::ingest::stack::Beside;
use equal_measure::nhs;

/// What the command line asks for.
struct Asked {
    files: Vec<String>,
    sheet: Option<String>,
    plan: Option<String>,
    rule: Option<String>,
    measures: Option<Vec<String>>,
    slope: Option<Slope>,
    level: Option<Level>,
    by: Vec<String>,
}

const USAGE: &str = "answer FILE… [--sheet NAME] [--plan PLAN.json] \
    [--rule none|nhs-england|as-published] [--measures all|ID,ID,…] \
    [--slope linear|log|logit|robust|simulated] [--level PERCENT] \
    [--by COLUMN[,COLUMN]|none]";

const SLOPES: [(&str, Slope); 5] = [
    ("linear", Slope::Linear),
    ("log", Slope::Logarithmic),
    ("logit", Slope::Logit),
    ("robust", Slope::Robust),
    ("simulated", Slope::Simulated),
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Parts from all over the file, which is left where its head ends.
fn parts(file: &mut std::fs::File, size: u64) -> std::io::Result<Vec<Vec<u8>>> {
    let at = file.stream_position()?;
    let mut list = Vec::new();
    for part in job::parts(size) {
        file.seek(SeekFrom::Start(part.start))?;
        let mut bytes = Vec::new();
        file.take(part.end - part.start).read_to_end(&mut bytes)?;
        list.push(bytes);
    }
    file.seek(SeekFrom::Start(at))?;
    Ok(list)
}

fn run() -> Result<(), Box<dyn Error>> {
    let asked = asked(std::env::args().skip(1))?;

    // 1. Look: what is it, and what would we do with it?
    let given = asked.files.iter().map(|path| given(Path::new(path)));
    let given: Vec<Given> = given.collect::<Result<_, _>>()?;
    let lookups = lookups(&given, &asked.files)?;
    let outline = several::choose(&given, &lookups)?;

    // 2. Agree on a Plan.
    let sheet = sheet(&outline, asked.sheet.as_deref())?;
    let mut plan = plan(sheet, asked.plan.as_deref())?;
    if let Some(rule) = asked.rule {
        plan.rule = rule;
    }
    plan.measures = asked.measures.unwrap_or(plan.measures);
    plan.slope = asked.slope.unwrap_or(plan.slope);
    plan.level = asked.level.unwrap_or(plan.level);
    for columns in &asked.by {
        cross(&mut plan, sheet, columns)?;
    }
    advise(&plan, sheet);

    // 3. Read everything under it.
    let joined = Joined::of(&plan, lookups.iter().map(|(_, lookup)| lookup))?;
    let mut readings = Vec::new();
    for part in outline.files() {
        let (plan, joined) = (part.plan(&plan), joined.in_file(&plan, &part.label));
        readings.push(if part.format == Format::Book {
            job::read_workbook_part(&given[part.given].head, &plan, &joined, &mut |_| true)?
        } else {
            let mut file = std::fs::File::open(&asked.files[part.given])?;
            read_text(Job::joined(&part.format, &plan, joined), &mut file)?
        });
    }
    let reading = usable(Reading::of_parts(readings))?;

    // 4. Answer, protect, print.
    let source = Source {
        sheet: asked.sheet.or_else(|| sheet.source.sheet.clone()),
        ..sheet.source.clone()
    };
    let shown = flow::show(&plan, &reading, &source);
    std::io::stdout().write_all(&export::json(&shown.answer)?)?;
    Ok(())
}

/// A file, as far as a first look needs it.
fn given(path: &Path) -> Result<Given, Box<dyn Error>> {
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut file = std::fs::File::open(path)?;
    let size = file.metadata()?.len();
    let mut head = vec![0; job::HEAD.min(usize::try_from(size)?)];
    file.read_exact(&mut head)?;
    let workbook = job::is_workbook(&head, size)?;
    let rest = if workbook {
        file.read_to_end(&mut head)?;
        Vec::new()
    } else {
        parts(&mut file, size)?
    };
    Ok(Given {
        name,
        size,
        head,
        rest,
    })
}

/// The files of several that codes can be looked up in, each with its place.
fn lookups(given: &[Given], paths: &[String]) -> Result<Vec<(usize, Lookup)>, Box<dyn Error>> {
    let mut lookups = Vec::new();
    for (place, (file, path)) in given.iter().zip(paths).enumerate() {
        if given.len() > 1
            && let Ok(outline) = file.look(Beside::default())
            && several::can_serve(&outline, file.size)
        {
            let lookup = job::lookup(&file.name, &std::fs::read(path)?, &outline)?;
            lookups.push((place, lookup));
        }
    }
    Ok(lookups)
}

fn read_text(mut job: Job, rest: &mut impl Read) -> Result<Reading, Box<dyn Error>> {
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = rest.read(&mut buffer)?;
        if read == 0 {
            return Ok(job.finish_part()?);
        }
        job.push(&buffer[..read])?;
    }
}

fn sheet<'a>(outline: &'a Outline, name: Option<&str>) -> Result<&'a SheetOutline, String> {
    let Some(name) = name else {
        return outline
            .sheets
            .get(outline.first)
            .ok_or_else(|| "The workbook has no sheet.".into());
    };
    outline
        .sheets
        .iter()
        .find(|sheet| sheet.name == name)
        .ok_or_else(|| {
            let names: Vec<_> = outline
                .sheets
                .iter()
                .map(|sheet| sheet.name.as_str())
                .collect();
            format!(
                "No sheet is named \"{name}\". There are: {}.",
                names.join(", ")
            )
        })
}

fn plan(sheet: &SheetOutline, path: Option<&str>) -> Result<Plan, Box<dyn Error>> {
    match path {
        Some(path) => Ok(export::recipe::from_json(&std::fs::read_to_string(path)?)?),
        None => Ok(sheet.plan.clone()?),
    }
}

fn cross(plan: &mut Plan, sheet: &SheetOutline, columns: &str) -> Result<(), String> {
    if columns == "none" {
        plan.stratifications.clear();
        return Ok(());
    }
    roles::cross::set(plan, &roles::cross::named(sheet, columns)?, true);
    Ok(())
}

fn asked(mut words: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked {
        files: Vec::new(),
        sheet: None,
        plan: None,
        rule: None,
        measures: None,
        slope: None,
        level: None,
        by: Vec::new(),
    };
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| format!("{word} needs a value. Use: {USAGE}"))
        };
        match word.as_str() {
            "--sheet" => asked.sheet = Some(value()?),
            "--plan" => asked.plan = Some(value()?),
            "--rule" => asked.rule = Some(value()?),
            "--measures" => asked.measures = Some(measures(&value()?)?),
            "--slope" => asked.slope = Some(slope(&value()?)?),
            "--level" => asked.level = Some(level(&value()?)?),
            "--by" => asked.by.push(value()?),
            _ if !word.starts_with("--") => asked.files.push(word),
            _ => return Err(format!("\"{word}\" is not understood. Use: {USAGE}")),
        }
    }
    if asked.files.is_empty() {
        return Err(format!("Name a file. Use: {USAGE}"));
    }
    if let Some(rule) = asked.rule.as_deref()
        && !["none", "nhs-england", "as-published"].contains(&rule)
    {
        return Err(format!("\"{rule}\" is not a rule. Use: {USAGE}"));
    }
    Ok(asked)
}

/// The ids of measures and analyses; those that there are not are refused with the list of those that there
/// are.
fn measures(text: &str) -> Result<Vec<String>, String> {
    let all = || {
        let cards = measure::all().map(|measure| measure.card.id);
        cards.chain(analysis::ANALYSES.iter().map(|analysis| analysis.card.id))
    };
    if text == "all" {
        return Ok(all().map(str::to_owned).collect());
    }
    let ids = text.split(',').map(str::trim);
    ids.map(|id| {
        all()
            .find(|known| *known == id)
            .map(str::to_owned)
            .ok_or_else(|| not_known(id))
    })
    .collect()
}

fn not_known(id: &str) -> String {
    let measures: Vec<_> = measure::all().map(|measure| measure.card.id).collect();
    let analyses: Vec<_> = analysis::ANALYSES
        .iter()
        .map(|analysis| analysis.card.id)
        .collect();
    format!(
        "\"{id}\" is neither a measure nor a study. Measures: {}. Studies: {}.",
        measures.join(", "),
        analyses.join(", ")
    )
}

/// Says of every analysis that is named and has nothing to be made from which `--by` would serve.
fn advise(plan: &Plan, sheet: &SheetOutline) {
    let named =
        |analysis: &&&analysis::Analysis| plan.measures.iter().any(|id| id == analysis.card.id);
    for analysis in analysis::ANALYSES.iter().filter(named) {
        let serves = |stratification: &&Stratification| {
            analysis.needs.met_by(nhs::second::kind(stratification))
        };
        if analysis.needs == Needs::Groups || plan.stratifications.iter().any(|by| serves(&by)) {
            continue;
        }
        let what = analysis.needs.words();
        let offers = roles::cross::offers(sheet);
        let offer = offers.iter().find(serves).map(|stratification| {
            let columns = stratification.by.iter().map(|by| by.column.as_str());
            columns.collect::<Vec<_>>().join(",")
        });
        match offer {
            Some(columns) => {
                eprintln!(
                    "{} needs a column of {what}: --by \"{columns}\".",
                    analysis.card.id
                );
            }
            None => eprintln!(
                "{} needs a column of {what}, and this file has none.",
                analysis.card.id
            ),
        }
    }
}

fn slope(text: &str) -> Result<Slope, String> {
    let found = SLOPES.iter().find(|(name, _)| *name == text);
    found
        .map(|(_, slope)| *slope)
        .ok_or_else(|| format!("\"{text}\" is not a form of the slope. Use: {USAGE}"))
}

/// A level given in percent, to a millionth of one.
fn level(text: &str) -> Result<Level, String> {
    let percent: Option<f64> = text.trim_end_matches('%').parse().ok();
    percent
        .and_then(|percent| Level::new((percent * 1e6).round() / 1e8))
        .filter(|level| level.proportion() >= 0.5)
        .ok_or_else(|| format!("\"{text}\" is not a level in percent, such as 95 or 99.8."))
}
