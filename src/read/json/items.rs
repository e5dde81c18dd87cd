//! A plan read item by item: what does not fit is left out and said, so that one broken record costs only itself.

use super::place::Place;
use super::shown;
use crate::plan::Plan;
use crate::read::finding::{Finding, FindingKind, Level};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The parts of a plan, none of them read yet. `List` is what stands for a list: its items, or whatever stands in its
/// place.
#[derive(Deserialize)]
#[serde(bound(deserialize = "List: Deserialize<'de> + Default"))]
pub(super) struct Parts<'t, List> {
    #[serde(borrow, default)]
    municipality: Option<&'t RawValue>,
    #[serde(borrow, default)]
    title: Option<&'t RawValue>,
    #[serde(borrow, default)]
    period: Option<&'t RawValue>,
    #[serde(borrow, default)]
    source: Option<&'t RawValue>,
    #[serde(default)]
    sections: List,
    #[serde(default)]
    initiatives: List,
    #[serde(default)]
    indicators: List,
    #[serde(default)]
    schedule: List,
    #[serde(default)]
    sheets: List,
    #[serde(default)]
    glossary: List,
    #[serde(default)]
    related_plans: List,
    #[serde(borrow, default)]
    themes: Option<&'t RawValue>,
    #[serde(borrow, default)]
    set_aside: Option<&'t RawValue>,
    #[serde(borrow, default)]
    decided: Option<&'t RawValue>,
    #[serde(default)]
    questions: List,
    #[serde(borrow, default)]
    rules: Option<&'t RawValue>,
}

/// The parts of a plan whose lists are lists.
pub(super) type Sound<'t> = Parts<'t, Vec<&'t RawValue>>;

impl<'t> Sound<'t> {
    /// Whether it has what every plan has.
    pub(super) fn has_title(&self) -> bool {
        self.title.is_some()
    }
}

impl<'t> Parts<'t, Option<&'t RawValue>> {
    /// The items of the lists that are lists; what is wrong with the others is said.
    pub(super) fn listed(self, reader: &mut Reader) -> Sound<'t> {
        Parts {
            municipality: self.municipality,
            title: self.title,
            period: self.period,
            source: self.source,
            sections: reader.listed(self.sections),
            initiatives: reader.listed(self.initiatives),
            indicators: reader.listed(self.indicators),
            schedule: reader.listed(self.schedule),
            sheets: reader.listed(self.sheets),
            glossary: reader.listed(self.glossary),
            related_plans: reader.listed(self.related_plans),
            themes: self.themes,
            set_aside: self.set_aside,
            decided: self.decided,
            questions: reader.listed(self.questions),
            rules: self.rules,
        }
    }
}

/// An item of one of a plan's lists, not read yet.
#[derive(Clone, Copy)]
pub(super) struct Item<'t> {
    json: &'t RawValue,
    read: fn(&mut Reader, &str, &mut Plan),
}

impl Item<'_> {
    /// Reads it into its plan.
    pub(super) fn read(&self, reader: &mut Reader, plan: &mut Plan) {
        (self.read)(reader, self.json.get(), plan);
    }
}

/// The plan without its lists, and the items of these.
pub(super) fn begun<'t>(parts: Sound<'t>, reader: &mut Reader) -> (Plan, Vec<Item<'t>>) {
    let mut items = Vec::new();
    let mut list = |list: Vec<&'t RawValue>, read: fn(&mut Reader, &str, &mut Plan)| {
        items.extend(list.into_iter().map(|json| Item { json, read }));
    };
    list(parts.sections, |reader, json, plan| {
        plan.sections.extend(reader.read(json));
    });
    list(parts.initiatives, |reader, json, plan| {
        plan.initiatives.extend(reader.read(json));
    });
    list(parts.indicators, |reader, json, plan| {
        plan.indicators.extend(reader.read(json));
    });
    list(parts.schedule, |reader, json, plan| {
        plan.schedule.extend(reader.read(json));
    });
    list(parts.sheets, |reader, json, plan| {
        plan.sheets.extend(reader.read(json));
    });
    list(parts.glossary, |reader, json, plan| {
        plan.glossary.extend(reader.read(json));
    });
    list(parts.related_plans, |reader, json, plan| {
        plan.related_plans.extend(reader.read(json));
    });
    list(parts.questions, |reader, json, plan| {
        plan.questions.extend(reader.read(json));
    });
    let plan = Plan {
        municipality: reader.one(parts.municipality),
        title: reader.one(parts.title),
        period: reader.one(parts.period),
        source: reader.one(parts.source),
        themes: reader.one(parts.themes),
        set_aside: reader.one(parts.set_aside),
        decided: reader.one(parts.decided),
        rules: reader.one(parts.rules),
        ..Plan::default()
    };
    (plan, items)
}

/// Reads parts of a text and says what does not fit.
pub(super) struct Reader<'t, 'f> {
    pub(super) whole: &'t str,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    /// One part; its default where it does not fit.
    fn one<T: DeserializeOwned + Default>(&mut self, part: Option<&RawValue>) -> T {
        part.and_then(|part| self.read(part.get()))
            .unwrap_or_default()
    }

    /// The items of what should be a list.
    fn listed<'t>(&mut self, part: Option<&'t RawValue>) -> Vec<&'t RawValue> {
        let Some(part) = part else { return Vec::new() };
        serde_json::from_str(part.get()).unwrap_or_else(|error| {
            let finding = Place::of(self.whole, part.get(), &error).finding(&error);
            self.findings.push(finding);
            Vec::new()
        })
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
