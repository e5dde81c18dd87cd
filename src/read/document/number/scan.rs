//! Finding a heading's number at the start of a text, one way of writing after the other.

use super::Style;

/// The words of the hierarchy that follow 第N, from the top down.
pub(super) const AFTER_ORDINAL: [&str; 6] = ["編", "部", "章", "節", "項", "款"];

/// The words of the hierarchy that a number follows.
const BEFORE_NUMBER: &str = "\
    基本目標 政策目標 施策目標 重点目標 戦略目標 行動目標 推進目標 個別目標 環境目標 まちづくりの目標 まちづくり目標 \
    基本方針 重点方針 取組方針 推進方針 改革方針 まちづくりの方針 基本政策 基本施策 個別施策 単位施策 主要施策 重点施策 推進施策 \
    推進項目 重点項目 基本項目 取組項目 改革項目 重点事項 政策 施策 分野 政策分野 施策分野 重点分野 \
    基本戦略 重点戦略 個別戦略 戦略 柱 政策の柱 施策の柱 改革の柱 取組の柱 推進の柱 まちづくりの柱 \
    施策の方向 施策の方向性 取組の方向 取組の方向性 基本的方向 推進の方向 主要課題 重点課題 基本課題 \
    基本理念 基本的視点 改革の視点 基本事業 重点プロジェクト 戦略プロジェクト リーディングプロジェクト プロジェクト 重点テーマ";

/// Words that a number follows at once where they are a level: 目標１ 環境, but 目標 10人.
pub(super) const TOUCHING: &str = "目標 方針 視点 テーマ 大綱 アクション";

/// The style, the value and the length in characters.
type Found = Option<(Style, u32, usize)>;

/// The number that half-width text begins with.
pub(super) fn number(text: &[char]) -> Found {
    let styles = [
        sign,
        bracketed,
        bracketed_kana,
        ordinal,
        worded,
        roman,
        digits,
        kana,
    ];
    styles.iter().find_map(|read| read(text))
}

fn sign(text: &[char]) -> Found {
    let code = u32::from(*text.first()?);
    let (style, value) = match code {
        0x2460..=0x2473 => (Style::Circled, code - 0x245F),
        0x3251..=0x325F => (Style::Circled, code - 0x3251 + 21),
        0x2776..=0x277F => (Style::Circled, code - 0x2775),
        0x2474..=0x2487 => (Style::Bracketed, code - 0x2473),
        _ => return None,
    };
    Some((style, value, 1))
}

fn bracketed(text: &[char]) -> Found {
    let open = usize::from(text.first() == Some(&'('));
    let (value, length) = number_at(text, open)?;
    let close = open + length;
    if text.get(close) != Some(&')') {
        return None;
    }
    let style = if open == 1 {
        Style::Bracketed
    } else {
        Style::Closed
    };
    Some((style, value, close + 1))
}

fn ordinal(text: &[char]) -> Found {
    if text.first() != Some(&'第') {
        return None;
    }
    let start = skip_spaces(text, 1);
    let (value, length) = number_at(text, start).or_else(|| kanji_number_at(text, start))?;
    let after = skip_spaces(text, start + length);
    let word = AFTER_ORDINAL
        .iter()
        .find(|word| starts_with(text, after, word))?;
    Some((Style::Word((*word).to_owned()), value, after + 1))
}

fn worded(text: &[char]) -> Found {
    let level = |word: &&str| {
        starts_with(text, 0, word) && starts_number(text, skip_spaces(text, word.chars().count()))
    };
    let touching =
        |word: &&str| starts_with(text, 0, word) && starts_number(text, word.chars().count());
    let mut levels = BEFORE_NUMBER.split_whitespace();
    let word = levels
        .find(level)
        .or_else(|| TOUCHING.split_whitespace().find(touching))?;
    let start = skip_spaces(text, word.chars().count());
    let (value, numbers, end) = chain_at(text, start).or_else(|| {
        let (_, value, length) = sign(&text[start..]).or_else(|| roman(&text[start..]))?;
        Some((value, 1, start + length))
    })?;
    let closed = text
        .get(end)
        .is_none_or(|&c| is_after_number(c) || is_opening(c));
    let level = if numbers > 1 {
        format!("{word}{}", "-".repeat(numbers - 1))
    } else {
        word.to_owned()
    };
    closed.then_some((Style::Word(level), value, end))
}

