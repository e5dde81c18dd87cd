//! Plans in few words, and what is different between two.

use monosashi::plan::{
    Actual, FiscalYear, Id, Indicator, Municipality, Observation, Period, Plan, Section, UnitHint,
    parse_value,
};
use monosashi::revise::{Choices, Difference, Field, Kind, Revision, Shown};
use std::collections::BTreeMap;

pub fn year(year: i32) -> Period {
    Period::FiscalYear(FiscalYear(year))
}

pub fn observation(at: i32, text: &str, unit: &str) -> Observation {
    Observation {
        period: year(at),
        text: text.to_owned(),
        value: parse_value(text, &UnitHint::of(unit)),
    }
}

/// An indicator of 2024 to 2029.
pub fn indicator(number: usize, name: &str, from: &str, to: &str) -> Indicator {
    Indicator {
        id: Id::numbered("indicator", number),
        name: name.to_owned(),
        unit: "人".to_owned(),
        section: Some(Id::from("section-1")),
        baseline: Some(observation(2024, from, "人")),
        targets: vec![observation(2029, to, "人")],
        ..Indicator::default()
    }
}

/// An actual that somebody entered.
pub fn entered(at: i32, text: &str) -> Actual {
    Actual {
        entered_at: "2026-05-01T09:00:00Z".to_owned(),
        ..of_source(at, text)
    }
}

/// An actual that came with a document.
pub fn of_source(at: i32, text: &str) -> Actual {
    Actual {
        period: year(at),
        text: text.to_owned(),
        value: parse_value(text, &UnitHint::of("人")),
        ..Actual::default()
    }
}

/// A town's plan with two sections.
pub fn plan(indicators: Vec<Indicator>) -> Plan {
    let section = |number: usize, title: &str| Section {
        id: Id::numbered("section", number),
        number: number.to_string(),
        title: title.to_owned(),
        ..Section::default()
    };
    Plan {
        title: "みほん町総合計画".to_owned(),
        municipality: Municipality {
            name: "みほん町".to_owned(),
            ..Municipality::default()
        },
        sections: vec![section(1, "学ぶ"), section(2, "暮らす")],
        indicators,
        ..Plan::default()
    }
}

/// Four indicators: the usual plan.
pub fn usual() -> Plan {
    plan(vec![
        indicator(1, "移動図書館の利用者数", "1,200", "1,500"),
        indicator(2, "学びの場に来た人の数", "80", "120"),
        indicator(3, "見守りに加わる人の数", "40", "60"),
        indicator(4, "消防団員の数", "210", "220"),
    ])
}

/// The kept plan after the later version was taken over as chosen.
pub fn taken_over(kept: &Plan, revision: &Revision, choices: &Choices) -> Plan {
    let mut plan = kept.clone();
    let inverse = revision
        .take_over(choices, &BTreeMap::new(), year(2026))
        .apply(&mut plan)
        .unwrap();
    let mut back = plan.clone();
    inverse.apply(&mut back).unwrap();
    assert_eq!(back, *kept, "one undo takes all of it back");
    plan
}

/// The names of what is new, changed and gone.
pub fn names(difference: &Difference) -> [Vec<&str>; 3] {
    [
        difference.new.iter().map(|item| &*item.name).collect(),
        difference
            .changed
            .iter()
            .map(|change| &*change.item.name)
            .collect(),
        difference
            .gone
            .iter()
            .map(|gone| &*gone.item.name)
            .collect(),
    ]
}

/// Every changed field: its item's name, the field, what was and what comes.
pub fn fields(difference: &Difference) -> Vec<(&str, Field, String, String)> {
    let changes = difference.changed.iter().flat_map(|change| {
        let fields = change.fields.iter();
        fields.map(|field| {
            let (before, after) = (told(&field.before), told(&field.after));
            (&*change.item.name, field.field, before, after)
        })
    });
    changes.collect()
}

fn told(shown: &Shown) -> String {
    match shown {
        Shown::Nothing => String::new(),
        Shown::Text(text) => text.clone(),
        Shown::Texts(texts) => texts.join("|"),
        Shown::Figures(figures) => figures
            .iter()
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
            .join("|"),
        Shown::Items(ids) => ids
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("|"),
        other => format!("{other:?}"),
    }
}

/// How many of a kind are new, changed, gone and unchanged.
pub fn counted(difference: &Difference, kind: Kind) -> [usize; 4] {
    let counts = difference.counts.get(&kind).copied().unwrap_or_default();
    [counts.new, counts.changed, counts.gone, counts.unchanged]
}
