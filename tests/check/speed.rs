//! Speed, by hand: `cargo test --release --test check -- --ignored --nocapture`.

use crate::build::*;
use monosashi::check::check;
use monosashi::plan::{FiscalYear, Id, Indicator, Initiative, Plan, Section};
use std::time::{Duration, Instant};

/// 10,000 indicators with ten years of actuals each, tied to 2,000 initiatives in 500 sections.
fn large() -> Plan {
    let section = |number: usize| Section {
        id: Id::numbered("section", number),
        parent: (number > 20).then(|| Id::numbered("section", number % 20 + 1)),
        ..Section::default()
    };
    let initiative = |number: usize| Initiative {
        id: Id::numbered("initiative", number),
        section: Some(Id::numbered("section", number % 500 + 1)),
        departments: vec!["企画課".to_owned(); number % 2],
        ..Initiative::default()
    };
    let one = |number: usize| {
        let from = 1_230 + number % 700;
        let actuals = (1..=10).map(|year| {
            let text = (from + year * (1 + number % 3)).to_string();
            actual(2015 + i32::try_from(year).unwrap(), &text, "件")
        });
        let name = [
            "相談件数",
            "講座の開催回数",
            "町税の収納率",
            "植えた木の数（累計）",
        ];
        Indicator {
            id: Id::numbered("indicator", number),
            name: name[number % 4].to_owned(),
            kind: ["KGI", "KPI"][number % 2].to_owned(),
            unit: "件".to_owned(),
            section: Some(Id::numbered("section", number % 500 + 1)),
            initiatives: vec![Id::numbered("initiative", number % 1_900 + 1)],
            baseline: Some(observation(2015, &from.to_string(), "件")),
            targets: vec![observation(2030, &(from + 300).to_string(), "件")],
            actuals: actuals.collect(),
            ..Indicator::default()
        }
    };
    Plan {
        sections: (1..=500).map(section).collect(),
        initiatives: (1..=2_000).map(initiative).collect(),
        indicators: (1..=10_000).map(one).collect(),
        ..Plan::default()
    }
}

#[test]
#[ignore = "measures; run it alone in release"]
fn ten_thousand_indicators_are_checked_within_50_ms() {
    let plan = large();
    let round = || {
        let start = Instant::now();
        let remarks = check(&plan, Some(FiscalYear(2026))).len();
        assert!(remarks > 1_000, "{remarks}");
        start.elapsed()
    };
    let best = (0..5).map(|_| round()).min().unwrap();
    println!("10,000 indicators with ten actuals each, checked: {best:?}");
    assert!(best < Duration::from_millis(50), "{best:?}");
}
