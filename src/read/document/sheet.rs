//! Progress sheets: rows of a label and its value, one sheet after the other.

use super::line::Line;
use super::number;
use super::reader::Reader;
use super::vocabulary::bare;
use super::{bullet, department};
use crate::plan::{FiscalYear, Id, ProgressSheet, squash};
use crate::read::{FindingKind, Level, Table};
use std::collections::BTreeSet;

/// What a row of a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// 取組項目
    Title,
    /// 目指す姿
    Aim,
    /// 目標
    Goals,
    /// 取組内容
    Actions,
    /// 実践課
    Departments,
    /// 前期
    FirstHalf,
    /// 後期
    SecondHalf,
    /// 目標の達成
    Achievement,
    /// 評価・検証
    Evaluation,
}

const LABELS: [(Field, &str); 9] = [
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
        "取組内容 取り組み内容 実施内容 取組 具体的な取組 取組の内容 事業内容 実施計画 取組計画 概要",
    ),
    (
        Field::Departments,
        "実践課 担当課 担当 所管課 所管 担当部署 主管課 実施課 担当課等 担当課名",
    ),
    (
        Field::FirstHalf,
        "前期 上半期 上期 前半期 中間 中間実績 上半期の取組 上半期実績 前期実績",
    ),
    (
        Field::SecondHalf,
        "後期 下半期 下期 後半期 年度末 期末 下半期の取組 下半期実績 後期実績 実績 取組実績",
    ),
    (
        Field::Achievement,
        "目標の達成 達成状況 達成度 目標達成状況 目標達成度 目標の達成状況 達成 進捗度 自己評価 評価区分",
    ),
    (
        Field::Evaluation,
        "評価・検証 評価検証 評価と検証 検証 評価 検証・評価 評価及び検証 課題 今後の課題 今後の方針 課題と今後の方針 今後の方向性 \
         課題・今後の方針 課題と対応 評価・課題 総括 所見 改善点",
    ),
];

/// The sheets so far and what was met of each.
#[derive(Default)]
pub struct Sheets {
    /// The fields that each sheet has, in the order of the plan's sheets, with the line it begins at.
    met: Vec<(BTreeSet<Field>, Line)>,
    /// The fiscal year that group labels name; it goes on.
    year: Option<FiscalYear>,
}

fn field_of(cell: &str) -> Option<Field> {
    let words = bare(cell);
    LABELS
        .iter()
        .find(|(_, known)| known.split_whitespace().any(|word| word == words))
        .map(|(field, _)| *field)
}

/// The year that a label over several rows names (`令和5年度`, `令和5年度 進捗状況`); none when it is no such label.
fn group_of(cell: &str) -> Option<Option<FiscalYear>> {
    let squashed = squash(cell);
    let rest = squashed
        .trim_end_matches("進捗状況")
        .trim_end_matches("実績")
        .trim_end_matches("の");
    let year = super::columns::year_of(rest);
    (year.is_some() || (rest.is_empty() && !squashed.is_empty())).then_some(year)
}

/// The field of a row, the year its group label names, and its value.
fn labelled(cells: &[String]) -> Option<(Field, Option<FiscalYear>, String)> {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    let mut year = None;
    while let Some(cell) = filled.next_if(|cell| group_of(cell).is_some()) {
        year = group_of(cell).flatten().or(year);
    }
    let field = field_of(filled.next()?)?;
    let value = filled.map(String::as_str).collect::<Vec<_>>().join(" ");
    Some((field, year, value))
}

/// Whether a table's rows are labels with their values: at least two different ones, in at least half of the rows.
#[must_use]
pub fn is_sheet(table: &Table) -> bool {
    let fields: Vec<Field> = table
        .rows
        .iter()
        .filter_map(|row| labelled(&row.cells))
        .map(|(field, ..)| field)
        .collect();
    let different: BTreeSet<&Field> = fields.iter().collect();
    different.len() > 1 && fields.len() * 2 >= table.rows.len()
}

impl Reader {
    /// Reads rows of labels and values; a title begins a sheet, other rows go on with the last one.
    pub fn sheet(&mut self, rows: &[Line]) {
        self.place.empty = None;
        for row in rows {
            let cells: Vec<String> = row
                .text
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect();
            let Some((field, year, value)) = labelled(&cells) else {
                self.draft.not_understood(row);
                continue;
            };
            if field == Field::Title {
                self.new_sheet(row, &value);
            }
            self.sheets.year = year.or(self.sheets.year);
            let year = self.sheets.year;
            let (Some(sheet), Some((met, _))) = (
                self.draft.plan.sheets.last_mut(),
                self.sheets.met.last_mut(),
            ) else {
                self.draft.not_understood(row);
                continue;
            };
            sheet.fiscal_year = sheet.fiscal_year.or(year);
            if field != Field::Title && !value.is_empty() {
                fill(sheet, field, &value);
            }
            if !value.is_empty() {
                met.insert(field);
            }
        }
    }

