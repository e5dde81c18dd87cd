//! Texts in a table that are no cells of their own: sections, and parts of a name that was broken off.

use super::columns::{Field, recognise};
use super::name;
use crate::plan::squash;

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

/// Whether a text is the title of a section by its number or its brackets: `第1章 暮らし`, `基本目標２　産業`, `【防災】`.
pub(in crate::read) fn names_section(text: &str) -> bool {
    let before: String = squash(text)
        .chars()
        .take_while(|c| !c.is_ascii_digit() && !('①'..='⓿').contains(c))
        .collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let behind = text.trim_start_matches(is_digit);
    let is_chapter = before.is_empty()
        && behind.starts_with(['章', '編', '節', '部'])
        && behind.chars().nth(1).is_some_and(char::is_whitespace);
    let is_level = before == "第" || recognise(&before) == Field::Section || is_chapter;
    let has_number = before.chars().count() < squash(text).chars().count();
    !name::split_number(text).0.is_empty()
        || (is_level && has_number)
        || text.starts_with(['【', '《', '■', '◆', '●', '〈', '＜'])
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
    let text = squash(title);
    let before: String = text
        .chars()
        .take_while(|c| !c.is_ascii_digit() && !('①'..='⓿').contains(c))
        .take(5)
        .collect();
    let kind = match text.chars().nth(before.chars().count()) {
        Some(c) if c.is_ascii_digit() => "1",
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
