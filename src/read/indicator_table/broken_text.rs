//! Texts in a table that are no cells of their own: remarks, sections, and parts of a name that was broken off.

use super::columns::{Field, recognise};
use super::name;
use crate::plan::squash;

/// Whether a line below a table is a remark about it.
pub(in crate::read) fn is_remark(text: &str) -> bool {
    let text = squash(text);
    [
        "※", "*", "注", "(注", "出典", "資料:", "備考", "〔注", "【注",
    ]
    .iter()
    .any(|mark| text.starts_with(mark))
}

/// The mark of a footnote, `※1`; none when it has none of its own.
pub(in crate::read) fn footnote_mark(footnote: &str) -> Option<String> {
    let mut characters = footnote
        .chars()
        .filter(|character| !character.is_whitespace())
        .take(8)
        .map(fold);
    let sign = characters
        .next()
        .filter(|sign| matches!(sign, '※' | '*' | '注'))?;
    let digits: String = characters.take_while(char::is_ascii_digit).collect();
    (!digits.is_empty()).then(|| format!("{sign}{digits}"))
}

/// Whether a squashed name carries a mark: `耐震化率※1` carries `※1`, and `耐震化率※10` does not.
pub(in crate::read) fn carries(name: &str, mark: &str) -> bool {
    let ends = |at: usize| !name[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit());
    name.match_indices(mark).any(|(at, _)| ends(at))
}

fn fold(character: char) -> char {
    match character {
        '０'..='９' | '＊' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    }
}

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
pub(super) fn names_section(text: &str) -> bool {
    let before: String = squash(text)
        .chars()
        .take_while(|c| !c.is_ascii_digit() && !('①'..='⓿').contains(c))
        .collect();
    let is_level = before == "第" || recognise(&before) == Field::Section;
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
pub(super) fn style(title: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footnote_goes_to_the_names_that_carry_its_mark() {
        assert_eq!(footnote_mark("※ １ 住宅の耐震化率").as_deref(), Some("※1"));
        assert_eq!(footnote_mark("※ 住宅の耐震化率"), None);
        assert!(carries("耐震化率※1", "※1"));
        assert!(!carries("耐震化率※10", "※1"));
    }
}
