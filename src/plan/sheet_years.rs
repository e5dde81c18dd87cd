//! Sheets of several fiscal years: which goes on with which.

use super::{FiscalYear, Id, Plan, ProgressSheet, squash};
use std::collections::BTreeSet;

/// The fiscal years the plan's sheets report on, earliest first; sheets without a year add none.
#[must_use]
pub fn sheet_years(plan: &Plan) -> Vec<FiscalYear> {
    let mut years = BTreeSet::new();
    years.extend(plan.sheets.iter().filter_map(|sheet| sheet.fiscal_year));
    years.into_iter().collect()
}

/// The sheets of the latest fiscal year that no other sheet goes on with yet: those a new year's are made from. None
/// when no sheet has a year.
#[must_use]
pub fn latest_sheets(plan: &Plan) -> Vec<&ProgressSheet> {
    let latest = plan.sheets.iter().filter_map(|sheet| sheet.fiscal_year);
    let Some(latest) = latest.max() else {
        return Vec::new();
    };
    let is_followed = |sheet: &ProgressSheet| {
        let mut all = plan.sheets.iter();
        all.any(|later| later.follows.as_ref() == Some(&sheet.id))
    };
    let of_latest = plan.sheets.iter();
    let of_latest = of_latest.filter(|sheet| sheet.fiscal_year == Some(latest));
    of_latest.filter(|sheet| !is_followed(sheet)).collect()
}

/// Whether a sheet's year is over and another may go on with it: it is one of [`latest_sheets`] and says how far it came.
#[must_use]
pub fn may_go_on(plan: &Plan, sheet: &ProgressSheet) -> bool {
    let is_latest = |latest: &&ProgressSheet| latest.id == sheet.id;
    !squash(&sheet.achievement).is_empty() && latest_sheets(plan).iter().any(is_latest)
}

/// The sheet that goes on with this one in the next fiscal year: item, departments, aim, goals and actions are carried
/// over, what is reported and judged is empty. None when it has no year.
#[must_use]
pub fn carried_over(sheet: &ProgressSheet, id: Id) -> Option<ProgressSheet> {
    let year = sheet.fiscal_year?;
    Some(ProgressSheet {
        id,
        follows: Some(sheet.id.clone()),
        fiscal_year: Some(FiscalYear(year.0 + 1)),
        section: sheet.section.clone(),
        title: sheet.title.clone(),
        departments: sheet.departments.clone(),
        aim: sheet.aim.clone(),
        goals: sheet.goals.clone(),
        actions: sheet.actions.clone(),
        ..ProgressSheet::default()
    })
}

/// The sheet that this one goes on with: the one it names, else the one of the year before with the same item and
/// departments; among several the one with the same aim, and none where that leaves more than one.
#[must_use]
pub fn followed_sheet<'a>(plan: &'a Plan, sheet: &ProgressSheet) -> Option<&'a ProgressSheet> {
    if let Some(followed) = &sheet.follows {
        return plan.sheets.iter().find(|other| other.id == *followed);
    }
    let year = FiscalYear(sheet.fiscal_year?.0 - 1);
    let of_the_year = plan.sheets.iter();
    let alike: Vec<&ProgressSheet> = of_the_year
        .filter(|other| other.fiscal_year == Some(year) && is_alike(other, sheet))
        .collect();
    match alike.as_slice() {
        [only] => Some(only),
        several => {
            let mut same = several
                .iter()
                .filter(|other| squash(&other.aim) == squash(&sheet.aim));
            match (same.next(), same.next()) {
                (Some(only), None) => Some(only),
                _ => None,
            }
        }
    }
}

/// The sheet that goes on with this one, as [`followed_sheet`] says of it.
#[must_use]
pub fn following_sheet<'a>(plan: &'a Plan, sheet: &ProgressSheet) -> Option<&'a ProgressSheet> {
    plan.sheets
        .iter()
        .find(|later| followed_sheet(plan, later).is_some_and(|followed| followed.id == sheet.id))
}

