//! The remarks on the five real plans, one by one: each is one that a planning section would nod at. Where the documents
//! are not at hand, the tests say so and pass over.

use crate::documents;
use monosashi::check::check;
use monosashi::plan::FiscalYear;
use monosashi::read::document;

/// The items and kinds said of a document, as of a closed year.
fn remarks(name: &str, closed: i32) -> Option<Vec<(String, String, usize)>> {
    let text = documents::document(name)?;
    let plan = document::read(&format!("{name}.txt"), &text)
        .plans
        .remove(0);
    let remarks = check(&plan, Some(FiscalYear(closed)));
    Some(
        remarks
            .iter()
            .map(|it| (it.subject.id().0, it.kind.key(), it.count))
            .collect(),
    )
}

fn says(name: &str, expected: &[(&str, &str, usize)]) {
    let Some(found) = remarks(name, 2025) else {
        return;
    };
    let found: Vec<(&str, &str, usize)> = found
        .iter()
        .map(|(item, key, count)| (item.as_str(), key.as_str(), *count))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn yoshioka_has_three_initiatives_without_an_indicator_and_names_no_owners() {
    says(
        "yoshioka",
        &[
            ("initiative-8", "no_indicator", 1),
            ("initiative-9", "no_indicator", 1),
            ("initiative-10", "no_indicator", 1),
            ("plan", "no_owner", 16),
            ("plan", "no_actual: 2025", 16),
        ],
    );
}

#[test]
fn biratori_has_two_targets_met_before_and_two_indicators_without_a_baseline() {
    says(
        "biratori",
        &[
            ("indicator-2", "target_met_before: 1 回（隔年有）", 1),
            ("indicator-14", "target_met_before: 10%未満", 1),
            ("plan", "no_owner", 21),
            ("indicator-6", "no_baseline", 1),
            ("indicator-18", "no_baseline", 1),
            ("plan", "no_source", 21),
        ],
    );
}

#[test]
fn oizumi_lowers_one_number_of_meetings_and_has_three_surveys_without_a_baseline() {
    says(
        "oizumi",
        &[
            ("indicator-10", "target_met_before: 10回", 1),
            ("plan", "no_owner", 24),
            ("indicator-9", "no_baseline", 1),
            ("indicator-13", "no_baseline", 1),
            ("indicator-17", "no_baseline", 1),
            ("plan", "no_source", 24),
            ("plan", "no_actual: 2025", 24),
        ],
    );
}

#[test]
fn plans_without_indicators_have_no_remarks() {
    says("imakane", &[]);
    says("kamifurano", &[]);
}

#[test]
fn no_slip_is_seen_in_sixty_one_indicators_without_one() {
    let slips = [
        "ten_times",
        "falling",
        "over",
        "stale",
        "reversed",
        "rising",
        "unit",
    ];
    for name in ["yoshioka", "biratori", "oizumi"] {
        let Some(found) = remarks(name, 2025) else {
            return;
        };
        let is_slip = |key: &str| slips.iter().any(|slip| key.starts_with(slip));
        let met: Vec<_> = found.iter().filter(|(_, key, _)| is_slip(key)).collect();
        assert!(met.is_empty(), "{name}: {met:?}");
    }
}

#[test]
fn no_actual_is_missed_in_a_year_before_the_baseline_or_after_the_target() {
    for (name, closed) in [("yoshioka", 2020), ("yoshioka", 2027), ("oizumi", 2024)] {
        let Some(found) = remarks(name, closed) else {
            return;
        };
        assert!(
            found
                .iter()
                .all(|(_, key, _)| !key.starts_with("no_actual"))
        );
    }
}
