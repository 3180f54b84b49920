//! One age band with a slip of the pen, where the bands around it leave only one reading.

use super::band::Band;

/// The band that is written wrong, and what it must be: "55–69" between "50–54" and "60–64".
///
/// Only where every other band keeps clear of its neighbours, the bands on both sides are equally wide, and
/// a single digit makes the band fit between them; a wider band that sums others differs in more.
///
/// ```
/// use equal_measure::nhs::age::{band::Band, mended::slip};
/// let band = |low, high| Band { low, high: Some(high) };
/// let bands = [band(50, 54), band(55, 69), band(60, 64), band(65, 69)];
/// assert_eq!(slip(&bands), Some((band(55, 69), band(55, 59))));
/// assert_eq!(slip(&[band(0, 4), band(5, 64), band(10, 14)]), None);
/// ```
pub fn slip(bands: &[Band]) -> Option<(Band, Band)> {
    let mut bands = bands.to_vec();
    bands.sort_unstable();
    bands.dedup();
    let overlaps = |pair: &[Band]| pair[0].high.is_none_or(|high| high >= pair[1].low);
    let mut wrong = (0..bands.len().saturating_sub(1)).filter(|&at| overlaps(&bands[at..at + 2]));
    let (at, None) = (wrong.next()?, wrong.next()) else {
        return None;
    };
    let (before, band, after) = (bands.get(at.checked_sub(1)?)?, bands[at], bands[at + 1]);
    let right = Band {
        low: band.low,
        high: Some(after.low.checked_sub(1)?),
    };
    let width = |band: Band| band.high.map(|high| high - band.low);
    let even = width(*before) == width(right) && width(after) == width(right);
    let follows = before.high.map(|high| high + 1) == Some(band.low);
    (even && follows && is_one_digit_off(band.high?, after.low - 1)).then_some((band, right))
}

fn is_one_digit_off(one: u32, other: u32) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    let differing = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b);
    one.len() == other.len() && differing.count() == 1
}
