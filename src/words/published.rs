//! The published rate beside the computed one, in words.

use super::{Piece, Words, fill, judged_grade, number, percent, period, pieces, value};
use crate::judge::{Judgement, Published, Way};
use crate::plan::{EarlierTargets, Formula, Indicator, Period};

/// The rate the town published beside the computed one; empty when it published none.
#[must_use]
pub fn published_rate(words: &Words, published: Option<&Published>) -> String {
    let texts = &words.judging;
    let Some(published) = published else {
        return String::new();
    };
    let shown = percent(published.rate);
    let said = match published.gap {
        None => fill(texts.published_alone, &[("published", &shown)]),
        Some(0.0) => return fill(texts.published_same, &[("published", &shown)]),
        Some(gap) => {
            let gap = number(gap.abs(), 1);
            let places = [("published", &*shown), ("gap", &gap)];
            fill(texts.published_differs, &places)
        }
    };
    let way = match published.way {
        None => String::new(),
        Some(Way::Formula(formula)) => {
            fill(texts.published_by, &[("formula", formula_letter(formula))])
        }
        Some(Way::OfTheYear) => texts.published_of_the_year.to_owned(),
        Some(Way::Reversed) => texts.published_reversed.to_owned(),
        Some(Way::Mirrored) => texts.published_mirrored.to_owned(),
    };
    said + &way
}

/// Earlier targets of an indicator, and its judgement by them.
#[must_use]
pub fn earlier_targets(
    words: &Words,
    indicator: &Indicator,
    earlier: &EarlierTargets,
    judgement: &Judgement,
) -> Vec<Piece> {
    let texts = &words.judging;
    let Some(target) = earlier.targets.last() else {
        return Vec::new();
    };
    let when = match earlier.changed {
        Period::Unknown => String::new(),
        known => period(words, known),
    };
    let template = match &*when {
        "" => texts.earlier_target,
        _ => texts.earlier_target_until,
    };
    let target = [
        &*period(words, target.period),
        " ",
        &*value(words, indicator, &target.value, &target.text),
    ];
    let places = [("year", &*when), ("target", &*target.concat())];
    let mut told = pieces(template, &places);
    let grade = judged_grade(words, judgement);
    let rate = judgement.rate.map(percent).unwrap_or_default();
    let template = match &*rate {
        "" => texts.by_earlier_target,
        _ => texts.by_earlier_target_rate,
    };
    told.extend(pieces(template, &[("rate", &*rate), ("grade", grade)]));
    told
}

/// A formula by the letter it goes by.
fn formula_letter(formula: Formula) -> &'static str {
    match formula {
        Formula::A => "A",
        Formula::B => "B",
        Formula::C => "C",
        Formula::D => "D",
        Formula::Cagr => "CAGR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Yardstick, by_earlier_targets};
    use crate::plan::{Actual, FiscalYear, Observation, PlanPeriod, UnitHint, Value, parse_value};
    use crate::words::{Language, plain, words};

    fn year(year: i32) -> Period {
        Period::FiscalYear(FiscalYear(year))
    }

    fn figure(text: &str) -> Value {
        let unit = "人".to_owned();
        parse_value(text, &UnitHint { unit })
    }

    fn observation(at: Period, text: &str) -> Observation {
        Observation {
            period: at,
            text: text.to_owned(),
            value: figure(text),
        }
    }

    #[test]
    fn earlier_targets_are_told_with_when_they_changed_and_what_they_would_give() {
        let mut indicator = Indicator {
            unit: "人".to_owned(),
            baseline: Some(observation(year(2024), "100")),
            targets: vec![observation(year(2029), "150")],
            earlier_targets: vec![EarlierTargets {
                changed: year(2026),
                targets: vec![observation(year(2029), "200")],
            }],
            actuals: vec![Actual {
                period: year(2026),
                text: "120".to_owned(),
                value: figure("120"),
                ..Actual::default()
            }],
            ..Indicator::default()
        };
        let words = words(Language::default());
        let told = |indicator: &Indicator| {
            let by = Yardstick::default();
            let judged = by_earlier_targets(indicator, PlanPeriod::default(), None, &by);
            let earlier = &indicator.earlier_targets[0];
            plain(&earlier_targets(words, indicator, earlier, &judged[0].1))
        };
        assert_eq!(
            told(&indicator),
            "令和8年度に変わる前の目標は 令和11年度 200人 でした。それで測ると 20% で 遅れ です。"
        );
        indicator.earlier_targets[0].changed = Period::Unknown;
        assert!(told(&indicator).starts_with("変わる前の目標は 令和11年度 200人 でした。"));
    }
}
