//! The number in front of a name.

use super::columns::{Field, recognise};
use crate::plan::fold_width;

/// What makes a number that a space parts from the rest belong to the name all the same: `1 人当たり`, `65 歳以上`.
const COUNTED: &[&str] = &[
    "人当",
    "人あた",
    "人1",
    "日当",
    "日あた",
    "世帯当",
    "世帯あた",
    "歳",
    "年間",
    "年後",
    "年以",
    "か月",
    "カ月",
    "ヶ月",
    "回以",
    "人以",
    "日以",
    "%",
    "割",
    "次産",
    "つ",
    "㎡",
    "km",
    "ha",
    "R",
    "DX",
];

/// Counters that make a number without a space part of the name: `1-2歳児`.
const COUNTERS: &[char] = &[
    '人', '日', '年', '歳', '月', '回', '週', '件', '世', '割', '次', '級', '番', '号', '期', '時',
    '分', '点',
];

/// Whether a cell is a number of the list and nothing else: `1`, `①`, `(2)`, `1-2-3`, `No.4`, `ア`.
pub(in crate::read) fn is_number(cell: &str) -> bool {
    let text = fold_width(cell.trim());
    let inner = text.strip_prefix("No.").unwrap_or(&text).trim();
    let inner = inner.trim_matches([
        '(', ')', '[', ']', '.', '．', '、', '<', '>', '【', '】', ' ', '第',
    ]);
    let characters = inner.chars().count();
    let digits = inner
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '_' | '―' | '‐' | '－'));
    let whole = digits && characters <= 8 && inner.starts_with(|c: char| c.is_ascii_digit());
    let letter_and_digits = inner.starts_with(|c: char| c.is_ascii_uppercase())
        && characters <= 6
        && inner
            .chars()
            .skip(1)
            .all(|c| c.is_ascii_digit() || c == '-');
    whole
        || (characters == 1 && inner.chars().all(is_symbol))
        || (characters > 0 && letter_and_digits)
}

/// Circled and Roman numerals and the letters of a list.
fn is_symbol(character: char) -> bool {
    matches!(character, '①'..='⓿' | '㊀'..='㊉' | '㉑'..='㊿' | '❶'..='➓' | 'Ⅰ'..='ⅿ' | 'ア'..='オ' | 'カ' | 'キ' | 'ク' | 'ケ' | 'コ')
}

/// A name taken apart into the number in front of it and the rest: `① 自治会数` is (`①`, `自治会数`). The number is
/// empty when there is none; `1人当たり…` and `3歳児…` have none.
pub(in crate::read) fn split_number(name: &str) -> (&str, &str) {
    let name = name.trim();
    let Some(first) = name.chars().next() else {
        return ("", name);
    };
    let end = match first {
        '①'..='⓿' | '㉑'..='㊿' | '❶'..='➓' => first.len_utf8(),
        '(' | '（' | '[' | '［' | '【' | '<' | '＜' => match bracketed_number(name) {
            Some(end) => end,
            None => return ("", name),
        },
        _ => match plain_number(name) {
            Some(end) => end,
            None => return ("", name),
        },
    };
    let rest = name[end..].trim_start_matches([' ', '\u{3000}', '.', '．', '、', ':', '：', '\t']);
    if rest.is_empty() {
        ("", name)
    } else {
        (&name[..end], rest)
    }
}

/// The name behind a word for indicators and its number: `指標1 利用者数`, `数値目標① 婚姻率`. None where a line is not so.
pub(in crate::read) fn behind_label(line: &str) -> Option<&str> {
    let (label, name) = line.trim().split_once([' ', '\u{3000}', '：', ':'])?;
    let word = label.trim_end_matches(|c: char| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || is_symbol(c)
    });
    let is_label = word.len() < label.len() && recognise(word) == Field::Name;
    Some(name.trim()).filter(|name| is_label && !name.is_empty())
}

/// The length of `(1)` and the like at the start.
fn bracketed_number(name: &str) -> Option<usize> {
    let close = name.find([')', '）', ']', '］', '】', '>', '＞'])?;
    let close_length = name[close..].chars().next().map_or(0, char::len_utf8);
    let inside: String = fold_width(&name[..close]).chars().skip(1).collect();
    (inside.chars().count() <= 6 && is_number(&inside)).then_some(close + close_length)
}

