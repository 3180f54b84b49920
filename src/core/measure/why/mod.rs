//! What a gap is made of: arithmetic, never a cause.

pub mod kitagawa;
pub mod concentration_parts;
pub mod between_and_within;
pub mod contribution;
