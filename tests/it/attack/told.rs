//! Sums that are told of cells, and which numbers in the cells fit them.

/// The whole numbers that a count can stand for.
pub(super) type Window = (i32, i32);

pub(super) fn contains((low, high): Window, number: i32) -> bool {
    (low..=high).contains(&number)
}

/// What is told of the events of a crossed table: sums of cells.
pub(super) struct Told {
    pub(super) cells: Vec<Window>,
    pub(super) sums: Vec<(Vec<usize>, Window)>,
}

impl Told {
    /// What is told that does not fit what is true: nothing, as small sums are never told.
    pub(super) fn untrue(&self, truth: &[i32]) -> Vec<(Vec<usize>, Window)> {
        let fits =
            |parts: &[usize], window| contains(window, parts.iter().map(|&part| truth[part]).sum());
        let untrue = self
            .sums
            .iter()
            .filter(|(parts, window)| !fits(parts, *window));
        untrue.cloned().collect()
    }

    /// Whether some table fits with this value in one cell.
    pub(super) fn fits(&self, cell: usize, value: i32, truth: &[i32]) -> bool {
        let mut windows = self.cells.clone();
        windows[cell] = (value.max(windows[cell].0), value.min(windows[cell].1));
        self.search(windows, 0, truth)
    }

    fn search(&self, mut windows: Vec<Window>, from: usize, truth: &[i32]) -> bool {
        if !self.narrow(&mut windows) {
            return false;
        }
        let open = (from..windows.len()).find(|&cell| windows[cell].0 < windows[cell].1);
        let Some(open) = open else {
            return true;
        };
        let (low, high) = windows[open];
        // The table that is true is near those that fit.
        let mut values: Vec<i32> = (low..=high).collect();
        values.sort_by_key(|value| value.abs_diff(truth[open]));
        values.into_iter().any(|value| {
            let mut next = windows.clone();
            next[open] = (value, value);
            self.search(next, open + 1, truth)
        })
    }

    pub(super) fn narrow(&self, windows: &mut [Window]) -> bool {
        loop {
            let before = windows.to_vec();
            for (parts, (least, most)) in &self.sums {
                let lows: i32 = parts.iter().map(|&part| windows[part].0).sum();
                let highs: i32 = parts.iter().map(|&part| windows[part].1).sum();
                for &part in parts {
                    let (low, high) = windows[part];
                    windows[part] = (
                        low.max(least - (highs - high)),
                        high.min(most - (lows - low)),
                    );
                }
            }
            if windows.iter().any(|(low, high)| low > high) {
                return false;
            }
            if before == windows {
                return true;
            }
        }
    }
}
