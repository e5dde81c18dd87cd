//! What was answered is not asked again, as long as the source says the same.

use crate::build::{plan, year};
use monosashi::plan::{
    Answer, Choice, Edit, FiscalYear, Id, Mark, Plan, Question, QuestionKind, ScheduleItem,
};
use monosashi::revise::{Choices, Field, Revision, with_answers};
use std::collections::BTreeMap;

fn marks(years: &[i32]) -> BTreeMap<FiscalYear, Mark> {
    let marks = years.iter().map(|year| (FiscalYear(*year), Mark::Ongoing));
    marks.collect()
}

/// A plan with one item nobody is named for and whose years are in doubt, asked about on lines from here on.
fn doubtful(line: u32) -> Plan {
    let item = Id::from("schedule-1");
    let question = |number: usize, kind, choices| Question {
        id: Id::numbered("question", number),
        item: item.clone(),
        kind,
        source_text: "案内の試行 ○ ○".to_owned(),
        line: Some(line),
        choices,
    };
    let readings = [marks(&[2022, 2023]), marks(&[2023, 2024])];
    let readings = readings.map(|marks| Choice::Marks { marks });
    let mut plan = plan(Vec::new());
    plan.schedule = vec![ScheduleItem {
        id: item.clone(),
        name: "案内の試行".to_owned(),
        marks: marks(&[2022, 2023]),
        ..ScheduleItem::default()
    }];
    plan.questions = vec![
        question(1, QuestionKind::AmbiguousYears, readings.into()),
        question(2, QuestionKind::MissingDepartment, Vec::new()),
    ];
    plan
}

fn given() -> [(Id, Answer); 2] {
    let choice = |choice| Answer::Choice { choice };
    [
        (
            Id::from("question-1"),
            choice(Choice::Marks {
                marks: marks(&[2023, 2024]),
            }),
        ),
        (
            Id::from("question-2"),
            choice(Choice::Departments {
                departments: vec!["まち課".to_owned()],
            }),
        ),
    ]
}

/// The plan with both questions answered.
fn answered() -> Plan {
    let mut plan = doubtful(10);
    for question in plan.questions.clone() {
        let given = given();
        let (_, answer) = given.iter().find(|(id, _)| *id == question.id).unwrap();
        Edit::answered(&question, answer).apply(&mut plan).unwrap();
    }
    plan
}

fn taken_over(kept: &Plan, later: &Plan, answers: &BTreeMap<Id, Answer>) -> Plan {
    let mut plan = kept.clone();
    Revision::new(kept, later)
        .take_over(&Choices::default(), answers, year(2026))
        .apply(&mut plan)
        .unwrap();
    plan
}

#[test]
fn what_was_answered_about_the_same_line_is_not_asked_again() {
    let kept = answered();
    assert!(kept.questions.is_empty());
    let later = doubtful(44); // the same line further down
    let revision = Revision::new(&kept, &later);
    assert!(revision.difference().is_nothing());
    assert!(revision.asked().is_empty());
    assert_eq!(revision.answered_before(), 2);
    assert_eq!(taken_over(&kept, &later, &BTreeMap::new()), kept);
}

#[test]
fn a_line_that_says_something_else_is_asked_about_and_the_answer_stays_until_then() {
    let kept = answered();
    let mut later = doubtful(10);
    for question in &mut later.questions {
        question.source_text = "案内の試行 ○ ○ ○".to_owned();
    }
    later.schedule[0].marks = marks(&[2022, 2023, 2024]);
    let revision = Revision::new(&kept, &later);
    assert_eq!(revision.asked().len(), 2);
    let fields: Vec<_> = revision
        .difference()
        .choices()
        .map(|(_, change)| change.field)
        .collect();
    assert_eq!(fields, [Field::Marks]);
    let plan = taken_over(&kept, &later, &BTreeMap::new());
    assert_eq!(plan.schedule, kept.schedule);
    assert_eq!(plan.questions.len(), 2);
}

#[test]
fn answers_given_in_the_review_are_part_of_the_one_step() {
    let mut kept = doubtful(10);
    kept.questions.truncate(1);
    kept.schedule[0].name = "案内の試み".to_owned();
    let later = doubtful(12);
    let answers = BTreeMap::from(given());
    let plan = taken_over(&kept, &later, &answers);
    assert!(plan.questions.is_empty());
    assert_eq!(plan.schedule[0].departments, ["まち課"]);
    assert_eq!(plan.schedule[0].marks, marks(&[2023, 2024]));
    let open = taken_over(&kept, &later, &BTreeMap::new());
    let ids: Vec<_> = open
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(ids, ["question-1", "question-2"]);
}

#[test]
fn what_a_later_version_says_clearly_is_not_asked_any_more() {
    let kept = doubtful(10);
    let mut later = doubtful(10);
    later.questions.clear();
    later.schedule[0].departments = vec!["まち課".to_owned()];
    let plan = taken_over(&kept, &later, &BTreeMap::new());
    assert!(plan.questions.is_empty());
    assert_eq!(plan.schedule[0].departments, ["まち課"]);
}

#[test]
fn a_plan_taken_in_by_itself_has_the_answers_in_it() {
    let plan = with_answers(&doubtful(10), &BTreeMap::from(given()));
    assert_eq!(plan, answered());
    let mut of_an_indicator = doubtful(10);
    for question in &mut of_an_indicator.questions {
        question.item = Id::from("indicator-1");
    }
    let open = with_answers(&of_an_indicator, &BTreeMap::from(given()));
    assert_eq!(open, of_an_indicator, "what has no place stays open");
}
