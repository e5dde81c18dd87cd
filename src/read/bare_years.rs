//! Years of which a heading says no more than the numbers: `29 30 31 32 33`, `H29 30 31`.

use super::table::{Row, Table};
use crate::plan::{Era, FiscalYear, Period, PlanPeriod, parse_period, squash};

/// How many rows of a heading are looked at.
const HEADING_ROWS: usize = 3;
/// So many numbers in order, one after the other, are years; two may be anything.
const FEWEST: usize = 3;
/// Higher numbers are no years of 令和 that a plan made today could reach.
const LAST_OF_REIWA: i32 = 22;

/// Writes the years of a table's heading in full where only their numbers stand there: as years of the era named before
/// them or anywhere in the heading, else as those that begin with the plan's period, else of 平成 where they are too high
/// for 令和. Gives the row in which that was needed, as it was written.
pub(super) fn spell_out(table: &mut Table, period: PlanPeriod) -> Option<Row> {
    let at = (0..table.rows.len().min(HEADING_ROWS)).find(|at| may_hold_years(&table.rows, *at))?;
    let written = table.rows[at].clone();
    let run = run_of_numbers(&written)?;
    let first = run.first()?.1;
    let era = run_era(&table.rows[..=at], &run).unwrap_or_else(|| likely_era(first, period));
    for (column, number) in run {
        let year = FiscalYear(era.offset() + number);
        table.rows[at].cells[column] = format!("{}年度", year.0);
    }
    Some(written)
}

/// Whether a row can be one of years: it holds words of a heading, or nothing but the numbers below a row of words.
fn may_hold_years(rows: &[Row], at: usize) -> bool {
    let Some(run) = run_of_numbers(&rows[at]) else {
        return false;
    };
    let others = rows[at].filled().count() - run.len();
    let has_words = |row: &Row| {
        let words =
            |cell: &&str| number(cell).is_none() && !cell.chars().any(|c| c.is_ascii_digit());
        row.filled().filter(words).count() >= 2
    };
    // The word above the first of them is merged over all.
    let is_merged = |above: &Row| {
        run.iter()
            .skip(1)
            .all(|(column, _)| above.cell(*column).is_empty())
    };
    match at {
        0 => has_words(&rows[0]),
        _ => others == 0 && has_words(&rows[at - 1]) && is_merged(&rows[at - 1]),
    }
}

/// The columns of the numbers that stand side by side in order, with the numbers.
fn run_of_numbers(row: &Row) -> Option<Vec<(usize, i32)>> {
    let mut run: Vec<(usize, i32)> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let number = number(cell);
        match (number, run.last()) {
            (Some(number), Some((last, before))) if *last + 1 == column && before + 1 == number => {
                run.push((column, number));
            }
            _ if run.len() >= FEWEST => break,
            (Some(number), _) => run = vec![(column, number)],
            (None, _) => run.clear(),
        }
    }
    // From 1 on they are as likely the plan's own years (1年目).
    let is_bare = run.first().is_some_and(|(_, first)| *first > 1);
    (is_bare && run.len() >= FEWEST).then_some(run)
}

/// A number of one or two digits and nothing more, but for 年 or 年度.
fn number(cell: &str) -> Option<i32> {
    let cell = squash(cell);
    let digits = cell.trim_end_matches(['年', '度']);
    let is_short = (1..=2).contains(&digits.len());
    digits.parse().ok().filter(|_| is_short)
}

/// The era that the heading names.
fn run_era(heading: &[Row], run: &[(usize, i32)]) -> Option<Era> {
    let (row, (column, first)) = (heading.last()?, *run.first()?);
    let before = column.checked_sub(1).map_or("", |before| row.cell(before));
    if let Period::FiscalYear(year) = parse_period(before) {
        let (era, number) = year.in_era();
        if number + 1 == first {
            return Some(era);
        }
    }
    let names = |name: &str| {
        heading
            .iter()
            .flat_map(Row::filled)
            .any(|cell| cell.contains(name))
    };
    [
        ("令和", Era::Reiwa),
        ("平成", Era::Heisei),
        ("昭和", Era::Showa),
    ]
    .into_iter()
    .find_map(|(name, era)| names(name).then_some(era))
}

/// The era of which a plan of this period would begin with such a year.
fn likely_era(first: i32, period: PlanPeriod) -> Era {
    let is_near = |era: &Era| {
        period
            .start
            .is_some_and(|start| (era.offset() + first - start.0).abs() <= 1)
    };
    let by_period = [Era::Reiwa, Era::Heisei].into_iter().find(is_near);
    by_period.unwrap_or(if first > LAST_OF_REIWA {
        Era::Heisei
    } else {
        Era::Reiwa
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str, start: Option<i32>) -> Vec<String> {
        let rows = (1..).zip(text.lines()).map(|(line, text)| Row {
            line,
            cells: text.split('|').map(str::to_owned).collect(),
        });
        let mut table = Table {
            rows: rows.collect(),
        };
        let period = PlanPeriod {
            start: start.map(FiscalYear),
            end: None,
        };
        spell_out(&mut table, period);
        table.rows.iter().map(|row| row.cells.join("|")).collect()
    }

    #[test]
    fn numbers_in_order_are_years() {
        assert_eq!(
            spelled("項目|担当課|29|30|31\n窓口|総務課|●|●|●", None)[0],
            "項目|担当課|2017年度|2018年度|2019年度"
        );
        assert_eq!(
            spelled(
                "項目|担当課|年度別計画\n||3|4|5|6\n窓口|総務課|●|●|●|●",
                None
            )[1],
            "||2021年度|2022年度|2023年度|2024年度"
        );
    }

    #[test]
    fn their_era_is_the_one_named_or_that_of_the_period() {
        assert_eq!(
            spelled("項目|担当課|H20|21|22|23", None)[0],
            "項目|担当課|H20|2009年度|2010年度|2011年度"
        );
        assert_eq!(
            spelled("項目|担当課|平成（年度）\n||18|19|20", None)[1],
            "||2006年度|2007年度|2008年度"
        );
        assert_eq!(
            spelled("項目|担当課|15|16|17", Some(2003))[0],
            "項目|担当課|2003年度|2004年度|2005年度"
        );
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "項目|担当課|1|2|3",
            "項目|担当課|3|4",
            "項目|担当課|3|5|7",
            "目標|12|13|14",
            "指標名|R4|R5\n図書館の貸出|12|13|14",
            "指標名|現状値|目標値\n12|13|14",
        ] {
            assert_eq!(spelled(text, None).join("\n"), text);
        }
    }
}
