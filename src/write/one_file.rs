//! A plan inside the app's one file, which opens from a disk.
//!
//! The build makes the file (`xtask/src/single_file.rs`) and leaves an empty place in it. What is put there is data that
//! no browser runs, so that the file's policy, which names what may run by its hash, stays true.

use super::plan_json;
use crate::plan::{CARRIED_PLAN, Plan};

/// For whom a file with a plan in it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// 閲覧用: to be read; what is internal is not in it.
    Reading,
    /// 作業用: to be worked on elsewhere; everything is in it.
    Working,
}

impl Edition {
    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Working => "working",
        }
    }
}

/// The file with a plan in it; `page` is its text without one. None when that has no place for a plan.
#[must_use]
pub fn one_file(page: &str, plan: &Plan, edition: Edition) -> Option<String> {
    let (before, after) = page.split_once(&[CARRIED_PLAN, "></script>"].concat())?;
    let json = match edition {
        Edition::Reading => plan_json(&plan.reading_edition()),
        Edition::Working => plan_json(plan),
    };
    // In JSON the sign stands only inside of texts; written so, no text can end the element or begin another.
    let json = json.replace('<', "\\u003c");
    let name = [&*plan.municipality.name, " ", &*plan.title].concat();
    let before = titled(before, name.trim());
    let open = [CARRIED_PLAN, " data-edition=\"", edition.name(), "\">"].concat();
    Some([&*before, &*open, &*json, "</script>", after].concat())
}

/// The page's head with the plan's name before that of the app: file managers and tabs show it.
fn titled(head: &str, name: &str) -> String {
    let name = name.replace('&', "&amp;").replace('<', "&lt;");
    match name.as_str() {
        "" => head.to_owned(),
        _ => head.replacen("<title>", &["<title>", &name, " "].concat(), 1),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::{Frame, Municipality, generate};
    use crate::read::read_text;
    use proptest::prelude::*;

    /// The page that the build fills.
    const PAGE: &str = include_str!("../../page/one_file.html");

    /// What stands between the plan's tags.
    fn carried(page: &str) -> &str {
        let (_, rest) = page.split_once(CARRIED_PLAN).unwrap();
        let (_, rest) = rest.split_once('>').unwrap();
        rest.split_once("</script").unwrap().0
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(200)))]

        #[test]
        fn a_working_edition_read_again_is_the_plan_to_the_byte(plan in generate::plan()) {
            let file = one_file(PAGE, &plan, Edition::Working).unwrap();
            let frame: Frame = serde_json::from_str(carried(&file)).unwrap();
            prop_assert_eq!(plan_json(&frame.plan), plan_json(&plan));
            prop_assert_eq!(read_text("", &file).plans, read_text("", &plan_json(&plan)).plans);
        }

        #[test]
        fn no_text_of_a_plan_leaves_its_element(plan in generate::plan()) {
            let file = one_file(PAGE, &plan, Edition::Reading).unwrap();
            prop_assert!(!carried(&file).contains('<'));
            let (_, after) = PAGE.split_once(CARRIED_PLAN).unwrap();
            let rest = after.split_once("</script>").unwrap().1;
            prop_assert!(file.ends_with(rest));
        }
    }

    #[test]
    fn names_that_are_markup_stay_names() {
        let title = "</script><!--<script>alert(1)</script> & 計画";
        let plan = Plan {
            title: title.to_owned(),
            municipality: Municipality {
                name: "</title>みほん町".to_owned(),
                ..Municipality::default()
            },
            ..Plan::default()
        };
        let file = one_file(PAGE, &plan, Edition::Reading).unwrap();
        let tags = |text: &str| {
            (
                text.matches("<script").count(),
                text.matches("</title>").count(),
            )
        };
        assert_eq!(tags(&file), tags(PAGE));
        assert_eq!(read_text("", &file).plans[0].title, title);
    }

    #[test]
    fn a_page_without_a_place_or_with_a_plan_in_it_is_left_alone() {
        let plan = Plan::default();
        assert_eq!(one_file("<!doctype html>", &plan, Edition::Working), None);
        let once = one_file(PAGE, &plan, Edition::Working).unwrap();
        assert_eq!(one_file(&once, &plan, Edition::Working), None);
    }
}
