//! Formulas of the method texts: read without loss, and set as `MathML`.

use std::fs;
use std::path::{Path, PathBuf};

use equal_measure::core::measure::{MEASURES, SIMULATED};
use equal_measure::ui::part::formula::{Mark, Node, Piece, show, split};
use equal_measure::ui::part::markdown::{Block, Span, blocks};
use equal_measure::ui::part::prose;
use yew::prelude::*;

/// Formulas that stay as they are written, each with the reason.
const UNREAD: &[(&str, &str)] = &[];

/// The passages of a method text that hold formulas.
fn passages(text: &str) -> Vec<String> {
    let plain = |words: &[Span]| -> String {
        let words = words.iter().map(|span| match span {
            Span::Text(words) | Span::Code(words) | Span::Strong(words) | Span::Stress(words) => {
                words.as_str()
            }
        });
        words.collect()
    };
    let mut passages = Vec::new();
    let mut is_formula = false;
    for block in blocks(text) {
        match block {
            Block::Heading(_, words) => {
                is_formula = ["Formula", "Symbols"].contains(&plain(&words).as_str());
            }
            Block::Paragraph(words) if is_formula => passages.push(plain(&words)),
            Block::List(items) if is_formula => {
                passages.extend(items.iter().map(|item| plain(item)));
            }
            _ => {}
        }
    }
    passages
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry is there").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Every passage of every method: measures, intervals and standardisation. Numerical routines are for
/// those who read the source.
fn methods() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core");
    let mut paths = Vec::new();
    for part in ["measure", "interval", "standard"] {
        files(&root.join(part), &mut paths);
    }
    paths.sort();
    let mut methods = Vec::new();
    for path in paths {
        let source = fs::read_to_string(&path).expect("the file can be read");
        let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
        let text = lines
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        let name = path.strip_prefix(&root).expect("below the root");
        let name = name.display().to_string();
        methods.extend(passages(&text).into_iter().map(|each| (name.clone(), each)));
    }
    methods
}

/// The formulas of a passage, each with how it was written.
fn formulas(passage: &str) -> Vec<(Node, String)> {
    let pieces = split::pieces(passage).into_iter();
    let formulas = pieces.filter_map(|piece| match piece {
        Piece::Formula(node, source) => Some((node, source)),
        Piece::Words(_) | Piece::Unread(_) => None,
    });
    formulas.collect()
}

#[test]
fn every_method_is_read() {
    let mut read = 0;
    for (name, passage) in methods() {
        for piece in split::statements(&passage).into_iter().flatten() {
            match piece {
                Piece::Formula(..) => read += 1,
                Piece::Words(_) => {}
                Piece::Unread(source) => assert!(
                    UNREAD.iter().any(|(known, _)| *known == source),
                    "{name}: {source} is not read"
                ),
            }
        }
    }
    assert!(read > 500, "only {read} formulas");
}

#[test]
fn every_card_has_a_formula() {
    for measure in MEASURES.iter().chain(SIMULATED) {
        let card = measure.card;
        let passages = passages(&card.method_text());
        assert!(
            passages.iter().any(|passage| !formulas(passage).is_empty()),
            "{} shows no formula",
            card.id
        );
    }
}

#[test]
fn nothing_is_lost_when_read() {
    for (name, passage) in methods() {
        let pieces = split::pieces(&passage);
        let whole: String = pieces.iter().map(source).collect();
        assert_eq!(whole, passage, "{name}");
        for (node, source) in formulas(&passage) {
            let bare: String = source.split_whitespace().collect();
            assert_eq!(node.linear(), bare, "{name}");
        }
    }
}

fn source(piece: &Piece) -> &str {
    match piece {
        Piece::Words(source) | Piece::Formula(_, source) | Piece::Unread(source) => source,
    }
}

#[test]
fn nothing_is_lost_when_shown() {
    for (name, passage) in methods() {
        for (node, source) in formulas(&passage) {
            let html = html_of(show::formula("", &node, ""));
            assert_eq!(
                signs(&text_of(&html)),
                signs(&source),
                "{name}: {source}: {html}"
            );
        }
    }
}

