//! How much each document holds.

use crate::read;
use monosashi::plan::{
    Assignment, FiscalYear, Nature, Plan, QuestionKind, achievement_rank, all_departments, squash,
};
use monosashi::read::{Finding, FindingKind};

/// How many sections stand at each depth, from the top.
fn depths(plan: &Plan) -> Vec<usize> {
    let mut counts = Vec::new();
    for section in &plan.sections {
        let depth = plan.section_path(&section.id).len();
        counts.resize(depth.max(counts.len()), 0);
        counts[depth - 1] += 1;
    }
    counts
}

fn situation_bullets(plan: &Plan) -> usize {
    plan.sections
        .iter()
        .flat_map(|section| &section.situation)
        .filter(|statement| statement.bullet)
        .count()
}

fn indicators_by_section(plan: &Plan) -> Vec<usize> {
    let of = |section: &monosashi::plan::Section| {
        plan.indicators
            .iter()
            .filter(|indicator| indicator.section.as_ref() == Some(&section.id))
            .count()
    };
    plan.sections
        .iter()
        .map(of)
        .filter(|count| *count > 0)
        .collect()
}

fn not_understood(findings: &[Finding]) -> Vec<&str> {
    let lost = findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::NotUnderstood);
    lost.map(|finding| finding.text.as_str()).collect()
}

#[test]
fn yoshioka_has_three_policies_with_their_bullets_initiatives_and_indicators() {
    let Some((plan, findings)) = read("yoshioka") else {
        return;
    };
    assert_eq!(plan.municipality.name, "吉岡町");
    assert_eq!(plan.title, "紡ぐ 6 将来を見据えた行財政運営の推進");
    assert_eq!(depths(&plan), [1, 3]);
    assert_eq!(situation_bullets(&plan), 43);
    assert!(
        plan.sections
            .iter()
            .flat_map(|section| &section.situation)
            .all(|it| !it.heading.is_empty())
    );
    assert_eq!(plan.initiatives.len(), 12);
    assert!(
        plan.initiatives
            .iter()
            .all(|initiative| !initiative.number.is_empty())
    );
    assert_eq!(
        plan.initiatives
            .iter()
            .map(|initiative| initiative.details.len())
            .sum::<usize>(),
        35
    );
    assert_eq!(indicators_by_section(&plan), [6, 4, 6]);
    assert!(
        plan.indicators
            .iter()
            .all(|indicator| indicator.initiatives.len() == 1)
    );
    let terms: Vec<&str> = plan
        .glossary
        .iter()
        .map(|entry| entry.term.as_str())
        .collect();
    assert_eq!(
        terms,
        [
            "SNS",
            "マイナポータル",
            "ぐんま電子申請システム",
            "RPA",
            "CMS",
            "SSL",
            "ビジネスチャット",
            "ガバメントクラウド"
        ]
    );
    assert!(plan.glossary.iter().all(|entry| entry.cited_in.len() == 1));
    assert_eq!(plan.related_plans.len(), 12);
    let mut distinct: Vec<String> = plan
        .related_plans
        .iter()
        .map(|related| squash(&related.name))
        .collect();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 11);
    assert_eq!(not_understood(&findings), Vec::<&str>::new());
}

#[test]
fn biratori_has_five_chapters_with_measures_and_who_is_responsible() {
    let Some((plan, findings)) = read("biratori") else {
        return;
    };
    assert_eq!(plan.municipality.name, "平取町");
    assert_eq!(depths(&plan), [1, 5]);
    let levels: Vec<&str> = plan
        .sections
        .iter()
        .map(|section| section.level.as_str())
        .collect();
    assert_eq!(levels, ["編", "章", "章", "章", "章", "章"]);
    assert_eq!(situation_bullets(&plan), 15);
    assert_eq!(plan.initiatives.len(), 15);
    let measures = plan
        .initiatives
        .iter()
        .flat_map(|initiative| &initiative.details)
        .filter(|detail| detail.measure);
    assert_eq!(measures.count(), 58);
    assert!(
        plan.initiatives
            .iter()
            .any(|it| it.details[0].text == "「書かない・待たない・行かない」窓口の推進")
    );
    assert_eq!(all_departments(&plan).len(), 9);
    assert_eq!(indicators_by_section(&plan), [2, 2, 2, 11, 4]);
    let terms: Vec<&str> = plan
        .glossary
        .iter()
        .map(|entry| entry.term.as_str())
        .collect();
    assert_eq!(
        terms,
        [
            "DX(デジタルトランスフォーメーション)",
            "AI(エーアイ)",
            "RPA（アールピーイー）",
            "OCR（オーシーアール）"
        ]
    );
    assert_eq!(plan.related_plans.len(), 3);
    assert_eq!(not_understood(&findings), Vec::<&str>::new());
}

