//! An indicator while the rows that tell of it are read.

mod unit;

use super::columns::{Column, Field};
use super::words::{accumulation, direction, split_departments, without_line_breaks};
use super::written::Written;
use super::{Entry, SectionName, TableContext, dated_values, name, written};
use crate::plan::{
    Accumulation, Direction, Indicator, Period, Provenance, UnitHint, parse_period, squash,
};
use crate::read::cells;

/// What was read of one indicator so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) line: u32,
    pub(super) number: String,
    /// As written, its number still in front.
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) unit: String,
    /// The unit that a heading over its values says.
    heading_unit: String,
    pub(super) baseline: Option<Written>,
    /// What the row it stood in says its values are.
    baseline_row: Option<Field>,
    pub(super) targets: Vec<Written>,
    pub(super) actuals: Vec<Written>,
    baseline_year: Period,
    target_year: Period,
    /// The year of the next actual, where its column stands before it.
    actual_year: Period,
    direction: Direction,
    accumulation: Accumulation,
    pub(super) measurement: String,
    departments: Vec<String>,
    /// Who is responsible for the section, where nobody is named here.
    pub(super) of_section: Vec<String>,
    /// Published rates, each with the heading it stood under.
    published_rates: Vec<(String, String)>,
    pub(super) notes: Vec<String>,
    pub(super) sections: Vec<SectionName>,
    pub(super) initiative: String,
}

impl Draft {
    /// An indicator of which only the name is known.
    pub(super) fn begun(line: u32, name: String, kind: &str) -> Self {
        Self {
            line,
            name,
            kind: kind.to_owned(),
            ..Self::default()
        }
    }

    /// Takes in one filled cell; `datum` is what the row says its values are, where it does.
    pub(super) fn take(&mut self, column: &Column, cell: &str, datum: Option<Field>) {
        let field = match (datum, column.field) {
            (Some(datum), Field::Year | Field::Value) => datum,
            (_, field) => field,
        };
        if column.field.is_value() && self.heading_unit.is_empty() {
            self.heading_unit.clone_from(&column.unit);
        }
        let mut written = dated_values::values(cell, column.period);
        let taken = match field {
            Field::Baseline if self.baseline.is_none() => {
                written.sort_by_key(|it| it.period);
                self.baseline = Some(written.remove(0));
                self.baseline_row = datum;
                self.actuals.append(&mut written);
                true
            }
            Field::Baseline if datum.is_some() && datum != self.baseline_row => {
                self.baseline_of_row(column, cell, datum)
            }
            Field::Target => {
                if let (Direction::Unknown, Some(pointing)) =
                    (self.direction, cells::direction(cell))
                {
                    self.direction = direction(pointing);
                }
                self.targets.append(&mut written);
                true
            }
            Field::InterimTarget | Field::Pace => {
                let interim = written.into_iter().map(Written::interim);
                self.targets.extend(interim);
                true
            }
            Field::Actual | Field::Year | Field::Baseline => {
                if let [actual] = written.as_mut_slice() {
                    actual.default_period(std::mem::take(&mut self.actual_year));
                }
                self.actuals.append(&mut written);
                true
            }
            Field::Measurement => join(&mut self.measurement, &column.heading, cell),
            Field::PublishedRate => push(
                &mut self.published_rates,
                (column.heading.clone(), cell.to_owned()),
            ),
            field => self.take_word(field, cell),
        };
        if !taken {
            self.note(&column.heading, cell);
        }
    }

    /// Takes what a further row says of the baseline: that of 実績 is what was, whatever the row of 目標 says beside it.
    fn baseline_of_row(&mut self, column: &Column, cell: &str, datum: Option<Field>) -> bool {
        let Some(baseline) = &mut self.baseline else {
            return false;
        };
        if baseline.text == cell {
            return true;
        }
        let is_better = cells::is_missing(&baseline.text)
            || (datum == Some(Field::Actual) && self.baseline_row == Some(Field::Target));
        if is_better {
            let before = std::mem::replace(baseline, Written::new(cell, column.period));
            self.baseline_row = datum;
            // 未整備 stays in the remarks; a dash says nothing.
            if before.text.chars().any(char::is_alphanumeric) {
                self.note(&column.heading, &before.text);
            }
        }
        is_better
    }

