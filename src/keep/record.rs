//! A plan taken apart into records, each of which is kept under a key of its own, and put together again.

use super::indicator;
use crate::plan::{
    GlossaryEntry, Id, Indicator, Initiative, Municipality, Plan, PlanPeriod, ProgressSheet,
    Question, RelatedPlan, Rules, ScheduleItem, Section,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

/// One record: in storage `{"section": {…}}`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)] // most records are the large ones: indicators
pub(super) enum Record<'a> {
    /// What a plan holds besides lists.
    Plan(Head<'a>),
    Section(Cow<'a, Section>),
    Initiative(Cow<'a, Initiative>),
    #[serde(with = "indicator")]
    Indicator(Cow<'a, Indicator>),
    Schedule(Cow<'a, ScheduleItem>),
    Sheet(Cow<'a, ProgressSheet>),
    Term(Cow<'a, GlossaryEntry>),
    RelatedPlan(Cow<'a, RelatedPlan>),
    Question(Cow<'a, Question>),
}

/// What a plan holds besides lists.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Head<'a> {
    municipality: Cow<'a, Municipality>,
    title: Cow<'a, str>,
    period: PlanPeriod,
    #[serde(default, skip_serializing_if = "says_nothing")]
    themes: Cow<'a, BTreeMap<Id, BTreeMap<String, bool>>>,
    #[serde(default, skip_serializing_if = "says_nothing")]
    set_aside: Cow<'a, BTreeMap<Id, BTreeMap<String, String>>>,
    #[serde(default, skip_serializing_if = "says_nothing")]
    decided: Cow<'a, BTreeMap<Id, BTreeMap<String, String>>>,
    source: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Rules::is_empty")]
    rules: Cow<'a, Rules>,
}

/// All records of a plan, in the order in which they make it again.
pub(super) fn records(plan: &Plan) -> Vec<Record<'_>> {
    // Every field is named, so that a new one cannot be forgotten here.
    let Plan {
        municipality,
        title,
        period,
        source,
        sections,
        initiatives,
        indicators,
        schedule,
        sheets,
        glossary,
        related_plans,
        themes,
        set_aside,
        decided,
        questions,
        rules,
    } = plan;
    let head = Head {
        municipality: Cow::Borrowed(municipality),
        title: title.into(),
        period: *period,
        themes: Cow::Borrowed(themes),
        set_aside: Cow::Borrowed(set_aside),
        decided: Cow::Borrowed(decided),
        source: source.into(),
        rules: Cow::Borrowed(rules),
    };
    let mut records = vec![Record::Plan(head)];
    records.extend(
        sections
            .iter()
            .map(|item| Record::Section(Cow::Borrowed(item))),
    );
    records.extend(
        initiatives
            .iter()
            .map(|item| Record::Initiative(Cow::Borrowed(item))),
    );
    records.extend(
        indicators
            .iter()
            .map(|item| Record::Indicator(Cow::Borrowed(item))),
    );
    records.extend(
        schedule
            .iter()
            .map(|item| Record::Schedule(Cow::Borrowed(item))),
    );
    records.extend(sheets.iter().map(|item| Record::Sheet(Cow::Borrowed(item))));
    records.extend(
        glossary
            .iter()
            .map(|item| Record::Term(Cow::Borrowed(item))),
    );
    records.extend(
        related_plans
            .iter()
            .map(|item| Record::RelatedPlan(Cow::Borrowed(item))),
    );
    records.extend(
        questions
            .iter()
            .map(|item| Record::Question(Cow::Borrowed(item))),
    );
    records
}

/// Counts the UTF-16 units of what is written to it.
struct Width(usize);

impl io::Write for Width {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        // A character has one unit for its first byte, and another when it has four bytes.
        let units = |byte: &u8| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0);
        self.0 += text.iter().map(units).sum::<usize>();
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Record<'_> {
    /// The record as it is kept.
    pub fn to_text(&self) -> String {
        // Numbers, texts, lists and maps keyed by years: nothing that JSON could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// How many UTF-16 units its text has.
    pub fn width(&self) -> usize {
        let mut width = Width(0);
        // Counting refuses nothing.
        let _ = serde_json::to_writer(&mut width, self);
        width.0
    }

    /// The record a text holds; none when it holds none.
    pub fn parse(text: &str) -> Option<Record<'static>> {
        serde_json::from_str(text).ok()
    }

    /// Which kind of record it is, in the order of [`records`].
    pub fn kind(&self) -> u8 {
        match self {
            Self::Plan(_) => 0,
            Self::Section(_) => 1,
            Self::Initiative(_) => 2,
            Self::Indicator(_) => 3,
            Self::Schedule(_) => 4,
            Self::Sheet(_) => 5,
            Self::Term(_) => 6,
            Self::RelatedPlan(_) => 7,
            Self::Question(_) => 8,
        }
    }

    /// The item it is, where edits change such items in place: the head has no id, questions come and go.
    pub fn item(&self) -> Option<&Id> {
        match self {
            Self::Plan(_) | Self::RelatedPlan(_) | Self::Question(_) => None,
            Self::Section(item) => Some(&item.id),
            Self::Initiative(item) => Some(&item.id),
            Self::Indicator(item) => Some(&item.id),
            Self::Schedule(item) => Some(&item.id),
            Self::Sheet(item) => Some(&item.id),
            Self::Term(item) => Some(&item.id),
        }
    }

    /// Puts the record into the plan, behind those of its kind that are there already.
    pub fn put_into(self, plan: &mut Plan) {
        match self {
            Self::Plan(head) => {
                plan.municipality = head.municipality.into_owned();
                plan.title = head.title.into_owned();
                plan.period = head.period;
                plan.themes = head.themes.into_owned();
                plan.set_aside = head.set_aside.into_owned();
                plan.decided = head.decided.into_owned();
                plan.source = head.source.into_owned();
                plan.rules = head.rules.into_owned();
            }
            Self::Section(item) => plan.sections.push(item.into_owned()),
            Self::Initiative(item) => plan.initiatives.push(item.into_owned()),
            Self::Indicator(item) => plan.indicators.push(item.into_owned()),
            Self::Schedule(item) => plan.schedule.push(item.into_owned()),
            Self::Sheet(item) => plan.sheets.push(item.into_owned()),
            Self::Term(item) => plan.glossary.push(item.into_owned()),
            Self::RelatedPlan(item) => plan.related_plans.push(item.into_owned()),
            Self::Question(item) => plan.questions.push(item.into_owned()),
        }
    }
}

/// Whether nothing was said of any item.
#[allow(clippy::ptr_arg)] // serde's signature
fn says_nothing<Entry: Clone>(said: &Cow<'_, BTreeMap<Id, Entry>>) -> bool {
    said.is_empty()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::generate;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(200)))]

        #[test]
        fn the_records_of_a_plan_make_the_same_plan_again(plan in generate::plan()) {
            let mut again = Plan::default();
            for record in records(&plan) {
                Record::parse(&record.to_text()).unwrap().put_into(&mut again);
            }
            prop_assert_eq!(again, plan);
        }
    }

    #[test]
    fn a_schedule_item_kept_with_one_note_opens_with_its_year_unknown() {
        let kept = r#"{"schedule":{"id":"schedule-1","name":"見直し","progress":"四月に始めた。","nature":"finite","marks":{"2021":"done"},"departments":["総務課"]}}"#;
        let mut plan = Plan::default();
        Record::parse(kept).unwrap().put_into(&mut plan);
        let report = &plan.schedule[0].progress[0];
        assert_eq!(
            (report.fiscal_year, report.note.as_str()),
            (None, "四月に始めた。")
        );
        let again = records(&plan)[1].to_text();
        assert_eq!(Record::parse(&again), Some(records(&plan).remove(1)));
    }
}
