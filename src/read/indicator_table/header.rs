//! Where the heading of an indicator table is, and what its words say of each column.

use super::acceptance::accepted;
use super::columns::{Column, Field, recognise};
use super::section_line;
use crate::plan::{Period, parse_period, squash};
use crate::read::cells;
use crate::read::table::{Row, Table};

/// Where the heading of an indicator table is, and what its columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorHeader {
    /// The index of the heading's first row.
    pub first_row: usize,
    /// How many rows it has, 1 to 3; 0 when the heading was taken over from an earlier part of the table.
    pub rows: usize,
    /// One for each cell of the widest row.
    pub columns: Vec<Column>,
    /// Whether the cells of the heading had to be moved to stand over their columns.
    pub moved: bool,
}

impl IndicatorHeader {
    /// The index of the first row below the heading.
    #[must_use]
    pub fn body(&self) -> usize {
        self.first_row + self.rows
    }
}

/// How far down a heading is looked for; titles and remarks may stand above it.
pub(super) const SEARCHED_ROWS: usize = 12;

/// The heading of a table; when indicators are `expected` (a heading above the table says KPI) less is asked of it.
pub(super) fn find(table: &Table, expected: bool) -> Option<IndicatorHeader> {
    (0..table.rows.len().min(SEARCHED_ROWS)).find_map(|first| heading_at(table, first, expected))
}

fn heading_at(table: &Table, first: usize, expected: bool) -> Option<IndicatorHeader> {
    if !may_begin(&table.rows[first]) {
        return None;
    }
    let more = table.rows[first + 1..]
        .iter()
        .take(2)
        .take_while(|row| may_continue(row, &table.rows[first]))
        .count();
    // A second row that makes no heading of it may be the first row of values.
    (0..=more).rev().find_map(|more| {
        let heading = &table.rows[first..=first + more];
        let body = &table.rows[first + more + 1..];
        let (texts, moved) = combined(heading, body);
        let columns: Vec<Column> = texts.iter().map(|text| Column::under(text)).collect();
        accepted(&columns, body, expected).then_some(IndicatorHeader {
            first_row: first,
            rows: more + 1,
            columns,
            moved,
        })
    })
}

/// Whether a row can be a heading's first: some of its cells are known, none is a figure or sentence, and it is no title.
fn may_begin(row: &Row) -> bool {
    let fields: Vec<Field> = row.cells.iter().map(|cell| recognise(cell)).collect();
    let mut filled = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    let is_title = match (filled.next(), filled.next()) {
        (Some((index, _)), None) => index == 0 || !fields[index].is_value(),
        _ => false,
    };
    let has_figure =
        row.cells.iter().zip(&fields).any(|(cell, field)| {
            *field == Field::Unknown && cells::is_figure(cell) && !is_years(cell)
        });
    let has_sentence = row.cells.iter().any(|cell| is_sentence(cell));
    let has_value = row
        .cells
        .iter()
        .any(|cell| is_word_and_value(cell) || has_labelled_value(cell) || holds_figures(cell));
    fields.iter().any(|field| *field != Field::Unknown)
        && !is_title
        && !has_figure
        && !has_sentence
        && !has_value
        && section_line::of_row(row, &[]).is_none()
}

/// Whether a cell says over how many years or after how many: `3か年平均`, `5年後（R10）`; that is a heading and no figure.
pub(super) fn is_years(cell: &str) -> bool {
    let text = squash(cell);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let years = ["か年", "カ年", "ヵ年", "ヶ年", "ケ年", "箇年", "年間", "年"];
    let rest = years.iter().find_map(|years| behind.strip_prefix(years));
    let words = [
        "平均",
        "前",
        "後",
        "計",
        "累計",
        "合計",
        "の平均",
        "の計",
        "の累計",
    ];
    behind.len() < text.len()
        && rest.is_some_and(|rest| words.iter().any(|word| rest.starts_with(word)))
}

/// Whether a cell holds the word for a value and the value itself: `現状値 120人（H30）`; `目標値 5年後` is a heading.
fn is_word_and_value(cell: &str) -> bool {
    let Some((word, value)) = cell.split_once(char::is_whitespace) else {
        return false;
    };
    is_counted(value.trim()) && recognise(word).is_value()
}

