//! Whether titles that documents write differently are one.

use crate::plan::squash;

/// Whether two titles are one: the same, one empty, one inside the other, or alike for the first two thirds.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (squash(one), squash(other));
    let shorter = one.chars().count().min(other.chars().count());
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    one.contains(&other) || other.contains(&one) || common * 3 >= shorter * 2
}

/// The words of a cell that are not the title it repeats: `協働の推進 透明性の向上` beside 協働の推進 leaves 透明性の向上.
/// Nothing where the cell only words the title a little otherwise.
#[must_use]
pub fn words_beside(text: &str, known: &str) -> String {
    let title = squash(known);
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins = |count: &usize| title.starts_with(&squash(&words[..*count].concat()));
    let own = (1..=words.len()).rev().find(begins).unwrap_or(0);
    if own == 0 && alike(known, text) {
        String::new()
    } else {
        words[own..].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_begin_alike_are_one() {
        assert!(alike(
            "情報通信技術（ICT）の活用",
            "情報通信技術（ICT）の利活用"
        ));
        assert!(alike("透明性の 向上", "透明性の向上"));
        assert!(!alike("組織・人づくり", "組織・人材育成の取り組みの推進"));
    }

    #[test]
    fn words_that_are_not_the_title_stay_over() {
        assert_eq!(
            words_beside("協働の推進 透明性の向上", "協働の推進"),
            "透明性の向上"
        );
        assert_eq!(words_beside("協働の", "協働の推進"), "");
        assert_eq!(
            words_beside("歳出の抑制", "行政サービスの基盤"),
            "歳出の抑制"
        );
        assert_eq!(
            words_beside("情報通信技術の利活用", "情報通信技術の活用"),
            ""
        );
    }
}
