//! Which words in an indicator's name say that lower is better.
//!
//! A Japanese name ends with what it counts, so the last word of the list decides: 空き家 alone is something to
//! have less of, 空き家バンク登録数 something to have more of. What is plainly bad (滞納, 将来負担) is so even where the
//! target rises, which is then a ceiling; other words count only where the plan's own figures fall as well.

use super::vocabulary::{List, Words};

/// What a word says about the thing counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    /// Less of it is better, whatever the figures do.
    Less,
    /// Less of it is better where the target is below the baseline; where it is not, the figures decide.
    LessWhenFalling,
    /// Something done about it, or a share of it that is put right: the words before it no longer count.
    More,
    /// The size of a saving: more is better, unless it is written as a change below zero (▲10% → ▲46%).
    Saved,
}

/// What stands below, with what it says.
pub(super) const LIST: List<Better> = &[
    (Better::Less, DEBT),
    (Better::Less, HARM),
    (Better::Less, WASTE),
    (Better::Less, STRAIN),
    (Better::LessWhenFalling, EFFORT),
    (Better::LessWhenFalling, REDUCTION),
    (Better::More, REMEDY),
    (Better::More, WANTED),
    (Better::Saved, AMOUNT_SAVED),
];

/// Ratios and sums by which a municipality's finances are watched (財政健全化法, 決算統計): all better when lower.
#[rustfmt::skip]
const DEBT: &[&str] = &[
    "経常収支比率", "公債費", "将来負担", "債残高", "債現在高", "借入", "債務", "赤字", "滞納", "未収",
    "未納", "収入未済", "不納欠損", "欠損金", "ラスパイレス", "コスト",
];

/// What nobody wishes on anybody.
#[rustfmt::skip]
const HARM: &[&str] = &[
    "事故", "犯罪", "刑法犯", "刑法犯認知", "犯罪認知", "違反", "死亡", "死者", "死傷者", "負傷者",
    "自殺", "火災", "出火", "被害", "虐待", "暴力", "いじめ", "不登校", "貧困", "有病", "罹患",
    "むし歯", "虫歯", "う蝕", "肥満", "喫煙", "飲酒", "予備群", "メタボ", "要介護認定", "医療費", "失業",
    "欠食", "低出生体重", "中絶", "再犯", "窃盗", "食中毒", "孤独死", "孤立死", "殺処分", "離婚", "未婚率",
    "高齢化率", "人口減少", "社会減", "自然減", "断水", "不満", "不安", "住みにくい", "順位",
];

/// What harms air, water and land, and what is thrown away.
#[rustfmt::skip]
const WASTE: &[&str] = &[
    "温室効果ガス", "二酸化炭素", "CO2", "CO₂", "ＣＯ２", "廃棄", "ごみ排出", "ごみの排出",
    "ごみ処理量", "ごみ量", "食品ロス", "残食", "不法投棄", "埋立", "最終処分量", "漏水", "無収水", "汚濁",
    "基準超過", "老朽化率", "耕作放棄", "荒廃農地", "遊休農地",
];

/// What shows that services or staff are stretched.
#[rustfmt::skip]
const STRAIN: &[&str] = &[
    "待機児童", "待機者", "待ち時間", "苦情", "時間外勤務", "時間外労働", "時間外在校", "超過勤務", "残業",
    "離職",
];

/// Means and stocks that are neither good nor bad; when a plan lowers them, it means to.
#[rustfmt::skip]
const EFFORT: &[&str] = &[
    "職員数", "人件費", "経費", "歳出", "支出", "繰出金", "維持費", "管理費", "光熱水費", "使用量",
    "消費量", "使用枚数", "印刷枚数", "所要時間", "処理時間", "処理日数", "出動時間", "到着時間",
    "搬送時間", "現場到着", "在院日数", "給付費", "生活保護", "放置自転車", "原価", "負担額", "負担率",
    "時間外",
    "延床面積", "空き家", "空家", "空き店舗", "空き地", "ごみ", "転出", "未受診", "未処理", "未登記",
    "未耐震", "未実施", "未接続", "未加入", "発行額",
];

/// Words for making less. Beside a falling target they say what is meant (コスト削減: 10,000 → 5,000).
const REDUCTION: &[&str] = &[
    "削減", "縮減", "低減", "減少", "減量", "抑制", "圧縮", "縮小", "短縮",
];

/// What is done about an evil, or the share that is put right: more is better again.
#[rustfmt::skip]
const REMEDY: &[&str] = &[
    "対策", "対応", "防止", "予防", "無事故", "解消", "改善", "解決", "回収", "収納", "徴収", "納付",
    "整理", "支援", "相談", "援助", "助成", "補助", "活用", "再生", "除却", "解体", "撤去", "改修",
    "バンク", "登録", "設置", "整備", "加入", "協定", "訓練", "教室", "講習", "講座", "講演", "研修",
    "学習", "啓発", "周知", "広報", "通知", "見守り", "巡回", "パトロール", "検診", "健診", "受診",
    "指導", "復帰", "認知", "意識", "理解", "満足", "参加", "開催", "達成", "ない", "リサイクル",
    "再利用", "資源化", "吸収", "検挙", "是正", "阻止", "抑止", "救助", "救命", "再就職", "就職", "就労", "自立",
    "処理率", "処理件数", "処分件数", "修繕", "点検", "調査", "分別", "適正", "効果", "発電", "入居", "出店",
    "協力", "ゼロ", "０件", "返還", "借入図書",
];

