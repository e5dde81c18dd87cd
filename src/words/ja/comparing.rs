//! 日本語: themes across plans.

use crate::words::{Comparing, ThemeWords};

pub(super) const COMPARING: Comparing = Comparing {
    lower_is_better: "少ないほどよい数字です。",
    relative_target: "{town}の目標は「{reference}」と比べるもので、数字では並べられません。",
    converted: "{town}の数字は{from}で書かれているので、{factor}倍して{to}にそろえました。",
    baselines_differ: "数え方（単年・累計・時点）が違うので、基準値どうしは比べられません。",
    targets_differ: "数え方（単年・累計・時点）が違うので、目標値や実績値も比べられません。",
    only_targets_differ: "目標値は数え方（単年・累計・時点）が違うので比べられません。比べられるのは基準値どうしです。",
    definitions_differ: "{town}だけが「{part}」と断っています。含むものが違うかもしれません。",
    measured_differently: "測り方の書き方が計画によって違います。同じものを数えているか確かめてください。",
    calendar_years: "{town}の数字には、年度（4月から）ではなく年（1月から）のものがあります。",
    divided: "{town}の数字は、{year}の人口{number}人で割りました。ほかの年度の数字も同じ人口で割っています。",
    other_dimension: "「{one}」と「{other}」は数えているものが違うので、換算せずに並べます。",
    other_period: "「{one}」と「{other}」は数える期間が違うので、換算せずに並べます。",
    share_already: "割合は、人口で割っても意味のある数字になりません。そのまま見比べてください。",
    population_unknown: "人口がわからないので、1人あたりにできません。人口の指標がある計画なら計算できます。",
    no_baseline: "基準値がないか0なので、基準値を100とした数にできません。",
    another_thing: "「{word}」とあるので、別のものとみました。同じなら結び付けてください。",
    false_friend: "「{word}」は、名前が似ていても別のものです。",
    other_unit: "単位が「{unit}」で、数えているものが違います。",
    no_unit: "単位が書かれていないので比べられません。",
    no_figures: "数字がないので比べられません。",
    said_not: "別のものだと決められています。",
    themes: &[
        theme("current_balance", "経常収支比率", ""),
        theme("debt_service", "実質公債費比率", ""),
        theme("hometown_tax", "ふるさと納税", ""),
        theme(
            "tax_collection",
            "税の徴収率・収納率",
            "対象の税が計画によって違います。同じ率でも、同じ範囲の税とは限りません。",
        ),
        theme("website_views", "ホームページの閲覧", ""),
        theme("women_members", "審議会などの女性委員", ""),
        theme("online_applications", "オンライン申請", ""),
        theme(
            "partners",
            "協働の主体",
            "似た数字ですが、数えている相手が計画によって違います。目安として見てください。",
        ),
        theme("arrears", "滞納額", ""),
        theme("public_comment", "パブリックコメント", ""),
        theme("publicity", "パブリシティ（報道機関への情報提供）", ""),
    ],
};

const fn theme(key: &'static str, name: &'static str, note: &'static str) -> ThemeWords {
    ThemeWords { key, name, note }
}
