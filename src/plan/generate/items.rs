//! Everything of a plan but its indicators; without ids, in no section.

use super::super::{
    Against, AnnualReport, Choice, Condition, Detail, FiscalYear, Formula, GlossaryEntry, Grade,
    Id, Initiative, Mark, Municipality, Nature, PlanPeriod, ProgressSheet, Question, QuestionKind,
    RelatedPlan, Reported, Rules, Scale, ScheduleItem, Section, Statement, Step,
};
use super::values::{fiscal_year, provenance, text, texts};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

pub fn plan_period() -> BoxedStrategy<PlanPeriod> {
    (option::of(fiscal_year()), option::of(fiscal_year()))
        .prop_map(|(start, end)| PlanPeriod { start, end })
        .boxed()
}

/// A scale's shares and words do not matter here, only that they survive.
fn scale() -> BoxedStrategy<Scale> {
    let step = (text(), text(), -2_i32..12).prop_map(|(word, means, tenths)| Step {
        word,
        means,
        grade: Grade::OnTrack,
        when: Condition::From,
        share: f64::from(tenths) / 10.0,
    });
    (text(), text(), vec(step, 0..3), texts())
        .prop_map(|(name, title, steps, typed)| Scale {
            name,
            unjudged: title.clone(),
            title,
            against: Against::Plan,
            steps,
            typed,
        })
        .boxed()
}

pub fn rules() -> BoxedStrategy<Rules> {
    let formula = option::of(proptest::sample::select(vec![Formula::A, Formula::Cagr]));
    (formula, text(), option::of(scale()))
        .prop_map(|(formula, scale, own_scale)| Rules {
            formula,
            scale,
            own_scale: own_scale.map(Box::new),
        })
        .boxed()
}

pub fn municipality() -> BoxedStrategy<Municipality> {
    (text(), text())
        .prop_map(|(name, code)| Municipality { name, code })
        .boxed()
}

pub fn statement() -> BoxedStrategy<Statement> {
    (text(), any::<bool>(), text(), provenance())
        .prop_map(|(heading, bullet, text, provenance)| Statement {
            heading,
            bullet,
            text,
            provenance,
        })
        .boxed()
}

pub fn section() -> BoxedStrategy<Section> {
    let words = (text(), text(), text(), texts(), texts());
    let parts = (
        vec(statement(), 0..3),
        vec(statement(), 0..2),
        vec(1_u8..=17, 0..3),
    );
    (words, parts, provenance())
        .prop_map(
            |((level, number, title, tags, departments), (situation, aims, sdgs), provenance)| {
                Section {
                    level,
                    number,
                    title,
                    tags,
                    departments,
                    situation,
                    aims,
                    sdgs,
                    provenance,
                    ..Section::default()
                }
            },
        )
        .boxed()
}

pub fn initiative() -> BoxedStrategy<Initiative> {
    let detail = (text(), any::<bool>()).prop_map(|(text, measure)| Detail { text, measure });
    (text(), text(), vec(detail, 0..3), texts(), provenance())
        .prop_map(
            |(number, name, details, departments, provenance)| Initiative {
                number,
                name,
                details,
                departments,
                provenance,
                ..Initiative::default()
            },
        )
        .boxed()
}

pub fn schedule_item() -> BoxedStrategy<ScheduleItem> {
    let nature =
        proptest::sample::select(vec![Nature::Continuing, Nature::Finite, Nature::Unknown]);
    (
        text(),
        text(),
        vec(annual_report(), 0..3),
        nature,
        marks(),
        texts(),
        provenance(),
    )
        .prop_map(
            |(name, summary, progress, nature, marks, departments, provenance)| ScheduleItem {
                name,
                summary,
                progress,
                nature,
                marks,
                departments,
                provenance,
                ..ScheduleItem::default()
            },
        )
        .boxed()
}

pub fn annual_report() -> BoxedStrategy<AnnualReport> {
    let state = option::of(proptest::sample::select(Reported::ALL.to_vec()));
    let year = option::of(fiscal_year());
    (year, text(), state, any::<bool>())
        .prop_map(|(fiscal_year, note, state, carried_over)| AnnualReport {
            fiscal_year,
            note,
            state,
            carried_over,
        })
        .boxed()
}

pub fn sheet() -> BoxedStrategy<ProgressSheet> {
    let words = (text(), option::of(fiscal_year()), text(), text());
    let lists = (texts(), texts(), texts());
    let notes = (option::of(text()), option::of(text()), option::of(text()));
    (words, lists, notes, provenance())
        .prop_map(|(words, lists, notes, provenance)| {
            let (title, fiscal_year, aim, achievement) = words;
            let (departments, goals, actions) = lists;
            let (first_half, second_half, evaluation) = notes;
            ProgressSheet {
                title,
                fiscal_year,
                departments,
                aim,
                goals,
                actions,
                first_half,
                second_half,
                achievement,
                evaluation,
                provenance,
                ..ProgressSheet::default()
            }
        })
        .boxed()
}

pub fn glossary_entry() -> BoxedStrategy<GlossaryEntry> {
    (text(), text(), text(), provenance())
        .prop_map(|(mark, term, explanation, provenance)| GlossaryEntry {
            mark,
            term,
            explanation,
            provenance,
            ..GlossaryEntry::default()
        })
        .boxed()
}

pub fn related_plan() -> BoxedStrategy<RelatedPlan> {
    (text(), provenance())
        .prop_map(|(name, provenance)| RelatedPlan {
            name,
            section: None,
            provenance,
        })
        .boxed()
}

pub fn question() -> BoxedStrategy<Question> {
    use QuestionKind::{AmbiguousStructure, AmbiguousValue, AmbiguousYears, MissingDepartment};
    let kind = vec![
        MissingDepartment,
        AmbiguousYears,
        AmbiguousValue,
        AmbiguousStructure,
    ];
    let choice = prop_oneof![
        texts().prop_map(|departments| Choice::Departments { departments }),
        marks().prop_map(|marks| Choice::Marks { marks }),
        text().prop_map(|text| Choice::Text { text }),
    ];
    (
        proptest::sample::select(kind),
        text(),
        option::of(any::<u32>()),
        vec(choice, 0..3),
    )
        .prop_map(|(kind, source_text, line, choices)| Question {
            id: Id::default(),
            item: Id::default(),
            kind,
            source_text,
            line,
            choices,
        })
        .boxed()
}

pub fn marks() -> BoxedStrategy<BTreeMap<FiscalYear, Mark>> {
    btree_map(
        fiscal_year(),
        proptest::sample::select(vec![Mark::Done, Mark::Ongoing]),
        0..7,
    )
    .boxed()
}
