//! The eight themes compare across the five real documents as the field's notes list them, caution for caution. Where the
//! documents are not at hand, the tests say so and pass over.

use crate::documents;
use monosashi::compare::{
    Caution, Comparison, Dimension, Group, Member, Reason, Refusal, alike, compare, per_resident,
    population, promised, themes_in,
};
use monosashi::plan::{Accumulation, Direction, Plan};
use monosashi::read::document;

const TOWNS: [&str; 5] = ["yoshioka", "biratori", "imakane", "kamifurano", "oizumi"];
const YOSHIOKA: usize = 0;
const BIRATORI: usize = 1;
const KAMIFURANO: usize = 3;
const OIZUMI: usize = 4;

fn plans() -> Option<Vec<Plan>> {
    let read = |town: &&str| {
        let text = documents::document(town)?;
        let mut plans = document::read(&format!("{town}.txt"), &text).plans;
        Some(plans.remove(0))
    };
    TOWNS.iter().map(read).collect()
}

fn compared(theme: &str) -> Option<Comparison> {
    let plans = plans()?;
    Some(compare(theme, &plans.iter().collect::<Vec<_>>()))
}

/// Plan, baseline and targets of each member, the figures as numbers in the group's unit.
fn figures(group: &Group) -> Vec<(usize, Option<f64>, Vec<f64>)> {
    let of = |member: &Member| {
        let series = &member.series;
        (
            member.reference.plan,
            series.baseline.as_ref().map(|point| point.number),
            series.targets.iter().map(|point| point.number).collect(),
        )
    };
    group.members.iter().map(of).collect()
}

/// The years of a member's baseline and targets.
fn years(member: &Member) -> Vec<Option<i32>> {
    member.points().map(|point| point.period.year()).collect()
}

/// The only group of a theme none of whose members are of other dimensions.
fn only(comparison: &Comparison) -> &Group {
    assert_eq!(comparison.refusals, []);
    assert_eq!(comparison.groups.len(), 1, "{}", comparison.theme);
    &comparison.groups[0]
}

#[test]
fn current_balance_is_lower_is_better_and_one_target_is_relative() {
    let Some(comparison) = compared("current_balance") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(
        (group.dimension, group.unit.as_str()),
        (Dimension::Share, "%")
    );
    assert_eq!(
        figures(group),
        [
            (YOSHIOKA, Some(89.4), vec![89.0]),
            (OIZUMI, Some(88.4), vec![])
        ]
    );
    assert_eq!(years(&group.members[0]), [Some(2020), Some(2026)]);
    assert_eq!(
        group.cautions,
        [
            Caution::LowerIsBetter,
            Caution::RelativeTarget {
                member: 1,
                reference: "類似団体平均".to_owned()
            }
        ]
    );
    assert_eq!(comparison.apart, []);
}

#[test]
fn hometown_tax_converts_ten_thousands_and_its_baselines_compare_but_not_its_targets() {
    let Some(comparison) = compared("hometown_tax") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(
        (group.dimension, group.unit.as_str()),
        (Dimension::Money, "千円")
    );
    assert_eq!(
        figures(group),
        [
            (YOSHIOKA, Some(12_660.0), vec![30_000.0]),
            (OIZUMI, Some(70_709.0), vec![411_519.0])
        ]
    );
    let counted = |member: &Member| (member.baseline_accumulation, member.accumulation);
    assert_eq!(
        group.members.iter().map(counted).collect::<Vec<_>>(),
        [
            (Accumulation::PerPeriod, Accumulation::PerPeriod),
            (Accumulation::PerPeriod, Accumulation::Cumulative)
        ]
    );
    assert_eq!(
        group.cautions,
        [
            Caution::TargetsCountedDifferently,
            // Its measurement says so, and the other town's says nothing of it.
            Caution::DefinitionsDiffer {
                member: 0,
                part: "企業版".to_owned()
            },
            Caution::Converted {
                member: 0,
                from: "万円".to_owned(),
                to: "千円".to_owned(),
                factor: 10.0
            }
        ]
    );
    assert_eq!(
        comparison.apart.len(),
        1,
        "the number of gifts is not their sum"
    );
    assert_eq!(
        comparison.apart[0].reason,
        Reason::OtherDimension {
            unit: "件".to_owned()
        }
    );
}

#[test]
fn tax_collection_compares_with_the_caution_that_tax_bases_differ() {
    let Some(comparison) = compared("tax_collection") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(
        figures(group),
        [
            (YOSHIOKA, Some(97.1), vec![97.5]),
            (BIRATORI, Some(99.7), vec![99.7, 99.7])
        ]
    );
    assert_eq!(years(&group.members[1]), [None, Some(2030), Some(2035)]);
    assert_eq!(group.cautions, [Caution::Theme]);
}

#[test]
fn website_views_of_three_towns_are_brought_to_one_unit() {
    let Some(comparison) = compared("website_views") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(
        (group.dimension, group.unit.as_str()),
        (Dimension::Cases, "件")
    );
    assert_eq!(
        figures(group),
        [
            (YOSHIOKA, Some(887_129.0), vec![1_000_000.0]),
            (BIRATORI, Some(660_000.0), vec![680_000.0, 700_000.0]),
            (OIZUMI, Some(711_728.0), vec![800_000.0])
        ]
    );
    assert_eq!(
        group.cautions,
        [Caution::Converted {
            member: 1,
            from: "万件".to_owned(),
            to: "件".to_owned(),
            factor: 10_000.0
        }]
    );
    assert_eq!(
        monosashi::compare::years(group).map(|(first, last)| (first.0, last.0)),
        Some((2020, 2035))
    );
}