    /// Takes a cell that is no value; false when there is no place for it, or another stands there already.
    fn take_word(&mut self, field: Field, cell: &str) -> bool {
        match field {
            Field::Number => set(&mut self.number, cell),
            Field::Kind => set(&mut self.kind, cell),
            // A bare ○ says that somebody takes part, and is no name.
            Field::Initiative => {
                cell.chars().any(char::is_alphanumeric)
                    && set(&mut self.initiative, &without_line_breaks(cell))
            }
            Field::Unit => self.take_unit(cell),
            Field::BaselineYear => set_year(&mut self.baseline_year, cell),
            Field::ActualYear => self.take_actual_year(cell),
            Field::TargetYear => set_year(&mut self.target_year, cell),
            Field::Department => {
                self.departments.extend(split_departments(cell));
                true
            }
            Field::Direction => {
                let pointing =
                    cells::pointing(cell).filter(|_| self.direction == Direction::Unknown);
                pointing
                    .inspect(|pointing| self.direction = direction(*pointing))
                    .is_some()
            }
            Field::Accumulation => {
                let is_first = self.accumulation == Accumulation::Unknown;
                self.accumulation = if is_first {
                    accumulation(cell)
                } else {
                    self.accumulation
                };
                is_first && self.accumulation != Accumulation::Unknown
            }
            Field::Datum => super::content::datum(cell).is_some(),
            Field::Name | Field::SecondName | Field::Section | Field::SectionNumber => true,
            _ => false,
        }
    }

    /// Takes the rest of the department that broke off; false when none did.
    pub(super) fn goes_on_with_department(&mut self, rest: &str) -> bool {
        let Some(last) = self.departments.last_mut() else {
            return false;
        };
        let whole = format!("{last}{rest}");
        let goes_on = !cells::is_department(last) && cells::is_department(&whole);
        if goes_on {
            *last = whole;
        }
        goes_on
    }

    /// Takes the year of an actual: the one just taken where it has none yet, or else the next.
    fn take_actual_year(&mut self, cell: &str) -> bool {
        let year = parse_period(cell);
        match self.actuals.last_mut() {
            Some(last) if last.period == Period::Unknown => last.period = year,
            _ => self.actual_year = year,
        }
        cells::is_year(cell)
    }

    /// Takes a unit; one beside each value may be written twice, a dash says that there is none.
    fn take_unit(&mut self, cell: &str) -> bool {
        let inside = cell
            .strip_prefix(['(', '（'])
            .and_then(|rest| rest.strip_suffix([')', '）']));
        let unit = inside.unwrap_or(cell);
        if cells::is_missing(cell) {
            return !cell.chars().any(char::is_alphabetic);
        }
        !cells::is_figure(cell) && set(&mut self.unit, unit)
    }

    /// Keeps a remark with the heading it stood under; 備考 and no heading need not be said.
    pub(super) fn note(&mut self, heading: &str, cell: &str) {
        let plain = heading.is_empty() || squash(heading).starts_with("備考");
        self.notes.push(if plain {
            cell.to_owned()
        } else {
            format!("{heading}：{cell}")
        });
    }

    /// Whether a cell names a section the indicator stands in.
    pub(super) fn stands_in(&self, cell: &str) -> bool {
        let title = without_line_breaks(cell);
        let mut sections = self.sections.iter();
        sections.any(|section| section.title == title || section.number == cell)
    }

    /// A year that stands in a row of its own below the value of a column.
    pub(super) fn year_below(&mut self, field: Field, of_column: Period, cell: &str) {
        let above = match field {
            Field::Baseline => self.baseline.as_mut(),
            Field::Target | Field::InterimTarget | Field::Pace => {
                self.targets.iter_mut().rfind(|it| it.period == of_column)
            }
            _ => self.actuals.iter_mut().rfind(|it| it.period == of_column),
        };
        if let Some(above) = above {
            above.period = parse_period(cell);
        }
    }

    /// Every value read, the baseline first and the final target next.
    fn values(&self) -> impl Iterator<Item = &Written> {
        self.baseline
            .iter()
            .chain(self.targets.iter().rev())
            .chain(&self.actuals)
    }

    /// Whether it says the same already, as each of its rows does where it has one for each year.
    pub(super) fn says(&self, field: Field, cell: &str) -> bool {
        match field {
            Field::Baseline => self.baseline.as_ref().is_some_and(|it| it.text == cell),
            Field::Unit => self.unit == cell.trim_matches(['(', ')', '（', '）']),
            Field::Measurement => self.measurement == cell,
            Field::Department => split_departments(cell)
                .iter()
                .all(|department| self.departments.contains(department)),
            _ => false,
        }
    }

