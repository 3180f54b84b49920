//! The job in steps, and the workers that run it; the only place with threads.

pub mod job;
pub mod several;
pub mod flow;
pub mod kept;
pub mod rehearsal;
pub mod wire;
#[cfg(target_arch = "wasm32")]
pub mod browser;
