//! What the screens say of the documents, beyond what stands in them line by line.

use crate::read;
use monosashi::judge::{AchievementTally, achievements};
use monosashi::plan::{Edit, Id, Thread, departments_in_order, duties, shared_duties, threads};

#[test]
fn sheets_are_counted_by_department_and_by_section() {
    let Some((plan, _)) = read("kamifurano") else {
        return;
    };
    let found = achievements(&plan, None);
    let counts = |tally: &AchievementTally| (tally.counts[0], tally.counts[1], tally.open);
    assert_eq!(found.words, ["達成できた", "一部達成できた"]);
    assert_eq!(counts(&found.whole), (29, 8, 0));
    let departments: Vec<_> = found
        .departments
        .iter()
        .map(|(name, tally)| (name.as_str(), counts(tally)))
        .collect();
    let expected = [
        ("全課", (2, 2, 0)),
        ("総務課", (11, 2, 0)),
        ("町民生活課", (9, 1, 0)),
        ("建設水道課", (3, 0, 0)),
        ("企画商工観光課", (2, 0, 0)),
        ("保健福祉課", (2, 5, 0)),
        ("農業振興課", (1, 0, 0)),
        ("ラベンダーハイツ", (1, 0, 0)),
    ];
    assert_eq!(departments, expected);
    let policies = found.sections.iter().filter(|(_, depth, _)| *depth == 0);
    let policies: Vec<_> = policies.map(|(_, _, tally)| tally.total()).collect();
    assert_eq!(policies, [12, 25]);
    let items = found.sections.iter().filter(|(_, depth, _)| *depth == 1);
    let items: Vec<_> = items.map(|(_, _, tally)| tally.total()).collect();
    assert_eq!(items, [2, 10, 15, 10]);
    assert_eq!(found.elsewhere.total() + found.nobody.total(), 0);
}

#[test]
fn every_sheet_goes_into_the_next_year_and_back() {
    let Some((plan, _)) = read("kamifurano") else {
        return;
    };
    let all: Vec<Id> = plan.sheets.iter().map(|sheet| sheet.id.clone()).collect();
    let mut next = plan.clone();
    let edit = Edit::next_years_sheets(&plan, &all).unwrap();
    let inverse = edit.apply(&mut next).unwrap();
    assert_eq!(next.sheets.len(), 74);
    assert_eq!(next.sheets[37].follows, Some(plan.sheets[0].id.clone()));
    assert_eq!(next.sheets[37].goals, plan.sheets[0].goals);
    inverse.apply(&mut next).unwrap();
    assert_eq!(next, plan);
}

#[test]
fn every_situation_initiative_and_indicator_of_a_measure_is_tied_by_its_number() {
    let Some((plan, _)) = read("yoshioka") else {
        return;
    };
    let mut counts = Vec::new();
    for section in &plan.sections[1..] {
        let found = threads(&plan, &section.id);
        assert!(found.threads.iter().all(Thread::ties), "{}", section.title);
        assert!(found.situation.is_empty() && found.indicators.is_empty());
        let indicators = found.threads.iter().map(|thread| thread.indicators.len());
        counts.push(indicators.collect::<Vec<_>>());
    }
    assert_eq!(
        counts,
        [vec![1, 1, 1, 2, 1], vec![2, 2, 0, 0, 0], vec![4, 2]]
    );
}

#[test]
fn each_department_has_its_initiatives_and_the_indicators_beside_them() {
    let Some((plan, _)) = read("biratori") else {
        return;
    };
    let counts: Vec<_> = departments_in_order(&plan)
        .into_iter()
        .map(|name| {
            let [_, initiatives, indicators, _, _, near] = duties(&plan, &name).counts();
            assert!(shared_duties(&plan, &name).is_empty());
            assert_eq!(indicators, 0, "the document names nobody for an indicator");
            (name, initiatives, near)
        })
        .collect();
    let expected = [
        ("まちづくり課", 10, 21),
        ("アイヌ施策推進課", 2, 2),
        ("保健福祉課", 1, 4),
        ("国保病院", 1, 11),
        ("建設水道課", 2, 15),
        ("生涯学習課", 1, 4),
        ("町民課", 2, 6),
        ("総務課", 9, 19),
        ("観光商工課", 3, 15),
    ];
    let expected = expected.map(|(name, initiatives, near)| (name.to_owned(), initiatives, near));
    assert_eq!(counts, expected);
}
