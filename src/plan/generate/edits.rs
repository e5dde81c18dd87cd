//! Plans and edits made up at random: few ids, so that edits meet items and miss them.

use crate::plan::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const IDS: &[&str] = &["a", "b", "c", "nowhere"];

fn id() -> impl Strategy<Value = Id> {
    prop::sample::select(IDS).prop_map(Id::from)
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        4 => (2020..2026).prop_map(|year| Period::FiscalYear(FiscalYear(year))),
        1 => (2020..2022).prop_map(|year| Period::Calendar { calendar_year: crate::plan::CalendarYear(year) }),
        1 => Just(Period::Unknown),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(&["", "12", "3,500人", "年2回", "策定"][..]).prop_map(str::to_owned)
}

fn actual() -> impl Strategy<Value = Actual> {
    (period(), text()).prop_map(|(period, text)| {
        let value = parse_value(&text, &UnitHint::none());
        Actual {
            period,
            text,
            value,
            ..Actual::default()
        }
    })
}

fn marks() -> impl Strategy<Value = BTreeMap<FiscalYear, Mark>> {
    let mark = prop_oneof![Just(Mark::Done), Just(Mark::Ongoing)];
    prop::collection::btree_map((2020..2026).prop_map(FiscalYear), mark, 0..4)
}

/// As files may hold them, years in any order and twice.
fn reports() -> impl Strategy<Value = Vec<AnnualReport>> {
    let year = prop::option::of((2020..2024).prop_map(FiscalYear));
    let state = prop::option::of(prop::sample::select(
        &[Reported::Finished, Reported::Stopped][..],
    ));
    let carried = any::<bool>();
    let report = (year, text(), state, carried).prop_map(|(fiscal_year, note, state, carried)| {
        AnnualReport {
            fiscal_year,
            note,
            state,
            carried_over: carried,
        }
    });
    prop::collection::vec(report, 0..4)
}

fn question() -> impl Strategy<Value = Question> {
    (id(), marks()).prop_map(|(id, marks)| Question {
        item: id.clone(),
        id,
        kind: QuestionKind::AmbiguousYears,
        source_text: String::new(),
        line: None,
        choices: vec![Choice::Marks { marks }],
    })
}

/// Plans as files may hold them, actuals in any order and periods twice.
pub fn edited_plan() -> impl Strategy<Value = Plan> {
    let actuals = prop::collection::vec(prop::collection::vec(actual(), 0..4), 3);
    let schedule = prop::collection::vec((reports(), marks()), 3);
    let questions = prop::collection::vec(question(), 0..4);
    let themes = entries(any::<bool>());
    let set_aside = entries(text());
    let decided = (questions, themes, set_aside, entries(text()));
    (actuals, schedule, decided).prop_map(|(actuals, schedule, decided)| Plan {
        title: "計画".to_owned(),
        indicators: IDS
            .iter()
            .zip(actuals)
            .map(|(id, actuals)| Indicator {
                id: Id::from(*id),
                actuals,
                ..Indicator::default()
            })
            .collect(),
        schedule: IDS
            .iter()
            .zip(schedule)
            .map(|(id, (progress, marks))| ScheduleItem {
                id: Id::from(*id),
                progress,
                marks,
                ..ScheduleItem::default()
            })
            .collect(),
        sections: vec![Section {
            id: Id::from("a"),
            ..Section::default()
        }],
        sheets: vec![ProgressSheet {
            id: Id::from("a"),
            ..ProgressSheet::default()
        }],
        questions: decided.0,
        themes: decided.1,
        set_aside: decided.2,
        decided: decided.3,
        ..Plan::default()
    })
}

/// What a person said of a few items under a few keys.
fn entries<Entry: std::fmt::Debug>(
    entry: impl Strategy<Value = Entry>,
) -> impl Strategy<Value = BTreeMap<Id, BTreeMap<String, Entry>>> {
    let own = prop::collection::btree_map(text(), entry, 1..3);
    prop::collection::btree_map(id(), own, 0..3)
}

