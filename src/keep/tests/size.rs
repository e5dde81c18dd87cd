//! A plan as large as they come.

use super::*;

/// What Chromium and Firefox give a page, in UTF-16 units.
const QUOTA: usize = 5_242_880;

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
