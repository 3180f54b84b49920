//! The user's choices as changes to the Plan.

use crate::core::answer::Source;
use crate::core::measure;
use crate::core::plan::{Filter, Keep, Pair, Plan, Role, Sides, Slope, Stratification};
use crate::ingest::roles::{cross, propose_again};
use crate::present::choices;
use crate::release::rule::{AS_PUBLISHED, NHS_ENGLAND, RULES};

use super::model::{Look, Model, Stage};

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The indicator that comes first, by id.
    Indicator(String),
    /// The division that comes first, by id.
    Division(String),
    /// Only rows with this text in this column, or all.
    Only {
        /// The column's name.
        column: String,
        /// The text, or none for all rows.
        text: Option<String>,
    },
    /// Rows with any of these texts in this column.
    Several {
        /// The column's name.
        column: String,
        /// The texts that are kept.
        texts: Vec<String>,
    },
    /// All rows but those with these texts in this column.
    Without {
        /// The column's name.
        column: String,
        /// The texts that are left out.
        texts: Vec<String>,
    },
    /// Only rows within these ages, or all.
    Ages {
        /// The column's name.
        column: String,
        /// The first age.
        from: Option<u32>,
        /// The last age.
        to: Option<u32>,
    },
    /// The disadvantaged group and the other one that are compared, by their names as shown, or those proposed.
    Pair {
        /// The id of the division.
        division: String,
        /// The two groups.
        sides: Option<[String; 2]>,
    },
    /// A switch was turned.
    Switch(Switch, bool),
    /// A measure was ticked or unticked, by id.
    Measure(String, bool),
    /// Another form of the slope and the relative index.
    Slope(Slope),
    /// The groups are divided a second time so, or no longer.
    Stratification(Stratification, bool),
}

/// The choices of grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Chinese counts as Asian.
    Chinese,
    /// Tenths are shown as fifths.
    Fifths,
    /// All 16 ethnic groups are shown.
    Sixteen,
    /// The highest number is the most deprived.
    Turned,
}

/// Makes the choice in the Plan.
pub fn apply(plan: &mut Plan, choice: &Choice) {
    match choice {
        Choice::Indicator(id) => to_front(&mut plan.indicators, |indicator| indicator.id == *id),
        Choice::Division(id) => to_front(&mut plan.divisions, |division| division.id == *id),
        Choice::Only { column, text } => {
            // Two columns of organisations name the same one twice: by code, by name, by type.
            let role = role_of(plan, column);
            let same = |filter: &Filter| {
                filter.column == *column
                    || role == Some(Role::Organisation) && role_of(plan, &filter.column) == role
            };
            let kept = plan
                .filters
                .iter()
                .filter(|filter| !same(filter))
                .cloned()
                .collect();
            plan.filters = kept;
            plan.filters.extend(text.iter().map(|text| Filter {
                column: column.clone(),
                keep: Keep::Texts(vec![text.clone()]),
            }));
        }
        Choice::Several { column, texts } => {
            plan.filters.retain(|filter| filter.column != *column);
            plan.filters.push(Filter {
                column: column.clone(),
                keep: Keep::Texts(texts.clone()),
            });
        }
        Choice::Without { column, texts } => {
            plan.filters.retain(|filter| filter.column != *column);
            plan.filters.push(Filter {
                column: column.clone(),
                keep: Keep::Without(texts.clone()),
            });
        }
        Choice::Ages { column, from, to } => {
            plan.filters.retain(|filter| filter.column != *column);
            if from.is_some() || to.is_some() {
                plan.filters.push(Filter {
                    column: column.clone(),
                    keep: Keep::Ages {
                        from: from.unwrap_or(0),
                        to: *to,
                    },
                });
            }
        }
        Choice::Pair { division, sides } => {
            plan.pairs.retain(|pair| pair.division != *division);
            plan.pairs.extend(sides.clone().map(|[worse, better]| Pair {
                division: division.clone(),
                sides: Sides::Groups {
                    worse_off: vec![worse],
                    better_off: vec![better],
                },
            }));
        }
        Choice::Switch(switch, on) => *place(plan, *switch) = *on,
        Choice::Measure(id, on) => {
            let in_form = measure::find(id).map(|measure| measure.in_form(plan.slope).card.id);
            plan.measures
                .retain(|each| each != id && Some(each.as_str()) != in_form);
            plan.measures.extend(on.then(|| id.clone()));
        }
        Choice::Slope(slope) => plan.slope = *slope,
        Choice::Stratification(stratification, on) => cross::set(plan, stratification, *on),
    }
}

fn role_of(plan: &Plan, name: &str) -> Option<Role> {
    let column = plan.columns.iter().find(|column| column.name == name);
    column.map(|column| column.role)
}

/// Has the user choose the measures, or takes those that are recommended. Choosing starts from what is
/// recommended, so that nothing vanishes.
pub fn by_hand(model: &mut Model, yes: bool) {
    model.by_hand = yes;
    let start = match &model.stage {
        Stage::Shown(shown) if yes => choices::start(&shown.answer),
        _ => Vec::new(),
    };
    if let Some(Ok(plan)) = model.look.as_mut().map(|look| &mut look.plan) {
        plan.measures = start;
    }
}

/// Whether a switch is on.
pub fn is_on(plan: &Plan, switch: Switch) -> bool {
    match switch {
        Switch::Chinese => plan.switches.chinese_in_asian,
        Switch::Fifths => plan.switches.fifths,
        Switch::Sixteen => plan.switches.sixteen_ethnic_groups,
        Switch::Turned => plan.switches.most_deprived_last,
    }
}

fn place(plan: &mut Plan, switch: Switch) -> &mut bool {
    match switch {
        Switch::Chinese => &mut plan.switches.chinese_in_asian,
        Switch::Fifths => &mut plan.switches.fifths,
        Switch::Sixteen => &mut plan.switches.sixteen_ethnic_groups,
        Switch::Turned => &mut plan.switches.most_deprived_last,
    }
}

fn to_front<T>(list: &mut [T], is: impl Fn(&T) -> bool) {
    if let Some(at) = list.iter().position(is) {
        list[..=at].rotate_right(1);
    }
}

/// Enters what a column is for, and proposes the Plan anew. Where none can be made, the last one stays
/// with the sheet, so that a further change can go back to it.
pub fn role(look: &mut Look, column: usize, role: Role) {
    let Some(sheet) = look.outline.sheets.get_mut(look.sheet) else {
        return;
    };
    if let Some(found) = sheet.columns.get_mut(column) {
        found.role = role;
        found.confidence = 1.0;
        "you chose this".clone_into(&mut found.why);
    }
    if look.plan.is_ok() {
        sheet.plan.clone_from(&look.plan);
    }
    let before = look.plan.as_ref().ok().cloned();
    look.plan = propose_again(sheet);
    if let (Ok(plan), Some(before)) = (&mut look.plan, before) {
        plan.measures = before.measures;
        plan.slope = before.slope;
    }
    if look.plan.is_ok() {
        sheet.plan.clone_from(&look.plan);
    }
}

/// The id of the rule to start with.
pub fn first_rule(source: &Source) -> &'static str {
    if source.protected.is_some() {
        AS_PUBLISHED.id
    } else {
        NHS_ENGLAND.id
    }
}

/// The id of the rule that holds: the chosen one, or the default while its acknowledgement is missing.
pub fn rule_in_force(chosen: &str, acknowledged: bool) -> &'static str {
    RULES
        .iter()
        .find(|rule| rule.id == chosen && (acknowledged || !rule.needs_acknowledgement))
        .map_or(NHS_ENGLAND.id, |rule| rule.id)
}
