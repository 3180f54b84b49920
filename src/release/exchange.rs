//! What the sums of a table leave to each of its cells.
//!
//! A reader knows the sum of every row and column, and between what each cell lies. A cell may then take another
//! value wherever others can give way: one in its column, one in the row of that, and so on, back to its own
//! row. The values that it may take so are all that it can have, and form one run; nothing of this depends on
//! which of the possible tables is the true one.

/// The least and most that a count may be.
pub(super) type Range = (i64, i64);

/// How many values a cell must be left.
const LEFT: usize = 3;

/// Cells with what each may be.
pub(super) struct Exchange {
    cells: Vec<Vec<(i64, Range)>>,
}

/// A step of a path: a cell and what is added to it.
type Step = ((usize, usize), i64);

impl Exchange {
    /// Rows of cells: the count, and between what it lies.
    pub(super) const fn of(cells: Vec<Vec<(i64, Range)>>) -> Self {
        Self { cells }
    }

    /// Whether a cell may take enough values.
    pub(super) fn keeps_values(&mut self, row: usize, column: usize) -> bool {
        let mut values = 1;
        for by in [1, -1] {
            let mut taken: Vec<Step> = Vec::new();
            while values < LEFT
                && let Some(path) = self.path(row, column, by)
            {
                for &((row, column), by) in &path {
                    self.cells[row][column].0 += by;
                }
                taken.extend(path);
                values += 1;
            }
            for ((row, column), by) in taken {
                self.cells[row][column].0 -= by;
            }
        }
        values >= LEFT
    }

    fn may(&self, row: usize, column: usize, by: i64) -> bool {
        let (count, (least, most)) = self.cells[row][column];
        (least..=most).contains(&(count + by))
    }

    /// How a cell changes by one while every sum stays: the cells that change with it, if there is a way.
    fn path(&self, row: usize, column: usize, by: i64) -> Option<Vec<Step>> {
        if !self.may(row, column, by) {
            return None;
        }
        let columns = self.cells[row].len();
        // For each row, the column in which it gives way; for each column, the row that it makes up for.
        let mut of_row: Vec<Option<usize>> = vec![None; self.cells.len()];
        let mut of_column: Vec<Option<usize>> = vec![None; columns];
        of_column[column] = Some(row);
        let mut open = vec![column];
        while let Some(at) = open.pop() {
            if at != column && self.may(row, at, -by) {
                return Some(steps((row, column), at, by, (&of_row, &of_column)));
            }
            let gives_way = |&other: &usize| {
                other != row && of_row[other].is_none() && self.may(other, at, -by)
            };
            let rows: Vec<usize> = (0..self.cells.len()).filter(gives_way).collect();
            for other in rows {
                of_row[other] = Some(at);
                let makes_up =
                    |&next: &usize| of_column[next].is_none() && self.may(other, next, by);
                let next: Vec<usize> = (0..columns).filter(makes_up).collect();
                for next in next {
                    of_column[next] = Some(other);
                    open.push(next);
                }
            }
        }
        None
    }
}

/// The path found, from the column where the cell's own row gives way.
fn steps(
    (row, column): (usize, usize),
    last: usize,
    by: i64,
    (of_row, of_column): (&[Option<usize>], &[Option<usize>]),
) -> Vec<Step> {
    let mut steps = vec![((row, column), by), ((row, last), -by)];
    let mut at = last;
    while at != column
        && let Some(other) = of_column[at]
        && let Some(before) = of_row[other]
    {
        steps.extend([((other, at), by), ((other, before), -by)]);
        at = before;
    }
    steps
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Exchange, LEFT, Range};

    const MOST: i64 = 4;

    /// Every value of the first cell in tables of two rows and three columns with the same sums.
    fn values(cells: &[[i64; 3]; 2], ranges: &[[Range; 3]; 2]) -> BTreeSet<i64> {
        let sums = |cells: &[[i64; 3]; 2]| {
            let rows = cells.map(|row| row.iter().sum::<i64>());
            let columns = [0, 1, 2].map(|at| cells[0][at] + cells[1][at]);
            (rows, columns)
        };
        let tables = (0..(MOST + 1).pow(6)).map(|mut number| {
            let mut next = || {
                let digit = number % (MOST + 1);
                number /= MOST + 1;
                digit
            };
            [0, 1].map(|_| [0, 1, 2].map(|_| next()))
        });
        let fits = |table: &[[i64; 3]; 2]| {
            let within = |(row, column): (usize, usize)| {
                let (least, most) = ranges[row][column];
                (least..=most).contains(&table[row][column])
            };
            (0..6).all(|at| within((at / 3, at % 3))) && sums(table) == sums(cells)
        };
        tables.filter(fits).map(|table| table[0][0]).collect()
    }

    #[test]
    fn what_is_left_is_what_other_tables_hold() {
        let ranges: [Range; 3] = [(0, 0), (1, 3), (0, MOST)];
        let (mut kept, mut lost) = (0, 0);
        for number in 0..3_usize.pow(6) {
            let of = |at: u32| ranges[number / 3_usize.pow(at) % 3];
            let ranges = [[of(0), of(1), of(2)], [of(3), of(4), of(5)]];
            // Of each range the least, the most and one between.
            for shift in 0..3 {
                let mut at = 0;
                let cells = ranges.map(|row| {
                    row.map(|(least, most)| {
                        at += 1;
                        least + (most - least).min((at + shift) % 3)
                    })
                });
                let of_row =
                    |row: usize| (0..3).map(|at| (cells[row][at], ranges[row][at])).collect();
                let mut exchange = Exchange::of(vec![of_row(0), of_row(1)]);
                let keeps = exchange.keeps_values(0, 0);
                assert_eq!(keeps, values(&cells, &ranges).len() >= LEFT, "{cells:?}");
                *if keeps { &mut kept } else { &mut lost } += 1;
            }
        }
        assert!(kept > 20 && lost > 20, "{kept} {lost}");
    }
}
