//! Builds, packs, serves and tests Equal Measure.
fn main() {}