/// Whether a digit, a circled or a Roman number stands there.
fn starts_number(text: &[char], at: usize) -> bool {
    text.get(at).is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(u32::from(*c), 0x2460..=0x2473 | 0x2776..=0x277F | 0x2160..=0x216B)
            || matches!(c, 'I' | 'V' | 'X')
    })
}

fn roman(text: &[char]) -> Found {
    let first = *text.first()?;
    if let 0x2160..=0x216B = u32::from(first) {
        return Some((Style::Roman, u32::from(first) - 0x215F, 1));
    }
    let letters: String = text
        .iter()
        .take_while(|c| matches!(c, 'I' | 'V' | 'X'))
        .collect();
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let value = numerals.iter().position(|numeral| *numeral == letters)? + 1;
    let closed = text.get(letters.len()).is_none_or(|&c| is_after_number(c));
    closed.then_some((Style::Roman, u32::try_from(value).ok()?, letters.len()))
}

fn digits(text: &[char]) -> Found {
    let (value, numbers, end) = chain_at(text, 0)?;
    let closed = text.get(end).is_none_or(|&c| is_after_number(c));
    let style = if numbers > 1 {
        Style::Chain(numbers)
    } else {
        Style::Digit
    };
    closed.then_some((style, value, end))
}

/// The place of a letter in アイウ, from 1.
fn kana_at(text: &[char], at: usize) -> Option<u32> {
    const ORDER: &str = "アイウエオカキクケコサシスセソタチツテト";
    let place = ORDER
        .chars()
        .position(|known| Some(&known) == text.get(at))?;
    u32::try_from(place + 1).ok()
}

/// （ア）
fn bracketed_kana(text: &[char]) -> Found {
    let value = kana_at(text, 1).filter(|_| text.first() == Some(&'('))?;
    (text.get(2) == Some(&')')).then_some((Style::BracketedKana, value, 3))
}

fn kana(text: &[char]) -> Found {
    let value = kana_at(text, 0)?;
    let closed = text.get(1).is_some_and(|&c| is_after_number(c) || c == ')');
    closed.then_some((Style::Kana, value, 1))
}

/// Numbers joined by hyphens or points: the last number, how many there are, and the index behind them.
fn chain_at(text: &[char], start: usize) -> Option<(u32, usize, usize)> {
    let (mut value, length) = number_at(text, start)?;
    let (mut numbers, mut end) = (1, start + length);
    while matches!(text.get(end), Some('-' | '.' | '－' | '―')) {
        let Some((next, length)) = number_at(text, end + 1) else {
            break;
        };
        (value, numbers, end) = (next, numbers + 1, end + 1 + length);
    }
    Some((value, numbers, end))
}

/// One or two digits, from 1 on, and their length.
fn number_at(text: &[char], start: usize) -> Option<(u32, usize)> {
    let digits: String = text
        .get(start..)?
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    let value = digits.parse().ok()?;
    (digits.len() <= 2 && value > 0).then_some((value, digits.len()))
}

/// 一 to 十九, and their length.
fn kanji_number_at(text: &[char], start: usize) -> Option<(u32, usize)> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |index: usize| {
        let value = DIGITS
            .chars()
            .position(|known| Some(&known) == text.get(index))?;
        u32::try_from(value + 1).ok()
    };
    if text.get(start) == Some(&'十') {
        return Some(digit(start + 1).map_or((10, 1), |ones| (10 + ones, 2)));
    }
    digit(start).map(|value| (value, 1))
}

fn starts_with(text: &[char], start: usize, word: &str) -> bool {
    word.chars()
        .enumerate()
        .all(|(offset, c)| text.get(start + offset) == Some(&c))
}

fn skip_spaces(text: &[char], start: usize) -> usize {
    start
        + text
            .iter()
            .skip(start)
            .take_while(|c| c.is_whitespace())
            .count()
}

/// What may stand between a heading's number and its title.
pub(super) fn is_after_number(character: char) -> bool {
    character.is_whitespace() || matches!(character, '.' | '．' | '、' | ':' | '：')
}

fn is_opening(character: char) -> bool {
    matches!(character, '「' | '【' | '『' | '〈' | '《')
}
