//! Step 2: check what each column is for.

use yew::prelude::*;

use crate::core::plan::Role;
use crate::ingest::outline::{ColumnFinding, SheetOutline};
use crate::present::page::Table;
use crate::ui::app::{Msg, place};
use crate::ui::model::{Look, Model, SURE, Stage, Step};
use crate::ui::part::{field, step, table};
use crate::ui::send::Send;
use crate::ui::words::{self, ROLES};

/// How many columns are shown; a page with more would not answer.
const MOST_COLUMNS: usize = 100;
/// How many doubtful columns are named.
const MOST_NAMED: usize = 5;

/// The second step: open while the page asks, else folded away.
pub fn view(model: &Model, look: &Look, send: &Send) -> Html {
    html! {
        <section class="em-step em-no-print" aria-labelledby={place::COLUMNS}>
            <h2 class="nhsuk-heading-m" id={place::COLUMNS} tabindex="-1">
                { "2. Check the columns" }
            </h2>
            { sheets(look, send) }
            { for look.sheet().map(|sheet| html! {
                <>
                    { for dropped(look, sheet) }
                    if !sheet.notes.is_empty() {
                        <ul class="nhsuk-list nhsuk-list--bullet">
                            { for sheet.notes_of(look.plan.as_ref().ok())
                                .map(|note| html! { <li>{ note }</li> }) }
                        </ul>
                    }
                    { for asking(model, look) }
                    { step::view(model, Step::Columns, &summary(sheet), send, || html! {
                        <>
                            { columns(sheet, send) }
                            { preview(sheet) }
                        </>
                    }) }
                </>
            }) }
        </section>
    }
}

fn sheets(look: &Look, send: &Send) -> Html {
    if look.outline.sheets.len() < 2 {
        return Html::default();
    }
    let offers: Vec<field::Offer> = look
        .outline
        .sheets
        .iter()
        .enumerate()
        .map(|(place, sheet)| (place.to_string(), sheet.name.clone()))
        .collect();
    let chose = send.reform(|place: String| Msg::ChoseSheet(place.parse().unwrap_or(0)));
    let label = field::label("sheet", "Sheet of the workbook");
    field::select("sheet", label, &offers, &look.sheet.to_string(), &chose)
}

/// The columns that are dropped, as far as no note of the reading names them.
fn dropped(look: &Look, sheet: &SheetOutline) -> Option<Html> {
    let mut names = look.dropped();
    names.retain(|name| !sheet.notes.iter().any(|note| note.contains(name)));
    (!names.is_empty()).then(|| {
        html! {
            <p>
                <strong>{ "Dropped at reading, because they name people: " }</strong>
                { names.join(", ") }{ "." }
            </p>
        }
    })
}

fn asking(model: &Model, look: &Look) -> Option<Html> {
    let doubtful = look.doubtful();
    let asks = matches!(model.stage, Stage::Asking);
    let words = match (&look.plan, asks) {
        (Err(why), _) => why.clone(),
        (Ok(_), true) if look.must_ask() => "Some columns could be read in more than one way. \
             Check those marked \"Please check\", then show the results."
            .to_owned(),
        (Ok(_), true) => {
            "Change what a column is for if it is wrong, then show the results.".to_owned()
        }
        (Ok(_), false) if doubtful.is_empty() => return None,
        (Ok(_), false) => {
            let named: Vec<&str> = doubtful.iter().copied().take(MOST_NAMED).collect();
            let more = match doubtful.len() - named.len() {
                0 => String::new(),
                more => format!(" and {} more", words::count(more as u64)),
            };
            format!(
                "Please check {}{more}: what they are for is not sure. What comes first in the \
                 results does not rest on them.",
                named.join(", ")
            )
        }
    };
    Some(html! { <div class="nhsuk-inset-text"><p>{ words }</p></div> })
}

fn summary(sheet: &SheetOutline) -> String {
    let used = sheet
        .columns
        .iter()
        .filter(|column| !matches!(column.role, Role::SetAside | Role::Identifier))
        .count();
    format!(
        "{} columns, {} used: what each is for",
        words::count(sheet.columns.len() as u64),
        words::count(used as u64)
    )
}

