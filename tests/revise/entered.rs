//! What people entered stays, unless they choose what the later version says.

use crate::build::{entered, fields, observation, of_source, taken_over, usual, year};
use monosashi::plan::{
    AnnualReport, Dated, Direction, Edit, FiscalYear, Formula, Id, Mending, ProgressSheet, Rules,
    ScheduleItem,
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
    let reports = |note: &str| {
        let report = AnnualReport {
            fiscal_year: Some(FiscalYear(2022)),
            note: note.to_owned(),
            ..AnnualReport::default()
        };
        vec![report]
    };
    let item = |progress: &str| ScheduleItem {
        id: Id::from("schedule-1"),
        name: "見直し".to_owned(),
        progress: reports(progress),
        ..ScheduleItem::default()
    };
    let (mut kept, mut later) = (usual(), usual());
    kept.sheets = vec![sheet(Some("棚を置いた"), "")];
    kept.schedule = vec![item("班を組み替えた")];
    later.sheets = vec![sheet(None, "達成できた")];
    later.schedule = vec![item("")];
    let revision = Revision::new(&kept, &later);
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.sheets, [sheet(Some("棚を置いた"), "達成できた")]);
    assert_eq!(plan.schedule, kept.schedule);
    later.schedule = vec![item("班を一つにした")];
    later.schedule[0].progress[0].fiscal_year = Some(FiscalYear(2023));
    let plan = taken_over(&kept, &Revision::new(&kept, &later), &Choices::default());
    let notes: Vec<_> = plan.schedule[0]
        .progress
        .iter()
        .map(|report| report.note.as_str())
        .collect();
    assert_eq!(notes, ["班を組み替えた", "班を一つにした"]);
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

#[test]
fn what_was_mended_is_not_undone_by_a_source_that_says_the_same() {
    let mut kept = usual();
    let before = kept.indicators[0].clone();
    let mending = Mending {
        measurement: "教育課調べ".to_owned(),
        baseline: Dated {
            year: "R6".to_owned(),
            text: "1,210".to_owned(),
        },
        ..Mending::of(&before)
    };
    let edit = mending.edit(&before, "人", None).unwrap().noted(&kept);
    let original = kept.clone();
    let inverse = edit.apply(&mut kept).unwrap();
    let mut back = kept.clone();
    inverse.apply(&mut back).unwrap();
    assert_eq!(back, original);
    let again = Revision::new(&kept, &original);
    assert!(again.difference().is_nothing());
    let mut later = usual();
    later.indicators[0].baseline = Some(observation(2024, "1,205", "人"));
    let revision = Revision::new(&kept, &later);
    let choices: Vec<_> = revision
        .difference()
        .choices()
        .map(|(_, change)| change.field)
        .collect();
    assert_eq!(choices, [Field::Baseline]);
    assert_eq!(taken_over(&kept, &revision, &Choices::default()), kept);
}
