//! The same figures as a table.

use super::format::{figure, is_percent};
use super::spec::{ChartPoint, ChartSeries, ChartSpec, ChartTable, Picture, PointRole, Steps};
use super::words::ChartTerms;
use crate::plan::{FiscalYear, Period};

/// What stands where there is no figure and none is due.
const NONE: &str = "—";

impl ChartSpec {
    /// The same figures as a table: one row a year (with the pace and the actual) or a stage.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let terms = &self.terms;
        let series: Vec<&ChartSeries> = match &self.picture {
            Picture::Steps(steps) => return stages(steps, terms),
            Picture::Ruler(rulers) => rulers.iter().map(|ruler| &ruler.series).collect(),
            Picture::TimeChart(chart) => chart.series.iter().collect(),
        };
        let several = series.iter().any(|series| !series.label.is_empty());
        let unit = series.first().map_or("", |series| &series.unit);
        let shared = !unit.is_empty() && series.iter().all(|series| series.unit == unit);
        let caption = if shared {
            terms.unit.replacen("{unit}", unit, 1)
        } else {
            String::new()
        };
        let mut header = vec![
            terms.year.to_owned(),
            terms.pace.to_owned(),
            terms.actual.to_owned(),
        ];
        if several {
            header.insert(0, terms.series.to_owned());
        }
        let rows = series.iter().flat_map(|series| {
            rows(series, terms).into_iter().map(move |mut row| {
                if several {
                    row.insert(0, series.label.clone());
                }
                row
            })
        });
        ChartTable {
            caption,
            header,
            rows: rows.collect(),
        }
    }
}

/// A row for every period that has a figure, and for the years between that have a pace.
fn rows(series: &ChartSeries, terms: &ChartTerms) -> Vec<Vec<String>> {
    let mut periods: Vec<Period> = Vec::new();
    let known = series
        .points
        .iter()
        .map(|point| point.period)
        .filter(|period| *period != Period::Unknown);
    let paced = series
        .pace
        .iter()
        .map(|(year, _)| Period::FiscalYear(FiscalYear(*year)));
    for period in known.chain(paced) {
        if let Err(at) = periods.binary_search_by_key(&period.year(), |other| other.year()) {
            periods.insert(at, period);
        }
    }
    let unknown = series
        .points
        .iter()
        .filter(|point| point.period == Period::Unknown);
    let (targets, others): (Vec<_>, Vec<_>) = unknown.partition(|point| is_target(point));
    let mut rows: Vec<Vec<String>> = others
        .into_iter()
        .map(|point| row(series, &[point], terms))
        .collect();
    for period in periods {
        let points: Vec<&ChartPoint> = series
            .points
            .iter()
            .filter(|point| point.period.year() == period.year())
            .collect();
        rows.push(if points.is_empty() {
            between(series, period, terms)
        } else {
            row(series, &points, terms)
        });
    }
    rows.extend(
        targets
            .into_iter()
            .map(|point| row(series, &[point], terms)),
    );
    rows
}

fn is_target(point: &ChartPoint) -> bool {
    matches!(point.role, PointRole::Interim | PointRole::Target)
}

/// The row of a period that has figures.
fn row(series: &ChartSeries, points: &[&ChartPoint], terms: &ChartTerms) -> Vec<String> {
    let period = points.first().map_or(Period::Unknown, |point| point.period);
    let mut when = terms.period_in_table(period);
    let said = |role: PointRole, word: &str| {
        points
            .iter()
            .any(|point| point.role == role)
            .then(|| word.to_owned())
    };
    let roles = [
        said(PointRole::Baseline, terms.baseline),
        said(PointRole::Interim, terms.interim),
        said(PointRole::Target, terms.target),
    ];
    for role in roles.into_iter().flatten() {
        when.push_str(&role);
    }
    let of = |wanted: fn(&ChartPoint) -> bool| {
        points
            .iter()
            .find(|point| wanted(point))
            .map(|point| point.label.clone())
    };
    let target = of(is_target);
    let measured = of(|point| point.role == PointRole::Actual);
    let baseline = of(|point| point.role == PointRole::Baseline);
    let begins = baseline.is_some();
    let pace = target.or_else(|| if begins { None } else { pace(series, period) });
    vec![
        when,
        pace.unwrap_or_else(|| NONE.to_owned()),
        measured.or(baseline).unwrap_or_else(|| NONE.to_owned()),
    ]
}

/// The row of a year between: its pace, and that nothing has been entered.
fn between(series: &ChartSeries, period: Period, terms: &ChartTerms) -> Vec<String> {
    let pace = pace(series, period).unwrap_or_else(|| NONE.to_owned());
    vec![
        terms.period_in_table(period),
        pace,
        terms.not_entered.to_owned(),
    ]
}

/// The pace of a year, with the series' decimals and one more where a percentage would hide its change.
fn pace(series: &ChartSeries, period: Period) -> Option<String> {
    let (_, number) = series
        .pace
        .iter()
        .find(|(year, _)| Some(*year) == period.year())?;
    let decimals = if is_percent(&series.unit) {
        series.decimals.max(1)
    } else {
        series.decimals
    };
    Some(figure(*number, decimals, &series.unit))
}

fn stages(steps: &Steps, terms: &ChartTerms) -> ChartTable {
    let rows = steps.steps.iter().enumerate().map(|(index, step)| {
        let reached = if steps.reached == Some(index) {
            terms.actual
        } else {
            ""
        };
        vec![step.words.clone(), step.above.clone(), reached.to_owned()]
    });
    let header = [terms.stage, terms.year, terms.actual].map(str::to_owned);
    ChartTable {
        caption: String::new(),
        header: header.to_vec(),
        rows: rows.collect(),
    }
}
