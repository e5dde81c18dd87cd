//! Plan files: a frame, an array of frames, or a bare plan as somebody writes it by hand.
//!
//! Only `title` is required; everything else has its default. A file whose plan does not fit is read again item by
//! item, so that one broken record costs only itself (`repair`). Version 1 is the only one there is; a newer one is
//! refused and not touched.

mod ids;
mod place;
mod repair;

use super::finding::{Finding, FindingKind, Level};
use super::{Reading, title_of_source};
use crate::plan::{FORMAT, Frame, Plan, VERSION, sort_by_key};
use place::Place;
use serde::Deserialize;
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

/// Reads a plan file. What is wrong with it is said with its line; ids are filled in and made unique.
pub(super) fn read(source: &str, text: &str) -> Reading {
    let mut reading = Reading::default();
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(entries) => {
                for entry in entries {
                    read_one(text, entry.get(), &mut reading);
                }
            }
            Err(error) => reading
                .findings
                .push(Place::of(text, text, &error).finding(&error)),
        }
    } else {
        read_one(text, text, &mut reading);
    }
    place::warn_of_vanishing_numbers(text, &mut reading.findings);
    for plan in &mut reading.plans {
        if plan.title.is_empty() {
            plan.title = title_of_source(source);
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

/// Reads one frame or bare plan, a part of the whole text.
fn read_one(whole: &str, part: &str, reading: &mut Reading) {
    let error = match serde_json::from_str::<Frame>(part) {
        Ok(frame) if frame.format == FORMAT && frame.version == VERSION => {
            reading.plans.push(frame.plan);
            return;
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    let head = match serde_json::from_str::<Head>(part) {
        Ok(head) => head,
        Err(error) => {
            reading
                .findings
                .push(Place::of(whole, part, &error).finding(&error));
            return;
        }
    };
    if let Some(refusal) = refusal(whole, part, &head) {
        reading.findings.push(refusal);
    } else if let Some(plan) = head.plan {
        // The frame is ours, its plan does not fit.
        if let Some(error) = error {
            reading
                .findings
                .push(Place::of(whole, part, &error).finding(&error));
        }
        reading
            .plans
            .extend(repair::plan(whole, plan.get(), &mut reading.findings));
    } else if head.title.is_some() {
        match serde_json::from_str::<Plan>(part) {
            Ok(plan) => reading.plans.push(plan),
            Err(error) => {
                reading
                    .findings
                    .push(Place::of(whole, part, &error).finding(&error));
                reading
                    .plans
                    .extend(repair::plan(whole, part, &mut reading.findings));
            }
        }
    } else {
        let place = Place::at(whole, part, 0);
        reading.findings.push(Finding::at(
            Level::Error,
            place.line,
            shown(part),
            FindingKind::NotUnderstood,
        ));
    }
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
