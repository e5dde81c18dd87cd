//! What stands in a reading edition, field by field: a new field of a plan goes out only after somebody thought of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::write::schema_json;
use serde_json::Value;

/// What is internal, and does not go out: see `src/plan/reading_edition.rs`.
const INTERNAL: [&str; 4] = [
    "Actual.entered_by",
    "Actual.note",
    "Plan.decided",
    "Plan.set_aside",
];

#[test]
fn every_field_of_a_plan_is_known_to_be_internal_or_not() {
    let schema: Value = serde_json::from_str(&schema_json()).unwrap();
    let types = schema["$defs"].as_object().unwrap();
    let mut fields = Vec::new();
    for (name, described) in types {
        let properties = described["properties"].as_object().into_iter().flatten();
        fields.extend(properties.map(|(property, _)| format!("{name}.{property}")));
    }
    for field in INTERNAL {
        assert!(fields.iter().any(|it| it == field), "there is no {field}");
    }
    fields.retain(|field| !INTERNAL.contains(&field.as_str()));
    // A field that is new here is either published, and the snapshot takes it in, or it is left out there and listed above.
    insta::assert_snapshot!(fields.join("\n"));
}
