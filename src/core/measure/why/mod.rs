//! What a gap is made of: arithmetic, never a cause.

pub mod kitagawa;
