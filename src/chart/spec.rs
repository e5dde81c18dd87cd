//! Charts as data: everything that is drawn and read out, words included.

use super::words::ChartTerms;
use crate::judge::Grade;
use crate::plan::Period;

/// A chart as data.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// The prefix of the ids inside the picture, unique in its page: the indicator's id and the kind of picture.
    /// Set another when the same picture stands twice in one page.
    pub id: String,
    /// The title.
    pub title: String,
    /// The description: one sentence that says what the picture says, and the grade's word.
    pub description: String,
    /// The grade, which sets the class of the mark.
    pub grade: Grade,
    /// The size of the figures in CSS pixels; everything else follows it. 13 on cards, 16 on a page, 26 for a room.
    pub text_size: f64,
    /// Whether the points can be stepped to by keyboard; otherwise the picture is one image with its description.
    pub steppable: bool,
    /// What is drawn.
    pub picture: Picture,
    /// The words of the language, for its table.
    pub terms: ChartTerms,
}

/// The kinds of pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Scales from a baseline to a target, one a series.
    Ruler(Vec<Ruler>),
    /// Stages in their order.
    Steps(Steps),
    /// Fiscal years from left to right.
    TimeChart(TimeChart),
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
    /// When.
    pub period: Period,
    /// The figure; of a range to come to, the nearest end, of one to stay in, the middle.
    pub number: f64,
    /// The figure as shown, with its unit: `150,800千円`, `10%未満`.
    pub label: String,
    /// What stands under the figure: `基準（R6）`.
    pub caption: String,
    /// What is read out: `令和7年度 実績 150,800千円`.
    pub name: String,
}

/// The figures of one thing measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartSeries {
    /// What it is called inside its indicator; empty when it is the only one.
    pub label: String,
    /// The unit with its scale.
    pub unit: String,
    /// Decimals of computed figures.
    pub decimals: u8,
    /// The points in the order of their years, those of unknown year where they belong.
    pub points: Vec<ChartPoint>,
    /// Where the pace stands, year by year, where years are known.
    pub pace: Vec<(i32, f64)>,
    /// The side of the target that is allowed, where the target is a bound or a range or is to be held.
    pub allowed: Option<Allowed>,
}

/// The figures that meet a bound; an end that is none is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowed {
    /// The least.
    pub low: Option<f64>,
    /// The greatest.
    pub high: Option<f64>,
}

/// One scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// The figures.
    pub series: ChartSeries,
    /// The series' own grade.
    pub grade: Grade,
    /// The value at the left end.
    pub start: f64,
    /// The value at the right end, never the same.
    pub end: f64,
    /// What the ends are.
    pub kind: RulerKind,
    /// Years on the scale.
    pub ticks: Vec<YearTick>,
    /// The actual that is marked: an index of the series' points.
    pub marked: Option<usize>,
}

/// What a scale's ends are.
#[derive(Clone, Debug, PartialEq)]
pub enum RulerKind {
    /// From the baseline to the target.
    Progress,
    /// From 0 to the target, because there is no figure to start from.
    FromZero {
        /// What stands at the start: `0人（基準値なし）`.
        label: String,
        /// The same without the note.
        short: String,
    },
    /// Around a limit that is to be kept; the ends are round about and not labelled.
    Limit,
}

/// A year on a ruler: where the pace stands then.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTick {
    /// The value.
    pub value: f64,
    /// The year in short form: `R7`.
    pub label: String,
    /// Whether it is the year of the marked actual.
    pub now: bool,
    /// Whether a target stands there.
    pub target: bool,
}

/// Stages in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The stages.
    pub steps: Vec<Step>,
    /// The stage reached.
    pub reached: Option<usize>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its words.
    pub words: String,
    /// What stands above it: `R6 基準`.
    pub above: String,
    /// What is read out.
    pub name: String,
}

/// Fiscal years from left to right, figures upward.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeChart {
    /// The figures.
    pub series: Vec<ChartSeries>,
    /// The first year.
    pub first: i32,
    /// The last year, later than the first.
    pub last: i32,
    /// 年度不明, where a point's year is not known and it stands apart at the left.
    pub unknown: Option<String>,
    /// The figure at the bottom.
    pub low: f64,
    /// The figure at the top.
    pub high: f64,
    /// Round figures along the axis, as shown.
    pub ticks: Vec<(f64, String)>,
    /// The unit of the axis as it stands above it: `（円）`; empty when the ticks say it.
    pub unit: String,
    /// 目安の線.
    pub pace_label: String,
    /// Whether the years are calendar years, which have no short form in an era.
    pub calendar: bool,
}

/// The same figures as a table: header cells and rows of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartTable {
    /// What all figures share: `単位：千円`; empty when nothing does.
    pub caption: String,
    /// The columns' headings.
    pub header: Vec<String>,
    /// One row a year or stage.
    pub rows: Vec<Vec<String>>,
}
