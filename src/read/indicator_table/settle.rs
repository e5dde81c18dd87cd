//! What the columns hold where their headings alone do not tell: decided by what stands in them and beside them.

use super::by_content;
use super::columns::{Column, Field, speaks_of_indicators};
use super::content::Content;
use super::rivals::{self, Rival};
use super::{earlier, money, year_columns};
use crate::plan::{Period, parse_period, squash};
use crate::read::table::Row;

/// Columns whose field was decided by something else than the words of their headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    /// Their headings with bars between them; empty when they have none.
    pub(super) headings: String,
    /// What they were read as.
    pub(super) read_as: Field,
    /// What a person must look at, where nothing tells whether it is right.
    pub(super) rival: Option<Rival>,
}

/// Settles what each column holds and tells which were decided by their contents.
pub(super) fn settle(columns: &mut [Column], body: &[Row], caption: &str) -> Vec<Decision> {
    let before: Vec<Field> = columns.iter().map(|column| column.field).collect();
    let contents: Vec<Content> = (0..columns.len())
        .map(|column| Content::of(body, column))
        .collect();
    by_content::settle(columns, &contents);
    money::settle(columns);
    find_name(columns, &contents);
    find_second_name(columns, &contents, body);
    year_columns::settle(columns, &contents, body);
    let dated = earlier::settle(columns);
    earlier::interim_values(columns);
    first_of_the_baselines(columns);
    bare_years(columns, caption);
    actual_as_baseline(columns);
    year_columns::of_baseline(columns);
    years_from_caption(columns, caption);
    let rivals = rivals::settle(columns, body);
    let dated = dated.into_iter().map(|headings| Decision {
        headings,
        read_as: Field::Actual,
        rival: None,
    });
    let mut decisions = decisions(columns, &before);
    decisions.extend(dated);
    decisions.extend(rivals.into_iter().map(|(index, rival)| Decision {
        headings: columns[index].heading.clone(),
        read_as: columns[index].field,
        rival: Some(rival),
    }));
    decisions
}

/// What was decided, by field; what only tells one baseline or actual from another is no decision worth saying.
fn decisions(columns: &[Column], before: &[Field]) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    for (column, before) in columns
        .iter()
        .zip(before)
        .filter(|(column, before)| column.field != **before)
    {
        let refined = matches!(
            before,
            Field::Baseline | Field::Actual | Field::Period | Field::Target
        ) && !matches!(column.field, Field::Name | Field::Section)
            && !(column.field == Field::Note && *before != Field::Period);
        let same = |it: &&mut Decision| {
            it.read_as == column.field && it.headings.is_empty() == column.heading.is_empty()
        };
        match decisions.iter_mut().find(same) {
            _ if refined => {}
            Some(_) if column.heading.is_empty() => {}
            Some(decision) => {
                decision.headings = format!("{} | {}", decision.headings, column.heading);
            }
            None => decisions.push(Decision {
                headings: column.heading.clone(),
                read_as: column.field,
                rival: None,
            }),
        }
    }
    decisions
}

/// Exactly one column is the name: the one whose heading says so best, or else the first that holds text.
fn find_name(columns: &mut [Column], contents: &[Content]) {
    let names: Vec<usize> = (0..columns.len())
        .filter(|index| columns[*index].field == Field::Name)
        .collect();
    let best = names
        .iter()
        .copied()
        .find(|index| {
            speaks_as_name(&columns[*index].heading)
                && !contents[*index].mostly(contents[*index].figures)
        })
        .or_else(|| {
            names
                .iter()
                .copied()
                .rfind(|index| !contents[*index].mostly(contents[*index].figures))
        })
        .or_else(|| standing_in(columns, contents))
        .or_else(|| names.first().copied());
    let Some(best) = best else { return };
    columns[best].field = Field::Name;
    for index in names.into_iter().filter(|index| *index != best) {
        let figures = contents[index].mostly(contents[index].figures);
        let numbers = contents[index].mostly(contents[index].numbers);
        columns[index].field = match () {
            () if numbers && index < best => Field::Number, // 指標 is merged over both
            () if figures && !speaks_as_name(&columns[index].heading) => Field::Target,
            () if index < best => Field::Section,
            () => Field::Note,
        };
    }
    // 目標 beside 目標値 is what the plan aims at, in words.
    let targets = columns
        .iter()
        .filter(|column| column.field == Field::Target)
        .count();
    for index in 0..best {
        if columns[index].field == Field::Target
            && targets > 1
            && contents[index].figures == 0
            && contents[index].filled > 0
        {
            columns[index].field = Field::Section;
        }
    }
}

/// Below a heading that is merged over two columns the name goes on in the second: `がん検診の受診率 | 胃がん`; so it does below
/// 対象 or 区分, where the name is merged over several rows that only they tell apart.
fn find_second_name(columns: &mut [Column], contents: &[Content], body: &[Row]) {
    let Some(name) = columns
        .iter()
        .position(|column| column.field == Field::Name)
    else {
        return;
    };
    let next = name + 1;
    let Some(column) = columns.get(next).filter(|_| contents[next].is_text()) else {
        return;
    };
    let goes_on = column.heading.is_empty() && column.field == Field::Unknown;
    let words = squash(&column.heading);
    let says_part = ["対象", "区分", "内訳", "属性"]
        .iter()
        .any(|word| words.starts_with(word))
        && matches!(column.field, Field::Note | Field::Kind | Field::Unknown);
    let is_value = |(cell, column): (&String, &Column)| column.field.is_value() && !cell.is_empty();
    let tells_apart = |row: &Row| {
        let has_value = row.cells.iter().zip(columns.iter()).any(is_value);
        row.cell(name).is_empty() && !row.cell(next).is_empty() && has_value
    };
    if goes_on || (says_part && body.iter().any(tells_apart)) {
        columns[next].field = Field::SecondName;
    }
}

