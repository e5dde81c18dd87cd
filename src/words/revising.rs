//! What two versions of a plan say, in words.

use super::{Words, accumulation, direction, fill, period, plan_period, section_title};
use crate::plan::{Choice, FiscalYear, Id, Mark, Nature, Period, Plan};
use crate::read::Subject;
use crate::revise::{Field, Kind, Shown};
use std::collections::BTreeMap;

/// The names of what is compared; a key is named after the kind or field it is for.
#[derive(Debug)]
#[allow(missing_docs)] // a key's documentation is its text
pub struct Revising {
    pub plan: &'static str,
    pub section: &'static str,
    pub initiative: &'static str,
    pub indicator: &'static str,
    pub schedule: &'static str,
    pub sheet: &'static str,
    pub term: &'static str,
    pub related_plan: &'static str,
    pub source: &'static str,
    pub name: &'static str,
    pub municipality: &'static str,
    pub years: &'static str,
    pub number: &'static str,
    pub level: &'static str,
    pub place: &'static str,
    pub kind: &'static str,
    pub unit: &'static str,
    pub baseline: &'static str,
    pub targets: &'static str,
    pub actual: &'static str,
    pub actual_note: &'static str,
    pub direction: &'static str,
    pub accumulation: &'static str,
    pub measurement: &'static str,
    pub initiatives: &'static str,
    pub departments: &'static str,
    pub published_rate: &'static str,
    pub note: &'static str,
    pub situation: &'static str,
    pub aims: &'static str,
    pub goals: &'static str,
    pub tags: &'static str,
    pub details: &'static str,
    pub summary: &'static str,
    pub progress: &'static str,
    pub nature: &'static str,
    pub marks: &'static str,
    pub repeat_of: &'static str,
    pub sheet_goals: &'static str,
    pub actions: &'static str,
    pub first_half: &'static str,
    pub second_half: &'static str,
    pub achievement: &'static str,
    pub evaluation: &'static str,
    pub explanation: &'static str,
    pub cited_in: &'static str,
    pub nothing: &'static str,
    pub figure: &'static str,
}

/// What a kind of item is called.
#[must_use]
pub fn kind_name(words: &Words, kind: Kind) -> &'static str {
    let texts = &words.revising;
    match kind {
        Kind::Plan => texts.plan,
        Kind::Section => texts.section,
        Kind::Initiative => texts.initiative,
        Kind::Indicator => texts.indicator,
        Kind::Schedule => texts.schedule,
        Kind::Sheet => texts.sheet,
        Kind::Term => texts.term,
        Kind::RelatedPlan => texts.related_plan,
    }
}

/// What a finding is about.
#[must_use]
pub fn subject_name(words: &Words, subject: Subject) -> &'static str {
    let kind = match subject {
        Subject::Indicator => Kind::Indicator,
        Subject::Schedule => Kind::Schedule,
        Subject::Sheet => Kind::Sheet,
        Subject::Initiative => Kind::Initiative,
        Subject::Section => Kind::Section,
        Subject::Term => Kind::Term,
        Subject::Source => return words.revising.source,
    };
    kind_name(words, kind)
}

/// What a field is called.
#[must_use]
pub fn field_label(words: &Words, field: Field) -> String {
    let texts = &words.revising;
    let of = |template: &str, when: Period| fill(template, &[("year", &period(words, when))]);
    let name = match field {
        Field::Name => texts.name,
        Field::Municipality => texts.municipality,
        Field::Years => texts.years,
        Field::Number => texts.number,
        Field::Level => texts.level,
        Field::Section => texts.place,
        Field::Kind => texts.kind,
        Field::Unit => texts.unit,
        Field::Baseline => texts.baseline,
        Field::Targets => texts.targets,
        Field::Actual(when) => return of(texts.actual, when),
        Field::ActualNote(when) => return of(texts.actual_note, when),
        Field::Report(when) => return of(texts.progress, when),
        Field::Direction => texts.direction,
        Field::Accumulation => texts.accumulation,
        Field::Measurement => texts.measurement,
        Field::Initiatives => texts.initiatives,
        Field::Departments => texts.departments,
        Field::PublishedRate => texts.published_rate,
        Field::Note => texts.note,
        Field::Situation => texts.situation,
        Field::Aims => texts.aims,
        Field::Goals => texts.goals,
        Field::Tags => texts.tags,
        Field::Details => texts.details,
        Field::Summary => texts.summary,
        Field::Nature => texts.nature,
        Field::Marks => texts.marks,
        Field::RepeatOf => texts.repeat_of,
        Field::SheetGoals => texts.sheet_goals,
        Field::Actions => texts.actions,
        Field::FirstHalf => texts.first_half,
        Field::SecondHalf => texts.second_half,
        Field::Achievement => texts.achievement,
        Field::Evaluation => texts.evaluation,
        Field::Explanation => texts.explanation,
        Field::CitedIn => texts.cited_in,
    };
    name.to_owned()
}

