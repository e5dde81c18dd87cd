//! Bullets, at the start of a line and inside a cell.

/// The signs that open a bullet.
fn is_bullet(character: char) -> bool {
    matches!(
        character,
        '-' | '・'
            | '･'
            | '•'
            | '‧'
            | '▽'
            | '▼'
            | '△'
            | '▲'
            | '○'
            | '〇'
            | '◯'
            | '●'
            | '◎'
            | '◇'
            | '◆'
            | '□'
            | '■'
            | '☆'
            | '★'
            | '➢'
            | '➤'
            | '►'
            | '✓'
            | '*'
            | '–'
            | '‣'
            | '∙'
    )
}

/// The text behind a line's bullet or bullets (`- ・A` is `A`); none when it has none. A sign directly before a
/// figure (`-5`, `△3`, `▲2`) is no bullet but a minus.
#[must_use]
pub fn strip(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    let mut found = false;
    while let Some(first) = rest.chars().next().filter(|&c| is_bullet(c)) {
        let behind = &rest[first.len_utf8()..];
        let minus = matches!(first, '-' | '△' | '▲' | '–');
        if behind.starts_with(|c: char| minus && c.is_ascii_digit()) || behind.is_empty() {
            break;
        }
        rest = behind.trim_start();
        found = true;
    }
    (found && !rest.is_empty()).then_some(rest)
}

/// The items of a cell: split where a bullet follows a space or stands at the start. Text before the first bullet is
/// an item of its own; a cell without bullets is one item; an empty cell has none.
#[must_use]
pub fn items(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut spaced = true;
    for (index, character) in cell.char_indices() {
        if spaced && is_bullet(character) && strip(&cell[index..]).is_some() {
            push(&mut items, &item);
            item.clear();
        } else {
            item.push(character);
        }
        spaced = character.is_whitespace();
    }
    push(&mut items, &item);
    items
}

/// The cell with each bullet and 【heading】 on a line of its own, as it stood before the cell was flattened.
#[must_use]
pub fn unfolded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut spaced = false;
    for (index, character) in cell.trim().char_indices() {
        let begins =
            character == '【' || (is_bullet(character) && strip(&cell.trim()[index..]).is_some());
        if spaced && begins {
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
        if !(spaced && character.is_whitespace()) {
            text.push(character);
        }
        spaced = character.is_whitespace();
    }
    text
}

fn push(items: &mut Vec<String>, item: &str) {
    let item = item.split_whitespace().collect::<Vec<_>>().join(" ");
    if !item.is_empty() {
        items.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bullet_is_taken_off_and_a_minus_is_not() {
        assert_eq!(strip("- ・町の広報"), Some("町の広報"));
        assert_eq!(strip("▽町民が"), Some("町民が"));
        for text in ["-5", "△3.5", "―", "-", "町・村", ""] {
            assert_eq!(strip(text), None, "{text}");
        }
    }

    #[test]
    fn a_cell_splits_at_its_bullets_and_not_inside_words() {
        assert_eq!(
            items("・高齢者・障害者 ・ 会議の公開"),
            ["高齢者・障害者", "会議の公開"]
        );
        assert_eq!(items("次のとおり ・一 ・二"), ["次のとおり", "一", "二"]);
        assert_eq!(items("一つだけ"), ["一つだけ"]);
        assert!(items(" ").is_empty());
    }

    #[test]
    fn a_flattened_cell_gets_its_lines_back() {
        assert_eq!(
            unfolded("○ 広報 ・ 年2回 ・3/1 △3"),
            "○ 広報\n・ 年2回\n・3/1 △3"
        );
    }
}
