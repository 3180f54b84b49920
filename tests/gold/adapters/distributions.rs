//! `distributions.json`: base R's quantiles and tails.

use equal_measure::core::number::{beta, chi_square, normal, sample, student};
use equal_measure::core::refusal::Refusal;

use crate::gold::case::{Case, list, number};
use crate::gold::columns::Columns;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    let mut columns = Columns::default();
    let pairs = |left: &str, right: &str| case.numbers(left).into_iter().zip(case.numbers(right));
    match case.name.as_str() {
        name if name.starts_with("qnorm") => {
            columns.put("q", case.numbers("p").into_iter().map(normal::quantile));
        }
        name if name.starts_with("pnorm") => {
            let upper = case.part("expect").contains_key("upper");
            columns.put("p", case.numbers("x").into_iter().map(normal::cdf));
            if upper {
                columns.put(
                    "upper",
                    case.numbers("x").into_iter().map(normal::upper_tail),
                );
            }
        }
        name if name.starts_with("qchisq") => columns.put(
            "q",
            pairs("p", "df").map(|(p, freedom)| {
                if p > 0.5 {
                    chi_square::upper_quantile(1.0 - p, freedom)
                } else {
                    chi_square::lower_quantile(p, freedom)
                }
            }),
        ),
        name if name.starts_with("pchisq") => {
            columns.put(
                "p",
                pairs("x", "df").map(|(x, freedom)| chi_square::upper_tail(x, freedom)),
            );
        }
        name if name.starts_with("qt") => columns.put(
            "q",
            pairs("p", "df").map(|(p, freedom)| student::quantile(p, freedom)),
        ),
        name if name.starts_with("qbeta") => {
            let b = case.numbers("b");
            let quantiles = pairs("p", "a")
                .zip(b)
                .map(|((p, a), b)| beta::lower_quantile(p, a, b));
            columns.put("q", quantiles);
        }
        name if name.starts_with("lgamma") => {
            columns.put("y", case.numbers("x").into_iter().map(libm::lgamma));
        }
        name if name.starts_with("quantile_type7") => {
            let mut sorted = case.numbers("x");
            sorted.sort_by(f64::total_cmp);
            let shares: Vec<f64> = list(&case.option("probs"))
                .iter()
                .filter_map(number)
                .collect();
            columns.put(
                "q",
                shares
                    .into_iter()
                    .map(|share| sample::quantile(&sorted, share)),
            );
        }
        other => panic!("no distribution is called {other}"),
    }
    Ok(columns)
}
