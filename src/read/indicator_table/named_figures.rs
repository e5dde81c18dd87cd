//! Columns whose cells hold a name and its figure together: `KPI（令和11年度）` over `就業相談者数 100人`.

use super::columns::{Field, recognise};
use super::header::SEARCHED_ROWS;
use crate::plan::{Period, UnitHint, Value, parse_period, parse_value};
use crate::read::table::{Row, Table};

/// The table with such columns parted into names and values: the first holds the names, and each its values. None where
/// there is no such column.
pub(super) fn parted(table: &Table) -> Option<Table> {
    let heading = table.rows.iter().take(SEARCHED_ROWS).position(|row| {
        row.filled().count() > 1 && row.cells.iter().any(|cell| recognise(cell) == Field::Name)
    })?;
    let (above, body) = (&table.rows[..heading], &table.rows[heading + 1..]);
    let heading = &table.rows[heading];
    let columns: Vec<usize> = (0..heading.cells.len())
        .filter(|column| recognise(heading.cell(*column)) == Field::Name)
        .filter(|column| holds_both(body, *column))
        .collect();
    let names = *columns.first()?;
    let headings = value_headings(heading, &columns);
    let mut rows = above.to_vec();
    let with_value = |row: &Row, name: String, values: &[String]| {
        let mut cells = row.cells.clone();
        cells.resize(cells.len().max(heading.cells.len()), String::new());
        for (column, value) in columns.iter().zip(values) {
            value.clone_into(&mut cells[*column]);
        }
        cells.insert(names, name);
        Row {
            line: row.line,
            cells,
        }
    };
    rows.push(with_value(
        heading,
        heading.cell(names).to_owned(),
        &headings,
    ));
    for row in body {
        rows.extend(
            items(row, &columns).into_iter().enumerate().map(
                |(place, (name, values))| match place {
                    0 => with_value(row, name, &values),
                    _ => with_value(&blank(row), name, &values), // merged with the one above
                },
            ),
        );
    }
    Some(Table { rows })
}

/// A row of the same line without cells.
fn blank(row: &Row) -> Row {
    Row {
        line: row.line,
        cells: Vec::new(),
    }
}

/// Whether most cells of a column are a name with its figure.
fn holds_both(body: &[Row], column: usize) -> bool {
    let cells = body.iter().map(|row| row.cell(column));
    let (mut filled, mut both) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        both += usize::from(cell.lines().all(|line| part(line).is_some()));
    }
    both > 1 && both * 3 >= filled * 2
}

/// What the values of each column are, with their year: as its heading says, else the latest are the targets.
fn value_headings(heading: &Row, columns: &[usize]) -> Vec<String> {
    let years = || {
        let headings = columns.iter().map(|column| heading.cell(*column));
        headings.map(|text| parse_period(text).year())
    };
    let latest = years().max().flatten();
    let heading_of = |(place, column): (usize, &usize)| {
        let text = heading.cell(*column);
        let period = parse_period(text);
        let is_last = match latest {
            Some(latest) => period.year() == Some(latest),
            None => place == 0,
        };
        let word = match () {
            () if text.contains("実績") => "実績値",
            () if text.contains("現状") || text.contains("基準") => "現状値",
            () if text.contains("目標") || is_last => "目標値",
            () => "実績値",
        };
        match period {
            Period::Unknown => word.to_owned(),
            Period::FiscalYear(year) => format!("{word}（{}年度）", year.0),
            Period::Calendar { calendar_year } => format!("{word}（{}年）", calendar_year.0),
        }
    };
    columns.iter().enumerate().map(heading_of).collect()
}

/// The names of a row with their values, one for each of the columns; a cell may list several, each on a line of its own.
fn items(row: &Row, columns: &[usize]) -> Vec<(String, Vec<String>)> {
    let lists: Vec<Vec<&str>> = columns
        .iter()
        .map(|column| row.cell(*column).lines().collect())
        .collect();
    let count = lists.first().map_or(0, Vec::len);
    let is_list = count > 1
        && lists.iter().all(|list| {
            list.is_empty() || (list.len() == count && list.iter().all(|line| part(line).is_some()))
        });
    let texts_at = |at: usize| {
        let texts = lists.iter().map(|list| list.get(at).copied());
        texts.map(Option::unwrap_or_default).collect()
    };
    let texts: Vec<Vec<&str>> = if is_list {
        (0..count).map(texts_at).collect()
    } else {
        vec![columns.iter().map(|column| row.cell(*column)).collect()]
    };
    texts.iter().map(|texts| item(texts)).collect()
}

