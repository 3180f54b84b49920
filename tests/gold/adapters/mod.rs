//! Which adapter runs which method: each turns a case into calls, and the results into columns.

mod adjust;
mod calculate_dsr;
mod distribution_measures;
mod distributions;
mod exact_intervals;
mod funnels;
mod generator;
mod healthequal;
mod healthequal_concentration;
mod healthequal_corrected;
mod healthequal_pair;
mod healthequal_slope;
mod healthequal_spread;
mod independent;
mod indirect;
mod levels;
mod life;
mod methods;
mod phe_mean;
mod phe_proportion;
mod phe_quantile;
mod phe_rate;
mod phe_sii;
mod regressions;
mod two_groups;

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
    ("two_proportions", two_groups::shares),
    ("two_rates", two_groups::rates),
    ("mantel_haenszel", two_groups::pooled),
    ("phe_sii", phe_sii::run),
    ("healthequal_d", healthequal_pair::difference),
    ("healthequal_r", healthequal_pair::ratio),
    ("healthequal_sii", healthequal_slope::slope),
    ("healthequal_rii", healthequal_slope::relative),
    ("healthequal_aci", healthequal_concentration::absolute),
    ("healthequal_rci", healthequal_concentration::relative),
    ("concentration_index", distribution_measures::concentration),
    // All its cases are skipped: it multiplies by (n − 1)/n.
    ("rineq_ci", distribution_measures::concentration),
    ("trend_tests", distribution_measures::tests),
    ("gini_lorenz", distribution_measures::gini),
    ("kitagawa", distribution_measures::parts),
    ("healthequal_bgv", healthequal_spread::variance),
    ("healthequal_bgsd", healthequal_spread::deviation),
    ("healthequal_covar", healthequal_spread::variation),
    ("healthequal_idisw", healthequal_spread::disparity),
    ("healthequal_idisu", healthequal_spread::plain_disparity),
    ("healthequal_mdmw", healthequal_spread::from_mean),
    ("healthequal_mdmu", healthequal_spread::plain_from_mean),
    ("healthequal_mdbw", healthequal_spread::from_best),
    ("healthequal_mdbu", healthequal_spread::plain_from_best),
    ("healthequal_mdrw", healthequal_spread::from_reference),
    ("healthequal_mdru", healthequal_spread::plain_from_reference),
    ("healthequal_ti", healthequal_spread::theil),
    ("healthequal_mld", healthequal_spread::log_deviation),
    ("healthequal_parisk", healthequal_spread::risk),
    ("healthequal_paf", healthequal_spread::fraction),
    ("healthequal_corrected", healthequal_corrected::run),
    // Computed independently, where no package has the method
    ("healthy_life_expectancy", independent::life::healthy),
    ("life_gap_by_age_and_cause", independent::life::gap),
    (
        "comparative_mortality_figure",
        independent::spread::comparative,
    ),
    ("funnel_overdispersion", independent::spread::overdispersion),
    ("ratio_of_means", independent::waits::ratio),
    ("geometric_mean", independent::waits::geometric),
    ("percentile_difference", independent::waits::percentiles),
    ("gap_at_every_threshold", independent::waits::gaps),
    ("chance_of_a_longer_wait", independent::waits::longer),
    ("change_in_a_gap", independent::series::change),
    ("annual_change", independent::series::annual),
    ("recovery", independent::series::recovered),
    ("days_to_reach", independent::series::lag),
    ("control_chart", independent::series::chart),
    ("pooled_over_strata", independent::people::pooled),
    ("people_of_unknown_group", independent::people::unknown),
    ("rate_and_composition", distribution_measures::parts),
    ("between_and_within", independent::people::within),
    ("concentration_by_factor", independent::people::factors),
    ("closed_form_intervals", independent::closed::intervals),
    ("two_shares_compared", independent::closed::two_shares),
    ("numbers_needed", independent::groups::needed),
    ("groups_that_stand_out", independent::groups::status),
    ("slope_of_life_expectancy", independent::groups::slope),
    (
        "modified_concentration_index",
        independent::groups::modified,
    ),
    (
        "concentration_of_people",
        healthequal_concentration::absolute,
    ),
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
