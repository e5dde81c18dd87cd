//! The words that plans put over their parts: one table for each kind of heading, so that a town's word is added here
//! and nowhere else. All are compared without spaces, half-width and without brackets.

use crate::plan::{fold_width, squash};

/// What stands under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where the town is: 現状と課題.
    Situation,
    /// Where it wants to be: 基本方針, 目指す姿.
    Aims,
    /// What it does: 主な取組.
    Initiatives,
    /// How it can tell: 達成目標, KPI.
    Indicators,
    /// What is done when: 実施計画, 年次計画.
    Schedule,
    /// How far it has come: 進捗状況.
    Progress,
    /// Other plans: 関連する個別計画.
    RelatedPlans,
    /// Goals of sustainable development.
    Sdgs,
    /// Badges of the 総合戦略: まち, ひと, しごと.
    Tags,
    /// Terms explained.
    Glossary,
    /// The plan's hierarchy as a table: 計画の体系.
    Overview,
    /// The table of contents: 目次.
    Contents,
    /// What belongs to none of the plan's items: what others do or said, and how it was judged.
    Aside,
    /// Anything else under a heading that looks like those of parts.
    Other,
}

const HEADINGS: [(Part, &str); 13] = [
    (
        Part::Situation,
        "現状と課題 現況と課題 現状・課題 現況・課題 現状及び課題 現状および課題 \
         現状と今後の課題 これまでの取組と課題 これまでの成果と課題 現状 現況 課題 \
         現状分析 現状認識 背景 現状と背景 背景と課題 主な課題 課題と方向性 現状・これまでの取組 \
         現状とこれまでの取組 これまでの取組 これまでの取り組み これまでの取組状況 これまでの取組と現状 これまでの成果 \
         これまでの主な取組 施策を取り巻く状況 施策を取り巻く環境 課題・今後の方針 課題と今後の方針 課題・今後の方向性",
    ),
    (
        Part::Aims,
        "目標 目的 方針 基本方針 施策の基本方針 基本的方針 取組方針 取組の方針 \
         取り組み方針 施策の方針 施策方針 施策の方向 施策の方向性 施策の目標 施策の目的 \
         施策目標 施策の目指す姿 目指す姿 めざす姿 目指すべき姿 めざすべき姿 \
         目指すまちの姿 めざすまちの姿 目指す将来像 将来像 まちの将来像 目指す方向 \
         施策のねらい ねらい 目指す環境像 めざす環境像 めざす将来の姿 目指す将来の姿 施策がめざす将来の姿 施策が目指す将来の姿 施策の取組方針 \
         目指す方向性 めざす方向 今後の方向 今後の方向性 今後の方針 基本的な考え方 \
         基本的方向 基本方向 ありたい姿 10年後の姿 10年後の目指す姿 目指す成果 方向性",
    ),
    (
        Part::Initiatives,
        "取組 取り組み 取組み 取組内容 取り組み内容 主な取組 主な取り組み 主な取組み \
         主な取組内容 主な取り組み内容 主要な取組 主要な取り組み 主要取組 具体的な取組 \
         具体的な取り組み 具体的取組 具体的な施策 主な施策 主要施策 主要な施策 主な事業 \
         主要事業 主要な事業 主な取組・事業 施策の内容 施策内容 施策の展開 施策展開 \
         施策の取組 施策の展開方向 展開方向 施策の展開の方向 今後の展開 取組の展開 今後の取組 今後の主な取組 施策を構成する事業 構成事業 実施する事業 \
         市の取組 町の取組 村の取組 区の取組 行政の取組 市の主な取組 町の主な取組 \
         具体的な事業 取組の内容 取組項目 具体的な取組事業 主な構成事業 関連事業 主な関連事業",
    ),
    (
        Part::Indicators,
        "達成目標 指標 成果指標 目標指標 数値目標 目標値 めざすべき目標値 \
         目指すべき目標値 めざす目標値 目指す目標値 達成指標 評価指標 活動指標 施策指標 \
         まちづくり指標 まちづくりの指標 重要業績評価指標 重要目標達成指標 重要成果指標 \
         KPI KGI 指標と目標値 指標・目標値 成果目標 ベンチマーク 主な指標 \
         施策の指標 施策の成果指標 目標とする指標 アウトカム指標 アウトプット指標 進捗指標 \
         管理指標 環境指標",
    ),
    (
        Part::Schedule,
        "年次計画 実施計画 年度計画 実施スケジュール スケジュール 工程表 行程表 年次表 \
         実施年度 実施工程 取組スケジュール ロードマップ",
    ),
    (Part::Contents, "目次 もくじ"),
    (
        Part::Aside,
        "市民の取組 町民の取組 村民の取組 区民の取組 住民の取組 事業者の取組 市民・事業者の取組 町民・事業者の取組 地域の取組 \
         市民の役割 町民の役割 村民の役割 住民の役割 事業者の役割 役割分担 協働の役割分担 \
         評価基準 外部評価 委員会の意見 有識者の意見 外部有識者の意見 外部有識者会議の意見 審議会の意見 コラム",
    ),
    (
        Part::Progress,
        "進捗 進捗状況 進捗シート 進捗管理 進捗管理シート 取組状況 取組の状況 実施状況 実績 実績報告 \
         取組実績 進行管理",
    ),
    (
        Part::RelatedPlans,
        "関連する個別計画 関連個別計画 個別計画 関連計画 関連する計画 関連計画等 関係計画 \
         関連する主な計画 関連する計画等 関連する条例・計画 関連する主な個別計画 \
         主な関連計画 主な個別計画 施策に関連する計画",
    ),
    (
        Part::Sdgs,
        "SDGs 関連するSDGs 対応するSDGs 関連SDGs SDGsとの関連 \
         SDGsとの関係 関連するSDGsの目標 関連するSDGsのゴール SDGsの目標 \
         貢献するSDGs 該当するSDGs 関係するSDGs 対応するSDGsの目標 \
         SDGs17の目標 関連するゴール 関連する持続可能な開発目標 持続可能な開発目標",
    ),
    (
        Part::Tags,
        "総合戦略 まち・ひと・しごと創生総合戦略 関連する総合戦略 \
         デジタル田園都市国家構想総合戦略",
    ),
    (
        Part::Glossary,
        "用語解説 用語の解説 用語説明 用語の説明 用語集 用語 注釈 脚注 語句説明 \
         語句の説明",
    ),
    (
        Part::Overview,
        "計画の体系 施策の体系 施策体系 体系図 計画体系 施策体系図 施策の体系図 \
         計画の体系図 体系表 政策体系 取組の体系 計画の体系表 総合計画の体系",
    ),
];

