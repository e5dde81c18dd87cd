//! 日本語: goals, mending, what is missing.

use crate::words::keys::*;

pub(super) const GOALS: GoalsPart = GoalsPart {
    serving: "このKGIを支えるKPI",
    serving_none: "このKGIを支えるKPIは決まっていません。",
    coverage: "{count}のKPIのうち *{measured}* に実績が入り、*{reached}* が目標か目安に届いています。",
    coverage_none: "*{count}* のKPIがこのKGIを支えます。実績はまだ入っていません。",
    serves: "このKPIが支えるKGI",
    serves_none: "どのKGIを支えるかは決まっていません。",
    by_said: "そう決められています。",
    by_section: "同じ施策にあるので、そうみています。",
    by_section_above: "いちばん近い上の施策「{section}」のKGIだからです。",
    choose: "支えるKGIを決める",
    leave: "決めない（施策の並びにまかせる）",
    chosen: "支えるKGIを決めました。",
    left: "支えるKGIは施策の並びにまかせます。",
    under: "このKGIを支えるKPI（{count}）",
    others: "そのほかの指標（{count}）",
};

pub(super) const CSV: CsvWords = CsvWords {
    leaves_out: "このCSVに入らないもの: {what}。計画のファイル（JSON）には入ります。",
    earlier_targets: "変わる前の目標",
    goals: "支えるKGI",
    initiatives: "結びつく取組",
    themes: "くらべるテーマ",
    set_aside: "点検から外した理由",
    rules: "判定のきまり",
};

pub(super) const MEND: Mend = Mend {
    title: "この指標を直す",
    open: "この指標を直す",
    lead: "計画書の読み違いや、書かれていないことを直します。元の文書は変わりません。",
    keep_first: "直すには、まずこの端末に保存します。",
    kind: "種別（KGI、KPIなど）",
    baseline: "基準値",
    baseline_year: "基準の年度（R6、2024年度など）",
    target: "目標値",
    target_year: "目標の年度",
    changed: "計画の途中で目標そのものが変わった（前の目標も残す）",
    departments: "担当課（いくつかあれば「、」で区切る）",
    measurement: "測り方・出典",
    initiatives: "結びつく取組",
    save: "直す",
    saved: "「{name}」を直しました。",
    same: "どこも変わっていません。",
    first_survey: "アンケートなどで調べる指標ですが、基準値がまだありません。最初の調査の年度と値を入れると、そこからの進みを測れます。",
    first_figure: "基準値がまだありません。始まりの年度と値を入れると、そこからの進みを測れます。",
    enter_baseline: "基準値を入れる",
    from_start: "基準は1年分、目標は計画の始まりからの合計",
    both_sums: "基準も目標も合計",
    both_single: "どちらも1年分",
    counted: "どちらですか",
};
