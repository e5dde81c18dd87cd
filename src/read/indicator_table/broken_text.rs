//! Texts in a table that are no cells of their own: sections, and parts of a name that was broken off.

use super::columns::{Field, recognise};
use super::kind::kind_in;
use super::name;
use crate::plan::squash;

/// The longest word for a level; what is longer is a sentence with such a word in it.
const LONGEST_LEVEL: usize = 9;

/// The longest name of a kind of indicators: 重要業績評価指標（KPI）.
const LONGEST_KIND: usize = 14;

/// Whether a text is the rest of a name that was broken off.
pub(super) fn is_unfinished(name: &str, rest: &str) -> bool {
    if name.is_empty() || names_section(rest) {
        return false;
    }
    let begins_inside = rest.starts_with([
        '）', ')', '」', '』', '、', '，', '・', 'の', 'を', 'に', 'は', 'が', 'と', 'で', 'や',
        'へ', 'も', '率', '数', '者', '量', '額',
    ]);
    has_open_bracket(name) || begins_inside || goes_on_below(name)
}

/// Whether a text is the title of a section by its number or its brackets: `第1章 暮らし`, `基本目標２　産業`, `【防災】`;
/// `【資料4】` and `【KPI】` are none.
pub(in crate::read) fn names_section(text: &str) -> bool {
    let (before, behind) = around_number(text);
    let is_level = before == "第" || recognise(&before) == Field::Section;
    !is_label_of_paper(text)
        && !is_kind(text)
        && (!name::split_number(text).0.is_empty()
            || (is_level && !behind.is_empty())
            || names_level(text)
            || text.starts_with(['【', '《', '■', '◆', '●', '〈', '＜']))
}

/// Whether a text is the title of a section by the name of its level: `第1章 暮らし`, `基本目標２　産業`, `8章 産業`, `目標1 産業`;
/// `第3次計画` is none.
pub(in crate::read) fn names_level(text: &str) -> bool {
    let text = unmarked(text);
    if level_and_title(text).is_some() {
        return true;
    }
    let (before, behind) = around_number(text);
    let follows = behind.trim_start_matches(|c: char| {
        c.is_ascii_digit() || ('①'..='⓿').contains(&c) || "-－―‐.".contains(c)
    });
    let of_chapter = follows.starts_with(['章', '編', '節', '部']);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let stands_apart = text
        .trim_start_matches(is_digit)
        .chars()
        .nth(1)
        .is_some_and(char::is_whitespace);
    let is_parted = follows.is_empty() || text.contains([' ', '\u{3000}', '：', ':', '「']);
    match before.as_str() {
        "" => of_chapter && stands_apart,
        "第" => of_chapter || follows.starts_with("分野"),
        "目標" => is_parted && !behind.is_empty(),
        level => {
            let is_short = level.chars().count() <= LONGEST_LEVEL;
            let digits = behind.chars().take_while(char::is_ascii_digit).count();
            // Behind four digits it is a year: まちづくりの方針2024.
            is_short && digits <= 2 && !behind.is_empty() && recognise(level) == Field::Section
        }
    }
}

/// The level and the title of a line that calls it by its name: `施策名：消防の充実`.
pub(in crate::read) fn level_and_title(text: &str) -> Option<(String, &str)> {
    let (label, title) = text.split_once(['：', ':'])?;
    let level = squash(label);
    let level = level.strip_suffix('名').unwrap_or(&level);
    let is_level =
        recognise(label) == Field::Section && !level.contains(|c: char| c.is_ascii_digit());
    (is_level && !title.trim().is_empty()).then(|| (level.to_owned(), title.trim()))
}

/// A line without the mark in front that only sets it off.
pub(in crate::read) fn unmarked(text: &str) -> &str {
    let marks = ['■', '◆', '●', '◇', '□', '○'];
    text.trim_start_matches(marks).trim_start()
}

/// Whether a text is what the indicators below it are called, set off by brackets or a mark: `【数値目標】`, `■KPI`.
fn is_kind(text: &str) -> bool {
    let is_mark = |c: char| "【】《》〈〉＜＞■◆●◇□○".contains(c);
    let inside = text.trim_matches(is_mark).trim();
    let is_set_off = inside.len() < text.trim().len();
    let words = squash(inside).to_uppercase();
    is_set_off
        && words.chars().count() <= LONGEST_KIND
        && (words == "指標" || kind_in(inside).is_some())
        && name::split_number(inside).0.is_empty()
        && recognise(inside) != Field::Section
}

/// What stands before the first number of a text, and the rest.
fn around_number(text: &str) -> (String, String) {
    let squashed = squash(text);
    let at = squashed.find(is_sign_of_number).unwrap_or(squashed.len());
    (squashed[..at].to_owned(), squashed[at..].to_owned())
}

/// Whether a character is of a number as levels have it: 1, ①, Ⅱ.
fn is_sign_of_number(c: char) -> bool {
    c.is_ascii_digit() || ('①'..='⓿').contains(&c) || ('Ⅰ'..='Ⅻ').contains(&c)
}

/// Whether a text is what a paper is called among those handed out: `【資料4】`, `（別紙1）`.
pub(in crate::read) fn is_label_of_paper(text: &str) -> bool {
    let inside = text.trim_start_matches(['【', '（', '(', '[', '［', '〔']);
    inside.len() < text.len()
        && ["資料", "別紙", "別添", "参考資料", "別表", "様式"]
            .iter()
            .filter_map(|word| inside.strip_prefix(word))
            .any(|rest| {
                let rest = rest.trim_start();
                rest.starts_with(['】', '）', ')', ']', '］', '〕'])
                    || squash(rest).starts_with(|c: char| c.is_ascii_digit())
            })
}

/// Whether a text breaks off: a bracket is open, or it ends with a particle or a verb before its noun.
pub(super) fn goes_on_below(text: &str) -> bool {
    has_open_bracket(text)
        || text.ends_with([
            '、', '，', '・', 'の', 'を', 'に', 'が', 'と', 'や', 'る', 'た', 'い',
        ])
        || ["による", "における", "により", "について"]
            .iter()
            .any(|end| text.ends_with(end))
}

fn has_open_bracket(text: &str) -> bool {
    let count = |brackets: &[char]| text.chars().filter(|c| brackets.contains(c)).count();
    count(&['（', '(', '「', '『', '【']) > count(&['）', ')', '」', '』', '】'])
}

/// What kind of number a section's title begins with, so that its peers are known: `第1章`, `1`, `(1)`, `①`, words.
pub(in crate::read) fn style(title: &str) -> String {
    if let Some((level, _)) = level_and_title(unmarked(title)) {
        return level;
    }
    let text = squash(if names_level(title) {
        unmarked(title)
    } else {
        title
    });
    let before: String = text
        .chars()
        .take_while(|c| !is_sign_of_number(*c))
        .take(5)
        .collect();
    // 1章 and 1節 are of two levels.
    let behind = text[before.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    let level = behind
        .chars()
        .next()
        .filter(|c| ['章', '編', '節', '部'].contains(c));
    let kind = match text.chars().nth(before.chars().count()) {
        Some(c) if c.is_ascii_digit() => {
            return format!("{before}1{}", level.map(String::from).unwrap_or_default());
        }
        Some(_) if before.chars().count() < 5 => "①",
        _ => {
            return text
                .chars()
                .take(1)
                .filter(|c| "【《◆■●<[".contains(*c))
                .collect();
        }
    };
    format!("{before}{kind}")
}