#[test]
fn women_members_are_found_in_an_indicator_and_in_a_sheets_prose() {
    let Some(comparison) = compared("women_members") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(
        figures(group),
        [
            (YOSHIOKA, Some(24.5), vec![30.0]),
            (KAMIFURANO, Some(18.8), vec![22.0])
        ]
    );
    assert_eq!(years(&group.members[1]), [Some(2017), Some(2023)]);
    assert_eq!(group.members[1].reference.item.as_str(), "sheet-11");
    assert_eq!(
        (group.cautions.as_slice(), comparison.apart.len()),
        (&[][..], 0)
    );
}

#[test]
fn online_applications_stand_side_by_side_in_three_dimensions() {
    let Some(comparison) = compared("online_applications") else {
        return;
    };
    let groups: Vec<_> = comparison
        .groups
        .iter()
        .map(|group| (group.unit.as_str(), figures(group)))
        .collect();
    assert_eq!(
        groups,
        [
            (
                "件",
                vec![
                    (YOSHIOKA, Some(0.0), vec![35.0]),
                    (YOSHIOKA, Some(0.0), vec![5.0])
                ]
            ),
            ("人", vec![(BIRATORI, None, vec![500.0, 800.0])]),
            ("%", vec![(OIZUMI, Some(14.3), vec![35.0])])
        ]
    );
    let refusal = |one: &str, other: &str| Refusal::OtherDimension {
        one: one.to_owned(),
        other: other.to_owned(),
    };
    assert_eq!(
        comparison.refusals,
        [refusal("件", "人"), refusal("件", "%"), refusal("人", "%")]
    );
    assert!(
        comparison
            .groups
            .iter()
            .all(|group| group.cautions.is_empty())
    );
}

#[test]
fn partners_are_similar_and_it_is_said() {
    let Some(comparison) = compared("partners") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(group.unit, "団体");
    assert_eq!(
        figures(group),
        [
            (BIRATORI, Some(11.0), vec![15.0, 20.0]),
            (OIZUMI, Some(18.0), vec![20.0])
        ]
    );
    assert_eq!(group.members[1].unit.written, "主体");
    assert_eq!(group.cautions, [Caution::Theme]);
}

#[test]
fn arrears_are_lower_is_better() {
    let Some(comparison) = compared("arrears") else {
        return;
    };
    let group = only(&comparison);
    assert_eq!(group.unit, "千円");
    assert_eq!(
        figures(group),
        [(BIRATORI, Some(77_826.0), vec![66_326.0, 56_326.0])]
    );
    assert_eq!(group.members[0].series.direction.value, Direction::Decrease);
    assert_eq!(group.cautions, [Caution::LowerIsBetter]);
}

#[test]
fn a_public_comment_is_kept_apart_from_publicity() {
    for (theme, word) in [
        ("public_comment", "パブリシティ"),
        ("publicity", "パブリックコメント"),
    ] {
        let Some(comparison) = compared(theme) else {
            return;
        };
        assert_eq!(only(&comparison).members.len(), 1);
        let word = word.to_owned();
        let reasons: Vec<_> = comparison.apart.iter().map(|one| &one.reason).collect();
        assert_eq!(reasons, [&Reason::FalseFriend { word }]);
    }
}

#[test]
fn no_other_theme_and_no_other_name_is_proposed() {
    let Some(plans) = plans() else { return };
    let plans: Vec<&Plan> = plans.iter().collect();
    let themes: Vec<String> = themes_in(&plans).into_iter().map(|it| it.theme).collect();
    assert_eq!(
        themes,
        [
            "current_balance",
            "debt_service",
            "hometown_tax",
            "tax_collection",
            "website_views",
            "women_members",
            "online_applications",
            "partners",
            "arrears",
            "public_comment",
            "publicity"
        ]
    );
    let mut proposed = Vec::new();
    for (at, plan) in plans.iter().enumerate() {
        for indicator in &plan.indicators {
            for other in alike(&plans, at, &indicator.id) {
                proposed.push((at, indicator.name.as_str(), other.plan));
            }
        }
    }
    assert_eq!(
        proposed,
        [
            (YOSHIOKA, "経常収支比率", OIZUMI),
            (BIRATORI, "ホームページアクセス数", OIZUMI),
            (OIZUMI, "経常収支比率", YOSHIOKA),
            (OIZUMI, "ホームページアクセス数", BIRATORI)
        ]
    );
}

#[test]
fn of_thirty_seven_sheets_one_promises_a_figure() {
    let Some(plans) = plans() else { return };
    let promises: Vec<String> = plans[KAMIFURANO]
        .sheets
        .iter()
        .filter_map(promised)
        .map(|indicator| indicator.name)
        .collect();
    assert_eq!(promises, ["付属機関の委員の女性の登用率"]);
}

#[test]
fn per_resident_is_computed_where_a_plan_knows_its_population() {
    let Some(plans) = plans() else { return };
    let refs: Vec<&Plan> = plans.iter().collect();
    let populations: Vec<_> = refs.iter().map(|plan| population(plan)).collect();
    let known: Vec<Option<f64>> = populations
        .iter()
        .map(|known| known.map(|it| it.number))
        .collect();
    assert_eq!(known, [None, None, None, None, Some(41_616.0)]);
    let comparison = compare("hometown_tax", &refs);
    let (group, left_out) = per_resident(&comparison.groups[0], &populations).unwrap();
    assert_eq!(group.unit, "円/人");
    let baseline = group.members[0].series.baseline.as_ref().unwrap().number;
    assert!((baseline - 70_709_000.0 / 41_616.0).abs() < 1e-6);
    assert_eq!(left_out.len(), 1);
    assert_eq!(left_out[0].plan, YOSHIOKA);
    let shares = compare("women_members", &refs);
    assert_eq!(
        per_resident(&shares.groups[0], &populations),
        Err(Refusal::ShareAlready)
    );
}
