//! What stands in a column, counted.

use super::columns::{Field, recognise};
use crate::plan::{UnitHint, Value, parse_value, squash};
use crate::read::cells;
use crate::read::table::Row;

/// How many of a column's filled cells are of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    pub(super) filled: usize,
    pub(super) figures: usize,
    pub(super) percents: usize,
    pub(super) missing: usize,
    pub(super) years: usize,
    pub(super) units: usize,
    pub(super) pointing: usize,
    pub(super) departments: usize,
    pub(super) numbers: usize,
    pub(super) data: usize,
    pub(super) kinds: usize,
    pub(super) accumulations: usize,
    pub(super) sentences: usize,
    /// Sentences without a figure in them.
    pub(super) prose: usize,
}

impl Content {
    pub(super) fn of(body: &[Row], column: usize) -> Self {
        let mut content = Self::default();
        for cell in body
            .iter()
            .map(|row| row.cell(column))
            .filter(|cell| !cell.is_empty())
        {
            let long = cell.chars().count() > 20;
            content.filled += 1;
            content.figures += usize::from(cells::is_figure(cell) || is_counted(cell));
            content.percents += usize::from(cells::is_figure(cell) && squash(cell).contains('%'));
            content.missing += usize::from(cells::is_missing(cell));
            content.years += usize::from(cells::is_year(cell));
            content.units += usize::from(cells::is_unit(cell));
            content.pointing += usize::from(cells::pointing(cell).is_some() && !long);
            content.departments += usize::from(cells::is_department(cell));
            content.numbers += usize::from(super::name::is_number(cell));
            content.data += usize::from(datum(cell).is_some());
            content.kinds += usize::from(!long && is_kind(cell));
            content.accumulations += usize::from(cell.contains("単年") || cell.contains("累計"));
            let is_sentence = !cells::is_figure(cell) && cell.chars().count() > 12;
            let has_figure = cell.contains(char::is_numeric);
            content.sentences += usize::from(is_sentence);
            content.prose += usize::from(is_sentence && !has_figure);
        }
        content
    }

    /// Whether most of what is there is of a kind.
    pub(super) fn mostly(self, of_kind: usize) -> bool {
        of_kind * 3 >= self.filled * 2 && of_kind > 0
    }

    pub(super) fn is_text(self) -> bool {
        self.filled > 0
            && !self.mostly(self.figures + self.numbers)
            && !self.mostly(self.units)
            && !self.mostly(self.departments)
            && !self.mostly(self.years)
            && !self.mostly(self.pointing)
    }
}

/// What a cell says the values beside it are: 目標, 実績, 達成率.
pub(in crate::read) fn datum(cell: &str) -> Option<Field> {
    let words = squash(cell);
    let words = words.trim_matches(['(', ')', '【', '】', '[', ']']);
    match recognise(words) {
        field @ (Field::Baseline
        | Field::Target
        | Field::InterimTarget
        | Field::Actual
        | Field::Pace
        | Field::PublishedRate)
            if words.chars().count() <= 8 =>
        {
            Some(field)
        }
        _ => None,
    }
}

/// Whether a cell is a figure behind the word for how it is counted: `延べ2,000人`, `年間50件`.
fn is_counted(cell: &str) -> bool {
    let text = squash(cell);
    let words = ["延べ", "のべ", "年間", "累計", "合計", "総数"];
    let behind = words.iter().find_map(|word| text.strip_prefix(word));
    behind.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && !matches!(
                parse_value(&text, &UnitHint::none()),
                Value::Stage { .. } | Value::Missing { .. }
            )
    })
}

/// Whether a cell is a kind of indicator: KGI, KPI, 成果指標, 活動, アウトカム.
fn is_kind(cell: &str) -> bool {
    let words = squash(cell).to_lowercase();
    [
        "kpi",
        "kgi",
        "指標",
        "成果",
        "活動",
        "アウトカム",
        "アウトプット",
        "数値目標",
        "インプット",
    ]
    .iter()
    .any(|word| words.contains(word))
}
