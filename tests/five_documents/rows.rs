//! The documents' rows beside those of the answers.

use crate::documents::answers;
use crate::read;
use monosashi::plan::{
    Edit, FiscalYear, Indicator, Mark, Nature, Observation, Period, Plan, Question, ScheduleItem,
    parse_period, squash,
};
use monosashi::read::{Finding, FindingKind, Level, Place, References, read_text};
use monosashi::write::plan_json;

fn path(plan: &Plan, item: Option<&monosashi::plan::Id>) -> String {
    let sections = item.map(|id| plan.section_path(id)).unwrap_or_default();
    sections
        .iter()
        .map(|section| section.number.as_str())
        .collect::<Vec<_>>()
        .join("-")
}

/// A value's text in brackets behind which the answers name its period: `550(令和8年度)`.
fn with_period(answer: &str) -> (String, Period) {
    match answer.rfind('(') {
        Some(open) if parse_period(&answer[open..]) != Period::Unknown => {
            (answer[..open].to_owned(), parse_period(&answer[open..]))
        }
        _ => (answer.to_owned(), Period::Unknown),
    }
}

fn assert_observation(found: Option<&Observation>, text: &str, period: Period, name: &str) {
    if text.is_empty() {
        return assert_eq!(found, None, "{name}");
    }
    let found = found.unwrap_or_else(|| panic!("{name}: {text} is missing"));
    assert_eq!(squash(&found.text), squash(text), "{name}");
    assert_eq!(found.period, period, "{name}");
}

#[test]
fn the_sixty_one_indicators_are_the_answers_row_by_row() {
    let Some(rows) = answers("indicators_61") else {
        return;
    };
    assert_eq!(rows.len(), 61);
    let mut plans: Vec<Plan> = ["yoshioka", "biratori", "oizumi"]
        .into_iter()
        .filter_map(read)
        .map(|(plan, _)| plan)
        .collect();
    let mut found: Vec<(Plan, Indicator)> = Vec::new();
    for plan in &mut plans {
        for indicator in std::mem::take(&mut plan.indicators) {
            found.push((plan.clone(), indicator));
        }
    }
    assert_eq!(found.len(), rows.len());
    for (row, (plan, indicator)) in rows.iter().zip(&found) {
        let [
            town,
            place,
            number,
            kind,
            name,
            unit,
            year,
            baseline,
            interim,
            last,
            measurement,
        ] = row.as_slice()
        else {
            panic!("{row:?}");
        };
        assert_eq!(plan.municipality.name, *town, "{name}");
        let section = plan.section(indicator.section.as_ref().unwrap()).unwrap();
        assert_eq!(
            squash(&format!("{}{}", section.number, section.title)),
            squash(place),
            "{name}"
        );
        assert_eq!(&indicator.number, number, "{name}");
        assert_eq!(&indicator.kind, kind, "{name}");
        assert_eq!(squash(&indicator.name), squash(name));
        if !unit.is_empty() {
            assert_eq!(&indicator.unit, unit, "{name}");
        }
        assert_observation(
            indicator.baseline.as_ref(),
            baseline,
            parse_period(year),
            name,
        );
        let (last, last_period) = with_period(last);
        assert_observation(indicator.final_target(), &last, last_period, name);
        let (interim, interim_period) = with_period(interim);
        let first = indicator
            .targets
            .first()
            .filter(|_| indicator.targets.len() > 1);
        assert_observation(first, &interim, interim_period, name);
        assert_eq!(
            squash(&indicator.measurement),
            squash(measurement),
            "{name}"
        );
        assert!(indicator.provenance.line.is_some(), "{name}");
    }
}

/// What the answers call the worst that a reader has to say of an item.
fn verdict(item: &ScheduleItem, findings: &[Finding]) -> &'static str {
    let of_item = findings
        .iter()
        .filter(|finding| finding.item.as_ref() == Some(&item.id));
    match of_item.map(|finding| finding.level).max() {
        Some(Level::Question) => "要確認",
        Some(Level::Warning) => "自動補正",
        _ => "そのまま",
    }
}

