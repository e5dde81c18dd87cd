//! The labels of sheets, and which rows have them.

use super::super::columns::{Column, column_of, year_of};
use super::super::vocabulary::bare;
use crate::plan::{FiscalYear, squash};
use crate::read::{Row, Table, header_of};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

/// What a row of a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// 番号
    Number,
    /// 取組項目
    Title,
    /// 現状と課題
    Situation,
    /// 目指す姿
    Aim,
    /// 目標
    Goals,
    /// 取組内容
    Actions,
    /// 実践課
    Departments,
    /// 年次計画
    Schedule,
    /// 前期
    FirstHalf,
    /// 後期
    SecondHalf,
    /// 目標の達成
    Achievement,
    /// 評価・検証
    Evaluation,
}

/// The words of the labels, the usual one first.
pub const LABELS: [(Field, &str); 12] = [
    (
        Field::Number,
        "番号 No. No NO. 整理番号 項目番号 取組番号 取組No. 実施項目番号",
    ),
    (
        Field::Situation,
        "現状と課題 現状 現状・課題 現状及び課題 背景 取組の背景",
    ),
    (
        Field::Schedule,
        "年次計画 スケジュール 実施スケジュール 年度別計画 年度計画 工程 工程表 実施工程 取組スケジュール 行程",
    ),
    (
        Field::Title,
        "取組項目 取り組み項目 取組名 取組事項 実践項目 実施項目 項目名 事業名 事務事業名 施策名 改革項目",
    ),
    (
        Field::Aim,
        "目指す姿 めざす姿 目的 取組の目的 事業目的 あるべき姿 最終目標",
    ),
    (
        Field::Goals,
        "目標 年度目標 今年度の目標 本年度の目標 当該年度の目標 今年度目標 数値目標",
    ),
    (
        Field::Actions,
        "取組内容 取り組み内容 実施内容 具体的な取組 取組の内容 事業内容 実施計画 取組計画 概要",
    ),
    (
        Field::Departments,
        "実践課 担当課 担当 所管課 所管 担当部署 主管課 実施課 担当課等 担当課名",
    ),
    (
        Field::FirstHalf,
        "前期 上半期 上期 前半期 中間 中間実績 上半期の取組 上半期実績 前期実績 上半期の実績 前期の実績 上期実績 上期の実績 前期の取組",
    ),
    (
        Field::SecondHalf,
        "後期 下半期 下期 後半期 下半期の取組 下半期実績 後期実績 下半期の実績 後期の実績 下期実績 下期の実績 後期の取組",
    ),
    (
        Field::Achievement,
        "目標の達成 達成状況 達成度 目標達成状況 目標達成度 目標の達成状況 達成 進捗度 自己評価 評価区分 進捗区分 達成区分",
    ),
    (
        Field::Evaluation,
        "評価・検証 評価検証 評価と検証 検証 評価 検証・評価 評価及び検証 課題 今後の課題 今後の方針 課題と今後の方針 今後の方向性 \
         課題・今後の方針 課題と対応 評価・課題 総括 所見 改善点",
    ),
];

/// Labels whose values are in no sheet: people and how to reach them.
const PASSED_OVER: &str = "課長名 課長 課長氏名 主管課長 主管課長名 担当課長 係名 係長 係長名 部長 部長名 所属長 責任者 内線 内線番号 電話 電話番号 連絡先 \
     記入者 記載者 作成者 評価者 担当者 担当者名 氏名 職氏名 職・氏名 記入日 記入年月日 作成日 作成年月日 評価日 評価年月日";

/// Whether a cell is a label whose value is in no sheet.
#[must_use]
pub fn is_passed_over(cell: &str) -> bool {
    cell.len() <= LONGEST_CELL && KNOWN.passed_over.contains(&*bare(cell))
}

/// A label's value, and the fiscal year that a label over several rows names beside it.
#[derive(Debug, PartialEq, Eq)]
pub struct Labelled {
    /// What the value is.
    pub field: Field,
    /// The year of the group (`令和5年度 | 進捗状況 | 前期 | …`).
    pub year: Option<FiscalYear>,
    /// The value; its cells are joined by a space.
    pub value: String,
}

impl Labelled {
    /// A value whose label is the heading of its column.
    pub fn of(field: Field, value: String) -> Self {
        Self {
            field,
            year: None,
            value,
        }
    }
}

/// The longest label that is not known.
const LONGEST_LABEL: usize = 20;

