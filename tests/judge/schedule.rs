//! How the items of a yearly schedule stand, and how they are counted.

#[path = "../support/documents.rs"]
mod documents;

use monosashi::judge::{
    ItemState, ItemTally, ShownItem, carry_into_next, going_on, item_standing, of_department,
    schedule_departments, shown_items, tally,
};
use monosashi::plan::{
    AnnualReport, Choice, Edit, FiscalYear, Id, Mark, Nature, Plan, Question, QuestionKind,
    Reported, ScheduleItem,
};
use monosashi::read::read_text;

/// Marks from R2 on, a space for a year without one: `○○●`.
fn item(id: &str, nature: Nature, marks: &str) -> ScheduleItem {
    let mark = |(year, sign): (i32, char)| match sign {
        '●' => Some((FiscalYear(year), Mark::Done)),
        '○' => Some((FiscalYear(year), Mark::Ongoing)),
        _ => None,
    };
    ScheduleItem {
        id: Id::from(id),
        name: id.to_owned(),
        nature,
        marks: (2020..).zip(marks.chars()).filter_map(mark).collect(),
        departments: vec!["総務課".to_owned()],
        ..ScheduleItem::default()
    }
}

fn said(mut item: ScheduleItem, year: i32, state: Reported) -> ScheduleItem {
    item.progress = item.reports_with(AnnualReport {
        fiscal_year: Some(FiscalYear(year)),
        state: Some(state),
        ..AnnualReport::default()
    });
    item
}

fn state(item: &ScheduleItem, year: i32) -> ItemState {
    item_standing(&Plan::default(), item, FiscalYear(year)).state
}

fn finite(marks: &str) -> ScheduleItem {
    item("a", Nature::Finite, marks)
}

fn continuing(marks: &str) -> ScheduleItem {
    item("a", Nature::Continuing, marks)
}

#[test]
fn without_a_report_an_item_that_ends_is_open_then_due_then_late_and_never_finished() {
    use ItemState::{Due, Late, NotBegun, Open};
    let item = finite(" ○●");
    let states = [2020, 2021, 2022, 2023, 2030].map(|year| state(&item, year));
    assert_eq!(states, [NotBegun, Open, Due, Late, Late]);
    let standing = item_standing(&Plan::default(), &item, FiscalYear(2023));
    assert_eq!(standing.milestone, Some(FiscalYear(2022)));
    assert!(standing.said.is_none() && !standing.is_reported);
}

#[test]
fn no_marks_whatever_make_an_item_finished_that_nobody_reported() {
    let signs = [' ', '○', '●'];
    for code in 0..81_usize {
        let marks: String = (0..4)
            .map(|place| signs[code / 3_usize.pow(place) % 3])
            .collect();
        for nature in [Nature::Finite, Nature::Continuing, Nature::Unknown] {
            let item = item("a", nature, &marks);
            for year in 2019..2026 {
                let standing = item_standing(&Plan::default(), &item, FiscalYear(year));
                let name = format!("「{marks}」 {nature:?} {year}");
                assert!(!standing.state.is_over(), "{name}");
                assert!(standing.said.is_none() && !standing.is_reported, "{name}");
                assert_eq!(standing.reached, None, "{name}");
            }
        }
    }
}

#[test]
fn reported_finished_it_is_finished_from_then_on_and_not_before() {
    use ItemState::{Due, Finished, Late};
    let in_time = said(finite("○○●"), 2022, Reported::Finished);
    assert_eq!(state(&in_time, 2022), Finished);
    assert_eq!(state(&in_time, 2025), Finished);
    let afterwards = said(finite("○○●"), 2023, Reported::Finished);
    let states = [2022, 2023].map(|year| state(&afterwards, year));
    assert_eq!(states, [Due, Finished]);
    let too_late = said(finite("○●"), 2024, Reported::Finished);
    assert_eq!(state(&too_late, 2023), Late);
}

#[test]
fn a_continuing_item_reaches_its_mark_and_is_carried_on() {
    use ItemState::{Due, Late, Open};
    let silent = continuing("○●○○");
    let states = [2020, 2021, 2022].map(|year| state(&silent, year));
    assert_eq!(states, [Open, Due, Late]);
    let reached = said(silent, 2021, Reported::Reached);
    let standing = item_standing(&Plan::default(), &reached, FiscalYear(2022));
    assert_eq!(
        (standing.state, standing.reached),
        (Open, Some(FiscalYear(2021)))
    );
    assert!(!standing.is_reported, "nothing was said of 2022 itself");
    let ended = said(continuing("○●○○"), 2021, Reported::Finished);
    assert_eq!(state(&ended, 2022), ItemState::Finished);
}

#[test]
fn an_item_that_only_goes_on_is_open_and_never_late() {
    for year in 2020..2030 {
        assert_eq!(state(&continuing("○○○"), year), ItemState::Open);
    }
}