/// Whether a value stands in a cell behind its word and a colon: `利用者数 基準値：120人 目標値：150人`.
fn has_labelled_value(cell: &str) -> bool {
    cell.match_indices(['：', ':']).any(|(at, colon)| {
        let word = cell[..at].split_whitespace().next_back();
        let value = cell[at + colon.len()..].split_whitespace().next();
        value.is_some_and(is_counted) && word.is_some_and(|word| recognise(word).is_value())
    })
}

/// Whether a figure with its unit stands there, and no number of years.
fn is_counted(value: &str) -> bool {
    let counted = value.trim_start_matches(|c: char| c.is_ascii_digit() || ",.".contains(c));
    counted.len() < value.len()
        && !counted.is_empty()
        && !counted.starts_with(['年', '月', '期', '次', 'か', 'カ', 'ヵ', 'ヶ', '箇'])
        && cells::is_figure(value)
}

/// Whether a cell begins with a figure and has another besides its years: `5年間で200人（基準値：25人）`.
fn holds_figures(cell: &str) -> bool {
    let rest = cells::without_years(cell);
    let is_part = |c: char| c.is_ascii_digit() || ".,".contains(c);
    let figures = rest
        .split(|c| !is_part(c))
        .filter(|it| it.contains(|c: char| c.is_ascii_digit()));
    cells::is_figure(cell) && figures.count() > 1
}

/// Whether a cell is too long for a heading, or an entry of a list.
fn is_sentence(cell: &str) -> bool {
    cell.chars().count() > 45
        || cell.starts_with(['・', '○', '●', '◇', '◆', '-', '<']) && cell.chars().count() > 1
}

/// Whether a row goes on with the heading above it: each of its cells is a year, a word of a heading or in brackets, or,
/// where names stand below blanks, any words that are no value.
fn may_continue(row: &Row, above: &Row) -> bool {
    let belongs = |cell: &str| {
        let bracketed = cell.starts_with(['(', '（', '【', '［', '['])
            && cell.ends_with([')', '）', '】', '］', ']']);
        (bracketed && !cells::is_figure(cell))
            || matches!(recognise(cell), Field::Year)
            || (recognise(cell) != Field::Unknown
                && !cells::is_figure(cell)
                && !has_labelled_value(cell))
    };
    let is_section = row.filled().count() == 1
        && !row.cell(0).is_empty()
        && recognise(row.cell(0)) == Field::Section;
    let filled = || {
        let cells = row.cells.iter().map(String::as_str).enumerate();
        cells.filter(|(_, cell)| !cell.is_empty())
    };
    let is_below_blank = |column: usize, cell: &str| {
        above.cell(column).is_empty()
            && !cells::is_figure(cell)
            && !cells::is_missing(cell)
            && !is_sentence(cell)
    };
    let below_blanks = names_below_blanks(above, row);
    filled().next().is_some()
        && filled()
            .all(|(column, cell)| belongs(cell) || (below_blanks && is_below_blank(column, cell)))
        && !is_section
        && row.cells != above.cells
        && section_line::of_row(row, &[]).is_none()
}

/// Whether a heading's second row holds the names of columns that the first leaves blank: 指標名 below nothing, beside years
/// below 現状値 and 目標値.
fn names_below_blanks(above: &Row, row: &Row) -> bool {
    let is_name = |(column, cell): (usize, &String)| {
        above.cell(column).is_empty() && recognise(cell) == Field::Name
    };
    row.cells.iter().enumerate().any(is_name)
}

/// The words of a heading's rows, as they are compared.
pub(super) fn words(heading: &[Row]) -> Vec<Vec<String>> {
    let of_row = |row: &Row| row.filled().map(squash).collect();
    heading.iter().map(of_row).collect()
}

/// Whether a row is one of the heading's again, perhaps without some of its columns.
pub(super) fn is_repeated(heading: &[Vec<String>], row: &Row) -> bool {
    let cells = row.filled().count();
    heading.iter().any(|known| {
        (known.len() == cells || cells > 1)
            && row.filled().all(|cell| known.contains(&squash(cell)))
    })
}

/// How many columns a table may have right of its heading; what is further off is no table.
const MOST_UNHEADED: usize = 20;

