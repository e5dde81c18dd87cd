//! Years of which a table says no more than the numbers: `29 30 31 32 33`, `H29 30 31`, `26年度実績`, `目標値（7年度）`.

mod era;
mod written;

use super::cells;
use super::finding::Finding;
use super::indicator_table::{Field, recognise};
use super::table::{Row, Table};
use crate::plan::PlanPeriod;
use era::Eras;
use written::{Bare, fiscal_year, plain};

/// How many rows of a heading are looked at.
const HEADING_ROWS: usize = 3;
/// So many numbers in order, one after the other, are years; two may be anything.
const FEWEST: usize = 3;

/// Writes the years of a table in full where only their numbers stand in its heading, and in its columns of years. The
/// era is the one that other years of the heading tell, else the one named there, that of the plan's period or of what
/// is `said` above the table, else 平成 where they are too high for 令和. Gives what is to be said of the rows
/// in which that was needed.
pub(super) fn spell_out(table: &mut Table, period: PlanPeriod, said: &str) -> Vec<Finding> {
    let mut changed = Vec::new();
    let mut heading = 0; // behind its last row
    for at in 0..table.rows.len().min(HEADING_ROWS) {
        let years = bare_years(&table.rows, at);
        if is_heading(&table.rows, at) || !years.is_empty() {
            heading = at + 1;
        }
        if years.is_empty() {
            continue;
        }
        let eras = Eras::of(table.rows.split_at(at + 1), &years, period, said);
        let is_doubtful =
            eras.is_doubtful(&years[0], year_before(&table.rows[at], years[0].column));
        changed.push(Finding::bare_years(&table.rows[at], is_doubtful));
        spell_row(&mut table.rows[at], &years, &eras);
    }
    let (heading, body) = table.rows.split_at_mut(heading);
    changed.extend(spell_columns(heading, body, period, said));
    changed
}

/// Writes the years of a heading's row in full, from left to right.
fn spell_row(row: &mut Row, years: &[Bare], eras: &Eras) {
    let mut before = None;
    let mut years = years.iter().peekable();
    for (column, cell) in row.cells.iter_mut().enumerate() {
        if let Some(bare) = years.next_if(|bare| bare.column == column) {
            let year = eras.year_of(bare, before);
            *cell = bare.spelled(year);
            before = Some(year);
        } else {
            before = fiscal_year(cell).or(before);
        }
    }
}

/// The last year in full left of a column.
fn year_before(row: &Row, column: usize) -> Option<i32> {
    let mut before = row.cells.iter().take(column).rev();
    before.find_map(|cell| fiscal_year(cell))
}

/// Writes the years in full that stand in columns of years: 目標年度 over `30年度`.
fn spell_columns(
    heading: &[Row],
    body: &mut [Row],
    period: PlanPeriod,
    said: &str,
) -> Vec<Finding> {
    let is_of_years = |column: &usize| {
        let fields = heading.iter().map(|row| recognise(row.cell(*column)));
        let of_years = [Field::TargetYear, Field::BaselineYear, Field::Period];
        fields.into_iter().any(|field| of_years.contains(&field))
    };
    let width = heading.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let columns: Vec<usize> = (0..width).filter(is_of_years).collect();
    let mut changed = Vec::new();
    let mut eras: Option<Eras> = None;
    for row in body {
        let bare: Vec<Bare> = columns
            .iter()
            .filter_map(|column| Bare::in_cell(*column, row.cell(*column)))
            .filter(Bare::is_whole)
            .collect();
        if bare.is_empty() {
            continue;
        }
        let eras = eras.get_or_insert_with(|| Eras::of((heading, &[]), &bare, period, said));
        let is_doubtful = bare.iter().any(|bare| eras.is_doubtful(bare, None));
        changed.push(Finding::bare_years(row, is_doubtful));
        for bare in bare {
            row.cells[bare.column] = bare.spelled(eras.year_of(&bare, None));
        }
    }
    changed
}

/// The years of a heading's row that are only numbers.
fn bare_years(rows: &[Row], at: usize) -> Vec<Bare> {
    let run = run_of_numbers(&rows[at]).filter(|run| may_hold_years(rows, at, run.len()));
    let in_cell = |(column, cell): (usize, &String)| Bare::in_cell(column, cell);
    let cells = || rows[at].cells.iter().enumerate();
    match run {
        Some(run) => {
            let is_in_run = |bare: &Bare| run.iter().any(|it| it.column == bare.column);
            let others = cells()
                .filter_map(|cell| in_cell(cell).or_else(|| Bare::before_word(cell.0, cell.1)))
                .filter(|bare| !is_in_run(bare));
            let mut years: Vec<Bare> = others.chain(run.iter().cloned()).collect();
            years.sort_by_key(|bare| bare.column);
            years
        }
        None if is_heading(rows, at) => cells().filter_map(in_cell).collect(),
        None => Vec::new(),
    }
}

