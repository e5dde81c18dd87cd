//! A row read from the cell that says its nature: columns slip, the order of the cells does not.

use super::super::columns::Column;
use super::super::number::{self, Numeral};
use super::mark::{Legend, YearCell};
use super::row::ReadRow;
use crate::plan::{FiscalYear, Mark, Nature, squash};
use crate::read::Row;
use std::collections::BTreeMap;

/// The nature that a cell is wherever it stands: `継続型`.
#[must_use]
pub fn nature_of(cell: &str) -> Option<Nature> {
    nature_in_its_column(cell).filter(|_| squash(cell).ends_with('型'))
}

/// The nature that a cell of the column 性質 is; elsewhere `継続` is as often what is done in a year.
#[must_use]
pub fn nature_in_its_column(cell: &str) -> Option<Nature> {
    match squash(cell).as_str() {
        "継続型" | "継続" => Some(Nature::Continuing),
        "完結型" | "完結" => Some(Nature::Finite),
        _ => None,
    }
}

/// Where a row says its nature. Where there is a column for it, 継続 is enough: there, or where the cells slipped, as
/// long as the row has no second such cell.
#[must_use]
pub fn anchor_of(row: &Row, columns: &[Option<Column>]) -> Option<usize> {
    let plain = row.cells.iter().position(|cell| nature_of(cell).is_some());
    let of_nature = || {
        columns
            .iter()
            .position(|column| *column == Some(Column::Nature))
    };
    let is_bare = |index: &usize| nature_in_its_column(row.cell(*index)).is_some();
    plain.or_else(|| {
        let own = of_nature()?;
        let mut slipped = (0..row.cells.len()).filter(is_bare);
        match (is_bare(&own), slipped.next(), slipped.next()) {
            (true, ..) => Some(own),
            (false, Some(only), None) => Some(only),
            _ => None,
        }
    })
}

/// Reads a row from its anchor; none when it has none.
#[must_use]
pub fn from_anchor(
    row: &Row,
    years: &[FiscalYear],
    legend: &Legend,
    columns: &[Option<Column>],
) -> Option<ReadRow> {
    let anchor = anchor_of(row, columns)?;
    let nature = nature_in_its_column(row.cell(anchor))?;
    let mut left = row.cells[..anchor].to_vec();
    let department = department_in_front(&mut left, columns);
    let (headings, texts) = left_of_anchor(&left);
    let mut texts = texts.into_iter();
    let has_aims = columns.contains(&Some(Column::Aim));
    let aim = if has_aims && !headings.is_empty() && texts.len() > 2 {
        texts.next()
    } else {
        None
    };
    let [name, summary] = [texts.next(), texts.next()].map(Option::unwrap_or_default);
    let progress = notes(texts.collect(), columns);
    let aim = aim.unwrap_or_default();
    let mut read = ReadRow {
        headings,
        aim,
        name,
        summary,
        progress,
        nature,
        anchor,
        ..ReadRow::default()
    };
    read.right_of_anchor(&row.cells[anchor + 1..], years, legend);
    if read.department.is_empty() {
        read.department = department;
    }
    (!read.name.is_empty()).then_some(read)
}

/// Who is responsible, taken out of the cells before the anchor, where that column stands in front of 性質 and the cells
/// are where their headings are.
fn department_in_front(left: &mut [String], columns: &[Option<Column>]) -> String {
    let of = |wanted| columns.iter().position(|column| *column == Some(wanted));
    let own = of(Column::Department).filter(|_| of(Column::Nature) == Some(left.len()));
    let cell = own.and_then(|index| left.get_mut(index));
    cell.map(std::mem::take).unwrap_or_default()
}