/// The name that texts share, with the value of each. Another name is another thing: its text stays whole.
fn item(texts: &[&str]) -> (String, Vec<String>) {
    let parts = || texts.iter().map(|text| part(text).unwrap_or(("", text)));
    let name = parts().map(|(name, _)| name).find(|name| !name.is_empty());
    let name = name.unwrap_or_default();
    let values = parts().zip(texts).map(|((own, value), text)| {
        let is_other = !own.is_empty() && own != name;
        (if is_other { *text } else { value }).to_owned()
    });
    (name.to_owned(), values.collect())
}

/// Longer lines (in bytes) are sentences.
const LONGEST_LINE: usize = 300;

/// A name and the figure behind it; none where a text is not both. A figure behind a space or colon counts before one that
/// only follows the words (1人1日当たりの量 500g, 法人の数5件).
fn part(text: &str) -> Option<(&str, &str)> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let is_gap = |c: char| c.is_whitespace() || "：:…・".contains(c);
    let begins = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "約▲△".contains(c);
    let goes_on = |c: char| begins(c) || ".,．，".contains(c);
    let places = || {
        let characters = text.char_indices().filter(|(_, c)| begins(*c));
        characters
            .map(|(at, _)| at)
            .filter(|at| !text[..*at].ends_with(goes_on))
    };
    let at = |at: usize| {
        let (name, figure) = text.split_at(at);
        let name = name.trim_end_matches(is_gap);
        let bullets = ['・', '○', '●', '◇', '◆', '■', '-', ' ', '\u{3000}'];
        let name = name.trim_start_matches(bullets);
        (name.chars().count() > 1 && is_figure(figure)).then(|| (name, figure.trim()))
    };
    let behind_gap = places().filter(|at| text[..*at].ends_with(is_gap));
    let behind_gap: Vec<usize> = behind_gap.collect();
    let mut last_first = behind_gap.into_iter().rev();
    last_first.find_map(at).or_else(|| places().find_map(at))
}

fn is_figure(text: &str) -> bool {
    matches!(
        parse_value(text, &UnitHint::none()),
        Value::Number { .. } | Value::Bounded { .. } | Value::Range { .. } | Value::Rate { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<String>> {
        let rows = (1..).zip(text.lines()).map(|(line, text)| Row {
            line,
            cells: text
                .split('|')
                .map(|cell| cell.replace('/', "\n"))
                .collect(),
        });
        let table = parted(&Table {
            rows: rows.collect(),
        })?;
        let rows = table.rows.iter();
        Some(rows.map(|row| row.cells.join("|")).collect())
    }

    #[test]
    fn a_name_is_parted_from_its_figure() {
        assert_eq!(
            part("合同企業説明会参加者延べ人数 300人"),
            Some(("合同企業説明会参加者延べ人数", "300人"))
        );
        assert_eq!(part("・法人の数：5件"), Some(("法人の数", "5件")));
        assert_eq!(
            part("1人1日当たりのごみの量 500g以下"),
            Some(("1人1日当たりのごみの量", "500g以下"))
        );
        for text in ["300人", "第2次計画の策定", "窓口を置く", ""] {
            assert_eq!(part(text), None, "{text}");
        }
    }

    #[test]
    fn columns_of_two_years_are_targets_and_actuals_of_one_name() {
        let text = "施策|KPI(令和11年度まで)|KPI(令和6年度)\n雇用|相談者の数 100人|相談者の数 12人\n|創業の件数 10件|創業の件数 1件";
        assert_eq!(
            rows(text).unwrap_or_default(),
            [
                "施策|KPI(令和11年度まで)|目標値（2029年度）|実績値（2024年度）",
                "雇用|相談者の数|100人|12人",
                "|創業の件数|10件|1件"
            ]
        );
    }

    #[test]
    fn a_cell_may_list_several() {
        let text = "取組|重要業績評価指標（KPI）|担当課\n農業|新規就農者の数 5人/農地の面積 10ha|農政課\n観光|観光客の数 2万人|観光課";
        assert_eq!(
            rows(text).unwrap_or_default(),
            [
                "取組|重要業績評価指標（KPI）|目標値|担当課",
                "農業|新規就農者の数|5人|農政課",
                "|農地の面積|10ha|",
                "観光|観光客の数|2万人|観光課"
            ]
        );
    }

    #[test]
    fn names_alone_are_not_parted() {
        assert_eq!(rows("施策|KPI\n雇用|相談者の数\n創業|創業の件数"), None);
        assert_eq!(rows("施策|内容\n雇用|相談者 100人\n創業|創業 3件"), None);
    }
}
