//! Tables in a group that scrolls by keyboard and has a name (a landmark each would be too many).

use yew::prelude::*;

use crate::present::page::Table;

/// A table of a Page. `id` is unique in the document.
pub fn view(id: &str, table: &Table) -> Html {
    let caption = format!("{id}-caption");
    let numeric = numeric_columns(table);
    let cell_class = |place: usize, base: &str| {
        classes!(
            base.to_owned(),
            numeric
                .get(place)
                .copied()
                .unwrap_or(false)
                .then(|| format!("{base}--numeric"))
        )
    };
    html! {
        <>
            // Not a caption element: it would scroll away with a wide table.
            <p class="em-caption" id={caption.clone()}>{ &table.caption }</p>
            <div class="em-scroll" role="group" aria-labelledby={caption.clone()} tabindex="0">
                <table class="nhsuk-table" id={id.to_owned()} aria-labelledby={caption}>
                    <thead class="nhsuk-table__head">
                        <tr class="nhsuk-table__row">
                            { for table.columns.iter().enumerate().map(|(place, name)| {
                                let class = place.checked_sub(1).map_or_else(
                                    || classes!("nhsuk-table__header"),
                                    |place| cell_class(place, "nhsuk-table__header"),
                                );
                                if name.is_empty() {
                                    html! { <td {class}></td> }
                                } else {
                                    html! { <th scope="col" {class}>{ name }</th> }
                                }
                            }) }
                        </tr>
                    </thead>
                    <tbody class="nhsuk-table__body">
                        { for table.rows.iter().map(|(name, cells)| html! {
                            <tr class="nhsuk-table__row">
                                <th scope="row" class="nhsuk-table__header">{ name }</th>
                                { for cells.iter().enumerate().map(|(place, cell)| html! {
                                    <td class={cell_class(place, "nhsuk-table__cell")}>{ cell }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            { for table.notes.iter().map(|note| html! { <p class="nhsuk-body-s">{ note }</p> }) }
        </>
    }
}

/// Whether each column after the first holds figures, which stand right-aligned.
fn numeric_columns(table: &Table) -> Vec<bool> {
    let width = table.columns.len().saturating_sub(1);
    (0..width)
        .map(|place| {
            let mut cells = table.rows.iter().filter_map(|(_, cells)| cells.get(place));
            cells.any(|cell| cell.starts_with(|c: char| c.is_ascii_digit() || c == '−'))
        })
        .collect()
}
