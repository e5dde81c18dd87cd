//! What a line says of the item above it: who is responsible; and indicators that are written in one line.

use super::arrow::{Arrow, arrow, dated, name_and_figure};
use super::department;
use super::line::Line;
use super::reader::{Place, Reader};
use super::vocabulary::{self, Part};
use crate::plan::squash;
use crate::read::indicator_table::RESPONSIBLE;
use crate::read::labelled::is_figures;
use crate::read::{Row, Table, TableContext, indicators};

/// The units behind a label: `担当課：総務課`, `【担当課】総務課、企画課`, `（担当：総務課）`.
#[must_use]
pub fn responsible(text: &str) -> Option<Vec<String>> {
    let inner = text
        .trim()
        .trim_start_matches(['【', '（', '(', '［', '[', '■', '◆', '●', '○']);
    let label_end = inner.find(['】', '：', ':', '］', ']', ' ', '\u{3000}'])?;
    let (label, rest) = inner.split_at(label_end);
    let rest = rest.trim_start_matches(['】', '：', ':', '］', ']', ' ', '\u{3000}']);
    let rest = department::without_rim(rest);
    let known = RESPONSIBLE.contains(&squash(label).as_str());
    (known && department::is_departments(rest)).then(|| department::split(rest))
}

impl Reader {
    /// Who is responsible for the initiative above, or for the whole section.
    pub fn responsible(&mut self, line: &Line, units: Vec<String>) {
        let initiative = self
            .place
            .initiative
            .and_then(|index| self.draft.plan.initiatives.get_mut(index));
        let section = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index));
        match (initiative, section) {
            (Some(initiative), _) => initiative.departments.extend(units),
            (None, Some(section)) => section.departments.extend(units),
            (None, None) => self.draft.not_understood(line),
        }
    }

    /// A row whose label announces an indicator and whose other cell is one: `KPI`, `参加者数 基準値：120人 目標値：150人`.
    pub fn labelled_indicator(&mut self, row: &Line) -> bool {
        let cells = row.text.split('\t').map(str::trim);
        let mut filled = cells.filter(|cell| !cell.is_empty());
        let (Some(label), Some(text), None) = (filled.next(), filled.next(), filled.next()) else {
            return false;
        };
        if vocabulary::part_of(label) != Some(Part::Indicators) {
            return false;
        }
        let of_label = Place {
            part: Some(Part::Indicators),
            kind: vocabulary::kind_of(label),
            ..Place::default()
        };
        let place = std::mem::replace(&mut self.place, of_label);
        let read = self.arrow_indicator(&Line {
            number: row.number,
            text: text.to_owned(),
        });
        self.place = place;
        read
    }

    /// A figure under the heading of indicators that nothing stands before: the target of an indicator without a baseline.
    /// Other text with a figure in it is said not to be read. Gives whether the line is done with.
    pub fn target_alone(&mut self, line: &Line, item: &str) -> bool {
        if !item.contains(|c: char| c.is_numeric()) {
            return false;
        }
        let says_target = ["KPI", "KGI", "目標"];
        let says_target = says_target
            .iter()
            .any(|word| self.place.kind.contains(word));
        match name_and_figure(item).filter(|_| says_target) {
            Some((name, figure)) => {
                let rows = [["指標名", "目標値"], [name, figure]];
                let rows = rows.map(|cells| Row {
                    line: line.number,
                    cells: cells.map(str::to_owned).to_vec(),
                });
                self.one_line_table(line, &Table { rows: rows.into() })
            }
            None => {
                self.draft.not_understood(line);
                true
            }
        }
    }

    /// An indicator in one line, from its baseline by an arrow to its target: `図書の貸出 12冊（R5）→ 15冊（R10）`.
    /// It is read as a table of one row. Where no heading says that indicators follow, the line must be plainly one.
    pub fn arrow_indicator(&mut self, line: &Line) -> bool {
        let expected = self.place.part == Some(Part::Indicators);
        if is_figures(&line.text) && line.text.contains(|c: char| c.is_numeric()) {
            self.draft.not_understood(line); // of what they are is not said
            return true;
        }
        let row = |cells: [&str; 3]| Row {
            line: line.number,
            cells: cells.map(str::to_owned).to_vec(),
        };
        let of_arrow = |Arrow { name, from, to, .. }: Arrow| Table {
            rows: vec![row(["指標名", "現状値", "目標値"]), row([name, from, to])],
        };
        let table = dated(&line.text)
            .map(|figures| figures.table(line.number, figures.name))
            .or_else(|| {
                let plain = |arrow: &Arrow| expected || arrow.is_plain();
                arrow(&line.text).filter(plain).map(of_arrow)
            });
        let Some(table) = table else {
            return false;
        };
        self.one_line_table(line, &table)
    }

    /// Reads an indicator that stands in one line as the table that it would be.
    fn one_line_table(&mut self, line: &Line, table: &Table) -> bool {
        let expected = self.place.part == Some(Part::Indicators);
        let context = TableContext {
            source: self.draft.plan.source.clone(),
            kind: if expected {
                self.place.kind.clone()
            } else {
                String::new()
            },
            section: self.draft.outline.current_id(),
            ..TableContext::default()
        };
        let before = self.draft.findings.len();
        let entries = indicators(table, &context, &mut self.draft.findings);
        // Its heading stands nowhere in the source.
        for finding in &mut self.draft.findings[before..] {
            finding.text.clone_from(&line.text);
        }
        let understood = !entries.is_empty();
        entries
            .into_iter()
            .for_each(|entry| self.draft.add_indicator(entry.indicator));
        understood
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_responsible_stands_behind_a_label() {
        for text in [
            "担当課：総務課、企画課",
            "【担当課】総務課・企画課",
            "（担当：総務課 企画課）",
            "所管課　総務課、企画課",
            "【担当：総務課、企画課】",
            "［担当部署：総務課・企画課］",
        ] {
            assert_eq!(
                responsible(text),
                Some(vec!["総務課".to_owned(), "企画課".to_owned()]),
                "{text}"
            );
        }
        for text in ["担当課", "担当者を置きます：町", "目標：総務課の見直し"]
        {
            assert_eq!(responsible(text), None, "{text}");
        }
    }
}
