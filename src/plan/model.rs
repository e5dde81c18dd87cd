//! The plan and its parts.

use super::{FiscalYear, Id, Indicator, ProgressSheet, Provenance, Question, Rules, ScheduleItem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One document of one municipality.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Whose plan it is.
    #[serde(default)]
    pub municipality: Municipality,
    /// The document's title. The only thing a plan file must have.
    pub title: String,
    /// The fiscal years the plan covers.
    #[serde(default)]
    pub period: PlanPeriod,
    /// The document or file it was read from, as the person would name it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The hierarchy, parents before their children.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// What the town does.
    #[serde(default)]
    pub initiatives: Vec<Initiative>,
    /// By which figures anyone can tell whether it worked.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// What is done in which year.
    #[serde(default)]
    pub schedule: Vec<ScheduleItem>,
    /// What departments reported.
    #[serde(default)]
    pub sheets: Vec<ProgressSheet>,
    /// Terms explained in footnotes.
    #[serde(default)]
    pub glossary: Vec<GlossaryEntry>,
    /// Plans named as related, once for each place that names them.
    #[serde(default)]
    pub related_plans: Vec<RelatedPlan>,
    /// By item and theme (room `compare`): whether a person says that the item belongs to it. A theme the dictionary
    /// does not have is the person's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub themes: BTreeMap<Id, BTreeMap<String, bool>>,
    /// By item and remark (room `check`): the reason why a person set the remark aside.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set_aside: BTreeMap<Id, BTreeMap<String, String>>,
    /// By item and kind of question: the source's line about which a person decided, so that it is not asked again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decided: BTreeMap<Id, BTreeMap<String, String>>,
    /// What a person still has to decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// By which rules it is judged.
    #[serde(default, skip_serializing_if = "Rules::is_empty")]
    pub rules: Rules,
}

/// A municipality (市区町村).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Municipality {
    /// The name with its suffix: `みほん町`.
    pub name: String,
    /// The six-digit code of local governments (全国地方公共団体コード); empty when not known.
    pub code: String,
}

/// The first and last fiscal year of a plan, where known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PlanPeriod {
    /// The first fiscal year.
    pub start: Option<FiscalYear>,
    /// The last fiscal year.
    pub end: Option<FiscalYear>,
}

/// A node of the hierarchy: 編, 章, 節, 基本施策, 推進項目, 取組項目.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section {
    /// Stable id.
    pub id: Id,
    /// The section above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// What the town calls this level: `章`, `基本施策`; empty when it has no word for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// The number as written: `第1章`, `①`, `(2)`, `III`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The title as written, without its number.
    pub title: String,
    /// 現状と課題.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub situation: Vec<Statement>,
    /// 基本方針, 目標, 目指す姿.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aims: Vec<Statement>,
    /// Departments responsible for all of it, as written; from the plan's overview (体系).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<String>,
    /// Sustainable development goals named here, 1 to 17.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sdgs: Vec<u8>,
    /// Badges such as `総合戦略: まち`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

/// One bullet or paragraph of prose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Statement {
    /// The heading it stands under, with its number: `① 自治会活動を支援しています`; empty when none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// Whether it was a bullet in the source (a paragraph otherwise).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bullet: bool,
    /// The text, without the bullet.
    pub text: String,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

/// Something the town does: 取組, 主要な取組, 基本施策.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Initiative {
    /// Stable id.
    pub id: Id,
    /// The section it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// The number as written: `①`, `3`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The name as written.
    pub name: String,
    /// What it consists of: bullets below it, or 単位施策.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
    /// Departments as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<String>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

/// One part of an initiative.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Detail {
    /// The text as written, without the bullet.
    pub text: String,
    /// Whether it is the name of a measure (単位施策) and not prose.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub measure: bool,
}

/// A footnote that explains a term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct GlossaryEntry {
    /// Stable id.
    pub id: Id,
    /// The mark without its ※: `34`.
    pub mark: String,
    /// The term, from the footnote itself or from where it is cited; empty when neither says it.
    pub term: String,
    /// The explanation.
    pub explanation: String,
    /// The sections that cite it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cited_in: Vec<Id>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

/// A plan named as related (関連する個別計画) at one place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RelatedPlan {
    /// The name as written.
    pub name: String,
    /// The section that names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
}

impl Plan {
    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &Id) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == *id)
    }

    /// The sections from the top down to this one; empty when there is no such section.
    #[must_use]
    pub fn section_path(&self, id: &Id) -> Vec<&Section> {
        let mut path = Vec::new();
        let mut next = self.section(id);
        while let Some(section) = next {
            if path.iter().any(|seen: &&Section| seen.id == section.id) {
                break; // a hand-written file may name a section as its own ancestor
            }
            path.push(section);
            next = section
                .parent
                .as_ref()
                .and_then(|parent| self.section(parent));
        }
        path.reverse();
        path
    }

    /// The sections directly below one, or the top ones for `None`, in order.
    pub fn children<'a>(&'a self, parent: Option<&'a Id>) -> impl Iterator<Item = &'a Section> {
        self.sections
            .iter()
            .filter(move |section| section.parent.as_ref() == parent)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn section(id: &str, parent: Option<&str>) -> Section {
        Section {
            id: Id::from(id),
            parent: parent.map(Id::from),
            ..Section::default()
        }
    }

    fn ids(sections: &[&Section]) -> Vec<String> {
        sections
            .iter()
            .map(|section| section.id.to_string())
            .collect()
    }

    #[test]
    fn a_section_path_goes_from_the_top_down() {
        let sections = vec![
            section("a", None),
            section("b", Some("a")),
            section("c", Some("b")),
        ];
        let plan = Plan {
            sections,
            ..Plan::default()
        };
        assert_eq!(ids(&plan.section_path(&Id::from("c"))), ["a", "b", "c"]);
        assert!(plan.section_path(&Id::from("x")).is_empty());
        let top = Id::from("a");
        let children: Vec<_> = plan.children(Some(&top)).collect();
        assert_eq!(ids(&children), ["b"]);
    }

    #[test]
    fn a_section_that_is_its_own_ancestor_ends_the_path() {
        let sections = vec![section("a", Some("b")), section("b", Some("a"))];
        let plan = Plan {
            sections,
            ..Plan::default()
        };
        assert_eq!(ids(&plan.section_path(&Id::from("a"))), ["b", "a"]);
    }

    #[test]
    fn a_file_of_a_title_alone_is_a_plan() {
        let plan: Plan = serde_json::from_str(r#"{"title": "総合計画"}"#).unwrap();
        assert_eq!(
            plan,
            Plan {
                title: "総合計画".to_owned(),
                ..Plan::default()
            }
        );
        assert!(serde_json::from_str::<Plan>("{}").is_err());
    }

    #[test]
    fn a_hand_written_plan_of_ten_lines_is_read() {
        let json = r#"{
            "title": "総合計画",
            "indicators": [
                {"name": "利用者数", "unit": "人",
                 "baseline": {"period": 2024, "text": 462},
                 "targets": [{"period": "令和12年度", "text": "550人以上"}],
                 "actuals": [{"period": 2025, "text": "500"}]}
            ],
            "schedule": [{"name": "見直し", "marks": {"2025": "ongoing", "2026": "done"}}]
        }"#;
        let plan: Plan = serde_json::from_str(json).unwrap();
        let indicator = &plan.indicators[0];
        assert_eq!(indicator.final_target().unwrap().value.write(), "550人以上");
        assert_eq!(indicator.actual_for(FiscalYear(2025)).unwrap().text, "500");
        assert_eq!(plan.schedule[0].marks.len(), 2);
    }
}
