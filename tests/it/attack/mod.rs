//! Files put through the whole flow under the strictest rule, and everything that comes out of it.

mod enumerated;
mod given;
mod left;
mod measures;
mod needles;
mod rates;
mod analyses_printed;
mod sums;
mod tables;
mod texts;
mod told;
mod witness;

use equal_measure::core::plan::Plan;
use equal_measure::engine::flow::{self, Shown};
use equal_measure::engine::job;
use equal_measure::export::{self, EXPORTERS};
use equal_measure::present::choices::choices;
use equal_measure::present::page::{Block, Figure, Table};

/// Reads a text file under the plan that the app proposes, edited, and shows it.
pub(crate) fn show(name: &str, text: &str, edit: impl FnOnce(&mut Plan)) -> Shown {
    let bytes = text.as_bytes();
    let outline = job::look_text(name, bytes, bytes.len() as u64).expect("a table");
    let sheet = &outline.sheets[outline.first];
    let mut plan = sheet.plan.clone().expect("a plan");
    plan.rule = "nhs-england".into();
    edit(&mut plan);
    let mut job = job::Job::text(&outline, &plan);
    job.push(bytes).expect("read");
    let reading = job.finish().expect("read");
    flow::show(&plan, &reading, &sheet.source)
}

/// Every measure there is.
pub(crate) fn every_measure(plan: &mut Plan) {
    plan.measures = equal_measure::core::measure::MEASURES
        .iter()
        .map(|measure| measure.card.id.to_owned())
        .collect();
}

/// Everything that leaves the app, one text for each way out.
pub(crate) fn ways_out(shown: &Shown) -> Vec<(&'static str, String)> {
    let release = &shown.answer;
    let mut texts: Vec<(&'static str, String)> = EXPORTERS
        .iter()
        .map(|exporter| {
            let bytes = (exporter.make)(release).expect("bytes");
            (exporter.id, String::from_utf8(bytes).expect("UTF-8"))
        })
        .collect();
    texts.push(("name", export::file_name(&EXPORTERS[0], release, "")));
    texts.push(("page", said(&shown.page.title, &shown.page.blocks)));
    texts.push(("choices", format!("{:#?}", choices(release, &[]))));
    for block in &shown.page.blocks {
        if let Block::Figure(figure) = block {
            let picture = export::svg::drawing(release, figure, 640).expect("a picture");
            texts.push(("picture", picture));
            texts.push(("chart", format!("{:?}", figure.chart)));
        }
    }
    texts
}

fn said(title: &str, blocks: &[Block]) -> String {
    let mut lines = vec![title.to_owned()];
    for block in blocks {
        match block {
            Block::Headline(text)
            | Block::Heading(_, text)
            | Block::Text(text)
            | Block::Warning(text) => lines.push(text.clone()),
            Block::Figure(Figure {
                title,
                summary,
                table,
                ..
            }) => {
                lines.extend([title.clone(), summary.clone()]);
                lines.extend(table_lines(table));
            }
            Block::Table(table) => lines.extend(table_lines(table)),
            Block::Measure(measure) => {
                lines.push(format!(
                    "{} | {} | {} | {}",
                    measure.name, measure.figure, measure.reading, measure.given
                ));
                lines.extend(measure.numbers.iter().flat_map(table_lines));
            }
            Block::Method(name, _) => lines.push(name.clone()),
            Block::Terms(title, terms) => {
                lines.push(title.clone());
                lines.extend(terms.iter().map(|(term, text)| format!("{term}: {text}")));
            }
        }
    }
    lines.join("\n")
}

fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = vec![table.caption.clone(), table.columns.join(" | ")];
    let rows = table.rows.iter();
    lines.extend(rows.map(|(name, cells)| format!("{name} | {}", cells.join(" | "))));
    lines.extend(table.notes.clone());
    lines
}

/// One line for each group of people: sex, flag, deprivation, ethnic code; how many waited over a
/// year and how many did not, and rows without a wait.
pub(crate) type People = ([&'static str; 4], usize, usize, usize);

/// A waiting list with one row for each person, the groups mixed.
pub(crate) fn waiting_list(people: &[People]) -> String {
    let mut rows = Vec::new();
    for (groups, over, under, blank) in people {
        let groups = groups.join(",");
        let size = over + under + blank;
        for person in 0..size {
            let wait = match person {
                person if person < *over => (53 + person % 60).to_string(),
                person if person < over + under => (person % 50).to_string(),
                _ => String::new(),
            };
            rows.push((person * 7 % size * 1_000 / size, format!("{groups},{wait}")));
        }
    }
    rows.sort();
    let mut text =
        String::from("Sex,Learning disability,IMD quintile,Ethnic category,Weeks waited\n");
    for (_, row) in rows {
        text.push_str(&row);
        text.push('\n');
    }
    text
}

/// Repeatable numbers below a limit.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: u64) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit).expect("small")
    }
}

/// Every whole number of a text, thousands separators taken out.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    let mut found = vec![String::new()];
    for (place, &letter) in letters.iter().enumerate() {
        let comma = letter == ',' && (1..=3).all(|ahead| digit(place + ahead)) && !digit(place + 4);
        match found.last_mut() {
            Some(last) if letter.is_ascii_digit() || letter == '.' => last.push(letter),
            Some(last) if comma && !last.is_empty() => {}
            _ => found.push(String::new()),
        }
    }
    found
        .into_iter()
        .map(|number| number.trim_matches('.').trim_end_matches(".0").to_owned())
        .collect()
}

/// What stands between the tags of a picture.
pub(crate) fn texts_of(picture: &str) -> String {
    picture
        .split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text)
        .collect::<Vec<_>>()
        .join(" ")
}
