//! Rows that the page broke inside a cell: the line ends in the middle of the row, and the next goes on with the cell.

use super::columns::{Column, column_of, year_of};
use super::{department, number};
use crate::read::Row;
use crate::read::indicator_table::recognise;

/// How many rows may stand above a heading.
const SEARCHED: usize = 4;
/// How many lines a row can be broken into.
const MOST_LINES: usize = 12;
/// The longest text in brackets that goes on with a cell.
const LONGEST_BRACKET: usize = 20;

/// The rows of a table, those put together that the page broke inside a cell, and the indexes of those. None when none
/// is broken. A row is put together only where its lines have as many cells as the heading, and what stands at the seams
/// belongs together: a figure and its year, two departments.
#[must_use]
pub fn mended(rows: &[Row]) -> Option<(Vec<Row>, Vec<usize>)> {
    let (first, of_heading) = heading(rows)?;
    let mut whole = rows[..first].to_vec();
    let mut joined = Vec::new();
    let head = together(&rows[first..first + of_heading], |_, _| " ");
    let mut at = first + of_heading;
    if of_heading > 1 {
        joined.push(first);
    }
    whole.push(head.clone());
    while at < rows.len() {
        let lines = broken(&rows[at..], &head.cells);
        if lines > 1 {
            joined.push(whole.len());
        }
        whole.push(together(&rows[at..at + lines], separator));
        at += lines;
    }
    (!joined.is_empty()).then_some((whole, joined))
}

/// Whether a line without cells goes on with the last cell of the row above it, which names who is responsible.
#[must_use]
pub fn goes_on(above: &[Row], text: &str) -> bool {
    let Some(last) = above.last() else {
        return false;
    };
    let heading = above.iter().take(SEARCHED).find(|row| {
        let is_last = row.cells.last().is_some_and(|cell| is_responsible(cell));
        row.cells.len() > 1 && is_last
    });
    heading.is_some_and(|heading| {
        let is_whole = last.cells.len() == heading.cells.len() || last.cells.len() == 1;
        let cell = last.cells.last().map_or("", String::as_str);
        is_whole && are_departments(cell, text.trim())
    })
}

/// Where the heading begins and how many lines it has: with more than one, years stand at its seams, and the rows below
/// have as many cells as its lines together.
fn heading(rows: &[Row]) -> Option<(usize, usize)> {
    let broken = (0..rows.len().min(SEARCHED)).find_map(|first| {
        let mut width = rows[first].cells.len();
        let mut lines = 1;
        for pair in rows[first..].windows(2).take(MOST_LINES) {
            let (before, next) = (pair[0].cells.last()?, pair[1].cells.first()?);
            // 目標値 over （R8）, or R8 over （目標値）.
            let value_and_year = recognise(before).is_value() && says_year(next);
            let year_and_value = || says_year(before) && recognise(unbracketed(next)).is_value();
            if !value_and_year && !year_and_value() {
                break;
            }
            (width, lines) = (width + pair[1].cells.len() - 1, lines + 1);
        }
        let below = rows[first + lines..].iter().take(2);
        let below: Vec<usize> = below.map(|row| row.cells.len()).collect();
        let fits = || below.first() == Some(&width) && below.iter().all(|own| *own <= width);
        (lines > 1 && fits()).then_some((first, lines))
    });
    let whole = || {
        let is_heading = |row: &Row| {
            let known = |cell: &&str| column_of(cell).is_some() || recognise(cell).is_value();
            row.filled().filter(known).count() > 1
        };
        rows.iter().take(SEARCHED).position(is_heading)
    };
    broken.or_else(|| whole().map(|first| (first, 1)))
}

/// How many lines the first row takes.
fn broken(rows: &[Row], columns: &[String]) -> usize {
    let (mut width, mut lines, mut fitting) = (rows[0].cells.len(), 1, 1);
    for pair in rows.windows(2).take(MOST_LINES) {
        let (Some(before), Some(next)) = (pair[0].cells.last(), pair[1].cells.first()) else {
            break;
        };
        let more = pair[1].cells.len() - 1;
        // Below a row that is whole already a unit in brackets belongs to its name.
        let is_whole = width == columns.len() && more == 0;
        let may_go_on = !is_whole || is_responsible(&columns[width - 1]) || says_year(next);
        if width + more > columns.len() || !may_go_on || !is_seam(columns, width - 1, before, next)
        {
            break;
        }
        (width, lines) = (width + more, lines + 1);
        if width == columns.len() {
            fitting = lines;
        }
    }
    fitting
}

