//! A plan's facts without its prose: what may be passed on freely.
//!
//! Figures, names, years, departments and marks are facts; how a municipality describes and argues is its own work.

use crate::plan::{
    Actual, AnnualReport, Choice, GlossaryEntry, Indicator, Initiative, Plan, ProgressSheet,
    Provenance, Question, RelatedPlan, ScheduleItem, Section,
};
use std::collections::BTreeMap;

/// The plan with its names, numbers, units, figures, years, departments, marks, achievements, SDGs, tags and themes, and
/// nothing else: no situation, aims, descriptions, notes, reports or explanations, and no lines of the source, which
/// are of use only with the source at hand. Names of measures (単位施策) stay, bullets in sentences go.
#[must_use]
pub fn facts(plan: &Plan) -> Plan {
    Plan {
        municipality: plan.municipality.clone(),
        title: plan.title.clone(),
        period: plan.period,
        source: plan.source.clone(),
        sections: plan.sections.iter().map(section).collect(),
        initiatives: plan.initiatives.iter().map(initiative).collect(),
        indicators: plan.indicators.iter().map(indicator).collect(),
        schedule: plan.schedule.iter().map(schedule_item).collect(),
        sheets: plan.sheets.iter().map(sheet).collect(),
        glossary: plan.glossary.iter().map(glossary_entry).collect(),
        related_plans: plan.related_plans.iter().map(related_plan).collect(),
        themes: plan.themes.clone(),
        set_aside: BTreeMap::new(),
        decided: BTreeMap::new(),
        questions: plan.questions.iter().map(question).collect(),
        rules: plan.rules.clone(),
    }
}

fn section(section: &Section) -> Section {
    Section {
        id: section.id.clone(),
        parent: section.parent.clone(),
        level: section.level.clone(),
        number: section.number.clone(),
        title: term(&section.title),
        situation: Vec::new(),
        aims: Vec::new(),
        departments: section.departments.clone(),
        sdgs: section.sdgs.clone(),
        tags: section.tags.clone(),
        provenance: Provenance::default(),
    }
}

fn initiative(initiative: &Initiative) -> Initiative {
    Initiative {
        id: initiative.id.clone(),
        section: initiative.section.clone(),
        number: initiative.number.clone(),
        name: term(&initiative.name),
        details: initiative
            .details
            .iter()
            .filter(|detail| detail.measure)
            .cloned()
            .collect(),
        departments: initiative.departments.clone(),
        provenance: Provenance::default(),
    }
}

fn indicator(indicator: &Indicator) -> Indicator {
    Indicator {
        measurement: term(&indicator.measurement),
        actuals: indicator.actuals.iter().map(actual).collect(),
        note: String::new(),
        provenance: Provenance::default(),
        ..indicator.clone()
    }
}

/// The figure; when and by whom it was entered is nobody else's business.
fn actual(actual: &Actual) -> Actual {
    Actual {
        period: actual.period,
        text: actual.text.clone(),
        value: actual.value.clone(),
        half_year: actual.half_year,
        ..Actual::default()
    }
}

fn schedule_item(item: &ScheduleItem) -> ScheduleItem {
    ScheduleItem {
        summary: String::new(),
        progress: item.progress.iter().filter_map(annual_report).collect(),
        provenance: Provenance::default(),
        ..item.clone()
    }
}

/// Where an item stood in which year is a fact, the note is prose.
fn annual_report(report: &AnnualReport) -> Option<AnnualReport> {
    report.state.map(|state| AnnualReport {
        fiscal_year: report.fiscal_year,
        state: Some(state),
        ..AnnualReport::default()
    })
}

fn sheet(sheet: &ProgressSheet) -> ProgressSheet {
    ProgressSheet {
        id: sheet.id.clone(),
        section: sheet.section.clone(),
        title: term(&sheet.title),
        follows: sheet.follows.clone(),
        fiscal_year: sheet.fiscal_year,
        departments: sheet.departments.clone(),
        achievement: sheet.achievement.clone(),
        ..ProgressSheet::default()
    }
}

