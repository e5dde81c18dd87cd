//! One row of a long table.

use super::heading::{Heading, Item};
use crate::plan::{
    Accumulation, Actual, CalendarYear, Direction, FiscalYear, Id, Indicator, Municipality,
    Observation, Period, Provenance, UnitHint, parse_period, parse_value, says_half_year,
};
use crate::read::cells;
use crate::read::indicator_table::{Field, SectionName, datum};
use crate::read::table::Row;

/// What tells one indicator from another: its plan, section, id, number, name and unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key([String; 8]);

/// A row, its cells by what they are.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) line: u32,
    /// The row as a finding shows it.
    pub(super) shown: String,
    pub(super) municipality: Municipality,
    pub(super) plan: String,
    section_number: String,
    section: String,
    pub(super) id: String,
    number: String,
    pub(super) name: String,
    kind: String,
    unit: String,
    direction: String,
    accumulation: String,
    datum: Option<Field>,
    /// Whether a word stands where the row is to say which datum it is, and says none.
    unknown_datum: bool,
    /// Whether the row says that it holds no value at all.
    without_value: bool,
    period: Period,
    /// Whether the figure goes no further than the first half of its year.
    half_year: bool,
    text: String,
    /// Whether the table tells the figures of one value apart (内訳).
    pub(super) has_label: bool,
    entry_note: String,
    entered_at: String,
    entered_by: String,
    departments: String,
    measurement: String,
    published_rate: String,
    note: String,
    /// Where the table says it was read; none when it has no such column.
    provenance: Option<Provenance>,
}

impl Record {
    /// The row below a heading.
    pub(super) fn of(row: &Row, heading: &Heading) -> Self {
        let cell = |item: Item| heading.cell(row, item).to_owned();
        let kind_of_datum = cell(Item::Datum);
        let source_line = heading.cell(row, Item::SourceLine).trim().parse().ok();
        let mut note = vec![cell(Item::Note)];
        note.extend(heading.remarks(row));
        note.retain(|note| !note.is_empty());
        Self {
            line: row.line,
            shown: row.text().chars().take(80).collect(),
            municipality: Municipality {
                name: cell(Item::Municipality),
                code: cell(Item::MunicipalityCode),
            },
            plan: cell(Item::Plan),
            section_number: cell(Item::SectionNumber),
            section: cell(Item::Section),
            id: cell(Item::Id),
            number: cell(Item::Number),
            name: cell(Item::Name),
            kind: cell(Item::Kind),
            unit: cell(Item::Unit),
            direction: cell(Item::Direction),
            accumulation: cell(Item::Accumulation),
            datum: if heading.has(Item::Datum) {
                datum(&kind_of_datum)
            } else {
                Some(Field::Actual)
            },
            unknown_datum: !kind_of_datum.trim().is_empty() && datum(&kind_of_datum).is_none(),
            without_value: kind_of_datum.trim().is_empty()
                && heading.cell(row, Item::Text).is_empty(),
            period: period(
                heading.cell(row, Item::Year),
                heading.cell(row, Item::YearKind),
            ),
            half_year: [Item::Year, Item::YearKind]
                .into_iter()
                .any(|item| says_half_year(heading.cell(row, item))),
            text: cell(Item::Text),
            has_label: heading.has(Item::Label),
            entry_note: cell(Item::EntryNote),
            entered_at: cell(Item::EnteredAt),
            entered_by: cell(Item::EnteredBy),
            departments: cell(Item::Departments),
            measurement: cell(Item::Measurement),
            published_rate: cell(Item::PublishedRate),
            note: note.join("\n"),
            provenance: heading.has(Item::Source).then(|| Provenance {
                source: cell(Item::Source),
                line: source_line,
            }),
        }
    }

    /// Whether nothing says which datum the row is, though a word stands there.
    pub(super) fn has_unknown_datum(&self) -> bool {
        self.unknown_datum
    }

    /// Whether the cell of the year holds something that is none, and does not say that the year is unknown.
    pub(super) fn has_unknown_year(&self, cell: &str) -> bool {
        let says_unknown = cell.contains("不明") || cells::is_missing(cell);
        self.period == Period::Unknown && !cell.trim().is_empty() && !says_unknown
    }

    pub(super) fn key(&self) -> Key {
        let municipality = &self.municipality;
        let plan = [&municipality.code, &municipality.name, &self.plan];
        let [code, town, plan] = plan.map(Clone::clone);
        if self.id.is_empty() {
            let of_indicator = [
                &self.section_number,
                &self.section,
                &self.number,
                &self.name,
                &self.unit,
            ];
            let [section_number, section, number, name, unit] = of_indicator.map(Clone::clone);
            Key([
                code,
                town,
                plan,
                section_number,
                section,
                number,
                name,
                unit,
            ])
        } else {
            let nothing = String::new;
            Key([
                code,
                town,
                plan,
                self.id.clone(),
                nothing(),
                nothing(),
                nothing(),
                nothing(),
            ])
        }
    }

