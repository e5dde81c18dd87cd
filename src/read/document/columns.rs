//! What the columns of initiative tables, schedules and overviews hold, by the words of their headings.

use super::vocabulary::bare;
use crate::plan::{FiscalYear, Period, parse_period, squash};
use crate::read::Row;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 取組No.
    Number,
    /// 推進項目, 政策: a level of the hierarchy.
    Section,
    /// 要旨: what a level of the hierarchy is for.
    Aim,
    /// 実践項目, 基本施策: what is done.
    Name,
    /// 単位施策: the names of its parts.
    Measures,
    /// 取組概要: what it is about.
    Summary,
    /// 実践経過: how far it has come, in the year that the heading names, where it names one.
    Progress(Option<FiscalYear>),
    /// 性質: whether it ends.
    Nature,
    /// 所管課.
    Department,
    /// A fiscal year.
    Year(FiscalYear),
}

const WORDS: [(Column, &str); 9] = [
    (
        Column::Number,
        "No No. NO NO. № 番号 取組No. 取組No 取組番号 施策No. 施策番号 事業番号 事業No. 項番",
    ),
    (
        Column::Section,
        "推進項目 基本項目 政策項目 重点項目 大項目 中項目 政策 政策名 政策分野 分野 施策 施策名 施策の柱 柱 章 編 節 基本目標 \
         基本方針 基本政策 施策の方向 施策の方向性 行政改革実践プラン 実践プラン プラン名 推進事項 改革の柱 視点 体系 区分 施策区分",
    ),
    (Column::Aim, "要旨 趣旨 基本的な考え方"),
    (
        Column::Name,
        "実践項目 実施項目 取組項目 具体的取組項目 項目名 項目 取組 取組名 取組事項 取組事業 基本施策 事業 \
         事業名 主な取組 主な事業 主要事業 主要な取組 主要施策 具体的な取組 具体的取組 具体的施策 事務事業 事務事業名 改革項目",
    ),
    (
        Column::Measures,
        "単位施策 単位施策名 構成事業 主な構成事業 個別事業 個別事業名 具体的な事業 小施策",
    ),
    (
        Column::Summary,
        "取組概要 取組内容 主な取組内容 具体的な取組内容 取組の概要 取組の内容 概要 内容 事業概要 事業内容 事業の概要 事業の内容 実施内容 施策内容 施策の内容",
    ),
    (
        Column::Progress(None),
        "実践経過 経過 進捗状況 取組状況 実施状況 取組実績",
    ),
    (Column::Nature, "性質 類型 継続・完結"),
    (
        Column::Department,
        "担当 担当課 担当課等 担当部署 担当部局 担当課・係 所管 所管課 所管課等 所管部署 実践課 実施課 主管課 関係課 実施主体 \
         主担当課 推進課 とりまとめ課 実施担当課",
    ),
];

impl Column {
    /// The column without the year of its notes.
    #[must_use]
    pub fn of_any_year(self) -> Self {
        match self {
            Self::Progress(_) => Self::Progress(None),
            other => other,
        }
    }
}

/// Longer cells (in bytes) are no headings; they are not compared with any.
const LONGEST_HEADING: usize = 240;

/// What a column holds by its heading; none when the words are not known.
#[must_use]
pub fn column_of(heading: &str) -> Option<Column> {
    if heading.len() > LONGEST_HEADING {
        return None;
    }
    if let Some(year) = year_of(heading) {
        return Some(Column::Year(year));
    }
    // 取組み and 取り組み are written either way.
    let words = ["取り組み", "取組み", "取り組"]
        .iter()
        .fold(bare(heading), |words, way| words.replace(way, "取組"));
    let exact = WORDS
        .iter()
        .find(|(_, known)| known.split_whitespace().any(|word| word == words));
    let exact = exact.map(|(column, _)| *column);
    exact
        .or_else(|| is_progress(&words, heading).then_some(Column::Progress(None)))
        .map(|column| match column {
            Column::Progress(_) => Column::Progress(fiscal_year_in(heading)),
            other => other,
        })
}

