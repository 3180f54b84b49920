//! One file attacked: for every count that the rule hides, whole files that the program releases alike.

use std::collections::{BTreeMap, BTreeSet};

use equal_measure::export::EXPORTERS;
use equal_measure::release::Released;
use equal_measure::release::rule::{NHS_ENGLAND, NONE};

use crate::dice::Dice;
use crate::extract::Extract;
use crate::hidden::{Count, counts};
use crate::made::Attacked;
use crate::model::{Goal, Model};
use crate::program::{Question, Setting};
use crate::solver::Solver;
use crate::sums::sum;
use crate::told::{Bound, Told};

/// How many values the law asks for.
const ENOUGH: usize = 3;

/// How often further values of a count are looked for.
const TURNS: usize = 96;

/// From this turn on values that the rule does not hide will do.
const WIDER: usize = 12;

/// What became of one hidden count.
pub(crate) enum End {
    /// Three values that the rule hides, each of a whole file that is released alike.
    Proved,
    /// Three values, some of which the rule does not hide: two printed sums may overlap in so many people that the
    /// least values are not left.
    Open(BTreeSet<i64>),
    /// The printed numbers alone leave fewer values.
    Narrowed(i64, i64),
    /// Neither.
    Undecided(BTreeSet<i64>),
}

/// A hidden count and what became of it.
pub(crate) struct Tried {
    pub(crate) count: Count,
    pub(crate) end: End,
}

/// The questions asked of one file.
pub(crate) struct Asked {
    questions: Vec<Question>,
}

impl Asked {
    pub(crate) fn of(attacked: &Attacked) -> Result<Self, String> {
        let one = |setting: &Setting| Question::of(&attacked.extract, *setting);
        Ok(Self {
            questions: attacked
                .settings
                .iter()
                .map(one)
                .collect::<Result<_, _>>()?,
        })
    }

    fn under(&self, extract: &Extract, none: bool) -> Result<Vec<Released>, String> {
        let rule = if none { &NONE } else { &NHS_ENGLAND };
        let one = |question: &Question| Ok(question.released(&question.read(extract)?, rule));
        self.questions.iter().map(one).collect()
    }

    /// What leaves the program, as bytes.
    fn saved(&self, extract: &Extract) -> Result<Vec<u8>, String> {
        let mut saved = Vec::new();
        for question in &self.questions {
            let shown = question.shown(&question.read(extract)?, &NHS_ENGLAND, &[]);
            let json = EXPORTERS.iter().find(|exporter| exporter.id == "json");
            let json = json.ok_or("there is no JSON")?;
            saved.extend((json.make)(&shown.answer).map_err(|error| error.to_string())?);
        }
        Ok(saved)
    }

    /// What is released, as bytes.
    fn bytes(&self, extract: &Extract) -> Result<String, String> {
        Ok(format!("{:?}", self.under(extract, false)?))
    }
}

/// Attacks one file.
pub(crate) fn attack(
    attacked: &Attacked,
    solver: &mut Solver,
    dice: &mut Dice,
) -> Result<Vec<Tried>, String> {
    let extract = &attacked.extract;
    let asked = Asked::of(attacked)?;
    let released = asked.under(extract, false)?;
    let exact = asked.under(extract, true)?;
    let (mut told, mut spoken) = (Vec::new(), BTreeSet::new());
    for (released, exact) in released.iter().zip(&exact) {
        let one = Told::of(extract, released, exact);
        told.extend(one.bounds);
        spoken.extend(one.spoken);
    }
    for bound in &told {
        let value = sum(&extract.counts, &bound.places);
        if !(bound.low..=bound.high).contains(&value) {
            return Err(format!(
                "{value} is told as {} to {}: {:?}",
                bound.low, bound.high, bound.places
            ));
        }
    }
    let mut all: Vec<Count> = Vec::new();
    for count in exact.iter().flat_map(|exact| counts(extract, exact)) {
        if !all.iter().any(|other| other.places == count.places) {
            all.push(count);
        }
    }
    let fine = all.iter().map(|count| count.places.clone()).collect();
    let mut search = Search {
        extract,
        asked: &asked,
        bytes: format!("{released:?}"),
        saved: asked.saved(extract)?,
        hidden: all
            .iter()
            .filter(|count| count.is_small())
            .cloned()
            .collect(),
        values: Vec::new(),
        alike: vec![extract.counts.clone()],
        seen: BTreeSet::new(),
        told,
        spoken,
        fine,
        solver,
        dice,
    };
    search.values = search
        .hidden
        .iter()
        .map(|count| BTreeSet::from([count.value]))
        .collect();
    search.witnesses()?;
    search.ends()
}

struct Search<'a> {
    extract: &'a Extract,
    asked: &'a Asked,
    bytes: String,
    saved: Vec<u8>,
    told: Vec<Bound>,
    /// The sums that the release speaks of, told or not.
    spoken: BTreeSet<Vec<usize>>,
    /// The counts of every group.
    fine: BTreeSet<Vec<usize>>,
    hidden: Vec<Count>,
    /// The values found for each hidden count.
    values: Vec<BTreeSet<i64>>,
    /// Files that are released alike, the attacked one first.
    alike: Vec<Vec<u32>>,
    seen: BTreeSet<Vec<u32>>,
    solver: &'a mut Solver,
    dice: &'a mut Dice,
}

