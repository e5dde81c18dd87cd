//! An indicator as lines of labels and values: `指標名：参加者数`, `現状値：120人（R5）`, `目標値：150人（R10）`.

use super::cells;
use super::indicator_table::{Field, recognise};
use super::table::{Row, Table};

/// Longer labels (in characters) are sentences.
const LONGEST_LABEL: usize = 12;
/// No indicator has more such lines.
const MOST_LINES: usize = 20;

/// The lines of one indicator that lines begin with, as a sheet of labels and values, and how many they are. The first
/// must be its name, and one of the others a baseline or target with a figure.
pub(super) fn table(lines: &[(u32, impl AsRef<str>)]) -> Option<(Table, usize)> {
    let mut rows: Vec<Row> = Vec::new();
    let mut has_figure = false;
    for (line, text) in lines.iter().take(MOST_LINES) {
        let Some((label, value)) = label_and_value(text.as_ref()) else {
            break;
        };
        let field = recognise(label);
        if rows.is_empty() != (field == Field::Name) {
            break; // the next indicator, or something else than a name at the start
        }
        has_figure |= matches!(field, Field::Baseline | Field::Target) && cells::is_figure(value);
        rows.push(Row {
            line: *line,
            cells: vec![label.to_owned(), value.to_owned()],
        });
    }
    let count = rows.len();
    has_figure.then_some((Table { rows }, count))
}

fn label_and_value(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.trim().split_once(['：', ':'])?;
    let (label, value) = (label.trim(), value.trim());
    let is_label = label.chars().count() <= LONGEST_LABEL && recognise(label) != Field::Unknown;
    (is_label && !value.is_empty() && !value.contains('\t')).then_some((label, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_in_lines_ends_where_the_next_begins() {
        let lines = [
            (1, "指標名：講座の参加者数"),
            (2, "現状値：120人（R5）"),
            (3, "目標値：150人（R10）"),
            (4, "指標名：講座の数"),
        ];
        assert_eq!(table(&lines).map(|(_, count)| count), Some(3));
        assert!(table(&lines[1..]).is_none());
        assert!(table(&lines[3..]).is_none());
    }
}