#[test]
fn oizumi_has_six_policies_with_kgi_kpi_badges_and_goals() {
    let Some((plan, findings)) = read("oizumi") else {
        return;
    };
    assert_eq!(plan.municipality.name, "大泉町");
    assert_eq!(depths(&plan), [1, 6]);
    let of_kind = |kind: &str| {
        plan.indicators
            .iter()
            .filter(|indicator| indicator.kind == kind)
            .count()
    };
    assert_eq!((of_kind("KGI"), of_kind("KPI")), (6, 18));
    assert_eq!(plan.initiatives.len(), 36);
    assert_eq!(situation_bullets(&plan), 0);
    let policies = &plan.sections[1..];
    assert!(
        policies
            .iter()
            .all(|section| !section.situation.is_empty() && !section.aims.is_empty())
    );
    let tags: Vec<usize> = policies.iter().map(|section| section.tags.len()).collect();
    assert_eq!(tags, [0, 2, 3, 0, 3, 3]);
    assert_eq!(plan.sections[6].sdgs, [10, 17]);
    let terms: Vec<&str> = plan
        .glossary
        .iter()
        .map(|entry| entry.term.as_str())
        .collect();
    assert_eq!(
        terms,
        [
            "書かない窓口",
            "生成AI",
            "包括連携協定",
            "地方創生応援税制（企業版ふるさと納税）"
        ]
    );
    assert!(
        plan.glossary
            .iter()
            .all(|entry| entry.cited_in == [plan.sections[1].id.clone()])
    );
    assert_eq!(not_understood(&findings), Vec::<&str>::new());
}

#[test]
fn imakane_has_its_hierarchy_units_and_sixty_six_schedule_items() {
    let Some((plan, findings)) = read("imakane") else {
        return;
    };
    assert_eq!(plan.municipality.name, "今金町");
    assert_eq!(
        plan.title,
        "令和3年度 行政改革実践プラン・実践項目 設定一覧"
    );
    assert_eq!(
        (plan.period.start, plan.period.end),
        (Some(FiscalYear(2020)), Some(FiscalYear(2025)))
    );
    assert_eq!(depths(&plan), [3, 10, 29]);
    assert!(
        plan.sections
            .iter()
            .all(|section| !section.title.is_empty())
    );
    assert_eq!(plan.schedule.len(), 66);
    let of_nature = |nature| {
        plan.schedule
            .iter()
            .filter(|item| item.nature == nature)
            .count()
    };
    assert_eq!(
        (of_nature(Nature::Continuing), of_nature(Nature::Finite)),
        (42, 24)
    );
    assert_eq!(
        plan.schedule
            .iter()
            .filter(|item| item.repeat_of.is_some())
            .count(),
        5
    );
    let units = all_departments(&plan);
    let (collective, single): (Vec<&String>, Vec<&String>) = units
        .iter()
        .partition(|unit| Assignment::parse(unit).is_collective());
    assert_eq!(collective, ["全課", "施設所管課", "関係課"]);
    assert_eq!(single.len(), 10);
    let asked = |kind| {
        plan.questions
            .iter()
            .filter(|question| question.kind == kind)
            .count()
    };
    assert_eq!(
        (
            asked(QuestionKind::MissingDepartment),
            asked(QuestionKind::AmbiguousYears)
        ),
        (9, 1)
    );
    let repeats = |kind: &FindingKind| {
        findings
            .iter()
            .filter(|finding| finding.kind == *kind)
            .count()
    };
    // The page title stands 9 times besides the cover, the legend 9 times, the heading 11 times.
    assert_eq!(repeats(&FindingKind::RepeatedHeading), 9 + 8 + 10);
    assert_eq!(not_understood(&findings), Vec::<&str>::new());
}

#[test]
fn kamifurano_has_its_hierarchy_departments_and_thirty_seven_sheets() {
    let Some((plan, findings)) = read("kamifurano") else {
        return;
    };
    assert_eq!(plan.municipality.name, "上富良野町");
    assert_eq!(plan.title, "町政運営推進プランR5");
    assert_eq!(depths(&plan), [2, 4, 13, 21]);
    let units = all_departments(&plan);
    let (collective, single): (Vec<&String>, Vec<&String>) = units
        .iter()
        .partition(|unit| Assignment::parse(unit).is_collective());
    assert_eq!((collective.len(), single.len()), (1, 7));
    assert_eq!(plan.sheets.len(), 37);
    let of_rank = |rank| {
        plan.sheets
            .iter()
            .filter(|sheet| achievement_rank(&sheet.achievement) == Some(rank))
            .count()
    };
    assert_eq!((of_rank(0), of_rank(1), of_rank(2)), (29, 8, 0));
    assert_eq!(
        plan.sheets
            .iter()
            .map(|sheet| sheet.goals.len())
            .sum::<usize>(),
        56
    );
    assert_eq!(
        plan.sheets
            .iter()
            .map(|sheet| sheet.actions.len())
            .sum::<usize>(),
        91
    );
    for sheet in &plan.sheets {
        assert_eq!(sheet.fiscal_year, Some(FiscalYear(2023)), "{}", sheet.title);
        assert!(!sheet.aim.is_empty(), "{}", sheet.title);
        assert_eq!(
            plan.section_path(sheet.section.as_ref().unwrap()).len(),
            4,
            "{}",
            sheet.title
        );
    }
    let markup = plan.sheets.iter().flat_map(|sheet| {
        sheet
            .goals
            .iter()
            .chain(&sheet.actions)
            .chain(&sheet.first_half)
    });
    assert!(markup.clone().all(|text| !text.contains('<')));
    assert_eq!(not_understood(&findings), Vec::<&str>::new());
}