impl Search<'_> {
    /// The sums told, to the last digit that they have in a file.
    fn exactly(&self, base: &Extract) -> Vec<Bound> {
        let exact = |bound: &Bound| {
            let value = sum(&base.counts, &bound.places);
            Bound {
                places: bound.places.clone(),
                low: value,
                high: value,
            }
        };
        self.told.iter().map(exact).collect()
    }

    /// What is nothing in a file stays nothing, what is small stays small, and what is not stays so.
    fn pattern(of: &BTreeSet<Vec<usize>>, base: &Extract) -> Vec<Bound> {
        let one = |places: &Vec<usize>| {
            let (low, high) = match sum(&base.counts, places) {
                0 => (0, 0),
                1..=7 => (1, 7),
                _ => (8, i64::from(u32::MAX)),
            };
            Bound {
                places: places.clone(),
                low,
                high,
            }
        };
        of.iter().map(one).collect()
    }

    /// The counts of which three hidden values are not found yet.
    fn open(&self) -> Vec<usize> {
        let few = |at: &usize| small(&self.values[*at]) < ENOUGH;
        (0..self.hidden.len()).filter(few).collect()
    }

    /// Takes a file as a witness if it is released alike.
    fn take(&mut self, program: &str) -> Result<bool, String> {
        let many = self.extract.counts.len();
        let Some(counts) = self.solver.solve(program, many, 0.3)? else {
            return Ok(false);
        };
        if !self.seen.insert(counts.clone()) {
            return Ok(false);
        }
        let other = self.extract.with(counts);
        if self.asked.bytes(&other).ok().as_deref() != Some(&self.bytes) {
            return Ok(false);
        }
        if self.asked.saved(&other)? != self.saved {
            return Err("what is released alike is told apart".into());
        }
        for (count, values) in self.hidden.iter().zip(&mut self.values) {
            let value = sum(&other.counts, &count.places);
            values.insert(value);
        }
        self.alike.push(other.counts);
        Ok(true)
    }

    /// Files in which many hidden counts are otherwise at once, and then others for each that is left.
    fn witnesses(&mut self) -> Result<(), String> {
        let extract = self.extract;
        let strict = [
            self.exactly(extract),
            Self::pattern(&self.spoken, extract),
            Self::pattern(&self.fine, extract),
        ];
        let strict = strict.concat();
        let strict = Model::of(extract, strict);
        for _ in 0..8 {
            if self.open().is_empty() {
                return Ok(());
            }
            let mut weights: BTreeMap<usize, i64> = BTreeMap::new();
            for count in &self.hidden {
                let weight = self.dice.one_of(&[-2, -1, 1, 2]);
                for &place in &count.places {
                    *weights.entry(place).or_default() += weight;
                }
            }
            self.take(&strict.written(&Goal::Most(weights)))?;
        }
        for turn in 0..TURNS {
            for at in self.open() {
                if turn < WIDER || self.values[at].len() < ENOUGH {
                    self.further(at, turn)?;
                }
            }
        }
        Ok(())
    }

    /// Looks for further values of one count in files near one that is released alike. The first turns keep
    /// what may decide how groups are joined; later ones keep only what is told.
    fn further(&mut self, at: usize, turn: usize) -> Result<(), String> {
        let count = self.hidden[at].clone();
        let base = if turn < 2 {
            self.extract.clone()
        } else {
            let near = self.dice.below(self.alike.len());
            self.extract.with(self.alike[near].clone())
        };
        let mut bounds = Self::pattern(&self.spoken, &base);
        if turn.is_multiple_of(2) {
            bounds.extend(Self::pattern(&self.fine, &base));
        }
        bounds.extend(if turn % 4 < 2 {
            self.exactly(&base)
        } else {
            self.told.clone()
        });
        let model = Model::of(&base, bounds);
        let most = if turn < WIDER { 7 } else { 12 };
        let mut values: Vec<i64> = (1..=most).collect();
        values.sort_by_key(|value| (value - count.value).abs());
        for value in values {
            if small(&self.values[at]) >= ENOUGH {
                break;
            }
            if self.values[at].contains(&value) {
                continue;
            }
            let fixed = Bound {
                places: count.places.clone(),
                low: value,
                high: value,
            };
            let price = |_| 2 + self.dice.below(1 + 2 * turn);
            let prices = (0..base.counts.len()).map(price).collect();
            self.take(&model.and([fixed]).written(&Goal::Near(prices)))?;
        }
        Ok(())
    }

    /// What became of every hidden count.
    fn ends(&mut self) -> Result<Vec<Tried>, String> {
        let mut tried = Vec::new();
        for at in 0..self.hidden.len() {
            let count = self.hidden[at].clone();
            let end = if small(&self.values[at]) >= ENOUGH {
                End::Proved
            } else if self.values[at].len() >= ENOUGH {
                End::Open(self.values[at].clone())
            } else {
                let (least, most) = self.range(&count)?;
                if most - least < 2 {
                    End::Narrowed(least, most)
                } else {
                    End::Undecided(self.values[at].clone())
                }
            };
            tried.push(Tried { count, end });
        }
        Ok(tried)
    }

    /// Between what the printed numbers leave a count.
    fn range(&mut self, count: &Count) -> Result<(i64, i64), String> {
        let model = Model::of(self.extract, self.told.clone());
        let mut ends = [count.value; 2];
        for (end, sign) in ends.iter_mut().zip([-1, 1]) {
            let weights = count.places.iter().map(|&place| (place, sign)).collect();
            let program = model.written(&Goal::Most(weights));
            let many = self.extract.counts.len();
            if let Some(counts) = self.solver.solve(&program, many, 0.0)? {
                *end = sum(&counts, &count.places);
            }
        }
        Ok((ends[0], ends[1]))
    }
}

/// How many of the values the rule hides.
fn small(values: &BTreeSet<i64>) -> usize {
    values.range(1..=7).count()
}
