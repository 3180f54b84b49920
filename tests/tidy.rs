//! The house's own rules, held by reading its files: who may name whom, how long a file may be, and what
//! must stand in no file that ships.

use std::fs;
use std::path::{Path, PathBuf};

/// The most lines a file may have. One that grows longer holds more than one idea.
const CEILING: usize = 400;

/// The folders whose files are held to the ceiling, with the endings that count.
const MEASURED: [(&str, &str); 8] = [
    ("src", "rs"),
    ("xtask/src", "rs"),
    ("tests", "rs"),
    ("tests", "mjs"),
    ("tests", "js"),
    ("examples", "rs"),
    ("benches", "rs"),
    ("static", "js"),
];

/// What ships, and the endings of what a browser could be made to load from.
const SHIPPED: [(&str, &str); 6] = [
    ("src", "rs"),
    ("static", "js"),
    ("static", "html"),
    ("static", "css"),
    ("static", "scss"),
    (".", "html"),
];

/// Words that must not stand in the code of `src`, and what to write instead.
const FORBIDDEN: [(&str, &str); 5] = [
    (
        "from_html_unchecked",
        "build the nodes; markup from text is how scripts get in",
    ),
    (".unwrap()", "use `?`, `let … else` or a Refusal"),
    (".expect(", "use `?`, `let … else` or a Refusal"),
    ("todo!", "write it, or leave it out and say so"),
    ("unimplemented!", "write it, or leave it out and say so"),
];

/// What tests a text for words. No layer reads another's sentences: what matters is an enum or a field.
const READS_WORDS: [&str; 11] = [
    ".contains(\"",
    ".starts_with(\"",
    ".ends_with(\"",
    ".strip_prefix(\"",
    ".strip_suffix(\"",
    ".split_once(\"",
    ".split(\"",
    ".find(\"",
    "== \"",
    "!= \"",
    "[\"",
];

/// Where words may be tested for, and why.
const MAY_READ_WORDS: [(&str, &str); 8] = [
    ("src/ingest/", "the texts are the file's"),
    ("src/nhs/", "the texts are the file's"),
    ("src/export/", "formats: names of units in recipes, SVG"),
    ("src/ui/part/markdown.rs", "a format"),
    ("src/ui/part/formula/", "a format"),
    (
        "src/ui/part/prose.rs",
        "a format: the headings of a method's text",
    ),
    (
        "src/core/method_text.rs",
        "a format: the headings of a method's text",
    ),
    (
        "src/present/side.rs",
        "grammar: which article and which pronoun a group's name takes",
    ),
];

/// Addresses that name a language, and load nothing.
const NAMES: [&str; 2] = ["http://www.w3.org/", "http://schemas.openxmlformats.org/"];

#[test]
fn layers_name_only_those_above() {
    let layers = layers(&read("src/lib.rs"));
    assert_eq!(
        layers.len(),
        10,
        "src/lib.rs lists the layers in order: {layers:?}"
    );
    report(
        files("src", "rs")
            .iter()
            .flat_map(|path| upward(path, &read(path), &layers)),
    );
}

#[test]
fn files_hold_one_idea() {
    let long = |(folder, ending): (&str, &str)| {
        files(folder, ending).into_iter().filter_map(|path| {
            let lines = read(&path).lines().count();
            (lines > CEILING).then(|| format!("{path} has {lines} lines, more than {CEILING}"))
        })
    };
    report(MEASURED.into_iter().flat_map(long));
}

#[test]
fn what_ships_loads_nothing() {
    let found = |(folder, ending): (&str, &str)| {
        files(folder, ending)
            .into_iter()
            .flat_map(|path| loadable(&path, &read(&path)))
    };
    report(SHIPPED.into_iter().flat_map(found));
}

#[test]
fn the_code_has_no_loose_ends() {
    report(
        files("src", "rs")
            .iter()
            .flat_map(|path| forbidden(path, &read(path))),
    );
}

#[test]
fn no_layer_reads_sentences() {
    report(
        files("src", "rs")
            .iter()
            .flat_map(|path| reads_words(path, &read(path))),
    );
}

/// Each rule finds what is planted for it, and lets the right form pass.
#[test]
fn the_rules_can_fail() {
    let layers: Vec<String> = ["core", "ingest", "ui"].map(str::to_owned).to_vec();
    let upward = |text| upward("src/core/a.rs", text, &layers).len();
    assert_eq!(upward("use crate::ui::App;"), 1);
    assert_eq!(upward("use crate::{core::plan, ingest::{a, b}};"), 1);
    assert_eq!(upward("use crate::core::plan; // not crate::ui"), 0);

    assert_eq!(
        loadable("a.rs", "let x = \"https://example.org\";").len(),
        1
    );
    assert_eq!(loadable("a.scss", "a { background: url(x.svg) }").len(), 1);
    assert_eq!(loadable("a.rs", "/// See https://example.org.").len(), 0);
    assert_eq!(
        loadable("a.rs", "const SVG: &str = \"http://www.w3.org/2000/svg\";").len(),
        0
    );

    let reads = |text| reads_words("src/present/a.rs", text).len();
    assert_eq!(reads("if note.contains(\"standard\") {"), 1);
    assert_eq!(reads("match name.to_lowercase() == \"average\" {"), 1);
    assert_eq!(reads("matches!(id, \"funnel\" | \"widened\")"), 1);
    assert_eq!(
        reads("    \"funnel\" | \"widened\" => beyond(findings),"),
        1
    );
    assert_eq!(
        reads("[\"death\", \"died\"].iter().any(|word| said(word))"),
        1
    );
    assert_eq!(reads("let words = [\"a word\", \"another\"];"), 0);
    assert_eq!(reads("if name.contains(&unit) || number == \"1\" {"), 0);
    assert_eq!(
        reads_words("src/nhs/a.rs", "if name.contains(\"imd\") {").len(),
        0
    );

    assert_eq!(forbidden("a.rs", "let x = y.unwrap();").len(), 1);
    assert_eq!(
        forbidden("a.rs", "#[cfg(test)]\nlet x = y.unwrap();").len(),
        0
    );
}

