//! What a comparison does, with plans of our own.

use monosashi::compare::{
    Caution, Population, Reason, Refusal, alike, compare, indexed, per_resident, population,
    proposals, themes_in,
};
use monosashi::plan::{
    Edit, FiscalYear, Id, Indicator, Observation, Period, Plan, ProgressSheet, UnitHint,
    parse_value,
};

fn observation(year: i32, text: &str, unit: &str) -> Observation {
    Observation {
        period: Period::FiscalYear(FiscalYear(year)),
        text: text.to_owned(),
        value: parse_value(text, &UnitHint::of(unit)),
    }
}

fn indicator(id: &str, name: &str, unit: &str, from: &str, to: &str) -> Indicator {
    Indicator {
        id: Id::from(id),
        name: name.to_owned(),
        unit: unit.to_owned(),
        baseline: Some(observation(2020, from, unit)),
        targets: vec![observation(2030, to, unit)],
        ..Indicator::default()
    }
}

fn plan(indicators: Vec<Indicator>) -> Plan {
    Plan {
        title: "計画".to_owned(),
        indicators,
        ..Plan::default()
    }
}

#[test]
fn people_in_thousands_and_in_ones_stand_in_one_unit_with_their_decimals() {
    let one = plan(vec![indicator("a", "観光客", "千人", "1.5", "2.0")]);
    let other = plan(vec![indicator("b", "来た人", "人", "900", "1,100")]);
    let (mut one, mut other) = (one, other);
    for (plan, item) in [(&mut one, "a"), (&mut other, "b")] {
        let link = Edit::SetTheme {
            item: Id::from(item),
            theme: "観光".to_owned(),
            belongs: Some(true),
        };
        link.apply(plan).unwrap();
    }
    let comparison = compare("観光", &[&one, &other]);
    let group = &comparison.groups[0];
    assert_eq!((comparison.groups.len(), group.unit.as_str()), (1, "人"));
    let baseline = group.members[0].series.baseline.as_ref().unwrap();
    assert_eq!((baseline.number, baseline.decimals), (1_500.0, 0));
    assert_eq!(baseline.text, "1.5", "the text as written stays");
    assert!(group.members.iter().all(|member| member.reference.linked));
}

#[test]
fn two_indicators_of_one_plan_are_one_plan_that_has_a_part() {
    let one = plan(vec![
        indicator("a", "町税徴収率", "%", "97", "98"),
        indicator("b", "固定資産税収納率", "%", "98", "99"),
    ]);
    assert_eq!(compare("tax_collection", &[&one]).plans(), 1);
    let other = plan(vec![indicator("c", "市税収納率", "%", "98", "99")]);
    assert_eq!(compare("tax_collection", &[&one, &other]).plans(), 2);
}

#[test]
fn a_link_is_taken_back_by_its_inverse_and_the_theme_with_it() {
    let mut plan = plan(vec![indicator("a", "祭りの客", "人", "1", "2")]);
    let before = plan.clone();
    let link = Edit::SetTheme {
        item: Id::from("a"),
        theme: "祭り".to_owned(),
        belongs: Some(true),
    };
    let inverse = link.apply(&mut plan).unwrap();
    assert_eq!(themes_in(&[&plan]).len(), 1);
    inverse.apply(&mut plan).unwrap();
    assert_eq!(plan, before);
    assert!(themes_in(&[&plan]).is_empty());
}

#[test]
fn what_a_person_says_is_not_the_same_stands_apart() {
    let mut plan = plan(vec![indicator("a", "町税滞納額", "千円", "10", "5")]);
    let link = Edit::SetTheme {
        item: Id::from("a"),
        theme: "arrears".to_owned(),
        belongs: Some(false),
    };
    link.apply(&mut plan).unwrap();
    let comparison = compare("arrears", &[&plan]);
    assert!(comparison.groups.is_empty());
    assert_eq!(comparison.apart[0].reason, Reason::SaidNot);
}

#[test]
fn a_word_that_makes_it_another_thing_is_said() {
    let plan = plan(vec![
        indicator("a", "国民健康保険税収納率", "%", "93", "94"),
        indicator("b", "市税収納率", "%", "98", "99"),
        Indicator {
            targets: Vec::new(),
            baseline: None,
            ..indicator("c", "町税徴収率", "%", "", "")
        },
    ]);
    let comparison = compare("tax_collection", &[&plan]);
    assert_eq!(comparison.groups[0].members.len(), 1);
    let reasons: Vec<&Reason> = comparison.apart.iter().map(|one| &one.reason).collect();
    let word = "国民健康保険".to_owned();
    assert_eq!(
        reasons,
        [&Reason::AnotherThing { word }, &Reason::NoFigures]
    );
}

