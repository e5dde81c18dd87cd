//! Plans as JSON files.

use crate::plan::{Frame, Plan};
use serde::Serialize;

/// The plan file: pretty JSON in its frame, stable in order, ending with a line break. Read again and written
/// again it is the same to the byte.
#[must_use]
pub fn plan_json(plan: &Plan) -> String {
    pretty(&Frame::new(plan))
}

/// Several plans as one array of frames, in the order given.
#[must_use]
pub fn plans_json(plans: &[Plan]) -> String {
    let frames: Vec<Frame<&Plan>> = plans.iter().map(Frame::new).collect();
    pretty(&frames)
}

fn pretty(value: &impl Serialize) -> String {
    // A plan is numbers, texts, lists and maps whose keys are years: there is nothing that JSON could refuse.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::generate;
    use crate::read::read_plan_file;
    use proptest::prelude::*;
    use proptest::test_runner::TestRunner;

    /// Fault 47: the same bytes, through the reader of plan files.
    #[test]
    fn a_plan_exported_imported_and_exported_again_is_the_same_to_the_byte() {
        let cases = generate::cases(if std::env::var_os("MONOSASHI_SOAK").is_some() {
            10_000
        } else {
            500
        });
        let mut runner = TestRunner::new(ProptestConfig::with_cases(cases));
        let property = |plan: Plan| {
            let once = plan_json(&plan);
            let reading = read_plan_file("", &once);
            prop_assert_eq!(reading.plans.len(), 1);
            prop_assert_eq!(&reading.plans[0], &plan);
            prop_assert_eq!(plan_json(&reading.plans[0]), once);
            Ok(())
        };
        runner.run(&generate::plan(), property).unwrap();
        println!("figure: 47: plans made up at random: {cases}");
    }

    #[test]
    fn several_plans_become_one_array_of_frames() {
        let plans = [titled("甲計画"), titled("乙計画")];
        let text = plans_json(&plans);
        let frames: Vec<Frame> = serde_json::from_str(&text).unwrap();
        assert!(frames.into_iter().map(|frame| frame.plan).eq(plans));
        assert!(text.ends_with("]\n"));
    }

    #[test]
    fn a_file_with_nothing_but_a_title_opens() {
        let frame: Frame = serde_json::from_str(r#"{"plan": {"title": "計画"}}"#).unwrap();
        assert_eq!(frame, Frame::new(titled("計画")));
    }

    fn titled(title: &str) -> Plan {
        Plan {
            title: title.to_owned(),
            ..Plan::default()
        }
    }
}
