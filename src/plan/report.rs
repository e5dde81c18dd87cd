//! What is reported of a schedule item year by year: the progress note (実践経過), and where the item stood.

use super::{FiscalYear, Nature, ScheduleItem};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// Where an item stood at the end of a fiscal year, as the department says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    /// 未着手: not begun.
    NotBegun,
    /// 実施中: being done.
    Ongoing,
    /// 達成: what the year's ● stands for was reached, and the item is carried on (継続型).
    Reached,
    /// 完了: finished.
    Finished,
    /// 中止: given up before it was finished.
    Stopped,
}

impl Reported {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::NotBegun,
        Self::Ongoing,
        Self::Reached,
        Self::Finished,
        Self::Stopped,
    ];

    /// What a department can say of an item: only one that goes on can be reached and carried on.
    #[must_use]
    pub fn sayable(nature: Nature) -> &'static [Self] {
        match nature {
            Nature::Finite => &[Self::Ongoing, Self::Finished, Self::NotBegun, Self::Stopped],
            Nature::Continuing | Nature::Unknown => &[
                Self::Ongoing,
                Self::Reached,
                Self::Finished,
                Self::NotBegun,
                Self::Stopped,
            ],
        }
    }
}

/// The report on one item for one fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AnnualReport {
    /// The fiscal year reported on; none when the source does not say (年度不明).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscal_year: Option<FiscalYear>,
    /// The progress note (実践経過) as written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the item stood, where somebody said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Reported>,
    /// Whether the note is an earlier year's that nobody has written or confirmed for this year: what was only carried
    /// over is no report yet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub carried_over: bool,
}

impl AnnualReport {
    /// Whether somebody reported something: a note of its own year, or where the item stood.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.state.is_some() || (!self.carried_over && !self.note.is_empty())
    }

    /// Whether there is nothing in it that a file would have to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.state.is_none() && self.note.is_empty()
    }
}

impl ScheduleItem {
    /// The report for a fiscal year, carried over or written; the first where a file holds several.
    #[must_use]
    pub fn report_for(&self, year: FiscalYear) -> Option<&AnnualReport> {
        let mut reports = self.progress.iter();
        reports.find(|report| report.fiscal_year == Some(year))
    }

    /// The newest report with a note of a fiscal year before this one; one of an unknown year where there is no other.
    #[must_use]
    pub fn last_note_before(&self, year: FiscalYear) -> Option<&AnnualReport> {
        let noted = self.progress.iter().filter(|report| {
            !report.note.is_empty() && report.fiscal_year.is_none_or(|own| own < year)
        });
        noted.max_by_key(|report| report.fiscal_year)
    }

    /// The reports with that of one fiscal year set, in order of time and the unknown year last; an empty report takes
    /// the year's away.
    #[must_use]
    pub fn reports_with(&self, report: AnnualReport) -> Vec<AnnualReport> {
        let mut reports = self.progress.clone();
        let own = reports
            .iter()
            .position(|other| other.fiscal_year == report.fiscal_year);
        match own {
            Some(place) if report.is_empty() => {
                reports.remove(place);
            }
            Some(place) => reports[place] = report,
            None if report.is_empty() => {}
            None => {
                let is_later = |other: &AnnualReport| match (other.fiscal_year, report.fiscal_year)
                {
                    (Some(other), Some(own)) => other > own,
                    (other, own) => other.is_none() && own.is_some(),
                };
                let place = reports.iter().position(is_later).unwrap_or(reports.len());
                reports.insert(place, report);
            }
        }
        reports
    }
}

/// The reports of an item as a file holds them: a list or, as files had it first and hands still write it, one note
/// whose year nobody said.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum WrittenReports {
    /// Reports by fiscal year.
    Reports(Vec<AnnualReport>),
    /// One note; never written by the program.
    Note(String),
}

/// For serde: the reports of an item.
pub(super) fn read_reports<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<AnnualReport>, D::Error> {
    Ok(match WrittenReports::deserialize(deserializer)? {
        WrittenReports::Reports(reports) => reports,
        WrittenReports::Note(note) if note.is_empty() => Vec::new(),
        WrittenReports::Note(note) => vec![AnnualReport {
            note,
            ..AnnualReport::default()
        }],
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn noted(year: Option<i32>, note: &str) -> AnnualReport {
        AnnualReport {
            fiscal_year: year.map(FiscalYear),
            note: note.to_owned(),
            ..AnnualReport::default()
        }
    }

    fn item(reports: &[(Option<i32>, &str)]) -> ScheduleItem {
        ScheduleItem {
            progress: reports
                .iter()
                .map(|(year, note)| noted(*year, note))
                .collect(),
            ..ScheduleItem::default()
        }
    }

    #[test]
    fn a_note_of_an_older_file_is_kept_with_its_year_unknown() {
        let read: ScheduleItem =
            serde_json::from_str(r#"{"name": "見直し", "progress": "四月に始めた。"}"#).unwrap();
        assert_eq!(read.progress, [noted(None, "四月に始めた。")]);
        let again: ScheduleItem =
            serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
        assert_eq!(again, read);
        let none: ScheduleItem =
            serde_json::from_str(r#"{"name": "見直し", "progress": ""}"#).unwrap();
        assert!(none.progress.is_empty());
    }

    #[test]
    fn a_year_is_put_in_its_place_corrected_and_taken_away() {
        let years = |item: &[AnnualReport]| -> Vec<Option<i32>> {
            item.iter()
                .map(|report| report.fiscal_year.map(|year| year.0))
                .collect()
        };
        let two = item(&[(Some(2020), "a"), (Some(2022), "b"), (None, "c")]);
        let three = two.reports_with(noted(Some(2021), "d"));
        assert_eq!(years(&three), [Some(2020), Some(2021), Some(2022), None]);
        assert_eq!(
            years(&two.reports_with(noted(Some(2023), "e"))),
            [Some(2020), Some(2022), Some(2023), None]
        );
        assert_eq!(two.reports_with(noted(Some(2022), "f"))[1].note, "f");
        assert_eq!(
            years(&two.reports_with(noted(Some(2020), ""))),
            [Some(2022), None]
        );
    }

    #[test]
    fn the_last_note_is_of_an_earlier_year_and_of_an_unknown_one_only_where_there_is_no_other() {
        let last = |item: &ScheduleItem| {
            item.last_note_before(FiscalYear(2022))
                .map(|report| report.note.clone())
        };
        assert_eq!(
            last(&item(&[(Some(2021), "a"), (Some(2022), "b"), (None, "c")])).as_deref(),
            Some("a")
        );
        assert_eq!(last(&item(&[(None, "c")])).as_deref(), Some("c"));
        assert_eq!(last(&item(&[(Some(2022), "b")])), None);
    }

    #[test]
    fn what_was_only_carried_over_is_no_report() {
        let carried = AnnualReport {
            carried_over: true,
            ..noted(Some(2021), "a")
        };
        assert!(!carried.says_something());
        let confirmed = AnnualReport {
            state: Some(Reported::Ongoing),
            ..carried
        };
        assert!(confirmed.says_something() && noted(Some(2021), "a").says_something());
        assert!(!AnnualReport::default().says_something());
    }
}
