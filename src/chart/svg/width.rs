//! How wide text is, from a table: the same natively and in every browser, without a page to measure on.
//!
//! The figures are the advances of the bold cuts of the fonts the page names (Noto Sans JP, Hiragino, BIZ UDPGothic),
//! rounded up, so that what is laid out by them never overlaps or is cut when a narrower font draws it.

use std::borrow::Cow;

/// The width of a text in em.
#[must_use]
pub fn text_width(text: &str) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    f64::from(thousandths) / 1000.0
}

/// The text, cut with `…` where it would be wider than `em`; empty when not even one character fits.
#[must_use]
pub fn fit(text: &str, em: f64) -> Cow<'_, str> {
    if text_width(text) <= em {
        return Cow::Borrowed(text);
    }
    let room = em - f64::from(advance('…')) / 1000.0;
    let end = fitting(text, room);
    if end == 0 {
        return Cow::Borrowed("");
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// The text in lines of at most `em`, at most `lines` of them; what is left over is cut with `…`.
#[must_use]
pub fn wrap(text: &str, em: f64, lines: usize) -> Vec<Cow<'_, str>> {
    let mut wrapped = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && wrapped.len() < lines {
        let end = if wrapped.len() + 1 == lines {
            0
        } else {
            fitting(rest, em)
        };
        if end == 0 || end == rest.len() {
            wrapped.push(fit(rest, em));
            break;
        }
        wrapped.push(Cow::Borrowed(rest[..end].trim_end()));
        rest = rest[end..].trim_start();
    }
    wrapped
}

/// How many bytes from the start fit into `em`, marks that take no room of their own kept with their base.
fn fitting(text: &str, em: f64) -> usize {
    let mut room = em * 1000.0;
    for (index, character) in text.char_indices() {
        room -= f64::from(advance(character));
        if room < 0.0 {
            return index;
        }
    }
    text.len()
}

/// The advance of a character in thousandths of an em.
fn advance(character: char) -> u32 {
    match character {
        '0'..='9' => 600,
        ',' | '.' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' => 370,
        ' ' => 300,
        '(' | ')' | '[' | ']' | '{' | '}' | '-' | '/' | '\\' | 'f' | 'r' | 't' => 440,
        '%' | '@' | 'M' | 'W' | 'm' | 'w' => 970,
        'A'..='Z' | '&' => 770,
        '\u{20}'..='\u{7e}' => 650,
        // Marks over other characters, variation selectors, joiners and signs of direction.
        '\u{300}'..='\u{36f}'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => 0,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => 0,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        // Half-width katakana.
        '\u{ff61}'..='\u{ff9f}' => 520,
        '\u{a0}'..='\u{24f}' => 770,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_is_one_em_and_half_width_a_little_over_half() {
        assert!((text_width("指標名") - 3.0).abs() < 1e-9);
        assert!((text_width("150") - 1.8).abs() < 1e-9);
        assert!(text_width("10%") > text_width("10件") - 0.1);
    }

    #[test]
    fn a_text_that_fits_stays_and_a_longer_one_is_cut_with_an_ellipsis() {
        assert_eq!(fit("基準値", 3.0), "基準値");
        assert_eq!(fit("基準値なし", 4.0), "基準値…");
        assert_eq!(fit("基準値なし", 1.5), "");
        assert!(text_width(&fit("123,456,789件", 4.0)) <= 4.0);
    }

    #[test]
    fn lines_break_where_they_are_full_and_the_last_one_is_cut() {
        assert_eq!(wrap("実施準備", 2.0, 3), ["実施", "準備"]);
        assert_eq!(wrap("実施準備の検討", 2.0, 2), ["実施", "準…"]);
        assert!(wrap("", 2.0, 2).is_empty());
    }
}