    /// Whether a target or an actual of a year was read.
    pub(super) fn has_value_of(&self, year: Period) -> bool {
        let mut values = self.targets.iter().chain(&self.actuals);
        values.any(|value| value.period == year)
    }

    /// Whether any value was read.
    pub(super) fn has_values(&self) -> bool {
        self.values().next().is_some()
    }

    /// The direction, as a column for it says it or else an arrow beside a target.
    fn pointed_direction(&self) -> Direction {
        let mut targets = self.targets.iter().rev();
        match self.direction {
            Direction::Unknown => targets
                .find_map(|target| cells::arrow_beside(&target.text))
                .map_or(Direction::Unknown, direction),
            known => known,
        }
    }

    /// The years that columns of their own say are those of the baseline and of the final target.
    fn take_own_years(&mut self) {
        if let Some(baseline) = &mut self.baseline {
            baseline.default_period(self.baseline_year);
        }
        let mut last_first = self.targets.iter_mut().rev();
        if let Some(last) = last_first.find(|target| !target.is_interim()) {
            last.default_period(self.target_year);
        }
    }

    /// The indicator.
    pub(super) fn finish(mut self, context: &TableContext, heading_kind: &str) -> Entry {
        let whole = without_line_breaks(&self.name);
        let (number, name) = if self.number.is_empty() {
            name::split_number(&whole)
        } else {
            (self.number.as_str(), &*whole)
        };
        let (number, name) = (number.to_owned(), name.to_owned());
        let published_rate = self.newest_rate();
        let unit = self.settled_unit(&name, &context.caption);
        let hint = UnitHint { unit: unit.clone() };
        self.take_own_years();
        let direction = self.pointed_direction();
        let departments = [self.departments, self.of_section];
        let departments = departments.into_iter().find(|it| !it.is_empty());
        let kind = [self.kind.as_str(), &context.kind, heading_kind]
            .into_iter()
            .find(|kind| !kind.is_empty());
        let baseline = self.baseline.map(|it| written::observation(it, &hint));
        let indicator = Indicator {
            number,
            name,
            kind: kind.unwrap_or_default().to_owned(),
            unit,
            direction,
            accumulation: self.accumulation,
            targets: written::in_order(self.targets)
                .into_iter()
                .map(|target| written::target(target, &hint, baseline.as_ref()))
                .collect(),
            baseline,
            actuals: written::one_a_period(self.actuals, &mut self.notes)
                .into_iter()
                .map(|it| written::actual(it, &hint))
                .collect(),
            measurement: self.measurement,
            section: context.section.clone(),
            departments: departments.unwrap_or_default(),
            published_rate,
            note: self.notes.join("\n"),
            provenance: Provenance {
                source: context.source.clone(),
                line: Some(self.line),
            },
            ..Indicator::default()
        };
        Entry {
            indicator,
            sections: self.sections,
            initiative: self.initiative,
        }
    }

    /// The last published rate; those before it, of earlier years, are kept as remarks.
    fn newest_rate(&mut self) -> String {
        let Some((_, newest)) = self.published_rates.pop() else {
            return String::new();
        };
        for (heading, rate) in std::mem::take(&mut self.published_rates) {
            let heading = if heading.contains("率") {
                heading
            } else {
                format!("達成率 {heading}")
            };
            self.note(&heading, &rate);
        }
        newest
    }
}

/// Sets a text that is not set yet; false when another is.
fn set(text: &mut String, cell: &str) -> bool {
    if text.is_empty() {
        cell.clone_into(text);
    }
    text == cell
}

/// Sets a year that is not set yet; false when another is, or when the cell says more than a year.
fn set_year(year: &mut Period, cell: &str) -> bool {
    if *year == Period::Unknown {
        *year = parse_period(cell);
    }
    cells::is_year(cell) && *year == parse_period(cell)
}

fn push<T>(list: &mut Vec<T>, item: T) -> bool {
    list.push(item);
    true
}

/// A second text of the same kind goes behind the first, under its own heading.
fn join(text: &mut String, heading: &str, more: &str) -> bool {
    if text.is_empty() {
        more.clone_into(text);
    } else {
        *text = format!("{text}\n{heading}：{more}");
    }
    true
}
