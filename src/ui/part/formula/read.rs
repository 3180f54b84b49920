//! Items as a formula. What could be meant in two ways is no formula.

use super::item::{Item, Thing};
use super::{Mark, Node};

/// The formula that the items are; nothing where it is not certain.
pub(super) fn read(items: &[Item]) -> Option<Node> {
    let mut reader = Reader { items, at: 0 };
    let mut done = Vec::new();
    let mut product: Vec<Factor> = Vec::new();
    while let Some(item) = reader.peek() {
        match item.thing {
            Thing::Compare(sign) | Thing::Add(sign) | Thing::Point(sign) => {
                reader.at += 1;
                done.extend(product.drain(..).map(|factor| factor.node));
                done.push(Node::Sign(sign));
            }
            Thing::Times(sign) => {
                reader.at += 1;
                product.last()?;
                let (spaced, node) = (item.spaced, Node::Sign(sign));
                product.push(Factor { spaced, node });
            }
            Thing::Slash => {
                reader.at += 1;
                let is_wide = reader.peek()?.spaced;
                if is_wide != item.spaced {
                    return None;
                }
                let first = if is_wide { 0 } else { tail(&product)? };
                let top: Vec<Factor> = product.drain(first..).collect();
                let spaced = top.first()?.spaced;
                let top = Box::new(row(top.into_iter().map(|factor| factor.node).collect())?);
                let bottom = Box::new(if is_wide {
                    reader.wide()?
                } else {
                    reader.narrow()?
                });
                let node = Node::Fraction(top, bottom);
                product.push(Factor { spaced, node });
            }
            Thing::Caret => return None,
            _ => {
                let spaced = item.spaced;
                let node = reader.factor()?;
                product.push(Factor { spaced, node });
            }
        }
    }
    let ends_open = product.last().is_some_and(Factor::is_times);
    done.extend(product.into_iter().map(|factor| factor.node));
    if ends_open { None } else { row(done) }
}

/// A factor of a product, and whether a space stands before it.
struct Factor {
    spaced: bool,
    node: Node,
}

impl Factor {
    fn is_times(&self) -> bool {
        matches!(self.node, Node::Sign('·' | '×'))
    }
}

/// Where the unspaced end of a product begins.
fn tail(product: &[Factor]) -> Option<usize> {
    let mut first = product.len().checked_sub(1)?;
    if matches!(product[first].node, Node::Sign(_)) {
        return None;
    }
    while first > 0 && !product[first].spaced && !product[first - 1].is_times() {
        first -= 1;
    }
    // Of several words, is it the last or all?
    let is_word = |at: usize| matches!(product[at].node, Node::Word(_));
    (first == 0 || !is_word(first) || !is_word(first - 1)).then_some(first)
}

/// Nodes side by side, the words among them joined.
fn row(nodes: Vec<Node>) -> Option<Node> {
    let mut parts: Vec<Node> = Vec::new();
    for node in nodes {
        match (parts.last_mut(), node) {
            (Some(Node::Word(words)), Node::Word(word)) => {
                words.push(' ');
                words.push_str(&word);
            }
            (_, node) => parts.push(node),
        }
    }
    if parts.len() > 1 {
        Some(Node::Row(parts))
    } else {
        parts.pop()
    }
}

struct Reader<'a> {
    items: &'a [Item],
    at: usize,
}

impl<'a> Reader<'a> {
    /// One factor, or the sign of a sum.
    fn factor(&mut self) -> Option<Node> {
        match self.peek()?.thing {
            Thing::Sum => {
                self.at += 1;
                Some(Node::Sign('Σ'))
            }
            Thing::Change => {
                self.at += 1;
                Some(Node::Row(vec![Node::Sign('∂'), self.atom()?]))
            }
            Thing::Root => {
                self.at += 1;
                self.root()
            }
            _ => self.atom(),
        }
    }

