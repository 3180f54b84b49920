//! Versions as programs print them.

/// Three numbers, compared from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32, pub(crate) u32);

impl Version {
    /// The first `1.2.3` in a text such as `trunk 0.21.14` or `v20.20.2`.
    pub(crate) fn within(text: &str) -> Option<Version> {
        text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .find_map(|word| {
                let mut numbers = word.split('.').map(str::parse);
                let mut next = || numbers.next()?.ok();
                Some(Version(next()?, next()?, next()?))
            })
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn finds_the_version_programs_print() {
        let check = |text, want| assert_eq!(Version::within(text), want, "{text}");
        check("trunk 0.21.14", Some(Version(0, 21, 14)));
        check("v20.20.2", Some(Version(20, 20, 2)));
        check(
            "wasm-bindgen 0.2.130 (b5b7e4c 2026-01-01)",
            Some(Version(0, 2, 130)),
        );
        check("no version", None);
    }

    #[test]
    fn orders_by_number_not_by_letter() {
        assert!(Version(0, 21, 14) > Version(0, 21, 9));
    }
}
