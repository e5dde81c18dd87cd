//! A table below its heading, read: its columns settled, its rows taken in, and everything worth saying said.

use super::broken_text::names_level;
use super::columns::{Column, Field, recognise, says_unit_or_year};
use super::header::IndicatorHeader;
use super::kind::kind_in;
use super::name::behind_label;
use super::rivals::Rival;
use super::section_line::{self, names_departments};
use super::settle::{Decision, settle};
use super::{Entry, TableContext, unread_values};
use crate::plan::{Observation, Period};
use crate::read::finding::{Finding, FindingKind, Level};
use crate::read::table::{Row, Table};

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// The indicators of the rows below a heading.
pub(super) fn read(
    table: &Table,
    mut header: IndicatorHeader,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let context = with_rows_above(table, &header, context, findings);
    let body = &table.rows[header.body()..];
    let heading = &table.rows[header.first_row..header.body()];
    let line = heading.first().or(body.first()).map_or(0, |row| row.line);
    let decisions = settle(
        &mut header.columns,
        &body[..body.len().min(SAMPLE)],
        &context.caption,
    );
    if header.rows > 0 {
        say_how_columns_were_read(&header, &decisions, body, line, findings);
    }
    let mut rows = super::rows::Rows::new(&header.columns, heading, findings);
    let name = name_in_caption(&header.columns, body, &context.caption);
    // ② 利用率 right above its values is their name, and no section.
    let is_name = |title: &&String| name.is_some_and(|name| title.ends_with(name));
    let sections = match context.sections.split_last() {
        Some((last, above)) if is_name(&last) => above,
        _ => &context.sections,
    };
    rows.stand_in(sections);
    if let Some(name) = name {
        rows.begin(line, name);
    }
    let is_told_by_place = name.is_some() && holds_one_of_values(&header.columns, body);
    let drafts = rows.read(body);
    if let (Some(name), true) = (name, is_told_by_place) {
        let read_as = format!("{:?}", Field::Name);
        let kind = FindingKind::RecognisedByContent { read_as };
        findings.push(Finding::at(Level::Note, line, name, kind));
    }
    let kind = kind_of_columns(&header.columns);
    let entries: Vec<Entry> = drafts
        .into_iter()
        .map(|draft| draft.finish(&context, kind))
        .collect();
    if header.rows > 0 {
        findings.extend(unknown_year(&header.columns, &entries, line));
        findings.extend(undated_targets(&entries));
    }
    findings.extend(unread_values::asked(&entries));
    entries
}

/// That the year of the baselines is not said, where it is not.
fn unknown_year(columns: &[Column], entries: &[Entry], line: u32) -> Option<Finding> {
    let is_unknown = |entry: &Entry| {
        let baseline = entry.indicator.baseline.as_ref();
        baseline.is_some_and(|it| it.period == Period::Unknown && !it.value.is_missing())
    };
    let heading = columns
        .iter()
        .find(|column| column.field == Field::Baseline);
    let text = heading.map_or("", |column| &column.heading);
    entries
        .iter()
        .any(is_unknown)
        .then(|| Finding::at(Level::Note, line, text, FindingKind::UnknownYear))
}

/// That the year of a target is not said, where those of other rows say theirs.
fn undated_targets(entries: &[Entry]) -> Vec<Finding> {
    let is_dated = |target: &Observation| target.period != Period::Unknown;
    let mut targets = entries.iter().flat_map(|entry| &entry.indicator.targets);
    if !targets.any(is_dated) {
        return Vec::new();
    }
    let without = entries.iter().filter_map(|entry| {
        let targets = &entry.indicator.targets;
        let all_undated = !targets.iter().any(is_dated);
        let target = targets.last().filter(|_| all_undated)?;
        let line = entry.indicator.provenance.line?;
        (!target.value.is_missing())
            .then(|| Finding::at(Level::Note, line, &target.text, FindingKind::UnknownYear))
    });
    without.collect()
}

