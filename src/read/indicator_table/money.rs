//! Columns of money beside values that are counted otherwise: what was spent says nothing of how far an indicator has come.

use super::columns::{Column, Field};
use crate::plan::squash;

/// Makes remarks of 実績額 and the like where other columns hold what is and what is to be; beside 目標額 they are values.
pub(super) fn settle(columns: &mut [Column]) {
    let values = |is_of: fn(Field) -> bool| {
        let mut others = columns.iter().filter(|column| !is_amount(column));
        others.any(|column| is_of(column.field))
    };
    let is_target = |field: Field| matches!(field, Field::Target | Field::InterimTarget);
    let is_counted_otherwise = values(|field| matches!(field, Field::Baseline | Field::Actual));
    let aims_at_money = columns
        .iter()
        .any(|column| is_target(column.field) && is_amount(column));
    if !is_counted_otherwise || aims_at_money {
        return;
    }
    for column in columns
        .iter_mut()
        .filter(|column| column.field == Field::Actual && is_amount(column))
    {
        column.field = Field::Note;
    }
}

/// Whether a heading says an amount of money: 実績額, `実績額（千円）`.
fn is_amount(column: &Column) -> bool {
    let words = squash(&column.heading);
    let words = words.split(['(', '[', '【']).next().unwrap_or_default();
    words.ends_with('額')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(headings: &[&str]) -> Vec<Field> {
        let mut columns: Vec<Column> = headings.iter().map(|it| Column::under(it)).collect();
        settle(&mut columns);
        columns.iter().map(|column| column.field).collect()
    }

    #[test]
    fn money_spent_is_a_remark_beside_values_and_a_value_beside_money_aimed_at() {
        let spent = fields(&["指標", "実績額(千円)", "現状値", "目標値"]);
        assert_eq!(spent[1], Field::Note);
        let aimed_at = fields(&["指標", "基準額", "目標額", "実績額"]);
        assert_eq!(aimed_at[3], Field::Actual);
        let alone = fields(&["指標", "目標", "実績額"]);
        assert_eq!(alone[2], Field::Actual);
    }
}
