//! What a plan lacks to be followed up, and remarks set aside.

use crate::build::{actual, indicator, kinds, plan, with_actuals, year};
use monosashi::check::{Concerned, Figure, Kind, Place, Subject, check};
use monosashi::plan::{Edit, FiscalYear, Id, Indicator, Initiative, Plan, PlanPeriod, Section};

fn numbered(number: usize, indicator: Indicator) -> Indicator {
    Indicator {
        id: Id::numbered("indicator", number),
        ..indicator
    }
}

fn visitors() -> Indicator {
    indicator("来館者数", "人", "462", "550")
}

/// What is said about each item.
fn said(plan: &Plan, closed: Option<i32>) -> Vec<(String, &'static str, usize)> {
    let remarks = check(plan, closed.map(FiscalYear));
    let of = |it: &monosashi::check::Remark| (it.subject.id().0, it.kind.name(), it.count);
    remarks.iter().map(of).collect()
}

fn one(item: &str, kind: &'static str) -> (String, &'static str, usize) {
    (item.to_owned(), kind, 1)
}

#[test]
fn an_initiative_without_an_indicator_leads_to_its_section() {
    let initiative = |id: &str| Initiative {
        id: Id::from(id),
        section: Some(Id::from("section-1")),
        ..Initiative::default()
    };
    let mut plan = plan(vec![Indicator {
        initiatives: vec![Id::from("a")],
        ..visitors()
    }]);
    plan.initiatives = vec![initiative("a"), initiative("b")];
    let remarks = check(&plan, None);
    assert_eq!(remarks.len(), 1);
    assert_eq!(remarks[0].subject, Subject::Initiative(Id::from("b")));
    assert_eq!(
        remarks[0].mended_at,
        Subject::Section(Id::from("section-1"))
    );
}

#[test]
fn where_nothing_is_tied_the_section_decides_and_a_plan_without_indicators_is_left_alone() {
    let section = |id: &str, parent: Option<&str>| Section {
        id: Id::from(id),
        parent: parent.map(Id::from),
        ..Section::default()
    };
    let initiative = |id: &str, section: &str| Initiative {
        id: Id::from(id),
        section: Some(Id::from(section)),
        ..Initiative::default()
    };
    let mut plan = plan(vec![Indicator {
        section: Some(Id::from("below")),
        ..visitors()
    }]);
    plan.sections = vec![
        section("top", None),
        section("below", Some("top")),
        section("other", None),
    ];
    plan.initiatives = vec![initiative("a", "top"), initiative("b", "other")];
    assert_eq!(said(&plan, None), [one("b", "no_indicator")]);
    plan.indicators.clear();
    assert_eq!(said(&plan, None), []);
}

#[test]
fn owners_count_wherever_they_are_named() {
    let nobody = || Indicator {
        departments: Vec::new(),
        ..visitors()
    };
    let of_section = Indicator {
        section: Some(Id::from("section-1")),
        ..nobody()
    };
    let of_initiative = Indicator {
        initiatives: vec![Id::from("initiative-1")],
        ..nobody()
    };
    let mut plan = plan(vec![
        numbered(1, of_section),
        numbered(2, of_initiative),
        numbered(3, nobody()),
    ]);
    plan.sections = vec![Section {
        id: Id::from("section-1"),
        departments: vec!["総務課".to_owned()],
        ..Section::default()
    }];
    plan.initiatives = vec![Initiative {
        id: Id::from("initiative-1"),
        departments: vec!["企画課".to_owned()],
        ..Initiative::default()
    }];
    assert_eq!(said(&plan, None), [one("indicator-3", "no_owner")]);
}

#[test]
fn what_every_indicator_lacks_is_said_once_for_the_plan() {
    let bare = |number| {
        let bare = Indicator {
            departments: Vec::new(),
            measurement: String::new(),
            ..visitors()
        };
        numbered(number, bare)
    };
    let plan = plan(vec![bare(1), bare(2)]);
    assert_eq!(
        said(&plan, None),
        [
            ("plan".to_owned(), "no_owner", 2),
            ("plan".to_owned(), "no_source", 2)
        ]
    );
}

#[test]
fn not_yet_established_is_a_start_and_a_dash_is_none() {
    for (text, lacks) in [
        ("未整備", false),
        ("新規", false),
        ("—", true),
        ("調査中", true),
        ("", true),
    ] {
        let found = kinds(indicator("利用者数", "人", text, "20"));
        assert_eq!(found == [Kind::NoBaseline], lacks, "{text}: {found:?}");
    }
}

