//! The field's words around figures. To teach the parser a word, add it to its table; longer words stand before
//! the shorter ones they begin with.

use crate::plan::{Bound, MissingReason};

/// Words after a figure that say which side of it counts.
pub(super) const BOUNDS: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("まで", Bound::AtMost),
    ("未満", Bound::LessThan),
    ("を超える", Bound::MoreThan),
    ("を超え", Bound::MoreThan),
    ("を超す", Bound::MoreThan),
    ("を超", Bound::MoreThan),
    ("超える", Bound::MoreThan),
    ("超え", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("を上回る", Bound::MoreThan),
    ("を上回り", Bound::MoreThan),
    ("を上回", Bound::MoreThan),
    ("を下回る", Bound::LessThan),
    ("を下回り", Bound::LessThan),
    ("を下回", Bound::LessThan),
];

/// Signs before a figure that say which side of it counts.
pub(super) const BOUND_SIGNS: &[(&str, Bound)] = &[
    ("≧", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">=", Bound::AtLeast),
    ("≦", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<=", Bound::AtMost),
    (">", Bound::MoreThan),
    ("<", Bound::LessThan),
    ("最低", Bound::AtLeast),
    ("少なくとも", Bound::AtLeast),
];

/// The word a bound is written with.
pub(super) fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "以上",
        Bound::AtMost => "以下",
        Bound::MoreThan => "を超え",
        Bound::LessThan => "未満",
    }
}

/// Words before a figure that make it approximate.
pub(super) const ABOUT_BEFORE: &[&str] = &["約", "およそ", "おおよそ", "概ね", "おおむね", "ほぼ"];

/// Words after a figure that make it approximate.
pub(super) const ABOUT_AFTER: &[&str] = &["程度", "前後", "ほど", "くらい", "ぐらい", "近く"];

/// Words before a figure that say what kind of figure it is and change nothing in it.
#[rustfmt::skip]
pub(super) const KINDS_BEFORE: &[&str] = &[
    "延べ", "のべ", "延", "累計", "累積", "通算", "合計", "総計", "計", "実績値", "実績", "目標値", "目標",
    "現状値", "現状", "基準値", "見込", "暫定値", "暫定", "概算値", "概算", "概数", "速報値", "速報", "推計値", "推計",
    "全",
];

/// Arrows that say where a figure is to go. Beside one they change nothing in it.
pub const UPWARD: &[char] = &['↑', '↗', '⇗', '⇧', '⬆', '⤴', '⇑'];
/// See [`UPWARD`].
pub const DOWNWARD: &[char] = &['↓', '↘', '⇘', '⇩', '⬇', '⤵', '⇓'];
/// Arrows that say that a figure is to stay.
pub const LEVEL: &[char] = &['→', '⇒', '⇨', '➡', '➔', '⇔'];

/// Whether a sign beside a figure says that it is to rise or to fall.
pub(super) fn points(c: char) -> bool {
    UPWARD.contains(&c) || DOWNWARD.contains(&c)
}

/// What years are written with, besides digits.
pub(super) const YEAR_SIGNS: &str = "令和平成昭元年度月日末現在時点RHS";

/// Signs of a negative figure.
pub(super) const MINUS: &[&str] = &["▲", "△", "▼", "-", "‐", "−", "–", "マイナス", "ﾏｲﾅｽ"];

/// Signs of a positive figure, which say nothing new.
pub(super) const PLUS: &[&str] = &["+", "プラス"];

/// Signs between the two ends of a range.
pub(super) const TO: &[&str] = &["～", "〜", "~", "から", "-", "‐", "−", "–", "—", "―", "ー"];

/// The signs among [`TO`] that also leave an end open (`50%～`).
pub(super) const TO_OPEN: &[&str] = &["～", "〜", "~"];