/// One text for each column, from a heading of one or several rows, and whether cells had to be moved for it.
fn combined(heading: &[Row], body: &[Row]) -> (Vec<String>, bool) {
    let of_heading = heading.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = usual_width(body).clamp(of_heading, of_heading + MOST_UNHEADED);
    if let [top, below] = heading
        && let Some(texts) = spread(top, below, usual_width(body))
    {
        return (texts, true);
    }
    let texts = (0..width)
        .map(|column| {
            let parts: Vec<&str> = (0..heading.len())
                .map(|row| merged_cell(heading, row, column))
                .filter(|part| !part.is_empty())
                .collect();
            parts.join(" ")
        })
        .collect();
    (texts, false)
}

/// A cell of the heading, or the merged cell it is part of: a blank with something below it belongs to the nearest
/// filled cell of its row that has something below it too, first on its left. Where names stand below blanks, only years
/// are merged; other words have columns of their own.
fn merged_cell(heading: &[Row], row: usize, column: usize) -> &str {
    let cell = heading[row].cell(column);
    let filled_below = |column: usize| {
        heading[row + 1..]
            .iter()
            .any(|below| !below.cell(column).is_empty())
    };
    if !cell.is_empty() || !filled_below(column) {
        return cell;
    }
    let is_filled = |column: &usize| !heading[row].cell(*column).is_empty();
    let left = (0..column)
        .rev()
        .find(is_filled)
        .filter(|left| filled_below(*left));
    let right = (column + 1..heading[row].cells.len())
        .find(is_filled)
        .filter(|right| filled_below(*right));
    let found = left.or(right).map_or("", |found| heading[row].cell(found));
    let below = heading.get(row + 1).unwrap_or(&heading[row]);
    let has_own_column = names_below_blanks(&heading[row], below)
        && recognise(found) != Field::Year
        && recognise(below.cell(column)) != Field::Year;
    if has_own_column { "" } else { found }
}

/// The number of cells that most rows have; 0 when no number is that frequent.
fn usual_width(rows: &[Row]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_insert(0_usize) += 1;
    }
    counts
        .into_iter()
        .find(|(_, count)| count * 2 > rows.len())
        .map_or(0, |(width, _)| width)
}

/// A heading of two rows whose merged cells lost their blanks: `実績値 目標値 担当課` over `R4 R5 R11`. The years of the
/// second row go under those cells of the first that hold values, if then there are as many as the rows have cells.
fn spread(top: &Row, below: &Row, width: usize) -> Option<Vec<String>> {
    let filled = |row: &Row| row.cells.iter().all(|cell| !cell.is_empty());
    let spans = |text: &String| recognise(text).is_value() && parse_period(text) == Period::Unknown;
    let groups = top.cells.iter().filter(|text| spans(text)).count();
    let years = below.cells.len();
    if !filled(top)
        || !filled(below)
        || groups == 0
        || years < groups
        || top.cells.len() - groups + years != width
    {
        return None;
    }
    if top.cells.len() == below.cells.len() {
        return None; // each stands under its own
    }
    let shares = shares(top, below, groups);
    let mut years = below.cells.iter();
    let mut texts = Vec::new();
    let mut shares = shares.into_iter();
    for text in &top.cells {
        if spans(text) {
            let of_group = years.by_ref().take(shares.next().unwrap_or(0));
            texts.extend(of_group.map(|year| format!("{text} {year}")));
        } else {
            texts.push(text.clone());
        }
    }
    Some(texts)
}

/// How many years each group of a heading takes. Two groups part where the years make their only leap; otherwise they
/// take equally many, or if that cannot be the actuals (else the last group) take what is over.
fn shares(top: &Row, below: &Row, groups: usize) -> Vec<usize> {
    let count = below.cells.len();
    let years: Vec<Option<i32>> = below
        .cells
        .iter()
        .map(|cell| parse_period(cell).year())
        .collect();
    let leaps: Vec<usize> = (1..count)
        .filter(
            |&index| matches!((years[index - 1], years[index]), (Some(a), Some(b)) if b - a > 1),
        )
        .collect();
    if let ([leap], 2) = (leaps.as_slice(), groups) {
        return vec![*leap, count - leap];
    }
    if count.is_multiple_of(groups) {
        return vec![count / groups; groups];
    }
    let fields = top
        .cells
        .iter()
        .map(|text| recognise(text))
        .filter(|field| field.is_value());
    let takes_more = fields
        .clone()
        .position(|field| field == Field::Actual)
        .unwrap_or(groups - 1);
    (0..groups)
        .map(|group| {
            if group == takes_more {
                count + 1 - groups
            } else {
                1
            }
        })
        .collect()
}