/// Things to have more of, though the words they end with are mostly lowered.
#[rustfmt::skip]
const WANTED: &[&str] = &[
    "再生可能エネルギー使用量", "再生可能エネルギーの使用量", "再生可能エネルギー消費量", "再エネ使用量", "農産物使用量",
    "農産物の使用量", "農産物消費量", "農産物の消費量", "産材使用量", "産材の使用量", "木材使用量", "木材の使用量",
    "食材使用量", "食材の使用量", "使用量割合", "使用量の割合", "使用割合", "消防職員数", "女性職員数", "女性の職員数",
    "管理職職員数", "障害者雇用職員数", "障がい者雇用職員数", "取得職員数", "取得男性職員数", "受講職員数", "歳出割合",
];

/// The size of a saving, which is better when larger, unlike the thing saved on.
#[rustfmt::skip]
const AMOUNT_SAVED: &[&str] = &[
    "削減額", "削減量", "削減率", "削減数", "縮減額", "縮減率", "低減率", "減少率", "減量化率",
    "減量率", "抑制額", "抑制率", "抑制数", "抑制量", "短縮率", "短縮時間", "短縮数", "削減時間", "削減面積", "削減件数",
    "削減割合", "削減の割合", "削減枚数",
];

/// Where the plan's figures go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// Whether the target is below the baseline.
    pub falling: bool,
    /// Whether neither of the two is above zero.
    pub negative: bool,
}

/// The word by which the thing named with these words is better when lower; none when nothing says so.
pub(super) fn lower_is_better(name: &Words, figures: Figures) -> Option<&'static str> {
    let found = name.better?;
    match found.meaning {
        Better::Less => Some(found.word),
        Better::LessWhenFalling => figures.falling.then_some(found.word),
        Better::Saved => (figures.falling && figures.negative).then_some(found.word),
        Better::More => None,
    }
}

/// Whether a name's words leave it open which way is better: it is the figures that decide, and they may be a forecast.
pub(super) fn is_open(name: &Words) -> bool {
    name.better
        .is_some_and(|found| found.meaning == Better::LessWhenFalling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lower_is_better(name: &str, falling: bool) -> Option<&'static str> {
        let figures = Figures {
            falling,
            negative: false,
        };
        super::lower_is_better(&Words::of(name), figures)
    }

    #[test]
    fn plain_evils_are_lower_is_better_whichever_way_the_figures_go() {
        for name in [
            "経常収支比率",
            "実質公債費比率",
            "将来負担比率",
            "滞納額（町税・住宅料・住宅改良資金等）（単位：千円）",
            "滞納対策による滞納額",
            "未収金",
            "待機児童数",
            "交通事故件数",
            "刑法犯認知件数",
            "交通事故死者数",
            "1人1日当たりのごみ排出量",
            "市役所のCO2排出量",
            "温室効果ガス排出量",
            "苦情件数",
            "町債残高",
            "不登校児童生徒の数",
            "職員の時間外勤務時間",
            "離職率",
            "食品廃棄量",
            "要介護認定率",
            "廃棄物（資源化を除く）",
        ] {
            assert!(lower_is_better(name, false).is_some(), "{name}");
            assert!(lower_is_better(name, true).is_some(), "{name}");
        }
    }

    #[test]
    fn means_are_lower_is_better_only_when_the_plan_lowers_them() {
        for name in [
            "DX推進による職員数{予算人数(フルタイム勤務者)}",
            "職員一人当たりの時間外",
            "空き家の数",
            "家庭系ごみ",
            "庁舎の電気使用量",
            "ペーパーレス化による印刷等コスト削減(用紙代、インク等代、機器購入・修繕費)",
        ] {
            assert!(lower_is_better(name, true).is_some(), "{name}");
            assert_eq!(lower_is_better(name, false), None, "{name}");
        }
    }

    #[test]
    fn what_is_done_about_an_evil_is_not_lower_is_better() {
        for name in [
            "空き家バンク登録件数",
            "交通事故防止教室の開催回数",
            "滞納繰越分の収納率",
            "未収金回収率",
            "犯罪被害者支援の相談件数",
            "CO2削減量",
            "コスト削減額",
            "ごみのリサイクル率",
            "自殺予防の講演会",
            "配偶者暴力相談支援センターの研修回数",
            "事故のない学校の数",
        ] {
            assert_eq!(lower_is_better(name, true), None, "{name}");
            assert_eq!(lower_is_better(name, false), None, "{name}");
        }
    }

    #[test]
    fn a_name_without_such_words_says_nothing() {
        for name in [
            "多文化共生懇談会の開催回数",
            "令和11年度（2029年度）の人口41,000人",
            "町税収納率",
            "直営戸数",
            "",
        ] {
            assert_eq!(lower_is_better(name, true), None, "{name}");
        }
    }
}