/// Whether the cell says that its figure is a sum since a start: `21件（累計）`, `累計 21件`.
#[must_use]
pub fn says_cumulative(text: &str) -> bool {
    let text = crate::plan::squash(text);
    [
        "累計",
        "累積",
        "通算",
        "期間合計",
        "計画期間の合計",
        "計画期間計",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Words after a figure that say what is done with it; the figure stands without them.
#[rustfmt::skip]
pub(super) const ACTIVITIES: &[&str] = &[
    "実施", "開催", "達成", "維持", "確保", "継続", "設置", "整備", "参加", "登録", "配置", "発行", "配布",
    "発信", "締結", "認定", "導入", "作成", "採用", "受講", "利用", "見込み", "見込", "予定", "目標", "とする",
    "する", "である", "目指す", "めざす",
];

/// Words for a change: a figure in front of them is a difference (`20%削減`), unless it is reached by it
/// (`500人に増加`).
#[rustfmt::skip]
pub(super) const CHANGES: &[&str] = &[
    "増加", "増やす", "増額", "減少", "減らす", "減額", "削減", "縮減", "節減", "低減", "軽減", "抑制", "圧縮",
    "短縮", "延伸", "向上", "上昇", "改善", "低下", "拡大", "引き上げ", "引き下げ", "アップ", "ダウン", "増",
    "減",
];

/// Words for staying where it is.
#[rustfmt::skip]
pub(super) const STEADY: &[&str] = &[
    "維持", "維持する", "並み", "並", "同程度", "同水準", "同等", "同数", "横ばい", "程度", "同様",
];

/// Words for becoming more.
#[rustfmt::skip]
pub(super) const MORE: &[&str] = &[
    "増加させる", "増加する", "増加", "増やす", "増額", "上昇する", "上昇", "向上させる", "向上する", "向上", "延伸する",
    "延伸", "拡大する", "拡大", "引き上げ", "アップ", "増",
];

/// Words for becoming less.
#[rustfmt::skip]
pub(super) const LESS: &[&str] = &[
    "減少させる", "減少する", "減少", "減らす", "減額", "低下", "削減する", "削減", "縮減", "節減", "低減", "軽減",
    "短縮", "縮小する", "縮小", "引き下げ", "ダウン", "減",
];

/// What may follow the word for a change and says the same: `減少傾向へ`.
pub(super) const TENDENCY: &[&str] = &["傾向へ", "傾向に", "傾向"];

/// How a unit can not end: these name an action or a state (`24時間対応`, `3件検討中`), not a thing counted.
#[rustfmt::skip]
pub(super) const NOT_UNIT_ENDS: &[&str] = &[
    "満点", "中", "済", "済み", "化", "対応", "体制", "開始", "推進", "計画", "運行", "供用", "完成", "完了",
    "連続", "検討", "策定", "平均",
];

/// How a unit can not begin: these make the figure a place in an order or a date (`2次計画`, `4月`, `3号線`).
#[rustfmt::skip]
pub(super) const NOT_UNIT_STARTS: &[&str] = &[
    "次", "号", "期", "月", "年度", "年目", "年次", "年生", "丁目", "番", "回目", "歳児", "世代", "未", "再",
    "級", "類",
];

/// Words that stand where a value should, by the reason why there is none.
#[rustfmt::skip]
const MISSING: &[(MissingReason, &[&str])] = &[
    (MissingReason::NotEstablished, &[
        "未整備", "なし", "無し", "該当なし", "該当無し", "該当せず", "実績なし", "実績無し", "設定なし", "設定無し",
        "数値なし", "目標なし", "データなし", "データ無し", "未設定", "未計測", "未測定", "未調査", "未把握", "未算定",
        "未算出", "不明", "N/A", "n/a", "NA", "調査なし", "調査未実施", "調査年でない", "対象外", "対象なし",
        "対象者なし", "該当者なし", "申請なし", "算出不可", "算定不可", "測定不可", "把握不可", "設定しない",
    ]),
    (MissingReason::New, &["新規", "新規事業", "新規指標", "新規設定", "新規項目", "新規取組", "新規調査"]),
    (MissingReason::Pending, &[
        "調査中", "集計中", "算定中", "測定中", "計測中", "確認中", "調整中", "精査中", "検討中", "推計中", "未集計",
        "未確定", "未公表", "未定", "今後設定", "今後調査", "後日公表", "調査予定", "公表待ち", "公表前", "公表予定",
        "発表前", "未発表", "集計前", "調査前", "別途設定", "別途定める",
    ]),
    (MissingReason::Withheld, &["非公表", "非公開", "秘匿", "X", "x"]),
];

/// Words that say why nothing was counted, where something is: without a unit they are as likely a stage.
#[rustfmt::skip]
const NOT_COUNTED: &[&str] = &[
    "中止", "休止", "休館", "休校", "隔年調査", "隔年実施", "実施せず", "実施なし", "実施無し", "開催なし",
    "開催無し", "開催せず", "未開催", "未実施", "コロナにより中止", "コロナ禍により中止", "コロナのため中止",
];

/// Whether a text is a word for something that was not done, and so not counted.
pub(super) fn says_not_counted(text: &str) -> bool {
    NOT_COUNTED.contains(&text)
}

/// What is still to come behind the year in which it does: `R6公表予定`.
pub(super) const TO_COME: &[&str] = &[
    "公表予定",
    "公表",
    "発表予定",
    "集計予定",
    "調査予定",
    "判明予定",
    "確定予定",
];

/// Signs that fill a cell without a value.
pub(super) const DASHES: &[char] = &[
    '—', '―', '－', '‐', '-', '–', '−', '…', '‥', 'ー', '─', '━', '*', '/', '\\', '・', '、', ',',
    '.',
];

/// Why a text that stands for no value is missing; none when it stands for something. The text has no spaces.
pub(super) fn missing_reason(text: &str) -> Option<MissingReason> {
    if text.is_empty() {
        return Some(MissingReason::Blank);
    }
    if text.chars().all(|character| DASHES.contains(&character)) {
        return Some(MissingReason::Dash);
    }
    MISSING
        .iter()
        .find(|(_, words)| words.contains(&text))
        .map(|(reason, _)| *reason)
}

/// The text a missing value is written with.
pub(super) fn missing_word(reason: MissingReason) -> &'static str {
    match reason {
        MissingReason::Blank => "",
        MissingReason::Dash => "—",
        MissingReason::NotEstablished => "未整備",
        MissingReason::New => "新規",
        MissingReason::Pending => "調査中",
        MissingReason::Withheld => "非公表",
    }
}
