//! Small work on text: filling a template's slots, and finding what stands between two marks.

use crate::failure::{Outcome, refuse};

/// Puts values into a template's `{{slots}}`, in one pass: what is put in is never looked at again.
///
/// # Errors
/// Refuses a slot that has no value, and a value that has no slot.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut page = String::new();
    let mut rest = template;
    let mut filled = 0;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((slot, after)) = after.split_once("}}") else {
            return refuse("a template opens a slot and does not close it");
        };
        let Some((_, value)) = values.iter().find(|(name, _)| *name == slot) else {
            return refuse(format!("a template asks for “{slot}”, which is not given"));
        };
        page.push_str(before);
        page.push_str(value);
        filled += 1;
        rest = after;
    }
    page.push_str(rest);
    if filled == values.len() {
        Ok(page)
    } else {
        refuse("a template has no slot for a value")
    }
}

/// The text between the first `open` and the next `close`.
pub(crate) fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, after) = text.split_once(open)?;
    Some(after.split_once(close)?.0)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn fills_each_slot_once() {
        let page = fill("a{{x}}b{{y}}", &[("x", "{{y}}"), ("y", "2")]).map_err(|f| f.to_string());
        assert_eq!(page, Ok("a{{y}}b2".to_owned()));
    }

    #[test]
    fn refuses_slots_and_values_that_do_not_meet() {
        assert!(fill("{{x}}", &[]).is_err());
        assert!(fill("", &[("x", "1")]).is_err());
        assert!(fill("{{x", &[("x", "1")]).is_err());
    }
}