/// What stands in a field; other items are named from the plan. An actual's year stands in its field's name.
#[must_use]
pub fn shown(words: &Words, plan: &Plan, field: Field, shown: &Shown) -> String {
    let joined = |texts: Vec<String>| texts.join(words.app.list_separator);
    match shown {
        Shown::Nothing => words.revising.nothing.to_owned(),
        Shown::Text(text) => text.trim().to_owned(),
        Shown::Texts(texts) => joined(texts.iter().map(|text| text.trim().to_owned()).collect()),
        Shown::Figures(figures) => {
            let told = figures.iter().map(|(when, text)| match field {
                Field::Actual(_) => text.trim().to_owned(),
                _ => fill(
                    words.revising.figure,
                    &[("value", text.trim()), ("year", &period(words, *when))],
                ),
            });
            joined(told.collect())
        }
        Shown::Marks(held) => marks(words, held),
        Shown::Items(ids) => joined(ids.iter().map(|id| item_name(plan, id)).collect()),
        Shown::Direction(held) => direction(words, *held).to_owned(),
        Shown::Accumulation(held) => accumulation(words, *held).to_owned(),
        Shown::Nature(Nature::Continuing) => words.schedule.continuing.to_owned(),
        Shown::Nature(Nature::Finite) => words.schedule.finite.to_owned(),
        Shown::Nature(Nature::Unknown) => words.kinds.unknown.to_owned(),
        Shown::Years(years) => plan_period(words, *years),
    }
}

/// What a choice comes to: `R6○ R7●`, departments, a text.
#[must_use]
pub fn choice(words: &Words, choice: &Choice) -> String {
    match choice {
        Choice::Marks { marks: held } => marks(words, held),
        Choice::Departments { departments } => departments.join(words.app.list_separator),
        Choice::Text { text } => text.clone(),
    }
}

/// `R6○ R7●`.
fn marks(words: &Words, marks: &BTreeMap<FiscalYear, Mark>) -> String {
    if marks.is_empty() {
        return words.questions.no_marks.to_owned();
    }
    let each = marks.iter().map(|(year, mark)| {
        let sign = match mark {
            Mark::Done => "●",
            Mark::Ongoing => "○",
        };
        [&*year.short(), sign].concat()
    });
    each.collect::<Vec<_>>().join(" ")
}

/// The name of an item that another names, a section's with its number; its id where it has none.
fn item_name(plan: &Plan, id: &Id) -> String {
    let section = plan.section(id).map(section_title);
    let name = section.or_else(|| plan.name_of(id).map(str::to_owned));
    name.unwrap_or_else(|| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, words};

    #[test]
    fn what_stands_in_a_field_is_said_with_its_years() {
        let ja = words(Language::Japanese);
        let plan = Plan::default();
        let year = Period::FiscalYear(FiscalYear(2029));
        let figures = Shown::Figures(vec![(year, "1,500人".to_owned())]);
        assert_eq!(
            shown(ja, &plan, Field::Targets, &figures),
            "1,500人（令和11年度）"
        );
        assert_eq!(shown(ja, &plan, Field::Actual(year), &figures), "1,500人");
        assert_eq!(field_label(ja, Field::Actual(year)), "令和11年度の実績");
        assert_eq!(shown(ja, &plan, Field::Targets, &Shown::Nothing), "なし");
        let held = BTreeMap::from([
            (FiscalYear(2024), Mark::Ongoing),
            (FiscalYear(2025), Mark::Done),
        ]);
        assert_eq!(choice(ja, &Choice::Marks { marks: held }), "R6○ R7●");
    }
}
