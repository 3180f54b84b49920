//! The file's texts settled into the groups of a dimension.

use crate::core::dimension::Dimension;
use crate::core::tally::{Cell, Cut};

/// The counts of every group of a dimension, in its order. Texts the dimension does not know are left
/// out: a dimension is made from the texts of its own cut, so that there are none.
pub(super) fn settle(cut: &Cut, dimension: &Dimension) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); dimension.groups.len()];
    for (key, cell) in &cut.cells {
        let text = key.first().map_or("", String::as_str);
        if let Some(&place) = dimension.assign.get(text) {
            cells[place].merge(cell);
        }
    }
    cells
}

/// The counts of several groups together.
pub(super) fn pool<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Cell {
    let mut pooled = Cell::default();
    for cell in cells {
        pooled.merge(cell);
    }
    pooled
}

/// The counts of the groups at these places together.
pub(super) fn pool_places(cells: &[Cell], places: &[usize]) -> Cell {
    pool(places.iter().filter_map(|&place| cells.get(place)))
}