/// Whether two sheets are of one item and the same departments, however they are spaced.
fn is_alike(one: &ProgressSheet, other: &ProgressSheet) -> bool {
    let departments = |sheet: &ProgressSheet| {
        let names = sheet.departments.iter().map(|name| squash(name));
        names.collect::<Vec<_>>()
    };
    squash(&one.title) == squash(&other.title) && departments(one) == departments(other)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::plan::Edit;

    fn sheet(id: &str, year: i32, title: &str, department: &str) -> ProgressSheet {
        ProgressSheet {
            id: Id::from(id),
            fiscal_year: Some(FiscalYear(year)),
            title: title.to_owned(),
            departments: vec![department.to_owned()],
            ..ProgressSheet::default()
        }
    }

    fn plan(sheets: Vec<ProgressSheet>) -> Plan {
        Plan {
            sheets,
            ..Plan::default()
        }
    }

    fn ids(plan: &Plan) -> Vec<Id> {
        plan.sheets.iter().map(|sheet| sheet.id.clone()).collect()
    }

    #[test]
    fn a_new_year_carries_what_is_planned_and_leaves_what_is_reported_empty() {
        let reported = ProgressSheet {
            section: Some(Id::from("section-1")),
            aim: "目指す姿".to_owned(),
            goals: vec!["目標".to_owned()],
            actions: vec!["取組".to_owned()],
            first_half: Some("前期".to_owned()),
            second_half: Some("後期".to_owned()),
            achievement: "達成できた".to_owned(),
            evaluation: Some("評価".to_owned()),
            ..sheet("sheet-7", 2023, "情報の公開", "全課【総務課】")
        };
        let mut plan = plan(vec![
            sheet("sheet-1", 2022, "以前のもの", "総務課"),
            reported.clone(),
        ]);
        let before = plan.clone();
        let edit = Edit::next_years_sheets(&plan, &ids(&plan)).unwrap();
        let inverse = edit.apply(&mut plan).unwrap();
        assert_eq!(plan.sheets.len(), 3, "only the latest year goes on");
        let expected = ProgressSheet {
            id: Id::from("sheet-8"),
            follows: Some(Id::from("sheet-7")),
            fiscal_year: Some(FiscalYear(2024)),
            first_half: None,
            second_half: None,
            achievement: String::new(),
            evaluation: None,
            ..reported
        };
        assert_eq!(plan.sheets[2], expected);
        assert_eq!(sheet_years(&plan), [2022, 2023, 2024].map(FiscalYear));
        inverse.apply(&mut plan).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn what_is_not_chosen_does_not_go_on() {
        let plan = plan(vec![
            sheet("sheet-1", 2023, "一", "総務課"),
            sheet("sheet-2", 2023, "二", "総務課"),
        ]);
        let chosen = [Id::from("sheet-2"), Id::from("nowhere")];
        let Some(Edit::Together { edits }) = Edit::next_years_sheets(&plan, &chosen) else {
            unreachable!("one is chosen");
        };
        assert_eq!(edits.len(), 1);
        assert_eq!(Edit::next_years_sheets(&plan, &[]), None);
    }

    #[test]
    fn a_sheet_goes_on_when_it_says_how_far_it_came() {
        let judged = ProgressSheet {
            achievement: "達成できた".to_owned(),
            ..sheet("sheet-1", 2023, "一", "総務課")
        };
        let mut plan = plan(vec![judged, sheet("sheet-2", 2023, "二", "総務課")]);
        let ready = |plan: &Plan| plan.sheets.iter().map(|it| may_go_on(plan, it)).collect();
        let before: Vec<bool> = ready(&plan);
        assert_eq!(before, [true, false]);
        let edit = Edit::next_years_sheets(&plan, &[Id::from("sheet-1")]).unwrap();
        edit.apply(&mut plan).unwrap();
        let after: Vec<bool> = ready(&plan);
        assert_eq!(after, [false; 3]);
    }

    #[test]
    fn without_a_year_there_is_no_next_one() {
        let unknown = ProgressSheet {
            fiscal_year: None,
            ..sheet("sheet-1", 0, "一", "総務課")
        };
        let plan = plan(vec![unknown]);
        assert!(latest_sheets(&plan).is_empty());
        assert_eq!(Edit::next_years_sheets(&plan, &ids(&plan)), None);
    }

    #[test]
    fn a_sheet_goes_on_with_the_one_it_names_or_the_one_alike_a_year_earlier() {
        let named = ProgressSheet {
            follows: Some(Id::from("a")),
            ..sheet("d", 2024, "名を改めたもの", "総務課")
        };
        let plan = plan(vec![
            sheet("a", 2023, "一", "総務課"),
            sheet("b", 2023, "一", "町民課"),
            sheet("c", 2024, "一　", "町 民 課"),
            named,
            sheet("e", 2025, "一", "町民課"),
        ]);
        let followed = |place: usize| {
            followed_sheet(&plan, &plan.sheets[place]).map(|sheet| sheet.id.as_str())
        };
        assert_eq!(
            [0, 2, 3, 4].map(followed),
            [None, Some("b"), Some("a"), Some("c")]
        );
        let following = following_sheet(&plan, &plan.sheets[1]).unwrap();
        assert_eq!(following.id.as_str(), "c");
    }

    #[test]
    fn of_several_alike_the_one_with_the_same_aim_is_followed_and_none_in_doubt() {
        let aimed = |id: &str, year: i32, aim: &str| ProgressSheet {
            aim: aim.to_owned(),
            ..sheet(id, year, "一", "総務課")
        };
        let plan = plan(vec![
            aimed("a", 2023, "使用料"),
            aimed("b", 2023, "手数料"),
            aimed("c", 2024, "手数料"),
            aimed("d", 2024, "ほかのこと"),
        ]);
        let followed = |place: usize| followed_sheet(&plan, &plan.sheets[place]);
        assert_eq!(followed(2).unwrap().id.as_str(), "b");
        assert_eq!(followed(3), None);
    }
}
