//! 取り込み: a file or pasted text is read, looked over, and only then applied.

use crate::app::incoming::{self, ENCODINGS, Incoming, chosen, dropped};
use crate::app::parts::button::button;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::heading;
use crate::app::parts::review::review;
use crate::app::parts::{boxed, standing};
use crate::app::reader::{self, Job};
use crate::app::state::App;
use crate::app::{Trouble, browser};
use crate::read::Reading;
use crate::words::fill;
use leptos::ev;
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// How far the import is.
#[derive(Clone)]
enum Stage {
    /// Nothing was chosen yet.
    Empty,
    /// The file is being opened.
    Opening,
    /// It is being read.
    Reading,
    /// It was read, and is being put on the screen.
    Checking,
    /// It was ended by the person.
    Stopped,
    /// It could not be had.
    Failed(Trouble),
    /// It was read; nothing is applied yet.
    Read(Arc<Incoming>, Arc<Reading>),
}

/// The import of this screen: how far it is, and the way to end it.
#[derive(Clone, Copy)]
struct Import {
    stage: RwSignal<Stage>,
    /// Which part of what is being read is read, where that is known.
    part: RwSignal<f64>,
    job: StoredValue<Job, LocalStorage>,
}

impl Import {
    /// Begins anew; what was on its way ends.
    fn begin(self, stage: Stage) -> Job {
        self.end();
        let job = Job::default();
        self.job.set_value(job.clone());
        self.part.set(0.0);
        self.stage.set(stage);
        job
    }

    fn end(self) {
        self.job.try_with_value(Job::end);
    }

    fn stop(self) {
        self.end();
        self.stage.set(Stage::Stopped);
    }
}

/// The screen; a file beside the app that is named is looked over at once.
pub fn page(app: App, file: Option<String>) -> AnyView {
    let words = app.words();
    let import = Import {
        stage: RwSignal::new(Stage::Empty),
        part: RwSignal::new(0.0),
        job: StoredValue::new_local(Job::default()),
    };
    on_cleanup(move || import.end());
    if let Some(file) = file {
        take_published(import, file);
    }
    view! {
        {heading(app, Markup::default(), words.import.title, ().into_any())}
        {standing(html! { p.headline { (words.import.lead) } })}
        {way_in(app, import)}
        <div role="status">{move || shown(app, import)}</div>
    }
    .into_any()
}

/// A file is chosen or dropped, or a text pasted.
fn way_in(app: App, import: Import) -> AnyView {
    let words = app.words();
    let over = RwSignal::new(false);
    let take = move |file: Option<web_sys::File>| {
        over.set(false);
        if let Some(file) = file {
            let job = import.begin(Stage::Opening);
            spawn_local(async move { opened(import, job, Incoming::of_file(file).await) });
        }
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = browser::field_of(&event, "textarea");
        if text.trim().is_empty() {
            app.say(words.import.nothing_pasted.to_owned());
        } else {
            read(import, Incoming::pasted(text));
        }
    };
    let file = html! {
        b { (words.import.file) }
        span { (fill(words.import.file_help, &[("most", &incoming::most())])) }
        span.button { (words.import.choose_file) }
        input.unseen type="file" id="file" accept=".txt,.json,.csv,.tsv,.html,text/*,application/json";
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
fn take_published(import: Import, file: String) {
    let job = import.begin(Stage::Opening);
    spawn_local(async move { opened(import, job, Incoming::of_published(&file).await) });
}

/// Goes on with what was opened, unless it was ended meanwhile.
fn opened(import: Import, job: Job, opened: Result<Incoming, Trouble>) {
    match opened {
        _ if job.is_ended() => {}
        Ok(incoming) => read(import, incoming),
        Err(trouble) => {
            import.stage.try_set(Stage::Failed(trouble));
        }
    }
}

/// Reads apart from the screen, which says meanwhile that it does.
fn read(import: Import, incoming: Incoming) {
    let job = import.begin(Stage::Reading);
    spawn_local(async move {
        let told = move |part| {
            import.part.try_set(part);
        };
        let read = reader::read(&incoming.name, &incoming.decoded.text, &job, told).await;
        if job.is_ended() {
            return;
        }
        import.part.try_set(0.0);
        import.stage.try_set(Stage::Checking);
        // What is said is on the screen before it is kept busy.
        browser::after_frame(move || {
            let stage = match read {
                Ok(mut reading) => {
                    let said = incoming.decoded.findings();
                    reading.findings.splice(0..0, said);
                    Stage::Read(Arc::new(incoming), Arc::new(reading))
                }
                Err(trouble) => Stage::Failed(trouble),
            };
            if !job.is_ended() {
                import.stage.try_set(stage);
            }
            // On a phone what was read would stand below the screen.
            browser::after_frame(|| browser::bring_into_view("#review"));
        });
    });
}

fn shown(app: App, import: Import) -> AnyView {
    let words = app.words();
    match import.stage.get() {
        Stage::Empty => ().into_any(),
        Stage::Opening => under_way(app, import, words.import.opening, 0.0),
        Stage::Reading => under_way(app, import, words.import.reading, 1.0),
        Stage::Checking => under_way(app, import, words.import.checking, 2.0),
        Stage::Stopped => standing(html! { p.spaced { (words.import.stopped) } }),
        Stage::Failed(trouble) => {
            standing(html! { p.spaced.notice role="alert" { (trouble.told(words)) } })
        }
        Stage::Read(incoming, reading) => {
            let encoding = incoming
                .bytes
                .is_some()
                .then(|| encoding(app, import, &incoming));
            view! { {encoding} {review(app, &incoming, &reading)} }.into_any()
        }
    }
}

/// How far it is, and the way to end it.
fn under_way(app: App, import: Import, said: &'static str, done: f64) -> AnyView {
    let words = app.words();
    let far = move || done + import.part.get();
    let progress = view! {
        <p class="spaced">{said}</p>
        <progress max="3" prop:value=far aria-label=words.import.title></progress>
    };
    let stop = button("button", words.import.stop, move || import.stop());
    boxed(
        "under-way",
        vec![progress.into_any(), boxed("buttons", vec![stop])],
    )
}

/// In which encoding it was read, and the others.
fn encoding(app: App, import: Import, incoming: &Arc<Incoming>) -> AnyView {
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
    let held = Arc::clone(incoming);
    let choose = move |index: usize| {
        if let Some(incoming) = held.in_encoding(index) {
            read(import, incoming);
        }
    };
    let field = select(words.import.encoding, choices.collect(), Box::new(choose));
    boxed("fields", vec![field])
}
