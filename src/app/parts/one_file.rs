//! Making one file of the app and the open plan.

use super::button::button;
use super::saving::file_name;
use super::{boxed, standing};
use crate::app::errors::Trouble;
use crate::app::state::App;
use crate::app::{Source, browser, one_file};
use crate::words::fill;
use crate::write::{self, Edition};
use leptos::prelude::*;
use maud::html;
use wasm_bindgen_futures::spawn_local;

/// The file without a plan, which lies beside the app; the one file answers with itself.
const PAGE: &str = "monosashi.html";

/// Which editions there are, what each is for, and a button for each. Of a reading edition only another can be made.
pub fn offer(app: App) -> AnyView {
    let words = &app.words().one_file;
    let is_reading = one_file::is_for_reading(app);
    let reading = (words.reading, words.reading_means, Edition::Reading);
    let working = (words.working, words.working_means, Edition::Working);
    let editions = [Some(reading), (!is_reading).then_some(working)];
    let editions = editions
        .into_iter()
        .flatten()
        .map(|(label, means, edition)| {
            let make = button("button", label, move || make(app, edition));
            view! { <li>{standing(html! { p { (means) } })}{boxed("buttons spaced", vec![make])}</li> }
        });
    let editions: Vec<_> = editions.collect();
    view! {
        <details id="one-file">
            <summary>{words.title}</summary>
            {standing(html! { p.muted { (words.lead) } })}
            <ul class="rows editions">{editions}</ul>
        </details>
    }
    .into_any()
}

/// Makes the file of the plan as it stands when the app's own file is here, and hands it over.
fn make(app: App, edition: Edition) {
    let words = app.words();
    app.say(words.one_file.making.to_owned());
    let asked = browser::fetch(PAGE);
    spawn_local(async move {
        let page = browser::bytes_of(asked).await;
        let page = page.and_then(|page| String::from_utf8(page).ok());
        let made = page.and_then(|page| {
            app.read_once(|document| {
                let plan = document.plan();
                Some((
                    name_of(app, document, edition),
                    write::one_file(&page, plan, edition)?,
                ))
            })
        });
        let Some((name, file)) = made else {
            return app.say(words.one_file.not_made.to_owned());
        };
        if !browser::download_text(&name, "text/html", &file) {
            return app.say(Trouble::Download(name).told(words));
        }
        if edition == Edition::Working {
            note(app);
        }
        app.say(fill(words.one_file.made, &[("file", &name)]));
    });
}

/// `みほん町 総合計画 閲覧用.html`
fn name_of(app: App, document: &crate::app::Document, edition: Edition) -> String {
    let words = &app.words().one_file;
    let edition = match edition {
        Edition::Reading => words.reading_name,
        Edition::Working => words.working_name,
    };
    let plan = document.plan();
    let title: String = plan.title.chars().take(40).collect();
    let name = [&*plan.municipality.name, " ", &title, " ", edition].concat();
    file_name(name.trim(), "html")
}

/// Everything was handed over: that is an export.
fn note(app: App) {
    if let Some(Source::Kept(key)) = app.source() {
        // The file is what counts; that the note of it was not kept changes nothing for the person.
        let _ = app
            .library
            .try_update_value(|library| library.mark_exported(&key, &browser::timestamp()));
    }
}