/// Endings that make a longer heading one of a part: `本町の現状と課題`.
const ENDINGS: [(Part, &str); 8] = [
    (
        Part::Situation,
        "現状と課題 現況と課題 現状・課題 現状及び課題 を取り巻く状況 を取り巻く環境 現状と今後の状況変化",
    ),
    (
        Part::Progress,
        "の取組実績 の実施状況 の実施結果 の進捗状況",
    ),
    (
        Part::Aims,
        "の基本方針 の目指す姿 のめざす姿 の方向性 の基本方向 に関する基本的方向 がめざす将来の姿 が目指す将来の姿",
    ),
    (
        Part::Initiatives,
        "の展開方向 施策の展開 主な取組 主な取り組み 具体的な取組 主要事業 主な事業",
    ),
    (
        Part::Indicators,
        "成果指標 数値目標 評価指標 達成指標 目標指標 業績評価指標 指標一覧 まちづくり指標 測る指標",
    ),
    (Part::RelatedPlans, "の関連計画 の個別計画 関連する計画"),
    (Part::Sdgs, "のSDGs 関連するSDGs 対応するSDGs"),
    (Part::Overview, "計画の体系 施策の体系 施策体系図"),
];

/// The longest heading that an ending makes one of a part; a longer line is a sentence.
const LONGEST_HEADING: usize = 16;

/// A heading without the signs around it: `【人材の確保】` is 人材の確保.
#[must_use]
pub fn undecorated(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_decoration(c))
}

/// The sign in front of a decorated heading: `【` of 【めざす姿】; none when it has none.
#[must_use]
pub fn decoration(text: &str) -> Option<char> {
    text.trim_start()
        .chars()
        .next()
        .filter(|&sign| is_decoration(sign))
}

fn is_decoration(character: char) -> bool {
    const SIGNS: &str = "■□◆◇●○◎▼▽▲△★☆【】〈〉《》≪≫‹›<>[]〔〕「」『』:：#|~～―─▶►➤＞＜▍▌▎❙┃｜◤◥❖";
    SIGNS.contains(character)
}

