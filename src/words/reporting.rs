//! Where the items of a schedule stand, in words.

use super::{Words, fill, fiscal_year};
use crate::judge::{ItemStanding, ItemState};
use crate::plan::{FiscalYear, Nature, Reported, ScheduleItem};

/// The state as a heading: `遅れ`.
#[must_use]
pub fn item_state(words: &Words, state: ItemState) -> &'static str {
    let texts = &words.reporting;
    match state {
        ItemState::Late => texts.late,
        ItemState::Due => texts.due,
        ItemState::Open => texts.open,
        ItemState::NotBegun => texts.not_begun,
        ItemState::InDoubt => texts.in_doubt,
        ItemState::Finished => texts.finished,
        ItemState::Stopped => texts.stopped,
    }
}

/// What a department says: `実施中`.
#[must_use]
pub fn reported(words: &Words, state: Reported) -> &'static str {
    let texts = &words.reporting;
    match state {
        Reported::NotBegun => texts.said_not_begun,
        Reported::Ongoing => texts.said_ongoing,
        Reported::Reached => texts.said_reached,
        Reported::Finished => texts.said_finished,
        Reported::Stopped => texts.said_stopped,
    }
}

/// The fiscal year of a report: `令和3年度`, `年度不明`.
#[must_use]
pub fn report_year(words: &Words, year: Option<FiscalYear>) -> String {
    year.map_or_else(
        || words.years.unknown.to_owned(),
        |year| fiscal_year(words, year),
    )
}

/// How an item stands as of a fiscal year: what is planned, what was reported, and that nothing was, where that is so:
/// `令和4年度に終わる計画　令和3年度の報告なし`.
#[must_use]
pub fn item_standing(
    words: &Words,
    item: &ScheduleItem,
    standing: &ItemStanding,
    year: FiscalYear,
) -> String {
    let texts = &words.reporting;
    let mut parts = Vec::new();
    if !standing.state.is_over() {
        parts.push(planned(words, item, standing, year));
    }
    if let Some((own, state)) = standing.said {
        let own = report_year(words, own);
        let places = [("year", own.as_str()), ("state", reported(words, state))];
        parts.push(fill(texts.was_reported, &places));
    }
    let of = fiscal_year(words, year);
    if !standing.is_reported && !standing.state.is_over() {
        parts.push(fill(texts.not_reported, &[("year", &of)]));
    } else if standing.is_reported && !says(standing, year) {
        parts.push(fill(texts.was_noted, &[("year", &of)]));
    }
    parts.join(SPACE)
}

/// The same in a few words, for beside the marks, which say what is planned: `R2の完了の報告なし`, `実施中（R3）`.
#[must_use]
pub fn item_standing_short(
    words: &Words,
    item: &ScheduleItem,
    standing: &ItemStanding,
    year: FiscalYear,
) -> String {
    let texts = &words.reporting;
    let mut parts = Vec::new();
    match (standing.state, standing.milestone) {
        (ItemState::Late, Some(own)) => {
            let late = match item.nature {
                Nature::Finite => texts.short_late_ends,
                Nature::Continuing | Nature::Unknown => texts.short_late_reaches,
            };
            parts.push(fill(late, &[("year", &own.short())]));
        }
        (ItemState::InDoubt, _) => parts.push(texts.in_doubt.to_owned()),
        _ => {}
    }
    if let Some((own, state)) = standing.said {
        let own = own.map_or_else(|| words.years.unknown.to_owned(), FiscalYear::short);
        let places = [("year", own.as_str()), ("state", reported(words, state))];
        parts.push(fill(texts.short_reported, &places));
    }
    if standing.is_reported && !says(standing, year) {
        parts.push(texts.short_noted.to_owned());
    } else if parts.is_empty() || standing.state == ItemState::InDoubt {
        parts.push(texts.short_not_reported.to_owned());
    }
    parts.join(SPACE)
}

const SPACE: &str = "　";

/// Whether the report on the year itself says where the item stood.
fn says(standing: &ItemStanding, year: FiscalYear) -> bool {
    standing.said.is_some_and(|(own, _)| own == Some(year))
}