    fn new_sheet(&mut self, line: &Line, title: &str) {
        let section = self.section_of_sheet(line, title);
        let provenance = self.draft.provenance(line.number);
        self.draft.add_sheet(ProgressSheet {
            section,
            title: title.to_owned(),
            provenance,
            ..ProgressSheet::default()
        });
        self.sheets.met.push((BTreeSet::new(), line.clone()));
    }

    /// The section that a title's headings lead to below where the reader stands. A heading is known by its title
    /// first, since numbers are mistyped; one that is not there yet is added.
    fn section_of_sheet(&mut self, line: &Line, title: &str) -> Option<Id> {
        let here = self.draft.outline.current();
        let mut at = here;
        for (numeral, title) in number::run_together(title) {
            let by_title = self
                .draft
                .outline
                .children(at)
                .find(|(_, section, _)| squash(&section.title) == squash(&title));
            if let Some((index, section, known)) = by_title {
                let heading = format!("{} {}", section.number, section.title);
                let same_number = known.style == numeral.style && known.value == numeral.value;
                at = Some(index);
                if !same_number {
                    self.draft.find(
                        Level::Note,
                        line,
                        FindingKind::NameDiffers { known: heading },
                    );
                }
                continue;
            }
            self.draft.outline.stand_at(at);
            let provenance = self.draft.provenance(line.number);
            let entered = self.draft.outline.enter(numeral, &title, provenance);
            if let Some(known) = entered.known {
                self.draft
                    .find(Level::Note, line, FindingKind::NameDiffers { known });
            }
            at = Some(entered.index);
        }
        self.draft.outline.stand_at(here);
        at.and_then(|index| self.draft.outline.sections().get(index))
            .map(|section| section.id.clone())
    }

    /// Says which rows a sheet lacks, or has empty, that most of the sheets have.
    pub fn settle_sheets(&mut self) {
        let met = std::mem::take(&mut self.sheets.met);
        for (index, (fields, line)) in met.iter().enumerate() {
            let id = Id::numbered("sheet", index + 1);
            for (field, labels) in LABELS {
                let usual = met
                    .iter()
                    .filter(|(fields, _)| fields.contains(&field))
                    .count()
                    * 2
                    > met.len();
                if usual && !fields.contains(&field) {
                    let label = labels
                        .split_whitespace()
                        .next()
                        .unwrap_or_default()
                        .to_owned();
                    self.draft.find_about(
                        Level::Warning,
                        line,
                        FindingKind::MissingRow { label },
                        &id,
                    );
                }
            }
        }
    }
}

fn fill(sheet: &mut ProgressSheet, field: Field, value: &str) {
    let text = bullet::unfolded(value);
    match field {
        Field::Title => {}
        Field::Aim => add(&mut sheet.aim, &text),
        Field::Goals => sheet.goals.extend(bullet::items(value)),
        Field::Actions => sheet.actions.extend(bullet::items(value)),
        Field::Departments => sheet.departments.extend(department::split(value)),
        Field::FirstHalf => add(sheet.first_half.get_or_insert_default(), &text),
        Field::SecondHalf => add(sheet.second_half.get_or_insert_default(), &text),
        Field::Achievement => add(&mut sheet.achievement, &text),
        Field::Evaluation => add(sheet.evaluation.get_or_insert_default(), &text),
    }
}

fn add(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_whatever_column_and_spacing() {
        let cells = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            labelled(&cells("実 践 課||総務課")),
            Some((Field::Departments, None, "総務課".into()))
        );
        assert_eq!(
            labelled(&cells("|評価・検証||良い")),
            Some((Field::Evaluation, None, "良い".into()))
        );
        let year = Some(FiscalYear(2023));
        assert_eq!(
            labelled(&cells("令和5年度|進捗状況|後期 (10～3月)|a")),
            Some((Field::SecondHalf, year, "a".into()))
        );
        assert_eq!(
            labelled(&cells("令和5年度 進捗状況|目 標|a")),
            Some((Field::Goals, year, "a".into()))
        );
        assert_eq!(labelled(&cells("指標名|基準値|目標値")), None);
    }
}
