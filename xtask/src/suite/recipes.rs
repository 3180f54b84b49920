//! The recipes of `CONTRIBUTING.md`, followed in a copy of the checkout: the places they name are enough.

use super::End;
use crate::command::run;
use crate::failure::{About, Outcome, refuse};
use crate::place;
use crate::tools::Toolbox;
use std::fs;
use std::path::Path;

/// One recipe followed: a file of its own where it has one, and a line or a word in each place that the
/// recipe names.
struct Recipe {
    heading: &'static str,
    /// Path and text.
    file: Option<(&'static str, &'static str)>,
    /// Path, what stands there, what it becomes.
    edits: &'static [(&'static str, &'static str, &'static str)],
}

const RECIPES: [Recipe; 6] = [
    Recipe {
        heading: "## Add a measure",
        file: Some((
            "src/core/measure/all_groups/furthest_apart.rs",
            include_str!("../../recipes/measure.rs"),
        )),
        edits: &[
            (
                "src/core/measure/all_groups/mod.rs",
                "pub mod heterogeneity;\n",
                "pub mod heterogeneity;\npub mod furthest_apart;\n",
            ),
            (
                "src/core/measure/mod.rs",
                "    &all_groups::heterogeneity::MEASURE,\n",
                "    &all_groups::heterogeneity::MEASURE,\n    &all_groups::furthest_apart::MEASURE,\n",
            ),
        ],
    },
    Recipe {
        heading: "## Add an indicator",
        file: Some((
            "src/nhs/indicators/known/came_by_bicycle.rs",
            include_str!("../../recipes/indicator.rs"),
        )),
        edits: &[
            (
                "src/nhs/indicators/known/mod.rs",
                "mod outpatient_missed;\n",
                "mod came_by_bicycle;\nmod outpatient_missed;\n",
            ),
            (
                "src/nhs/indicators/known/mod.rs",
                "    &outpatient_missed::OUTPATIENT_MISSED,\n",
                "    &came_by_bicycle::CAME_BY_BICYCLE,\n    &outpatient_missed::OUTPATIENT_MISSED,\n",
            ),
        ],
    },
    Recipe {
        heading: "## Add a file family",
        file: None,
        edits: &[
            (
                "src/nhs/families.rs",
                "pub const FAMILIES: &[Family] = &[\n",
                "pub const FAMILIES: &[Family] = &[\n    Family {\n        name: \"the bicycle count\",\n        \
                 phrases: &[\"bicycle count\"],\n        columns: &[],\n        protection: None,\n        \
                 rounded_to: None,\n    },\n",
            ),
            (
                "tests/it/roles/published.txt",
                "## Fingertips\n",
                "## Bicycle count\nSex | Male;Female | dim sex\nDenominator | 50120;44001 | den\n## Fingertips\n",
            ),
        ],
    },
    Recipe {
        heading: "## Add a chart",
        file: Some((
            "src/present/chart/dots.rs",
            include_str!("../../recipes/chart.rs"),
        )),
        edits: &[
            (
                "src/present/chart/mod.rs",
                "pub mod curve;\n",
                "pub mod curve;\npub mod dots;\n",
            ),
            (
                "src/present/chart/mod.rs",
                "    Curve(CurveChart),\n",
                "    Curve(CurveChart),\n    /// Points.\n    Dots(dots::DotsChart),\n",
            ),
            (
                "src/present/chart/mod.rs",
                "        Chart::Curve(curve) => curve::plane(curve, words, width).size(),\n",
                "        Chart::Curve(curve) => curve::plane(curve, words, width).size(),\n        \
                 Chart::Dots(dots) => dots::plane(dots, words, width).size(),\n",
            ),
            (
                "src/present/chart/mod.rs",
                "        Chart::Curve(of) =>",
                "        Chart::Dots(of) => dots::draw(of, &dots::plane(of, words, width), palette, area),\n        \
                 Chart::Curve(of) =>",
            ),
        ],
    },
    Recipe {
        heading: "## Add an analysis",
        file: Some((
            "src/core/analysis/lower_half.rs",
            include_str!("../../recipes/analysis.rs"),
        )),
        edits: &[
            (
                "src/core/analysis/mod.rs",
                "mod lorenz_curve;\n",
                "mod lorenz_curve;\nmod lower_half;\n",
            ),
            (
                "src/core/analysis/mod.rs",
                "    &lorenz_curve::ANALYSIS,\n",
                "    &lorenz_curve::ANALYSIS,\n    &lower_half::ANALYSIS,\n",
            ),
        ],
    },
    Recipe {
        heading: "## Add an export",
        file: Some((
            "src/export/plain_text.rs",
            include_str!("../../recipes/export.rs"),
        )),
        edits: &[
            (
                "src/export/mod.rs",
                "pub mod json;\n",
                "pub mod json;\nmod plain_text;\n",
            ),
            (
                "src/export/mod.rs",
                "json::EXPORTER]",
                "json::EXPORTER, plain_text::EXPORTER]",
            ),
        ],
    },
];

/// What the copy need not have.
const LEFT_OUT: [&str; 4] = ["target", "dist", ".git", "node_modules"];

/// Follows every recipe in one copy, and runs there the tests that look at whatever the lists hold.
pub(super) fn hold(tools: &Toolbox) -> Outcome<End> {
    let copy = place::target().join("recipes");
    if copy.is_dir() {
        fs::remove_dir_all(&copy).about(&copy)?;
    }
    copy_folder(&place::root(), &copy)?;
    let contributing = place::read(&place::root().join("CONTRIBUTING.md"))?;
    for recipe in &RECIPES {
        follow(recipe, &contributing, &copy)?;
    }
    let mut test = tools.command("cargo");
    test.current_dir(&copy)
        .env("CARGO_TARGET_DIR", place::target());
    test.args(["test", "--locked", "--features", "ssr", "--test", "it"]);
    test.args([
        "--",
        "charts::",
        "export::",
        "indicators::",
        "laws::measure_cards",
    ]);
    test.args(["panes::", "roles::", "analyses::hidden", "words::"]);
    run(&mut test)?;
    Ok(End::Passed)
}

fn follow(recipe: &Recipe, contributing: &str, copy: &Path) -> Outcome<()> {
    let Some((_, section)) = contributing.split_once(recipe.heading) else {
        return refuse(format!("CONTRIBUTING.md has no “{}”", recipe.heading));
    };
    let section = section.split("\n## ").next().unwrap_or_default();
    let own = recipe.file.and_then(|(path, _)| path.rsplit_once('/'));
    let folder = own.map(|(folder, _)| folder);
    for named in recipe.edits.iter().map(|edit| edit.0).chain(folder) {
        if !section.contains(named) {
            return refuse(format!("“{}” does not name {named}", recipe.heading));
        }
    }
    if let Some((path, text)) = recipe.file {
        let path = copy.join(path);
        fs::write(&path, text).about(&path)?;
    }
    for (file, stands, becomes) in recipe.edits {
        let path = copy.join(file);
        let text = place::read(&path)?;
        if text.matches(stands).count() != 1 {
            return refuse(format!("{file} does not hold “{}” once", stands.trim()));
        }
        fs::write(&path, text.replace(stands, becomes)).about(&path)?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to).about(to)?;
    for entry in fs::read_dir(from).about(from)? {
        let entry = entry.about(from)?;
        let (path, name) = (entry.path(), entry.file_name());
        if LEFT_OUT.iter().any(|left| name == *left) {
            continue;
        }
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).about(&path)?;
        }
    }
    Ok(())
}
