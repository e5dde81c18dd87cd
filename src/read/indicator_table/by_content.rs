//! What a column holds by what stands in it, where its heading is missing, unknown or means several things.

use super::columns::{Column, Field};
use super::content::Content;
use crate::plan::{Period, squash};

/// Reads the columns again by their contents.
pub(super) fn settle(columns: &mut [Column], contents: &[Content]) {
    let first_text = contents
        .iter()
        .position(|content| content.is_text())
        .unwrap_or(0);
    for (index, content) in contents
        .iter()
        .enumerate()
        .filter(|(_, content)| content.filled > 0)
    {
        let here = Here {
            columns,
            index,
            content: *content,
            contents,
            is_left: index < first_text,
        };
        columns[index].field = match columns[index].field {
            Field::Unknown => here.without_heading(),
            field @ (Field::Kind | Field::Period | Field::Accumulation) => {
                here.kind_or_datum(field)
            }
            field @ (Field::Baseline
            | Field::Actual
            | Field::Target
            | Field::BaselineYear
            | Field::TargetYear
            | Field::Section) => here.value_or_year(field),
            field => here.remark_or_rate(field),
        };
    }
}

/// A column and what is known around it.
struct Here<'a> {
    columns: &'a [Column],
    index: usize,
    content: Content,
    contents: &'a [Content],
    /// Whether it stands left of all texts.
    is_left: bool,
}

impl Here<'_> {
    fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|column| column.field == field)
    }

    /// Whether the column before or behind is of a field.
    fn is_beside(&self, field: Field) -> bool {
        let beside = [self.index.checked_sub(1), Some(self.index + 1)];
        let mut beside = beside.into_iter().flatten();
        beside.any(|index| {
            let column = self.columns.get(index);
            column.is_some_and(|column| column.field == field)
        })
    }

    fn heading(&self) -> &str {
        &self.columns[self.index].heading
    }

    fn without_heading(&self) -> Field {
        let content = self.content;
        let beside_values = self.heading().is_empty() || !self.has(Field::Unit);
        match () {
            () if content.mostly(content.units) && beside_values => Field::Unit,
            () if content.mostly(content.data) && content.filled > 1 => Field::Datum,
            () if content.mostly(content.pointing) && self.may_point() => Field::Direction,
            () if content.mostly(content.departments) && !self.has(Field::Department) => {
                Field::Department
            }
            () if content.mostly(content.numbers) && self.is_left && !self.has(Field::Number) => {
                Field::Number
            }
            () => Field::Unknown,
        }
    }

    /// Whether arrows below the heading may say where to go: 次期の取扱い 継続 and 前年度比 ↑ say what was or will be done.
    fn may_point(&self) -> bool {
        let words = squash(self.heading());
        let of_goals = [
            "目指",
            "めざ",
            "望まし",
            "向き",
            "性質",
            "特性",
            "優位",
            "増減",
        ];
        words.is_empty() || of_goals.iter().any(|word| words.contains(word))
    }

    /// 区分 may be the kind of indicator, the datum of the row, 単年・累計, a section or a remark.
    fn kind_or_datum(&self, field: Field) -> Field {
        let content = self.content;
        match field {
            Field::Kind | Field::Period if content.mostly(content.data) => Field::Datum,
            Field::Kind if content.mostly(content.accumulations) => Field::Accumulation,
            Field::Kind if content.mostly(content.kinds) => Field::Kind,
            Field::Kind if self.is_left || self.index == 0 => Field::Section,
            Field::Kind => Field::Note,
            Field::Accumulation if !content.mostly(content.accumulations) => Field::Note,
            field => field,
        }
    }

    /// 目標年度 over figures is a target, 目標値 over 年度 its year, めざす姿 over figures a target too.
    fn value_or_year(&self, field: Field) -> Field {
        let content = self.content;
        let holds_years = content.mostly(content.years);
        let holds_figures = content.mostly(content.figures) && !holds_years;
        let says_year = ["年度", "年", "年次", "時点"]
            .iter()
            .any(|end| squash(self.heading()).ends_with(end));
        match field {
            Field::Baseline if holds_years && says_year => match self.has(Field::BaselineYear) {
                true if self.is_beside(field) => Field::ActualYear, // 直近年 besides 基準年
                _ => Field::BaselineYear,
            },
            Field::Target if holds_years && says_year => Field::TargetYear,
            Field::Actual if holds_years && says_year && self.is_beside(field) => Field::ActualYear,
            Field::TargetYear | Field::Section if holds_figures && !self.has(Field::Target) => {
                Field::Target
            }
            Field::BaselineYear if holds_figures && !self.has(Field::Baseline) => Field::Baseline,
            // 主な取組実績 tells in sentences what was done, beside figures.
            Field::Actual | Field::Baseline
                if content.mostly(content.prose) && self.has_figures_elsewhere() =>
            {
                Field::Note
            }
            field => field,
        }
    }

    /// Whether the heading is 中間評価 or 最終評価 with its year: what was measured then, where figures stand below.
    fn is_dated_evaluation(&self) -> bool {
        let words = squash(self.heading());
        let is_evaluation = ["中間評価", "最終評価", "直近評価"]
            .iter()
            .any(|word| words.contains(word));
        is_evaluation && self.columns[self.index].period != Period::Unknown
    }

    /// Whether another column of values mostly holds figures.
    fn has_figures_elsewhere(&self) -> bool {
        let mut others = self.columns.iter().zip(self.contents).enumerate();
        others.any(|(index, (column, content))| {
            index != self.index && column.field.is_value() && content.mostly(content.figures)
        })
    }

    /// 達成状況 in per cent is a rate, 達成度 in letters a remark; so is a direction that points nowhere.
    fn remark_or_rate(&self, field: Field) -> Field {
        let content = self.content;
        let speaks_of_rate = ["達成", "進捗"]
            .iter()
            .any(|word| self.heading().contains(word));
        match field {
            Field::Note if content.mostly(content.percents) && speaks_of_rate => {
                Field::PublishedRate
            }
            Field::Note if content.mostly(content.figures) && self.is_dated_evaluation() => {
                Field::Actual
            }
            Field::PublishedRate if !content.mostly(content.figures + content.missing) => {
                Field::Note
            }
            Field::Direction if !content.mostly(content.pointing) => Field::Note,
            Field::Number if content.is_text() && content.mostly(content.sentences) => {
                Field::Unknown
            }
            field => field,
        }
    }
}
