//! Items that are new, renamed, moved, gone, or one of several that look the same.

use crate::build::{counted, fields, indicator, names, observation, plan, taken_over, usual, year};
use monosashi::plan::{Id, Period, Plan, ProgressSheet, ScheduleItem};
use monosashi::revise::{Choices, Field, Kind, Revision};

fn ids(plan: &Plan) -> Vec<(&str, &str)> {
    let indicators = plan.indicators.iter();
    indicators
        .map(|item| (item.id.as_str(), item.name.as_str()))
        .collect()
}

/// The plan as a reader numbers it: in its order.
fn numbered(mut plan: Plan) -> Plan {
    for (index, item) in plan.indicators.iter_mut().enumerate() {
        item.id = Id::numbered("indicator", index + 1);
    }
    plan
}

#[test]
fn an_item_put_in_between_gets_an_id_of_its_own_and_the_others_keep_theirs() {
    let kept = usual();
    let mut later = kept.clone();
    let new = indicator(9, "読み聞かせに来た人の数", "20", "30");
    later.indicators.insert(1, new);
    let revision = Revision::new(&kept, &numbered(later));
    assert_eq!(
        names(revision.difference()),
        [vec!["読み聞かせに来た人の数"], vec![], vec![]]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(
        ids(&plan),
        [
            ("indicator-1", "移動図書館の利用者数"),
            ("indicator-5", "読み聞かせに来た人の数"),
            ("indicator-2", "学びの場に来た人の数"),
            ("indicator-3", "見守りに加わる人の数"),
            ("indicator-4", "消防団員の数"),
        ]
    );
}

#[test]
fn a_renamed_item_is_the_same_item() {
    let kept = usual();
    let mut later = kept.clone();
    later.indicators[0].name = "移動図書館の年間利用者数".to_owned();
    later.indicators[3].name = "火を消す人びとの総数".to_owned(); // nothing in common but all else
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        fields(revision.difference()),
        [
            (
                "移動図書館の利用者数",
                Field::Name,
                "移動図書館の利用者数".to_owned(),
                "移動図書館の年間利用者数".to_owned()
            ),
            (
                "消防団員の数",
                Field::Name,
                "消防団員の数".to_owned(),
                "火を消す人びとの総数".to_owned()
            ),
        ]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan, later);
}

#[test]
fn an_item_moved_to_another_section_is_the_same_item() {
    let kept = usual();
    let mut later = kept.clone();
    let moved = later.indicators.remove(0);
    later.indicators.push(moved);
    later.indicators[3].section = Some(Id::from("section-2"));
    let revision = Revision::new(&kept, &numbered(later));
    let (from, to) = ("section-1".to_owned(), "section-2".to_owned());
    assert_eq!(
        fields(revision.difference()),
        [("移動図書館の利用者数", Field::Section, from, to)]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.indicators.last().unwrap().id, Id::from("indicator-1"));
}

#[test]
fn another_measure_in_the_same_place_is_not_the_same_item() {
    let kept = usual();
    let mut later = kept.clone();
    later.indicators[1] = indicator(2, "移住した世帯の数", "3", "15");
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        names(revision.difference()),
        [
            vec!["移住した世帯の数"],
            vec![],
            vec!["学びの場に来た人の数"]
        ]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.indicators[1].id, Id::from("indicator-5"));
    assert_eq!(plan.indicators.len(), 4);
}

#[test]
fn items_of_one_name_are_told_apart_by_what_they_hold() {
    let mut second = indicator(2, "参加した人の数", "30", "50");
    second.unit = "延べ人".to_owned();
    let kept = plan(vec![
        indicator(1, "参加した人の数", "10", "20"),
        second,
        indicator(3, "参加した人の数", "70", "90"),
    ]);
    let mut later = kept.clone();
    later.indicators.reverse();
    let later = numbered(later);
    let revision = Revision::new(&kept, &later);
    assert!(revision.difference().is_nothing());
    let plan = taken_over(&kept, &revision, &Choices::default());
    let order: Vec<_> = plan
        .indicators
        .iter()
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(order, ["indicator-3", "indicator-2", "indicator-1"]);
}

#[test]
fn a_renamed_section_keeps_its_id_and_its_items() {
    let kept = usual();
    let mut later = kept.clone();
    later.sections[0].title = "ともに学ぶ".to_owned();
    later.sections.reverse();
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        fields(revision.difference()),
        [(
            "学ぶ",
            Field::Name,
            "学ぶ".to_owned(),
            "ともに学ぶ".to_owned()
        )]
    );
    assert_eq!(
        counted(revision.difference(), Kind::Indicator),
        [0, 0, 0, 4]
    );
}

#[test]
fn changed_targets_are_taken_and_the_earlier_ones_kept_with_the_year_of_the_change() {
    let kept = usual();
    let mut later = kept.clone();
    later.indicators[2].targets = vec![observation(2029, "80", "人")];
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        fields(revision.difference()),
        [(
            "見守りに加わる人の数",
            Field::Targets,
            "60".to_owned(),
            "80".to_owned()
        )]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    let changed = &plan.indicators[2];
    assert_eq!(changed.final_target().unwrap().text, "80");
    assert_eq!(changed.earlier_targets.len(), 1);
    assert_eq!(changed.earlier_targets[0].changed, year(2026));
    assert_eq!(
        changed.earlier_targets[0].targets,
        kept.indicators[2].targets
    );
    // The same version once more changes nothing, and the first one only by choice.
    assert!(Revision::new(&plan, &later).difference().is_nothing());
    let back = Revision::new(&plan, &kept);
    assert!(back.difference().choices().count() == 1);
    assert_eq!(taken_over(&plan, &back, &Choices::default()), plan);
}

