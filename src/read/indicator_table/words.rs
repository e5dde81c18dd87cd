//! Cells that hold words and no values.

use crate::plan::{Accumulation, Direction};
use crate::read::cells;

/// A text whose line breaks were the cell's and not the writer's; words of Latin letters stay apart.
pub(super) fn without_line_breaks(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let latin = |character: Option<char>| {
            character.is_some_and(|character| character.is_ascii_alphanumeric())
        };
        if latin(joined.chars().last()) && latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

pub(super) fn direction(pointing: i8) -> Direction {
    match pointing {
        1 => Direction::Increase,
        -1 => Direction::Decrease,
        _ => Direction::Maintain,
    }
}

pub(super) fn accumulation(cell: &str) -> Accumulation {
    match cell {
        cell if cell.contains("累") || cell.eq_ignore_ascii_case("cumulative") => {
            Accumulation::Cumulative
        }
        cell if cell.contains("単年")
            || cell.contains("年間")
            || cell.eq_ignore_ascii_case("per_period") =>
        {
            Accumulation::PerPeriod
        }
        cell if cell.contains("時点") || cell.eq_ignore_ascii_case("point_in_time") => {
            Accumulation::PointInTime
        }
        _ => Accumulation::Unknown,
    }
}

/// The words before a department, the longer before those they contain.
pub(in crate::read) const RESPONSIBLE: &[&str] = &[
    "主な担当課",
    "主担当課",
    "担当部署",
    "担当部課",
    "担当課等",
    "担当課",
    "担当部",
    "担当室",
    "担当局",
    "実施主体",
    "主管課",
    "主管部",
    "所管部署",
    "所管課",
    "所管部",
    "主管部課",
    "関係部署",
    "関係課",
    "関連部署",
    "関連課",
    "担当部局",
    "担当係",
    "事務局",
    "主担当",
    "担当",
    "所管",
    "主管",
];

/// Departments as written, one each where the cell lists several; `健康・福祉課` is one.
pub(super) fn split_departments(cell: &str) -> Vec<String> {
    let parts = |separators: &[char]| -> Vec<String> {
        cell.split(separators)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let lists = [
        &['\n', '、', '，', ',', '/', '／', ';'][..],
        &['\n', '、', '，', ',', '/', '／', ';', '・', ' ', '\u{3000}'][..],
    ];
    let all = |parts: &[String]| parts.iter().all(|part| cells::is_department(part));
    let fine = parts(lists[1]);
    if all(&fine) {
        fine
    } else if cell.chars().any(|c| c.is_ascii_digit()) {
        vec![cell.to_owned()] // no list of names
    } else {
        parts(lists[0])
    }
}
