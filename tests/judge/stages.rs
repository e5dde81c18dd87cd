//! Stages in the order that baseline, interim and final target give.

use crate::build::*;
use monosashi::judge::{Explanation, Grade, Judgement, NotComputable, judge};
use monosashi::plan::{Direction, Value};

fn judged(stages: [&[&str]; 3], when: i32, actual: Value) -> Judgement {
    let [from, interim, last] = stages;
    let made = named("行政機能の集約化")
        .from(0, stage(from))
        .to(2030, stage(interim))
        .to(2035, stage(last))
        .actual(when, actual);
    judge(&made.0, period(2026, 2035), None)
}

const THREE: [&[&str]; 3] = [&["未実施"], &["実施準備"], &["実施"]];

#[test]
fn a_stage_is_judged_by_its_place_against_the_one_that_is_due() {
    let at = |when, word: &str| judged(THREE, when, stage(&[word]));
    assert_eq!(
        at(2028, "未実施").grade,
        Grade::OnTrack,
        "nothing is due yet"
    );
    assert_eq!(at(2028, "実施").grade, Grade::Achieved);
    assert_eq!(at(2030, "実施準備").grade, Grade::OnTrack);
    assert_eq!(at(2030, "未実施").grade, Grade::Behind);
    assert_eq!(at(2035, "実施準備").grade, Grade::Behind);
    assert_eq!(at(2035, "実施").grade, Grade::Achieved);
    let middle = at(2030, "実施準備");
    assert_eq!((middle.rate, middle.expected), (Some(0.5), Some(0.5)));
    assert_eq!(middle.direction.value, Direction::Stage);
    assert_eq!(
        middle.explanation,
        Explanation::Stages {
            order: vec!["未実施".into(), "実施準備".into(), "実施".into()],
            reached: 1,
            last: 2
        }
    );
}

#[test]
fn repeated_stages_are_one() {
    let judgement = judged(
        [&["実施済"], &["再構築"], &["再構築"]],
        2028,
        stage(&["実施済"]),
    );
    assert_eq!(judgement.grade, Grade::OnTrack);
    assert!(matches!(
        judgement.explanation,
        Explanation::Stages {
            last: 1,
            reached: 0,
            ..
        }
    ));
    let same = judged([&["策定"], &["策定"], &["策定"]], 2028, stage(&["策定"]));
    assert_eq!(same.grade, Grade::Achieved);
}

#[test]
fn a_word_of_completion_is_the_same_stage() {
    assert_eq!(
        judged(THREE, 2028, stage(&["実施済み"])).grade,
        Grade::Achieved
    );
}

#[test]
fn a_list_of_words_kept_whole_is_achieved_and_cut_short_is_backward() {
    let all: &[&str] = &["基礎", "応用", "能力開発"];
    let kept = |words: &[&str]| judged([all, all, all], 2028, stage(words));
    assert_eq!(kept(all).grade, Grade::Achieved);
    assert_eq!(kept(&["応用", "基礎", "能力開発"]).grade, Grade::Achieved);
    assert_eq!(
        kept(&["基礎", "応用", "能力開発", "管理職"]).grade,
        Grade::Achieved
    );
    assert_eq!(kept(&["基礎", "応用"]).grade, Grade::Backward);
}

#[test]
fn a_word_outside_the_order_cannot_be_judged() {
    for actual in [stage(&["検討"]), number("3", "回")] {
        let judgement = judged(THREE, 2028, actual);
        assert_eq!(
            judgement.explanation,
            Explanation::Not(NotComputable::ActualNotAFigure)
        );
        assert_eq!(judgement.direction.value, Direction::Stage);
    }
}

#[test]
fn without_years_only_the_last_stage_can_be_graded() {
    let made = |word| {
        let made = named("計画")
            .from(0, stage(&["未策定"]))
            .to(0, stage(&["策定"]))
            .actual(2025, stage(&[word]));
        judge(&made.0, nowhen(), None).grade
    };
    assert_eq!(made("未策定"), Grade::NotJudged);
    assert_eq!(made("策定"), Grade::Achieved);
}
