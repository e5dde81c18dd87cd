//! A figure promised in a progress sheet's prose: `令和5年度の登用率の目標値を22%(H29 18.8%)とする`.

use crate::plan::{
    Indicator, Observation, Period, ProgressSheet, Quantity, Value, fold_width, parse_period,
    parse_quantity,
};

/// The figure a sheet's aim or goals promise, as an indicator with the sheet's id; none where they promise none. A target is
/// read only where the word 目標 or 目標値 is followed by a figure with its unit, a baseline only where a year and a figure
/// in the same unit stand in the brackets behind it.
#[must_use]
pub fn promised(sheet: &ProgressSheet) -> Option<Indicator> {
    let texts = std::iter::once(&sheet.aim).chain(&sheet.goals);
    let promise = texts
        .flat_map(|text| text.split('。'))
        .find_map(|sentence| Promise::read(&fold_width(sentence)))?;
    let period = match promise.period {
        Period::Unknown => sheet
            .fiscal_year
            .map_or(Period::Unknown, Period::FiscalYear),
        period => period,
    };
    Some(Indicator {
        id: sheet.id.clone(),
        name: promise.name,
        unit: promise.target.1.scaled_unit(),
        baseline: promise
            .baseline
            .map(|(period, figure)| observation(period, figure)),
        targets: vec![observation(period, promise.target)],
        section: sheet.section.clone(),
        departments: sheet.departments.clone(),
        provenance: sheet.provenance.clone(),
        ..Indicator::default()
    })
}

/// A figure as written, and what it means.
type Figure = (String, Quantity);

struct Promise {
    name: String,
    period: Period,
    target: Figure,
    baseline: Option<(Period, Figure)>,
}

impl Promise {
    /// The first promise of a sentence.
    fn read(sentence: &str) -> Option<Self> {
        sentence.match_indices("目標").find_map(|(at, word)| {
            let after = sentence[at + word.len()..].trim_start_matches("値");
            let after = after.trim_start_matches(['を', 'は', ':', '=', ' ', '、']);
            let (target, rest) = take_figure(after)?;
            let baseline = in_brackets(rest)
                .and_then(year_and_figure)
                .filter(|(_, figure)| figure.1.unit == target.1.unit);
            let before = &sentence[..at];
            Some(Self {
                name: name(before),
                period: parse_period(before),
                target,
                baseline,
            })
        })
    }
}

/// The figure with its unit at the start, and what follows it.
fn take_figure(text: &str) -> Option<(Figure, &str)> {
    let ends = |c: char| matches!(c, '(' | ')' | '、' | '・' | '\n' | 'ぁ'..='ん');
    let (figure, rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    let figure = figure.trim();
    let quantity = parse_quantity(figure).filter(|quantity| !quantity.unit.is_empty())?;
    let starts_with_digit = figure.starts_with(|c: char| c.is_ascii_digit());
    starts_with_digit.then(|| ((figure.to_owned(), quantity), rest))
}

fn in_brackets(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?;
    inside.split_once(')').map(|(inside, _)| inside)
}

/// `H29 18.8%`: a year, and a figure that is not the year itself.
fn year_and_figure(text: &str) -> Option<(Period, Figure)> {
    let (year, figure) = text.split_once([' ', ':'])?;
    let period = parse_period(year);
    let (figure, _) = take_figure(figure.trim_start())?;
    (period != Period::Unknown).then_some((period, figure))
}

/// What the target is of: the words behind the year, without the particle in front of 目標.
fn name(before: &str) -> String {
    let from = before.rfind("年度の").map_or(0, |at| at + "年度の".len());
    let name = before[from..].trim_start_matches(['(', ' ']);
    name.trim_end_matches('の').trim().to_owned()
}

fn observation(period: Period, (text, quantity): Figure) -> Observation {
    Observation {
        period,
        text,
        value: Value::Number { quantity },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::plan::{FiscalYear, Id};

    fn sheet(aim: &str) -> ProgressSheet {
        ProgressSheet {
            id: Id::from("sheet-1"),
            fiscal_year: Some(FiscalYear(2024)),
            aim: aim.to_owned(),
            ..ProgressSheet::default()
        }
    }

    #[test]
    fn a_target_with_its_year_and_baseline_is_read() {
        let read = promised(&sheet(
            "登用を働きかける。（令和５年度の委員の女性の登用率の目標値を３０%（H29 18.8%）とする。",
        ))
        .unwrap();
        assert_eq!(
            (read.id.as_str(), read.name.as_str(), read.unit.as_str()),
            ("sheet-1", "委員の女性の登用率", "%")
        );
        let baseline = read.baseline.unwrap();
        assert_eq!(
            (baseline.period, baseline.text.as_str()),
            (Period::FiscalYear(FiscalYear(2017)), "18.8%")
        );
        assert_eq!(
            (read.targets[0].period, read.targets[0].text.as_str()),
            (Period::FiscalYear(FiscalYear(2023)), "30%")
        );
    }

    #[test]
    fn without_a_year_it_is_the_sheets_own() {
        let read = promised(&sheet("受講者の目標は20人とする。")).unwrap();
        assert_eq!(read.targets[0].period.year(), Some(2024));
        assert_eq!((read.name.as_str(), read.baseline), ("受講者", None));
    }

    #[test]
    fn words_and_bare_numbers_promise_no_figure() {
        for aim in [
            "目標を達成する。",
            "目標値は2つある。",
            "目標は30。",
            "3年後の目標を定める。",
            "",
        ] {
            assert_eq!(promised(&sheet(aim)), None, "{aim}");
        }
    }
}
