//! `ridit_regressions.json` and `glm_adjusted.json`: regressions of base R and its sandwich errors.

use equal_measure::core::number::least_squares::{self, Fit, Robust};
use equal_measure::core::number::line::Line;
use equal_measure::core::number::matrix::Matrix;
use equal_measure::core::number::regression::{self, Errors, Family, Regression};
use equal_measure::core::number::{normal, student};
use equal_measure::core::refusal::Refusal;
use equal_measure::core::standard::adjusted::{Row, fitted};
use equal_measure::core::units::Level;
use serde_json::Value;

use crate::gold::case::{Case, text};
use crate::gold::columns::Columns;

pub fn ridit(case: &Case) -> Result<Columns, Refusal> {
    let (people, events) = (case.numbers("n"), case.numbers("x"));
    let total: f64 = people.iter().sum();
    let mut before = 0.0;
    let ranks: Vec<f64> = people
        .iter()
        .map(|n| {
            before += n;
            (before - n / 2.0) / total
        })
        .collect();
    let rows: Vec<Vec<f64>> = ranks.iter().map(|rank| vec![1.0, *rank]).collect();
    let design = Matrix::from_rows(&rows)?;
    let mut out = Columns::default();
    out.put("ridit", ranks.clone());
    logistic(
        &mut out,
        &regression::fit(&design, &events, &people, Family::Logistic)?,
    )?;
    poisson(
        &mut out,
        &regression::fit(&design, &events, &people, Family::Poisson)?,
    )?;
    let risk = regression::fit(&design, &events, &people, Family::LogBinomial)?;
    out.push("logbin_b1", risk.coefficients[1]);
    out.push(
        "logbin_se_b1",
        risk.covariance(Errors::Model)?.standard_errors()[1],
    );
    out.push("logbin_rii", risk.coefficients[1].exp());

    let shares: Vec<f64> = events.iter().zip(&people).map(|(x, n)| x / n).collect();
    let plain = least_squares::fit(&design, &shares, &vec![1.0; people.len()])?;
    out.push("ols_intercept", plain.coefficients[0]);
    out.push("ols_sii", plain.coefficients[1]);
    out.push("ols_se", plain.covariance()?.standard_errors()[1]);
    weighted(
        &mut out,
        &least_squares::fit(&design, &shares, &people)?,
        &shares,
        &people,
    )?;
    let line = Line::new(&ranks, &people)?.through(&shares);
    out.push("wls_intercept", line.intercept);
    out.push("wls_sii", line.slope);
    Ok(out)
}

fn weighted(out: &mut Columns, fit: &Fit, y: &[f64], weights: &[f64]) -> Result<(), Refusal> {
    let error = fit.covariance()?.standard_errors()[1];
    let t = student::quantile(0.975, fit.freedom as f64)?;
    let slope = fit.coefficients[1];
    out.push("wls_se", error);
    out.push("wls_t_lower", slope - t * error);
    out.push("wls_t_upper", slope + t * error);
    out.push("wls_hc1_se", fit.robust(Robust::Hc1)?.standard_errors()[1]);
    out.push("wls_hc3_se", fit.robust(Robust::Hc3)?.standard_errors()[1]);
    let total: f64 = weights.iter().sum();
    let mean = y.iter().zip(weights).map(|(y, w)| y * w).sum::<f64>() / total;
    let spread: f64 = y
        .iter()
        .zip(weights)
        .map(|(y, w)| w * (y - mean).powi(2))
        .sum();
    let left: f64 = fit
        .residuals
        .iter()
        .zip(weights)
        .map(|(r, w)| w * r * r)
        .sum();
    out.push("wls_r2", 1.0 - left / spread);
    Ok(())
}

