//! Standardised rates, life tables, quantiles of areas and funnels.
//!
//! Each file is one method and opens with its text.

pub mod population;
pub mod direct;
pub mod direct_share;
pub mod indirect;
pub mod joined;
pub mod comparative;
pub mod adjusted;
pub mod life_table;
pub mod healthy_life;
pub mod arriaga;
pub mod quantiles;
pub mod funnel;