#[test]
fn nothing_between_formulas_is_lost() {
    for (name, passage) in methods() {
        let html = html_of(show::prose(&passage));
        assert_eq!(signs(&text_of(&html)), signs(&passage), "{name}: {html}");
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    shown: Html,
}

#[component]
fn Shown(props: &Props) -> Html {
    props.shown.clone()
}

/// The html that a browser would show. Rendering never waits, so that one poll after another ends.
fn html_of(shown: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(Props { shown });
    let mut rendering = std::pin::pin!(renderer.hydratable(false).render());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
            return html;
        }
    }
}

fn text_of(html: &str) -> String {
    let texts = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text: String = texts.collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#x27;", "'")
}

/// A formula's signs in alphabetic order, without what a fraction, a root or a power stands for: a foot
/// mark is written before a prime and after it.
fn signs(text: &str) -> Vec<char> {
    const SMALL: &str = "₀0₁1₂2₃3₄4₊+₋−ₑeᵢiⱼjₖkₗlᵣrᵤu₍ ₎ ²2³3⁴4Σ∑\u{304}¯";
    let small: Vec<char> = SMALL.chars().collect();
    let text = text.replace('ȳ', "y¯").replace('ŷ', "y^");
    let ordinary = text.chars().map(|sign| {
        let pair = small.chunks(2).find(|pair| pair[0] == sign);
        pair.map_or(sign, |pair| pair[1])
    });
    let mut signs: Vec<char> = ordinary
        .filter(|sign| !sign.is_whitespace() && !"()/√^".contains(*sign))
        .collect();
    signs.sort_unstable();
    signs
}

/// A tree in few signs: `{a|b}` a fraction, `r{a}` a root, `a_i` below and `a^2` above.
fn tree(node: &Node) -> String {
    let mark = |mark: &Mark| match mark {
        Mark::Below(signs) => format!("_{signs}"),
        Mark::Above(signs) => format!("^{signs}"),
        Mark::Power(inner) => format!("^{}", tree(inner)),
    };
    match node {
        Node::Word(words) | Node::Function(words) => format!("“{words}”"),
        Node::Marked(base, marks) => tree(base) + &marks.iter().map(mark).collect::<String>(),
        Node::Group(open, inner, close) => format!("{open}{}{close}", tree(inner)),
        Node::Fraction(top, bottom) => format!("{{{}|{}}}", tree(top), tree(bottom)),
        Node::Root(inner) => format!("r{{{}}}", tree(inner)),
        Node::Row(parts) => parts.iter().map(tree).collect::<Vec<_>>().join(" "),
        node => node.linear(),
    }
}