/// Whether a row is one of a heading: it has a word of a heading, or goes on below one, and nothing else stands in it but
/// such words and years.
fn is_heading(rows: &[Row], at: usize) -> bool {
    let is_year = |cell: &str| cells::is_year(cell) || Bare::in_cell(0, cell).is_some();
    let is_word = |cell: &str| recognise(cell) != Field::Unknown && !cells::is_figure(cell);
    let known = |row: &Row| row.filled().filter(|cell| is_word(cell)).count();
    let figures = |row: &Row| {
        row.filled()
            .any(|cell| cells::is_figure(cell) && !is_year(cell))
    };
    match at {
        0 => known(&rows[0]) > 0 && rows[0].filled().count() > 1 && !figures(&rows[0]),
        _ => {
            is_heading(rows, at - 1)
                && rows[at].filled().count() > 0
                && rows[at].filled().all(|cell| is_word(cell) || is_year(cell))
        }
    }
}

/// Whether a row can be one of years: it holds words of a heading, or nothing but the numbers below a row of words.
fn may_hold_years(rows: &[Row], at: usize, years: usize) -> bool {
    let Some(run) = run_of_numbers(&rows[at]) else {
        return false;
    };
    let others = rows[at].filled().count() - years;
    let is_known = |cell: &str| recognise(cell) != Field::Unknown && !cells::is_figure(cell);
    let has_words = |row: &Row| {
        let words = |cell: &&str| {
            let is_told = is_known(cell) || Bare::before_word(0, cell).is_some();
            plain(cell).is_none() && (is_told || !cell.chars().any(|c| c.is_ascii_digit()))
        };
        row.filled().filter(words).count() >= 2
    };
    // The word above the first of them is merged over all.
    let is_merged = |above: &Row| {
        run.iter()
            .skip(1)
            .all(|bare| above.cell(bare.column).is_empty())
    };
    match at {
        0 => has_words(&rows[0]) && rows[0].filled().any(is_known),
        _ => others == 0 && has_words(&rows[at - 1]) && is_merged(&rows[at - 1]),
    }
}

/// The numbers that stand side by side in order.
fn run_of_numbers(row: &Row) -> Option<Vec<Bare>> {
    let mut run: Vec<Bare> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let bare = plain(cell).map(|number| Bare::whole(column, number));
        match (bare, run.last()) {
            (Some(bare), Some(last))
                if last.column + 1 == column && last.number + 1 == bare.number =>
            {
                run.push(bare);
            }
            _ if run.len() >= FEWEST => break,
            (Some(bare), _) => run = vec![bare],
            (None, _) => run.clear(),
        }
    }
    // From 1 on they are as likely the plan's own years (1年目).
    let is_bare = run.first().is_some_and(|first| first.number > 1);
    (is_bare && run.len() >= FEWEST).then_some(run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FiscalYear;

    fn spelled(text: &str, start: Option<i32>) -> Vec<String> {
        spelled_below("", text, start)
    }

    fn spelled_below(said: &str, text: &str, start: Option<i32>) -> Vec<String> {
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
        spell_out(&mut table, period, said);
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

    #[test]
    fn other_years_of_the_heading_tell_the_era() {
        for (heading, spelled_out) in [
            (
                "成果指標|単位|21年度|22年度|目標値(H24)",
                "成果指標|単位|2009年度|2010年度|目標値(H24)",
            ),
            (
                "成果指標|21|22|23|目標値(H24)",
                "成果指標|2009年度|2010年度|2011年度|目標値(H24)",
            ),
            (
                "指標|令和3年度実績|4年度実績|7年度目標",
                "指標|令和3年度実績|2022年度実績|2025年度目標",
            ),
            (
                "指標|29年度|30年度|元年度|2年度|目標値(R7)",
                "指標|2017年度|2018年度|2019年度|2020年度|目標値(R7)",
            ),
            (
                "指標|現状値（3年度）|目標値（R11）",
                "指標|現状値(2021年度)|目標値（R11）",
            ),
        ] {
            assert_eq!(spelled(heading, None)[0], spelled_out);
        }
    }

    #[test]
    fn what_is_said_above_tells_the_era_and_actuals_are_no_years_to_come() {
        let heading = "指標|単位|20年度実績|21年度目標";
        let of_heisei = "指標|単位|2008年度実績|2009年度目標";
        assert_eq!(spelled_below("平成22年度評価", heading, None)[0], of_heisei);
        assert_eq!(spelled(heading, None)[0], of_heisei);
        let rows = "区分|17年度|18年度|19年度\n計画|3|4|5\n実績|3|4|";
        assert_eq!(spelled(rows, None)[0], "区分|2005年度|2006年度|2007年度");
        let merged = "指標名|単位|26年度||33年度\n||計画|実績|目標値";
        assert_eq!(
            spelled_below("平成27年度評価", merged, None)[0],
            "指標名|単位|2014年度||2021年度"
        );
    }

    #[test]
    fn years_in_columns_of_years_are_those_of_the_heading() {
        let text = "指標名|25年度|26年度|目標値|目標年度\n講座の数|3|4|5|30年度\n広場の数|3|4|5|R2";
        assert_eq!(
            spelled(text, None),
            [
                "指標名|2013年度|2014年度|目標値|目標年度",
                "講座の数|3|4|5|2018年度",
                "広場の数|3|4|5|R2"
            ]
        );
    }

    #[test]
    fn what_is_said_in_years_below_a_heading_stays() {
        for text in [
            "計画の名|現状|目標\n防災計画|策定中|26年度策定",
            "指標名|目標値（5年度間）|備考",
            "指標名|目標値（4～6年度平均）|備考",
            "指標名|第3年度|備考",
        ] {
            assert_eq!(spelled(text, None).join("\n"), text);
        }
    }
}
