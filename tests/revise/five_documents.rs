//! The five real documents: read twice nothing is different, with a few lines changed exactly those are.

use crate::build::{counted, fields, names, taken_over};
use crate::documents::document;
use monosashi::plan::{Answer, Choice, Edit, Plan, QuestionKind};
use monosashi::read::read_text;
use monosashi::revise::{Choices, Field, Kind, Revision};

fn read(name: &str, text: &str) -> Plan {
    let mut plans = read_text(&format!("{name}.txt"), text).plans;
    assert_eq!(plans.len(), 1, "{name}");
    plans.remove(0)
}

/// The plan of a document and that of the same with some text in another's place; none where it is not at hand.
fn with(name: &str, changes: &[(&str, &str)]) -> Option<(Plan, Plan)> {
    let text = document(name)?;
    let mut later = text.clone();
    for (from, to) in changes {
        assert_eq!(later.matches(from).count(), 1, "{name}: {from}");
        later = later.replacen(from, to, 1);
    }
    Some((read(name, &text), read(name, &later)))
}

#[test]
fn a_document_read_twice_is_the_same_plan() {
    for name in ["yoshioka", "biratori", "oizumi", "imakane", "kamifurano"] {
        let Some((kept, later)) = with(name, &[]) else {
            return;
        };
        let revision = Revision::new(&kept, &later);
        assert!(revision.difference().is_nothing(), "{name}");
        assert!(revision.likeness().is_same_document(), "{name}");
        assert!((revision.likeness().share - 1.0).abs() < 1e-9, "{name}");
        let plan = taken_over(&kept, &revision, &Choices::default());
        assert_eq!(plan, kept, "{name}");
    }
}

#[test]
fn no_document_is_a_version_of_another() {
    let names = ["yoshioka", "biratori", "oizumi", "imakane", "kamifurano"];
    let plans: Vec<Plan> = names
        .iter()
        .filter_map(|name| Some(read(name, &document(name)?)))
        .collect();
    for (place, one) in plans.iter().enumerate() {
        for other in &plans[place + 1..] {
            assert!(!Revision::new(one, other).likeness().is_same_document());
        }
    }
}

#[test]
fn a_target_a_name_a_line_more_and_a_line_less_are_exactly_what_is_different() {
    let changes = [
        ("実施数\t件/5年\t7\t25", "実施数\t件/5年\t7\t30"),
        (
            "② ボランティア活動の従事人数",
            "② ボランティア活動に従事した人数",
        ),
        (
            "① フリーWi-Fiの整備箇所数\t箇所\t5\t8",
            "① 交付機の台数\t台\t2\t9",
        ),
    ];
    let Some((kept, later)) = with("yoshioka", &changes) else {
        return;
    };
    let revision = Revision::new(&kept, &later);
    let difference = revision.difference();
    let (was, is) = (
        "ボランティア活動の従事人数",
        "ボランティア活動に従事した人数",
    );
    assert_eq!(
        fields(difference),
        [
            (was, Field::Name, was.to_owned(), is.to_owned()),
            (
                "パブリックコメント実施数",
                Field::Targets,
                "25".to_owned(),
                "30".to_owned()
            ),
        ]
    );
    assert_eq!(
        names(difference),
        [
            vec!["交付機の台数"],
            vec![was, "パブリックコメント実施数"],
            vec!["フリーWi-Fiの整備箇所数"]
        ]
    );
    assert_eq!(counted(difference, Kind::Indicator), [1, 2, 1, 13]);
    let plan = taken_over(&kept, &revision, &Choices::default());
    let same = |name: &str| {
        let id = |plan: &Plan| {
            let mut indicators = plan.indicators.iter();
            indicators
                .find(|item| item.name == name)
                .map(|item| item.id.clone())
        };
        assert_eq!(id(&plan), id(&kept), "{name}");
    };
    same("コンビニ交付の利用者数");
    same("マイナポータルによる申請手続数");
}

#[test]
fn an_unknown_baseline_that_becomes_known_is_different_in_that_alone() {
    let changes = [(
        "公式 LINE 登録率\t—\t50%以上",
        "公式 LINE 登録率\t41%\t50%以上",
    )];
    let Some((kept, later)) = with("biratori", &changes) else {
        return;
    };
    let revision = Revision::new(&kept, &later);
    let (before, after) = ("—".to_owned(), "41%".to_owned());
    assert_eq!(
        fields(revision.difference()),
        [("公式 LINE 登録率", Field::Baseline, before, after)]
    );
    assert_eq!(
        counted(revision.difference(), Kind::Indicator),
        [0, 1, 0, 20]
    );
}

#[test]
fn what_was_answered_of_a_schedule_is_not_asked_of_the_same_document_again() {
    let Some((mut kept, later)) = with("imakane", &[]) else {
        return;
    };
    let questions = kept.questions.clone();
    for question in &questions {
        let answer = match question.kind {
            QuestionKind::MissingDepartment => Answer::Choice {
                choice: Choice::Departments {
                    departments: vec!["まち課".to_owned()],
                },
            },
            _ => Answer::Choice {
                choice: question.choices.last().unwrap().clone(),
            },
        };
        Edit::answered(question, &answer).apply(&mut kept).unwrap();
    }
    let revision = Revision::new(&kept, &later);
    assert_eq!(revision.answered_before(), questions.len());
    assert!(revision.asked().is_empty());
    assert!(
        revision.difference().is_nothing(),
        "{:?}",
        fields(revision.difference())
    );
}

#[test]
fn one_figure_of_many_is_the_only_target_that_changes() {
    let changes = [("70,709千円\t411,519千円", "70,709千円\t500,000千円")];
    let Some((kept, later)) = with("oizumi", &changes) else {
        return;
    };
    let revision = Revision::new(&kept, &later);
    let (before, after) = ("411,519千円".to_owned(), "500,000千円".to_owned());
    let name = "ふるさと納税の寄附金額（累計）";
    assert_eq!(
        fields(revision.difference()),
        [(name, Field::Targets, before, after)]
    );
    let plan = taken_over(&kept, &revision, &Choices::default());
    let changed = plan.indicators.iter().find(|item| item.name == name);
    assert_eq!(changed.unwrap().earlier_targets.len(), 1);
}

#[test]
fn a_sheet_that_is_judged_otherwise_is_a_choice_of_the_departments() {
    let Some(text) = document("kamifurano") else {
        return;
    };
    let kept = read("kamifurano", &text);
    let later = read(
        "kamifurano",
        &text.replacen("一部達成できた", "達成できた", 1),
    );
    let revision = Revision::new(&kept, &later);
    let difference = revision.difference();
    assert_eq!(counted(difference, Kind::Sheet), [0, 1, 0, 36]);
    let choices: Vec<_> = difference
        .choices()
        .map(|(_, change)| change.field)
        .collect();
    assert_eq!(choices, [Field::Achievement]);
    let plan = taken_over(&kept, &revision, &Choices::default());
    assert_eq!(plan.sheets, kept.sheets);
}