/// The length of `1`, `１．`, `1-2-3`, `KPI3`, `No.4` or `ア` at the start, where a space or point ends it and what
/// follows is no counter; a number of several parts needs no space.
fn plain_number(name: &str) -> Option<usize> {
    let prefix = ["No.", "Ｎｏ．", "№", "KPI", "KGI"]
        .iter()
        .find(|prefix| name.starts_with(**prefix))
        .map_or(0, |prefix| prefix.len());
    let mut end = prefix;
    let mut parts = 1;
    for (offset, character) in name[prefix..].char_indices() {
        let folded = fold_width(character.encode_utf8(&mut [0; 4]));
        let folded = folded.chars().next().unwrap_or(character);
        let joins = matches!(folded, '-' | '‐' | '－' | '―')
            || (folded == '.' && followed_by_digit(&name[prefix + offset..]));
        let begins_with_letter =
            offset == 0 && (folded.is_ascii_uppercase() || is_symbol(character)) && prefix == 0;
        if folded.is_ascii_digit() || begins_with_letter {
            end = prefix + offset + character.len_utf8();
        } else if joins && end > prefix {
            parts += 1;
        } else {
            break;
        }
    }
    let number = &name[..end];
    let rest = &name[end..];
    let after = rest.chars().next()?;
    let next = rest
        .trim_start_matches([' ', '\u{3000}', '.', '．', '、', ':', '：', ')', '）'])
        .chars()
        .next()?;
    let has_digit = number.chars().any(|c| {
        fold_width(c.encode_utf8(&mut [0; 4]))
            .chars()
            .all(|c| c.is_ascii_digit())
    });
    let is_list = (has_digit || (number.chars().count() == 1 && number.chars().all(is_symbol)))
        && end > prefix;
    let bracket = if after == ')' || after == '）' {
        after.len_utf8()
    } else {
        0
    };
    let stands_alone = match after {
        after if after.is_whitespace() => !COUNTED
            .iter()
            .any(|word| rest.trim_start().starts_with(word)),
        '.' | '．' | '、' | ':' | '：' | ')' | '）' => true,
        after => {
            parts > 1 && after.is_alphabetic() && !after.is_ascii() && !COUNTERS.contains(&after)
        }
    };
    (is_list && stands_alone && !next.is_ascii_digit()).then_some(end + bracket)
}

fn followed_by_digit(text: &str) -> bool {
    text.chars()
        .nth(1)
        .is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_in_front_of_a_name_is_taken_off() {
        for (written, number, name) in [
            ("① 自治会の加入世帯数", "①", "自治会の加入世帯数"),
            ("1 地域活動の参加者数", "1", "地域活動の参加者数"),
            ("(1) 健診の受診率", "(1)", "健診の受診率"),
            ("（２）健診の受診率", "（２）", "健診の受診率"),
            ("1-2-3 図書館の貸出冊数", "1-2-3", "図書館の貸出冊数"),
            ("1-2図書館の貸出冊数", "1-2", "図書館の貸出冊数"),
            ("３．公園の面積", "３", "公園の面積"),
            ("KPI2 移住者数", "KPI2", "移住者数"),
            ("ア 講座の数", "ア", "講座の数"),
            ("A-1 講座の数", "A-1", "講座の数"),
            ("1) 講座の数", "1)", "講座の数"),
            ("1 人口の社会増減", "1", "人口の社会増減"),
            ("2 町民の満足度", "2", "町民の満足度"),
        ] {
            assert_eq!(split_number(written), (number, name), "{written}");
        }
    }

    #[test]
    fn a_number_that_belongs_to_the_name_stays() {
        for written in [
            "1人当たりの市民所得",
            "1 人当たりのごみ排出量",
            "3歳児健診の受診率",
            "65歳以上の就業率",
            "令和11年度（2029年度）の人口41,000人",
            "SNS等により町の魅力をPRした回数",
            "2029年度の人口",
            "10年後の人口",
            "DX推進による職員数",
            "（仮称）交流館の利用者数",
            "R6の参加者数",
            "5G基地局数",
            "①",
            "アンケートの回収率",
        ] {
            assert_eq!(split_number(written), ("", written), "{written}");
        }
    }
}
