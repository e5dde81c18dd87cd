//! Bullets and paragraphs: what they are by the heading they stand under.

use super::heading::{next_is_part, next_part};
use super::line::{Block, Line};
use super::number::{self, Numeral, Style};
use super::reader::Reader;
use super::vocabulary::Part;
use super::{bullet, department, footnote, names, schedule, sdg, vocabulary};
use crate::plan::{Detail, GlossaryEntry, Initiative, RelatedPlan, Statement, squash};
use crate::read::{FindingKind, Level};

/// The longest line that can be a heading without a number, a badge or the name of a plan.
const LONGEST_HEADING: usize = 30;
/// The longest badge (まち, ひと, しごと).
const LONGEST_BADGE: usize = 8;

impl Reader {
    /// A line with a bullet.
    pub fn bullet(&mut self, line: &Line, item: &str, after: &[Block]) {
        self.place.empty = None;
        if opens_other_bullets(line, item, after) {
            return self.heading_without_number(line, item);
        }
        self.cite(item);
        if self.place.part == Some(Part::Indicators) && self.target_alone(line, item) {
            return;
        }
        match self.place.part {
            Some(Part::Initiatives) => match self.place.initiative {
                Some(_) => self.detail(item),
                None => self.single_initiative(line, item),
            },
            Some(Part::Situation | Part::Aims) => self.state(line, item, true),
            Some(Part::Progress | Part::Aside) => self.draft.not_understood(line),
            Some(Part::Schedule | Part::Overview | Part::Indicators | Part::Other) | None => {
                self.lead(line, item, true);
            }
            Some(
                Part::RelatedPlans | Part::Sdgs | Part::Tags | Part::Glossary | Part::Contents,
            ) => {
                self.content(line, item, after);
            }
        }
    }

    /// A line without bullet or number, or what stands beside a heading.
    pub fn content(&mut self, line: &Line, text: &str, after: &[Block]) {
        if self.legend_or_period(text) && !text.contains('。') {
            return;
        }
        let short = is_short(text);
        if short && self.is_title(text, after) {
            return self.enter(line, Numeral::none(""), vocabulary::undecorated(text));
        }
        self.cite(text);
        let part = self.place.part;
        self.place.empty = None;
        if names_picture(text) {
            return self.draft.find(Level::Note, line, FindingKind::EmptyPart);
        }
        if names_source(text) {
            return self.draft.not_understood(line);
        }
        let ended = part == Some(Part::Indicators) && self.place.first_indicator.is_some();
        if (part.is_none() || ended) && is_bracketed(text) && self.draft.outline.current().is_some()
        {
            self.open(Part::Other, line);
            self.place.empty = None;
            return self.heading(line, vocabulary::undecorated(text));
        }
        match part {
            Some(Part::Sdgs) => self.goals(line, text, after),
            Some(Part::Tags) if self.is_badge(text) => self.badge(text),
            Some(Part::RelatedPlans) if short => self.related_plan(line, text),
            Some(Part::RelatedPlans) if is_list_of_plans(text) => {
                for name in text.split(['、', '，']) {
                    self.related_plan(line, name.trim());
                }
            }
            Some(Part::Glossary) => self.term(line, text),
            Some(Part::Aside) => self.draft.not_understood(line),
            Some(Part::Indicators | Part::Schedule | Part::Progress) => {
                self.beside_table(line, text);
            }
            // 主な事業：A、B below an initiative is what it consists of.
            Some(Part::Initiatives) if self.place.initiative.is_some() && lists_parts(text) => {
                self.detail(text);
            }
            Some(Part::Situation | Part::Aims | Part::Initiatives | Part::Other)
                if short && !next_is_part(after) && !(part == Some(Part::Aims) && ends(after)) =>
            {
                self.heading_without_number(line, text);
            }
            Some(Part::Situation | Part::Aims) => self.state(line, text, false),
            Some(Part::Initiatives) if self.place.initiative.is_some() => self.detail(text),
            Some(Part::Initiatives) if short => self.single_initiative(line, text),
            _ => self.lead(line, text, false),
        }
    }

    /// Whether a short line without a number is a section's title: 現状と課題 comes next, and no numbered heading came
    /// before.
    fn is_title(&self, text: &str, after: &[Block]) -> bool {
        let numbered = self
            .draft
            .outline
            .sections()
            .iter()
            .any(|section| !section.number.is_empty());
        let first_below_heading = self.place.empty.is_some();
        next_part(after) == Some(Part::Situation)
            && !numbered
            && !first_below_heading
            && !self.is_badge(text)
            && !self.expects_numbers(text)
    }

