//! A text without the years in it.

use crate::plan::{Period, parse_period, squash};

/// The squashed text without the years in it, and without the brackets and 年度, 末, 時点 that go with them.
pub(in crate::read) fn without_years(text: &str) -> String {
    let characters: Vec<char> = squash(text).chars().collect();
    let mut rest = String::new();
    let mut index = 0;
    while index < characters.len() {
        match year_length(
            &characters[index..],
            index.checked_sub(1).map(|before| characters[before]),
        ) {
            0 => {
                rest.push(characters[index]);
                index += 1;
            }
            length => index += length,
        }
    }
    for empty in ["()", "[]", "【】", "〔〕", "<>", "〈〉", "「」"] {
        rest = rest.replace(empty, "");
    }
    rest
}

/// The different years that a text names, in its order.
pub(in crate::read) fn years_in(text: &str) -> Vec<Period> {
    let characters: Vec<char> = squash(text).chars().collect();
    let mut years: Vec<Period> = Vec::new();
    let mut index = 0;
    while index < characters.len() {
        let before = index.checked_sub(1).map(|before| characters[before]);
        let length = year_length(&characters[index..], before);
        let year: String = characters[index..index + length].iter().collect();
        let period = parse_period(&year);
        let is_known = years.iter().any(|known| known.year() == period.year());
        if length > 0 && period != Period::Unknown && !is_known {
            years.push(period);
        }
        index += length.max(1);
    }
    years
}

/// How many characters at the start are a year with what belongs to it (`令和7年3月末時点` whole); 0 when none is.
fn year_length(rest: &[char], before: Option<char>) -> usize {
    let digits_from = |start: usize| {
        rest[start.min(rest.len())..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count()
    };
    let era = era_length(rest, before);
    let number = if rest.get(era) == Some(&'元') {
        1
    } else {
        digits_from(era)
    };
    let inside_word = before.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_year = match era {
        0 => number == 4 && matches!(rest.first(), Some('1' | '2')) && !inside_word,
        _ => (1..=2).contains(&number),
    };
    if !is_year {
        return 0;
    }
    let mut length = era + number;
    length += date_length(&rest[length..], era > 0);
    loop {
        let tail: String = rest[length..].iter().take(3).collect();
        let word = ["年度", "年", "度末", "末", "時点", "現在", "月", "日", "中"]
            .iter()
            .find(|word| tail.starts_with(**word));
        if let Some(word) = word {
            length += word.chars().count();
        } else {
            let digits = digits_from(length);
            let after: String = rest[length + digits..].iter().take(1).collect();
            if (1..=2).contains(&digits) && ["月", "日"].contains(&after.as_str()) {
                length += digits;
            } else {
                return length;
            }
        }
    }
}

/// How many characters at the start are an era before its year: `令和`, `R`, `H.`; 0 when none is.
fn era_length(rest: &[char], before: Option<char>) -> usize {
    let inside_word = before.is_some_and(|c| c.is_ascii_alphanumeric());
    match rest {
        ['令', '和', ..] | ['平', '成', ..] | ['昭', '和', ..] => 2,
        ['令' | '平' | '昭', next, ..]
            if (next.is_ascii_digit() || *next == '元')
                && before.is_none_or(|c| !c.is_alphanumeric()) =>
        {
            1
        }
        [letter, '.', next, ..]
            if "RHSrhs".contains(*letter) && next.is_ascii_digit() && !inside_word =>
        {
            2
        }
        [letter, next, ..]
            if "RHSrhs".contains(*letter)
                && (next.is_ascii_digit() || *next == '元')
                && !inside_word =>
        {
            1
        }
        _ => 0,
    }
}

/// How many characters behind a year are the month, and perhaps the day, of a date: `.3.31`, `/4/1`, and `.3` behind an era.
fn date_length(rest: &[char], has_era: bool) -> usize {
    let Some(sign) = rest.first().filter(|sign| "./-".contains(**sign)) else {
        return 0;
    };
    let number = |from: usize| {
        let behind = rest.get(from..).unwrap_or_default();
        let digits = behind.iter().take_while(|c| c.is_ascii_digit()).count();
        (1..=2).contains(&digits).then_some(digits)
    };
    let Some(month) = number(1) else { return 0 };
    let ends_in_word = matches!(rest.get(1 + month), Some('末' | '月'));
    match number(month + 2).filter(|_| rest.get(1 + month) == Some(sign)) {
        Some(day) => month + day + 2,
        None if (has_era && *sign != '-') || ends_in_word => month + 1,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_a_text_are_told_apart() {
        let years = |text: &str| years_in(text).iter().filter_map(|it| it.year()).collect();
        let of_two: Vec<i32> = years("令和2年度は22人で令和3年度は25人");
        assert_eq!(of_two, [2020, 2021]);
        let of_one: Vec<i32> = years("550人（令和8（2026）年度）");
        assert_eq!(of_one, [2026]);
    }

    #[test]
    fn what_stands_around_a_year_is_left() {
        assert_eq!(without_years("令和2年度 (実績)"), "(実績)");
        assert_eq!(without_years("2024年度 基準値"), "基準値");
        assert_eq!(without_years("目標値\n(R11)"), "目標値");
        assert_eq!(without_years("KR5号"), "KR5号");
        assert_eq!(without_years("R6.3.31現在の値"), "の値");
        assert_eq!(without_years("R5.3月末"), "");
        assert_eq!(without_years("令5"), "");
        assert_eq!(without_years("法令5条"), "法令5条");
        assert_eq!(without_years("2024.3"), ".3");
    }
}
