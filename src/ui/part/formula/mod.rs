//! Formulas, read from the linear notation of the method texts and set as `MathML`.
//!
//! # The notation
//!
//! | written | means |
//! |---|---|
//! | one letter, a run of two or more | a quantity; a word or a function's name |
//! | `yᵢ`, `s²`, `n′`, `y*`, `x̄` | what stands below, above or over a quantity |
//! | `e^β`, `e^(α + β)` | a power; the brackets only group |
//! | `Σ xᵢyᵢ / D` | a fraction of the whole product on its left; on its right one product without spaces |
//! | `Σ xᵢyᵢ/D` | a fraction of the unspaced product on its left and the one factor on its right |
//! | `√(a + b)`, `√n`, `√Σxᵢ²` | a root of the bracket, the quantity or the unspaced sum |
//! | `;` outside brackets | the next formula |
//!
//! What could be meant in two ways (`1/2π`, `a / b · c`) is not guessed at: it stays as it is written.

pub mod alphabet;
pub mod item;
pub mod split;
pub mod read;
pub mod show;

/// A part of a formula's text; one after another they are the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Prose.
    Words(String),
    /// A formula and how it was written.
    Formula(Node, String),
    /// A formula that can not be read with certainty, as it was written.
    Unread(String),
}

/// A formula, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A quantity of one letter, and the accent over it.
    Letter(char, Option<char>),
    /// Words that stand for a quantity.
    Word(String),
    /// A function's name.
    Function(String),
    /// A number.
    Number(String),
    /// An operator, a relation or a separator.
    Sign(char),
    /// A part with what stands below and above it, in the order written.
    Marked(Box<Node>, Vec<Mark>),
    /// A part in brackets or bars.
    Group(char, Box<Node>, char),
    /// What stands over the line, and under it.
    Fraction(Box<Node>, Box<Node>),
    /// A square root.
    Root(Box<Node>),
    /// Parts side by side.
    Row(Vec<Node>),
}

/// What stands at a quantity's shoulder or foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Small signs at the foot, in ordinary characters.
    Below(String),
    /// Small signs at the shoulder, in ordinary characters.
    Above(String),
    /// A power.
    Power(Box<Node>),
}

impl Node {
    /// The formula in the notation it was read from, without spaces.
    pub fn linear(&self) -> String {
        match self {
            Self::Letter(letter, accent) => alphabet::joined(*letter, *accent),
            Self::Word(words) => words.split_whitespace().collect(),
            Self::Function(words) | Self::Number(words) => words.clone(),
            Self::Sign(sign) => sign.to_string(),
            Self::Marked(base, marks) => {
                let marks = marks.iter().map(Mark::linear).collect::<String>();
                base.linear() + &marks
            }
            Self::Group(open, inner, close) => format!("{open}{}{close}", inner.linear()),
            Self::Fraction(top, bottom) => format!("{}/{}", top.linear(), bottom.linear()),
            Self::Root(inner) => format!("√{}", inner.linear()),
            Self::Row(parts) => parts.iter().map(Self::linear).collect(),
        }
    }
}

impl Mark {
    fn linear(&self) -> String {
        match self {
            Self::Below(signs) => signs.chars().map(alphabet::lowered).collect(),
            Self::Above(signs) => signs.chars().map(alphabet::raised).collect(),
            Self::Power(inner) => format!("^{}", inner.linear()),
        }
    }
}
