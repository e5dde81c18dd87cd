//! The five real documents give what a careful reader finds in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/documents.rs"]
mod documents;

use monosashi::read::{Reading, document};

#[test]
fn dump() {
    for name in ["yoshioka", "biratori", "oizumi", "imakane", "kamifurano"] {
        let text = documents::document(name).unwrap();
        let Reading { plans, findings } = document::read(&format!("{name}.txt"), &text);
        let plan = &plans[0];
        println!(
            "== {name}: {:?} {:?} {:?}",
            plan.municipality.name, plan.title, plan.period
        );
        println!(
            "sections {} situation {} bullets {} aims {} initiatives {} details {} schedule {} sheets {} glossary {} related {} questions {}",
            plan.sections.len(),
            plan.sections
                .iter()
                .map(|s| s.situation.len())
                .sum::<usize>(),
            plan.sections
                .iter()
                .flat_map(|s| &s.situation)
                .filter(|s| s.bullet)
                .count(),
            plan.sections.iter().map(|s| s.aims.len()).sum::<usize>(),
            plan.initiatives.len(),
            plan.initiatives
                .iter()
                .map(|s| s.details.len())
                .sum::<usize>(),
            plan.schedule.len(),
            plan.sheets.len(),
            plan.glossary.len(),
            plan.related_plans.len(),
            plan.questions.len(),
        );
        println!("departments {:?}", monosashi::plan::all_departments(plan));
        for section in &plan.sections {
            println!(
                "  {} < {:?} [{}] {} {} sdgs {:?} tags {:?} deps {:?}",
                section.id,
                section.parent.as_ref().map(|p| p.0.clone()),
                section.level,
                section.number,
                section.title,
                section.sdgs,
                section.tags,
                section.departments
            );
        }
        for finding in &findings {
            println!(
                "  {:?} {:?} {:?} {}",
                finding.level,
                finding.line,
                finding.kind,
                finding.text.chars().take(60).collect::<String>()
            );
        }
    }
}
