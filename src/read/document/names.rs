//! The plan's title, its municipality and its period, from the lines before the first heading and from the text.

use super::line::{Block, Line};
use super::{bullet, number, vocabulary};
use crate::plan::{PlanPeriod, parse_period, squash};
use std::collections::BTreeMap;

/// What the title page says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TitlePage {
    /// The title's lines, as written.
    pub title: Vec<String>,
    /// The municipality, where a line is its name.
    pub municipality: String,
    /// The fiscal years a line names.
    pub period: PlanPeriod,
    /// Lines that repeat the title.
    pub repeated: Vec<Line>,
    /// How many blocks the title page takes.
    pub blocks: usize,
}

/// The longest line of a title page; longer ones are prose.
const LONGEST_TITLE: usize = 40;

/// Reads the title page: short lines that are no heading, before anything else. `is_heading` knows the document's own
/// kind of headings.
#[must_use]
pub fn title_page(blocks: &[Block], is_heading: impl Fn(&str) -> bool) -> TitlePage {
    let mut page = TitlePage::default();
    for (index, block) in blocks.iter().enumerate() {
        let Block::Text(line) = block else { break };
        let opens_section = matches!(blocks.get(index + 1), Some(Block::Text(next))
            if vocabulary::part_of(&next.text) == Some(vocabulary::Part::Situation));
        if !is_plain(&line.text) || is_heading(&line.text) || (opens_section && index > 0) {
            break;
        }
        let period = period_of(&line.text);
        if is_municipality(&line.text) {
            page.municipality = squash(&line.text);
        } else if squash(&page.title.concat()) == squash(&line.text) {
            page.repeated.push(line.clone());
        } else if let Some(period) = period {
            page.period = period;
            if names_plan(&line.text) {
                page.title.push(line.text.clone());
            }
        } else {
            page.title.push(line.text.clone());
        }
        page.blocks = index + 1;
    }
    page
}

/// Whether a line names the plan in front of its period in brackets: `行政改革大綱（令和4年度～令和8年度）`.
fn names_plan(text: &str) -> bool {
    let name = squash(text.split(['（', '(']).next().unwrap_or_default());
    let ends = ["計画", "プラン", "戦略", "大綱", "ビジョン", "方針", "構想"];
    name.len() < squash(text).len() && ends.iter().any(|end| name.ends_with(end))
}

fn is_plain(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE
        && !text.contains(['。', '※', '、'])
        && !text.starts_with('【')
        && bullet::strip(text).is_none()
        && number::leading(text).is_none()
        && vocabulary::part_of(text).is_none()
}

/// Whether a line is nothing but a municipality's name.
fn is_municipality(text: &str) -> bool {
    let name = squash(text);
    (2..=8).contains(&name.chars().count())
        && name.ends_with(['市', '町', '村', '区'])
        && name.chars().all(|c| c.is_alphabetic() && c != 'の')
}

/// The first and last fiscal year that a line names: `計画期間：令和5年度～令和9年度`.
#[must_use]
pub fn period_of(text: &str) -> Option<PlanPeriod> {
    let (first, last) = text
        .split_once(['～', '〜', '~', '―', '－', '→'])
        .or_else(|| text.split_once("から"))?;
    let year = |text: &str| parse_period(text).fiscal_year();
    let (start, end) = (year(first)?, year(last)?);
    (start <= end).then_some(PlanPeriod {
        start: Some(start),
        end: Some(end),
    })
}

/// Words that end like a municipality and are none.
const NO_NAMES: &str = "本 当 全 各 同 他 市 町 両 隣 近隣 友好 姉妹 関係 市町 農 漁 山 離 都 地方 中小 周辺 自 新 旧 我 小 大 田 \
    県内 道内 圏域 構成 集住都 友好都 姉妹都 都";

