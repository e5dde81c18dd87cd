//! Which indicators a list shows, and in which order.

use super::{Document, Filter, takes_part};
use crate::judge::{Grade, Judgement};
use crate::plan::{self, Id, Indicator, Plan, fold_search};
use std::cmp::Ordering;
use std::collections::HashSet;

/// The orders a list can have, as named in addresses; the first is the plan's own.
pub const ORDERS: [&str; 4] = ["", "behind", "rate", "name"];

/// The name of a grade in addresses and classes.
#[must_use]
pub fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::Achieved => "achieved",
        Grade::OnTrack => "on-track",
        Grade::SlightlyBehind => "slightly-behind",
        Grade::Behind => "behind",
        Grade::Backward => "backward",
        Grade::NotJudged => "unjudged",
    }
}

/// By what a list is narrowed to those graded like this one: the word of a town's scale, or the grade's name.
#[must_use]
pub fn standing_key(judgement: &Judgement) -> &str {
    match judgement.word.as_str() {
        "" => grade_key(judgement.grade),
        word => word,
    }
}

/// The indicators that stand alike: by the word of a town's scale, or by their grade.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The judgement of one of them.
    pub like: Judgement,
    /// How many they are.
    pub count: usize,
}

/// How many stand where, best first; where nobody stands is left out.
#[must_use]
pub fn standings<'a>(judgements: impl Iterator<Item = &'a Judgement>) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::new();
    for judgement in judgements {
        let key = standing_key(judgement);
        let known = standings
            .iter_mut()
            .find(|standing| standing_key(&standing.like) == key);
        match known {
            Some(standing) => standing.count += 1,
            None => standings.push(Standing {
                like: judgement.clone(),
                count: 1,
            }),
        }
    }
    plan::sort_by_key(&mut standings, |standing| {
        (standing.like.grade, standing.like.step)
    });
    standings
}

/// The places of the indicators that a filter leaves, in the order it asks for. Words are looked for in any width,
/// case and kana; all of them must be found.
#[must_use]
pub fn matching(document: &Document, filter: &Filter) -> Vec<usize> {
    let plan = document.plan();
    let words: Vec<String> = filter.query.split_whitespace().map(fold_search).collect();
    let searched = document.searched();
    let found = match words.split_first() {
        Some((first, _)) => searched.holding(first),
        None => (0..plan.indicators.len()).collect(),
    };
    let sections = (!filter.section.is_empty()).then(|| below(plan, &Id(filter.section.clone())));
    let mut left: Vec<usize> = found
        .into_iter()
        .filter(|index| {
            let indicator = &plan.indicators[*index];
            words
                .iter()
                .skip(1)
                .all(|word| searched.part(*index).contains(word.as_str()))
                && (filter.kind.is_empty() || indicator.kind == filter.kind)
                && (filter.grade.is_empty() || stands(document, *index, &filter.grade))
                && is_in(sections.as_ref(), indicator)
                && takes_part(&indicator.departments, &filter.department)
        })
        .collect();
    let order: fn(&Document, usize, usize) -> Ordering = match filter.sort.as_str() {
        "behind" => {
            |document, one, other| urgency(document.grade(one)).cmp(&urgency(document.grade(other)))
        }
        "rate" => by_rate,
        "name" => |document, one, other| {
            let part = |index| document.searched().part(index);
            part(one).cmp(part(other))
        },
        _ => return left,
    };
    plan::sort_by(&mut left, |one, other| order(document, *one, *other));
    left
}

/// Whether an indicator is graded so: by a grade's name or the word of a town's scale.
fn stands(document: &Document, index: usize, grade: &str) -> bool {
    document.judged(index).is_some_and(|(_, judgement)| {
        grade_key(judgement.grade) == grade || judgement.word == grade
    })
}

/// A section and all below it.
#[must_use]
pub fn below<'a>(plan: &'a Plan, top: &Id) -> HashSet<&'a Id> {
    let mut found: HashSet<&Id> = HashSet::new();
    // Parents stand before their children, so one pass finds them all.
    for section in &plan.sections {
        let under = section
            .parent
            .as_ref()
            .is_some_and(|parent| found.contains(parent));
        if section.id == *top || under {
            found.insert(&section.id);
        }
    }
    found
}

