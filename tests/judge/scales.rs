//! Every scale that comes with the program, by worked examples of its body's own table.

use crate::build::*;
use monosashi::judge::{
    Explanation, Grade, Judgement, NotComputable, Yardstick, judge, judge_by, scale_named, scales,
};
use monosashi::plan::{Formula, Rules, Scale, Value};

fn on(scale: &str, formula: Option<Formula>, made: &Make) -> Judgement {
    let scale = scale_named(scale).unwrap();
    judge_by(
        &made.0,
        period(2025, 2029),
        None,
        &Yardstick { formula, scale },
    )
}

/// The words for figures of a year, of something to go from 100 (2024) by 150 (2027) to 200 (2029).
fn words(scale: &str, when: i32, figures: &[f64]) -> Vec<String> {
    let word = |figure: &f64| {
        let made = named("件数")
            .from(2024, bare(100.0))
            .to(2027, bare(150.0))
            .to(2029, bare(200.0))
            .actual(when, bare(*figure));
        on(scale, None, &made).word
    };
    figures.iter().map(word).collect()
}

#[test]
fn nagayo_asks_for_more_than_the_target_then_than_the_baseline_then_for_its_level() {
    assert_eq!(
        words("nagayo", 2026, &[201.0, 200.0, 101.0, 100.0, 90.0, 89.9]),
        ["S", "A", "A", "B", "B", "C"]
    );
    let falling = |figure| {
        let made = named("滞納額").from(2024, bare(100.0)).to(2029, bare(50.0));
        on("長与町", None, &made.actual(2026, bare(figure))).word
    };
    assert_eq!(
        [49.0, 99.0, 110.0, 111.0].map(falling),
        ["S", "A", "B", "C"]
    );
    let unknown = named("件数").to(2029, bare(10.0));
    assert_eq!(on("nagayo", None, &unknown).word, "−");
    assert_eq!(on("nagayo", None, &unknown).grade, Grade::NotJudged);
}

#[test]
fn nagayo_grades_what_is_to_be_held_by_its_level() {
    let level = |figure| {
        let made = named("研修回数")
            .from(2024, bare(28.0))
            .to(2029, bare(28.0));
        on("nagayo", None, &made.actual(2026, bare(figure))).word
    };
    assert_eq!([29.0, 28.0, 25.2, 25.0].map(level), ["S", "B", "B", "C"]);
}

#[test]
fn tama_divides_by_the_share_of_the_years() {
    let first_year = |figure| {
        let made = named("件数").to(2029, bare(100.0));
        let judgement = on("多摩市", Some(Formula::D), &made.actual(2025, bare(figure)));
        judgement.word
    };
    assert_eq!(
        [20.0, 19.9, 12.0, 11.9].map(first_year),
        ["着実", "概ね", "概ね", "改善"]
    );
    // By the way from the baseline: 16.7 % are the pace of 2025, 33.3 % of 2026.
    assert_eq!(
        words("tama", 2026, &[133.4, 133.0, 120.0, 119.0]),
        ["着実", "概ね", "概ね", "改善"]
    );
}

#[test]
fn sano_gives_points_by_tens() {
    let points = words(
        "sano",
        2026,
        &[200.0, 190.0, 189.0, 180.0, 170.0, 160.0, 150.0, 149.0, 90.0],
    );
    let expected = [7, 6, 5, 5, 4, 3, 2, 1, 1].map(|points| format!("{points}ポイント"));
    assert_eq!(points, expected);
}

#[test]
fn nagoya_port_asks_for_80_and_60_percent() {
    assert_eq!(
        words("名古屋港", 2029, &[180.0, 179.0, 160.0, 159.0]),
        ["順調", "やや遅れ", "やや遅れ", "遅れ"]
    );
}

#[test]
fn fuji_holds_a_figure_against_the_mid_term_target() {
    assert_eq!(
        words("fuji", 2026, &[140.0, 139.0, 125.0, 124.0, 110.0, 109.0]),
        [
            "80%以上",
            "50%以上80%未満",
            "50%以上80%未満",
            "20%以上50%未満",
            "20%以上50%未満",
            "20%未満"
        ]
    );
    let after_it = words("fuji", 2028, &[140.0]);
    assert_eq!(after_it, ["80%以上"], "the last mid-term target stays");
}

#[test]
fn hamamatsu_holds_a_figure_against_the_years_plan() {
    // The plan of 2027 is its target of 150.
    assert_eq!(
        words("hamamatsu", 2027, &[165.1, 165.0, 142.5, 142.0]),
        [
            "計画より進んでいる",
            "計画どおり",
            "計画どおり",
            "計画より遅れている"
        ]
    );
    let cost = |figure| {
        let made = named("経費").from(2024, bare(200.0)).to(2029, bare(100.0));
        on("浜松市", None, &made.actual(2029, bare(figure))).word
    };
    assert_eq!(
        [90.0, 100.0, 110.0].map(cost),
        ["計画より進んでいる", "計画どおり", "計画より遅れている"],
        "less cost than planned is more than planned"
    );
}

