//! Where the structural bytes of a block of 64 stand, one bit for each.

/// How many bytes a block has.
pub(super) const BLOCK: usize = 64;

/// One bit for each byte of a block, the first byte lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Masks {
    /// Delimiters and line ends.
    pub(super) ends: u64,
    /// Line ends.
    pub(super) breaks: u64,
    /// Quotation marks.
    pub(super) quotes: u64,
}

/// The masks of a block.
#[inline]
pub(super) fn masks(block: &[u8; BLOCK], delimiter: u8) -> Masks {
    let breaks = equal(block, b'\n');
    Masks {
        ends: equal(block, delimiter) | breaks,
        breaks,
        quotes: equal(block, b'"'),
    }
}

/// The bits of the bytes that equal `byte`: a comparison of all lanes, then eight lanes at a time
/// gathered into eight bits by one multiplication. Compilers turn the first loop into vector code.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn equal(block: &[u8; BLOCK], byte: u8) -> u64 {
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let lanes = block.map(|lane| u8::from(lane == byte));
    let (eights, _) = lanes.as_chunks::<8>();
    eights.iter().rev().fold(0, |mask, &eight| {
        mask << 8 | u64::from_le_bytes(eight).wrapping_mul(GATHER) >> 56
    })
}

/// The bits of the bytes that equal `byte`.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
fn equal(block: &[u8; BLOCK], byte: u8) -> u64 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2};
    let wanted = u8x16_splat(byte);
    let (eights, _) = block.as_chunks::<8>();
    let (pairs, _) = eights.as_chunks::<2>();
    pairs.iter().rev().fold(0, |mask, &[low, high]| {
        let lanes = u64x2(u64::from_le_bytes(low), u64::from_le_bytes(high));
        mask << 16 | u64::from(u8x16_bitmask(u8x16_eq(lanes, wanted)))
    })
}

/// Every bit that has an odd number of set bits at or below it: the bytes inside quotation marks, the
/// opening mark included.
#[inline]
pub(super) fn within(quotes: u64) -> u64 {
    let mut within = quotes;
    for shift in [1, 2, 4, 8, 16, 32] {
        within ^= within << shift;
    }
    within
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, masks, within};

    #[test]
    fn every_place_has_its_bit() {
        for place in 0..BLOCK {
            let mut block = [b'x'; BLOCK];
            for (byte, expected) in [(b',', (1, 0, 0)), (b'\n', (1, 1, 0)), (b'"', (0, 0, 1))] {
                block[place] = byte;
                let found = masks(&block, b',');
                let bits = (
                    found.ends >> place,
                    found.breaks >> place,
                    found.quotes >> place,
                );
                assert_eq!(bits, expected, "{place}");
            }
        }
    }

    #[test]
    fn quotes_cover_what_lies_between() {
        assert_eq!(within(0b0100_0010), 0b0011_1110);
        assert_eq!(within(1), u64::MAX);
    }
}
