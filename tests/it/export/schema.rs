//! Just enough of JSON Schema to hold our own files to it.

use serde_json::Value;

/// Checks `value` against `schema`; `root` holds the definitions and `other` the schema it may refer to.
pub(crate) fn check(
    value: &Value,
    schema: &Value,
    root: &Value,
    other: &Value,
) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return match reference.strip_prefix("#/$defs/") {
            Some(name) if root["$defs"][name].is_object() => {
                check(value, &root["$defs"][name], root, other)
            }
            Some(name) => Err(format!("no definition {name}")),
            None => check(value, other, other, other),
        };
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let tries: Vec<_> = choices
            .iter()
            .map(|each| check(value, each, root, other))
            .collect();
        let fits = tries.iter().filter(|each| each.is_ok()).count();
        return if fits == 1 {
            Ok(())
        } else {
            Err(format!("{fits} choices fit {value}: {tries:?}"))
        };
    }
    if let Some(allowed) = schema["enum"].as_array() {
        return allowed
            .contains(value)
            .then_some(())
            .ok_or(format!("{value} is none of {allowed:?}"));
    }
    let fits = match schema["type"].as_str() {
        Some("object") => return object(value, schema, root, other),
        Some("array") => return array(value, schema, root, other),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => return Err(format!("a schema without type: {schema}")),
    };
    fits.then_some(())
        .ok_or(format!("{value} is no {}", schema["type"]))
}

fn object(value: &Value, schema: &Value, root: &Value, other: &Value) -> Result<(), String> {
    let fields = value.as_object().ok_or(format!("{value} is no object"))?;
    for name in schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if !fields.contains_key(name) {
            return Err(format!("{name} is missing in {value}"));
        }
    }
    for (name, field) in fields {
        let inner = match &schema["properties"][name] {
            Value::Null => &schema["additionalProperties"],
            own => own,
        };
        if !inner.is_object() {
            return Err(format!("{name} is not in the schema"));
        }
        check(field, inner, root, other).map_err(|why| format!("{name}: {why}"))?;
    }
    Ok(())
}

fn array(value: &Value, schema: &Value, root: &Value, other: &Value) -> Result<(), String> {
    let list = value.as_array().ok_or(format!("{value} is no list"))?;
    list.iter()
        .try_for_each(|each| check(each, &schema["items"], root, other))
}

/// What is wrong with a schema itself: a reference that points nowhere, an object that lets unknown fields in.
pub(crate) fn faults(schema: &Value, root: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(reference) = schema["$ref"].as_str() {
        let within = reference.strip_prefix("#/$defs/");
        let points = match within {
            Some(name) => root["$defs"][name].is_object(),
            None => other["$id"] == reference || other["title"].is_string(),
        };
        if !points {
            found.push(format!("{reference} points nowhere"));
        }
    }
    if schema["type"] == "object" && schema["additionalProperties"].is_null() {
        found.push(format!("lets unknown fields in: {}", schema["properties"]));
    }
    let inner: Vec<&Value> = match schema {
        Value::Object(fields) => fields.values().collect(),
        Value::Array(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    found.extend(
        inner
            .into_iter()
            .flat_map(|inner| faults(inner, root, other)),
    );
    found
}