    /// A quantity or a bracket, with its marks and powers.
    fn atom(&mut self) -> Option<Node> {
        let item = self.peek()?;
        let base = match &item.thing {
            Thing::Leaf(node) => node.clone(),
            Thing::Group(open, inside, close) => {
                Node::Group(*open, Box::new(read(inside)?), *close)
            }
            _ => return None,
        };
        let mut marks = item.marks.clone();
        self.at += 1;
        if self.is_next(|item| matches!(item.thing, Thing::Caret)) {
            self.at += 1;
            marks.push(Mark::Power(Box::new(self.power()?)));
        }
        Some(if marks.is_empty() {
            base
        } else {
            Node::Marked(Box::new(base), marks)
        })
    }

    /// A power: a bracket, or one quantity with its sign.
    fn power(&mut self) -> Option<Node> {
        let item = self.peek().filter(|item| !item.spaced)?;
        match item.thing {
            Thing::Group('(', ..) if item.marks.is_empty() => self.atom(),
            Thing::Add(sign) => {
                self.at += 1;
                let rest = self.alone()?;
                Some(Node::Row(vec![Node::Sign(sign), rest]))
            }
            _ => self.alone(),
        }
    }

    /// A quantity that nothing follows without a space.
    fn alone(&mut self) -> Option<Node> {
        let node = self.atom()?;
        self.ends_here().then_some(node)
    }

    /// What a root stands over.
    fn root(&mut self) -> Option<Node> {
        let item = self.peek().filter(|item| !item.spaced)?;
        let inner = match &item.thing {
            Thing::Sum => self.sum()?,
            // Whether the root or what stands under it is squared, who could say?
            Thing::Group(..) if !item.marks.is_empty() => return None,
            _ => self.alone()?,
        };
        let goes_on = self.is_next(|item| !item.spaced && matches!(item.thing, Thing::Slash));
        let is_sum = matches!(item.thing, Thing::Sum);
        (!is_sum || !goes_on).then(|| Node::Root(Box::new(inner)))
    }

    /// A sum and the unspaced product after it.
    fn sum(&mut self) -> Option<Node> {
        let start = self.at;
        self.at += 1;
        self.peek()
            .filter(|item| !item.spaced && item.is_factor())?;
        self.skip_unspaced(false);
        read(&self.items[start..self.at])
    }

    /// What stands under an unspaced slash.
    fn narrow(&mut self) -> Option<Node> {
        let node = if self.is_next(|item| matches!(item.thing, Thing::Sum)) {
            self.sum()?
        } else {
            self.factor()?
        };
        let goes_on = matches!(node, Node::Word(_)) && self.is_next(Item::is_word);
        (!goes_on && self.ends_here()).then_some(node)
    }

    /// What stands under a spaced slash: one product without spaces.
    fn wide(&mut self) -> Option<Node> {
        let start = self.at;
        while self.is_next(|item| match &item.thing {
            Thing::Sum | Thing::Leaf(Node::Function(_)) => true,
            _ => item.is_word(),
        }) {
            self.at += 1;
        }
        if self.is_next(Item::is_factor) {
            self.at += 1;
        }
        self.skip_unspaced(true);
        let goes_on = self.is_next(|item| match item.thing {
            Thing::Times(_) | Thing::Caret => true,
            _ => item.is_factor(),
        });
        if goes_on || start == self.at {
            None
        } else {
            read(&self.items[start..self.at])
        }
    }

    /// Passes over the rest of a product without spaces, with its powers and, if asked, fractions.
    fn skip_unspaced(&mut self, with_fractions: bool) {
        while self.is_next(|item| {
            let runs_on = match item.thing {
                Thing::Caret => true,
                Thing::Slash => with_fractions,
                _ => item.is_factor(),
            };
            !item.spaced && runs_on
        }) {
            let is_power = self.is_next(|item| matches!(item.thing, Thing::Caret));
            self.at += 1;
            if is_power && self.is_next(|item| matches!(item.thing, Thing::Add(_))) {
                self.at += 1;
            }
        }
    }

    fn ends_here(&self) -> bool {
        !self.is_next(|item| !item.spaced && item.is_factor())
    }

    fn peek(&self) -> Option<&'a Item> {
        self.items.get(self.at)
    }

    fn is_next(&self, is: impl Fn(&Item) -> bool) -> bool {
        self.peek().is_some_and(is)
    }
}
