//! A plan as large as they come.

use super::*;
use crate::keep::{Room, room_needed, too_large};

/// What Chromium and Firefox give a page, in UTF-16 units.
const QUOTA: usize = 5_242_880;

/// Fault 45: it is told beforehand, nearly to the unit, what a plan will take, and whether every browser has room for it.
#[test]
fn what_a_plan_will_take_is_told_before_it_is_kept() {
    for count in [0, 1, 20, 3_000] {
        let plan = plan("計画", count);
        let storage = MemoryStorage::new();
        let mut library = Library::new(storage.clone());
        library.save("p1", &plan, NOW).unwrap();
        library.save("p1", &plan, LATER).unwrap();
        let (told, used) = (room_needed(&plan), storage.used());
        assert!(
            told.abs_diff(used) < 1_000 + used / 25,
            "{told}, and it is {used}"
        );
        assert_eq!(too_large(&plan, 0), None);
        assert!(too_large(&plan, Room::WHOLE).is_some());
    }
}

/// Fault 45: what 10,000 indicators with ten years each take.
#[test]
fn ten_thousand_indicators_with_ten_years_fit_and_an_edit_stays_small() {
    let mut large = plan("計画", 10_000);
    for (index, indicator) in large.indicators.iter_mut().enumerate() {
        indicator.targets.push(indicator.targets[0].clone());
        indicator.departments = vec!["企画財政課".to_owned()];
        indicator.provenance.line = u32::try_from(index).ok();
        indicator.actuals = (2015..2025)
            .map(|year| actual(year, &format!("{},{:03}", year % 7, index % 1000)))
            .collect();
    }
    let storage = MemoryStorage::new();
    let mut library = Library::new(storage.clone());
    library.save("p1", &large, NOW).unwrap();
    assert!(storage.used() < QUOTA, "{}", storage.used());
    let safari = storage.used() <= Room::WHOLE;
    assert_eq!(too_large(&large, 0).is_none(), safari);
    println!(
        "figure: 45: units of 5,242,880, of 2,621,440 in Safari: {}",
        storage.used()
    );

    let inverse = edit(&mut large, 5_000, "9,999");
    storage.set_fault(None);
    library
        .save_edits("p1", &large, &[&inverse], LATER)
        .unwrap();
    assert_eq!(storage.writes(), 2);
    assert!(storage.texts()["monosashi/1/p1/b"].len() < 120_000);
    assert_eq!(Library::new(storage).load("p1").unwrap().plan, large);
}

fn actual(year: i32, text: &str) -> Actual {
    let value = parse_value(
        text,
        &UnitHint {
            unit: "件".to_owned(),
        },
    );
    Actual {
        period: Period::FiscalYear(FiscalYear(year)),
        text: text.to_owned(),
        value,
        ..Actual::default()
    }
}