/// Longer cells (in bytes) are no labels; they are not compared with any.
const LONGEST_CELL: usize = 120;

/// The words of the labels, made ready for looking up: every cell of a document may be one.
struct Known {
    fields: HashMap<&'static str, Field>,
    passed_over: HashSet<&'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let words = |(field, known): &(Field, &'static str)| {
        let field = *field;
        known.split_whitespace().map(move |word| (word, field))
    };
    Known {
        // Of a word in two lists the first says what it is.
        fields: LABELS.iter().rev().flat_map(words).collect(),
        passed_over: PASSED_OVER.split_whitespace().collect(),
    }
});

fn field_of(cell: &str) -> Option<Field> {
    if cell.len() > LONGEST_CELL {
        return None;
    }
    KNOWN.fields.get(&*bare(cell)).copied()
}

/// The year that a label over several rows names (`令和5年度`, `令和5年度 進捗状況`); none when it is no such label.
fn group_of(cell: &str) -> Option<Option<FiscalYear>> {
    let squashed = squash(cell);
    let rest = squashed
        .trim_end_matches("進捗状況")
        .trim_end_matches("実績")
        .trim_end_matches("の");
    let year = year_of(rest);
    (year.is_some() || (rest.is_empty() && !squashed.is_empty())).then_some(year)
}

/// The labels of a row with their values: mostly one, sometimes several beside each other. Empty when the row does not
/// begin with a label.
#[must_use]
pub fn labelled(cells: &[String]) -> Vec<Labelled> {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    let mut year = None;
    while let Some(cell) = filled.next_if(|cell| group_of(cell).is_some()) {
        year = group_of(cell).flatten().or(year);
    }
    let mut pairs: Vec<Labelled> = Vec::new();
    if filled.clone().count() > 2 && is_heading(filled.clone()) {
        return pairs;
    }
    let mut passed_over = false;
    while let Some(cell) = filled.next() {
        // A label behind a value opens another pair, if a value follows it too.
        let opens = match pairs.last() {
            None => true,
            Some(last) => !last.value.is_empty() && filled.peek().is_some(),
        };
        passed_over = is_passed_over(cell) || (passed_over && !(opens && field_of(cell).is_some()));
        match (field_of(cell).filter(|_| opens), pairs.last_mut()) {
            (_, Some(_)) if passed_over => {}
            (Some(field), _) => pairs.push(Labelled {
                field,
                year,
                value: String::new(),
            }),
            (None, Some(last)) if last.value.is_empty() => last.value.clone_from(cell),
            (None, Some(last)) => last.value = [last.value.as_str(), cell].join(" "),
            (None, None) => return Vec::new(),
        }
    }
    pairs
}

/// A year and what stands beside it, in a row of their own; the first such row of a sheet has the label of its schedule.
#[must_use]
pub fn year_row(cells: &[String], is_further: bool) -> Option<(FiscalYear, &str)> {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    let labelled = filled
        .next_if(|cell| field_of(cell) == Some(Field::Schedule))
        .is_some();
    match (filled.next(), filled.next(), filled.next()) {
        (Some(year), Some(cell), None) if labelled || is_further => {
            let year = year_of(year)?;
            year_of(cell).is_none().then_some((year, cell.as_str()))
        }
        _ => None,
    }
}

/// Whether most of a row's cells are labels or headings of columns: then it is a table's heading, and no value.
fn is_heading<'a>(filled: impl Iterator<Item = &'a String>) -> bool {
    let (mut cells, mut known) = (0, 0);
    for cell in filled {
        let of_column = || column_of(cell).is_some_and(|column| !matches!(column, Column::Year(_)));
        cells += 1;
        known += usize::from(field_of(cell).is_some() || of_column());
    }
    cells > 2 && known * 2 > cells
}

/// The years that stand over the cells of the rows below, by their index; none when the row holds anything else.
#[must_use]
pub fn years_above(cells: &[String]) -> Option<Vec<(usize, FiscalYear)>> {
    let filled = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let is_schedule = |cell: &str| field_of(cell) == Some(Field::Schedule);
    let years = filled
        .filter(|(_, cell)| !is_schedule(cell))
        .map(|(index, cell)| Some((index, year_of(cell)?)));
    years
        .collect::<Option<Vec<_>>>()
        .filter(|years| years.len() > 1)
}

