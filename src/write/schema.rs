//! The JSON Schema of a plan file, from the types themselves.

use crate::plan::Frame;
use schemars::generate::SchemaSettings;

/// The schema (draft 2020-12) that a plan file keeps, pretty, ending with a line break: what
/// `docs/plan.schema.json` holds. Titles and descriptions are the types' own comments.
#[must_use]
pub fn schema_json() -> String {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<Frame>();
    schema.insert(
        "title".to_owned(),
        "まちのものさし: a municipality's plan".into(),
    );
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::generate;
    use crate::write::plan_json;
    use jsonschema::Validator;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/plan.schema.json");

    /// `UPDATE_SCHEMA=1 cargo test schema` writes the file anew after a change of the types.
    #[test]
    fn the_published_schema_is_current() {
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(PUBLISHED, schema_json()).unwrap();
        }
        let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
        assert!(
            published == schema_json(),
            "docs/plan.schema.json is not what the types say: run `UPDATE_SCHEMA=1 cargo test schema` and commit it"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(100)))]

        #[test]
        fn every_exported_plan_validates(plan in generate::plan()) {
            let exported: Value = serde_json::from_str(&plan_json(&plan)).unwrap();
            let faults: Vec<String> = validator().iter_errors(&exported).map(|fault| fault.to_string()).collect();
            prop_assert!(faults.is_empty(), "{faults:?}");
        }
    }

    #[test]
    fn a_hand_written_file_of_ten_lines_validates_and_opens() {
        let file = json!({"plan": {
            "title": "計画",
            "municipality": {"name": "ある町"},
            "indicators": [{
                "name": "来場者数",
                "unit": "人",
                "baseline": {"text": 462},
                "targets": [{"period": 2026, "text": "500人"}, {"period": "令和12年度", "text": "1,000"}],
                "actuals": [{"period": {"calendar_year": 2024}, "text": 470.5}]
            }],
            "schedule": [{"name": "見直し", "marks": {"2020": "ongoing", "2021": "done"}}]
        }});
        assert!(validator().is_valid(&file));
        let frame: Frame = serde_json::from_value(file).unwrap();
        assert_eq!(
            frame.plan.indicators[0].baseline.as_ref().unwrap().text,
            "462"
        );
    }

    #[test]
    fn a_plan_without_a_title_or_with_a_year_in_words_does_not_validate() {
        assert!(!validator().is_valid(&json!({"plan": {}})));
        assert!(
            !validator()
                .is_valid(&json!({"plan": {"title": "計画", "period": {"start": "令和2年度"}}}))
        );
        assert!(!validator().is_valid(&json!({"format": "other", "plan": {"title": "計画"}})));
    }

    #[test]
    fn the_fields_other_programs_rely_on_are_there() {
        let schema: Value = serde_json::from_str(&schema_json()).unwrap();
        let fields = |name: &str| -> Vec<String> {
            let properties = &schema["$defs"][name]["properties"];
            properties.as_object().unwrap().keys().cloned().collect()
        };
        for (name, expected) in [
            (
                "Plan",
                "municipality title period sections initiatives indicators schedule sheets glossary related_plans",
            ),
            ("Municipality", "name code"),
            (
                "Indicator",
                "id name kind unit direction accumulation baseline targets actuals measurement section departments",
            ),
            ("Observation", "period text"),
            ("Actual", "period text"),
            ("ScheduleItem", "name nature marks departments repeat_of"),
            (
                "ProgressSheet",
                "title fiscal_year departments aim goals actions first_half second_half achievement evaluation",
            ),
        ] {
            for field in expected.split(' ') {
                assert!(
                    fields(name).iter().any(|found| found == field),
                    "{name}.{field}"
                );
            }
        }
    }

    fn validator() -> Validator {
        let schema: Value = serde_json::from_str(&schema_json()).unwrap();
        jsonschema::draft202012::new(&schema).unwrap()
    }
}
