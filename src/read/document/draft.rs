//! The plan while it is being read.

use super::line::Line;
use super::outline::Outline;
use crate::plan::{
    GlossaryEntry, Id, Indicator, Initiative, Plan, ProgressSheet, Provenance, Question,
    ScheduleItem,
};
use crate::read::{Finding, FindingKind, Level};

/// The plan while it is being read: items get their ids and places as they are added.
#[derive(Default)]
pub struct Draft {
    /// The plan; its sections stand in `outline` until the end.
    pub plan: Plan,
    /// The hierarchy and where the reader stands in it.
    pub outline: Outline,
    /// What there is to say.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// Where something was read.
    #[must_use]
    pub fn provenance(&self, line: u32) -> Provenance {
        Provenance {
            source: self.plan.source.clone(),
            line: Some(line),
        }
    }

    /// Says something about a line.
    pub fn find(&mut self, level: Level, line: &Line, kind: FindingKind) {
        self.findings
            .push(Finding::at(level, line.number, shown(&line.text), kind));
    }

    /// Says something about an item and the line it was read from.
    pub fn find_about(&mut self, level: Level, line: &Line, kind: FindingKind, item: &Id) {
        self.findings
            .push(Finding::at(level, line.number, shown(&line.text), kind).about(item.clone()));
    }

    /// Lists a line that was not understood.
    pub fn not_understood(&mut self, line: &Line) {
        self.find(Level::Error, line, FindingKind::NotUnderstood);
    }

    /// Adds an initiative and gives its index.
    pub fn add_initiative(&mut self, initiative: Initiative) -> usize {
        let index = self.plan.initiatives.len();
        let id = Id::numbered("initiative", index + 1);
        self.plan.initiatives.push(Initiative { id, ..initiative });
        index
    }

    /// Adds an indicator.
    pub fn add_indicator(&mut self, indicator: Indicator) {
        let id = Id::numbered("indicator", self.plan.indicators.len() + 1);
        self.plan.indicators.push(Indicator { id, ..indicator });
    }

    /// Adds a schedule item and gives its id.
    pub fn add_schedule_item(&mut self, item: ScheduleItem) -> Id {
        let id = Id::numbered("schedule", self.plan.schedule.len() + 1);
        self.plan.schedule.push(ScheduleItem {
            id: id.clone(),
            ..item
        });
        id
    }

    /// Adds a progress sheet.
    pub fn add_sheet(&mut self, sheet: ProgressSheet) -> Id {
        let id = Id::numbered("sheet", self.plan.sheets.len() + 1);
        self.plan.sheets.push(ProgressSheet {
            id: id.clone(),
            ..sheet
        });
        id
    }

    /// Adds a glossary entry.
    pub fn add_glossary_entry(&mut self, entry: GlossaryEntry) {
        let id = Id::numbered("term", self.plan.glossary.len() + 1);
        self.plan.glossary.push(GlossaryEntry { id, ..entry });
    }

    /// Adds a question.
    pub fn ask(&mut self, question: Question) {
        let id = Id::numbered("question", self.plan.questions.len() + 1);
        self.plan.questions.push(Question { id, ..question });
    }
}

/// A line as it can be shown to a person: its cells with a bar between them, empty ones at the ends left out.
#[must_use]
pub fn shown(text: &str) -> String {
    text.trim()
        .split('\t')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" | ")
}
