//! Charts as data.

use crate::judge::{Grade, Judgement};
use crate::plan::{Indicator, PlanPeriod};

/// The words a chart needs, given by room `words` so that this room speaks no language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartWords {
    /// 基準.
    pub baseline: String,
    /// 目標.
    pub target: String,
    /// 中間目標.
    pub interim: String,
    /// 実績.
    pub actual: String,
    /// 目安.
    pub pace: String,
    /// 目安の線.
    pub pace_line: String,
    /// 年度不明.
    pub year_unknown: String,
    /// The picture's title: the indicator's name.
    pub title: String,
    /// The one sentence that says what the picture says.
    pub sentence: String,
    /// The grade's word.
    pub grade: String,
}

/// What a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointRole {
    /// 基準値.
    Baseline,
    /// 実績値.
    Actual,
    /// 中間目標.
    Interim,
    /// 目標値.
    Target,
}

/// One point of a chart: what can be stepped to and read out.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPoint {
    /// What it is.
    pub role: PointRole,
    /// The western fiscal year; none when unknown.
    pub year: Option<i32>,
    /// The figure.
    pub number: f64,
    /// The figure as shown, with its unit.
    pub label: String,
}

/// The same figures as a table: header cells and rows of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartTable {
    /// The columns' headings.
    pub header: Vec<String>,
    /// One row a year or stage.
    pub rows: Vec<Vec<String>>,
}

/// A chart as data. (Placeholder until the chart room is built; fields are private to the room.)
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// The title.
    pub title: String,
    /// The description: one sentence.
    pub description: String,
    /// The grade, which sets the class of the mark.
    pub grade: Grade,
}

/// The ruler of an indicator: a scale from baseline to target, years as ticks where the pace would stand, the actual as
/// the mark. Stages become steps; none when there is neither a figure nor a stage to show (relative targets).
#[must_use]
pub fn ruler(
    _indicator: &Indicator,
    _judgement: &Judgement,
    _period: PlanPeriod,
    _words: &ChartWords,
) -> Option<ChartSpec> {
    None
}

/// The time chart of an indicator; none when it has no figure.
#[must_use]
pub fn time_chart(
    _indicator: &Indicator,
    _judgement: &Judgement,
    _period: PlanPeriod,
    _words: &ChartWords,
) -> Option<ChartSpec> {
    None
}

impl ChartSpec {
    /// The same figures as a table.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        ChartTable::default()
    }
}
