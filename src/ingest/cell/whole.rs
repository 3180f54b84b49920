//! Small whole numbers straight from bytes, before anything is decoded.

/// The high half of every byte: clear in a number from 0 to 15.
const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;

/// A whole number of one to eight digits, in quotation marks or not, that ends before `to`; `None` asks
/// for a closer look.
///
/// The digits are joined in pairs, fours and eights at once: how many there are is hard to foretell,
/// and a loop over them would guess wrong.
#[inline]
pub fn whole_at(bytes: &[u8], mut from: usize, mut to: usize) -> Option<u32> {
    if let [b'"', _, .., b'"'] = bytes[from..to] {
        from += 1;
        to -= 1;
    }
    let length = to - from;
    if !(1..=8).contains(&length) {
        return None;
    }
    let zeros = u64::from_le_bytes([b'0'; 8]);
    let word = match bytes[..to].last_chunk() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => bytes[from..to]
            .iter()
            .fold(0, |word, &byte| word >> 8 | u64::from(byte) << 56),
    };
    // What stands before the cell is shifted out, and leading zeros come in.
    let spare = 64 - 8 * length;
    let digits = (word ^ zeros) >> spare << spare;
    if (digits | digits.wrapping_add(0x0606_0606_0606_0606)) & HIGH != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10 << 8 | 1) >> 8 & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_FFFF_0000_FFFF;
    u32::try_from(fours.wrapping_mul(10_000 << 32 | 1) >> 32).ok()
}

#[cfg(test)]
mod tests {
    use super::whole_at;

    #[test]
    fn whole_numbers_are_read_wherever_they_stand() {
        for number in [
            0, 1, 9, 10, 42, 105, 999, 1024, 65_535, 123_456, 7_654_321, 99_999_999,
        ] {
            for text in [format!("{number}"), format!("\"{number}\"")] {
                for before in ["", ",", "12345678,"] {
                    let bytes = format!("{before}{text},9");
                    let (from, to) = (before.len(), before.len() + text.len());
                    assert_eq!(
                        whole_at(bytes.as_bytes(), from, to),
                        Some(number),
                        "{bytes}"
                    );
                }
            }
        }
        assert_eq!(whole_at(b"00000007", 0, 8), Some(7));
    }

    #[test]
    fn nothing_else_is_a_whole_number() {
        for byte in (0..=255u8).filter(|byte| !byte.is_ascii_digit()) {
            for place in 0..3 {
                let mut bytes = *b"111,222,";
                bytes[4 + place] = byte;
                assert_eq!(whole_at(&bytes, 4, 7), None, "{byte} at {place}");
            }
        }
        for text in ["", "\"\"", "\"", "123456789", "\"1", "1\""] {
            assert_eq!(whole_at(text.as_bytes(), 0, text.len()), None, "{text}");
        }
    }
}