fn glossary_entry(entry: &GlossaryEntry) -> GlossaryEntry {
    GlossaryEntry {
        id: entry.id.clone(),
        mark: entry.mark.clone(),
        term: term(&entry.term),
        cited_in: entry.cited_in.clone(),
        ..GlossaryEntry::default()
    }
}

fn related_plan(related: &RelatedPlan) -> RelatedPlan {
    RelatedPlan {
        name: related.name.clone(),
        section: related.section.clone(),
        provenance: Provenance::default(),
    }
}

fn question(question: &Question) -> Question {
    let a_fact = |choice: &&Choice| !matches!(choice, Choice::Text { .. });
    Question {
        id: question.id.clone(),
        item: question.item.clone(),
        kind: question.kind,
        source_text: String::new(),
        line: None,
        choices: question.choices.iter().filter(a_fact).cloned().collect(),
    }
}

/// The text where it is a term or a name, nothing where it is a sentence.
fn term(text: &str) -> String {
    let sentence = text.contains('。')
        || ["ます", "です", "ません"]
            .iter()
            .any(|end| text.trim_end().ends_with(end));
    if sentence {
        String::new()
    } else {
        text.to_owned()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::plan::{Detail, generate};
    use crate::write::{indicators_csv, plan_json};
    use proptest::prelude::*;
    use serde_json::Value;

    /// The fields that hold prose, by the object they stand in.
    const PROSE: [&str; 11] = [
        "situation",
        "aims",
        "summary",
        "aim",
        "first_half",
        "second_half",
        "evaluation",
        "explanation",
        "note",
        "entered_by",
        "provenance",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(100)))]

        #[test]
        fn no_field_of_prose_is_left_and_facts_of_facts_are_the_same(plan in generate::plan()) {
            let facts = facts(&plan);
            prop_assert_eq!(&super::facts(&facts), &facts);
            let json: Value = serde_json::from_str(&plan_json(&facts)).unwrap_or_default();
            let items = ["sections", "initiatives", "indicators", "schedule", "sheets", "glossary", "related_plans"];
            for item in items.iter().filter_map(|kind| json["plan"][kind].as_array()).flatten() {
                for field in PROSE {
                    let left = item[field].as_str().unwrap_or_default();
                    prop_assert!(left.is_empty() && !item[field].is_array() && !item[field].is_object(), "{field}: {item}");
                }
            }
            for report in facts.schedule.iter().flat_map(|item| &item.progress) {
                prop_assert!(report.note.is_empty() && report.state.is_some());
            }
        }

        #[test]
        fn every_figure_stays(plan in generate::plan()) {
            let mut bare = plan.clone();
            for indicator in &mut bare.indicators {
                indicator.note.clear();
                indicator.measurement = term(&indicator.measurement);
                indicator.provenance = Provenance::default();
                indicator.actuals = indicator.actuals.iter().map(actual).collect();
            }
            bare.sections = plan.sections.iter().map(section).collect();
            prop_assert_eq!(indicators_csv(&facts(&plan)), indicators_csv(&bare));
        }
    }

    #[test]
    fn names_of_measures_stay_and_sentences_go() {
        let details = vec![
            Detail {
                text: "活動の支援".to_owned(),
                measure: true,
            },
            Detail {
                text: "活動を支援します。".to_owned(),
                measure: false,
            },
        ];
        let written = Initiative {
            name: "自治会の活動".to_owned(),
            details,
            ..Initiative::default()
        };
        let bare = initiative(&written);
        assert_eq!(
            (bare.name.as_str(), bare.details.len()),
            ("自治会の活動", 1)
        );
        assert_eq!(term("年間開催数"), "年間開催数");
        assert_eq!(term("支援を促進します"), "");
    }
}
