//! What a line says of the item above it: who is responsible; and indicators that are written in one line.

use super::line::Line;
use super::reader::Reader;
use super::vocabulary::Part;
use super::{bullet, department};
use crate::plan::squash;
use crate::read::{Row, Table, TableContext, cells, indicators};

const RESPONSIBLE: [&str; 10] = [
    "担当課",
    "担当",
    "担当部署",
    "所管課",
    "所管",
    "主管課",
    "実施主体",
    "担当課等",
    "関係課",
    "主な担当課",
];

/// The units behind a label: `担当課：総務課`, `【担当課】総務課、企画課`, `（担当：総務課）`.
#[must_use]
pub fn responsible(text: &str) -> Option<Vec<String>> {
    let inner = text
        .trim()
        .trim_start_matches(['【', '（', '(', '［', '[', '■', '◆', '●', '○']);
    let label_end = inner.find(['】', '：', ':', '］', ']', ' ', '\u{3000}'])?;
    let (label, rest) = inner.split_at(label_end);
    let rest = rest
        .trim_start_matches(['】', '：', ':', '］', ']', ' ', '\u{3000}'])
        .trim_end_matches(['）', ')']);
    let known = RESPONSIBLE.contains(&squash(label).as_str());
    (known && department::is_departments(rest)).then(|| department::split(rest))
}

impl Reader {
    /// Who is responsible for the initiative above, or for the whole section.
    pub fn responsible(&mut self, line: &Line, units: Vec<String>) {
        let initiative = self
            .place
            .initiative
            .and_then(|index| self.draft.plan.initiatives.get_mut(index));
        let section = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index));
        match (initiative, section) {
            (Some(initiative), _) => initiative.departments.extend(units),
            (None, Some(section)) => section.departments.extend(units),
            (None, None) => self.draft.not_understood(line),
        }
    }

    /// An indicator in one line, from its baseline by an arrow to its target: `図書の貸出 12冊（R5）→ 15冊（R10）`.
    /// It is read as a table of one row. Where no heading says that indicators follow, the line must be plainly one.
    pub fn arrow_indicator(&mut self, line: &Line) -> bool {
        let expected = self.place.part == Some(Part::Indicators);
        let read = arrow(&line.text).filter(|arrow| expected || arrow.is_plain());
        let Some(Arrow { name, from, to, .. }) = read else {
            return false;
        };
        let row = |cells: [&str; 3]| Row {
            line: line.number,
            cells: cells.map(str::to_owned).to_vec(),
        };
        let table = Table {
            rows: vec![row(["指標名", "現状値", "目標値"]), row([name, from, to])],
        };
        let context = TableContext {
            source: self.draft.plan.source.clone(),
            kind: if expected {
                self.place.kind.clone()
            } else {
                String::new()
            },
            section: self.draft.outline.current_id(),
            ..TableContext::default()
        };
        let before = self.draft.findings.len();
        let entries = indicators(&table, &context, &mut self.draft.findings);
        // Its heading stands nowhere in the source.
        for finding in &mut self.draft.findings[before..] {
            finding.text.clone_from(&line.text);
        }
        let understood = !entries.is_empty();
        entries
            .into_iter()
            .for_each(|entry| self.draft.add_indicator(entry.indicator));
        understood
    }
}

/// A line that leads from one figure to another.
struct Arrow<'a> {
    name: &'a str,
    from: &'a str,
    to: &'a str,
    /// Whether a colon parts the name from the figures.
    has_colon: bool,
}

impl Arrow<'_> {
    /// Whether it can be nothing but an indicator: `転入者数：715人 → 950人`, `新規創業件数: ― → 10件`.
    fn is_plain(&self) -> bool {
        let is_value = |text: &str| cells::is_figure(text) || cells::is_missing(text);
        self.has_colon && !self.from.is_empty() && is_value(self.from) && cells::is_figure(self.to)
    }
}

/// Whether a line is an indicator from its baseline to its target, wherever it stands.
pub fn is_arrow_indicator(text: &str) -> bool {
    arrow(text).is_some_and(|arrow| arrow.is_plain())
}

/// Longer lines (in bytes) are prose.
const LONGEST_LINE: usize = 600;

/// A line taken apart at its arrow and behind its name: at its last colon, else at the last space in front of which there is
/// no figure. Times (9:30) are no figures of an indicator.
fn arrow(text: &str) -> Option<Arrow<'_>> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let text = bullet::strip(text).unwrap_or(text);
    let (left, to) = text.split_once(['→', '⇒', '➡', '➔', '⇨'])?;
    let left = left.trim();
    if has_time(left) || has_time(to) {
        return None;
    }
    let colon = left.rmatch_indices(['：', ':']).next();
    let space = || {
        let mut spaces = left.rmatch_indices(char::is_whitespace);
        spaces.find(|(at, _)| !has_digit(&left[..*at]))
    };
    let (at, separator) = colon.or_else(|| space().filter(|_| has_digit(left)))?;
    has_digit(to).then(|| Arrow {
        name: left[..at].trim(),
        from: left[at + separator.len()..].trim(),
        to: to.trim(),
        has_colon: colon.is_some(),
    })
}

/// Whether a colon stands between digits.
fn has_time(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.match_indices(':')
        .any(|(at, _)| text[..at].ends_with(is_digit) && text[at + 1..].starts_with(is_digit))
}

fn has_digit(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_between_figures_behind_a_colon_is_an_indicator_anywhere() {
        for text in [
            "① 新規就農者数:1.4人/年 → 4組/年",
            "・転入者数：715人→950人",
            "婚姻率：5.5‰(平成 25 年)→5.9‰(平成 31 年)",
            "新規創業件数: ― → 10件",
            "優良品の認証数: ― 件/年 → 10件/年",
            "いちご生産額：2億396万円 ⇒ 4億3,000万円",
        ] {
            assert!(is_arrow_indicator(text), "{text}");
        }
        for text in [
            "開館時間 9:00 → 10:00",
            "窓口を3か所 → 2か所にまとめる",
            "順序：受付 → 審査 → 2階で交付",
            "新規就農者数：増加 → 維持",
        ] {
            assert!(!is_arrow_indicator(text), "{text}");
        }
    }

    #[test]
    fn who_is_responsible_stands_behind_a_label() {
        for text in [
            "担当課：総務課、企画課",
            "【担当課】総務課・企画課",
            "（担当：総務課 企画課）",
            "所管課　総務課、企画課",
        ] {
            assert_eq!(
                responsible(text),
                Some(vec!["総務課".to_owned(), "企画課".to_owned()]),
                "{text}"
            );
        }
        for text in ["担当課", "担当者を置きます：町", "目標：総務課の見直し"]
        {
            assert_eq!(responsible(text), None, "{text}");
        }
    }
}