#[test]
fn an_item_that_ends_is_finished_with_its_last_mark_reached_only() {
    let twice = said(finite("●○●"), 2020, Reported::Reached);
    assert_eq!(state(&twice, 2021), ItemState::Open);
    assert_eq!(state(&twice, 2023), ItemState::Late);
    let both = said(twice, 2022, Reported::Reached);
    assert_eq!(state(&both, 2023), ItemState::Finished);
}

#[test]
fn the_newest_report_counts() {
    let taken_up = said(
        said(finite("○●"), 2021, Reported::Finished),
        2022,
        Reported::Ongoing,
    );
    assert_eq!(state(&taken_up, 2021), ItemState::Finished);
    assert_eq!(state(&taken_up, 2022), ItemState::Open);
    let given_up = said(finite("○○●"), 2021, Reported::Stopped);
    assert_eq!(state(&given_up, 2024), ItemState::Stopped);
    let not_begun = said(continuing("○○○"), 2021, Reported::NotBegun);
    assert_eq!(state(&not_begun, 2021), ItemState::NotBegun);
    let missed = said(finite("○●"), 2021, Reported::NotBegun);
    assert_eq!(state(&missed, 2022), ItemState::Late);
}

#[test]
fn a_note_alone_is_a_report_but_says_nothing_of_the_state() {
    let mut item = finite("○●");
    item.progress = vec![AnnualReport {
        fiscal_year: Some(FiscalYear(2021)),
        note: "話し合った。".to_owned(),
        ..AnnualReport::default()
    }];
    let of = |item: &ScheduleItem, year| item_standing(&Plan::default(), item, FiscalYear(year));
    assert!(of(&item, 2021).is_reported && !of(&item, 2020).is_reported);
    assert_eq!(of(&item, 2022).state, ItemState::Late);
    item.progress[0].carried_over = true;
    assert!(!of(&item, 2021).is_reported);
}

#[test]
fn years_in_doubt_stay_in_doubt_until_answered_or_reported_finished() {
    let mut plan = Plan {
        schedule: vec![finite("    ○●"), item("b", Nature::Finite, "")],
        questions: vec![Question {
            id: Id::from("question-1"),
            item: Id::from("a"),
            kind: QuestionKind::AmbiguousYears,
            source_text: String::new(),
            line: None,
            choices: Vec::new(),
        }],
        ..Plan::default()
    };
    let state = |plan: &Plan, index: usize| {
        item_standing(plan, &plan.schedule[index], FiscalYear(2026)).state
    };
    assert_eq!(
        [0, 1].map(|index| state(&plan, index)),
        [ItemState::InDoubt; 2]
    );
    let finished = said(plan.schedule[1].clone(), 2026, Reported::Finished);
    plan.schedule[1] = finished;
    assert_eq!(state(&plan, 1), ItemState::Finished);
    let answer = Choice::Marks {
        marks: plan.schedule[0].marks.clone(),
    };
    let edit = Edit::answer(&plan.questions[0].clone(), answer).unwrap();
    edit.apply(&mut plan).unwrap();
    assert_eq!(state(&plan, 0), ItemState::Late);
}

#[test]
fn a_repeated_item_stands_as_its_original_and_is_counted_once() {
    let mut repeated = item("b", Nature::Finite, "○●");
    repeated.repeat_of = Some(Id::from("a"));
    repeated.departments = vec!["企画課".to_owned()];
    let original = said(finite("○●"), 2021, Reported::Finished);
    let plan = Plan {
        schedule: vec![original, repeated],
        ..Plan::default()
    };
    let year = FiscalYear(2022);
    let shown = shown_items(&plan, year);
    assert!(
        shown
            .iter()
            .all(|shown| shown.standing.state == ItemState::Finished)
    );
    assert!(shown[1].is_repeated() && !shown[0].is_repeated());
    let whole = tally(&shown, year);
    assert_eq!((whole.total(), whole.repeated), (1, 1));
    for name in ["総務課", "企画課"] {
        let own = of_department(&shown, Some(name));
        assert_eq!(tally(&own, year).of(ItemState::Finished), 1, "{name}");
    }
}

#[test]
fn items_that_repeat_each_other_are_shown_and_counted() {
    let mut plan = Plan {
        schedule: vec![finite("●"), item("b", Nature::Finite, "●")],
        ..Plan::default()
    };
    plan.schedule[0].repeat_of = Some(Id::from("b"));
    plan.schedule[1].repeat_of = Some(Id::from("a"));
    let year = FiscalYear(2020);
    assert_eq!(tally(&shown_items(&plan, year), year).total(), 2);
}

