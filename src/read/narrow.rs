//! Findings narrowed to some of them, counted, and put together where they say the same.

use super::{Finding, FindingKind, Level};
use crate::plan::{Id, Plan, fold_search};
use std::collections::BTreeMap;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An indicator.
    Indicator,
    /// A schedule item.
    Schedule,
    /// A progress sheet.
    Sheet,
    /// An initiative.
    Initiative,
    /// A section.
    Section,
    /// A footnote.
    Term,
    /// A line of the source, or the whole of it.
    Source,
}

/// The levels in the order in which findings are listed: what matters most first.
pub const LEVELS: [Level; 4] = [Level::Error, Level::Question, Level::Warning, Level::Note];

/// Which items stand behind the ids that findings name.
#[derive(Clone, Debug, Default)]
pub struct Subjects(BTreeMap<Id, Subject>);

impl Subjects {
    /// The items of these plans.
    #[must_use]
    pub fn of(plans: &[Plan]) -> Self {
        let mut all = Self::default();
        for plan in plans {
            all.add(Subject::Section, plan.sections.iter().map(|item| &item.id));
            all.add(
                Subject::Initiative,
                plan.initiatives.iter().map(|item| &item.id),
            );
            all.add(
                Subject::Indicator,
                plan.indicators.iter().map(|item| &item.id),
            );
            all.add(Subject::Schedule, plan.schedule.iter().map(|item| &item.id));
            all.add(Subject::Sheet, plan.sheets.iter().map(|item| &item.id));
            all.add(Subject::Term, plan.glossary.iter().map(|item| &item.id));
        }
        all
    }

    /// What a finding is about.
    #[must_use]
    pub fn subject(&self, finding: &Finding) -> Subject {
        let found = finding.item.as_ref().and_then(|item| self.0.get(item));
        found.copied().unwrap_or(Subject::Source)
    }

    fn add<'a>(&mut self, subject: Subject, ids: impl Iterator<Item = &'a Id>) {
        self.0.extend(ids.map(|id| (id.clone(), subject)));
    }
}

/// To what findings are narrowed; nothing said, to all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// How much they matter.
    pub level: Option<Level>,
    /// What they are about.
    pub subject: Option<Subject>,
    /// Words that stand in the source's line or in what is said of it, however they are written.
    pub words: String,
}

impl Narrow {
    /// The findings that are left; `said` puts one into words.
    #[must_use]
    pub fn left<'a>(
        &self,
        findings: &'a [Finding],
        subjects: &Subjects,
        said: impl Fn(&Finding) -> String,
    ) -> Vec<&'a Finding> {
        let words: Vec<String> = self.words.split_whitespace().map(fold_search).collect();
        let stands = |finding: &&Finding| {
            if words.is_empty() {
                return true;
            }
            let text = fold_search(&[finding.text.as_str(), "\n", &said(finding)].concat());
            words.iter().all(|word| text.contains(word))
        };
        findings
            .iter()
            .filter(|finding| self.level.is_none_or(|level| level == finding.level))
            .filter(|finding| {
                let subject = subjects.subject(finding);
                self.subject.is_none_or(|wanted| wanted == subject)
            })
            .filter(stands)
            .collect()
    }
}

/// Findings of one level that say the same of different lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// How much they matter.
    pub level: Level,
    /// What they say.
    pub kind: &'a FindingKind,
    /// The findings, in the order of their lines.
    pub findings: Vec<&'a Finding>,
}

/// The findings put together by what they say: what matters most first, and of one level in the order of the source.
#[must_use]
pub fn grouped<'a>(findings: &[&'a Finding]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for level in LEVELS {
        let first = groups.len();
        for finding in findings.iter().filter(|finding| finding.level == level) {
            let same = groups[first..]
                .iter_mut()
                .find(|group| *group.kind == finding.kind);
            match same {
                Some(group) => group.findings.push(finding),
                None => groups.push(Group {
                    level,
                    kind: &finding.kind,
                    findings: vec![finding],
                }),
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Indicator;

    fn findings() -> Vec<Finding> {
        let not_understood = || FindingKind::NotUnderstood;
        vec![
            Finding::at(Level::Note, 1, "見出し", FindingKind::Caption),
            Finding::at(Level::Error, 4, "余り", not_understood()),
            Finding::at(Level::Warning, 5, "基準値", FindingKind::ShiftedColumns)
                .about(Id::from("indicator-1")),
            Finding::at(Level::Error, 9, "ふるさと", not_understood()),
        ]
    }

    fn lines(found: &[&Finding]) -> Vec<u32> {
        found.iter().filter_map(|finding| finding.line).collect()
    }

    fn left(narrow: &Narrow) -> Vec<u32> {
        let plan = Plan {
            indicators: vec![Indicator {
                id: Id::from("indicator-1"),
                ..Indicator::default()
            }],
            ..Plan::default()
        };
        let said = |finding: &Finding| format!("{:?}", finding.kind);
        lines(&narrow.left(&findings(), &Subjects::of(&[plan]), said))
    }

    #[test]
    fn findings_are_narrowed_by_level_by_what_they_are_about_and_by_words() {
        let all = Narrow::default();
        assert_eq!(left(&all), [1, 4, 5, 9]);
        let level = Some(Level::Error);
        assert_eq!(
            left(&Narrow {
                level,
                ..all.clone()
            }),
            [4, 9]
        );
        let of = |subject| Narrow {
            subject: Some(subject),
            ..all.clone()
        };
        assert_eq!(left(&of(Subject::Indicator)), [5]);
        assert_eq!(left(&of(Subject::Source)), [1, 4, 9]);
        let with = |words: &str| Narrow {
            words: words.to_owned(),
            ..all.clone()
        };
        assert_eq!(left(&with("フルサト")), [9]);
        assert_eq!(left(&with("notunderstood 余り")), [4]);
        assert!(left(&with("どこにもない")).is_empty());
    }

    #[test]
    fn findings_that_say_the_same_stand_together_what_matters_most_first() {
        let findings = findings();
        let all: Vec<&Finding> = findings.iter().collect();
        let groups = grouped(&all);
        let told: Vec<_> = groups
            .iter()
            .map(|group| (group.level, lines(&group.findings)))
            .collect();
        assert_eq!(
            told,
            [
                (Level::Error, vec![4, 9]),
                (Level::Warning, vec![5]),
                (Level::Note, vec![1])
            ]
        );
    }
}
