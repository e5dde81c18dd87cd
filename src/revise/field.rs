//! What two versions of an item are compared by.

use crate::plan::{
    Accumulation, Direction, FiscalYear, Id, Mark, Nature, Observation, Period, PlanPeriod,
    Statement, squash,
};
use std::collections::BTreeMap;

/// A kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The plan's own head: title, municipality, years.
    Plan,
    /// A [`Section`](crate::plan::Section).
    Section,
    /// An [`Initiative`](crate::plan::Initiative).
    Initiative,
    /// An [`Indicator`](crate::plan::Indicator).
    Indicator,
    /// A [`ScheduleItem`](crate::plan::ScheduleItem).
    Schedule,
    /// A [`ProgressSheet`](crate::plan::ProgressSheet).
    Sheet,
    /// A [`GlossaryEntry`](crate::plan::GlossaryEntry).
    Term,
    /// A [`RelatedPlan`](crate::plan::RelatedPlan).
    RelatedPlan,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Plan,
        Self::Indicator,
        Self::Schedule,
        Self::Sheet,
        Self::Initiative,
        Self::Section,
        Self::Term,
        Self::RelatedPlan,
    ];
}

/// One thing an item says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its name or title.
    Name,
    /// Whose plan it is.
    Municipality,
    /// The plan's years.
    Years,
    /// Its number, or a footnote's mark.
    Number,
    /// What the town calls its level.
    Level,
    /// The section it stands in.
    Section,
    /// What the town calls it: KGI, KPI.
    Kind,
    /// The unit.
    Unit,
    /// Where it started.
    Baseline,
    /// Its targets.
    Targets,
    /// The actual of a period.
    Actual(Period),
    /// What was written beside the actual of a period.
    ActualNote(Period),
    /// In which direction it should go.
    Direction,
    /// Over what it is counted.
    Accumulation,
    /// How it is measured.
    Measurement,
    /// The initiatives it is tied to.
    Initiatives,
    /// Who is responsible.
    Departments,
    /// The rate the town published.
    PublishedRate,
    /// Remarks.
    Note,
    /// 現状と課題.
    Situation,
    /// 基本方針, 目指す姿.
    Aims,
    /// Sustainable development goals.
    Goals,
    /// Badges.
    Tags,
    /// What an initiative consists of.
    Details,
    /// 取組概要.
    Summary,
    /// The report of a fiscal year (実践経過).
    Report(Period),
    /// 継続型, 完結型.
    Nature,
    /// Marks by fiscal year.
    Marks,
    /// The item it repeats.
    RepeatOf,
    /// 目標 of a sheet.
    SheetGoals,
    /// 取組内容 of a sheet.
    Actions,
    /// 前期.
    FirstHalf,
    /// 後期.
    SecondHalf,
    /// 目標の達成.
    Achievement,
    /// 評価・検証.
    Evaluation,
    /// What a footnote says.
    Explanation,
    /// The sections that cite a footnote.
    CitedIn,
}

/// What stands in a field. Two that say the same are equal however they are spaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing: a version that says nothing of a field takes nothing away.
    Nothing,
    /// A text.
    Text(String),
    /// Several texts in order.
    Texts(Vec<String>),
    /// Values as written with their periods.
    Figures(Vec<(Period, String)>),
    /// Marks by fiscal year.
    Marks(BTreeMap<FiscalYear, Mark>),
    /// Other items.
    Items(Vec<Id>),
    /// A direction.
    Direction(Direction),
    /// An accumulation.
    Accumulation(Accumulation),
    /// Whether it ends.
    Nature(Nature),
    /// The first and last year.
    Years(PlanPeriod),
}

impl Shown {
    pub(super) fn text(text: &str) -> Self {
        if text.trim().is_empty() {
            return Self::Nothing;
        }
        Self::Text(text.to_owned())
    }

    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let texts = texts.into_iter().filter(|text| !text.trim().is_empty());
        let texts: Vec<String> = texts.map(str::to_owned).collect();
        if texts.is_empty() {
            return Self::Nothing;
        }
        Self::Texts(texts)
    }

    pub(super) fn statements(statements: &[Statement]) -> Self {
        let told = statements.iter().map(|statement| {
            if statement.heading.is_empty() {
                return statement.text.clone();
            }
            [statement.heading.as_str(), " ", &statement.text].concat()
        });
        let told: Vec<String> = told.collect();
        Self::texts(told.iter().map(String::as_str))
    }

    pub(super) fn figures<'a>(figures: impl IntoIterator<Item = &'a Observation>) -> Self {
        let figures = figures
            .into_iter()
            .filter(|figure| !figure.text.trim().is_empty());
        let figures: Vec<_> = figures
            .map(|figure| (figure.period, figure.text.clone()))
            .collect();
        if figures.is_empty() {
            return Self::Nothing;
        }
        Self::Figures(figures)
    }

    pub(super) fn items<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Self {
        let ids: Vec<Id> = ids.into_iter().cloned().collect();
        if ids.is_empty() {
            return Self::Nothing;
        }
        Self::Items(ids)
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// Whether both say the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => squash(one) == squash(other),
            (Self::Texts(one), Self::Texts(other)) => {
                one.len() == other.len()
                    && one
                        .iter()
                        .zip(other)
                        .all(|(one, other)| squash(one) == squash(other))
            }
            (Self::Figures(one), Self::Figures(other)) => {
                one.len() == other.len()
                    && one
                        .iter()
                        .zip(other)
                        .all(|(one, other)| one.0 == other.0 && squash(&one.1) == squash(&other.1))
            }
            _ => self == other,
        }
    }
}
