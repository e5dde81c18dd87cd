//! Plan files: a frame, an array of frames, or a bare plan as somebody writes it by hand.
//!
//! Only `title` is required; everything else has its default. A plan is read item by item, so that one
//! broken record costs only itself (`items`). Version 1 is the only one there is; a newer one is
//! refused and not touched.

mod ids;
mod items;
mod place;

use super::finding::{Finding, FindingKind, Level};
use super::{Reading, title_of_source};
use crate::plan::{FORMAT, Frame, Plan, VERSION, sort_by_key};
use items::{Item, Parts, Reader, Sound};
use place::Place;
use serde::Deserialize;
use serde::de::Error;
use serde_json::value::RawValue;

/// Whether a text is JSON and not a document that happens to begin with a bracket.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    match text.as_bytes().first() {
        Some(b'{') => true,
        Some(b'[') => matches!(
            text[1..].trim_start().as_bytes().first(),
            Some(b'{' | b'[' | b']' | b'"')
        ),
        _ => false,
    }
}

/// A plan file that is read in steps, so that whoever reads a large one can do something else between them, and stop.
pub struct PlanFile<'t> {
    source: &'t str,
    text: &'t str,
    reading: Reading,
    /// What is not read yet, with the place of its plan.
    items: Vec<(usize, Item<'t>)>,
    done: usize,
}

impl<'t> PlanFile<'t> {
    /// Looks over a file: JSON in its frame, an array of them, or a bare plan. `source` is its name.
    #[must_use]
    pub fn begin(source: &'t str, text: &'t str) -> Self {
        let mut file = Self {
            source,
            text: super::plan_file_in(text),
            reading: Reading::default(),
            items: Vec::new(),
            done: 0,
        };
        file.look_over();
        file
    }

    /// How many items it has.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items.len()
    }

    /// How many of them are read.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// Reads some more items; says whether there are others.
    pub fn step(&mut self, most: usize) -> bool {
        let until = self.items.len().min(self.done.saturating_add(most));
        let mut reader = Reader {
            whole: self.text,
            findings: &mut self.reading.findings,
        };
        for (place, item) in &self.items[self.done..until] {
            item.read(&mut reader, &mut self.reading.plans[*place]);
        }
        self.done = until;
        until < self.items.len()
    }

    /// What was read of it. What is wrong with it is said with its line; ids are filled in and made unique.
    #[must_use]
    pub fn finish(mut self) -> Reading {
        self.step(usize::MAX);
        let mut reading = self.reading;
        reading.plans.retain(|plan| *plan != Plan::default());
        place::warn_of_vanishing_numbers(self.text, &mut reading.findings);
        for plan in &mut reading.plans {
            if plan.title.is_empty() {
                plan.title = title_of_source(self.source);
            }
            ids::settle(plan, &mut reading.findings);
        }
        if reading.plans.is_empty() && reading.findings.is_empty() {
            reading.findings.push(Finding::nothing_found());
        }
        sort_by_key(&mut reading.findings, |finding| {
            finding.line.unwrap_or(u32::MAX)
        });
        reading
    }

    fn look_over(&mut self) {
        let text = self.text;
        if !text.trim_start().starts_with('[') {
            return self.look_over_one(text);
        }
        match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(entries) => entries
                .into_iter()
                .for_each(|entry| self.look_over_one(entry.get())),
            Err(error) => self.wrong(text, &error),
        }
    }

    /// Looks over one frame or bare plan, a part of the whole text.
    fn look_over_one(&mut self, part: &'t str) {
        let error = match serde_json::from_str::<Frame<Sound>>(part) {
            Ok(frame) if frame.format == FORMAT && frame.version == VERSION => {
                if !frame.plan.has_title() {
                    let untitled = serde_json::Error::missing_field("title");
                    self.wrong(part.trim_start(), &untitled);
                }
                return self.begin_plan(frame.plan);
            }
            Ok(_) => None,
            Err(error) => Some(error),
        };
        let head = match serde_json::from_str::<Head>(part) {
            Ok(head) => head,
            Err(error) => return self.wrong(part, &error),
        };
        if let Some(refusal) = refusal(self.text, part, &head) {
            self.reading.findings.push(refusal);
        } else if let Some(plan) = head.plan {
            // The frame is ours, its plan does not fit.
            if let Some(error) = error {
                self.wrong(part, &error);
            }
            self.begin_what_fits(plan.get());
        } else if head.title.is_some() {
            match serde_json::from_str(part) {
                Ok(plan) => self.begin_plan(plan),
                Err(error) => {
                    self.wrong(part, &error);
                    self.begin_what_fits(part);
                }
            }
        } else {
            let place = Place::at(self.text, part, 0);
            self.reading.findings.push(Finding::at(
                Level::Error,
                place.line,
                shown(part),
                FindingKind::NotUnderstood,
            ));
        }
    }

    /// Begins with a plan of which not every part is what it should be.
    fn begin_what_fits(&mut self, part: &'t str) {
        if let Ok(parts) = serde_json::from_str::<Parts<Option<&RawValue>>>(part) {
            let parts = parts.listed(&mut self.reader());
            self.begin_plan(parts);
        }
    }

    fn begin_plan(&mut self, parts: Sound<'t>) {
        let (plan, items) = items::begun(parts, &mut self.reader());
        let place = self.reading.plans.len();
        self.reading.plans.push(plan);
        self.items
            .extend(items.into_iter().map(|item| (place, item)));
    }

    fn reader(&mut self) -> Reader<'t, '_> {
        Reader {
            whole: self.text,
            findings: &mut self.reading.findings,
        }
    }

    fn wrong(&mut self, part: &str, error: &serde_json::Error) {
        let finding = Place::of(self.text, part, error).finding(error);
        self.reading.findings.push(finding);
    }
}

/// What a frame says of itself, whatever its plan holds.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Head<'a> {
    #[serde(borrow)]
    format: Option<&'a RawValue>,
    #[serde(borrow)]
    version: Option<&'a RawValue>,
    #[serde(borrow)]
    plan: Option<&'a RawValue>,
    #[serde(borrow)]
    title: Option<&'a RawValue>,
}

/// Why a frame is not for this program: another format, or a version from the future.
fn refusal(whole: &str, part: &str, head: &Head) -> Option<Finding> {
    let place = Place::at(whole, part, 0);
    let another =
        |format: &&RawValue| serde_json::from_str::<&str>(format.get()).ok() != Some(FORMAT);
    if let Some(format) = head
        .format
        .as_ref()
        .filter(|format| another(format) && head.plan.is_some())
    {
        return Some(Finding::at(
            Level::Error,
            place.line,
            format.get(),
            FindingKind::NotUnderstood,
        ));
    }
    let version = head
        .version
        .and_then(|version| serde_json::from_str::<u64>(version.get()).ok())?;
    let kind = FindingKind::FutureVersion { version };
    (version > VERSION).then(|| Finding::at(Level::Error, place.line, version.to_string(), kind))
}

/// The beginning of a text, as a finding shows it.
fn shown(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests;
