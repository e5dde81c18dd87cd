//! Remarks below a table, and the indicators they are about.

use super::draft::Draft;
use crate::plan::squash;

/// Gives each footnote to the indicators whose names carry its mark; gives back those that nobody carries.
pub(super) fn attach(footnotes: Vec<(u32, String)>, drafts: &mut [Draft]) -> Vec<(u32, String)> {
    let names: Vec<String> = drafts.iter().map(|draft| squash(&draft.name)).collect();
    let mut left = Vec::new();
    for (line, text) in footnotes {
        let mark = footnote_mark(&text);
        let is_cited = |name: &str| mark.as_ref().is_some_and(|mark| carries(name, mark));
        let mut cited = false;
        for (draft, _) in drafts
            .iter_mut()
            .zip(&names)
            .filter(|(_, name)| is_cited(name))
        {
            draft.notes.push(text.clone());
            cited = true;
        }
        if !cited {
            left.push((line, text));
        }
    }
    left
}

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