#[test]
fn the_sixty_six_schedule_items_are_the_answers_row_by_row() {
    let (Some(rows), Some((plan, findings))) = (answers("imakane_66"), read("imakane")) else {
        return;
    };
    assert_eq!(rows.len(), plan.schedule.len());
    let mut verdicts = Vec::new();
    for (row, item) in rows.iter().zip(&plan.schedule) {
        let name = &row[2];
        assert_eq!(item.provenance.line.unwrap().to_string(), row[0], "{name}");
        assert_eq!(path(&plan, item.section.as_ref()), row[1], "{name}");
        assert_eq!(squash(&item.name), squash(name));
        assert_eq!(item.repeat_of.is_some(), !row[3].is_empty(), "{name}");
        let nature = if row[4] == "継続型" {
            Nature::Continuing
        } else {
            Nature::Finite
        };
        assert_eq!(item.nature, nature, "{name}");
        let mark = |year| match item.marks.get(&FiscalYear(year)) {
            Some(Mark::Done) => "●",
            Some(Mark::Ongoing) => "○",
            None => "",
        };
        let marks: Vec<&str> = (2020..2026).map(mark).collect();
        // The one whose years are ambiguous carries the reading that the answer proposes, as a question.
        let expected: Vec<&str> = row[5..11].iter().map(String::as_str).collect();
        assert_eq!(marks, expected, "{name}");
        assert_eq!(item.departments.concat(), squash(&row[11]), "{name}");
        let worst = verdict(item, &findings);
        assert!(
            row[13].starts_with(worst),
            "{name}: {worst}, not {}",
            row[13]
        );
        verdicts.push(worst);
    }
    let count = |word| verdicts.iter().filter(|verdict| **verdict == word).count();
    assert_eq!(
        (count("そのまま"), count("自動補正"), count("要確認")),
        (22, 34, 10)
    );
}

#[test]
fn every_question_names_its_item_and_offers_answers() {
    let Some((plan, _)) = read("imakane") else {
        return;
    };
    for Question {
        item,
        choices,
        line,
        source_text,
        ..
    } in &plan.questions
    {
        let item = plan
            .schedule
            .iter()
            .find(|other| other.id == *item)
            .unwrap();
        assert_eq!(item.provenance.line, *line);
        assert!(source_text.contains("型"));
        assert!(choices.len() > 1, "{}", item.name);
    }
}

#[test]
fn the_thirty_seven_sheets_are_the_answers_row_by_row() {
    let (Some(rows), Some((plan, findings))) = (answers("kamifurano_37"), read("kamifurano"))
    else {
        return;
    };
    assert_eq!(rows.len(), plan.sheets.len());
    for (row, sheet) in rows.iter().zip(&plan.sheets) {
        let present = |there: bool| if there { "有" } else { "空" };
        assert_eq!(sheet.provenance.line.unwrap().to_string(), row[0]);
        assert_eq!(squash(&sheet.title), squash(&row[1]));
        assert_eq!(sheet.departments.concat(), squash(&row[2]), "{}", row[0]);
        assert_eq!(sheet.achievement, row[3], "{}", row[0]);
        assert_eq!(present(sheet.first_half.is_some()), row[4], "{}", row[0]);
        assert_eq!(present(sheet.second_half.is_some()), row[5], "{}", row[0]);
        assert_eq!(present(sheet.evaluation.is_some()), row[6], "{}", row[0]);
    }
    let missing = findings
        .iter()
        .filter(|finding| matches!(finding.kind, FindingKind::MissingRow { .. }));
    assert_eq!(missing.count(), 2);
}

#[test]
fn what_an_item_of_imakane_waits_for_is_linked_and_nothing_else_is() {
    let Some((plan, _)) = read("imakane") else {
        return;
    };
    let references = References::of(&plan);
    let mut linked = Vec::new();
    for item in &plan.schedule {
        for text in [&item.name, &item.summary] {
            for run in references.runs(text, item) {
                let Some(to) = run.to else { continue };
                let name = match to {
                    Place::Section(id) => path(&plan, Some(&id)),
                    Place::Item(id) => plan
                        .schedule
                        .iter()
                        .find(|other| other.id == id)
                        .map(|other| other.name.clone())
                        .unwrap_or_default(),
                };
                linked.push((item.name.as_str(), run.text, name));
            }
        }
    }
    let waiting = "簡易水道事業・下水道事業における公営企業会計の適用";
    let waited_for = "公営企業会計導入に向けた取り組み";
    let quoted = format!("「{waited_for}」");
    let expected = [
        (waiting, "2-(3)-②".to_owned(), "2-(3)-②".to_owned()),
        (waiting, quoted, waited_for.to_owned()),
    ];
    assert_eq!(linked, expected);
}

#[test]
fn imakane_with_its_ten_questions_answered_is_exported_and_read_again_the_same() {
    let Some((mut plan, _)) = read("imakane") else {
        return;
    };
    let original = plan.clone();
    let questions = plan.questions.clone();
    assert_eq!(questions.len(), 10);
    let mut inverses = Vec::new();
    for question in &questions {
        let answer = question.choices.last().unwrap().clone();
        let edit = Edit::answer(question, answer).unwrap();
        inverses.push(edit.apply(&mut plan).unwrap());
    }
    assert!(plan.questions.is_empty());
    assert!(
        plan.schedule
            .iter()
            .all(|item| !item.departments.is_empty())
    );
    let exported = plan_json(&plan);
    let again = read_text("書き出し.json", &exported);
    assert_eq!(again.plans, [plan.clone()]);
    assert_eq!(plan_json(&again.plans[0]), exported);
    for inverse in inverses.into_iter().rev() {
        inverse.apply(&mut plan).unwrap();
    }
    assert_eq!(plan, original);
}
