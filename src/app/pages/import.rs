//! 取り込み: a file or pasted text is read, looked over, and only then applied.

use crate::app::incoming::{ENCODINGS, Incoming, chosen, dropped};
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::heading;
use crate::app::parts::review::review;
use crate::app::parts::{boxed, standing};
use crate::app::state::App;
use crate::app::{Trouble, browser, reader};
use crate::read::Reading;
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};
use wasm_bindgen_futures::spawn_local;

/// How far the import is.
#[derive(Clone)]
enum Stage {
    /// Nothing was chosen yet.
    Empty,
    /// It is being read.
    Reading,
    /// It could not be had.
    Failed(Trouble),
    /// It was read; nothing is applied yet.
    Read(Incoming, Reading),
}

/// The screen; a file beside the app that is named is looked over at once.
pub fn page(app: App, file: Option<String>) -> AnyView {
    let words = app.words();
    let stage = RwSignal::new(Stage::Empty);
    if let Some(file) = file {
        take_published(stage, file);
    }
    view! {
        {heading(app, Markup::default(), words.import.title, ().into_any())}
        {standing(html! { p.headline { (words.import.lead) } })}
        {way_in(app, stage)}
        <div role="status">{move || shown(app, stage)}</div>
    }
    .into_any()
}

/// A file is chosen or dropped, or a text pasted.
fn way_in(app: App, stage: RwSignal<Stage>) -> AnyView {
    let words = app.words();
    let over = RwSignal::new(false);
    let take = move |file: Option<web_sys::File>| {
        over.set(false);
        if let Some(file) = file {
            stage.set(Stage::Reading);
            spawn_local(async move {
                match Incoming::of_file(file).await {
                    Ok(incoming) => read(stage, incoming),
                    Err(trouble) => stage.set(Stage::Failed(trouble)),
                }
            });
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = browser::field_of(&event, "textarea");
        if text.trim().is_empty() {
            app.say(words.import.nothing_pasted.to_owned());
        } else {
            read(stage, Incoming::pasted(text));
        }
    };
    let file = html! {
        b { (words.import.file) }
        span { (words.import.file_help) }
        span.button { (words.import.choose_file) }
        input.unseen type="file" id="file" accept=".txt,.json,.csv,.tsv,text/*,application/json";
    };
    let paste = html! {
        label.field {
            b { (words.import.paste) }
            span { (words.import.paste_help) }
            textarea id="paste" rows="5" {}
        }
        .buttons { button.button { (words.import.read) } }
    };
    view! {
        <div class="ways">
            <label class="drop field" class:over=move || over.get()
                on:dragover=move |event| { event.prevent_default(); over.set(true); }
                on:dragleave=move |_| over.set(false)
                on:drop=move |event| take(dropped(&event))
                on:change=move |event| take(chosen(&event))
                inner_html=file.0></label>
            <form class="field" on:submit=submit inner_html=paste.0></form>
        </div>
    }
    .into_any()
}

/// Has a published file brought and read.
fn take_published(stage: RwSignal<Stage>, file: String) {
    stage.set(Stage::Reading);
    spawn_local(async move {
        match Incoming::of_published(&file).await {
            Ok(incoming) => read(stage, incoming),
            Err(trouble) => {
                stage.try_set(Stage::Failed(trouble));
            }
        }
    });
}

/// Reads apart from the screen, which says meanwhile that it does.
fn read(stage: RwSignal<Stage>, incoming: Incoming) {
    stage.set(Stage::Reading);
    spawn_local(async move {
        let read = reader::read(&incoming.name, &incoming.decoded.text).await;
        stage.try_set(match read {
            Ok(mut reading) => {
                let said = incoming.decoded.findings();
                reading.findings.splice(0..0, said);
                Stage::Read(incoming, reading)
            }
            Err(trouble) => Stage::Failed(trouble),
        });
        // On a phone what was read would stand below the screen.
        browser::after_frame(|| browser::bring_into_view("#review"));
    });
}

fn shown(app: App, stage: RwSignal<Stage>) -> AnyView {
    let words = app.words();
    match stage.get() {
        Stage::Empty => ().into_any(),
        Stage::Reading => standing(html! { p.muted.spaced { (words.import.reading) } }),
        Stage::Failed(trouble) => {
            standing(html! { p.spaced.notice role="alert" { (trouble.told(words)) } })
        }
        Stage::Read(incoming, reading) => {
            let encoding = incoming
                .bytes
                .is_some()
                .then(|| encoding(app, stage, &incoming));
            view! { {encoding} {review(app, &incoming, reading)} }.into_any()
        }
    }
}

/// In which encoding it was read, and the others.
fn encoding(app: App, stage: RwSignal<Stage>, incoming: &Incoming) -> AnyView {
    let words = app.words();
    let labels = [
        words.import.utf8,
        words.import.shift_jis,
        words.import.utf16le,
        words.import.utf16be,
    ];
    let labels = labels.into_iter().zip(ENCODINGS);
    let choices = labels.map(|(label, (encoding, _))| Choice {
        label: label.to_owned(),
        chosen: encoding == incoming.decoded.encoding,
    });
    let held = incoming.clone();
    let choose = move |index: usize| {
        if let Some(incoming) = held.in_encoding(index) {
            read(stage, incoming);
        }
    };
    let field = select(words.import.encoding, choices.collect(), Box::new(choose));
    boxed("fields", vec![field])
}
