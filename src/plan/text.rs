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

/// The form in which names are searched: half-width, lower case, hiragana as katakana, no spaces; so that
/// `ふるさと`, `フルサト` and `ﾌﾙｻﾄ`-free variants of width and case find each other.
#[must_use]
pub fn fold_search(text: &str) -> String {
    text.chars()
        .map(fold_char)
        .filter(|character| !character.is_whitespace())
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            'ぁ'..='ゖ' => char::from_u32(u32::from(character) + 0x60).unwrap_or(character),
            other => other,
        })
        .collect()
}