/// What the columns of a table hold that has a sheet in each row: its heading names the title and both halves. None for
/// any other table.
#[must_use]
pub fn sheet_columns(table: &Table) -> Option<Vec<Option<Field>>> {
    let heading = table.rows.first()?;
    let columns = heading.cells.iter();
    let columns: Vec<Option<Field>> = columns
        .map(|cell| field_of(cell).or_else(|| of_sheet_column(cell)))
        .collect();
    let needed = [Field::Title, Field::FirstHalf, Field::SecondHalf];
    needed
        .iter()
        .all(|field| columns.contains(&Some(*field)))
        .then_some(columns)
}

/// What else the heading of a column says: the half of the year that it begins with (上半期（4～9月）の実績), or how far
/// things have come.
fn of_sheet_column(cell: &str) -> Option<Field> {
    let words = squash(cell);
    let begins = |words_of: &[&str]| words_of.iter().any(|word| words.starts_with(word));
    match () {
        () if words.contains("目標") || words.ends_with('値') => None,
        () if begins(&["上半期", "上期"]) => Some(Field::FirstHalf),
        () if begins(&["下半期", "下期"]) => Some(Field::SecondHalf),
        () if ["進捗", "進捗状況", "進捗区分"].contains(&words.as_str()) => {
            Some(Field::Achievement)
        }
        () => None,
    }
}

/// Whether a table's rows are labels with their values: those of a sheet, and in at least half of the rows.
#[must_use]
pub fn is_sheet(table: &Table) -> bool {
    let rows = table
        .rows
        .iter()
        .map(|row| (labelled(&row.cells), years_above(&row.cells)));
    let (mut known, mut fields) = (0, BTreeSet::new());
    let is_pair = |row: &&Row| {
        let mut filled = row.filled();
        let label = filled.next().unwrap_or_default();
        filled.count() == 1 && label.chars().count() <= LONGEST_LABEL && !label.contains('。')
    };
    for (pairs, years) in rows {
        known += usize::from(!pairs.is_empty() || years.is_some());
        fields.extend(pairs.into_iter().map(|pair| pair.field));
    }
    let of_sheets = [
        Field::Title,
        Field::FirstHalf,
        Field::SecondHalf,
        Field::Achievement,
    ];
    // With these, rows of other labels belong to the sheet too.
    let needed = [Field::Title, Field::Departments, Field::Actions];
    // 施策名 and 主管課 also stand above tables of indicators.
    let is_of_indicators = || {
        let later = [Field::FirstHalf, Field::SecondHalf, Field::Achievement];
        !later.iter().any(|field| fields.contains(field)) && header_of(table).is_some()
    };
    fields.len() > 1
        && !is_of_indicators()
        && of_sheets.iter().any(|field| fields.contains(field))
        && (known * 2 >= table.rows.len()
            || (needed.iter().all(|field| fields.contains(field))
                && table.rows.iter().filter(is_pair).count() * 2 >= table.rows.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Field, Option<i32>, String)> {
        let cells: Vec<String> = text.split('|').map(str::to_owned).collect();
        labelled(&cells)
            .into_iter()
            .map(|it| (it.field, it.year.map(|year| year.0), it.value))
            .collect()
    }

    #[test]
    fn labels_are_known_in_whatever_column_and_spacing() {
        assert_eq!(
            read("実 践 課||総務課"),
            [(Field::Departments, None, "総務課".into())]
        );
        assert_eq!(
            read("|評価・検証||良い"),
            [(Field::Evaluation, None, "良い".into())]
        );
        assert_eq!(
            read("令和5年度|進捗状況|後期 (10～3月)|a"),
            [(Field::SecondHalf, Some(2023), "a".into())]
        );
        assert_eq!(
            read("令和5年度 進捗状況|目 標|a"),
            [(Field::Goals, Some(2023), "a".into())]
        );
        assert_eq!(read("指標名|基準値|目標値"), []);
    }

    #[test]
    fn several_labels_stand_beside_each_other() {
        assert_eq!(
            read("番号|1-1|担当課|総務課|税務課"),
            [
                (Field::Number, None, "1-1".into()),
                (Field::Departments, None, "総務課 税務課".into())
            ]
        );
        assert_eq!(
            read("取組内容|目標"),
            [(Field::Actions, None, "目標".into())]
        );
        assert_eq!(
            read("主管課|福祉課|課長名|見本 太郎|施策名|福祉"),
            [
                (Field::Departments, None, "福祉課".into()),
                (Field::Title, None, "福祉".into())
            ]
        );
        assert_eq!(read("事業名|概要|担当課|事業費（千円）|計"), []);
    }
}