#[test]
fn sums_and_years_do_not_compare_at_all_where_neither_looks_like_the_other() {
    let yearly = indicator("a", "ふるさと納税額（年間）", "千円", "100", "200");
    let summed = indicator("b", "ふるさと納税額（累計）", "千円", "9,000", "10,000");
    let comparison = compare("hometown_tax", &[&plan(vec![yearly]), &plan(vec![summed])]);
    assert_eq!(
        comparison.groups[0].cautions,
        [
            Caution::BaselinesCountedDifferently,
            Caution::TargetsCountedDifferently
        ]
    );
}

#[test]
fn counts_over_other_periods_are_refused() {
    let one = indicator("a", "パブリックコメント", "件/5年", "7", "25");
    let other = indicator("b", "パブリックコメント", "件", "2", "3");
    let comparison = compare("public_comment", &[&plan(vec![one]), &plan(vec![other])]);
    assert_eq!(comparison.groups.len(), 2);
    assert_eq!(
        comparison.refusals,
        [Refusal::OtherPeriod {
            one: "件/5年".to_owned(),
            other: "件".to_owned()
        }]
    );
}

#[test]
fn the_baseline_is_a_hundred_on_the_index() {
    let plan = plan(vec![
        indicator("a", "滞納額", "千円", "80", "60"),
        indicator("b", "滞納額（他）", "千円", "0", "60"),
    ]);
    let comparison = compare("arrears", &[&plan]);
    let members = &comparison.groups[0].members;
    let index = indexed(&members[0].series).unwrap();
    assert_eq!(index.baseline.unwrap().number, 100.0);
    assert_eq!(index.targets[0].number, 75.0);
    assert_eq!(
        indexed(&members[1].series),
        Err(Refusal::NoBaseline),
        "nothing is a share of 0"
    );
}

#[test]
fn per_resident_moves_cautions_with_their_members() {
    let one = indicator("a", "ふるさと納税", "千円", "50", "60");
    let other = indicator("b", "ふるさと納税", "万円", "70", "80");
    let (one, other) = (plan(vec![one]), plan(vec![other]));
    let comparison = compare("hometown_tax", &[&one, &other]);
    let people = Population {
        number: 1_000.0,
        period: Period::Unknown,
    };
    let group = &comparison.groups[0];
    let (divided, left_out) = per_resident(group, &[None, Some(people)]).unwrap();
    assert_eq!(left_out.len(), 1);
    assert_eq!(divided.members[0].series.targets[0].number, 800.0);
    assert!(matches!(
        divided.cautions.as_slice(),
        [Caution::Converted { member: 0, .. }]
    ));
    assert_eq!(
        per_resident(group, &[None, None]),
        Err(Refusal::PopulationUnknown)
    );
}

#[test]
fn a_population_is_people_and_nothing_else_called_so() {
    for (name, unit, known) in [
        ("総人口", "人", true),
        ("令和12年度の人口", "千人", true),
        ("交流人口", "人", false),
        ("人口1人当たりの公園面積", "㎡", false),
        ("人口減少率", "%", false),
    ] {
        let plan = plan(vec![indicator("a", name, unit, "10", "9")]);
        assert_eq!(population(&plan).is_some(), known, "{name}");
    }
}

#[test]
fn names_nearly_the_same_in_units_that_compare_are_proposed() {
    let one = plan(vec![indicator(
        "a",
        "町の空き家バンク登録件数",
        "件",
        "1",
        "2",
    )]);
    let other = plan(vec![
        indicator("b", "空き家バンク登録件数（累計）", "件", "1", "2"),
        indicator("c", "空き家バンク登録件数", "%", "1", "2"),
        indicator("d", "研修の開催回数", "件", "1", "2"),
    ]);
    let proposed = alike(&[&one, &other], 0, &Id::from("a"));
    let items: Vec<&str> = proposed.iter().map(|it| it.item.as_str()).collect();
    assert_eq!(items, ["b"]);
}

