//! A line or row that names a section together with those who are responsible for it.

use super::broken_text::{level_and_title, names_level};
use super::columns::{Column, Field, recognise};
use super::name::split_number;
use super::words::{RESPONSIBLE, split_departments};
use crate::plan::squash;
use crate::read::cells;
use crate::read::table::Row;

const OPENING: [char; 6] = ['【', '（', '(', '［', '[', '〔'];
const CLOSING: [char; 6] = ['】', '）', ')', '］', ']', '〕'];

/// A title taken apart from the departments behind it: `施策1 子育て 【担当課】こども課`, `施策1 子育て（担当：こども課）`,
/// `施策1 子育て 担当課：こども課`. Without any the title is the whole text.
pub(in crate::read) fn title_and_departments(text: &str) -> (String, Vec<String>) {
    let at = |label: &&str| {
        let mut places = text.match_indices(*label);
        places.find_map(|(at, _)| parted(&text[..at], &text[at + label.len()..]))
    };
    RESPONSIBLE
        .iter()
        .find_map(at)
        .unwrap_or_else(|| (text.trim().to_owned(), Vec::new()))
}

/// Whether a line says who is responsible and nothing else.
pub(in crate::read) fn names_departments(text: &str) -> bool {
    let (title, departments) = title_and_departments(text);
    title.is_empty() && !departments.is_empty()
}

/// What a row of several cells says that only names a section: its number, its title and who is responsible, each in a
/// cell of its own (`施策1 | 子育て | 担当課 | こども課`). None for a row of anything else, or of a table with a column of
/// sections, where the title may be a name.
pub(super) fn of_row(row: &Row, columns: &[Column]) -> Option<String> {
    let first = row.cell(0);
    if let Some(labelled) = labelled_row(row) {
        return Some(labelled);
    }
    if !names_level(first) || row.filled().count() < 2 {
        return None;
    }
    let in_columns = columns.first().is_some_and(|it| it.field.is_hierarchy());
    let mut has_title = in_columns || !is_number_of_level(first);
    let mut text = first.to_owned();
    let mut others = row.filled().skip(1).peekable();
    while let Some(cell) = others.next() {
        let is_label = RESPONSIBLE.contains(&squash(cell).as_str());
        if is_label && others.peek().is_some_and(|next| cells::is_department(next)) {
            let department = others.next().unwrap_or_default();
            text = format!("{text} {cell}：{department}");
        } else if names_departments(cell) {
            text = format!("{text} {cell}");
        } else if !has_title && is_title(cell) {
            has_title = true;
            text = format!("{text} {cell}");
        } else {
            return None;
        }
    }
    Some(text)
}

/// A row of a label and what it stands for: `施策名 | 消防の充実`, `主管課 | 危機管理課`.
fn labelled_row(row: &Row) -> Option<String> {
    let (label, text) = (row.cell(0), row.cell(1));
    let is_pair = row.filled().count() == 2 && !label.is_empty() && !text.is_empty();
    let names =
        squash(label).ends_with('名') && recognise(text) == Field::Unknown && is_title(text);
    let line = format!("{label}：{text}");
    let is_section = names && level_and_title(&line).is_some();
    (is_pair && (is_section || names_departments(&line))).then_some(line)
}

/// Whether a cell is the number of a section and nothing more: `施策1`, `第2章`.
fn is_number_of_level(cell: &str) -> bool {
    let text = squash(cell);
    let number = |c: char| c.is_ascii_digit() || "-－―‐.".contains(c);
    let behind = text
        .trim_start_matches(|c| !number(c))
        .trim_start_matches(number);
    behind.is_empty() || ["章", "編", "節", "部"].contains(&behind)
}

fn is_title(cell: &str) -> bool {
    !cells::is_figure(cell)
        && !cells::is_missing(cell)
        && !cells::is_year(cell)
        && !cells::is_unit(cell)
        && matches!(
            recognise(&title_and_departments(cell).0),
            Field::Unknown | Field::Section
        )
        && split_number(cell).0.is_empty()
}

/// The title and the departments where a label stands between them.
fn parted(before: &str, behind: &str) -> Option<(String, Vec<String>)> {
    let (title, is_open) = match before.trim_end().strip_suffix(OPENING) {
        Some(title) => (title, true),
        None => (before, false),
    };
    let stands_apart = is_open || title.is_empty() || title.ends_with(char::is_whitespace);
    let behind = behind.trim_start();
    let names = if is_open && behind.starts_with(CLOSING) {
        behind.trim_start_matches(CLOSING)
    } else {
        let names = behind.strip_prefix(['：', ':'])?;
        if is_open {
            names.trim_end().strip_suffix(CLOSING)?
        } else {
            names
        }
    };
    let names = names.trim_start_matches(['：', ':']).trim();
    let departments = split_departments(names);
    let all_are = departments
        .iter()
        .all(|department| cells::is_department(department));
    let is_list = stands_apart && !departments.is_empty() && all_are;
    is_list.then(|| (title.trim().to_owned(), departments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn departments_are_parted_from_a_title() {
        for (line, title, departments) in [
            (
                "施策1 子育て 【担当課】こども課",
                "施策1 子育て",
                &["こども課"][..],
            ),
            (
                "施策1 子育て【担当：こども課】",
                "施策1 子育て",
                &["こども課"],
            ),
            (
                "施策1 子育て　担当課：こども課、学校課",
                "施策1 子育て",
                &["こども課", "学校課"],
            ),
            ("（所管課：総務課）", "", &["総務課"]),
            ("担当課：総務課", "", &["総務課"]),
            ("施策1 子育て", "施策1 子育て", &[]),
            ("施策1 担当課の見直し", "施策1 担当課の見直し", &[]),
            (
                "施策1 担当：まだ決めていません",
                "施策1 担当：まだ決めていません",
                &[],
            ),
        ] {
            let read = title_and_departments(line);
            let departments = departments.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(read, (title.to_owned(), departments), "{line}");
        }
    }

    #[test]
    fn a_row_that_only_names_a_section_is_told_from_one_of_values() {
        let row = |cells: &str| Row {
            line: 1,
            cells: cells.split('|').map(str::to_owned).collect(),
        };
        for (cells, text) in [
            ("施策1|子育て", Some("施策1 子育て")),
            (
                "施策1|子育て|担当課|こども課",
                Some("施策1 子育て 担当課：こども課"),
            ),
            (
                "施策1 子育て|担当課：こども課|",
                Some("施策1 子育て 担当課：こども課"),
            ),
            (
                "■施策1-2|学び【担当：学習課】",
                Some("■施策1-2 学び【担当：学習課】"),
            ),
            ("施策1|広場の利用者数|10人|20人", None),
            ("施策1|指標名|目標値", None),
            ("施策1 子育て|未定", None),
            ("1-1|子育て", None),
        ] {
            assert_eq!(of_row(&row(cells), &[]).as_deref(), text, "{cells}");
        }
        let section = [Column::under("施策"), Column::under("指標名")];
        assert_eq!(of_row(&row("施策1|広場の利用者数"), &section), None);
    }
}
