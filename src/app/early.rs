//! The first screen of a published plan as it stands in the page before the app comes, and without it.
//!
//! It is laid out as the app lays it out, so that the app can take the page over without anything moving.

use super::markup::{frame, overview};
use super::{Document, Page, Route, Source};
use crate::plan::Plan;
use crate::words::{Language, fill, words};
use maud::{Markup, html};

/// The widths of pictures, in CSS pixels: for phones, and for all that is wider. As high as any other width makes them.
const WIDTHS: [u32; 2] = [296, 400];

/// What the page holds before the app comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlyPage {
    /// The window's title.
    pub title: String,
    /// What search engines and shared links show.
    pub description: String,
    /// The content of `body`.
    pub body: String,
}

/// The first screen of a plan that lies at a path beside the app.
#[must_use]
pub fn early_page(plan: Plan, path: &str, language: Language) -> EarlyPage {
    let words = words(language);
    let source = Source::Files(vec![path.to_owned()]);
    let document = Document::judged_only(plan);
    let plan = document.plan();
    let name = [&*plan.municipality.name, " ", &*plan.title].concat();
    let name = name.trim();
    let title = [words.now.title, words.app.title_separator, words.app.name].concat();
    EarlyPage {
        title: match name {
            "" => title,
            name => [name, words.app.title_separator, &title].concat(),
        },
        description: fill(words.published.description, &[("name", name)]),
        body: html! {
            a.skip href="#main" { (words.app.skip) }
            header.banner {
                a.brand href="#/" { (frame::brand(words)) }
                a.plain.inline-link href=(Route::Settings) { (words.app.settings) }
            }
            div { (frame::tabs(words, &source, &frame::screens(words, plan), &Page::Now)) }
            aside.strip aria-label=(words.app.keep) {
                div { p { (words.app.reading_only) } }
                button.plain disabled { (words.app.keep) }
            }
            main id="main" tabindex="-1" { (screen(&document, &source, path, language)) }
        }
        .into_string(),
    }
}

fn screen(document: &Document, source: &Source, path: &str, language: Language) -> Markup {
    let words = words(language);
    html! {
        p.crumb { (frame::crumb(words, document.plan())) }
        .title { div { h1 tabindex="-1" { (words.now.title) } } }
        div { (overview::overview(words, source, document)) }
        ul.rows.also.to-check {
            li { a href=(Route::of(source, Page::Check)) { (words.check.open) } }
        }
        @for group in overview::groups(document.plan()) {
            section { (overview::group(words, source, document, &WIDTHS, &group)) }
        }
        div {}
        noscript { p.notice.spaced { (words.published.without_program) } }
        .buttons.ending {
            a.button href=(path) download { (words.app.export) }
            div { a.button href=(Route::Import) { (words.plans.take_in) } }
            div { a.button href=(Route::Plans) { (words.app.to_plans) } }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::read::read_plan_file;

    const PLAN: &str = r#"{"format":"monosashi-plan","version":1,"plan":{"title":"<i>総合計画</i>",
        "municipality":{"name":"みほん町","code":""},
        "sections":[{"id":"s1","title":"交流"}],
        "indicators":[
          {"id":"i1","section":"s1","name":"公募委員の割合","unit":"%",
           "baseline":{"period":2020,"text":"2.0"},"targets":[{"period":2026,"text":"5.0"}],
           "actuals":[{"period":2024,"text":"4.0"}]},
          {"id":"i2","name":"計画の策定","baseline":{"period":2020,"text":"未整備"},
           "targets":[{"period":2026,"text":"策定"}]}]}}"#;

    fn page() -> EarlyPage {
        let plan = read_plan_file("", PLAN).plans.remove(0);
        early_page(plan, "plans/mihon 1.json", Language::Japanese)
    }

    #[test]
    fn it_tells_whose_plan_it_is_how_far_it_is_and_shows_the_rulers() {
        let EarlyPage { title, body, .. } = page();
        assert!(title.starts_with("みほん町 <i>総合計画</i>"), "{title}");
        for part in [
            "みほん町",
            "公募委員の割合",
            "計画の策定",
            "<strong>1</strong>",
            "#/open/indicators?plan=plans/mihon%201.json",
            "href=\"plans/mihon 1.json\" download",
        ] {
            assert!(body.contains(part), "{part} in {body}");
        }
        assert_eq!(body.matches("<h1").count(), 1);
        assert_eq!(body.matches("class=\"picture narrow\"").count(), 2);
        assert_eq!(body.matches("class=\"picture wide\"").count(), 2);
    }

    #[test]
    fn nothing_in_it_needs_a_policy_that_is_less_strict() {
        let body = page().body;
        assert!(!body.contains("<i>"), "what a plan says is text");
        for forbidden in [" style=", "<style", "<script", " onclick", "javascript:"] {
            assert!(!body.contains(forbidden), "{forbidden}");
        }
    }

    #[test]
    fn an_id_stands_for_one_thing() {
        let body = page().body;
        let mut ids: Vec<&str> = body
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{ids:?}");
    }
}
