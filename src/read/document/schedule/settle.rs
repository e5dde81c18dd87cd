//! What can only be said of a schedule when all of it is read: first showings, and who could be responsible.

use super::super::reader::Reader;
use super::question;
use crate::plan::{Choice, QuestionKind, squash};
use crate::read::{FindingKind, Level};

impl Reader {
    /// Ties repeated items to their first showing and asks who is responsible for items without anybody.
    pub fn settle_schedule(&mut self) {
        for (index, line) in std::mem::take(&mut self.timetable.repeated) {
            let item = &self.draft.plan.schedule[index];
            let (id, name) = (item.id.clone(), squash(&item.name));
            let earlier = self.draft.plan.schedule.iter().take(index);
            let original = earlier
                .filter(|other| other.repeat_of.is_none())
                .find(|other| squash(&other.name) == name);
            let original = original.map(|other| other.id.clone());
            let (level, kind) = match original {
                Some(_) => (Level::Note, FindingKind::Repeated),
                None => (Level::Warning, FindingKind::RepeatWithoutOriginal),
            };
            self.draft.find_about(level, &line, kind, &id);
            self.draft.plan.schedule[index].repeat_of = original;
        }
        for (index, line) in std::mem::take(&mut self.timetable.unowned) {
            let id = self.draft.plan.schedule[index].id.clone();
            let choices = self.possible_departments(index);
            self.draft
                .find_about(Level::Question, &line, FindingKind::MissingDepartment, &id);
            self.draft.ask(question(
                &line,
                &id,
                QuestionKind::MissingDepartment,
                choices,
            ));
        }
    }

    /// The responsibility cells of the other items, each once: that of the item's first showing first, then the nearest.
    fn possible_departments(&self, index: usize) -> Vec<Choice> {
        let schedule = &self.draft.plan.schedule;
        let original = schedule[index].repeat_of.as_ref();
        let mut others: Vec<(bool, usize, &Vec<String>)> = schedule
            .iter()
            .enumerate()
            .filter(|(_, item)| !item.departments.is_empty())
            .map(|(other, item)| {
                (
                    Some(&item.id) != original,
                    other.abs_diff(index),
                    &item.departments,
                )
            })
            .collect();
        others.sort();
        let mut choices = Vec::new();
        for (_, _, departments) in others {
            let choice = Choice::Departments {
                departments: departments.clone(),
            };
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        choices
    }
}
