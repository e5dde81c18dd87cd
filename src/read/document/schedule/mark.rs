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
const DONE: &str =
    "完了 終え 達成 終了 廃止 策定 改定 改正 制定 施行 完成 実施済 済 導入 統合 開始";
/// Words of what goes on.
const ONGOING: &str = "実施 継続 継続実施 検討 準備 推進 着手 運用 試行 調査 見直し 随時 取り組む 取組 協議 研究 検証 評価 募集 公募 周知";
/// Words in front of these that say how much of it is done.
const EXTENT: [&str; 8] = [
    "一部", "完全", "全面", "全部", "本格", "順次", "先行", "試験",
];

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
            (Some(sign), _) if SIGNS.contains(sign) && !ARROWS.contains(sign) => {
                self.sign_and_words(sign, &cell[sign.len_utf8()..])
            }
            _ => words(&cell).map_or(YearCell::Text, YearCell::Words),
        }
    }

    /// `●検討`: what the legend says of the sign, else the words, to which the sign may be but a bullet.
    fn sign_and_words(&self, sign: char, beside: &str) -> YearCell {
        let mark = self.explained(sign).or_else(|| words(beside));
        match (mark, self.sign(sign)) {
            (Some(mark), _) | (None, YearCell::Mark(mark)) => YearCell::Words(mark),
            (None, other) => other,
        }
    }

    fn explained(&self, sign: char) -> Option<Mark> {
        let mut known = self.marks.iter();
        known
            .find(|(known, _)| same_sign(*known, sign))
            .map(|(_, mark)| *mark)
    }

    fn sign(&self, sign: char) -> YearCell {
        let explained = self.explained(sign);
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
    let steps: Option<Vec<Mark>> = cell
        .split(['・', '、', '→', '/', '／'])
        .filter(|step| !step.is_empty())
        .map(step)
        .collect();
    let steps = steps.filter(|steps| !steps.is_empty())?;
    let done = steps.contains(&Mark::Done);
    Some(if done { Mark::Done } else { Mark::Ongoing })
}

/// The longest text that is a single step.
const LONGEST_STEP: usize = 16;

/// One step, which may be put together (調査検討) or say how far it goes (一部実施, 実施（一部）).
fn step(text: &str) -> Option<Mark> {
    let known = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    let single = |word: &str| match () {
        () if known(DONE, word) => Some(Mark::Done),
        () if known(ONGOING, word) => Some(Mark::Ongoing),
        () => None,
    };
    let inside = text
        .strip_prefix(['(', '（'])
        .and_then(|text| text.strip_suffix([')', '）']));
    let text = inside.unwrap_or(text);
    let behind = text.find(['(', '（']).filter(|&open| {
        let inside = text[open..].trim_matches(['(', '（', ')', '）']);
        EXTENT.contains(&inside) && text.ends_with([')', '）'])
    });
    let text = &text[..behind.unwrap_or(text.len())];
    let text = EXTENT
        .iter()
        .find_map(|word| text.strip_prefix(word).filter(|rest| !rest.is_empty()))
        .unwrap_or(text);
    if text.chars().count() > LONGEST_STEP {
        return None;
    }
    let put_together = || {
        let mut splits = text.char_indices().map(|(at, _)| text.split_at(at));
        splits.find_map(|(first, last)| single(first).and(single(last)))
    };
    single(text).or_else(put_together)
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
        assert_eq!(legend.read("●検討"), YearCell::Words(Mark::Ongoing));
        assert_eq!(legend.read("●新庁舎"), YearCell::Words(Mark::Done));
        assert_eq!(legend.read("検討→"), YearCell::Words(Mark::Ongoing));
        assert_eq!(legend.read("調査検討"), YearCell::Words(Mark::Ongoing));
        assert_eq!(legend.read("実施（一部）"), YearCell::Words(Mark::Ongoing));
        assert_eq!(legend.read("本格導入"), YearCell::Words(Mark::Done));
        assert_eq!(legend.read("◎方針の策定"), YearCell::UnknownSign);
        assert_eq!(legend.read("未実施"), YearCell::Text);
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
