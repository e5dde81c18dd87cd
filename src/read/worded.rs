//! Tables copied out of a PDF viewer, whose cells are parted by single spaces like the words in them.

use super::cells;
use super::indicator_table::{Field, recognise};
use super::table::{Row, Table};

/// The heading of such a table, when a line is one: each of its words is a heading, one the name, one a value.
pub(super) fn heading(text: &str) -> Option<Vec<Field>> {
    let fields: Vec<Field> = text.split_whitespace().map(recognise).collect();
    let is_heading = fields.len() >= 3
        && !fields.contains(&Field::Unknown)
        && fields.contains(&Field::Name)
        && fields.iter().any(|field| field.is_value());
    is_heading.then_some(fields)
}

/// The rows below such a heading: the figures of a line stand below the columns of values, the words before them are
/// the name with what stands beside it, and the words behind them the last column.
pub(super) fn table(lines: &[(u32, &str)], heading: &[Field]) -> Table {
    let rows = lines.iter().enumerate().map(|(index, (line, text))| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let cells = if index == 0 {
            None
        } else {
            cells_of(&words, heading)
        };
        let cells = cells.unwrap_or_else(|| words.iter().map(|word| (*word).to_owned()).collect());
        Row { line: *line, cells }
    });
    Table {
        rows: rows.collect(),
    }
}

/// The cells of a line; none when its figures are not as many as the columns of values.
fn cells_of(words: &[&str], heading: &[Field]) -> Option<Vec<String>> {
    let name = heading.iter().position(|field| *field == Field::Name)?;
    let values = heading.iter().position(|field| field.is_value())?;
    let count = heading[values..]
        .iter()
        .take_while(|field| field.is_value())
        .count();
    let is_value = |word: &&str| cells::is_figure(word) || cells::is_missing(word);
    let first = (values..words.len()).find(|first| {
        words[*first..]
            .iter()
            .take(count)
            .filter(|word| is_value(word))
            .count()
            == count
    })?;
    if name > values {
        return None; // words before the figures could be anything
    }
    let beside = values - name - 1;
    let mut cells: Vec<String> = words[..name]
        .iter()
        .map(|word| (*word).to_owned())
        .collect();
    cells.push(words.get(name..first - beside)?.join(" "));
    cells.extend(
        words[first - beside..first + count]
            .iter()
            .map(|word| (*word).to_owned()),
    );
    let (rest, columns) = (&words[first + count..], heading.len() - values - count);
    let single = columns.saturating_sub(1).min(rest.len());
    cells.extend(rest[..single].iter().map(|word| (*word).to_owned()));
    cells.push(rest[single..].join(" "));
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_below_the_values_and_words_around_them() {
        let text = "No 指標名 単位 現状値 目標値 担当課\n1 図書館の 貸出冊数 冊 1,200 1,500 生涯 学習課\n2 蔵書数 冊 ― 90,000 図書館";
        let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
        let heading = heading(lines[0].1).unwrap_or_default();
        let rows: Vec<String> = table(&lines, &heading)
            .rows
            .iter()
            .map(|row| row.cells.join("|"))
            .collect();
        assert_eq!(
            rows[1..],
            [
                "1|図書館の 貸出冊数|冊|1,200|1,500|生涯 学習課",
                "2|蔵書数|冊|―|90,000|図書館"
            ]
        );
    }

    #[test]
    fn a_line_of_prose_is_no_heading() {
        assert_eq!(heading("目標 を 達成 した 指標 は 三つ"), None);
        assert_eq!(heading("指標 目標値"), None);
    }
}