fn logistic(out: &mut Columns, fit: &Regression) -> Result<(), Refusal> {
    let z = normal::z(Level::P95);
    let (b0, b1) = (fit.coefficients[0], fit.coefficients[1]);
    let covariance = fit.covariance(Errors::Model)?;
    let [low, high] = [b0, b0 + b1].map(|eta| Family::Logistic.inverse_link(eta));
    let [bend_low, bend_high] = [low, high].map(|p| p * (1.0 - p));
    let along = |a: f64, b: f64| {
        let both = covariance.at(0, 1) + covariance.at(1, 0);
        (a * a * covariance.at(0, 0) + a * b * both + b * b * covariance.at(1, 1)).sqrt()
    };
    let error = along(bend_high - bend_low, bend_high);
    let log_error = along(bend_high / high - bend_low / low, bend_high / high);
    out.push("logit_b0", b0);
    out.push("logit_b1", b1);
    out.push("logit_se_b1", covariance.standard_errors()[1]);
    out.push("logit_deviance", fit.deviance);
    out.push("logit_sii", high - low);
    out.push("logit_sii_se", error);
    out.push("logit_sii_lower", high - low - z * error);
    out.push("logit_sii_upper", high - low + z * error);
    out.push("logit_rii", high / low);
    out.push("logit_rii_lower", high / low * (-z * log_error).exp());
    out.push("logit_rii_upper", high / low * (z * log_error).exp());
    Ok(())
}

fn poisson(out: &mut Columns, fit: &Regression) -> Result<(), Refusal> {
    let z = normal::z(Level::P95);
    let slope = fit.coefficients[1];
    let error = |errors| Ok(fit.covariance(errors)?.standard_errors()[1]);
    let model = error(Errors::Model)?;
    out.push("poisson_b0", fit.coefficients[0]);
    out.push("poisson_b1", slope);
    out.push("poisson_se_b1", model);
    out.push("poisson_rii", slope.exp());
    out.push("poisson_rii_lower", (slope - z * model).exp());
    out.push("poisson_rii_upper", (slope + z * model).exp());
    out.push("poisson_deviance", fit.deviance);
    out.push("poisson_hc0_se_b1", error(Errors::Robust(Robust::Hc0))?);
    out.push("quasipoisson_se_b1", error(Errors::Quasi)?);
    out.push(
        "quasipoisson_dispersion",
        fit.dispersion.ok_or(Refusal::NoStandardError),
    );
    Ok(())
}

pub fn adjusted(case: &Case) -> Result<Columns, Refusal> {
    let family = match case.option_text("family", "").as_str() {
        "poisson" => Family::Poisson,
        "binomial" => Family::Logistic,
        other => panic!("no family is called {other}"),
    };
    let Value::Object(reference) = case.option("reference") else {
        panic!("the case names no reference groups");
    };
    let group = text(&reference["quintile"]);
    let (quintiles, ages, sexes) = (case.texts("quintile"), case.texts("age"), case.texts("sex"));
    let (people, events) = (case.numbers("n"), case.numbers("x"));
    let mut rows: Vec<Row> = (0..case.rows())
        .map(|row| Row {
            group: quintiles[row].clone(),
            others: vec![ages[row].clone(), sexes[row].clone()],
            events: events[row],
            people: people[row],
        })
        .collect();
    // The first value met is the one that others are compared with, as R takes the first in the alphabet.
    rows.sort_by(|a, b| (&a.others, &a.group).cmp(&(&b.others, &b.group)));
    let (_, fit) = fitted(&rows, &group, family)?;
    let z = normal::z(Level::P95);
    let errors = fit.covariance(Errors::Model)?.standard_errors();
    let mut out = Columns::default();
    for (estimate, error) in fit.coefficients.iter().zip(&errors) {
        out.push("estimate", *estimate);
        out.push("se", *error);
        out.push("z", estimate / error);
        out.push("p", normal::two_sided(estimate / error));
        out.push("exp_estimate", estimate.exp());
        out.push("exp_lower", (estimate - z * error).exp());
        out.push("exp_upper", (estimate + z * error).exp());
    }
    out.put(
        "robust_hc0_se",
        fit.covariance(Errors::Robust(Robust::Hc0))?
            .standard_errors(),
    );
    out.push("deviance", fit.deviance);
    out.push("null_deviance", fit.null_deviance);
    out.push(
        "aic",
        2.0 * (fit.coefficients.len() as f64 - fit.log_likelihood),
    );
    out.push("df_residual", fit.freedom as f64);
    Ok(out)
}