#[test]
fn a_unit_that_changes_takes_the_meaning_of_the_figures_with_it() {
    let kept = usual();
    let mut later = kept.clone();
    let item = &mut later.indicators[0];
    item.unit = "千人".to_owned();
    item.baseline = Some(observation(2024, "1,200", "千人"));
    item.targets = vec![observation(2029, "1,500", "千人")];
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        fields(revision.difference()),
        [(
            "移動図書館の利用者数",
            Field::Unit,
            "人".to_owned(),
            "千人".to_owned()
        )]
    );
    assert_eq!(taken_over(&kept, &revision, &Choices::default()), later);
}

#[test]
fn what_a_version_does_not_speak_of_is_not_gone() {
    let mut kept = usual();
    kept.schedule = vec![ScheduleItem {
        id: Id::from("schedule-1"),
        name: "見直し".to_owned(),
        ..ScheduleItem::default()
    }];
    let mut later = plan(Vec::new());
    later.sections.clear();
    later.indicators = vec![kept.indicators[1].clone()];
    later.indicators[0].measurement = "教育課調べ".to_owned();
    later.indicators[0].section = None;
    let revision = Revision::new(&kept, &later);
    assert_eq!(
        counted(revision.difference(), Kind::Indicator),
        [0, 1, 3, 0]
    );
    assert_eq!(counted(revision.difference(), Kind::Section), [0, 0, 0, 2]);
    assert_eq!(counted(revision.difference(), Kind::Schedule), [0, 0, 0, 1]);
}

#[test]
fn a_table_with_some_of_the_figures_removes_nothing_by_itself() {
    let kept = usual();
    let mut table = plan(vec![kept.indicators[2].clone()]);
    table.indicators[0].actuals = vec![crate::build::of_source(2025, "44")];
    table.municipality.name.clear();
    table.title = "報告".to_owned();
    table.source = "報告.csv".to_owned();
    let revision = Revision::new(&kept, &table);
    let (difference, choices) = (revision.difference(), Choices::default());
    assert_eq!(difference.choices().count(), 0);
    assert_eq!((difference.gone.len(), choices.removed(difference)), (3, 0));
    let plan = taken_over(&kept, &revision, &choices);
    assert_eq!((&plan.title, plan.indicators.len()), (&kept.title, 4));
    assert_eq!(plan.indicators[2].actuals[0].text, "44");
}

#[test]
fn sheets_of_a_new_year_are_new_and_those_of_the_last_year_stay() {
    let sheet = |number: usize, at: i32| ProgressSheet {
        id: Id::numbered("sheet", number),
        title: "資料の公開".to_owned(),
        fiscal_year: match year(at) {
            Period::FiscalYear(year) => Some(year),
            _ => None,
        },
        goals: vec!["棚を増やす".to_owned()],
        ..ProgressSheet::default()
    };
    let (mut kept, mut later) = (plan(Vec::new()), plan(Vec::new()));
    kept.sheets = vec![sheet(1, 2022)];
    later.sheets = vec![sheet(1, 2023)];
    let revision = Revision::new(&kept, &later);
    assert_eq!(counted(revision.difference(), Kind::Sheet), [1, 0, 0, 1]);
    let plan = taken_over(&kept, &revision, &Choices::default());
    let ids: Vec<_> = plan.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    assert_eq!(ids, ["sheet-1", "sheet-2"]);
}

#[test]
fn a_section_that_is_gone_stays_as_long_as_something_that_stays_is_in_it() {
    let mut kept = usual();
    kept.indicators[3].section = Some(Id::from("section-2"));
    kept.indicators[3].actuals = vec![crate::build::entered(2025, "212")];
    let mut later = kept.clone();
    later.sections.pop();
    later.indicators.pop();
    let revision = Revision::new(&kept, &later);
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan, kept);
    let mut choices = Choices::default();
    choices.remove(&Id::from("indicator-4"), true);
    let plan = taken_over(&kept, &revision, &choices);
    assert_eq!((plan.sections.len(), plan.indicators.len()), (1, 3));
}

/// Fault 21: what would be removed is counted, and it is asked once more when that is most of a plan.
#[test]
fn it_is_asked_once_more_before_most_of_a_plan_is_removed() {
    let kept = usual();
    let mut later = kept.clone();
    later.indicators.truncate(1);
    later.sections.truncate(1);
    later.sections[0].title = "学ぶ".to_owned();
    let revision = Revision::new(&kept, &later);
    let (difference, mut choices) = (revision.difference(), Choices::default());
    assert_eq!(difference.kept(), 6);
    assert_eq!(choices.removed(difference), 4);
    assert!(choices.removes_most(difference));
    for gone in &difference.gone {
        choices.remove(&gone.item.id, false);
    }
    assert!(!choices.removes_most(difference));
    assert_eq!(taken_over(&kept, &revision, &choices), kept);
}
