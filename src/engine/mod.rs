//! The job in steps, and the workers that run it; the only place with threads.

pub mod flow;
pub mod job;
