//! Within step 3: which ages count, and which two groups are compared.

use yew::prelude::*;

use crate::answer::section::Section;
use crate::core::plan::{Keep, Plan, Sides};
use crate::ingest::outline::SheetOutline;
use crate::ui::app::Msg;
use crate::ui::choice::Choice;
use crate::ui::model::{Model, Stage};
use crate::ui::part::field;
use crate::ui::send::Send;

/// The oldest age that can be chosen.
const OLDEST: u32 = 100;

/// The first and the last age that count, for each column of ages. Where rows of one age group are proposed, the
/// others repeat them, and there is no choice.
pub fn ages(plan: &Plan, proposed: &Plan, sheet: &SheetOutline, send: &Send) -> Html {
    let kept = |name: &str| {
        let mut filters = proposed.filters.iter();
        filters.any(|filter| filter.column == name)
    };
    let columns = sheet
        .columns
        .iter()
        .filter(|column| column.scheme.as_deref() == Some("age") && !kept(&column.name));
    html! { { for columns.enumerate().map(|(place, column)| {
        let mut filters = plan.filters.iter();
        let (from, to) = filters
            .find(|filter| filter.column == column.name)
            .map_or((None, None), |filter| match filter.keep {
                Keep::Ages { from, to } => (Some(from).filter(|from| *from > 0), to),
                _ => (None, None),
            });
        let chose = |first: bool| {
            let name = column.name.clone();
            send.reform(move |text: String| {
                let age = text.parse().ok();
                let [from, to] = if first { [age, to] } else { [from, age] };
                Msg::Chose(Choice::Ages { column: name.clone(), from, to })
            })
        };
        let end = |end: &str, chosen: Option<u32>, chose: Callback<String>| {
            let mut offers = vec![(String::new(), "Any".to_owned())];
            offers.extend((0..=OLDEST).map(|age| (age.to_string(), age.to_string())));
            let id = format!("ages-{place}-{end}");
            let label = field::label(&id, &format!("Only ages {end} ({})", column.name));
            let chosen = chosen.map_or_else(String::new, |age| age.to_string());
            field::select(&id, label, &offers, &chosen, &chose)
        };
        html! {
            <>
                { end("from", from, chose(true)) }
                { end("to", to, chose(false)) }
            </>
        }
    }) } }
}

/// The two groups that every method compares: those of the result that stand by themselves. Nothing before
/// there is a result, or where fewer than two do.
pub fn pair(model: &Model, plan: &Plan, send: &Send) -> Html {
    let (Stage::Shown(shown), Some(division)) = (&model.stage, plan.divisions.first()) else {
        return Html::default();
    };
    let mut sections = shown.answer.sections.iter();
    let groups = sections
        .find(|section| section.dimension.id == division.id)
        .map_or_else(Vec::new, alone);
    let chosen = plan.pairs.iter().find_map(|pair| match &pair.sides {
        Sides::Groups {
            worse_off,
            better_off,
        } if pair.division == division.id => {
            Some([worse_off.first()?.clone(), better_off.first()?.clone()])
        }
        _ => None,
    });
    if groups.len() < 2 {
        return Html::default();
    }
    let side = |place: usize, id: &str, words: &str| {
        let mut offers = vec![(String::new(), "As proposed".to_owned())];
        offers.extend(groups.iter().map(|label| (label.clone(), label.clone())));
        let (groups, before, of) = (groups.clone(), chosen.clone(), division.id.clone());
        let chose = send.reform(move |label: String| {
            let other = before.as_ref().map(|sides| sides[1 - place].clone());
            let other = other.filter(|other| *other != label);
            let other = other.or_else(|| against(&groups, &label, place));
            let sides = other
                .filter(|_| !label.is_empty())
                .map(|other| match place {
                    0 => [label, other],
                    _ => [other, label],
                });
            Msg::Chose(Choice::Pair {
                division: of.clone(),
                sides,
            })
        });
        let now = chosen.as_ref().map_or("", |sides| &sides[place]);
        field::select(id, field::label(id, words), &offers, now, &chose)
    };
    html! {
        <>
            { side(0, "compare", "Compare this group") }
            { side(1, "compare-with", "With this group") }
        </>
    }
}

/// The known groups that the rule has not joined with others.
fn alone(section: &Section) -> Vec<String> {
    let groups = section.groups.iter();
    let alone = groups.filter(|group| group.status.is_known() && group.parts.is_empty());
    alone.map(|group| group.label.clone()).collect()
}

/// The group that the first choice of a side is set against: the one at the other end.
fn against(groups: &[String], label: &str, place: usize) -> Option<String> {
    let others = || groups.iter().filter(|other| *other != label);
    match place {
        0 => others().next_back().cloned(),
        _ => others().next().cloned(),
    }
}