/// The notes with the years that the headings of their columns name. Cells slip: only as many notes as there are such
/// columns tell of which year each is, and with one column all words are one note.
fn notes(texts: Vec<String>, columns: &[Option<Column>]) -> Vec<(Option<FiscalYear>, String)> {
    let years = columns.iter().filter_map(|column| match column {
        Some(Column::Progress(year)) => Some(*year),
        _ => None,
    });
    let years: Vec<Option<FiscalYear>> = years.collect();
    match years.as_slice() {
        _ if texts.is_empty() => Vec::new(),
        [only] => vec![(*only, texts.join(" "))],
        years if years.len() == texts.len() => years.iter().copied().zip(texts).collect(),
        _ => vec![(None, texts.join(" "))],
    }
}

/// The headings that open a row, and its other texts up to the anchor. A row has a name at least, so the last text is
/// never a heading.
fn left_of_anchor(cells: &[String]) -> (Vec<(Numeral, String)>, Vec<String>) {
    let mut headings = Vec::new();
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    while let Some(cell) = filled.next_if(|cell| number::leading(cell).is_some()) {
        if filled.peek().is_none() {
            return (headings, vec![cell.clone()]);
        }
        headings.extend(number::run_together(cell));
    }
    (headings, filled.cloned().collect())
}

impl ReadRow {
    /// The years are the first cells behind the anchor, one each; the first text behind them is who is responsible.
    fn right_of_anchor(&mut self, cells: &[String], years: &[FiscalYear], legend: &Legend) {
        let read: Vec<YearCell> = cells.iter().map(|cell| legend.read(cell)).collect();
        let department = read.iter().position(|cell| *cell == YearCell::Text);
        let end = department.unwrap_or(cells.len());
        let marked = |cell: &&YearCell| !matches!(cell, YearCell::Blank | YearCell::Text);
        let beyond = read[..end].iter().skip(years.len()).filter(marked).count();
        let within = read[..end].iter().take(years.len()).filter(marked).count();
        if within == 0 && beyond > 0 {
            // Counted from the responsibility cell backwards first: the years end where it begins.
            let shifts = (1..=end.saturating_sub(years.len())).rev();
            let mut readings: Vec<_> = shifts
                .map(|shift| marks(&read[shift..end], years))
                .collect();
            readings.dedup();
            let mut readings = readings.into_iter();
            self.marks = readings.next().unwrap_or_default();
            self.other_marks = readings.collect();
        } else {
            let cell = |index| cells[..end].get(index).map_or("", String::as_str);
            let cells = years.iter().enumerate();
            let cells: Vec<_> = cells.map(|(index, year)| (*year, cell(index))).collect();
            self.year_cells(&cells, legend);
            self.surplus = beyond;
        }
        self.department = department
            .map(|index| cells[index].clone())
            .unwrap_or_default();
    }
}

