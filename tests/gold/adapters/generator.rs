//! `r_rng.json`: R's random numbers, seed for seed.

use equal_measure::core::number::generator::Stream;
use equal_measure::core::refusal::Refusal;

use crate::gold::case::Case;
use crate::gold::columns::Columns;
use crate::gold::oracles::mersenne::Mersenne;

pub fn run(case: &Case) -> Result<Columns, Refusal> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seeds are small"
    )]
    let seed = case.option_number("seed", 0.0) as u32;
    let mut columns = Columns::default();
    let mut stream = Mersenne::new(seed);
    columns.put("runif8", (0..8).map(|_| stream.uniform()));
    let mut stream = Mersenne::new(seed);
    columns.put("rnorm12", (0..12).map(|_| stream.normal()));
    let mut stream = Mersenne::new(seed);
    for _ in 0..1300 {
        stream.uniform();
    }
    columns.put("rnorm_after_1300_unifs", (0..4).map(|_| stream.normal()));
    Ok(columns)
}
