//! Figures as people read them.

use crate::judge::tenths_of_percent;

/// A figure with its decimals and thousands set apart: `150,800`, `−3.5`.
#[must_use]
pub fn number(value: f64, decimals: u8) -> String {
    let plain = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 4);
    if value < 0.0 && plain.contains(|digit| ('1'..='9').contains(&digit)) {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// The fewest decimals between these that lose nothing of a figure; the most where it has still more.
#[must_use]
pub fn decimals_of(value: f64, least: u8, most: u8) -> u8 {
    let is_whole = |decimals: &u8| {
        let shifted = value * 10_f64.powi(i32::from(*decimals));
        (shifted - shifted.round()).abs() <= 1e-9 * shifted.abs().max(1.0)
    };
    (least..most).find(is_whole).unwrap_or(most)
}

/// A figure with its unit: `16.9%`, `150,800千円`.
#[must_use]
pub fn with_unit(value: f64, decimals: u8, unit: &str) -> String {
    let mut text = number(value, decimals);
    text.push_str(unit);
    text
}

/// A figure inside a sentence: money in 億 and 万, anything else as [`with_unit`]. 70,709 千円 is `7,071万円`.
#[must_use]
pub fn in_words(value: f64, decimals: u8, unit: &str) -> String {
    let scale = match unit {
        "円" => 1.0,
        "千円" => 1e3,
        "万円" => 1e4,
        "百万円" => 1e6,
        "億円" => 1e8,
        _ => return with_unit(value, decimals, unit),
    };
    let ten_thousands = (value.abs() * scale / 1e4).round();
    if !(10.0..1e12).contains(&ten_thousands) {
        return with_unit(value, decimals, unit);
    }
    let (large, small) = ((ten_thousands / 1e4).floor(), ten_thousands % 1e4);
    let mut text = String::new();
    if value < 0.0 {
        text.push('−');
    }
    if large >= 1.0 {
        text.push_str(&number(large, 0));
        text.push('億');
    }
    if small >= 1.0 {
        text.push_str(&number(small, 0));
        text.push('万');
    }
    text.push('円');
    text
}

/// A fraction as a percentage, with one decimal where it is not whole: `23.5%`, `20%`.
#[must_use]
pub fn percent(fraction: f64) -> String {
    let tenths = tenths_of_percent(fraction);
    let decimals = u8::from(tenths % 10.0 != 0.0);
    with_unit(tenths / 10.0, decimals, "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_and_decimals_kept() {
        assert_eq!(number(150_800.0, 0), "150,800");
        assert_eq!(number(999.0, 0), "999");
        assert_eq!(number(-1234.5, 1), "−1,234.5");
        assert_eq!(number(2.0, 1), "2.0");
        assert_eq!(number(-0.001, 1), "0.0");
    }

    #[test]
    fn money_is_said_in_oku_and_man() {
        assert_eq!(in_words(70_709.0, 0, "千円"), "7,071万円");
        assert_eq!(in_words(411_519.0, 0, "千円"), "4億1,152万円");
        assert_eq!(in_words(480_000_000.0, 0, "円"), "4億8,000万円");
        assert_eq!(in_words(3.0, 0, "億円"), "3億円");
        assert_eq!(in_words(5_000.0, 0, "円"), "5,000円");
        assert_eq!(in_words(-77_826.0, 0, "千円"), "−7,783万円");
    }

    #[test]
    fn a_figure_in_another_scale_keeps_what_it_needs() {
        assert_eq!(decimals_of(4.8, 0, 4), 1);
        assert_eq!(decimals_of(71.1728, 0, 4), 4);
        assert_eq!(decimals_of(14.3, 1, 5), 1);
        assert_eq!(decimals_of(5.0, 0, 4), 0);
        assert_eq!(decimals_of(1.0 / 3.0, 0, 2), 2);
    }

    #[test]
    fn other_units_follow_their_figure() {
        assert_eq!(in_words(16.9, 1, "%"), "16.9%");
        assert_eq!(in_words(66.0, 0, "万件"), "66万件");
    }

    #[test]
    fn a_percentage_has_one_decimal_only_where_it_says_something() {
        assert_eq!(percent(0.235), "23.5%");
        assert_eq!(percent(0.2), "20%");
        assert_eq!(percent(-0.051), "−5.1%");
    }
}