    /// The legend of the marks, and the years a plan covers.
    fn legend_or_period(&mut self, text: &str) -> bool {
        let legend = schedule::Legend::parse(text);
        let period = names::period_of(text).filter(|_| text.contains("期間"));
        if let Some(legend) = legend {
            self.seen.insert(squash(text));
            self.legend = legend;
        } else if let Some(period) = period {
            self.draft.plan.period = period;
        } else {
            return false;
        }
        true
    }

    /// A smaller heading without a number: `【人材の確保】`, or a short line above bullets.
    fn heading_without_number(&mut self, line: &Line, text: &str) {
        let decoration = vocabulary::decoration(&line.text);
        if decoration.is_some() && decoration == self.place.decoration {
            self.open(Part::Other, line);
            self.place.empty = None;
        }
        let text = vocabulary::undecorated(text);
        match self.place.part {
            Some(Part::Initiatives) => self.initiative(line, "", text),
            Some(Part::Indicators | Part::Schedule | Part::Progress) => self.caption(line, text),
            _ => self.heading(line, text),
        }
    }

    /// Prose of the open part, in the section where the reader stands.
    fn state(&mut self, line: &Line, text: &str, bullet: bool) {
        let heading = self.place.heading.clone();
        self.place.bare_heading = None;
        let provenance = self.draft.provenance(line.number);
        let statement = Statement {
            heading,
            bullet,
            text: text.to_owned(),
            provenance,
        };
        let situation = self.place.part == Some(Part::Situation);
        if self.draft.outline.current().is_none() {
            self.enter_whole_plan(line);
        }
        if let Some(section) = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index))
        {
            if situation {
                section.situation.push(statement);
            } else {
                section.aims.push(statement);
            }
        }
    }

    /// Prose that stands under no part's heading: the lead of a section, which says what it is for.
    fn lead(&mut self, line: &Line, text: &str, bullet: bool) {
        if self.draft.outline.current().is_some() {
            self.state(line, text, bullet);
        } else {
            self.draft.not_understood(line);
        }
    }

    /// A document without a heading of its own is one section with the plan's title.
    fn enter_whole_plan(&mut self, line: &Line) {
        let provenance = self.draft.provenance(line.number);
        let title = self.draft.plan.title.clone();
        self.draft
            .outline
            .enter(Numeral::none(""), &title, provenance);
    }

    fn single_initiative(&mut self, line: &Line, name: &str) {
        let (name, departments) =
            department::behind_name(name).unwrap_or_else(|| (name, Vec::new()));
        let initiative = Initiative {
            section: self.draft.outline.current_id(),
            name: name.to_owned(),
            departments,
            provenance: self.draft.provenance(line.number),
            ..Initiative::default()
        };
        self.draft.add_initiative(initiative);
    }

    fn detail(&mut self, text: &str) {
        let initiative = self
            .place
            .initiative
            .and_then(|index| self.draft.plan.initiatives.get_mut(index));
        if let Some(initiative) = initiative {
            initiative.details.push(Detail {
                text: text.to_owned(),
                measure: false,
            });
        }
    }

    /// A plan named as related at this place.
    pub fn related_plan(&mut self, line: &Line, name: &str) {
        let section = self.draft.outline.current_id();
        let provenance = self.draft.provenance(line.number);
        self.draft.plan.related_plans.push(RelatedPlan {
            name: name.to_owned(),
            section,
            provenance,
        });
    }

    fn goals(&mut self, line: &Line, text: &str, after: &[Block]) {
        let Some(goals) = sdg::goals(text) else {
            self.place.part = None;
            return self.content(line, text, after);
        };
        if let Some(section) = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index))
        {
            let new: Vec<u8> = goals
                .into_iter()
                .filter(|goal| !section.sdgs.contains(goal))
                .collect();
            section.sdgs.extend(new);
        }
    }

    fn is_badge(&self, text: &str) -> bool {
        self.place.part == Some(Part::Tags)
            && text.chars().count() <= LONGEST_BADGE
            && !text.contains('。')
    }

    fn badge(&mut self, text: &str) {
        let tag = format!("{}: {text}", self.place.kind);
        if let Some(section) = self
            .draft
            .outline
            .current()
            .and_then(|index| self.draft.outline.section_mut(index))
        {
            section.tags.push(tag);
        }
    }

    fn term(&mut self, line: &Line, text: &str) {
        let Some((term, explanation)) = footnote::defined(text) else {
            return self.draft.not_understood(line);
        };
        let provenance = self.draft.provenance(line.number);
        let (term, explanation) = (term.to_owned(), explanation.to_owned());
        self.draft.add_glossary_entry(GlossaryEntry {
            term,
            explanation,
            provenance,
            ..GlossaryEntry::default()
        });
    }

    /// A line above a table is its caption; a remark below it (※) belongs to its indicators.
    fn beside_table(&mut self, line: &Line, text: &str) {
        let first = match self.place.first_indicator {
            _ if self.place.part == Some(Part::Progress) && text.contains('。') => {
                return self.draft.not_understood(line);
            }
            _ if text.contains('。') && !is_remark(text) => return self.lead(line, text, false),
            None => return self.caption(line, text),
            Some(_) if !is_remark(text) => return self.lead(line, text, false),
            Some(first) => first,
        };
        let remark = text.trim_start_matches('※').trim();
        for indicator in self.draft.plan.indicators.iter_mut().skip(first) {
            if !indicator.note.is_empty() {
                indicator.note.push(' ');
            }
            indicator.note.push_str(remark);
        }
    }
}

