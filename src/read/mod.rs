//! Into a plan: JSON, CSV, pasted tables, plan documents.
//!
//! A reader never fails as a whole: it gives what it understood and a list of [`Finding`]s, all of them. Nothing
//! is guessed silently: a correction is a warning that names its line, what cannot be decided is a question, and
//! what was not understood is listed with its text.

mod bare_years;
mod blocks;
mod cells;
mod decode;
mod delimited;
pub mod document;
mod finding;
mod foreign;
mod indicator_table;
mod json;
mod labelled;
mod long;
mod narrow;
mod pasted;
mod references;
mod sections;
mod stacked;
mod table;
mod worded;

pub use decode::{Decoded, decode};
pub use finding::{Finding, FindingKind, Level};
pub use foreign::{Foreign, TELLING_BYTES, foreign};
pub use indicator_table::{
    Column, Entry, Field, IndicatorHeader, SectionName, TableContext, header_of, indicators,
    kind_of_heading, recognise,
};
pub use json::PlanFile;
pub use narrow::{Group, LEVELS, Narrow, Subject, Subjects, grouped};
pub use references::{Place, References, Run};
pub use table::{Row, Table};

use crate::plan::{CARRIED_PLAN, Plan};
use serde::{Deserialize, Serialize};

/// What a reader understood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The plans, in the order of the source; empty when nothing was understood.
    pub plans: Vec<Plan>,
    /// Everything worth saying about the reading, in the order of the source's lines.
    pub findings: Vec<Finding>,
}

/// Reads a text of whatever kind: plan JSON, CSV or TSV, a pasted table, or the text of a whole plan document.
/// `source` is the file's name as the person would name it (empty for pasted text).
#[must_use]
pub fn read_text(source: &str, text: &str) -> Reading {
    if is_plan_file(text) {
        return read_plan_file(source, text);
    }
    let text = without_mark(text);
    let mut findings = Vec::new();
    if let Some(table) = delimited::records(source, text, &mut findings) {
        return delimited::read(source, &table, findings);
    }
    if document::is_document(text) {
        return document::read(source, text);
    }
    let tables = pasted::read(source, text);
    if !tables.plans.is_empty() {
        return tables;
    }
    // Indicators may also stand in lines of prose.
    Some(document::read(source, text))
        .filter(|reading| !reading.plans.is_empty())
        .unwrap_or(tables)
}

/// Whether a text is JSON, as plan files are, or the app's one file with one in it.
#[must_use]
pub fn is_plan_file(text: &str) -> bool {
    json::is_json(plan_file_in(text))
}

/// Reads plan files and nothing else: JSON in its frame, an array of them, or a bare plan.
#[must_use]
pub fn read_plan_file(source: &str, text: &str) -> Reading {
    PlanFile::begin(source, text).finish()
}

/// The plan file that stands inside the app's one file, where the text is that; else the text itself.
fn plan_file_in(text: &str) -> &str {
    let text = without_mark(text);
    let page = text.starts_with("<!doctype html>").then_some(text);
    let carried = page.and_then(|page| page.split_once(CARRIED_PLAN)?.1.split_once('>'));
    carried
        .and_then(|(_, rest)| Some(rest.split_once("</script>")?.0))
        .filter(|plan| !plan.is_empty())
        .unwrap_or(text)
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Reads a file's bytes: decodes them ([`decode`]) and reads the text. What is no text ([`foreign`]) is refused.
#[must_use]
pub fn read_bytes(source: &str, bytes: &[u8], legacy: &dyn Fn(&[u8]) -> Option<String>) -> Reading {
    if let Some(foreign) = foreign(bytes) {
        let mut finding = Finding::nothing_found();
        finding.kind = FindingKind::Foreign { foreign };
        return Reading {
            plans: Vec::new(),
            findings: vec![finding],
        };
    }
    let decoded = decode(bytes, legacy);
    let mut reading = read_text(source, &decoded.text);
    reading.findings.splice(0..0, decoded.findings());
    reading
}

/// The title of a plan that has none of its own: the file's name without folder and ending.
fn title_of_source(source: &str) -> String {
    let name = source.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
