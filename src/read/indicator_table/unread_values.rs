//! Values that hold figures and were read as words, beside others that were read as figures.

use super::{Entry, written};
use crate::plan::{Period, Value, parse_period};
use crate::read::cells;
use crate::read::finding::{Finding, FindingKind, Level};

/// What a person must look at: without a figure such a value says nothing of how far its indicator has come.
pub(super) fn asked(entries: &[Entry]) -> Vec<Finding> {
    entries.iter().flat_map(of_entry).collect()
}

fn of_entry(entry: &Entry) -> Vec<Finding> {
    let indicator = &entry.indicator;
    let baseline = indicator.baseline.iter().map(|it| ("基準値", it));
    let targets = indicator.targets.iter().map(|it| ("目標値", it));
    let observations = baseline
        .chain(targets)
        .map(|(column, it)| (column, &it.text, &it.value));
    let actuals = indicator
        .actuals
        .iter()
        .map(|it| ("実績値", &it.text, &it.value));
    let values: Vec<(&str, &String, &Value)> = observations.chain(actuals).collect();
    let is_words = |value: &Value| matches!(value, Value::Stage { .. });
    let has_figures = values
        .iter()
        .any(|(_, _, value)| !is_words(value) && !value.is_missing());
    let aims_at_figure = indicator
        .targets
        .iter()
        .any(|target| target.value.single().is_some());
    let line = indicator.provenance.line.unwrap_or_default();
    let is_unread = |(column, text, value): &&(&str, &String, &Value)| {
        let may_hold_figure = has_figures && holds_figure(text);
        let is_measured = *column == "実績値" && aims_at_figure; // 中止 where figures are aimed at
        is_words(value) && (may_hold_figure || is_measured || is_figures(text))
    };
    let ask = |(column, text, _): &(&str, &String, &Value)| {
        let column = (*column).to_owned();
        let kind = FindingKind::CellNotUnderstood { column };
        Finding::at(Level::Question, line, text.as_str(), kind)
    };
    // ＋500件 on 300件 is 500 more or 500 in all.
    let baseline = indicator.baseline.as_ref();
    let doubtful = indicator
        .targets
        .iter()
        .filter(|target| written::may_be_added(target, baseline))
        .map(|target| ask(&("目標値", &target.text, &target.value)));
    values
        .iter()
        .filter(is_unread)
        .map(ask)
        .chain(doubtful)
        .collect()
}

/// Whether there is a figure besides the years.
fn holds_figure(text: &str) -> bool {
    let rest = cells::without_years(text);
    let is_undated = parse_period(text) == Period::Unknown;
    rest.contains(|c: char| c.is_ascii_digit()) || (is_undated && text.contains(char::is_numeric))
}

/// Whether a text is figures on several lines, and nothing else.
fn is_figures(text: &str) -> bool {
    text.lines().count() > 1 && text.lines().all(cells::is_figure)
}
