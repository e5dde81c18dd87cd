//! What the cells of a schedule's years say, by the legend or by the field's usual signs.

use crate::plan::{Mark, squash};

/// The marks that a document explains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    marks: Vec<(char, Mark)>,
}

/// What stands in a year's cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearCell {
    /// Nothing, or a dash.
    Blank,
    /// A mark of known meaning.
    Mark(Mark),
    /// Words read as a mark: 実施, 検討.
    Words(Mark),
    /// A sign whose meaning nothing says.
    UnknownSign,
    /// No mark at all.
    Text,
}

/// Signs that stand for something in schedules.
const SIGNS: &str = "●○〇◯◎△▲■□★☆◆◇→⇒➡➔⇨";
/// Those of them that lead on from year to year.
const ARROWS: &str = "→⇒➡➔⇨";
/// Words of what is finished or reached.
const DONE: &str = "完了 終え 達成 終了 廃止 策定 改定 完成 実施済 済 導入 統合 開始";
/// Words of what goes on.
const ONGOING: &str =
    "実施 継続 継続実施 検討 準備 推進 着手 運用 試行 調査 見直し 随時 取り組む 取組 協議 研究";

impl Legend {
    /// The legend that a line is: `※「●」は完了する年度、「○」は継続する年度`, `凡例 ◎：実施 △：検討`. None when it explains
    /// no marks.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = squash(text);
        let mut marks = Vec::new();
        let signs: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, c)| SIGNS.contains(*c))
            .collect();
        for (place, (index, sign)) in signs.iter().enumerate() {
            let end = signs.get(place + 1).map_or(text.len(), |(next, _)| *next);
            let behind = text[index + sign.len_utf8()..end].trim_start_matches(['」', '』']);
            if let Some(meaning) = behind.strip_prefix(['は', ':', '=', '…', '・'])
                && let Some(mark) = meaning_of(meaning)
            {
                marks.push((*sign, mark));
            }
        }
        let announced = text.starts_with(['※', '(', '（'])
            || text.starts_with("凡例")
            || text.starts_with("注");
        (!marks.is_empty() && (announced || marks.len() > 1)).then_some(Self { marks })
    }

    /// What a year's cell says.
    #[must_use]
    pub fn read(&self, cell: &str) -> YearCell {
        let cell = squash(cell);
        let mut characters = cell.chars();
        match (characters.next(), characters.next()) {
            (None, _) | (Some('-' | '－' | '―' | '—' | '‐' | '×' | 'ー'), None) => {
                YearCell::Blank
            }
            (Some(sign), None) if SIGNS.contains(sign) => self.sign(sign),
            _ if cell
                .chars()
                .all(|c| matches!(c, '→' | '⇒' | '➡' | '➔' | '⇨' | '―' | 'ー' | '-')) =>
            {
                YearCell::Mark(Mark::Ongoing)
            }
            _ => words(&cell).map_or(YearCell::Text, YearCell::Words),
        }
    }

    fn sign(&self, sign: char) -> YearCell {
        let explained = self
            .marks
            .iter()
            .find(|(known, _)| same_sign(*known, sign))
            .map(|(_, mark)| *mark);
        let usual = match sign {
            '●' => Some(Mark::Done),
            '○' | '〇' | '◯' | '→' | '⇒' | '➡' | '➔' | '⇨' => Some(Mark::Ongoing),
            _ => None,
        };
        explained
            .or(usual)
            .map_or(YearCell::UnknownSign, YearCell::Mark)
    }
}

/// How many arrows a cell is made of; 0 when anything but arrows and their shafts stands in it.
#[must_use]
pub fn arrows(cell: &str) -> usize {
    let cell = squash(cell);
    let is_shaft = |c| matches!(c, '―' | 'ー' | '-');
    let heads = cell.chars().filter(|c| ARROWS.contains(*c)).count();
    let pure = cell.chars().all(|c| ARROWS.contains(c) || is_shaft(c));
    if pure { heads } else { 0 }
}

/// The three circles that documents use for one another.
fn same_sign(one: char, other: char) -> bool {
    let circle = |c| matches!(c, '○' | '〇' | '◯');
    one == other || (circle(one) && circle(other))
}

fn meaning_of(text: &str) -> Option<Mark> {
    let first = |words: &str| words.split(' ').filter_map(|word| text.find(word)).min();
    match (first(DONE), first(ONGOING)) {
        (Some(done), Some(ongoing)) => Some(if done <= ongoing {
            Mark::Done
        } else {
            Mark::Ongoing
        }),
        (Some(_), None) => Some(Mark::Done),
        (None, Some(_)) => Some(Mark::Ongoing),
        (None, None) => None,
    }
}

/// Words that are nothing but steps of an item: `検討`, `検討・実施`, `実施→完了`.
fn words(cell: &str) -> Option<Mark> {
    let known = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    let steps: Vec<&str> = cell
        .split(['・', '、', '→', '/', '／'])
        .filter(|step| !step.is_empty())
        .collect();
    let understood = !steps.is_empty()
        && steps
            .iter()
            .all(|step| known(DONE, step) || known(ONGOING, step));
    let done = steps.iter().any(|step| known(DONE, step));
    understood.then_some(if done { Mark::Done } else { Mark::Ongoing })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_usual_marks_need_no_legend() {
        let legend = Legend::default();
        assert_eq!(legend.read("●"), YearCell::Mark(Mark::Done));
        assert_eq!(legend.read("〇"), YearCell::Mark(Mark::Ongoing));
        assert_eq!(legend.read("→"), YearCell::Mark(Mark::Ongoing));
        assert_eq!(legend.read("検討・実施"), YearCell::Words(Mark::Ongoing));
        assert_eq!(legend.read("完了"), YearCell::Words(Mark::Done));
        assert_eq!(legend.read("◎"), YearCell::UnknownSign);
        assert_eq!(legend.read("―"), YearCell::Blank);
        assert_eq!(legend.read("総務課"), YearCell::Text);
    }

    #[test]
    fn a_legend_says_what_its_own_marks_mean() {
        let legend =
            Legend::parse("※「●」は取り組みを終えた年度、「○」は続けて取り組む年度").unwrap();
        assert_eq!(legend.read("●"), YearCell::Mark(Mark::Done));
        assert_eq!(legend.read("◯"), YearCell::Mark(Mark::Ongoing));
        let legend = Legend::parse("◎：実施済　△：検討").unwrap();
        assert_eq!(legend.read("◎"), YearCell::Mark(Mark::Done));
        assert_eq!(legend.read("△"), YearCell::Mark(Mark::Ongoing));
        for text in ["○ 広報事業", "※ 目標値は見込み", "町は実施します"] {
            assert_eq!(Legend::parse(text), None, "{text}");
        }
    }
}
