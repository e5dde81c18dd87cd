//! What a section says under one number: ① where the town is, ① what it does, ① by which figures one can tell.

use super::{Id, Indicator, Initiative, Plan, Statement, squash};

/// An initiative with what is tied to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread<'a> {
    /// The initiative.
    pub initiative: &'a Initiative,
    /// The statements of the situation that stand under the initiative's number.
    pub situation: Vec<&'a Statement>,
    /// The indicators tied to the initiative.
    pub indicators: Vec<&'a Indicator>,
}

/// A section's parts by number, and what no number ties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Threads<'a> {
    /// One for each initiative, in the plan's order.
    pub threads: Vec<Thread<'a>>,
    /// The other statements of the situation.
    pub situation: Vec<&'a Statement>,
    /// The other indicators.
    pub indicators: Vec<&'a Indicator>,
}

/// A section's parts by number. Where nothing is tied to any initiative, all stands outside of threads.
#[must_use]
pub fn threads<'a>(plan: &'a Plan, section: &Id) -> Threads<'a> {
    let initiatives = plan.initiatives.iter();
    let initiatives = initiatives.filter(|item| item.section.as_ref() == Some(section));
    let mut found = Threads {
        threads: initiatives
            .map(|initiative| Thread {
                initiative,
                situation: Vec::new(),
                indicators: Vec::new(),
            })
            .collect(),
        ..Threads::default()
    };
    let statements = plan.section(section).into_iter();
    for statement in statements.flat_map(|section| &section.situation) {
        let number = number_of(&statement.heading);
        let thread = found
            .threads
            .iter_mut()
            .find(|thread| !number.is_empty() && squash(&thread.initiative.number) == number);
        match thread {
            Some(thread) => thread.situation.push(statement),
            None => found.situation.push(statement),
        }
    }
    let indicators = plan.indicators.iter();
    for indicator in indicators.filter(|item| item.section.as_ref() == Some(section)) {
        let thread = found
            .threads
            .iter_mut()
            .find(|thread| indicator.initiatives.contains(&thread.initiative.id));
        match thread {
            Some(thread) => thread.indicators.push(indicator),
            None => found.indicators.push(indicator),
        }
    }
    found
}

impl Thread<'_> {
    /// Whether anything is tied to the initiative.
    #[must_use]
    pub fn ties(&self) -> bool {
        !(self.situation.is_empty() && self.indicators.is_empty())
    }
}

/// The number a heading begins with, without spaces: `①` of `① 自治会活動を支援しています`; empty when it begins with none.
fn number_of(heading: &str) -> String {
    let heading = heading.trim_start();
    let circled = |c: char| matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿');
    if let Some(first) = heading.chars().next().filter(|first| circled(*first)) {
        return first.to_string();
    }
    let number = heading.split_whitespace().next().unwrap_or_default();
    let number = squash(number);
    let is_number = number.chars().any(|c| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '.'));
    if is_number { number } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn statement(heading: &str) -> Statement {
        Statement {
            heading: heading.to_owned(),
            ..Statement::default()
        }
    }

    fn initiative(id: &str, number: &str) -> Initiative {
        Initiative {
            id: Id::from(id),
            number: number.to_owned(),
            section: Some(Id::from("s")),
            ..Initiative::default()
        }
    }

    fn indicator(id: &str, tied: &str) -> Indicator {
        Indicator {
            id: Id::from(id),
            section: Some(Id::from("s")),
            initiatives: vec![Id::from(tied)],
            ..Indicator::default()
        }
    }

    #[test]
    fn one_number_ties_situation_initiative_and_several_indicators() {
        let headings = ["① 集まる場があります", "②知らせています", "", "⑨ ほか"];
        let plan = Plan {
            sections: vec![Section {
                id: Id::from("s"),
                situation: headings.map(statement).to_vec(),
                ..Section::default()
            }],
            initiatives: vec![initiative("a", "①"), initiative("b", "②")],
            indicators: vec![
                indicator("1", "a"),
                indicator("2", "b"),
                indicator("3", "a"),
                indicator("4", "elsewhere"),
            ],
            ..Plan::default()
        };
        let found = threads(&plan, &Id::from("s"));
        let counts: Vec<_> = found
            .threads
            .iter()
            .map(|thread| (thread.situation.len(), thread.indicators.len()))
            .collect();
        assert_eq!(counts, [(1, 2), (1, 1)]);
        assert_eq!((found.situation.len(), found.indicators.len()), (2, 1));
        assert!(found.threads.iter().all(Thread::ties));
    }

    #[test]
    fn without_numbers_nothing_is_tied() {
        let plan = Plan {
            sections: vec![Section {
                id: Id::from("s"),
                situation: vec![statement(""), statement("現状")],
                ..Section::default()
            }],
            initiatives: vec![initiative("a", "")],
            ..Plan::default()
        };
        let found = threads(&plan, &Id::from("s"));
        assert!(!found.threads[0].ties());
        assert_eq!(found.situation.len(), 2);
    }

    #[test]
    fn a_heading_begins_with_its_number_or_with_none() {
        for (heading, number) in [
            ("① あ", "①"),
            ("①あ", "①"),
            ("（1） あ", "(1)"),
            ("2 あ", "2"),
            ("2か所の図書館", ""),
            ("あ ①", ""),
            ("", ""),
        ] {
            assert_eq!(number_of(heading), number, "{heading}");
        }
    }
}
