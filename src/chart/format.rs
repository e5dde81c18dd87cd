//! Figures as they are shown.

/// From here on a figure is written with a power of ten: nobody counts its digits.
const MANY_DIGITS: f64 = 1e16;

/// More decimals than these are not shown.
const MOST_DECIMALS: u8 = 12;

/// A figure with its thousands set apart and its decimals kept: `150,800`, `2.0`, `−3.5`.
#[must_use]
pub fn number(value: f64, decimals: u8) -> String {
    if value.abs() >= MANY_DIGITS {
        return with_power(value);
    }
    let plain = format!(
        "{:.*}",
        usize::from(decimals.min(MOST_DECIMALS)),
        value.abs()
    );
    let whole = plain.find('.').unwrap_or(plain.len());
    let mut text = String::with_capacity(plain.len() + whole / 3 + 3);
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    for (index, digit) in plain.char_indices() {
        if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `9.90e17`.
fn with_power(value: f64) -> String {
    let power = power_of_ten(value.abs());
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{:.2}e{power}", value.abs() / 10_f64.powi(power))
}

/// A figure with its unit: `150,800千円`, `16.9%`.
#[must_use]
pub fn figure(value: f64, decimals: u8, unit: &str) -> String {
    let mut text = number(value, decimals);
    text.push_str(unit);
    text
}

/// Whether a unit is a percentage, which belongs to its figure and ends at 100.
#[must_use]
pub fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％" | "パーセント")
}

/// The greatest power of ten that a positive figure reaches. Counted, since logarithms may differ between a browser and
/// here, and pictures may not.
#[must_use]
pub fn power_of_ten(figure: f64) -> i32 {
    let mut power = 0;
    while power < 308 && 10_f64.powi(power + 1) <= figure {
        power += 1;
    }
    while power > -308 && 10_f64.powi(power) > figure {
        power -= 1;
    }
    power
}

/// How many decimals a step needs, up to `most`; none when more would be needed.
#[must_use]
pub fn decimals_of(step: f64, most: u8) -> Option<u8> {
    (0..=most).find(|decimals| {
        let scaled = step * 10_f64.powi(i32::from(*decimals));
        scaled >= 0.5 && (scaled - scaled.round()).abs() < 1e-6 * scaled
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_and_decimals_kept() {
        assert_eq!(number(150_800.0, 0), "150,800");
        assert_eq!(number(2.0, 1), "2.0");
        assert_eq!(number(-1234.5, 1), "−1,234.5");
        assert_eq!(number(999.0, 0), "999");
        assert_eq!(number(0.001, 3), "0.001");
    }

    #[test]
    fn what_rounds_to_nothing_has_no_sign_and_what_is_huge_no_thousand_digits() {
        assert_eq!(number(-0.001, 1), "0.0");
        assert_eq!(number(-1.25e300, 0), "−1.25e300");
        assert!(number(5e-324, 255).len() < 20);
    }

    #[test]
    fn powers_of_ten_are_counted() {
        for (figure, power) in [
            (1.0, 0),
            (9.99, 0),
            (1000.0, 3),
            (0.02, -2),
            (1.5e300, 300),
            (0.0, -308),
        ] {
            assert_eq!(power_of_ten(figure), power);
        }
    }

    #[test]
    fn a_step_needs_as_many_decimals_as_it_has() {
        assert_eq!(decimals_of(20.0, 2), Some(0));
        assert_eq!(decimals_of(0.5, 2), Some(1));
        assert_eq!(decimals_of(0.025, 2), None);
        assert_eq!(decimals_of(0.0, 2), None);
    }
}
