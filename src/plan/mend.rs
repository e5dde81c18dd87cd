//! Mending an indicator: what a reader or the document got wrong or left out, as texts a person can change.

use super::{
    EarlierTargets, Edit, Id, Indicator, Observation, Period, UnitHint, parse_period, parse_value,
};

/// What can be mended of an indicator, as texts. What is left as it stands changes nothing, however it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// What the town calls it: `KPI`.
    pub kind: String,
    /// The baseline.
    pub baseline: Dated,
    /// The final target.
    pub target: Dated,
    /// How it is measured.
    pub measurement: String,
    /// Departments, with 、 between them.
    pub departments: String,
    /// The initiatives it is tied to.
    pub initiatives: Vec<Id>,
}

/// A value and its year, as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// The year: `R6`, `2020年`; empty when unknown.
    pub year: String,
    /// The value as written.
    pub text: String,
}

impl Mending {
    /// An indicator as it stands.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            kind: indicator.kind.clone(),
            baseline: indicator
                .baseline
                .as_ref()
                .map(Dated::of)
                .unwrap_or_default(),
            target: indicator.final_target().map(Dated::of).unwrap_or_default(),
            measurement: indicator.measurement.clone(),
            departments: indicator.departments.join("、"),
            initiatives: indicator.initiatives.clone(),
        }
    }

    /// The edit that mends the indicator; none where everything was left as it stands. Values are understood in `unit`.
    /// `changed` says that the plan itself set another final target in that period: then the targets before are kept.
    #[must_use]
    pub fn edit(&self, indicator: &Indicator, unit: &str, changed: Option<Period>) -> Option<Edit> {
        let was = Self::of(indicator);
        if *self == was {
            return None;
        }
        let mut mended = indicator.clone();
        mended.kind.clone_from(&self.kind);
        mended.measurement.clone_from(&self.measurement);
        mended.initiatives.clone_from(&self.initiatives);
        if self.departments != was.departments {
            let names = self.departments.split(['、', '，', ',', '\n']);
            let names = names.map(str::trim).filter(|name| !name.is_empty());
            mended.departments = names.map(str::to_owned).collect();
        }
        if self.baseline != was.baseline {
            mended.baseline = self.baseline.observation(indicator.baseline.as_ref(), unit);
        }
        if self.target != was.target {
            if let Some(changed) = changed {
                mended.earlier_targets.push(EarlierTargets {
                    changed,
                    targets: indicator.targets.clone(),
                });
            }
            let before = mended.targets.pop();
            let target = self.target.observation(before.as_ref(), unit);
            mended.targets.extend(target);
        }
        Some(Edit::SetIndicator {
            indicator: Box::new(mended),
        })
    }
}

impl Dated {
    fn of(observation: &Observation) -> Self {
        Self {
            year: match observation.period {
                Period::FiscalYear(year) => year.short(),
                Period::Calendar { calendar_year } => {
                    [&*calendar_year.0.to_string(), "年"].concat()
                }
                Period::Unknown => String::new(),
            },
            text: observation.text.clone(),
        }
    }

    /// What the texts mean; none when they say nothing. What is as it was keeps what was understood of it.
    fn observation(&self, before: Option<&Observation>, unit: &str) -> Option<Observation> {
        if self.text.trim().is_empty() && self.year.trim().is_empty() {
            return None;
        }
        let was = before.map(Self::of).unwrap_or_default();
        let mut observation = before.cloned().unwrap_or_default();
        if self.year != was.year {
            observation.period = parse_period(&self.year);
        }
        if self.text != was.text || before.is_none() {
            observation.value = parse_value(&self.text, &UnitHint::of(unit));
            observation.text.clone_from(&self.text);
        }
        Some(observation)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::{FiscalYear, Plan, generate};
    use proptest::prelude::*;

    fn indicator() -> Indicator {
        let observation = |year: i32, text: &str| Observation {
            period: Period::FiscalYear(FiscalYear(year)),
            text: text.to_owned(),
            value: parse_value(text, &UnitHint::of("%")),
        };
        Indicator {
            id: Id::from("a"),
            unit: "%".to_owned(),
            baseline: Some(observation(2024, "—")),
            targets: vec![observation(2027, "43.0"), observation(2029, "45.0")],
            departments: vec!["企画課".to_owned()],
            ..Indicator::default()
        }
    }

    fn mended(change: impl FnOnce(&mut Mending), changed: Option<Period>) -> Indicator {
        let before = indicator();
        let mut mending = Mending::of(&before);
        change(&mut mending);
        let mut plan = Plan {
            indicators: vec![before],
            ..Plan::default()
        };
        let original = plan.clone();
        let edit = mending.edit(&plan.indicators[0], "%", changed).unwrap();
        let inverse = edit.apply(&mut plan).unwrap();
        let after = plan.indicators[0].clone();
        inverse.apply(&mut plan).unwrap();
        assert_eq!(plan, original);
        after
    }

    #[test]
    fn a_first_surveys_figure_becomes_the_baseline() {
        let first = Dated {
            year: "令和8年度".to_owned(),
            text: "38.2".to_owned(),
        };
        let after = mended(|mending| mending.baseline = first, None);
        let baseline = after.baseline.unwrap();
        assert_eq!(baseline.period, Period::FiscalYear(FiscalYear(2026)));
        let quantity = baseline.value.single().unwrap();
        assert_eq!((quantity.number, quantity.unit.as_str()), (38.2, "%"));
        assert_eq!(after.targets, indicator().targets);
    }

    #[test]
    fn a_target_corrected_is_another_thing_than_one_changed() {
        let to = |mending: &mut Mending| mending.target.text = "48.0".to_owned();
        let corrected = mended(to, None);
        assert!(corrected.earlier_targets.is_empty());
        assert_eq!(corrected.targets.len(), 2);
        assert_eq!(corrected.final_target().unwrap().text, "48.0");
        let when = Period::FiscalYear(FiscalYear(2026));
        let changed = mended(to, Some(when));
        assert_eq!(changed.earlier_targets[0].changed, when);
        assert_eq!(changed.earlier_targets[0].targets, indicator().targets);
    }

    #[test]
    fn departments_are_parted_however_they_are_written() {
        let after = mended(
            |mending| mending.departments = " 企画課、総務課, ".to_owned(),
            None,
        );
        assert_eq!(after.departments, ["企画課", "総務課"]);
    }

    #[test]
    fn what_is_emptied_is_gone() {
        let after = mended(|mending| mending.baseline = Dated::default(), None);
        assert_eq!(after.baseline, None);
        let after = mended(|mending| mending.target = Dated::default(), None);
        assert_eq!(after.targets.len(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(300)))]

        #[test]
        fn what_is_left_as_it_stands_mends_nothing(indicator in generate::indicator()) {
            let mending = Mending::of(&indicator);
            prop_assert_eq!(mending.edit(&indicator, "人", None), None);
            let kind = "別の種別".to_owned();
            let other = Mending { kind: kind.clone(), ..mending };
            let edit = other.edit(&indicator, "人", None);
            let indicator = Box::new(Indicator { kind, ..indicator });
            prop_assert_eq!(edit, Some(Edit::SetIndicator { indicator }));
        }
    }
}