/// Whether the end of a line and the beginning of the next are one cell of a column.
fn is_seam(columns: &[String], column: usize, before: &str, next: &str) -> bool {
    let of_departments = columns.get(column).is_some_and(|cell| is_responsible(cell));
    match () {
        () if before.is_empty() || next.is_empty() => false,
        () if of_departments => are_departments(before, next),
        () => is_bracket(next) && before.contains(|c: char| c.is_numeric()),
    }
}

/// Two names of units, or one and its remark: 全課, （総括：総務課）.
fn are_departments(before: &str, next: &str) -> bool {
    department::is_departments(before)
        && (department::is_departments(next) || is_bracket(next) && !next.ends_with('。'))
}

/// Whether a text stands in brackets as a whole and is no number: `（R5）`, but not `（1）`.
fn is_bracket(text: &str) -> bool {
    unbracketed(text).len() < text.len()
        && text.chars().count() <= LONGEST_BRACKET
        && number::leading(text).is_none()
}

fn says_year(text: &str) -> bool {
    year_of(unbracketed(text)).is_some()
}

fn unbracketed(text: &str) -> &str {
    text.strip_prefix(['（', '('])
        .and_then(|text| text.strip_suffix(['）', ')']))
        .filter(|text| !text.contains(['（', '(', '）', ')']))
        .unwrap_or(text)
}

fn is_responsible(heading: &str) -> bool {
    column_of(heading) == Some(Column::Department)
}

fn separator(before: &str, next: &str) -> &'static str {
    let apart = department::is_departments(before) && !is_bracket(next);
    if apart && !before.ends_with(['・', '、']) {
        "、"
    } else {
        ""
    }
}

/// Lines as one row: the last cell of each goes on in the next.
fn together(lines: &[Row], between: fn(&str, &str) -> &'static str) -> Row {
    let mut row = lines.first().cloned().unwrap_or_default();
    for line in lines.iter().skip(1) {
        let mut cells = line.cells.iter();
        if let (Some(last), Some(next)) = (row.cells.last_mut(), cells.next()) {
            let between = between(last, next);
            last.push_str(between);
            last.push_str(next);
        }
        row.cells.extend(cells.cloned());
    }
    row
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let row = |(index, text): (usize, &str)| Row {
            line: u32::try_from(index + 1).unwrap(),
            cells: text.split('|').map(str::to_owned).collect(),
        };
        text.lines().enumerate().map(row).collect()
    }

    fn read(text: &str) -> Vec<String> {
        let (whole, _) = mended(&rows(text)).unwrap_or((rows(text), Vec::new()));
        whole.iter().map(|row| row.cells.join("|")).collect()
    }

    #[test]
    fn a_row_broken_inside_its_cells_is_one() {
        assert_eq!(
            read("指標名|単位|現状値\nR5|目標値\nR10|担当課\n件数|件|100|120|福祉課"),
            [
                "指標名|単位|現状値 R5|目標値 R10|担当課",
                "件数|件|100|120|福祉課"
            ]
        );
        assert_eq!(
            read("指標名|現状値|目標値|備考\n件数|100件\n（R5）|120件\n（R10）|年間"),
            [
                "指標名|現状値|目標値|備考",
                "件数|100件（R5）|120件（R10）|年間"
            ]
        );
        assert_eq!(
            read("取組項目|担当課|R5|R6\n広告|広報課\n財産課|公募|導入\n講座|総務課"),
            [
                "取組項目|担当課|R5|R6",
                "広告|広報課、財産課|公募|導入",
                "講座|総務課"
            ]
        );
    }

    #[test]
    fn short_rows_below_each_other_stay_apart() {
        for text in [
            "取組項目|担当課|R5|R6\n広告|広報課\n講座|総務課",
            "指標名|現状値|目標値|備考\n件数|100件\n人数|120件",
            "指標|単位|基準値|目標値\n||R5|R10\n件数|件|1|2",
        ] {
            assert_eq!(mended(&rows(text)), None, "{text}");
        }
    }

    #[test]
    fn a_line_without_cells_may_go_on_with_the_departments() {
        let above = rows("事業名|担当課\n講座|こども課");
        assert!(goes_on(&above, "学校教育課"));
        assert!(goes_on(&above, "（総括：人権課）"));
        assert!(!goes_on(&above, "３ 支援の充実"));
    }
}
