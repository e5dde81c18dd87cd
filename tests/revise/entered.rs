//! What people entered stays, unless they choose what the later version says.

use crate::build::{entered, fields, observation, of_source, taken_over, usual, year};
use monosashi::plan::{
    AnnualReport, Direction, Edit, FiscalYear, Formula, Id, ProgressSheet, Rules, ScheduleItem,
};
use monosashi::revise::{Choices, Field, Revision};
use std::collections::BTreeMap;

#[test]
fn actuals_of_other_years_come_beside_those_that_are_there() {
    let mut kept = usual();
    kept.indicators[0].actuals = vec![entered(2025, "1,260")];
    let mut later = usual();
    later.indicators[0].actuals = vec![of_source(2024, "1,190"), of_source(2026, "1,300")];
    let revision = Revision::new(&kept, &later);
    assert_eq!(revision.difference().choices().count(), 0);
    let plan = taken_over(&kept, &revision, &Choices::default());
    let texts: Vec<_> = plan.indicators[0]
        .actuals
        .iter()
        .map(|actual| actual.text.as_str())
        .collect();
    assert_eq!(texts, ["1,190", "1,260", "1,300"]);
}

#[test]
fn an_actual_somebody_entered_stays_until_the_other_is_chosen() {
    let mut kept = usual();
    kept.indicators[0].actuals = vec![entered(2025, "1,260"), of_source(2026, "1,300")];
    kept.indicators[0].actuals[0].note = "雨が多かった".to_owned();
    let mut later = usual();
    later.indicators[0].actuals = vec![of_source(2025, "1,265"), of_source(2026, "1,310")];
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        fields(revision.difference()),
        [
            (
                "移動図書館の利用者数",
                Field::Actual(year(2025)),
                "1,260".to_owned(),
                "1,265".to_owned()
            ),
            (
                "移動図書館の利用者数",
                Field::Actual(year(2026)),
                "1,300".to_owned(),
                "1,310".to_owned()
            ),
        ]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.indicators[0].actuals[0], kept.indicators[0].actuals[0]);
    assert_eq!(plan.indicators[0].actuals[1].text, "1,310");
    let mut choices = Choices::default();
    choices.take(&Id::from("indicator-1"), Field::Actual(year(2025)), true);
    let plan = taken_over(&kept, &revision, &choices);
    let taken = &plan.indicators[0].actuals[0];
    assert_eq!((&*taken.text, &*taken.note), ("1,265", "雨が多かった"));
}

#[test]
fn what_was_decided_and_said_of_items_stays() {
    let mut kept = usual();
    kept.indicators[0].direction = Direction::Decrease;
    kept.rules = Rules {
        formula: Some(Formula::B),
        ..Rules::default()
    };
    let said = |text: &str| BTreeMap::from([("stale_copy".to_owned(), text.to_owned())]);
    kept.set_aside
        .insert(Id::from("indicator-2"), said("そのままでよい"));
    let themes = BTreeMap::from([("library".to_owned(), true)]);
    kept.themes.insert(Id::from("indicator-1"), themes);
    let before = kept.indicators[3].clone();
    let change = Edit::change_targets(&before, vec![observation(2029, "225", "人")], year(2025));
    change.apply(&mut kept).unwrap();
    let mut later = usual();
    later.indicators[0].direction = Direction::Increase;
    later.indicators.reverse();
    for (index, item) in later.indicators.iter_mut().enumerate() {
        item.id = Id::numbered("indicator", index + 1);
    }
    let revision = Revision::new(&kept, &later);
    let asked: Vec<_> = revision
        .difference()
        .choices()
        .map(|(item, change)| (item.id.as_str(), change.field))
        .collect();
    assert_eq!(
        asked,
        [
            ("indicator-4", Field::Targets),
            ("indicator-1", Field::Direction)
        ]
    );
    let mut plan = taken_over(&kept, &revision, &Choices::default());
    plan.indicators.reverse();
    assert_eq!(plan, kept);
}

#[test]
fn halves_written_into_a_sheet_and_notes_of_progress_stay() {
    let sheet = |first: Option<&str>, achievement: &str| ProgressSheet {
        id: Id::from("sheet-1"),
        title: "資料の公開".to_owned(),
        fiscal_year: Some(FiscalYear(2022)),
        first_half: first.map(str::to_owned),
        achievement: achievement.to_owned(),
        ..ProgressSheet::default()
    };
    let report = |(year, note): &(i32, &str)| AnnualReport {
        fiscal_year: Some(FiscalYear(*year)),
        note: (*note).to_owned(),
        ..AnnualReport::default()
    };
    let item = |reports: &[(i32, &str)]| ScheduleItem {
        id: Id::from("schedule-1"),
        name: "見直し".to_owned(),
        progress: reports.iter().map(report).collect(),
        ..ScheduleItem::default()
    };
    let (mut kept, mut later) = (usual(), usual());
    kept.sheets = vec![sheet(Some("棚を置いた"), "")];
    kept.schedule = vec![item(&[(2021, "班を組み替えた"), (2022, "規則を改めた")])];
    later.sheets = vec![sheet(None, "達成できた")];
    later.schedule = vec![item(&[(2021, "班を見直した"), (2023, "様子を見た")])];
    let revision = Revision::new(&kept, &later);
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.sheets, [sheet(Some("棚を置いた"), "達成できた")]);
    let all = [
        (2021, "班を組み替えた"),
        (2022, "規則を改めた"),
        (2023, "様子を見た"),
    ];
    assert_eq!(plan.schedule, [item(&all)]);
}

#[test]
fn an_item_with_an_actual_of_somebodys_is_not_removed_by_itself() {
    let mut kept = usual();
    kept.indicators[1].actuals = vec![entered(2025, "95")];
    let mut later = usual();
    later.indicators.drain(1..3);
    let revision = Revision::new(&kept, &later);
    let gone: Vec<_> = revision
        .difference()
        .gone
        .iter()
        .map(|gone| (gone.item.id.as_str(), gone.stays))
        .collect();
    assert_eq!(gone, [("indicator-2", true), ("indicator-3", false)]);
    let plan = taken_over(&kept, &revision, &Choices::default());
    let ids: Vec<_> = plan
        .indicators
        .iter()
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(ids, ["indicator-1", "indicator-2", "indicator-4"]);
}
