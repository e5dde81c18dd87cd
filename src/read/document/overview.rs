//! The plan's hierarchy as a table (計画の体系): which sections there are, who is responsible, what is done in each.

use super::columns::{Column, columns_of};
use super::department;
use super::footnote::without_citations;
use super::line::Line;
use super::number::{self, Numeral};
use super::reader::Reader;
use super::vocabulary::Part;
use crate::plan::{Statement, join_soft_wraps};
use crate::read::{FindingKind, Level, Row, Table, cells};

/// Something the overview says is done, to be compared with the initiatives that are read.
pub struct Announced {
    section: Option<usize>,
    names: Vec<String>,
    line: Line,
}

/// Whether figures stand in the columns of years: such rows count something, and are no headings.
fn holds_figures_by_year(table: &Table, columns: &[Option<Column>]) -> bool {
    let of_years = |row: &Row| {
        let cells = row.cells.iter().zip(columns);
        let mut cells = cells.filter(|(_, column)| matches!(column, Some(Column::Year(_))));
        cells.any(|(cell, _)| cells::is_figure(cell))
    };
    let counting = table.rows.iter().skip(1).filter(|row| of_years(row));
    counting.count() * 2 >= table.rows.len() - 1
}

impl Reader {
    /// Whether a table shows the hierarchy: a column of levels, and numbered headings in most rows.
    pub fn is_outline(&self, table: &Table) -> bool {
        let columns = columns_of(&table.rows[..1]);
        let counted =
            columns.contains(&Some(Column::Number)) && self.place.part != Some(Part::Overview);
        let leveled =
            columns.contains(&Some(Column::Section)) || self.place.part == Some(Part::Overview);
        let headings = table
            .rows
            .iter()
            .skip(1)
            .filter(|row| row.cells.iter().any(|cell| number::leading(cell).is_some()));
        leveled
            && !counted
            && !holds_figures_by_year(table, &columns)
            && table.rows.len() > 1
            && headings.count() * 10 >= (table.rows.len() - 1) * 7
    }

    /// Reads the hierarchy from how its headings are numbered; the columns they stand in say nothing.
    pub fn outline_table(&mut self, table: &Table, lines: &[Line]) {
        let columns = columns_of(&table.rows[..1]);
        let of_levels = |(index, cell): (usize, &String)| {
            let level = matches!(
                columns.get(index),
                Some(Some(Column::Section | Column::Name))
            );
            level.then(|| join_soft_wraps(cell))
        };
        let heading = table.rows[0].cells.iter().enumerate();
        let levels: Vec<String> = heading.filter_map(of_levels).collect();
        let here = self.draft.outline.current();
        self.say_unknown_columns(&table.rows[0], &lines[0], &columns);
        for (row, line) in table.rows.iter().zip(lines).skip(1) {
            self.overview_row(&row.cells, line, &columns, &levels);
        }
        self.draft.outline.stand_at(here);
        self.close();
    }

    /// A number that stands alone has its title in the cell behind it.
    fn overview_row(
        &mut self,
        cells: &[String],
        line: &Line,
        columns: &[Option<Column>],
        levels: &[String],
    ) {
        let mut untitled: Option<Numeral> = None;
        for (index, cell) in cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
        {
            let headings = number::run_together(cell);
            if let Some(numeral) = untitled.take() {
                let title = if headings.is_empty() { cell } else { "" };
                self.overview_section(line, numeral, title, levels);
            } else if headings.is_empty() {
                self.overview_text(line, cell, columns.get(index).copied().flatten());
            }
            for (numeral, title) in headings {
                if title.is_empty() {
                    untitled = Some(numeral);
                } else {
                    self.overview_section(line, numeral, &title, levels);
                }
            }
        }
        if let Some(numeral) = untitled {
            self.overview_section(line, numeral, "", levels);
        }
    }

    fn overview_section(&mut self, line: &Line, numeral: Numeral, title: &str, levels: &[String]) {
        let provenance = self.draft.provenance(line.number);
        let entered = self
            .draft
            .outline
            .enter(numeral, &join_soft_wraps(title), provenance);
        let level = levels
            .get(self.draft.outline.depth().saturating_sub(1))
            .or(levels.last());
        if let (true, Some(level), Some(section)) = (
            entered.new,
            level,
            self.draft.outline.section_mut(entered.index),
        ) && section.level.is_empty()
        {
            section.level.clone_from(level);
        }
    }

    /// Who is responsible for the section just named, what is done in it, or what it is for.
    fn overview_text(&mut self, line: &Line, cell: &str, column: Option<Column>) {
        let here = self.draft.outline.current();
        let provenance = self.draft.provenance(line.number);
        let Some(section) = here.and_then(|index| self.draft.outline.section_mut(index)) else {
            return self.draft.not_understood(line);
        };
        let units = match column {
            Some(Column::Department) => true,
            Some(Column::Name) => department::is_departments(cell),
            _ => department::names_departments(cell),
        };
        if units {
            section.departments.extend(department::split(cell));
        } else if column == Some(Column::Name) {
            let names = super::measure::list(cell);
            self.announced.push(Announced {
                section: here,
                names,
                line: line.clone(),
            });
        } else {
            let text = cell.to_owned();
            section.aims.push(Statement {
                text,
                provenance,
                ..Statement::default()
            });
        }
    }

    /// Says which names of the overview no initiative of the section has.
    pub fn settle_overview(&mut self) {
        for Announced {
            section,
            names,
            line,
        } in std::mem::take(&mut self.announced)
        {
            let id = section
                .and_then(|index| self.draft.outline.sections().get(index))
                .map(|section| section.id.clone());
            let here = self
                .draft
                .plan
                .initiatives
                .iter()
                .filter(|initiative| initiative.section == id);
            let known: Vec<String> = here
                .map(|initiative| without_citations(&initiative.name))
                .collect();
            for name in names {
                if !known
                    .iter()
                    .any(|known| known.contains(&without_citations(&name)))
                {
                    self.draft
                        .find(Level::Note, &line, FindingKind::OnlyInOverview { name });
                }
            }
        }
    }
}
