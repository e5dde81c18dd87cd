//! Long tables: one datum a row, as open data is published and as this program writes it.
//!
//! A row names its plan, section and indicator, says which datum it is (基準値, 目標値, 実績値), of which year, and the
//! value. Rows of one indicator need not stand together. A value of several figures takes several rows, told apart by
//! 内訳; its text stands in each of them and is read once.

mod heading;
mod record;

pub(super) use heading::heading_of;

use super::finding::{Finding, FindingKind, Level};
use super::table::{Row, Table};
use super::{Reading, sections, title_of_source};
use crate::plan::{Id, Plan};
use heading::{Heading, Item};
use record::{Key, Record};
use std::collections::{HashMap, HashSet};

/// Reads a long table; none when it is no such table. The cells must be as they were written, untrimmed.
pub(super) fn read(source: &str, table: &Table) -> Option<Reading> {
    let heading = heading_of(table)?;
    let mut reader = Reader {
        source,
        plans: Vec::new(),
        places: HashMap::new(),
        last: None,
        findings: Vec::new(),
    };
    for row in table.rows[heading.row + 1..]
        .iter()
        .filter(|row| !row.is_blank())
    {
        let record = Record::of(row, &heading);
        if heading.is_repeated(row) {
            reader.find(Level::Note, &record, FindingKind::RepeatedHeading);
        } else {
            reader.find_in_cells(row, &heading, &record);
            reader.record(&record);
        }
    }
    for column in heading.unknown(table) {
        let line = table.rows[heading.row].line;
        let kind = FindingKind::UnknownColumn {
            heading: column.clone(),
        };
        reader
            .findings
            .push(Finding::at(Level::Warning, line, column, kind));
    }
    Some(reader.finish())
}

struct Reader<'a> {
    source: &'a str,
    plans: Vec<Plan>,
    /// Where the indicator of a key stands: its plan and its place there.
    places: HashMap<Key, (usize, usize)>,
    /// The last datum read.
    last: Option<Record>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn record(&mut self, record: &Record) {
        if record.name.trim().is_empty() && record.id.is_empty() {
            self.find(Level::Error, record, FindingKind::NotUnderstood);
            return;
        }
        if self.goes_on(record) {
            return;
        }
        self.last = Some(record.clone());
        let (plan, indicator) = self.place(record);
        let indicator = &mut self.plans[plan].indicators[indicator];
        let departments = record.departments();
        if indicator.departments.is_empty() {
            indicator.departments = departments;
        }
        if !record.add_to(indicator) && !record.has_unknown_datum() {
            self.find(Level::Error, record, FindingKind::NotUnderstood);
        }
    }

    /// Says which cells of a row hold what their column cannot, and whether there are too many or too few.
    fn find_in_cells(&mut self, row: &Row, heading: &Heading, record: &Record) {
        let (expected, found) = (heading.width(), row.cells.len());
        if expected != found {
            self.find(
                Level::Warning,
                record,
                FindingKind::UnevenRow { expected, found },
            );
        }
        let unknown = [
            (record.has_unknown_datum(), Item::Datum),
            (
                record.has_unknown_year(heading.cell(row, Item::Year)),
                Item::Year,
            ),
        ];
        for (_, item) in unknown.into_iter().filter(|(is_unknown, _)| *is_unknown) {
            let column = heading.text(item).to_owned();
            self.find(
                Level::Error,
                record,
                FindingKind::CellNotUnderstood { column },
            );
        }
    }

    /// Whether a row holds another figure of the value in the row above: in tables with 内訳, when it is the same datum.
    fn goes_on(&self, record: &Record) -> bool {
        self.last
            .as_ref()
            .is_some_and(|last| record.has_label && last.is_same_datum(record))
    }

    /// Where the indicator of a row stands; a new one where there is none.
    fn place(&mut self, record: &Record) -> (usize, usize) {
        let key = record.key();
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let plan = self.plan_of(record);
        let to = &mut self.plans[plan];
        let section = sections::place(to, &record.sections(), &record.provenance(self.source));
        let mut indicator = record.indicator(self.source);
        indicator.section = section;
        to.indicators.push(indicator);
        let place = (plan, to.indicators.len() - 1);
        self.places.insert(key, place);
        place
    }

    fn plan_of(&mut self, record: &Record) -> usize {
        let same =
            |plan: &Plan| plan.title == record.plan && plan.municipality == record.municipality;
        self.plans.iter().position(same).unwrap_or_else(|| {
            let plan = Plan {
                title: record.plan.clone(),
                municipality: record.municipality.clone(),
                source: self.source.to_owned(),
                ..Plan::default()
            };
            self.plans.push(plan);
            self.plans.len() - 1
        })
    }

    fn find(&mut self, level: Level, record: &Record, kind: FindingKind) {
        self.findings
            .push(Finding::at(level, record.line, record.shown.clone(), kind));
    }

    fn finish(mut self) -> Reading {
        for plan in &mut self.plans {
            if plan.title.is_empty() {
                plan.title = title_of_source(self.source);
            }
            for indicator in &mut plan.indicators {
                indicator.actuals.sort_by_key(|actual| actual.period);
            }
            name_the_unnamed(plan);
        }
        if self.plans.is_empty() {
            self.findings.push(Finding::nothing_found());
        }
        self.findings
            .sort_by_key(|finding| finding.line.unwrap_or(u32::MAX));
        Reading {
            plans: self.plans,
            findings: self.findings,
        }
    }
}
/// Gives ids to the indicators that have none: by their place, or the next number that no other has.
fn name_the_unnamed(plan: &mut Plan) {
    let mut taken: HashSet<Id> = plan.indicators.iter().map(|it| it.id.clone()).collect();
    for (place, indicator) in plan.indicators.iter_mut().enumerate() {
        if indicator.id.is_empty() {
            let mut numbered = (place + 1..).map(|number| Id::numbered("indicator", number));
            let free = numbered.find(|id| !taken.contains(id));
            indicator.id = free.unwrap_or_default();
            taken.insert(indicator.id.clone());
        }
    }
}
