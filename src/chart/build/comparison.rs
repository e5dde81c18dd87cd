//! Several plans' figures of one theme on one axis.

use super::time::over_years;
use super::{ChartSeries, figures, safe_id};
use crate::chart::spec::{ChartSpec, Picture};
use crate::chart::words::{ChartTerms, ChartWords};
use crate::judge::{Grade, Series};
use crate::plan::PlanPeriod;

/// A series of one of the plans compared, called by the plan's name. Its points carry that alone: what they are, their
/// shapes say, and the year is below them.
#[must_use]
pub fn compared(
    series: &Series,
    name: &str,
    period: PlanPeriod,
    terms: &ChartTerms,
) -> ChartSeries {
    let mut named = series.clone();
    named.label = match &*series.label {
        "" => name.into(),
        part => terms.with_note(name, part).into(),
    };
    let mut shown = figures::chart_series(&named, period, terms);
    for point in &mut shown.points {
        point.caption.clear();
    }
    // What one plan allows says nothing about the others' figures.
    shown.allowed = None;
    shown
}

/// Their chart over the fiscal years all of them share, by the theme's key; none when no figure has a year.
#[must_use]
pub fn comparison(id: &str, series: Vec<ChartSeries>, words: &ChartWords) -> Option<ChartSpec> {
    let chart = over_years(series, Vec::new(), PlanPeriod::default(), &words.terms)?;
    Some(ChartSpec {
        id: safe_id(id, "compared"),
        title: words.title.clone(),
        description: words.sentence.clone(),
        grade: Grade::NotJudged,
        text_size: 13.0,
        steppable: true,
        picture: Picture::TimeChart(chart),
        terms: words.terms,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;
    use crate::chart::draw;
    use crate::judge::Point;
    use crate::plan::{FiscalYear, Period};

    fn series(from: (i32, f64), to: (i32, f64)) -> Series<'static> {
        let point = |(year, number)| Point {
            period: Period::FiscalYear(FiscalYear(year)),
            number,
            ..Point::default()
        };
        Series {
            unit: "人".into(),
            baseline: Some(point(from)),
            targets: vec![point(to)],
            ..Series::default()
        }
    }

    #[test]
    fn two_plans_share_the_axis_of_all_their_years_and_every_point_names_its_plan() {
        let terms = ChartTerms::default();
        let period = PlanPeriod::default();
        let all = vec![
            compared(&series((2019, 50.0), (2024, 80.0)), "甲町", period, &terms),
            compared(&series((2022, 10.0), (2029, 20.0)), "乙町", period, &terms),
        ];
        let spec = comparison("theme", all, &ChartWords::default()).unwrap();
        let Picture::TimeChart(chart) = &spec.picture else {
            panic!("a chart over years");
        };
        assert_eq!((chart.first, chart.last), (2019, 2029));
        let drawn = draw(&spec, 600);
        for name in ["甲町", "乙町"] {
            assert!(drawn.matches(name).count() >= 2, "{name}");
        }
    }

    #[test]
    fn without_a_year_there_is_no_chart() {
        let mut unknown = series((2019, 50.0), (2024, 80.0));
        unknown.baseline = None;
        unknown.targets[0].period = Period::Unknown;
        let terms = ChartTerms::default();
        let one = compared(&unknown, "甲町", PlanPeriod::default(), &terms);
        assert!(comparison("theme", vec![one], &ChartWords::default()).is_none());
    }
}
