//! What the references have and the page does not need: proved here, so that their cases still run.

pub mod concentration;
pub mod exact_tests;
pub mod mersenne;
pub mod modified_concentration_index;
pub mod simulation;
pub mod status_out;
pub mod walter_error;
pub mod geometric_mean;
pub mod life_slope;
pub mod repeated;