#[test]
fn an_actual_is_missed_only_for_a_year_in_which_it_was_due() {
    let entered = |number, texts: &[&str]| numbered(number, with_actuals(visitors(), texts));
    let plan = plan(vec![entered(1, &["470"]), entered(2, &["480", "490"])]);
    let missing = [one("indicator-1", "no_actual")];
    assert_eq!(said(&plan, Some(2022)), missing);
    for year in [2019, 2020, 2021, 2031] {
        assert_eq!(said(&plan, Some(year)), [], "{year}");
    }
    assert_eq!(said(&plan, None), []);
}

#[test]
fn a_reason_why_an_actual_is_missing_is_an_answer() {
    let mut surveyed = numbered(1, with_actuals(visitors(), &["470"]));
    surveyed.actuals.push(actual(2022, "調査中", "人"));
    let plan = plan(vec![
        surveyed,
        numbered(2, with_actuals(visitors(), &["480", "490"])),
    ]);
    assert_eq!(said(&plan, Some(2022)), []);
}

#[test]
fn where_no_year_is_known_no_actual_is_due_but_the_plans_own_years_count() {
    let mut timeless = visitors();
    timeless.baseline.as_mut().unwrap().period = monosashi::plan::Period::Unknown;
    let mut plan = plan(vec![timeless]);
    assert_eq!(said(&plan, Some(2025)), []);
    plan.period = PlanPeriod {
        start: Some(FiscalYear(2024)),
        end: None,
    };
    assert_eq!(said(&plan, Some(2025)), [one("indicator-1", "no_actual")]);
    assert_eq!(said(&plan, Some(2023)), []);
}

#[test]
fn an_output_is_no_outcome_only_where_it_is_called_one() {
    let meetings = |kind: &str, name: &str| {
        let indicator = Indicator {
            kind: kind.to_owned(),
            ..indicator(name, "回", "2", "5")
        };
        kinds(indicator)
    };
    let word = || "開催回数".to_owned();
    let found = [Kind::OutputAsOutcome { word: word() }];
    assert_eq!(meetings("KGI", "懇談会の開催回数（対面）"), found);
    assert_eq!(meetings("成果指標", "懇談会の開催回数"), found);
    assert_eq!(meetings("KPI", "懇談会の開催回数"), []);
    assert_eq!(meetings("活動指標", "懇談会の開催回数"), []);
    assert_eq!(meetings("KGI", "研修の開催回数に満足した人の割合"), []);
}

#[test]
fn a_target_met_before_it_began_is_asked_about_unless_a_person_said_what_is_meant() {
    let said = |name: &str, unit: &str, from: &str, to: &str| {
        let found = kinds(indicator(name, unit, from, to));
        found.iter().map(Kind::name).collect::<Vec<_>>()
    };
    assert_eq!(
        said("懇談会の回数", "回", "12", "10"),
        ["target_met_before"]
    );
    assert_eq!(
        said("実質公債費比率", "%", "9.3", "10%未満"),
        ["target_met_before"]
    );
    let none: [&str; 0] = [];
    assert_eq!(said("研修の回数", "回", "28", "28"), none);
    assert_eq!(said("スマホ教室", "回", "年6回以上", "年6回以上"), none);
    assert_eq!(said("実質公債費比率", "%", "11.0", "10%未満"), none);
    // A town does not wish to shrink; it hopes not to shrink more.
    assert_eq!(said("人口", "人", "41,616", "41,000"), none);
    assert_eq!(said("職員数", "人", "173", "165"), none);
    let held = Indicator {
        direction: monosashi::plan::Direction::Maintain,
        ..indicator("懇談会の回数", "回", "12", "10")
    };
    assert_eq!(kinds(held), []);
}

#[test]
fn an_interim_target_behind_the_baseline_is_met_before_too() {
    let mut rising = indicator("登録者数", "人", "60", "80");
    let mut interim = rising.targets[0].clone();
    interim.period = year(2025);
    "50".clone_into(&mut interim.text);
    interim.value = actual(2025, "50", "人").value;
    rising.targets.insert(0, interim);
    let (from, to) = ("60".to_owned(), "50".to_owned());
    assert_eq!(kinds(rising), [Kind::TargetMetBefore { from, to }]);
}

