//! Text as it comes out of documents: width, spaces, soft wraps.

/// Full-width letters, digits, signs and spaces as their half-width twins; nothing else changes.
/// (Not NFKC: that would turn ① into 1 and ㎡ into m2, which are different things in a plan.)
#[must_use]
pub fn fold_width(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One character of [`fold_width`].
pub(super) fn fold_char(character: char) -> char {
    match character {
        '\u{3000}' | '\u{00a0}' => ' ',
        // U+FF01 to U+FF5E are U+0021 to U+007E at full width; the wave dash keeps its own meaning (a range).
        '！'..='｝' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '−' => '-',
        other => other,
    }
}

/// The text without any white space, half-width: the form in which headings and labels are compared.
#[must_use]
pub fn squash(text: &str) -> String {
    text.chars()
        .map(fold_char)
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// The text with the spaces between two Japanese characters taken out: what a soft wrap in a PDF leaves
/// (`関連する 個別計画`). Spaces beside Latin letters and digits stay.
#[must_use]
pub fn join_soft_wraps(text: &str) -> String {
    let characters: Vec<char> = text.trim().chars().collect();
    let mut joined = String::with_capacity(text.len());
    let mut index = 0;
    while index < characters.len() {
        let character = characters[index];
        if !character.is_whitespace() {
            joined.push(character);
            index += 1;
            continue;
        }
        let next = characters[index..]
            .iter()
            .position(|c| !c.is_whitespace())
            .map(|offset| index + offset);
        if let (Some(before), Some(next)) = (joined.chars().last(), next) {
            if !(is_japanese(before) && is_japanese(characters[next])) {
                joined.push(' ');
            }
            index = next;
        } else {
            break;
        }
    }
    joined
}

fn is_japanese(character: char) -> bool {
    matches!(character,
        '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '（' | '）' | '，' | '．' | '／')
}

/// The form in which names are searched: half-width letters, full-width kana, lower case, hiragana as katakana, no
/// spaces; so that `ふるさと`, `フルサト` and `ﾌﾙｻﾄ` find each other.
#[must_use]
pub fn fold_search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text
        .chars()
        .map(fold_char)
        .filter(|character| !character.is_whitespace())
    {
        match katakana(character) {
            mark @ ('゛' | '゜') => match folded.pop().map(|base| (base, voiced(base, mark))) {
                Some((_, Some(joined))) => folded.push(joined),
                Some((base, None)) => folded.extend([base, mark]),
                None => folded.push(mark),
            },
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

/// Hiragana and half-width kana as katakana, marks of voicing in their one form.
fn katakana(character: char) -> char {
    // U+FF61 to U+FF9F in order.
    const HALF_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    match character {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => {
            char::from_u32(u32::from(character) + 0x60).unwrap_or(character)
        }
        '｡'..='ﾟ' => {
            let place = u32::from(character) - u32::from('｡');
            HALF_WIDTH.chars().nth(place as usize).unwrap_or(character)
        }
        '\u{3099}' => '゛',
        '\u{309a}' => '゜',
        other => other,
    }
}

/// A katakana with its mark of voicing: カ and ゛ are ガ. None when the two do not join.
fn voiced(base: char, mark: char) -> Option<char> {
    let steps = match (base, mark) {
        ('ウ', '゛') => return Some('ヴ'),
        ('カ'..='ヂ', '゛') if (u32::from(base) - u32::from('カ')).is_multiple_of(2) => 1,
        ('ツ' | 'テ' | 'ト' | 'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ', '゛') => 1,
        ('ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ', '゜') => 2,
        _ => return None,
    };
    char::from_u32(u32::from(base) + steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_is_folded_and_nothing_else() {
        assert_eq!(fold_width("Ｒ１２　％（実績）"), "R12 %(実績)");
        assert_eq!(fold_width("①㎡ⅢＡ～ﾌﾙ"), "①㎡ⅢA～ﾌﾙ");
        assert_eq!(fold_width("−５"), "-5");
    }

    #[test]
    fn squashed_headings_compare_equal() {
        assert_eq!(squash("目　 標"), squash("目標"));
        assert_eq!(squash("2024 年度\t基準値"), "2024年度基準値");
    }

    #[test]
    fn soft_wraps_between_japanese_characters_are_joined() {
        assert_eq!(join_soft_wraps("関連する 個別計画"), "関連する個別計画");
        assert_eq!(join_soft_wraps(" 公式 LINE  登録率 "), "公式 LINE 登録率");
        assert_eq!(join_soft_wraps("目標 20 団体"), "目標 20 団体");
        assert_eq!(join_soft_wraps("　"), "");
    }

    #[test]
    fn joining_soft_wraps_twice_changes_nothing_more() {
        for text in ["a あ い b", "（ あ ）", "1 2 あ 3", "あ\n\nい"] {
            let joined = join_soft_wraps(text);
            assert_eq!(join_soft_wraps(&joined), joined);
        }
    }

    #[test]
    fn a_search_finds_kana_of_every_width() {
        for text in ["ふるさと納税", "フルサト納税", "ﾌﾙｻﾄ納税", "ふる さと納税"]
        {
            assert_eq!(fold_search(text), "フルサト納税", "{text}");
        }
        for text in [
            "パブリシティ",
            "ﾊﾟﾌﾞﾘｼﾃｨ",
            "ぱぶりしてぃ",
            "ハ\u{309a}フ\u{3099}リシティ",
        ] {
            assert_eq!(fold_search(text), "パブリシティ", "{text}");
        }
        for text in ["ガイドブック", "ｶﾞｲﾄﾞﾌﾞｯｸ", "がいどぶっく"] {
            assert_eq!(fold_search(text), "ガイドブック", "{text}");
        }
        assert_eq!(fold_search("ｳﾞ"), "ヴ");
    }

    #[test]
    fn a_search_finds_letters_of_every_width_and_case() {
        assert_eq!(fold_search("ＳＮＳ Ｗｉ－Ｆｉ"), fold_search("sns wi-fi"));
    }

    #[test]
    fn a_mark_that_joins_nothing_stays() {
        assert_eq!(fold_search("゛ア゛"), "゛ア゛");
    }
}
