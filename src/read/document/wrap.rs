//! Lines of prose that go on in the next, where the page ended a line.

use super::arrow::is_arrow_indicator;
use super::line::{Block, Line, trimmed};
use super::{bullet, number, vocabulary};
use crate::read::{Finding, FindingKind, Level};

/// Lines without a blank line between them: each its own, but for those that go on where the page ended a line.
pub fn end_paragraph(lines: &[Line], blocks: &mut Vec<Block>, findings: &mut Vec<Finding>) {
    let mut open: Option<Line> = None;
    let mut joined = false;
    for raw in lines {
        let line = trimmed(raw);
        let indented = raw.text.starts_with(char::is_whitespace);
        match &mut open {
            Some(before)
                if goes_on(&before.text, &line.text)
                    || has_its_figures_below(&before.text, &line.text)
                    || (indented && is_broken_bullet(&before.text, &line.text)) =>
            {
                before.text.push_str(&line.text);
                joined = true;
            }
            _ => close(open.replace(line), &mut joined, blocks, findings),
        }
    }
    close(open, &mut joined, blocks, findings);
}

fn close(
    line: Option<Line>,
    joined: &mut bool,
    blocks: &mut Vec<Block>,
    findings: &mut Vec<Finding>,
) {
    let Some(line) = line else { return };
    if std::mem::take(joined) {
        findings.push(Finding::at(
            Level::Note,
            line.number,
            line.text.clone(),
            FindingKind::Joined,
        ));
    }
    blocks.push(Block::Text(line));
}

/// The fewest characters of a line that a page can have ended; shorter ones are headings and badges.
const FULL_LINE: usize = 25;

/// Whether a line ends behind the colon in front of an indicator's figures, and the next has them.
fn has_its_figures_below(before: &str, next: &str) -> bool {
    before.ends_with([':', '：'])
        && before.len() + next.len() <= LONGEST_INDICATOR
        && !is_arrow_indicator(next)
        && is_arrow_indicator(&[before, next].concat())
}

/// The longest indicator in one line, in bytes.
const LONGEST_INDICATOR: usize = 300;

/// The ends of a bullet that goes on in the next line: no heading ends so.
const GOES_ON: [&str; 10] = ["て", "を", "が", "は", "に", "の", "と", "も", "で", "、"];

/// Whether a bullet was broken inside its sentence, and goes on in a line that is set in as its text is.
fn is_broken_bullet(before: &str, next: &str) -> bool {
    let begins = bullet::strip(next).is_some()
        || number::leading(next).is_some()
        || vocabulary::part_of(next).is_some()
        || next.starts_with(['※', '【', '〈', '＜']);
    let goes_on = GOES_ON.iter().any(|end| before.ends_with(end)) || is_inside_word(before, next);
    bullet::strip(before).is_some() && !begins && goes_on
}

/// Whether a line ends inside a word in katakana: `ソーシャルワー`, `カーの配置`.
fn is_inside_word(before: &str, next: &str) -> bool {
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    before.ends_with(is_katakana) && next.starts_with(is_katakana)
}

/// Whether a line of prose goes on in the next: it is long, its sentence has not ended, and the next begins nothing
/// new.
fn goes_on(before: &str, next: &str) -> bool {
    let ended = before.ends_with(['。', '」', '）', ')', '！', '？', ':', '：', '】']);
    let begins = bullet::strip(next).is_some()
        || number::leading(next).is_some()
        || vocabulary::part_of(next).is_some()
        || vocabulary::part_with_contents(next).is_some()
        || next.starts_with(['※', '【', '〈', '＜'])
        || is_arrow_indicator(next);
    let ended = ended
        || is_arrow_indicator(before)
        || (vocabulary::part_with_contents(before).is_some() && !before.ends_with('、'));
    !ended && !begins && before.chars().count() >= FULL_LINE
}

#[cfg(test)]
mod tests {
    use super::super::line::{self, tests::texts};
    use crate::read::FindingKind;

    #[test]
    fn an_item_whose_text_or_figures_stand_in_the_line_below_is_one() {
        assert_eq!(
            texts("②転入者数-転出者数:\n▲1,577人(H25)→0人(R1)\n③参加者数:2人→3人"),
            [
                "1:②転入者数-転出者数:▲1,577人(H25)→0人(R1)",
                "3:③参加者数:2人→3人"
            ]
        );
        assert_eq!(
            texts("次のとおり:\n参加者数:2人→3人").len(),
            2,
            "an indicator of its own"
        );
        assert_eq!(
            texts("○受講者は県の平均を下回って\n　おり、呼びかけます。"),
            ["1:○受講者は県の平均を下回っており、呼びかけます。"]
        );
        assert_eq!(
            texts("○まちづくり\n　町は呼びかけます。").len(),
            2,
            "a heading and its paragraph"
        );
    }

    #[test]
    fn a_sentence_that_the_page_broke_is_joined_and_says_so() {
        let mut findings = Vec::new();
        let long = "町のはかりを図書館の入口と役場の窓口とに一つずつ置き、だれでも";
        let read = line::blocks(
            &format!("{long}\n使えるようにします。\n- 一つ\n短い見出し\n次の行"),
            &mut findings,
        );
        assert_eq!(read.len(), 4);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].kind, FindingKind::Joined);
    }
}