fn planned(
    words: &Words,
    item: &ScheduleItem,
    standing: &ItemStanding,
    year: FiscalYear,
) -> String {
    let texts = &words.reporting;
    let ends = item.nature == Nature::Finite;
    let with =
        |template: &str, year: FiscalYear| fill(template, &[("year", &fiscal_year(words, year))]);
    let begins = item.marks.keys().next().filter(|first| **first > year);
    match (standing.state, standing.milestone) {
        (ItemState::InDoubt, _) => texts.years_unknown.to_owned(),
        (ItemState::Late, Some(own)) if ends => with(texts.late_ends, own),
        (ItemState::Late, Some(own)) => with(texts.late_reaches, own),
        (ItemState::NotBegun, _) if let Some(first) = begins => with(texts.begins, *first),
        (_, Some(own)) if ends => with(texts.ends, own),
        (_, Some(own)) => with(texts.reaches, own),
        (_, None) => texts.goes_on.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge;
    use crate::plan::{AnnualReport, Mark, Plan};
    use crate::words::{Language, words};

    fn item(nature: Nature, marks: &[(i32, Mark)]) -> ScheduleItem {
        ScheduleItem {
            nature,
            marks: marks
                .iter()
                .map(|(year, mark)| (FiscalYear(*year), *mark))
                .collect(),
            ..ScheduleItem::default()
        }
    }

    fn said(item: &ScheduleItem, year: i32) -> String {
        let year = FiscalYear(year);
        let standing = judge::item_standing(&Plan::default(), item, year);
        item_standing(words(Language::Japanese), item, &standing, year)
    }

    #[test]
    fn what_is_only_planned_is_never_said_as_done() {
        let finite = item(Nature::Finite, &[(2021, Mark::Ongoing), (2022, Mark::Done)]);
        assert_eq!(
            said(&finite, 2020),
            "令和3年度から始める計画　令和2年度の報告なし"
        );
        assert_eq!(
            said(&finite, 2021),
            "令和4年度に終わる計画　令和3年度の報告なし"
        );
        assert_eq!(
            said(&finite, 2023),
            "令和4年度に終わる計画で、完了の報告なし　令和5年度の報告なし"
        );
        let continuing = item(
            Nature::Continuing,
            &[(2021, Mark::Done), (2022, Mark::Ongoing)],
        );
        assert_eq!(
            said(&continuing, 2022),
            "令和3年度に達成する計画で、達成の報告なし　令和4年度の報告なし"
        );
    }

    #[test]
    fn beside_the_marks_a_few_words_say_what_they_do_not() {
        let short = |item: &ScheduleItem, year: i32| {
            let year = FiscalYear(year);
            let standing = judge::item_standing(&Plan::default(), item, year);
            item_standing_short(words(Language::Japanese), item, &standing, year)
        };
        let report = |year: i32, state: Option<Reported>| AnnualReport {
            fiscal_year: Some(FiscalYear(year)),
            note: "話し合った。".to_owned(),
            state,
            ..AnnualReport::default()
        };
        let mut finite = item(Nature::Finite, &[(2021, Mark::Done)]);
        assert_eq!(short(&finite, 2021), "報告なし");
        assert_eq!(short(&finite, 2022), "R3の完了の報告なし");
        finite.progress = vec![report(2021, None)];
        assert_eq!(short(&finite, 2021), "実践経過あり");
        finite.progress.push(report(2022, Some(Reported::Ongoing)));
        assert_eq!(short(&finite, 2022), "R3の完了の報告なし　実施中（R4）");
        finite.progress.push(report(2023, Some(Reported::Finished)));
        assert_eq!(short(&finite, 2024), "完了（R5）");
        assert_eq!(
            short(&item(Nature::Finite, &[]), 2024),
            "年度不明　報告なし"
        );
    }

    #[test]
    fn what_was_reported_is_said_with_its_year() {
        let mut finite = item(Nature::Finite, &[(2021, Mark::Done)]);
        finite.progress = vec![AnnualReport {
            fiscal_year: Some(FiscalYear(2021)),
            state: Some(Reported::Finished),
            ..AnnualReport::default()
        }];
        assert_eq!(said(&finite, 2022), "令和3年度：「完了」と報告");
        finite.progress[0].fiscal_year = None;
        assert_eq!(said(&finite, 2022), "年度不明：「完了」と報告");
    }
}