fn is_in(sections: Option<&HashSet<&Id>>, indicator: &Indicator) -> bool {
    match (sections, &indicator.section) {
        (None, _) => true,
        (Some(sections), Some(section)) => sections.contains(section),
        (Some(_), None) => false,
    }
}

/// What needs care first.
fn urgency(grade: Grade) -> u8 {
    match grade {
        Grade::Backward => 0,
        Grade::Behind => 1,
        Grade::SlightlyBehind => 2,
        Grade::OnTrack => 3,
        Grade::Achieved => 4,
        Grade::NotJudged => 5,
    }
}

/// The farthest first, those without a rate last.
fn by_rate(document: &Document, one: usize, other: usize) -> Ordering {
    let rate = |index: usize| {
        document
            .judged(index)
            .and_then(|(_, judgement)| judgement.rate)
    };
    match (rate(one), rate(other)) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn document() -> Document {
        let section = |id: &str, parent: Option<&str>| Section {
            id: Id::from(id),
            parent: parent.map(Id::from),
            ..Section::default()
        };
        let indicator = |id: &str, name: &str, section: &str, department: &str| Indicator {
            id: Id::from(id),
            name: name.to_owned(),
            section: Some(Id::from(section)),
            departments: vec![department.to_owned()],
            ..Indicator::default()
        };
        Document::new(Plan {
            sections: vec![
                section("a", None),
                section("b", Some("a")),
                section("c", None),
            ],
            indicators: vec![
                indicator("1", "ふるさと納税の寄附金額", "b", "全課【総務課】"),
                indicator("2", "ＳＮＳのフォロワー数", "c", "企画課"),
                indicator("3", "あいさつ運動", "a", "企画課"),
            ],
            ..Plan::default()
        })
    }

    fn found(filter: &Filter) -> Vec<usize> {
        matching(&document(), filter)
    }

    #[test]
    fn words_are_found_in_any_width_case_and_kana() {
        for query in ["フルサト", "ふるさと 寄附", "納税の"] {
            let filter = Filter {
                query: query.to_owned(),
                ..Filter::default()
            };
            assert_eq!(found(&filter), [0], "{query}");
        }
        let filter = Filter {
            query: "sns".to_owned(),
            ..Filter::default()
        };
        assert_eq!(found(&filter), [1]);
    }

    #[test]
    fn a_section_holds_what_stands_below_it() {
        let filter = Filter {
            section: "a".to_owned(),
            ..Filter::default()
        };
        assert_eq!(found(&filter), [0, 2]);
    }

    #[test]
    fn a_department_finds_what_it_leads() {
        let filter = Filter {
            department: "総務課".to_owned(),
            ..Filter::default()
        };
        assert_eq!(found(&filter), [0]);
    }

    #[test]
    fn what_stands_alike_is_counted_and_found_by_the_word_of_the_plans_scale() {
        let mut plan = document().plan().clone();
        plan.rules.scale = "akiruno".to_owned();
        let document = Document::new(plan);
        let standings = standings(document.all_judged().map(|(_, judgement)| judgement));
        assert_eq!(standings.len(), 1);
        assert_eq!(standings[0].count, 3);
        let unjudged = standing_key(&standings[0].like);
        assert_eq!(unjudged, "Z 評価困難");
        for grade in [unjudged, "unjudged"] {
            let filter = Filter {
                grade: grade.to_owned(),
                ..Filter::default()
            };
            assert_eq!(matching(&document, &filter).len(), 3, "{grade}");
        }
    }

    #[test]
    fn names_can_be_put_in_order() {
        let filter = Filter {
            sort: "name".to_owned(),
            ..Filter::default()
        };
        assert_eq!(found(&filter), [1, 2, 0]);
    }

    #[test]
    fn an_unknown_filter_finds_nothing_and_an_unknown_order_changes_nothing() {
        let filter = Filter {
            grade: "none-such".to_owned(),
            ..Filter::default()
        };
        assert!(found(&filter).is_empty());
        let filter = Filter {
            sort: "none-such".to_owned(),
            ..Filter::default()
        };
        assert_eq!(found(&filter), [0, 1, 2]);
    }
}
