//! The little Markdown that method texts are written in: headings, paragraphs, lists, tables and code.

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the highest.
    Heading(usize, Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list.
    List(Vec<Vec<Span>>),
    /// A table: the names of its columns and its rows.
    Table(Vec<Vec<Span>>, Vec<Vec<Vec<Span>>>),
    /// Code or a formula, as it stands.
    Code(String),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain.
    Text(String),
    /// Code or a formula.
    Code(String),
    /// Strong.
    Strong(String),
    /// Stressed.
    Stress(String),
}

/// The blocks of a text, in order. Every text has some reading: nothing is refused.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if trimmed.starts_with("```") {
            let code: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !line.trim().starts_with("```"))
                .filter(|line| !line.trim_start().starts_with("# "))
                .collect();
            blocks.push(Block::Code(code.join("\n")));
        } else if let Some((level, words)) = heading(trimmed) {
            blocks.push(Block::Heading(level, spans(words)));
        } else if trimmed.starts_with('|') {
            let mut rows = vec![cells(trimmed)];
            while let Some(line) = lines.next_if(|line| line.trim().starts_with('|')) {
                let is_rule = line.chars().all(|c| "|-: ".contains(c));
                if !is_rule {
                    rows.push(cells(line.trim()));
                }
            }
            let names = rows.remove(0);
            blocks.push(Block::Table(names, rows));
        } else if let Some(first) = item(trimmed) {
            let mut items = vec![first.to_owned()];
            while let Some(line) = lines.next_if(|line| continues(line)) {
                match (item(line.trim()), items.last_mut()) {
                    (Some(words), _) => items.push(words.to_owned()),
                    (None, Some(last)) => {
                        last.push(' ');
                        last.push_str(line.trim());
                    }
                    (None, None) => {}
                }
            }
            blocks.push(Block::List(items.iter().map(|item| spans(item)).collect()));
        } else {
            let mut words = trimmed.to_owned();
            while let Some(line) =
                lines.next_if(|line| continues(line) && item(line.trim()).is_none())
            {
                words.push(' ');
                words.push_str(line.trim());
            }
            blocks.push(Block::Paragraph(spans(&words)));
        }
    }
    blocks
}

/// Whether a line goes on with the paragraph or list above it.
fn continues(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with(['|', '#']) && !line.starts_with("```")
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    (level > 0 && words.starts_with(' ')).then(|| (level, words.trim()))
}

fn item(line: &str) -> Option<&str> {
    let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
    bullet.or_else(|| {
        let (number, words) = line.split_once(". ")?;
        (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit())).then_some(words)
    })
}

fn cells(line: &str) -> Vec<Vec<Span>> {
    line.trim_matches('|')
        .split('|')
        .map(|cell| spans(cell.trim()))
        .collect()
}

/// The runs of one line: `code`, **strong**, *stressed*, and a link's words without its address.
fn spans(line: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut plain = String::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        // An asterisk right after a letter or a number belongs to it, as in y*.
        let may_stress = !plain.ends_with(char::is_alphanumeric);
        let stressed =
            || marked(rest, "**", Span::Strong).or_else(|| marked(rest, "*", Span::Stress));
        let found = marked(rest, "`", Span::Code)
            .or_else(|| may_stress.then(stressed).flatten())
            .or_else(|| link(rest));
        if let Some((span, after)) = found {
            if !plain.is_empty() {
                spans.push(Span::Text(std::mem::take(&mut plain)));
            }
            spans.push(span);
            rest = after;
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    if !plain.is_empty() {
        spans.push(Span::Text(plain));
    }
    spans
}

fn marked<'a>(rest: &'a str, mark: &str, span: fn(String) -> Span) -> Option<(Span, &'a str)> {
    let inner = rest.strip_prefix(mark)?;
    let end = inner.find(mark)?;
    let words = &inner[..end];
    // A lone asterisk between spaces is a sign of multiplication.
    let is_text = !words.is_empty() && !words.starts_with(' ') && !words.ends_with(' ');
    is_text.then(|| (span(words.to_owned()), &inner[end + mark.len()..]))
}

fn link(rest: &str) -> Option<(Span, &str)> {
    let inner = rest.strip_prefix('[')?;
    let (words, after) = inner.split_once(']')?;
    let after = match after.strip_prefix('(') {
        Some(address) => &address[closing(address)? + 1..],
        None if words.starts_with('`') => after,
        None => return None,
    };
    Some((Span::Text(words.trim_matches('`').to_owned()), after))
}

/// Where the bracket closes in which the text begins.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1;
    let mut signs = text.char_indices();
    let end = signs.find(|(_, sign)| {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_starred_quantity_keeps_its_star() {
        let text = "yᵢ*(Rᵢ − ½) / (μ*(1 − μ*)), N* and *this*";
        let [Block::Paragraph(words)] = &blocks(text)[..] else {
            panic!("{text} is one paragraph");
        };
        assert_eq!(
            words[..],
            [
                Span::Text("yᵢ*(Rᵢ − ½) / (μ*(1 − μ*)), N* and ".into()),
                Span::Stress("this".into())
            ]
        );
    }

    #[test]
    fn a_method_text_falls_into_blocks() {
        let text = "Slope index\n\n# Formula\n\n`b = s / n` for *ranks*:\n\n- one\n  more\n- **two**\n\n\
                    | sign | means |\n|---|---|\n| `n` | people |\n\n```\n# use hidden;\nrun();\n```";
        let plain = |words: &str| Span::Text(words.to_owned());
        let code = |words: &str| Span::Code(words.to_owned());
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph(vec![plain("Slope index")]),
                Block::Heading(1, vec![plain("Formula")]),
                Block::Paragraph(vec![
                    code("b = s / n"),
                    plain(" for "),
                    Span::Stress("ranks".into()),
                    plain(":")
                ]),
                Block::List(vec![
                    vec![plain("one more")],
                    vec![Span::Strong("two".into())]
                ]),
                Block::Table(
                    vec![vec![plain("sign")], vec![plain("means")]],
                    vec![vec![vec![code("n")], vec![plain("people")]]]
                ),
                Block::Code("run();".into()),
            ]
        );
    }
}
