//! Recipes: every form comes back as it was, and what is not known is refused by name.

use super::schema;
use equal_measure::core::plan::Slope;
use equal_measure::export::json;
use equal_measure::export::recipe::{self, RecipeError};
use serde_json::Value;

#[test]
fn recipes_come_back_and_refuse_what_they_do_not_know() {
    let plan = recipe::from_json(recipe::EXAMPLE).expect("a plan");
    let text = recipe::to_json(&plan).expect("JSON");
    // A recipe from before there could be several outcomes has one alone.
    let mut before: Value = serde_json::from_str(&text).expect("JSON");
    let one = before["outcomes"][0].take();
    before["indicators"]
        .as_array_mut()
        .expect("a list")
        .truncate(1);
    let fields = before.as_object_mut().expect("an object");
    fields.remove("outcomes");
    fields.insert("outcome".into(), one);
    let mut of_one = plan.clone();
    of_one.outcomes.truncate(1);
    of_one.indicators.truncate(1);
    assert_eq!(recipe::from_json(&before.to_string()), Ok(of_one));
    assert_eq!(recipe::from_json(&text), Ok(plan));
    let unknown = |what, name: &str| RecipeError::Unknown {
        what,
        name: name.into(),
    };
    let range = |what| RecipeError::OutOfRange { what };
    for (from, to, error) in [
        ("\"counts\"", "\"heaps\"", unknown("shape", "heaps")),
        ("\"identifier\"", "\"secret\"", unknown("role", "secret")),
        (
            "\"nhs-england\"",
            "\"trust-me\"",
            unknown("disclosure rule", "trust-me"),
        ),
        (
            "\"slope-index\"",
            "\"made-up\"",
            unknown("measure", "made-up"),
        ),
        (
            "\"logit\"",
            "\"steep\"",
            unknown("form of the slope index", "steep"),
        ),
        ("\"percent\"", "\"per-0\"", unknown("unit", "per-0")),
        (
            "\"version\": 1",
            "\"version\": 2",
            RecipeError::Version { found: 2 },
        ),
        (
            "0.95",
            "95",
            range("the confidence level is not between 0 and 1"),
        ),
        (
            "\"denominator\": [\n          1",
            "\"denominator\": [\n          9",
            range("an indicator uses a list of numbers that the recipe does not have"),
        ),
        ("\"smoking\"", "\"baking\"", unknown("tag", "baking")),
        (
            "\"counted\"",
            "\"some\"",
            unknown("part of an indicator", "some"),
        ),
    ] {
        assert!(text.contains(from), "{from}");
        let read = recipe::from_json(&text.replacen(from, to, 1));
        assert_eq!(read, Err(error), "{to}");
    }
    for (from, to) in [
        ("\"seed\"", "\"data\": [1, 2], \"seed\""),
        ("\"days\"", "\"rows\""),
        ("\"fifths\"", "\"tenths\""),
        ("{", "["),
        ("0.95", "NaN"),
        ("\"role\"", "\"values\": [], \"role\""),
        ("\"starts\"", "\"ends\""),
        ("\"least\"", "\"more\""),
        ("\"among\"", "\"within\""),
    ] {
        let broken = text.replacen(from, to, 1);
        if broken != text {
            assert!(
                matches!(recipe::from_json(&broken), Err(RecipeError::Form { .. })),
                "{to}"
            );
        }
    }
    for (from, to, slope) in [
        ("\"slope-index\"", "\"slope-index-simulated\"", Slope::Logit),
        ("\"logit\"", "\"simulated\"", Slope::Simulated),
        // A recipe from before there was a choice.
        ("  \"slope\": \"logit\",\n", "", Slope::Linear),
    ] {
        let read = recipe::from_json(&text.replacen(from, to, 1));
        assert_eq!(read.map(|plan| plan.slope), Ok(slope), "{to}");
    }
    let long = text.replacen("Table 1", &"x".repeat(2_001), 1);
    assert_eq!(
        recipe::from_json(&long),
        Err(range("a text has more than 2,000 characters"))
    );
    assert_eq!(
        recipe::from_json(&" ".repeat(1_000_001)),
        Err(RecipeError::TooLong)
    );
}

#[test]
fn schemas_point_somewhere_and_let_nothing_unknown_in() {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (recipe, release) = (read(recipe::SCHEMA), read(json::SCHEMA));
    assert_eq!(schema::faults(&recipe, &recipe, &Value::Null), [""; 0]);
    assert_eq!(schema::faults(&release, &release, &recipe), [""; 0]);
    let broken = read(&recipe::SCHEMA.replacen("#/$defs/code", "#/$defs/codes", 1));
    assert_eq!(
        schema::faults(&broken, &broken, &Value::Null),
        ["#/$defs/codes points nowhere"]
    );
}

#[test]
fn a_known_indicator_is_named_with_its_columns() {
    let plan = recipe::from_json(recipe::EXAMPLE).expect("a plan");
    let known = plan.indicators.last().expect("an indicator");
    assert_eq!(known.id, "outpatient-missed");
    assert_eq!(plan.outcomes[known.outcome].columns(), ["Attendance code"]);
    let named = "\"outpatient-missed\", \"columns\": {\"attended\"";
    for (to, error) in [
        (
            "\"made-up\", \"columns\": {\"attended\"",
            RecipeError::Unknown {
                what: "indicator",
                name: "made-up".into(),
            },
        ),
        (
            "\"outpatient-missed\", \"columns\": {\"came\"",
            RecipeError::OutOfRange {
                what: "a known indicator does not name the columns that it is made from",
            },
        ),
    ] {
        assert!(recipe::EXAMPLE.contains(named));
        assert_eq!(
            recipe::from_json(&recipe::EXAMPLE.replacen(named, to, 1)),
            Err(error)
        );
    }
}