fn columns(sheet: &SheetOutline, send: &Send) -> Html {
    let count = sheet.columns.len();
    // Those that matter come first where not all can be shown.
    let mut places: Vec<usize> = (0..count).collect();
    if count > MOST_COLUMNS {
        places.sort_by_key(|&place| sheet.columns[place].role == Role::SetAside);
        places.truncate(MOST_COLUMNS);
    }
    html! {
        <>
            <p class="em-caption" id="columns-caption">{ "What each column is for" }</p>
            <div class="em-scroll" role="group" aria-labelledby="columns-caption" tabindex="0">
            <table class="nhsuk-table nhsuk-table--responsive em-columns" role="table"
                aria-labelledby="columns-caption">
                <thead class="nhsuk-table__head" role="rowgroup">
                    <tr class="nhsuk-table__row" role="row">
                        { for ["Column", "What it is for", "Why", "Examples"].map(|name| html! {
                            <th scope="col" role="columnheader" class="nhsuk-table__header">
                                { name }
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody class="nhsuk-table__body">
                    { for places.iter().map(|&place| column(place, &sheet.columns[place], send)) }
                </tbody>
            </table>
            </div>
            if count > MOST_COLUMNS {
                <p>
                    { format!("{} more columns are not shown and not used.",
                        words::count((count - MOST_COLUMNS) as u64)) }
                </p>
            }
        </>
    }
}

fn column(place: usize, column: &ColumnFinding, send: &Send) -> Html {
    let id = format!("role-{place}");
    let offers: Vec<field::Offer> = ROLES
        .iter()
        .enumerate()
        .map(|(place, (_, words))| (place.to_string(), (*words).to_owned()))
        .collect();
    let chosen = ROLES
        .iter()
        .position(|(role, _)| *role == column.role)
        .unwrap_or(0)
        .to_string();
    let chose = send.reform(move |role: String| {
        let role = role.parse().ok().and_then(|at: usize| ROLES.get(at));
        Msg::ChoseRole(place, role.map_or(Role::SetAside, |(role, _)| *role))
    });
    let label = field::heard_label(&id, &format!("What {} is for", column.name));
    let sure = if column.confidence >= SURE {
        field::tag("Sure", "green")
    } else {
        field::tag("Please check", "yellow")
    };
    let cell = |heading: &'static str, content: Html| {
        html! {
            <td role="cell" class="nhsuk-table__cell">
                <span class="nhsuk-table__heading" aria-hidden="true">{ heading }</span>
                <span class="em-cell">{ content }</span>
            </td>
        }
    };
    let examples = if column.examples.is_empty() {
        "not shown".to_owned()
    } else {
        column.examples.join(" · ")
    };
    html! {
        <tr class="nhsuk-table__row" role="row" key={place}>
            <th scope="row" role="rowheader" class="nhsuk-table__header">
                <span class="nhsuk-table__heading" aria-hidden="true">{ "Column" }</span>
                <span class="em-cell">{ &column.name }</span>
            </th>
            { cell("What it is for", field::select(&id, label, &offers, &chosen, &chose)) }
            { cell("Why", html! { <>{ sure }{ " " }{ &column.why }</> }) }
            { cell("Examples", html! { { examples } }) }
        </tr>
    }
}

fn preview(sheet: &SheetOutline) -> Html {
    let shown = sheet.columns.len().min(50);
    let Some(first) = sheet.columns.first() else {
        return Html::default();
    };
    let mut columns = vec!["Row".to_owned(), first.name.clone()];
    columns.extend(
        sheet.columns[1..shown]
            .iter()
            .map(|column| column.name.clone()),
    );
    let rows = sheet
        .preview
        .iter()
        .take(10)
        .enumerate()
        .map(|(place, row)| {
            (
                (place + 1).to_string(),
                row.iter().take(50).cloned().collect(),
            )
        })
        .collect();
    let caption = if shown < sheet.columns.len() {
        format!("The first rows, the first {shown} columns")
    } else {
        "The first rows".to_owned()
    };
    let preview = Table {
        caption,
        columns,
        rows,
        notes: Vec::new(),
    };
    table::view("preview", &preview)
}