    /// Whether another row is of the same value of the same indicator.
    pub(super) fn is_same_datum(&self, other: &Self) -> bool {
        self.key() == other.key()
            && self.datum == other.datum
            && self.period == other.period
            && self.text == other.text
            && self.entered_at == other.entered_at
            && self.entry_note == other.entry_note
    }

    /// The section the row names.
    pub(super) fn sections(&self) -> Vec<SectionName> {
        let name = SectionName {
            level: String::new(),
            number: self.section_number.clone(),
            title: self.section.clone(),
        };
        if name == SectionName::default() {
            Vec::new()
        } else {
            vec![name]
        }
    }

    pub(super) fn departments(&self) -> Vec<String> {
        self.departments
            .split('、')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect()
    }

    pub(super) fn provenance(&self, source: &str) -> Provenance {
        self.provenance.clone().unwrap_or_else(|| Provenance {
            source: source.to_owned(),
            line: Some(self.line),
        })
    }

    /// The indicator of the row, without any value.
    pub(super) fn indicator(&self, source: &str) -> Indicator {
        Indicator {
            id: Id(self.id.clone()),
            number: self.number.clone(),
            name: self.name.clone(),
            kind: self.kind.clone(),
            unit: self.unit.clone(),
            direction: direction(&self.direction),
            accumulation: accumulation(&self.accumulation),
            measurement: self.measurement.clone(),
            published_rate: self.published_rate.clone(),
            note: self.note.clone(),
            provenance: self.provenance(source),
            ..Indicator::default()
        }
    }

    /// Adds the value to its indicator; false when the row does not say what it is, or says it a second time.
    pub(super) fn add_to(&self, indicator: &mut Indicator) -> bool {
        let observation = || Observation {
            period: self.period,
            text: self.text.clone(),
            value: parse_value(&self.text, &UnitHint::of(&self.unit)),
        };
        match self.datum {
            None => return self.without_value,
            Some(Field::Baseline) if indicator.baseline.is_none() => {
                indicator.baseline = Some(observation());
            }
            Some(Field::Target | Field::InterimTarget | Field::Pace) => {
                self.add_target(indicator, observation());
            }
            Some(Field::Actual)
                if indicator
                    .actuals
                    .iter()
                    .all(|actual| actual.period != self.period) =>
            {
                indicator.actuals.push(self.actual(observation()));
            }
            Some(Field::PublishedRate) => indicator.published_rate.clone_from(&self.text),
            Some(_) => return false,
        }
        true
    }

    /// Interim targets stand before the final ones, in the order of the rows.
    fn add_target(&self, indicator: &mut Indicator, target: Observation) {
        let is_final = self.datum == Some(Field::Target);
        let year = target.period.year();
        let later = |other: &Observation| year.is_some() && other.period.year() > year;
        let at = if is_final {
            None
        } else {
            indicator.targets.iter().position(later)
        };
        indicator
            .targets
            .insert(at.unwrap_or(indicator.targets.len()), target);
    }

    fn actual(&self, observation: Observation) -> Actual {
        Actual {
            period: observation.period,
            text: observation.text,
            value: observation.value,
            entered_at: self.entered_at.clone(),
            entered_by: self.entered_by.clone(),
            note: self.entry_note.clone(),
            half_year: self.half_year,
        }
    }
}

/// The year of a row; `kind` says whether it is 暦年.
fn period(year: &str, kind: &str) -> Period {
    // A year that a plan file could not hold is none.
    let number = year
        .trim()
        .parse()
        .ok()
        .filter(|year| (1..=9999).contains(year));
    match (number, kind.trim()) {
        (Some(year), "暦年") => Period::Calendar {
            calendar_year: CalendarYear(year),
        },
        (Some(year), "年度" | "年度の前期") => Period::FiscalYear(FiscalYear(year)),
        _ => parse_period(year),
    }
}

fn direction(cell: &str) -> Direction {
    match (cell.trim(), cells::pointing(cell)) {
        ("範囲", _) => Direction::Within,
        ("段階", _) => Direction::Stage,
        (_, Some(1)) => Direction::Increase,
        (_, Some(-1)) => Direction::Decrease,
        (_, Some(_)) => Direction::Maintain,
        (_, None) => Direction::Unknown,
    }
}

fn accumulation(cell: &str) -> Accumulation {
    match cell.trim() {
        "単年" => Accumulation::PerPeriod,
        "累計" => Accumulation::Cumulative,
        "開始からの累計" => Accumulation::CumulativeFromStart,
        "時点" => Accumulation::PointInTime,
        _ => Accumulation::Unknown,
    }
}