/// Whether a line is the title of a picture or chart, which is not in the text: `図１ 人口の推移`.
fn names_picture(text: &str) -> bool {
    let behind = ["図", "表", "グラフ"]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    let numbered = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(|c: char| c.is_numeric()) && rest.contains(char::is_whitespace)
    };
    is_short(text) && behind.is_some_and(numbered)
}

/// Whether a line says where a picture's figures come from.
fn names_source(text: &str) -> bool {
    ["資料：", "資料:", "出典：", "出典:", "（資料）", "（出典）"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Whether a line is a heading in brackets: `【令和６年度の成果】`.
fn is_bracketed(text: &str) -> bool {
    let pairs = [
        ('【', '】'),
        ('〔', '〕'),
        ('〈', '〉'),
        ('《', '》'),
        ('＜', '＞'),
    ];
    let is = |(open, close): &(char, char)| text.starts_with(*open) && text.ends_with(*close);
    is_short(text) && pairs.iter().any(is) && vocabulary::undecorated(text).len() > 3
}

/// Whether a line names what an initiative consists of, behind the word for it.
fn lists_parts(text: &str) -> bool {
    let label = text.split(['：', ':']).next().unwrap_or_default();
    label.len() < text.len() && vocabulary::part_of(label) == Some(Part::Initiatives)
}

/// Whether nothing can stand below a line: the text ends, or a section of a level of its own follows.
fn ends(after: &[Block]) -> bool {
    match after.first() {
        Some(Block::Text(next)) => {
            number::leading(&next.text).is_some_and(|(it, _)| matches!(it.style, Style::Word(_)))
        }
        Some(Block::Table(_)) => false,
        None => true,
    }
}

/// Whether a line is a remark to what stands beside it.
fn is_remark(text: &str) -> bool {
    text.starts_with(['※', '*', '＊', '注'])
}

/// Whether each of the names that a line lists is a plan's.
fn is_list_of_plans(text: &str) -> bool {
    let ends = [
        "計画",
        "戦略",
        "プラン",
        "ビジョン",
        "方針",
        "大綱",
        "構想",
        "指針",
    ];
    let is_plan = |name: &str| {
        let name = vocabulary::bare(name);
        ends.iter().any(|end| name.ends_with(end))
    };
    text.contains(['、', '，']) && !text.contains('。') && text.split(['、', '，']).all(is_plan)
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_HEADING
        && !text.contains(['。', '、'])
        && !text.starts_with(['※', '～', '〜', '（', '('])
}

/// Whether a bullet is the heading of bullets with another sign below it: `◆ A` above `・ B`.
fn opens_other_bullets(line: &Line, item: &str, after: &[Block]) -> bool {
    let Some(Block::Text(next)) = after.first() else {
        return false;
    };
    let other =
        bullet::strip(&next.text).is_some() && next.text.chars().next() != line.text.chars().next();
    other && is_short(item) && number::leading(&next.text).is_none()
}
