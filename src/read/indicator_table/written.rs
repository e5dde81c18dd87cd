//! A value as a cell writes it, with the year that the cell or its column says.

use crate::plan::{
    Actual, Observation, Period, UnitHint, Value, parse_period, parse_period_range, parse_value,
    squash,
};
use crate::read::cells;
use std::borrow::Cow;

/// A value, its text as written and its year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The cell, trimmed.
    pub(super) text: String,
    /// The year the cell says, or else its column.
    pub(super) period: Period,
    value_text: Option<String>,
    interim: bool,
    is_unread: bool,
}

impl Written {
    /// The value of a cell in a column of a year; a year in the cell itself goes first.
    pub(super) fn new(cell: &str, of_column: Period) -> Self {
        let text = cell.trim().to_owned();
        match split_year(&text) {
            Some((value, period)) => Self {
                text,
                period,
                value_text: Some(value),
                ..Self::default()
            },
            None => Self {
                text,
                period: of_column,
                ..Self::default()
            },
        }
    }

    /// A cell of several years and figures, of which none may stand for the others.
    pub(super) fn unread(cell: &str) -> Self {
        Self {
            text: cell.trim().to_owned(),
            is_unread: true,
            ..Self::default()
        }
    }

    /// The same, as a target on the way.
    pub(super) fn interim(self) -> Self {
        Self {
            interim: true,
            ..self
        }
    }

    /// Whether it is a target on the way.
    pub(super) fn is_interim(&self) -> bool {
        self.interim
    }

    /// What is to be parsed: the text without the year.
    pub(super) fn value_text(&self) -> &str {
        self.value_text.as_deref().unwrap_or(&self.text)
    }

    /// What it means.
    pub(super) fn value(&self, hint: &UnitHint) -> Value {
        if self.is_unread {
            let words = vec![self.text.clone()];
            return Value::Stage { words };
        }
        parse_value(self.value_text(), hint)
    }

    /// Gives it a year where nothing has said one yet.
    pub(super) fn default_period(&mut self, period: Period) {
        if self.period == Period::Unknown {
            self.period = period;
        }
    }
}

/// What the plan keeps of it as a baseline or target.
pub(super) fn observation(written: Written, hint: &UnitHint) -> Observation {
    let value = written.value(hint);
    Observation {
        period: written.period,
        text: written.text,
        value,
    }
}

/// What the plan keeps of it as a target beside a baseline: `＋500件` on 2,310件 is 500 more, but +20人 beside ▲14人 a balance.
pub(super) fn target(
    written: Written,
    hint: &UnitHint,
    baseline: Option<&Observation>,
) -> Observation {
    let mut target = observation(written, hint);
    if let (Some(added), Some(baseline)) = (added(&target), baseline.filter(|it| is_unsigned(it))) {
        let (aimed, was) = (target.value.single(), baseline.value.single());
        let is_less = aimed.zip(was).is_some_and(|(aimed, was)| {
            let in_points = |unit: &str| unit.contains("ポイント") || unit == "pt";
            let is_difference = in_points(&aimed.unit) && !in_points(&was.unit);
            is_difference || aimed.in_base_unit() <= was.in_base_unit()
        });
        let more = parse_value(&format!("{added}増"), hint);
        if is_less && matches!(more, Value::Relative { .. }) {
            target.value = more;
        }
    }
    target
}

/// What a target says is added, behind its plus; none for another, and for +0.
fn added(target: &Observation) -> Option<String> {
    let text = squash(&target.text);
    let behind = text
        .strip_prefix('+')
        .or_else(|| text.strip_prefix("プラス"));
    let is_number = matches!(&target.value, Value::Number { quantity } if quantity.number > 0.0);
    behind.filter(|_| is_number).map(str::to_owned)
}

/// Whether a baseline is an amount, and no balance with a sign.
fn is_unsigned(baseline: &Observation) -> bool {
    let is_positive = baseline.value.single().is_some_and(|it| it.number > 0.0);
    is_positive && !squash(&baseline.text).starts_with(['+', '±'])
}

/// Whether a target with a plus may be meant as a difference or as a balance.
pub(super) fn may_be_added(target: &Observation, baseline: Option<&Observation>) -> bool {
    added(target).is_some() && baseline.is_some_and(is_unsigned)
}

/// What the plan keeps of it as an actual.
pub(super) fn actual(written: Written, hint: &UnitHint) -> Actual {
    let value = written.value(hint);
    Actual {
        period: written.period,
        text: written.text,
        value,
        ..Actual::default()
    }
}

/// The value and the year of a cell that says both: `45.2%(R4)`, `550（令和8年度）`, `R5：45.2%`.
fn split_year(text: &str) -> Option<(String, Period)> {
    let brackets = [
        ('(', ')'),
        ('（', '）'),
        ('[', ']'),
        ('［', '］'),
        ('〔', '〕'),
        ('【', '】'),
        ('<', '>'),
        ('＜', '＞'),
    ];
    for (open, close) in brackets {
        let Some(start) = text.rfind(open) else {
            continue;
        };
        let Some(end) = text[start..].find(close).map(|end| start + end) else {
            continue;
        };
        let inside = &text[start + open.len_utf8()..end];
        let rest = format!("{}{}", &text[..start], &text[end + close.len_utf8()..]);
        if let (Some(period), false) = (only_a_year(inside), rest.trim().is_empty()) {
            return Some((rest.trim().to_owned(), period));
        }
        if let Some(period) = end_of_sum(inside).filter(|_| rest.contains(char::is_numeric)) {
            return Some((rest.trim().to_owned(), period));
        }
    }
    if let Some((value, period)) = behind_time_limit(text) {
        return Some((value.to_owned(), period));
    }
    if let Some((first, rest)) = text.split_once(['\n', ' ', '\u{3000}', ':', '：'])
        && cells::is_year(first)
        && cells::is_figure(rest)
    {
        return Some((rest.trim().to_owned(), parse_period(first)));
    }
    let spaced = text.rsplit_once(['\n', ' ', '\u{3000}']);
    if let Some((rest, last)) = spaced
        && cells::is_year(last)
        && cells::is_figure(rest)
    {
        return Some((rest.trim().to_owned(), parse_period(last)));
    }
    year_behind(text).map(|year| (text.trim().to_owned(), year))
}