/// The marks of a run of cells, one a year.
fn marks(cells: &[YearCell], years: &[FiscalYear]) -> BTreeMap<FiscalYear, Mark> {
    let of = |(year, cell): (&FiscalYear, &YearCell)| match cell {
        YearCell::Mark(mark) | YearCell::Words(mark) => Some((*year, *mark)),
        _ => None,
    };
    years.iter().zip(cells).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> ReadRow {
        read_with(text, &[Some(FiscalYear(2021))])
    }

    fn read_with(text: &str, progress: &[Option<FiscalYear>]) -> ReadRow {
        let row = Row {
            line: 1,
            cells: text.split('|').map(|cell| cell.trim().to_owned()).collect(),
        };
        let years: Vec<FiscalYear> = (2020..2026).map(FiscalYear).collect();
        let mut columns = vec![Some(Column::Aim)];
        columns.extend(progress.iter().map(|year| Some(Column::Progress(*year))));
        from_anchor(&row, &years, &Legend::default(), &columns).unwrap()
    }

    fn shorts(marks: &BTreeMap<FiscalYear, Mark>) -> String {
        let mark = |(year, mark): (&FiscalYear, &Mark)| {
            format!(
                "{}{}",
                year.short(),
                if *mark == Mark::Done { '●' } else { '○' }
            )
        };
        marks.iter().map(mark).collect()
    }

    #[test]
    fn a_row_is_read_from_its_nature_wherever_that_stands() {
        for text in [
            "1 A||(1) B|①C|要旨|名|概要|継続型|○|●|||||総務課",
            "1 A|(1) B ①C|要旨|名|概要||継続型|○|●|||||||総務課|",
        ] {
            let row = read(text);
            assert_eq!(row.headings.len(), 3);
            assert_eq!(
                (row.aim.as_str(), row.name.as_str(), row.summary.as_str()),
                ("要旨", "名", "概要")
            );
            assert_eq!(
                (
                    shorts(&row.marks).as_str(),
                    row.department.as_str(),
                    row.surplus
                ),
                ("R2○R3●", "総務課", 0)
            );
        }
    }

    #[test]
    fn a_third_text_is_this_years_progress() {
        let row = read("||名|概要|経過|完結型|●|||||||総務課");
        assert_eq!(
            (
                row.name.as_str(),
                row.summary.as_str(),
                row.progress.as_slice()
            ),
            (
                "名",
                "概要",
                [(Some(FiscalYear(2021)), "経過".to_owned())].as_slice()
            )
        );
    }

    #[test]
    fn notes_of_several_years_are_told_apart_only_where_all_are_there() {
        let years = [Some(FiscalYear(2020)), Some(FiscalYear(2021))];
        let notes = |text: &str| read_with(text, &years).progress;
        let both = notes("名|概要|前の経過|今の経過|完結型|●|||||||総務課");
        assert_eq!(
            both,
            [
                (years[0], "前の経過".to_owned()),
                (years[1], "今の経過".to_owned())
            ]
        );
        let one = notes("名|概要||今の経過|完結型|●|||||||総務課");
        assert_eq!(one, [(None, "今の経過".to_owned())]);
    }

    #[test]
    fn surplus_marks_are_dropped_and_counted() {
        let row = read("名|概要|継続型|○|○|○|○|○|○|○|○|総務課");
        assert_eq!((row.marks.len(), row.surplus), (6, 2));
    }

    #[test]
    fn marks_behind_empty_years_are_read_from_the_right_with_every_other_reading() {
        let row = read("名|概要|継続型|||||||○|○|施設課");
        assert_eq!(shorts(&row.marks), "R6○R7○");
        assert_eq!(
            row.other_marks.iter().map(shorts).collect::<Vec<_>>(),
            ["R7○"]
        );
        assert_eq!(row.surplus, 0);
    }

    #[test]
    fn a_year_in_which_an_item_goes_on_is_no_nature() {
        let row = |text: &str| Row {
            line: 1,
            cells: text.split('|').map(str::to_owned).collect(),
        };
        let columns = |nature| [Some(Column::Name), nature, None, None];
        let anchor = |text: &str, nature| anchor_of(&row(text), &columns(nature));
        assert_eq!(anchor("名|検討|実施|継続", None), None);
        assert_eq!(anchor("名|検討|継続型|継続", None), Some(2));
        let nature = Some(Column::Nature);
        assert_eq!(anchor("名|完結|継続|継続", nature), Some(1));
        assert_eq!(anchor("名||継続|○", nature), Some(2));
        assert_eq!(anchor("名||継続|継続", nature), None);
    }

    #[test]
    fn several_arrows_in_a_cell_are_drawn_over_as_many_empty_years() {
        let row = read("名|概要|継続型|○|⇒⇒⇒||||");
        assert_eq!(shorts(&row.marks), "R2○R3○R4○R5○");
        assert_eq!(row.worded, ["⇒⇒⇒"]);
        let row = read("名|概要|継続型|○|⇒⇒⇒||●||");
        assert_eq!(shorts(&row.marks), "R2○R3○R5●");
    }

    #[test]
    fn a_name_may_begin_with_a_number() {
        let row = read("①名から始まる|継続型|○||||||");
        assert!(row.headings.is_empty());
        assert_eq!(row.name, "①名から始まる");
        assert!(row.department.is_empty());
    }
}