#[test]
fn an_item_of_several_departments_counts_for_each_and_once_in_all() {
    let mut of_two = finite("●");
    of_two.departments = vec!["総務課".to_owned(), "まち課".to_owned()];
    let mut of_all = item("b", Nature::Finite, "●");
    of_all.departments = vec!["全課【財政課】".to_owned()];
    let mut of_nobody = item("c", Nature::Finite, "●");
    of_nobody.departments = Vec::new();
    let plan = Plan {
        schedule: vec![of_two, of_all, of_nobody],
        ..Plan::default()
    };
    assert_eq!(
        schedule_departments(&plan),
        ["総務課", "まち課", "全課", "財政課"]
    );
    let year = FiscalYear(2020);
    let shown = shown_items(&plan, year);
    let due = |name| tally(&of_department(&shown, name), year).of(ItemState::Due);
    assert_eq!(due(Some("総務課")), 2);
    assert_eq!(due(Some("まち課")), 2);
    assert_eq!(due(Some("財政課")), 1);
    assert_eq!(due(None), 1);
    assert_eq!(tally(&shown, year).total(), 3);
}

#[test]
fn what_is_not_over_goes_on_into_the_next_year() {
    let mut repeated = continuing("○○");
    (repeated.id, repeated.repeat_of) = (Id::from("again"), Some(Id::from("open")));
    let plan = Plan {
        schedule: vec![
            item("open", Nature::Continuing, "○○"),
            item("late", Nature::Finite, "●"),
            said(
                item("finished", Nature::Finite, "●"),
                2020,
                Reported::Finished,
            ),
            said(
                item("stopped", Nature::Finite, "○●"),
                2021,
                Reported::Stopped,
            ),
            item("later", Nature::Finite, "  ●"),
            repeated,
        ],
        ..Plan::default()
    };
    let (on, over) = going_on(&shown_items(&plan, FiscalYear(2021)));
    let names = |items: &[ShownItem]| -> Vec<String> {
        items.iter().map(|shown| shown.item.name.clone()).collect()
    };
    assert_eq!(names(&on), ["open", "late", "later"]);
    assert_eq!(names(&over), ["finished", "stopped"]);
}

#[test]
fn the_next_years_list_begins_with_the_last_notes_in_one_step_that_is_taken_back() {
    let noted = |mut item: ScheduleItem| {
        item.progress = item.reports_with(AnnualReport {
            fiscal_year: Some(FiscalYear(2021)),
            note: "話し合った。".to_owned(),
            ..AnnualReport::default()
        });
        item
    };
    let finished = said(
        noted(item("finished", Nature::Finite, "○●")),
        2022,
        Reported::Finished,
    );
    let original = Plan {
        schedule: vec![
            noted(item("open", Nature::Continuing, "○○○")),
            item("silent", Nature::Continuing, "○○○"),
            finished,
        ],
        ..Plan::default()
    };
    let mut plan = original.clone();
    let carry = |plan: &Plan| {
        let year = FiscalYear(2022);
        let (on, _) = going_on(&shown_items(plan, year));
        carry_into_next(&on, year)
    };
    let (count, edit) = carry(&plan).unwrap();
    assert_eq!(count, 1);
    let inverse = edit.apply(&mut plan).unwrap();
    let carried = plan.schedule[0].report_for(FiscalYear(2023)).unwrap();
    assert_eq!(carried.note, "話し合った。");
    let next = shown_items(&plan, FiscalYear(2023));
    assert_eq!(tally(&next, FiscalYear(2023)).reported, 0);
    assert_eq!(carry(&plan), None);
    inverse.apply(&mut plan).unwrap();
    assert_eq!(plan, original);
}

/// The figures were counted by hand from the answers, row by row.
#[test]
fn the_reform_plan_counts_sixty_one_items_and_shows_sixty_six() {
    let Some(text) = documents::document("imakane") else {
        return;
    };
    let reading = read_text("imakane.txt", &text);
    let plan = &reading.plans[0];
    let year = FiscalYear(2021);
    let shown = shown_items(plan, year);
    let whole = tally(&shown, year);
    assert_eq!((shown.len(), whole.total(), whole.repeated), (66, 61, 5));
    let states = |tally: &ItemTally| ItemState::ALL.map(|state| tally.of(state));
    // Late, due, open, not begun, in doubt; nothing is reported, so nothing is finished.
    assert_eq!(states(&whole), [16, 8, 35, 1, 1, 0, 0]);
    assert_eq!((whole.planned_to_end, whole.planned_to_go_on), (8, 43));
    for (name, expected) in [
        ("総務財政課", [4, 4, 12, 0, 0, 0, 0]),
        ("農林振興課", [3, 0, 3, 1, 0, 0, 0]),
        ("公営施設課", [0, 0, 3, 0, 1, 0, 0]),
        ("関係課", [0, 0, 1, 0, 0, 0, 0]),
        ("全課", [0, 0, 2, 0, 0, 0, 0]),
    ] {
        let own = of_department(&shown, Some(name));
        assert_eq!(states(&tally(&own, year)), expected, "{name}");
    }
    // The ninth without a department repeats an item that has one.
    assert_eq!(of_department(&shown, None).len(), 8);
    assert_eq!(going_on(&shown).0.len(), 61);
}