/// The year in which a sum ends: `R6 累計`, `R2～R6の累計`, `累計・R6`.
fn end_of_sum(text: &str) -> Option<Period> {
    let rest = cells::without_years(text);
    let is_sum = rest.trim_matches(|c: char| "～〜~-－―・、,のまで末".contains(c));
    let last = || parse_period_range(text).map_or_else(|| parse_period(text), |(_, last)| last);
    ["累計", "累積", "累計値", "延べ", "合計"]
        .contains(&is_sum)
        .then(last)
        .filter(|period| *period != Period::Unknown)
}

/// The year right behind a figure, where a remark in brackets may follow: `2.2%平成20年度(※1月現在)`. The text stays whole.
fn year_behind(text: &str) -> Option<Period> {
    let outside = &text[..text.find(['(', '（']).unwrap_or(text.len())];
    outside.char_indices().find_map(|(at, _)| {
        let (figure, year) = outside.split_at(at);
        let whole = !figure.ends_with(|c: char| c.is_ascii_digit()) && cells::is_figure(figure);
        (whole && cells::is_year(year)).then(|| parse_period(year))
    })
}

/// The year that a text says and nothing more; of a span (`R2～R6累計`) the last, when its value is reached.
fn only_a_year(text: &str) -> Option<Period> {
    let text = with_month(text);
    let span = parse_period_range(&text).map(|(_, last)| last);
    let period = span.unwrap_or_else(|| parse_period(&text));
    let rest = cells::without_years(&text);
    let rest = match span {
        Some(_) => rest.trim_start_matches(['～', '〜', '~', '-', '－', '→', 'の']),
        None => &rest,
    };
    let words = [
        "実績",
        "目標",
        "見込",
        "見込み",
        "調査",
        "値",
        "実績値",
        "決算",
        "国勢調査",
    ];
    let of_span = ["累計", "平均", "の平均", "計", "合計", "の合計", "の累計"];
    let is_known =
        rest.is_empty() || words.contains(&rest) || (span.is_some() && of_span.contains(&rest));
    (period != Period::Unknown && is_known).then_some(period)
}

/// `2028.3` as a year and its month, which in brackets behind a figure it is.
fn with_month(text: &str) -> Cow<'_, str> {
    let folded = squash(text);
    let is_date = folded.split_once('.').is_some_and(|(year, month)| {
        let is_month = month
            .parse()
            .is_ok_and(|month: u8| (1..=12).contains(&month));
        year.len() == 4 && year.starts_with(['1', '2']) && is_month && month.len() < 3
    });
    if is_date {
        Cow::Owned(folded.replace('.', "年") + "月")
    } else {
        Cow::Borrowed(text)
    }
}

/// The value and the year of a target that says by when: `令和8年度までに50台`, `R8年度末までに280人`, `令和8年度に策定`.
fn behind_time_limit(text: &str) -> Option<(&str, Period)> {
    ["までに", "までの", "に"].into_iter().find_map(|until| {
        let (year, value) = text.split_once(until)?;
        let value = value.trim();
        (cells::is_year(year) && !value.is_empty()).then(|| (value, parse_period(year)))
    })
}

/// Targets in the order of their years, interim ones before final ones where no year says otherwise; the same target
/// written twice counts once.
pub(super) fn in_order(mut targets: Vec<Written>) -> Vec<Written> {
    if targets
        .iter()
        .all(|target| target.period != Period::Unknown)
    {
        targets.sort_by_key(|target| (target.period.year(), !target.interim));
    } else {
        targets.sort_by_key(|target| !target.interim);
    }
    targets.dedup_by(|second, first| {
        second.period == first.period
            && second.text == first.text
            && first.period != Period::Unknown
    });
    targets
}

/// Actuals in the order of their years, one a year; what a second one says is kept as a remark.
pub(super) fn one_a_period(mut actuals: Vec<Written>, notes: &mut Vec<String>) -> Vec<Written> {
    actuals.sort_by_key(|actual| actual.period);
    actuals.dedup_by(|second, first| {
        let same = second.period == first.period;
        if same && second.text != first.text {
            notes.push(second.text.clone());
        }
        same
    });
    actuals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_with_a_plus_is_a_difference_where_it_cannot_be_the_whole() {
        let kept = |baseline: &str, aimed: &str| {
            let hint = UnitHint::none();
            let of = |text: &str| Written::new(text, Period::Unknown);
            let baseline = observation(of(baseline), &hint);
            target(of(aimed), &hint, Some(&baseline)).value
        };
        let is_difference =
            |baseline, aimed| matches!(kept(baseline, aimed), Value::Relative { .. });
        assert!(is_difference("2,310件", "＋500件"));
        assert!(is_difference("40%", "+5ポイント"));
        assert!(!is_difference("▲14人", "+20人"));
        assert!(!is_difference("3件", "＋5件"));
        assert!(!is_difference("40件", "50件"));
    }
}
