//! Indicators with their series.

use super::super::{
    Accumulation, Actual, Direction, EarlierTargets, Indicator, Observation, Period,
};
use super::values::{period, provenance, text, texts, value};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn observation() -> BoxedStrategy<Observation> {
    (period(), text(), value())
        .prop_map(|(period, text, value)| Observation {
            period,
            text,
            value,
        })
        .boxed()
}

/// Any actual.
pub fn actual() -> BoxedStrategy<Actual> {
    let said = (text(), text(), text(), any::<bool>());
    (observation(), said)
        .prop_map(|(observation, (entered_at, entered_by, note, half))| {
            let Observation {
                period,
                text,
                value,
            } = observation;
            Actual {
                half_year: half && matches!(period, Period::FiscalYear(_)),
                period,
                text,
                value,
                entered_at,
                entered_by,
                note,
            }
        })
        .boxed()
}

fn actuals() -> BoxedStrategy<Vec<Actual>> {
    vec(actual(), 0..4)
        .prop_map(|actuals| {
            let by_period: BTreeMap<Period, Actual> = actuals
                .into_iter()
                .map(|actual| (actual.period, actual))
                .collect();
            by_period.into_values().collect()
        })
        .boxed()
}

fn earlier_targets() -> BoxedStrategy<EarlierTargets> {
    (period(), vec(observation(), 0..3))
        .prop_map(|(changed, targets)| EarlierTargets { changed, targets })
        .boxed()
}

/// Any indicator, without an id and in no section.
pub fn indicator() -> BoxedStrategy<Indicator> {
    use Direction::{Decrease, Increase, Maintain, Stage, Within};
    let direction = vec![
        Increase,
        Decrease,
        Maintain,
        Within,
        Stage,
        Direction::Unknown,
    ];
    let accumulation = vec![
        Accumulation::PerPeriod,
        Accumulation::Cumulative,
        Accumulation::CumulativeFromStart,
        Accumulation::PointInTime,
        Accumulation::Unknown,
    ];
    let choices = (
        proptest::sample::select(direction),
        proptest::sample::select(accumulation),
    );
    let words = (text(), text(), text(), text(), text(), text(), text());
    let series = (
        option::of(observation()),
        vec(observation(), 0..3),
        actuals(),
        vec(earlier_targets(), 0..2),
    );
    (words, choices, series, texts(), provenance())
        .prop_map(|(words, choices, series, departments, provenance)| {
            let (number, name, kind, unit, measurement, published_rate, note) = words;
            let (direction, accumulation) = choices;
            let (baseline, targets, actuals, earlier_targets) = series;
            Indicator {
                number,
                name,
                kind,
                unit,
                direction,
                accumulation,
                baseline,
                targets,
                earlier_targets,
                actuals,
                measurement,
                departments,
                published_rate,
                note,
                provenance,
                ..Indicator::default()
            }
        })
        .boxed()
}
