//! Names that only say which part of the indicator above is meant: `（延べ）`, `女性`, `小学5年生`, `20歳代男性`.

use crate::plan::squash;

/// Who is counted, longer words before those they contain.
const PEOPLE: &[&str] = &[
    "小学生",
    "中学生",
    "高校生",
    "大学生",
    "小学校",
    "中学校",
    "小学",
    "中学",
    "高校",
    "年生",
    "男女計",
    "男性",
    "女性",
    "男子",
    "女子",
    "歳代",
    "歳以上",
    "歳未満",
    "歳以下",
    "歳",
    "全体",
    "総数",
    "成人",
    "代",
];

/// Whether a name says nothing but which part is meant.
pub(super) fn is_part(name: &str) -> bool {
    is_bracket(name) || is_people(name)
}

fn is_bracket(name: &str) -> bool {
    let inside = name
        .trim()
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']));
    inside
        .is_some_and(|inside| !inside.contains(['(', '（', ')', '）']) && !inside.contains("再掲"))
}

/// Whether a name is made of words for people, ages and school years only.
fn is_people(name: &str) -> bool {
    let words = squash(name);
    let mut rest = words.as_str();
    let mut has_word = false;
    while !rest.is_empty() {
        if let Some(behind) = PEOPLE.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = behind;
            has_word = true;
            continue;
        }
        let behind =
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || "~～〜-・()".contains(c));
        if behind.len() == rest.len() {
            return false;
        }
        rest = behind;
    }
    has_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_brackets_are_parts_and_what_is_counted_of_them_is_none() {
        for name in [
            "（延べ）",
            "(女性)",
            "女性",
            "小学5年生",
            "20〜60歳代男性",
            "65歳以上",
        ] {
            assert!(is_part(name), "{name}");
        }
        for name in [
            "小学生の参加者数",
            "（再掲）",
            "女性委員",
            "講座（延べ）",
            "1,200",
        ] {
            assert!(!is_part(name), "{name}");
        }
    }
}
