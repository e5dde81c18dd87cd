//! Which plans are versions of one document.

use crate::build::{counted, indicator, plan, taken_over, usual};
use monosashi::plan::Plan;
use monosashi::revise::{Choices, Kind, Revision, nearest};

fn is_same(kept: &Plan, incoming: &Plan) -> bool {
    Revision::new(kept, incoming).likeness().is_same_document()
}

#[test]
fn a_version_of_another_year_with_most_items_is_the_same_document() {
    let mut later = usual();
    later.title = "みほん町総合計画（令和8年度版）".to_owned();
    later.indicators.truncate(2);
    later
        .indicators
        .push(indicator(3, "移住した世帯の数", "3", "15"));
    assert!(is_same(&usual(), &later));
}

#[test]
fn the_plan_of_another_town_is_another_document_even_with_the_same_items() {
    let mut other = usual();
    other.municipality.name = "てほん町".to_owned();
    assert!(!is_same(&usual(), &other));
}

#[test]
fn another_plan_of_the_same_town_is_another_document() {
    let mut other = plan(vec![
        indicator(1, "移住した世帯の数", "3", "15"),
        indicator(2, "空き家に入った世帯の数", "5", "9"),
    ]);
    other.title = "みほん町地域防災計画".to_owned();
    other.sections.clear();
    assert!(!is_same(&usual(), &other));
}

#[test]
fn a_table_with_some_of_a_plans_figures_belongs_to_it() {
    let mut table = plan(usual().indicators.split_off(1));
    table.municipality.name.clear();
    table.title = "実績報告".to_owned();
    table.sections.clear();
    assert!(is_same(&usual(), &table));
}

#[test]
fn of_several_plans_the_nearest_is_proposed() {
    let mut half = usual();
    half.indicators.truncate(2);
    half.indicators.extend([
        indicator(5, "空き家の数", "5", "9"),
        indicator(6, "橋の数", "4", "5"),
    ]);
    let of = |kept: &Plan| Revision::new(kept, &usual()).likeness();
    let nothing = of(&Plan::default());
    assert_eq!(nearest(&[nothing, of(&half), of(&usual())]), Some(2));
    assert_eq!(nearest(&[of(&usual()), of(&usual())]), Some(0));
    assert_eq!(nearest(&[nothing]), None);
}

#[test]
fn two_empty_plans_are_nothing_of_each_other() {
    assert!(!is_same(&Plan::default(), &Plan::default()));
}

#[test]
fn the_sheets_of_the_next_year_go_beside_those_of_the_last() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let text = std::fs::read_to_string(folder.join("5_sheets.txt")).unwrap();
    let read = |text: &str| {
        monosashi::read::read_text("シート.txt", text)
            .plans
            .remove(0)
    };
    let (kept, later) = (read(&text), read(&text.replace("令和4年度", "令和5年度")));
    assert_eq!((kept.sheets.len(), later.sheets.len()), (4, 4));
    let revision = Revision::new(&kept, &later);
    assert!(revision.likeness().is_same_document());
    assert_eq!(counted(revision.difference(), Kind::Sheet), [4, 0, 0, 4]);
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.sheets.len(), 8);
}

#[test]
fn no_two_documents_of_our_own_are_versions_of_one() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let mut plans = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        plans.extend(monosashi::read::read_text(&name, &text).plans);
    }
    for (place, one) in plans.iter().enumerate() {
        assert!(is_same(one, one), "{}", one.title);
        for other in &plans[place + 1..] {
            assert!(!is_same(one, other), "{} and {}", one.title, other.title);
        }
    }
}
