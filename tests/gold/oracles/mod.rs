//! What the references have and the page does not need: proved here, so that their cases still run.

pub mod mersenne;
pub mod geometric_mean;
pub mod life_slope;
pub mod repeated;
