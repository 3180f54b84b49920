//! Decimal text as millionths, without a float on the way.

/// How many digits of the text count; the rest lie far below the millionth or make it too large.
const DIGITS: u32 = 34;

/// The number in millionths, or `None` when the text is no number or too large to hold.
pub(super) fn micro(text: &str) -> Option<i64> {
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let inside = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .map(str::trim);
    let (negative, unsigned) = match inside {
        Some(rest) => (true, rest),
        None => sign(text),
    };
    let (mantissa, exponent) = split_exponent(unsigned)?;
    let (digits, places) = digits(mantissa)?;
    let shift = exponent
        .checked_sub(places)?
        .checked_add(if percent { 4 } else { 6 })?;
    let size = i64::try_from(scaled(digits, shift)?).ok()?;
    Some(if negative { -size } else { size })
}

fn sign(text: &str) -> (bool, &str) {
    for minus in ['-', '\u{2212}'] {
        if let Some(rest) = text.strip_prefix(minus) {
            return (true, rest.trim_start());
        }
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

fn split_exponent(text: &str) -> Option<(&str, i32)> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return Some((text, 0));
    };
    let plain = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| exponent.parse().ok())
        .flatten()
        .map(|exponent| (mantissa, exponent))
}

/// The digits as one whole number, and how many of them stand behind the point.
fn digits(text: &str) -> Option<(u128, i32)> {
    let (front, back) = text.split_once('.').unwrap_or((text, ""));
    if front.is_empty() && back.is_empty() || !grouped_by_thousands(front) {
        return None;
    }
    let (mut number, mut places, mut kept) = (0u128, 0i32, 0);
    let front = front.chars().filter(|&letter| !is_separator(letter));
    let front = front.map(|letter| u8::try_from(letter).unwrap_or_default());
    let all = front
        .map(|b| (b, false))
        .chain(back.bytes().map(|b| (b, true)));
    for (byte, behind) in all {
        if !byte.is_ascii_digit() {
            return None;
        }
        if kept < DIGITS {
            number = number * 10 + u128::from(byte - b'0');
            kept += u32::from(number > 0);
            places += i32::from(behind);
        } else if !behind {
            places -= 1;
        }
    }
    Some((number, places))
}

/// What stands between thousands: a comma, or a space of any kind (exports write no-break ones).
const fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Commas and spaces only between groups of three digits: `1,234,567`, never `1,23`.
fn grouped_by_thousands(front: &str) -> bool {
    let mut groups = front.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    if others.peek().is_none() {
        return true;
    }
    (1..=3).contains(&first.len()) && others.all(|group| group.len() == 3)
}

/// `digits × 10^shift`, rounded half up; `None` when it cannot be held.
fn scaled(digits: u128, shift: i32) -> Option<u128> {
    if digits == 0 {
        return Some(0);
    }
    let Some(power) = 10u128.checked_pow(shift.unsigned_abs()) else {
        return (shift < 0).then_some(0);
    };
    if shift >= 0 {
        return digits.checked_mul(power);
    }
    Some(digits / power + u128::from(digits % power >= power - power / 2))
}
