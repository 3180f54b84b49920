//! What people whose group is unknown could do to a gap.

pub mod bounds;
pub mod reassigned;
pub mod tipping_share;