/// The layers, in the order of the `pub mod` lines of the library's root.
fn layers(root: &str) -> Vec<String> {
    root.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn upward(path: &str, text: &str, layers: &[String]) -> Vec<String> {
    let rank = |name: &str| layers.iter().position(|layer| layer == name);
    let Some(own) = layer_of(path).and_then(rank) else {
        return Vec::new();
    };
    let code = code_of(text)
        .map(|(_, line)| line)
        .collect::<Vec<_>>()
        .join("\n");
    named_layers(&code)
        .into_iter()
        .filter(|name| rank(name).is_some_and(|named| named > own))
        .map(|name| {
            format!(
                "{path} names crate::{name}, which lies below {}",
                layers[own]
            )
        })
        .collect()
}

/// Every first name after `crate::`, also within braces.
fn named_layers(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for letter in group.chars() {
                match letter {
                    '}' if depth == 0 => break,
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(first_name(&std::mem::take(&mut word))),
                    _ if depth == 0 => word.push(letter),
                    _ => {}
                }
            }
            names.push(first_name(&word));
        } else {
            names.push(first_name(rest));
        }
    }
    names
}

fn first_name(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn loadable(path: &str, text: &str) -> Vec<String> {
    let loads = |line: &str| {
        let mut plain = line.to_owned();
        for name in NAMES {
            plain = plain.replace(name, "");
        }
        let addressed = ["http://", "https://", "ws://", "wss://", "@import"];
        let styled = plain.match_indices("url(").any(|(at, start)| {
            !plain[at + start.len()..]
                .trim_start_matches(['"', '\''])
                .starts_with("data:")
        });
        addressed.iter().any(|start| plain.contains(start)) || (path.ends_with("css") && styled)
    };
    code_of(text)
        .filter(|(_, line)| loads(line))
        .map(|(number, line)| format!("{path}:{number} holds an address: {}", line.trim()))
        .collect()
}

fn forbidden(path: &str, text: &str) -> Vec<String> {
    let own = text.split("#[cfg(test)]").next().unwrap_or_default();
    code_of(own)
        .flat_map(|(number, line)| {
            FORBIDDEN
                .iter()
                .filter(move |(word, _)| line.contains(word))
                .map(move |(word, instead)| format!("{path}:{number} has {word}: {instead}"))
        })
        .collect()
}

/// The lines that test a text for words.
fn reads_words(path: &str, text: &str) -> Vec<String> {
    if MAY_READ_WORDS
        .iter()
        .any(|(start, _)| path.starts_with(start))
    {
        return Vec::new();
    }
    let own = text.split("#[cfg(test)]").next().unwrap_or_default();
    code_of(own)
        .filter(|(_, line)| tests_words(line))
        .map(|(number, line)| {
            format!(
                "{path}:{number} tells something by its words; give it an enum or a field: {}",
                line.trim()
            )
        })
        .collect()
}

fn tests_words(line: &str) -> bool {
    let literal = |rest: &str| {
        let word = rest.split('"').next().unwrap_or_default();
        word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
    };
    let asked = READS_WORDS.iter().any(|start| {
        let lists = start.starts_with('[');
        let searched = [".contains(", ".iter().any(", ".into_iter().any("];
        line.match_indices(start).any(|(at, _)| {
            let rest = &line[at + start.len()..];
            literal(rest) && (!lists || searched.iter().any(|search| rest.contains(search)))
        })
    });
    let one_of = line
        .split_once("matches!(")
        .is_some_and(|(_, rest)| rest.split('"').nth(1).is_some_and(literal));
    let arm = line.trim_start().strip_prefix('"').is_some_and(|rest| {
        let pattern = rest.split_once("=>").map(|(pattern, _)| pattern);
        pattern.is_some_and(|pattern| literal(rest) && pattern.trim_end().ends_with('"'))
    });
    asked || one_of || arm
}

/// The lines that are not wholly comment, numbered from 1, without a comment at their end.
fn code_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line.split(" // ").next().unwrap_or(line)))
}

fn layer_of(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?
        .split_once('/')
        .map(|(layer, _)| layer)
}

/// The files of a folder and (but for the root) of those in it, by their ending, as paths from the root.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::from(folder)];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = fs::read_dir(root().join(&next)) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = next.join(entry.file_name());
            if root().join(&path).is_dir() {
                if folder != "." {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|given| given == ending) {
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn report(problems: impl Iterator<Item = String>) {
    let problems: Vec<String> = problems.collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}
