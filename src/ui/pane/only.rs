//! Within step 3: the rows that count, by one text of a column.

use yew::prelude::*;

use crate::core::plan::{Keep, Plan, Role};
use crate::ingest::outline::{ColumnFinding, SheetOutline};
use crate::ui::app::Msg;
use crate::ui::choice::Choice;
use crate::ui::part::field;
use crate::ui::send::Send;

/// Stands for the choice of all rows but those of totals.
const BUT_TOTALS: &str = "all-but-totals";
/// Stands for the several texts that are proposed.
const SEVERAL: &str = "several";
/// How many texts are named where several are kept.
const NAMED: usize = 4;

/// Organisations, periods and whatever else rows are narrowed to: the texts that the first look saw, in the file's
/// order. What would add a total to its parts, or one level to another, is not offered.
pub fn filters(plan: &Plan, proposed: &Plan, sheet: &SheetOutline, send: &Send) -> Html {
    let columns = sheet.columns.iter().filter(|column| {
        matches!(column.role, Role::Organisation | Role::Period)
            || proposed.keep(&column.name).is_some()
    });
    html! { { for columns.enumerate().map(|(place, column)| {
        let all = All::of(proposed, sheet, column);
        let mut texts: Vec<String> = match proposed.keep(&column.name) {
            Some(Keep::Texts(texts) | Keep::Without(texts)) => texts.clone(),
            _ => Vec::new(),
        };
        let rest = if column.texts.is_empty() { &column.examples } else { &column.texts };
        for text in rest {
            if !texts.contains(text) {
                texts.push(text.clone());
            }
        }
        let mut offers = vec![all.offer()];
        offers.extend(texts.into_iter().map(|text| (text.clone(), text)));
        let chosen = match plan.keep(&column.name) {
            Some(Keep::Without(_)) => BUT_TOTALS,
            Some(Keep::Texts(texts)) => match texts.as_slice() {
                [text] => text,
                _ => SEVERAL,
            },
            _ => "",
        };
        let name = column.name.clone();
        let chose = send.reform(move |text: String| Msg::Chose(all.choice(name.clone(), text)));
        let id = format!("only-{place}");
        let label = field::label(&id, &format!("Only rows of {}", column.name));
        field::select(&id, label, &offers, chosen, &chose)
    }) } }
}

/// What all rows of a column are that may be added.
enum All {
    /// Every row.
    Rows,
    /// Every row but those of totals.
    But(Vec<String>),
    /// Those of one level.
    Several(Vec<String>),
}

impl All {
    fn of(proposed: &Plan, sheet: &SheetOutline, column: &ColumnFinding) -> Self {
        let totals = sheet
            .totals
            .iter()
            .filter(|total| total.column == column.name);
        let totals: Vec<String> = totals.map(|total| total.text.clone()).collect();
        match proposed.keep(&column.name) {
            Some(Keep::Without(texts)) => Self::But(texts.clone()),
            Some(Keep::Texts(texts)) if texts.len() > 1 => Self::Several(texts.clone()),
            _ if totals.is_empty() => Self::Rows,
            _ => Self::But(totals),
        }
    }

    fn offer(&self) -> field::Offer {
        match self {
            Self::Rows => (String::new(), "All".to_owned()),
            Self::But(totals) => (
                BUT_TOTALS.to_owned(),
                format!("All but {}", totals.join(", ")),
            ),
            Self::Several(texts) => {
                let named = texts
                    .iter()
                    .take(NAMED)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", ");
                let more = texts.len().saturating_sub(NAMED);
                let more = if more > 0 {
                    format!(" and {more} more")
                } else {
                    String::new()
                };
                (SEVERAL.to_owned(), format!("{named}{more}"))
            }
        }
    }

    fn choice(&self, column: String, text: String) -> Choice {
        match self {
            Self::But(texts) if text == BUT_TOTALS => Choice::Without {
                column,
                texts: texts.clone(),
            },
            Self::Several(texts) if text == SEVERAL => Choice::Several {
                column,
                texts: texts.clone(),
            },
            _ => Choice::Only {
                column,
                text: (!text.is_empty()).then_some(text),
            },
        }
    }
}