#[test]
fn akiruno_asks_where_the_present_course_leads() {
    assert_eq!(
        words("akiruno", 2027, &[151.0, 150.0, 125.0, 124.0]),
        ["S", "A", "B", "C"]
    );
    let scale = scale_named("あきる野市").unwrap();
    assert_eq!(scale.typed.len(), 4, "F, X, Y and Z are given by a person");
    assert_eq!(
        on("akiruno", None, &named("件数").to(2029, bare(10.0))).word,
        "Z 評価困難"
    );
}

#[test]
fn ino_tells_more_than_the_target_from_the_target() {
    assert_eq!(
        words("ino", 2026, &[201.0, 200.0, 199.0, 101.0, 100.0, 99.0]),
        ["◎", "○", "△", "△", "×", "×"]
    );
}

#[test]
fn the_governments_grant_asks_for_more_than_the_target_then_70_percent_then_any_gain() {
    assert_eq!(
        words(
            "地方創生交付金",
            2029,
            &[201.0, 200.0, 170.0, 169.0, 101.0, 100.0]
        ),
        [
            "非常に効果的",
            "相当程度効果",
            "相当程度効果",
            "効果あり",
            "効果あり",
            "効果なし"
        ]
    );
}

#[test]
fn kamifurano_leaves_the_grade_to_the_department() {
    let made = named("件数")
        .from(2024, bare(100.0))
        .to(2029, bare(200.0))
        .actual(2026, bare(150.0));
    let judgement = on("上富良野町", None, &made);
    assert_eq!(
        (judgement.grade, judgement.rate),
        (Grade::NotJudged, Some(0.5))
    );
    assert_eq!(
        judgement.explanation,
        Explanation::Not(NotComputable::TypedByDepartment)
    );
    let typed = &scale_named("kamifurano").unwrap().typed;
    assert_eq!(typed, &["達成できた", "一部達成できた", "達成できなかった"]);
}

#[test]
fn stages_and_compounds_stand_on_every_scale() {
    let stages = |word: &str| {
        named("計画")
            .from(2024, stage(&["未実施"]))
            .to(2027, stage(&["準備"]))
            .to(2029, stage(&["実施"]))
            .actual(2027, stage(&[word]))
    };
    let houses =
        |owned, rented| -> Value { parts(&[("民営", rented, "戸"), ("直営", owned, "戸")]) };
    let compound = named("住宅")
        .from(2024, houses("160", "0"))
        .to(2029, houses("60", "100"))
        .actual(2027, houses("100", "60"));
    for scale in scales().iter().filter(|scale| !scale.steps.is_empty()) {
        let name = scale.name.as_str();
        let done = on(name, None, &stages("実施"));
        let begun = on(name, None, &stages("準備"));
        let nothing = on(name, None, &stages("未実施"));
        assert!(
            done.step <= begun.step && begun.step <= nothing.step,
            "{name}"
        );
        let judgement = on(name, None, &compound);
        assert_ne!(judgement.grade, Grade::NotJudged, "{name}");
        assert!(matches!(
            judgement.explanation,
            Explanation::AllSeries { .. }
        ));
    }
}

#[test]
fn a_town_copies_a_scale_and_changes_it() {
    let made = named("件数")
        .from(2024, bare(0.0))
        .to(2029, bare(100.0))
        .actual(2027, bare(58.0));
    let mut own: Scale = scale_named("nagoya-port").unwrap().clone();
    own.steps[1].share = 0.55;
    let rules = Rules {
        own_scale: Some(Box::new(own)),
        ..Rules::default()
    };
    let read: Rules = serde_json::from_str(&serde_json::to_string(&rules).unwrap()).unwrap();
    assert_eq!(read, rules);
    let judgement = judge_by(&made.0, nowhen(), None, &Yardstick::of(&read));
    assert_eq!(judgement.word, "やや遅れ");
    let named = Rules {
        scale: "nagoya-port".to_owned(),
        ..Rules::default()
    };
    let judgement = judge_by(&made.0, nowhen(), None, &Yardstick::of(&named));
    assert_eq!(judgement.word, "遅れ");
}

#[test]
fn rules_that_name_no_known_scale_judge_by_the_standard_one() {
    let made = named("件数")
        .from(2024, bare(0.0))
        .to(2029, bare(100.0))
        .actual(2027, bare(58.0));
    let unknown = Rules {
        scale: "どこかの町".to_owned(),
        ..Rules::default()
    };
    assert_eq!(
        judge_by(&made.0, nowhen(), None, &Yardstick::of(&unknown)),
        judge(&made.0, nowhen(), None)
    );
}

#[test]
fn what_has_no_baseline_is_on_no_step_that_speaks_of_it() {
    let graded = |scale: &str, actual: f64| {
        let made = named("参加者数").to(2025, bare(100.0));
        let made = made.actual(2025, bare(actual));
        let by = Yardstick {
            formula: None,
            scale: scale_named(scale).unwrap(),
        };
        let judged = judge_by(&made.0, period(2021, 2025), None, &by);
        judged.step.map(|step| by.scale.steps[step].word.clone())
    };
    assert_eq!(graded("nagayo", 80.0), None);
    assert_eq!(graded("nagayo", 3.0), None);
    assert_eq!(graded("nagayo", 100.0).as_deref(), Some("A"));
    assert_eq!(graded("ino", 3.0), None);
    assert_eq!(graded("ino", 100.0).as_deref(), Some("○"));
    assert_eq!(graded("chiho-sosei", 80.0).as_deref(), Some("相当程度効果"));
}
