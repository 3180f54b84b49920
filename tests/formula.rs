//! Formulas of the method texts: read without loss, and set as MathML.
#![cfg(feature = "ssr")]

use equal_measure::core::measure::{CARDS, SIMULATED};
use equal_measure::ui::part::formula::{Node, Piece, split};

#[test]
fn dump() {
    for card in CARDS.iter().chain(SIMULATED) {
        println!("== {}", card.id);
        let lesson = card.lesson();
        let mut on = false;
        for line in lesson.split("\n\n") {
            let mut text = String::new();
            for l in line.lines() {
                if l.starts_with("# ") { on = l == "# Formula" || l == "# Symbols"; } else { text += l.trim(); text += " "; }
            }
            if on { for s in split::statements(&text) {
                for p in s { match p {
                    Piece::Words(w) => print!("{w}"),
                    Piece::Formula(n, _) => print!("\x1b[32m{{{}}}\x1b[0m", show(&n)),
                    Piece::Unread(w) => print!("\x1b[31m<<<{w}>>>\x1b[0m"),
                } }
                println!();
            } }
        }
    }
}
fn show(n: &Node) -> String { match n {
    Node::Row(p) => p.iter().map(show).collect::<Vec<_>>().join(" "),
    Node::Fraction(a,b) => format!("FRAC[{}][{}]", show(a), show(b)),
    Node::Root(a) => format!("ROOT[{}]", show(a)),
    Node::Group(o,a,c) => format!("{o}{}{c}", show(a)),
    Node::Marked(a, m) => format!("{}{}", show(a), m.iter().map(|m| format!("{m:?}")).collect::<String>().replace("Below","_").replace("Above","^")),
    n => n.linear() } }
