//! A plan whose JSON is whole but does not fit, read item by item: what does not fit is left out and said.

use super::place::Place;
use super::shown;
use crate::plan::Plan;
use crate::read::finding::{Finding, FindingKind, Level};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The parts of a plan, none of them read yet.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Parts<'a> {
    #[serde(borrow)]
    municipality: Option<&'a RawValue>,
    #[serde(borrow)]
    title: Option<&'a RawValue>,
    #[serde(borrow)]
    period: Option<&'a RawValue>,
    #[serde(borrow)]
    source: Option<&'a RawValue>,
    #[serde(borrow)]
    sections: Option<&'a RawValue>,
    #[serde(borrow)]
    initiatives: Option<&'a RawValue>,
    #[serde(borrow)]
    indicators: Option<&'a RawValue>,
    #[serde(borrow)]
    schedule: Option<&'a RawValue>,
    #[serde(borrow)]
    sheets: Option<&'a RawValue>,
    #[serde(borrow)]
    glossary: Option<&'a RawValue>,
    #[serde(borrow)]
    related_plans: Option<&'a RawValue>,
    #[serde(borrow)]
    themes: Option<&'a RawValue>,
    #[serde(borrow)]
    set_aside: Option<&'a RawValue>,
    #[serde(borrow)]
    decided: Option<&'a RawValue>,
    #[serde(borrow)]
    questions: Option<&'a RawValue>,
    #[serde(borrow)]
    rules: Option<&'a RawValue>,
}

/// What fits of a plan; none when nothing of it is a plan's.
pub(super) fn plan(whole: &str, part: &str, findings: &mut Vec<Finding>) -> Option<Plan> {
    let parts: Parts = serde_json::from_str(part).ok()?;
    let mut repair = Repair { whole, findings };
    let plan = Plan {
        municipality: repair.one(parts.municipality),
        title: repair.one(parts.title),
        period: repair.one(parts.period),
        source: repair.one(parts.source),
        sections: repair.each(parts.sections),
        initiatives: repair.each(parts.initiatives),
        indicators: repair.each(parts.indicators),
        schedule: repair.each(parts.schedule),
        sheets: repair.each(parts.sheets),
        glossary: repair.each(parts.glossary),
        related_plans: repair.each(parts.related_plans),
        themes: repair.one(parts.themes),
        set_aside: repair.one(parts.set_aside),
        decided: repair.one(parts.decided),
        questions: repair.each(parts.questions),
        rules: repair.one(parts.rules),
    };
    (plan != Plan::default()).then_some(plan)
}

struct Repair<'a, 'f> {
    whole: &'a str,
    findings: &'f mut Vec<Finding>,
}

impl Repair<'_, '_> {
    /// One part; its default where it does not fit.
    fn one<T: DeserializeOwned + Default>(&mut self, part: Option<&RawValue>) -> T {
        part.and_then(|part| self.read(part.get()))
            .unwrap_or_default()
    }

    /// The items of a list that fit.
    fn each<T: DeserializeOwned>(&mut self, part: Option<&RawValue>) -> Vec<T> {
        let Some(part) = part else { return Vec::new() };
        match serde_json::from_str::<Vec<&RawValue>>(part.get()) {
            Ok(items) => items
                .into_iter()
                .filter_map(|item| self.read(item.get()))
                .collect(),
            Err(error) => {
                self.findings
                    .push(Place::of(self.whole, part.get(), &error).finding(&error));
                Vec::new()
            }
        }
    }

    /// Reads a part; what does not fit is said once for what is wrong with it and once for what is lost with it.
    fn read<T: DeserializeOwned>(&mut self, part: &str) -> Option<T> {
        let error = match serde_json::from_str(part) {
            Ok(read) => return Some(read),
            Err(error) => error,
        };
        let finding = Place::of(self.whole, part, &error).finding(&error);
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
        let line = Place::at(self.whole, part, 0).line;
        self.findings.push(Finding::at(
            Level::Error,
            line,
            shown(part),
            FindingKind::NotUnderstood,
        ));
        None
    }
}