#[test]
fn other_measurements_and_calendar_years_are_warned_of() {
    let measured = |id: &str, measurement: &str| Indicator {
        measurement: measurement.to_owned(),
        ..indicator(id, "滞納額", "千円", "80", "60")
    };
    let mut other = measured("b", "決算書");
    if let Some(baseline) = &mut other.baseline {
        baseline.period = Period::Calendar {
            calendar_year: monosashi::plan::CalendarYear(2020),
        };
    }
    let one = plan(vec![measured("a", "税務課調べ")]);
    let comparison = compare("arrears", &[&one, &plan(vec![other])]);
    assert_eq!(
        comparison.groups[0].cautions,
        [
            Caution::LowerIsBetter,
            Caution::MeasuredDifferently,
            Caution::CalendarYears { member: 1 }
        ]
    );
}

#[test]
fn a_figure_promised_in_a_sheets_prose_stands_beside_an_indicator() {
    let one = plan(vec![indicator(
        "a",
        "審議会の女性委員の割合",
        "%",
        "24.5",
        "30.0",
    )]);
    let sheet = ProgressSheet {
        id: Id::from("sheet-1"),
        aim: "令和5年度の委員会の女性の委員の割合の目標値を25%（H30 19.5%）とする。".to_owned(),
        ..ProgressSheet::default()
    };
    let other = Plan {
        sheets: vec![sheet],
        ..plan(Vec::new())
    };
    let comparison = compare("women_members", &[&one, &other]);
    let promised = &comparison.groups[0].members[1];
    assert_eq!(promised.reference.item.as_str(), "sheet-1");
    let points: Vec<_> = promised
        .points()
        .map(|point| (point.period.year(), point.number))
        .collect();
    assert_eq!(points, [(Some(2018), 19.5), (Some(2023), 25.0)]);
}

#[test]
fn what_is_alike_and_stands_in_no_theme_is_proposed_and_a_link_brings_its_like_with_it() {
    let mut own = plan(vec![
        indicator("a", "移動図書館の利用者数", "人", "100", "200"),
        indicator("b", "町税徴収率", "%", "97", "98"),
    ]);
    let other = plan(vec![
        indicator("c", "移動図書館利用者数", "人", "300", "400"),
        indicator("d", "市税収納率", "%", "98", "99"),
        indicator("e", "移動図書館の利用者数", "冊", "1", "2"),
    ]);
    let offered = {
        let plans = [&own, &other];
        proposals(&plans, 0, &themes_in(&plans))
    };
    assert_eq!(offered.len(), 1, "{offered:?}");
    assert_eq!(
        (offered[0].item.as_str(), &*offered[0].theme),
        ("a", "移動図書館の利用者数")
    );
    let likes: Vec<&str> = offered[0].alike.iter().map(|it| it.item.as_str()).collect();
    assert_eq!(likes, ["c"]);
    let before = own.clone();
    let link = Edit::SetTheme {
        item: offered[0].item.clone(),
        theme: offered[0].theme.clone(),
        belongs: Some(true),
    };
    let inverse = link.apply(&mut own).unwrap();
    let comparison = compare(&offered[0].theme, &[&own, &other]);
    assert_eq!(comparison.plans(), 2);
    let linked: Vec<(&str, bool)> = comparison.groups[0]
        .members
        .iter()
        .map(|member| (member.reference.item.as_str(), member.reference.linked))
        .collect();
    assert_eq!(linked, [("a", true), ("c", false)]);
    let plans = [&own, &other];
    assert_eq!(proposals(&plans, 0, &themes_in(&plans)), []);
    inverse.apply(&mut own).unwrap();
    assert_eq!(own, before);
}

#[test]
fn what_is_like_a_member_of_a_theme_is_proposed_for_that_theme() {
    let own = plan(vec![indicator(
        "a",
        "電子での申請の割合（総合窓口）",
        "%",
        "5",
        "9",
    )]);
    let other = plan(vec![indicator("b", "電子での申請割合", "%", "4", "8")]);
    let mut other = other;
    let link = Edit::SetTheme {
        item: Id::from("b"),
        theme: "online_applications".to_owned(),
        belongs: Some(true),
    };
    link.apply(&mut other).unwrap();
    let plans = [&own, &other];
    let offered = proposals(&plans, 0, &themes_in(&plans));
    let themes: Vec<&str> = offered.iter().map(|it| &*it.theme).collect();
    assert_eq!(themes, ["online_applications"]);
}
