//! What a town calls its indicators.

use crate::plan::squash;

/// The kinds met in headings, the longer before those they contain.
const KINDS: &[&str] = &[
    "重要業績評価指標",
    "重要目標達成指標",
    "まちづくり指標",
    "ベンチマーク",
    "成果指標",
    "活動指標",
    "評価指標",
    "目標指標",
    "施策指標",
    "取組指標",
    "数値目標",
    "達成目標",
    "成果目標",
];

/// The longest heading that is taken for a kind as it stands.
const LONGEST: usize = 12;

/// What a heading above a table calls its indicators: `KGI（重要目標達成指標）` is `KGI`, `1 数値目標の進捗` is
/// `数値目標`; another short heading is itself the kind, a long one none (empty).
#[must_use]
pub fn kind_of_heading(heading: &str) -> String {
    let is_short = squash(heading).chars().count() <= LONGEST;
    kind_in(heading)
        .map(str::to_owned)
        .or_else(|| is_short.then(|| heading.trim().to_owned()))
        .unwrap_or_default()
}

/// The kind that a text names; none when it names no kind, or both KGI and KPI.
pub(in crate::read) fn kind_in(text: &str) -> Option<&'static str> {
    let words = squash(text).to_uppercase();
    match (words.contains("KGI"), words.contains("KPI")) {
        (true, true) => None,
        (true, false) => Some("KGI"),
        (false, true) => Some("KPI"),
        (false, false) => KINDS.iter().copied().find(|kind| words.contains(kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_the_kind() {
        for (heading, kind) in [
            ("KGI（重要目標達成指標）", "KGI"),
            ("ＫＰＩ", "KPI"),
            ("達成目標", "達成目標"),
            ("めざすべき目標値", "めざすべき目標値"),
            ("2 数値目標の進捗について", "数値目標"),
            ("みほん市総合計画 後期基本計画の進み具合をあらわす表", ""),
        ] {
            assert_eq!(kind_of_heading(heading), kind, "{heading}");
        }
    }
}