/// Whether the words of a heading say how far something has come: 実践経過 behind others, or 進捗状況 with its year.
fn is_progress(words: &str, heading: &str) -> bool {
    let known = WORDS
        .iter()
        .filter(|(column, _)| *column == Column::Progress(None));
    let ends = || {
        known
            .flat_map(|(_, known)| known.split_whitespace())
            .any(|word| words.ends_with(word))
    };
    words.ends_with("経過") || (fiscal_year_in(heading).is_some() && ends())
}

/// The fiscal year that a heading names among other words.
fn fiscal_year_in(heading: &str) -> Option<FiscalYear> {
    parse_period(heading).fiscal_year()
}

/// Whether a heading is a fiscal year and all that follow: `H25以降`.
#[must_use]
pub fn is_open_ended(heading: &str) -> bool {
    let squashed = squash(heading);
    first_of_open_ended(&squashed).is_some() && year_of(&squashed).is_some()
}

fn first_of_open_ended(squashed: &str) -> Option<&str> {
    ["以降", "～", "〜", "~"]
        .iter()
        .find_map(|end| squashed.strip_suffix(end))
}

/// The fiscal year that a heading is and nothing more: `R 2`, `令和7年度`, `2025年度（R7）`;
/// of `H25以降` the first.
#[must_use]
pub fn year_of(heading: &str) -> Option<FiscalYear> {
    let squashed = squash(heading);
    let squashed = first_of_open_ended(&squashed).unwrap_or(&squashed);
    let bare_year = !squashed.is_empty()
        && squashed
            .chars()
            .all(|c| c.is_ascii_digit() || "令和平成昭元年度末RHSrhs.()（）/".contains(c));
    match parse_period(squashed) {
        Period::FiscalYear(year) if bare_year => Some(year),
        _ => None,
    }
}

/// What the columns of a heading of one or two rows hold; the lower row says it more exactly.
#[must_use]
pub fn columns_of(heading: &[Row]) -> Vec<Option<Column>> {
    let width = heading.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let of = |index| {
        let mut cells = heading.iter().rev().map(|row| row.cell(index));
        match cells.find_map(column_of)? {
            // The row above may say of which year.
            Column::Progress(None) => Some(Column::Progress(cells.find_map(fiscal_year_in))),
            column => Some(column),
        }
    };
    (0..width).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_the_words_of_the_field() {
        assert_eq!(
            column_of("実 践 課【とりまとめ課】"),
            Some(Column::Department)
        );
        let progress = |year: i32| Some(Column::Progress(Some(FiscalYear(year))));
        assert_eq!(column_of("令和3年度の実践経過"), progress(2021));
        assert_eq!(column_of("進捗状況（R4）"), progress(2022));
        assert_eq!(column_of("実践経過"), Some(Column::Progress(None)));
        assert_eq!(column_of("主要な取組（基本施策）"), Some(Column::Name));
        assert_eq!(column_of("R 2"), Some(Column::Year(FiscalYear(2020))));
        assert_eq!(
            column_of("令和7年度（2025）"),
            Some(Column::Year(FiscalYear(2025)))
        );
        assert_eq!(column_of("H25以降"), Some(Column::Year(FiscalYear(2013))));
        assert!(is_open_ended("H25以降") && !is_open_ended("H25"));
        assert_eq!(column_of("実施年度"), None);
    }

    #[test]
    fn the_row_above_may_say_of_which_year_a_note_is() {
        let row = |text: &str| Row {
            line: 1,
            cells: text.split('|').map(str::to_owned).collect(),
        };
        let columns = columns_of(&[row("項目|令和3年度"), row("項目名|実践経過")]);
        assert_eq!(columns[1], Some(Column::Progress(Some(FiscalYear(2021)))));
    }
}