#[test]
fn a_remark_set_aside_keeps_its_reason_until_its_figure_is_another() {
    let mut plan = plan(vec![with_actuals(
        indicator("来場者数", "人", "4,162", "4,500"),
        &["4,162"],
    )]);
    let found = check(&plan, None).remove(0);
    assert_eq!(found.set_aside, None);
    let reason = "数え直しても同じでした".to_owned();
    let edit = Edit::SetAside {
        item: found.subject.id(),
        remark: found.kind.key(),
        reason: Some(reason.clone()),
    };
    let inverse = edit.apply(&mut plan).unwrap();
    assert_eq!(check(&plan, None)[0].set_aside, Some(reason));
    let aside = plan.clone();
    plan.indicators[0] = with_actuals(
        indicator("来場者数", "人", "4,162", "4,500"),
        &["4,205", "4,205"],
    );
    assert_eq!(check(&plan, None)[0].set_aside, None);
    plan = aside;
    inverse.apply(&mut plan).unwrap();
    assert_eq!(check(&plan, None)[0].set_aside, None);
    assert!(plan.set_aside.is_empty());
}

#[test]
fn a_remark_concerns_the_departments_of_its_item_of_what_it_is_tied_to_and_of_its_section() {
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let plan = Plan {
        sections: vec![
            Section {
                id: Id::from("1"),
                departments: named(&["全課【総務課】"]),
                ..Section::default()
            },
            Section {
                id: Id::from("1-1"),
                parent: Some(Id::from("1")),
                ..Section::default()
            },
        ],
        initiatives: vec![Initiative {
            id: Id::from("work"),
            departments: named(&["企画課"]),
            ..Initiative::default()
        }],
        indicators: vec![
            Indicator {
                id: Id::from("own"),
                departments: named(&["税務課"]),
                section: Some(Id::from("1-1")),
                ..Indicator::default()
            },
            Indicator {
                id: Id::from("tied"),
                initiatives: vec![Id::from("work")],
                ..Indicator::default()
            },
            Indicator {
                id: Id::from("below"),
                section: Some(Id::from("1-1")),
                ..Indicator::default()
            },
        ],
        ..Plan::default()
    };
    let concerned = Concerned::of(&plan);
    let concerns =
        |id: &str, department| concerned.concerns(&Subject::Indicator(Id::from(id)), department);
    assert!(concerns("own", "税務課") && !concerns("own", "企画課"));
    assert!(concerns("tied", "企画課") && !concerns("tied", "税務課"));
    assert!(concerns("below", "総務課"));
    assert!(!concerns("nowhere", "総務課"));
    assert!(concerned.concerns(&Subject::Plan, "税務課"));
}

#[test]
fn every_remark_leads_to_what_is_to_be_changed() {
    let of = with_actuals(
        indicator("来場者数", "人", "4,162", "4,500"),
        &["4,162", "44,000"],
    );
    let remarks = check(&plan(vec![of.clone()]), Some(FiscalYear(2023)));
    let places: Vec<_> = remarks
        .iter()
        .map(|remark| (remark.kind.name(), remark.kind.place(&of)))
        .collect();
    assert_eq!(
        places,
        [
            ("ten_times", Some(Place::Actual(year(2022)))),
            ("stale_copy", Some(Place::Actual(year(2021)))),
            ("no_actual", Some(Place::Actual(year(2023)))),
        ]
    );
    let wrong = indicator("来場者数", "人", "4,162,000", "4,500人");
    let held = Kind::TenTimes {
        figure: Figure {
            period: year(2020),
            text: "4,162,000".to_owned(),
        },
        other: Figure {
            period: year(2030),
            text: "4,500人".to_owned(),
        },
        times: 1_000,
        too_little: false,
    };
    assert_eq!(held.place(&wrong), Some(Place::Baseline));
    assert_eq!(Kind::NoOwner.place(&wrong), Some(Place::Departments));
    assert_eq!(Kind::NoIndicator.place(&wrong), None);
}

#[test]
fn half_a_years_figure_is_no_actual_of_the_year() {
    let mut of = with_actuals(indicator("来場者数", "人", "4,162", "4,500"), &["2,100"]);
    of.actuals[0].half_year = true;
    let remarks = check(&plan(vec![of]), Some(FiscalYear(2021)));
    let names: Vec<_> = remarks.iter().map(|remark| remark.kind.name()).collect();
    assert_eq!(names, ["no_actual"]);
}
