//! The words that carry a rule.

/// Shares of a whole, which end at 100 %. Ratios, rates of change and attainment do not.
#[rustfmt::skip]
pub(super) const SHARES: &[&str] = &[
    "割合", "徴収率", "収納率", "受診率", "加入率", "接種率", "実施率", "設置率", "登録率", "申請率", "認知度",
    "満足度", "参加率", "耐震化率", "水洗化率", "整備率", "出席率", "投票率", "継続率", "普及率", "取得率",
    "有収率", "リサイクル率", "導入率", "回答率", "選任率", "登用率",
];

/// What makes a share a ratio to something else, which may be any size.
#[rustfmt::skip]
pub(super) const RATIOS: &[&str] = &[
    "に対する", "対比", "前年", "比率", "増", "減", "伸", "達成", "進捗", "倍", "指数",
];

/// What everybody wishes to have less of, and no town plans more of.
#[rustfmt::skip]
pub(super) const EVILS: &[&str] = &[
    "滞納", "未収", "未納", "不納欠損", "事故", "刑法犯", "自殺", "火災", "待機児童", "不法投棄",
];

/// What becomes less by itself, so that holding a little less of it is a goal.
pub(super) const DWINDLING: &[&str] = &[
    "人口",
    "世帯",
    "出生",
    "児童",
    "生徒",
    "学生",
    "農家",
    "農業者",
];

/// What a town calls an indicator of what came of its work.
pub(super) const OUTCOMES: &[&str] = &["KGI", "重要目標達成", "成果", "アウトカム"];

/// What a town does itself, as names of figures end with it.
#[rustfmt::skip]
pub(super) const OUTPUTS: &[&str] = &[
    "開催回数", "開催数", "実施回数", "実施数", "開催件数", "実施件数", "研修回数", "講座数", "教室数", "発行回数",
    "発行部数", "配布数", "配布部数", "発信回数", "発信件数", "更新回数", "会議回数", "訓練回数", "巡回回数",
    "提供件数", "PRした回数",
];

/// The first of the words that a text holds.
pub(super) fn held(text: &str, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| text.contains(word))
}

/// The word that a name ends with, what stands in brackets left aside.
pub(super) fn ending(name: &str, words: &[&'static str]) -> Option<&'static str> {
    let end = name.find(['(', '（', '【', '{']).unwrap_or(name.len());
    let name = name[..end].trim_end();
    words.iter().copied().find(|word| name.ends_with(word))
}