/// A statement with its formulas as trees in `⟨…⟩`, and what is not read in `‹…›`.
fn shape(text: &str) -> String {
    let shape = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Formula(node, _) => format!("⟨{}⟩", tree(node)),
        Piece::Unread(source) => format!("‹{source}›"),
    };
    let statements = split::statements(text);
    let lines = statements
        .iter()
        .map(|pieces| pieces.iter().map(shape).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn formulas_have_their_shape() {
    let cases = [
        // Spaced slashes take the whole product, unspaced ones the nearest.
        ("b = Σ aᵢ(bᵢ − b̄)yᵢ / D", "⟨b = {Σ a_i (b_i − b̄) y_i|D}⟩"),
        ("v·x/Σx + 1", "⟨v · {x|Σ x} + 1⟩"),
        ("(a + b)/2·c", "⟨{(a + b)|2} · c⟩"),
        ("a/b/c", "⟨{{a|b}|c}⟩"),
        ("(x₁/X) / (n₁/N)", "⟨{({x_1|X})|({n_1|N})}⟩"),
        // Roots and powers.
        ("z/√Σ(wᵢsᵢ)²", "⟨{z|r{Σ (w_i s_i)^2}}⟩"),
        ("s = √x / n", "⟨s = {r{x}|n}⟩"),
        ("e^(±z·e) − e^−m", "⟨e^(± z · e) − e^− m⟩"),
        ("n′ᵢ + μ*(1 − μ*)", "⟨n^′_i + μ^* (1 − μ^*)⟩"),
        // Words and prose.
        (
            "slope index = β as for it; gap(t) = 0",
            "⟨“slope index” = β⟩ as for it\n⟨“gap” (t) = 0⟩",
        ),
        (
            "a share of 4 (a, b: limits)",
            "a share of 4 (⟨a⟩, ⟨b⟩: limits)",
        ),
        ("x (more is better), x(w)", "⟨x⟩ (more is better), ⟨x (w)⟩"),
        ("events / people = r", "⟨{“events”|“people”} = r⟩"),
        ("g = [i is it]/μ", "⟨g = {[i “is it”]|μ}⟩"),
        // What could mean two things stays as it is.
        ("1/2π", "‹1/2π›"),
        ("a / b · c", "‹a / b · c›"),
        ("√(a)²", "‹√(a)²›"),
        ("√aᵢb", "‹√aᵢb›"),
        ("s = m/standard error", "‹s = m/standard error›"),
        ("x₁ = (a + b", "‹x₁ = (a + b›"),
    ];
    for (text, expected) in cases {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn a_formula_is_set_as_mathml() {
    let cases = [
        (
            "r = y₁ / y₂",
            "<math displaystyle=\"true\"><mi>r</mi><mo form=\"infix\">=</mo><mfrac><msub><mi>y</mi>\
             <mrow><mn>1</mn></mrow></msub><msub><mi>y</mi><mrow><mn>2</mn></mrow></msub></mfrac></math>",
        ),
        (
            "−√(x̄)",
            "<math displaystyle=\"true\"><mo form=\"prefix\">−</mo><msqrt><mover accent=\"true\">\
             <mi>x</mi><mo stretchy=\"false\">¯</mo></mover></msqrt></math>",
        ),
    ];
    for (text, expected) in cases {
        let (node, _) = formulas(text).remove(0);
        assert_eq!(html_of(show::formula("", &node, "")), expected, "{text}");
    }
}

#[test]
fn a_card_shows_its_formula_set() {
    let card = MEASURES
        .iter()
        .find(|measure| measure.card.id == "slope-index");
    let method_text = card.expect("the slope index has a card").card.method_text();
    let html = html_of(prose::view(&method_text, 3));
    for piece in [
        "<math displaystyle=\"true\"><mtext>slope\u{a0}index</mtext><mo form=\"infix\">=</mo><mi>β</mi>",
        "</mrow><mi>D</mi></mfrac></math>",
        ",</span> weighed by <math",
        "<li><span class=\"em-formula-joined\"><math displaystyle=\"true\"><msub><mi>y</mi><mrow><mi>i</mi></mrow></msub></math>:</span> the value of group ",
        "<msqrt>",
    ] {
        assert!(html.contains(piece), "{piece} is missing from {html}");
    }
    assert!(!html.contains(" style="), "{html}");
}

#[test]
fn only_what_no_narrow_screen_shows_whole_scrolls() {
    let is_long = |text: &str| {
        let (node, _) = formulas(text).remove(0);
        let html = html_of(show::formula("", &node, ""));
        (html.matches("<math").count(), html.contains("tabindex"))
    };
    assert_eq!(is_long("V = Σ pᵢ(yᵢ − μ)²"), (1, false));
    assert_eq!(
        is_long("G = 1 − Σ pᵢ(Sᵢ + Sᵢ₋₁) = (2/μ)·Σ pᵢyᵢ(Rᵢ − ½)"),
        (2, false)
    );
    let root = "z = √((y₁ − l₁)² + (u₂ − y₂)² + (y₃ − l₃)² + (u₄ − y₄)²)";
    assert_eq!(is_long(root), (1, true));
}
