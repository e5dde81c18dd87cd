//! Progress sheets (進捗シート): one item × one department × one fiscal year.

use super::{FiscalYear, Id, Provenance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A department's report on one item for one fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ProgressSheet {
    /// Stable id.
    pub id: Id,
    /// The lowest section it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// The item (取組項目) as written.
    pub title: String,
    /// The sheet of an earlier fiscal year that this one goes on with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<Id>,
    /// The fiscal year reported on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<FiscalYear>,
    /// Departments as written: `総務課`, `全課【総務課】`.
    pub departments: Vec<String>,
    /// 目指す姿.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub aim: String,
    /// 目標, one a bullet.
    pub goals: Vec<String>,
    /// 取組内容, one a bullet.
    pub actions: Vec<String>,
    /// 前期 (April to September); none when the sheet has no such row or it is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_half: Option<String>,
    /// 後期 (October to March); none when the sheet has no such row or it is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_half: Option<String>,
    /// 目標の達成 as the town words it; empty when not yet judged.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub achievement: String,
    /// 評価・検証; none when the sheet has no such row or it is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<String>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

/// The rank of an achievement as towns word it: 0 for reached, 1 for partly, 2 for not; none when the words say
/// none of them. Scale as typed by departments in 進捗シート (達成できた, 一部達成できた, 達成できなかった) and
/// its common variants.
#[must_use]
pub fn achievement_rank(achievement: &str) -> Option<u8> {
    let words = super::squash(achievement);
    let partly = ["一部", "概ね", "おおむね", "部分"];
    let not = [
        "できなかった",
        "未達成",
        "達成していない",
        "達成せず",
        "非達成",
        "できていない",
    ];
    if !words.contains("達成") {
        None
    } else if not.iter().any(|word| words.contains(word)) {
        Some(2)
    } else if partly.iter().any(|word| words.contains(word)) {
        Some(1)
    } else {
        Some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::achievement_rank;

    #[test]
    fn achievements_have_their_rank_however_they_are_spaced() {
        for (words, rank) in [
            ("達成できた", Some(0)),
            ("達成", Some(0)),
            ("一部達成できた", Some(1)),
            ("一部 達成できた", Some(1)),
            ("概ね達成", Some(1)),
            ("達成できなかった", Some(2)),
            ("未達成", Some(2)),
            ("一部達成できなかった", Some(2)),
            ("", None),
            ("継続", None),
        ] {
            assert_eq!(achievement_rank(words), rank, "{words}");
        }
    }
}