/// The name of the one indicator of a table without a column of names: the last line above it where the rows are its
/// 目標 and 実績 or its only row holds nothing but values, or a line that says `指標名：…`.
fn name_in_caption<'a>(columns: &[Column], body: &[Row], caption: &'a str) -> Option<&'a str> {
    let has = |field: Field| columns.iter().any(|column| column.field == field);
    if has(Field::Name) {
        return None;
    }
    let labelled = caption.lines().rev().find_map(|line| {
        let (label, name) = line.split_once(['：', ':'])?;
        (recognise(label) == Field::Name).then(|| name.trim())
    });
    let last = caption
        .lines()
        .rfind(|line| !line.trim().is_empty())
        .filter(|_| has(Field::Datum) || holds_one_of_values(columns, body));
    labelled
        .or_else(|| last.map(|line| behind_label(line).unwrap_or(line)))
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// Whether there is one row, and no column that could hold a name.
fn holds_one_of_values(columns: &[Column], body: &[Row]) -> bool {
    let is_of_value = |column: &Column| {
        let beside = [
            Field::Unit,
            Field::PublishedRate,
            Field::Department,
            Field::Note,
        ];
        column.field.is_value() || beside.contains(&column.field)
    };
    let has_value = columns.first().is_some_and(|first| first.field.is_value());
    let rows = body.iter().filter(|row| !row.is_blank()).count();
    rows == 1 && has_value && columns.iter().all(is_of_value)
}

/// Goes on with a table whose heading stood before a page break.
pub(super) fn read_on(
    table: &Table,
    previous: &IndicatorHeader,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    let fits = table.width().abs_diff(previous.columns.len()) <= 1;
    let Some(first) = table.rows.first().filter(|_| fits) else {
        return Vec::new();
    };
    let header = IndicatorHeader {
        first_row: 0,
        rows: 0,
        ..previous.clone()
    };
    let read_as = headings(&header.columns);
    findings.push(Finding::at(
        Level::Warning,
        first.line,
        first.text(),
        FindingKind::MissingHeading { read_as },
    ));
    read(table, header, context, findings)
}

/// The context with what the rows above the heading say: titles, `（単位：千円）`. Rows that say nothing of use are listed.
fn with_rows_above(
    table: &Table,
    header: &IndicatorHeader,
    context: &TableContext,
    findings: &mut Vec<Finding>,
) -> TableContext {
    let mut context = context.clone();
    for row in table.rows[..header.first_row]
        .iter()
        .filter(|row| !row.is_blank())
    {
        let text = section_line::of_row(row, &[])
            .unwrap_or_else(|| row.filled().collect::<Vec<_>>().join(" "));
        if context.section.is_none() && names_level(&text) {
            context.sections.push(text);
            continue;
        }
        if let (true, Some(section)) = (names_departments(&text), context.sections.last_mut()) {
            *section = format!("{section} {text}");
            continue;
        }
        if context.kind.is_empty() {
            context.kind = kind_in(&text).unwrap_or_default().to_owned();
        }
        if kind_in(&text).is_none() && !says_unit_or_year(&text) {
            findings.push(Finding::at(
                Level::Note,
                row.line,
                text.clone(),
                FindingKind::NotUnderstood,
            ));
        }
        context.caption = format!("{}\n{text}", context.caption);
    }
    context
}

/// The kind that the heading of the column of names says: `成果指標`, `KPI`; empty for 指標 and 項目.
fn kind_of_columns(columns: &[Column]) -> &'static str {
    let names = columns.iter().find(|column| column.field == Field::Name);
    names
        .and_then(|column| kind_in(&column.heading))
        .unwrap_or_default()
}

fn say_how_columns_were_read(
    header: &IndicatorHeader,
    decisions: &[Decision],
    body: &[Row],
    line: u32,
    findings: &mut Vec<Finding>,
) {
    if header.moved {
        let text = headings(&header.columns);
        findings.push(Finding::at(
            Level::Warning,
            line,
            text,
            FindingKind::ShiftedColumns,
        ));
    }
    for decision in decisions {
        let read_as = format!("{:?}", decision.read_as);
        let (level, kind) = match (decision.rival, decision.headings.as_str()) {
            (Some(Rival::Undated), _) => (Level::Question, FindingKind::UnknownYear),
            (Some(Rival::SameYear), _) => (
                Level::Question,
                FindingKind::RecognisedByContent { read_as },
            ),
            (None, "") => (Level::Note, FindingKind::MissingHeading { read_as }),
            (None, _) => (Level::Note, FindingKind::RecognisedByContent { read_as }),
        };
        findings.push(Finding::at(level, line, decision.headings.clone(), kind));
    }
    for (index, column) in header
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.field == Field::Unknown)
    {
        if body.iter().any(|row| !row.cell(index).is_empty()) {
            let kind = FindingKind::UnknownColumn {
                heading: column.heading.clone(),
            };
            findings.push(Finding::at(Level::Warning, line, &column.heading, kind));
        }
    }
}

fn headings(columns: &[Column]) -> String {
    columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect::<Vec<_>>()
        .join(" | ")
}
