//! What an initiative consists of: lists of measures (単位施策) and descriptions.

use crate::plan::Detail;

use super::bullet;

/// The details of an initiative's row: each measure that the columns of measures list, and each bullet or description.
#[must_use]
pub fn details<'a>(
    measures: impl Iterator<Item = &'a str>,
    summaries: impl Iterator<Item = &'a str>,
) -> Vec<Detail> {
    let measures = measures.flat_map(list).map(|text| Detail {
        text,
        measure: true,
    });
    let summaries = summaries.flat_map(bullet::items).map(|text| Detail {
        text,
        measure: false,
    });
    measures.chain(summaries).collect()
}

/// The measures that a cell lists, separated by 、 or bullets; a 、 in brackets or quotes separates nothing, nor does
/// one between two changes that share their closing word (施設の複合化、集約化の推進).
#[must_use]
pub fn list(cell: &str) -> Vec<String> {
    if cell.contains('。') {
        return bullet::items(cell);
    }
    let mut measures: Vec<String> = Vec::new();
    for piece in bullet::items(cell)
        .iter()
        .flat_map(|item| split_outside_brackets(item))
    {
        match measures.last_mut() {
            Some(before) if share_closing_word(before, piece) => {
                before.push('、');
                before.push_str(piece);
            }
            _ => measures.push(piece.to_owned()),
        }
    }
    measures
}

fn split_outside_brackets(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (0, 0_i32);
    for (index, character) in text.char_indices() {
        match character {
            '「' | '『' | '（' | '(' | '【' => depth += 1,
            '」' | '』' | '）' | ')' | '】' => depth -= 1,
            '、' if depth <= 0 => {
                pieces.push(&text[start..index]);
                start = index + character.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(&text[start..]);
    pieces
        .into_iter()
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Whether two pieces are one measure: `AのB化` and `C化の推進`.
fn share_closing_word(before: &str, piece: &str) -> bool {
    let change = piece.split('の').next().unwrap_or_default();
    let closes =
        piece.len() > change.len() && change.ends_with('化') && change.chars().count() <= 4;
    closes && before.ends_with('化') && before.contains('の')
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn measures_come_apart_at_commas_outside_brackets() {
        assert_eq!(
            list("「書かない、待たない」窓口の推進、交通DXの推進"),
            ["「書かない、待たない」窓口の推進", "交通DXの推進"]
        );
        assert_eq!(list("・一つ ・二つ"), ["一つ", "二つ"]);
        assert_eq!(list("一文です、はい。"), ["一文です、はい。"]);
    }

    #[test]
    fn two_changes_that_share_their_closing_word_are_one_measure() {
        assert_eq!(
            list("基金の運用、施設の複合化、集約化の推進、寄附"),
            ["基金の運用", "施設の複合化、集約化の推進", "寄附"]
        );
        assert_eq!(
            list("行政事務の効率化、行財政改革の推進"),
            ["行政事務の効率化", "行財政改革の推進"]
        );
    }
}
