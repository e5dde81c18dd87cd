//! A whole plan's summary.

use crate::build::*;
use monosashi::judge::{Grade, summary};
use monosashi::plan::{FiscalYear, Id, Indicator, Plan, Section};

fn section(id: &str, parent: Option<&str>) -> Section {
    Section {
        id: Id::from(id),
        parent: parent.map(Id::from),
        ..Section::default()
    }
}

fn indicator(section: &str, actual: Option<(i32, f64)>) -> Indicator {
    let mut made = named("開催数").from(2024, bare(0.0)).to(2029, bare(10.0));
    if let Some((when, figure)) = actual {
        made = made.actual(when, bare(figure));
    }
    Indicator {
        section: (!section.is_empty()).then(|| Id::from(section)),
        ..made.0
    }
}

fn plan() -> Plan {
    Plan {
        sections: vec![
            section("a", None),
            section("a-1", Some("a")),
            section("a-1-1", Some("a-1")),
            section("b", None),
            section("c", None),
        ],
        indicators: vec![
            indicator("a", Some((2025, 10.0))),
            indicator("a-1-1", Some((2025, 2.0))),
            indicator("a-1", None),
            indicator("b", Some((2025, -3.0))),
            indicator("", Some((2026, 1.0))),
        ],
        ..Plan::default()
    }
}

#[test]
fn a_plan_counts_its_grades_and_what_was_measured() {
    let summary = summary(&plan(), None);
    let whole = summary.whole;
    assert_eq!((whole.total(), whole.measured, whole.reaching()), (5, 4, 2));
    let counts = Grade::ALL.map(|grade| whole.of(grade));
    assert_eq!(counts, [1, 1, 0, 1, 1, 1]);
}

#[test]
fn every_section_counts_all_that_stands_below_it() {
    let summary = summary(&plan(), None);
    let totals: Vec<(&str, usize, usize)> = summary
        .sections
        .iter()
        .map(|(id, tally)| (id.as_str(), tally.total(), tally.measured))
        .collect();
    assert_eq!(
        totals,
        [
            ("a", 3, 2),
            ("a-1", 2, 1),
            ("a-1-1", 1, 1),
            ("b", 1, 1),
            ("c", 0, 0)
        ]
    );
    assert_eq!(
        summary.section(&Id::from("a-1")),
        Some(&summary.sections[1].1)
    );
    assert_eq!(summary.whole.judged(), 4);
    assert_eq!(
        summary.sections[0].1.of(Grade::NotJudged),
        1,
        "never left out"
    );
    assert_eq!(summary.elsewhere.total(), 1);
}

#[test]
fn as_of_a_year_later_actuals_do_not_count() {
    let whole = summary(&plan(), Some(FiscalYear(2025))).whole;
    assert_eq!((whole.total(), whole.measured), (5, 3));
}