/// The heading's words alone: half-width, without spaces, decoration and what stands in brackets behind.
#[must_use]
pub fn bare(text: &str) -> String {
    let squashed = squash(text);
    let core = squashed
        .trim_start_matches(is_decoration)
        .trim_end_matches(|c: char| is_decoration(c) && !matches!(c, ')' | '】' | ']'));
    // （具体的な事業） is a heading in brackets, and nothing else.
    let inside = core
        .strip_prefix('(')
        .and_then(|core| core.strip_suffix(')'));
    let core = inside.filter(|it| !it.contains(['(', ')'])).unwrap_or(core);
    let open = core
        .find(['(', '（', '【', '['])
        .filter(|&open| open > 0 && core.ends_with([')', '）', '】', ']']));
    core[..open.unwrap_or(core.len())]
        .trim_end_matches(is_decoration)
        .to_owned()
}

/// Longer lines (in bytes) are no headings; they are not compared word by word.
const LONGEST_LINE: usize = 160;

/// The part that a line is the heading of; none when it is no such heading.
#[must_use]
pub fn part_of(text: &str) -> Option<Part> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let words = bare(text);
    if words.is_empty() {
        return None;
    }
    let exact = HEADINGS.iter().find(|(_, known)| {
        known
            .split(' ')
            .any(|word| words.eq_ignore_ascii_case(word))
    });
    let ending = || {
        let short = words.chars().count() <= LONGEST_HEADING;
        ENDINGS
            .iter()
            .find(|(_, known)| short && known.split(' ').any(|word| words.ends_with(word)))
    };
    exact.or_else(ending).map(|(part, _)| *part)
}

/// A heading with its contents on the same line, a space or colon between them: `関連計画 A市B計画`, `SDGs：3, 4`.
#[must_use]
pub fn part_with_contents(text: &str) -> Option<(Part, &str)> {
    let inline = [Part::RelatedPlans, Part::Sdgs, Part::Tags, Part::Aside];
    text.char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, ':' | '：'))
        .find_map(|(index, c)| {
            let contents = text[index + c.len_utf8()..].trim();
            let part = part_of(&text[..index])
                .filter(|part| inline.contains(part) && !contents.is_empty())?;
            Some((part, contents))
        })
}

/// What a heading calls its indicators: `KGI`, `KPI`, or its own words without brackets and numbers.
#[must_use]
pub fn kind_of(heading: &str) -> String {
    let upper = fold_width(heading).to_uppercase();
    for kind in ["KGI", "KPI"] {
        if upper.contains(kind) {
            return kind.to_owned();
        }
    }
    bare(heading)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_heading_is_known_whatever_its_spaces_and_decoration() {
        for (text, part) in [
            ("現状と課題", Part::Situation),
            ("■ 本町の現状と課題", Part::Situation),
            ("【めざす姿】", Part::Aims),
            ("主な取り組み内容", Part::Initiatives),
            ("ＫＧＩ（重要目標達成指標）", Part::Indicators),
            ("関連する 個別計画", Part::RelatedPlans),
            ("対応するＳＤＧｓ", Part::Sdgs),
            ("（具体的な事業）", Part::Initiatives),
            ("＜構成事業（担当部）＞", Part::Initiatives),
            ("〈数値目標〉", Part::Indicators),
            ("現状・これまでの取組", Part::Situation),
        ] {
            assert_eq!(part_of(text), Some(part), "{text}");
        }
        assert_eq!(part_of("デジタル化の推進"), None);
        assert_eq!(kind_of("ＫＧＩ（重要目標達成指標）"), "KGI");
        assert_eq!(kind_of("重要業績評価指標（KPI）"), "KPI");
        assert_eq!(kind_of("めざすべき目標値"), "めざすべき目標値");
    }

    #[test]
    fn a_heading_may_have_its_contents_beside_it() {
        assert_eq!(
            part_with_contents("関連する個別計画 みほん町計画"),
            Some((Part::RelatedPlans, "みほん町計画"))
        );
        assert_eq!(part_with_contents("SDGs：3, 4"), Some((Part::Sdgs, "3, 4")));
        assert_eq!(part_with_contents("関連計画"), None);
        assert_eq!(part_with_contents("現状と課題 について"), None);
    }
}
