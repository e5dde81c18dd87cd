//! Whether all that a text says is kept by its reader.

use monosashi::plan::squash;
use monosashi::read::Reading;

/// Words of headings, labels and legends: they say what something is, and stand in no item themselves.
const HEADINGS: &str = "\
    現状と課題 現況と課題 現状 課題 めざす姿 目指す姿 施策の基本方針 目標 目的 取組 主な取組 主要な取組 主な取り組み内容 主要事業 \
    指標名 指標No 項目 単位 基準値 現状値 中間値 目標値 実績 令和 年度 目標指標の測定 あるいは取得の方法 重要目標達成指標 重要業績評価指標 \
    めざすべき目標値 達成目標 成果指標 指標 個別計画 具体的な施策 基本的方向 施策の目指す姿 施策の展開方向 まちづくり指標 関連する個別計画 関連計画 関連する 対応するSDGs 関連するSDGs SDGs 総合戦略 \
    取組No 基本施策 単位施策名 担当 政策項目 事業名 事業内容 担当課 年次計画 凡例 計画期間 用語解説 \
    番号 取組名 推進項目 プラン名 要旨 項目名 取組概要 性質 実施年度 所管課 年度の実践経過 再掲 継続型 完結型 \
    計画の体系 基本項目 取組項目 実践課 とりまとめ課 取組内容 進捗 進捗状況 前期 後期 目標の達成 評価 検証 \
    年度目標 実施内容 上半期 下半期 達成状況 今後の方針 実施 検討 平成 準備 継続 主な取組み内容 年度別スケジュール \
    実施項目 具体的な事業 構成事業 担当部 数値目標 現況 担当部署 これまでの取組 \
    事業番号 備考 評価指標 施策名 主管課 内容 中間目標値 \
    主担当課 関連課 目指す環境像 基準 町の取組 町民の取組 講ずべき施策に関する基本的方向 年度の取組実績 施策がめざす将来の姿 具体的な施策とKPI 上半期 下半期 月 の実績 の予定 年度別計画 年度計画 スケジュール 進捗区分 具体的取組";

/// Pieces of the names of goals; a goal stands in a section as its number.
const GOALS: &str = "すべての人に 健康と福祉を 住み続けられる まちづくりを 住み続けられるまちづくりを 気候変動に具体的な対策を パートナーシップ で目標を達成しよう 公平な社会を 実現しよう";

/// The words of a text that are neither in its plans nor in a finding's text, headings left aside.
pub fn lost_words(text: &str, reading: &Reading) -> Vec<String> {
    let mut kept = squash(&format!("{:?}", reading.plans)).replace("\\n", "");
    for finding in &reading.findings {
        kept.push_str(&squash(&finding.text));
    }
    let is_heading = |word: &str| {
        HEADINGS
            .split(' ')
            .chain(GOALS.split(' '))
            .any(|heading| heading == word)
    };
    let words = text
        .split(|c: char| !(c.is_alphabetic() || c == 'ー'))
        .map(squash);
    words
        .filter(|word| {
            word.chars().count() > 1 && !kept.contains(word.as_str()) && !is_heading(word)
        })
        .collect()
}