fn speaks_as_name(heading: &str) -> bool {
    speaks_of_indicators(heading) && !heading.contains("数値目標") && !heading.contains("目標値")
}

/// The column that holds names though its heading does not say so.
fn standing_in(columns: &[Column], contents: &[Content]) -> Option<usize> {
    let text = |field: Field| {
        (0..columns.len())
            .find(|index| columns[*index].field == field && contents[*index].is_text())
    };
    let last_text = |field: Field| {
        (0..columns.len())
            .rfind(|index| columns[*index].field == field && contents[*index].is_text())
    };
    let blank = (0..columns.len()).find(|index| {
        columns[*index].field == Field::Unknown
            && columns[*index].heading.is_empty()
            && contents[*index].is_text()
    });
    blank
        .or_else(|| text(Field::Unknown))
        .or_else(|| last_text(Field::Initiative))
        .or_else(|| last_text(Field::Section))
        .or_else(|| text(Field::Kind))
        .or_else(|| text(Field::Target))
        .or_else(|| text(Field::SecondName))
}

/// Of several baselines the oldest is the baseline, and the others are actuals; 基準 and 策定時 go before 現状.
fn first_of_the_baselines(columns: &mut [Column]) {
    let baselines: Vec<usize> = (0..columns.len())
        .filter(|index| columns[*index].field == Field::Baseline)
        .collect();
    let rank = |index: &usize| {
        let column = &columns[*index];
        let current = ["現状", "現在", "直近", "現況"]
            .iter()
            .any(|word| squash(&column.heading).contains(word));
        (
            column
                .period
                .year()
                .unwrap_or(if current { i32::MAX } else { i32::MIN }),
            current,
            *index,
        )
    };
    let Some(first) = baselines.iter().copied().min_by_key(|index| rank(index)) else {
        return;
    };
    for index in baselines.into_iter().filter(|index| *index != first) {
        columns[index].field = Field::Actual;
    }
}

/// Years alone: targets where the table has a baseline and no target, otherwise actuals; two alone are from and to.
fn bare_years(columns: &mut [Column], caption: &str) {
    if columns.iter().any(|column| column.field == Field::Datum) {
        return; // each row says what its values are
    }
    let has = |field: Field| columns.iter().any(|column| column.field == field);
    let years: Vec<usize> = (0..columns.len())
        .filter(|index| columns[*index].field == Field::Year)
        .collect();
    let (has_baseline, has_target) = (
        has(Field::Baseline) || has(Field::Actual),
        has(Field::Target),
    );
    let says_actual = caption.contains("実績") && !caption.contains("目標");
    let spoken = says_actual.then_some(Field::Actual);
    let field = spoken.unwrap_or(match (has_baseline, has_target) {
        (true, false) => Field::Target,
        _ => Field::Actual,
    });
    let of_baseline = columns
        .iter()
        .find(|column| column.field == Field::Baseline)
        .and_then(|column| column.period.year());
    for index in &years {
        // What was before the baseline was never aimed at.
        let year = columns[*index].period.year();
        let is_past = year.zip(of_baseline).is_some_and(|(year, of)| year < of);
        columns[*index].field = if is_past { Field::Actual } else { field };
    }
    if let ([from, to], false, false, None) = (years.as_slice(), has_baseline, has_target, spoken) {
        columns[*from].field = Field::Baseline;
        columns[*to].field = Field::Target;
    }
}

/// Without a baseline the first 実績 is the baseline, unless it stands for the target's own year or after it, or right of
/// the target, as reports have it, or it is the only one and beside it stands how far it has come (達成率).
fn actual_as_baseline(columns: &mut [Column]) {
    let count = |field: Field| {
        columns
            .iter()
            .filter(|column| column.field == field)
            .count()
    };
    let is_rated = count(Field::Actual) == 1 && count(Field::PublishedRate) > 0;
    if count(Field::Baseline) > 0 || is_rated {
        return;
    }
    let Some(first) = (0..columns.len())
        .filter(|index| columns[*index].field == Field::Actual)
        .min_by_key(|index| columns[*index].period.year().unwrap_or(i32::MAX))
    else {
        return;
    };
    let targets: Vec<(usize, &Column)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.field == Field::Target)
        .collect();
    let is_before = |target: &Column| match (columns[first].period.year(), target.period.year()) {
        (Some(actual), Some(target)) => actual < target,
        _ => true,
    };
    let before_target = targets.first().is_some_and(|(target, _)| first < *target)
        && targets.iter().all(|(_, target)| is_before(target));
    if before_target {
        columns[first].field = Field::Baseline;
    }
}

/// Years that the line above the table says: `（基準値：令和5年度、目標値：令和11年度）`.
fn years_from_caption(columns: &mut [Column], caption: &str) {
    for part in caption.split(['、', '，', ',', '／', '/', '・', '\n', '　', ';', '；']) {
        let period = parse_period(part);
        let field = match super::columns::recognise(part) {
            Field::Name if part.contains("目標") => Field::Target,
            field => field,
        };
        if period == Period::Unknown
            || !matches!(
                field,
                Field::Baseline | Field::Target | Field::InterimTarget
            )
        {
            continue;
        }
        for column in columns
            .iter_mut()
            .filter(|column| column.field == field && column.period == Period::Unknown)
        {
            column.period = period;
        }
    }
}