/// The municipality that a text names most often in front of its own plans and offices (`第2期みほん町総合戦略`,
/// `「みほん町条例」`); empty when none stands out. Once is enough in the plan's own title.
#[must_use]
pub fn municipality_in(title: &str, texts: &[&str]) -> String {
    let mut counts: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    for (text, weight) in texts.iter().map(|text| (*text, 1)).chain([(title, 2)]) {
        let characters: Vec<char> = text.chars().collect();
        for (index, character) in characters.iter().enumerate() {
            if let ('市' | '町' | '村', Some((name, leads))) =
                (character, name_before(&characters[..index]))
            {
                let entry = counts.entry(format!("{name}{character}")).or_default();
                entry.0 += weight;
                entry.1 |= leads;
            }
        }
    }
    let named = counts
        .into_iter()
        .filter(|(_, (count, leads))| *count > 1 && *leads);
    named
        .max_by_key(|(_, (count, _))| *count)
        .map(|(name, _)| name)
        .unwrap_or_default()
}

/// The kanji (or, where the word stands free, kana) in front of 市, 町 or 村, and whether they begin a name.
fn name_before(before: &[char]) -> Option<(String, bool)> {
    let is_kanji = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '々' | 'ヶ' | 'ケ');
    let is_kana = |c: char| matches!(c, 'ぁ'..='ヺ' | 'ー');
    let run = |is: &dyn Fn(char) -> bool| before.iter().rev().take_while(|&&c| is(c)).count();
    let kanji = run(&is_kanji);
    let length = if kanji > 0 { kanji } else { run(&is_kana) };
    let mut name = &before[before.len() - length..];
    let mut in_front = before
        .len()
        .checked_sub(length + 1)
        .map(|index| before[index]);
    // 第2期 and 第二次 in front of a name are kanji too.
    let ordinal = name.iter().take(3).position(|c| matches!(c, '期' | '次'));
    if let Some(end) = ordinal.filter(|&end| end > 0 || in_front.is_some_and(char::is_numeric)) {
        name = &name[end + 1..];
        in_front = None;
    }
    let leads =
        in_front.is_none_or(|c| matches!(c, '「' | '『' | '・' | '（' | '(') || c.is_whitespace());
    let text: String = name.iter().collect();
    let plausible =
        (1..=6).contains(&name.len()) && !NO_NAMES.split_whitespace().any(|word| word == text);
    (plausible && (kanji > 0 || leads)).then_some((text, leads))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FiscalYear;

    fn page(text: &str) -> TitlePage {
        title_page(&super::super::line::blocks(text, &mut Vec::new()), |_| {
            false
        })
    }

    #[test]
    fn the_title_page_gives_title_municipality_and_period() {
        let page = page(
            "令和3年度\n\n見本プラン\n設定一覧\n\nみほん町\n\n令和3年度 見本プラン 設定一覧\n\n令和5年度～令和9年度\n\n1 章\n",
        );
        assert_eq!(page.title, ["令和3年度", "見本プラン", "設定一覧"]);
        assert_eq!(page.municipality, "みほん町");
        assert_eq!(page.repeated.len(), 1);
        assert_eq!(
            page.period,
            PlanPeriod {
                start: Some(FiscalYear(2023)),
                end: Some(FiscalYear(2027))
            }
        );
        assert_eq!(page.blocks, 6);
    }

    #[test]
    fn headings_and_prose_are_no_title() {
        assert_eq!(page("第8編 協働\n\n見本").blocks, 0);
        assert_eq!(page("町は、進めます。").blocks, 0);
        assert_eq!(page("現状と課題\n").blocks, 0);
    }

    #[test]
    fn the_municipality_is_the_one_that_plans_are_named_after() {
        let texts = [
            "第2期見本町総合戦略",
            "見本町情報化計画",
            "友好都市の大樹町と",
            "本町の町民と市町村",
            "「第四次見本町計画」",
        ];
        assert_eq!(municipality_in("", &texts), "見本町");
        assert_eq!(
            municipality_in("", &["みほん町計画", "みほん町方針"]),
            "みほん町"
        );
        assert_eq!(municipality_in("見本町年次計画", &[]), "見本町");
        assert_eq!(municipality_in("", &["本町では", "本町の町が"]), "");
    }
}
