//! Which adapter runs which method: each turns a case into calls, and the results into columns.

mod adjust;
mod calculate_dsr;
mod distributions;
mod exact_intervals;
mod funnels;
mod generator;
mod indirect;
mod levels;
mod life;
mod methods;
mod phe_mean;
mod phe_proportion;
mod phe_quantile;
mod phe_rate;
mod regressions;

use equal_measure::core::refusal::Refusal;

use self::methods::METHODS;
use super::case::{Case, File};
use super::columns::Columns;

/// What runs a case.
pub type Run = fn(&Case) -> Result<Columns, Refusal>;

/// Each method's name here, and what runs its cases.
const ADAPTERS: &[(&str, Run)] = &[
    // Building blocks
    ("distributions", distributions::run),
    ("r_rng", generator::run),
    ("p_adjust", adjust::run),
    ("ridit_regressions", regressions::ridit),
    ("glm_adjusted", regressions::adjusted),
    // Rates and means
    ("exact_intervals", exact_intervals::run),
    ("phe_proportion", phe_proportion::run),
    ("phe_rate", phe_rate::run),
    ("phe_mean", phe_mean::run),
    // Standardised rates, life tables, organisations
    ("calculate_dsr", calculate_dsr::run),
    ("phe_dsr_deprecated", calculate_dsr::run),
    ("calculate_ISRatio", indirect::ratio),
    ("calculate_ISRate", indirect::rate),
    ("phe_life_expectancy", life::expectancy),
    ("arriaga", life::arriaga),
    ("phe_quantile", phe_quantile::run),
    ("calculate_funnel_limits", funnels::limit_lines),
    ("calculate_funnel_points", funnels::points),
    ("assign_funnel_significance", funnels::significance),
    // Measures of the gap
];

/// The adapter of a file, by the method that it says it is of: its name does not matter.
pub fn find(file: &File) -> Option<Run> {
    let method = file.method.as_str();
    let name = METHODS
        .iter()
        .find(|(known, _)| *known == method)
        .map_or(method, |(_, name)| name);
    ADAPTERS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, run)| *run)
}
