//! Plans to check, in few words.

use monosashi::check::{Kind, check};
use monosashi::plan::{
    Actual, FiscalYear, Id, Indicator, Observation, Period, Plan, UnitHint, Value, parse_value,
};

pub fn year(year: i32) -> Period {
    Period::FiscalYear(FiscalYear(year))
}

fn value(text: &str, unit: &str) -> Value {
    parse_value(text, &UnitHint::of(unit))
}

/// An indicator of 2020 to 2030; an empty text is no value at all.
pub fn indicator(name: &str, unit: &str, from: &str, to: &str) -> Indicator {
    let observation = |at, text: &&str| Observation {
        period: year(at),
        text: (*text).to_owned(),
        value: value(text, unit),
    };
    let said = |text: &&str| !text.is_empty();
    Indicator {
        id: Id::from("indicator-1"),
        name: name.to_owned(),
        unit: unit.to_owned(),
        measurement: "調べ".to_owned(),
        departments: vec!["総務課".to_owned()],
        baseline: Some(from).filter(said).map(|text| observation(2020, &text)),
        targets: Some(to)
            .filter(said)
            .map(|text| observation(2030, &text))
            .into_iter()
            .collect(),
        ..Indicator::default()
    }
}

pub fn observation(at: i32, text: &str, unit: &str) -> Observation {
    Observation {
        period: year(at),
        text: text.to_owned(),
        value: value(text, unit),
    }
}

pub fn actual(at: i32, text: &str, unit: &str) -> Actual {
    Actual {
        period: year(at),
        text: text.to_owned(),
        value: value(text, unit),
        ..Actual::default()
    }
}

/// The indicator with actuals from 2021 on.
pub fn with_actuals(indicator: Indicator, texts: &[&str]) -> Indicator {
    let unit = indicator.unit.clone();
    let actuals = (2021..)
        .zip(texts)
        .map(|(at, text)| actual(at, text, &unit));
    Indicator {
        actuals: actuals.collect(),
        ..indicator
    }
}

pub fn plan(indicators: Vec<Indicator>) -> Plan {
    Plan {
        title: "計画".to_owned(),
        indicators,
        ..Plan::default()
    }
}

/// What is odd about one indicator alone.
pub fn kinds(indicator: Indicator) -> Vec<Kind> {
    let remarks = check(&plan(vec![indicator]), None);
    remarks.into_iter().map(|remark| remark.kind).collect()
}

/// The names of the kinds and the figures that are odd.
pub fn odd(indicator: Indicator) -> Vec<(&'static str, String)> {
    let figure = |kind: &Kind| kind.figure().map_or(String::new(), |it| it.text.clone());
    kinds(indicator)
        .iter()
        .map(|kind| (kind.name(), figure(kind)))
        .collect()
}