/// Any edit of such a plan, also one that meets nothing and is refused.
pub fn edit() -> impl Strategy<Value = Edit> {
    let direction =
        prop::sample::select(&[Direction::Increase, Direction::Maintain, Direction::Unknown][..]);
    let accumulation = prop::sample::select(&[Accumulation::Cumulative, Accumulation::Unknown][..]);
    let one = prop_oneof![
        (id(), actual()).prop_map(|(indicator, actual)| Edit::SetActual {
            indicator,
            period: actual.period,
            actual: Some(actual),
        }),
        (id(), period(), prop::option::of(actual())).prop_map(|(indicator, period, actual)| {
            Edit::SetActual {
                indicator,
                period,
                actual,
            }
        }),
        (id(), 0..5_usize, actual()).prop_map(|(indicator, index, actual)| Edit::RestoreActual {
            indicator,
            index,
            actual: Box::new(actual),
        }),
        (id(), direction).prop_map(|(indicator, direction)| Edit::SetDirection {
            indicator,
            direction
        }),
        (id(), accumulation).prop_map(|(indicator, accumulation)| Edit::SetAccumulation {
            indicator,
            accumulation
        }),
        (id(), prop::option::of(prop::collection::vec(id(), 0..3)))
            .prop_map(|(indicator, serves)| Edit::SetServes { indicator, serves }),
        (id(), text(), actual()).prop_map(|(id, name, actual)| Edit::SetIndicator {
            indicator: Box::new(Indicator {
                id,
                name,
                actuals: vec![actual],
                ..Indicator::default()
            }),
        }),
        (id(), period(), text()).prop_map(|(indicator, changed, text)| {
            let before = Indicator {
                id: indicator,
                ..Indicator::default()
            };
            let target = Observation {
                value: parse_value(&text, &UnitHint::none()),
                text,
                ..Observation::default()
            };
            Edit::change_targets(&before, vec![target], changed)
        }),
        text().prop_map(|scale| Edit::SetRules {
            rules: Box::new(Rules {
                scale,
                ..Rules::default()
            }),
        }),
        (id(), text()).prop_map(|(item, department)| Edit::SetScheduleDepartments {
            item,
            departments: vec![department],
        }),
        (id(), marks()).prop_map(|(item, marks)| Edit::SetMarks { item, marks }),
        (id(), reports()).prop_map(|(item, reports)| Edit::SetReports { item, reports }),
        (id(), text()).prop_map(|(id, aim)| Edit::SetSheet {
            sheet: Box::new(ProgressSheet {
                id,
                aim,
                ..ProgressSheet::default()
            }),
        }),
        (id(), 0..3_usize).prop_map(|(id, index)| Edit::AddSheet {
            index,
            sheet: Box::new(ProgressSheet {
                id,
                ..ProgressSheet::default()
            }),
        }),
        id().prop_map(|sheet| Edit::RemoveSheet { sheet }),
        (id(), prop::collection::vec(1_u8..=17, 0..3))
            .prop_map(|(section, sdgs)| Edit::SetSdgs { section, sdgs }),
        id().prop_map(|question| Edit::CloseQuestion { question }),
        (0..5_usize, question()).prop_map(|(index, question)| Edit::ReopenQuestion {
            index,
            question: Box::new(question),
        }),
        (id(), text(), any::<Option<bool>>()).prop_map(|(item, theme, belongs)| Edit::SetTheme {
            item,
            theme,
            belongs,
        }),
        (id(), text(), prop::option::of(text())).prop_map(|(item, remark, reason)| {
            Edit::SetAside {
                item,
                remark,
                reason,
            }
        }),
        (id(), text(), prop::option::of(text())).prop_map(|(item, key, line)| Edit::SetDecided {
            item,
            key,
            line
        }),
        (question(), any::<bool>()).prop_map(|(question, chosen)| {
            let choice = question.choices[0].clone();
            let answer = if chosen {
                Answer::Choice { choice }
            } else {
                Answer::LetStand
            };
            Edit::answered(&question, &answer)
        }),
        edited_plan().prop_map(|plan| Edit::Replace {
            plan: Box::new(plan)
        }),
    ];
    one.prop_recursive(2, 8, 4, |inner| {
        prop::collection::vec(inner, 0..4).prop_map(|edits| Edit::Together { edits })
    })
}
