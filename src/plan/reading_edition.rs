//! The reading edition of a plan: what a municipality hands to residents and to the room.

use super::{Actual, AnnualReport, Plan};

impl Plan {
    /// The plan without what is internal. Left out are who entered a figure and what was noted beside it, why a remark
    /// was set aside, what was decided while the plan was taken in, and reports that were only carried over from an
    /// earlier year, which nobody has confirmed. On which day a figure was entered stays: it says that the figure is not
    /// the document's. Open questions stay too: what is doubtful is shown as that. The plan itself is not changed.
    #[must_use]
    pub fn reading_edition(&self) -> Self {
        let mut plan = self.clone();
        for actual in plan.indicators.iter_mut().flat_map(|it| &mut it.actuals) {
            *actual = published_actual(actual);
        }
        for item in &mut plan.schedule {
            item.progress.retain(|report| !is_draft(report));
        }
        let reasons = plan.set_aside.values_mut().flat_map(|it| it.values_mut());
        reasons.for_each(String::clear);
        plan.decided.clear();
        plan
    }
}

/// The figure and the day of its entry.
fn published_actual(actual: &Actual) -> Actual {
    Actual {
        period: actual.period,
        text: actual.text.clone(),
        value: actual.value.clone(),
        entered_at: day_of(&actual.entered_at).to_owned(),
        entered_by: String::new(),
        note: String::new(),
        half_year: actual.half_year,
    }
}

/// The day of an ISO 8601 time; empty where there is none.
fn day_of(time: &str) -> &str {
    let is_day = |day: &&str| {
        let mut letters = day.bytes().enumerate();
        letters.all(|(place, letter)| match place {
            4 | 7 => letter == b'-',
            _ => letter.is_ascii_digit(),
        })
    };
    time.get(..10).filter(is_day).unwrap_or_default()
}

fn is_draft(report: &AnnualReport) -> bool {
    report.carried_over && report.state.is_none()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::plan::{FiscalYear, Frame, generate};
    use proptest::prelude::*;

    const INTERNAL: &str = "内部だけの覚え書き";

    /// The plan with a note in every field that is internal.
    fn with_notes(plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        let note = || INTERNAL.to_owned();
        for actual in plan.indicators.iter_mut().flat_map(|it| &mut it.actuals) {
            actual.entered_by = note();
            actual.note = note();
            actual.entered_at.push_str(INTERNAL);
        }
        for item in &mut plan.schedule {
            item.progress.push(AnnualReport {
                fiscal_year: Some(FiscalYear(2099)),
                note: note(),
                state: None,
                carried_over: true,
            });
            let item = item.id.clone();
            let reasons = [("late".to_owned(), note())].into();
            plan.set_aside.insert(item.clone(), reasons);
            plan.decided.insert(item, [(note(), note())].into());
        }
        for reasons in plan.set_aside.values_mut() {
            reasons.values_mut().for_each(|reason| *reason = note());
        }
        plan
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(300)))]

        #[test]
        fn nothing_internal_is_left_in_the_bytes_of_a_reading_edition(plan in generate::plan()) {
            let noted = with_notes(&plan);
            let written = serde_json::to_string(&Frame::new(noted.reading_edition())).unwrap_or_default();
            prop_assert!(!written.contains(INTERNAL), "{written}");
        }

        #[test]
        fn what_is_published_stays_as_it_is(plan in generate::plan()) {
            let mut bare = plan.clone();
            let mut edition = plan.reading_edition();
            prop_assert_eq!(edition.reading_edition(), edition.clone());
            for plan in [&mut bare, &mut edition] {
                for actual in plan.indicators.iter_mut().flat_map(|it| &mut it.actuals) {
                    actual.entered_at.clear();
                    actual.entered_by.clear();
                    actual.note.clear();
                }
                plan.schedule.iter_mut().for_each(|item| item.progress.retain(|report| !is_draft(report)));
                plan.set_aside.values_mut().flat_map(|it| it.values_mut()).for_each(String::clear);
                plan.decided.clear();
            }
            prop_assert_eq!(edition, bare);
        }
    }

    #[test]
    fn the_day_of_an_entry_stays_and_its_hour_goes() {
        assert_eq!(day_of("2026-05-08T23:10:00.000Z"), "2026-05-08");
        assert_eq!(day_of("5月8日の夜に田中が入力"), "");
        assert_eq!(day_of("2026/05/08"), "");
        assert_eq!(day_of(""), "");
    }
}
