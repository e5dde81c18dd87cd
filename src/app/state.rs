//! What the app holds: the route, the open plan, and the state of the interface.

use super::errors::Trouble;
use super::keeping::Shelves;
use super::mirroring::Mirroring;
pub use super::opened::Opened;
use super::published::{Listed, OpenFiles, Shown};
use super::said::{Back, Said};
use super::{Document, Filter, Page, Route, Source, Walk, browser, keeping, saving};
use crate::judge::Judgement;
use crate::keep::Library;
use crate::plan::{Edit, Id, Indicator};
use crate::words::{Language, Words, words};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The app's signals; a copy is handed to whatever needs them.
#[derive(Clone, Copy)]
pub struct App {
    /// Where one is.
    pub route: RwSignal<Route>,
    /// The open plan, changed only through [`App::edit`], [`App::undo`] and [`App::redo`].
    pub opened: RwSignal<Opened>,
    /// The state of the interface.
    pub ui: RwSignal<Ui>,
    /// The list of the plans that are published beside the app.
    pub catalogue: RwSignal<Listed>,
    /// How often it was asked for, and which of the answers was the last to be taken in.
    pub list_asked: StoredValue<(u32, u32)>,
    /// What is shown of it.
    pub listed: RwSignal<Shown>,
    /// The published files that are open for reading; none where a kept plan is open.
    pub published: RwSignal<Option<OpenFiles>>,
    /// The plans kept in this browser.
    pub library: StoredValue<Library<Shelves>, LocalStorage>,
    /// The mirror of what is kept.
    pub mirror: RwSignal<Mirroring, LocalStorage>,
    /// How often what is kept was changed by others than this tab's person: lists look again.
    pub changed_elsewhere: RwSignal<u32>,
    /// The revision of each plan that was put away as a backup last since the app was opened.
    pub put_away: StoredValue<BTreeMap<String, u64>>,
    /// Whether what is kept outlasts the page: not where the browser lets nothing be kept.
    pub lasting: bool,
    /// Whether the open plan was changed since it was saved last.
    pub unsaved: StoredValue<bool>,
    /// Whether a save is on its way.
    pub saving: StoredValue<bool>,
    /// Whether the open plan is kept by a newer version of the app: nothing is changed in it any more.
    pub read_only: StoredValue<bool>,
    /// Whether a screen that is fetched when it is first opened did not come.
    pub unfetched: RwSignal<bool>,
    /// Whether the screens that are fetched in peace have come.
    pub screens_are_here: RwSignal<bool>,
    /// The address that was followed or written last.
    address: StoredValue<String>,
    /// How the screen was come to.
    way: StoredValue<Way>,
    /// Whether what was just said stays said on the next screen.
    carried: StoredValue<bool>,
}

/// How a screen was come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It is the first.
    Start,
    /// By the browser's back or forward: it stands where it stood.
    History,
    /// By a link or button: it starts at its top.
    Link,
}

/// The state of the interface.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    /// The language.
    pub language: Language,
    /// What was just said, with whether it can be taken back.
    pub said: Option<Said>,
    /// What stays said until it is over: storage that does not work.
    pub trouble: Option<String>,
}

/// How far opening a plan is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing is open, or it is on its way.
    Waiting,
    /// It could not be opened.
    Failed(String),
    /// It is open.
    Ready,
}

impl App {
    /// The app as it starts, at the address the browser shows.
    pub fn new() -> Self {
        let (library, trouble) = keeping::library();
        let app = Self {
            route: RwSignal::new(routed(&browser::hash())),
            opened: RwSignal::new(Opened::Nothing),
            ui: RwSignal::new(Ui::default()),
            catalogue: RwSignal::new(Listed::default()),
            list_asked: StoredValue::new((0, 0)),
            listed: RwSignal::new(Shown::default()),
            published: RwSignal::new(None),
            library: StoredValue::new_local(library),
            mirror: RwSignal::new_local(Mirroring::NotYet),
            changed_elsewhere: RwSignal::new(0),
            put_away: StoredValue::new(BTreeMap::new()),
            lasting: trouble.is_none(),
            unsaved: StoredValue::new(false),
            saving: StoredValue::new(false),
            read_only: StoredValue::new(false),
            unfetched: RwSignal::new(false),
            screens_are_here: RwSignal::new(false),
            address: StoredValue::new(browser::hash()),
            way: StoredValue::new(Way::Start),
            carried: StoredValue::new(false),
        };
        if let Some(trouble) = trouble {
            app.warn(&trouble);
        }
        app
    }

    /// Goes to the route of the address; called when the browser says that the address changed. What it says late, of
    /// an address followed or written already, would take back what was chosen since.
    pub fn follow_address(self) {
        let address = browser::hash();
        if self.address.with_value(|followed| *followed == address) {
            return;
        }
        let route = routed(&address);
        self.address.set_value(address);
        if self.route.with_untracked(|now| *now != route) {
            self.follow(route);
        }
    }

    fn follow(self, route: Route) {
        if self.carried.get_value() {
            self.carried.set_value(false);
        } else {
            self.ui.update(|ui| ui.said = None);
        }
        if self.way.get_value() == Way::Start {
            self.way.set_value(Way::History);
        }
        self.route.set(route);
    }

    /// Goes to another screen, as by a link.
    pub fn go(self, route: &Route) {
        self.by_link();
        browser::go(&route.to_string());
    }

    /// Goes to another screen, on which what was just said stays said.
    pub fn go_on(self, route: &Route) {
        self.carried.set_value(true);
        self.go(route);
    }

    /// Notes that the person followed a link.
    pub fn by_link(self) {
        self.way.set_value(Way::Link);
    }

    /// Puts the keyboard's focus on the new screen's name, which a selector finds, and lets its tab be seen.
    pub fn arrive(self, heading: &str) {
        // The tabs are made anew with the screen, perhaps after it.
        request_animation_frame(|| browser::show_in_its_row(".tabs a[aria-current]"));
        match self.way.get_value() {
            Way::Start => {}
            Way::History => browser::focus_where_it_stands(heading),
            Way::Link => {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                browser::focus_where_it_stands(heading);
                self.way.set_value(Way::History);
            }
        }
    }

    /// Everything the interface says, in its language.
    pub fn words(self) -> &'static Words {
        words(self.ui.with_untracked(|ui| ui.language))
    }

    /// How far opening the plan of the route is.
    pub fn status(self) -> Status {
        self.opened.with(|opened| match opened {
            Opened::Nothing | Opened::Loading(_) => Status::Waiting,
            Opened::Failed(_, why) => Status::Failed(why.clone()),
            Opened::Open(..) => Status::Ready,
        })
    }

    /// Reads something off the open plan, and again when it changes; the default where none is open.
    pub fn read<Out: Default>(self, get: impl FnOnce(&Document) -> Out) -> Out {
        self.opened
            .with(|opened| opened.document().map(get).unwrap_or_default())
    }

    /// Reads something off the open plan once.
    pub fn read_once<Out: Default>(self, get: impl FnOnce(&Document) -> Out) -> Out {
        self.opened
            .with_untracked(|opened| opened.document().map(get).unwrap_or_default())
    }

    /// One indicator with its judgement, followed by its id.
    pub fn indicator(self, id: Id) -> Memo<Option<(Indicator, Judgement)>> {
        Memo::new(move |_| {
            self.read(|document| {
                let index = document.position(&id)?;
                let (indicator, judgement) = document.judged(index)?;
                Some((indicator.clone(), judgement.clone()))
            })
        })
    }

    /// Where the open plan is.
    pub fn source(self) -> Option<Source> {
        self.opened
            .with_untracked(|opened| opened.source().cloned())
    }

    /// The address of another screen of the open plan.
    pub fn link(self, page: Page) -> String {
        self.source().map_or_else(
            || "#/".to_owned(),
            |source| Route::of(&source, page).to_string(),
        )
    }

    /// What the screen is narrowed to.
    pub fn filter(self) -> Filter {
        self.route.with(|route| match route {
            Route::Plan { filter, .. } => (**filter).clone(),
            _ => Filter::default(),
        })
    }

    /// Narrows the screen. The address follows after the frame that shows it, without a step in the history.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.route.update(|route| {
            if let Route::Plan { filter, .. } = route {
                change(filter);
            }
        });
        browser::after_frame(move || self.write_address());
    }

    /// Writes how the screen is narrowed into the address, unless that names another screen by now.
    fn write_address(self) {
        let place = routed(&browser::hash()).place();
        if let Some(route) = self.route.try_get_untracked()
            && route.place() == place
        {
            self.write(&route);
        }
    }

    /// Writes a route into the address, without a step in the history.
    pub fn write(self, route: &Route) {
        browser::replace_hash(&route.to_string());
        self.address.set_value(browser::hash());
    }

    /// Whether the open plan is kept in this browser and can be changed.
    pub fn is_kept(self) -> bool {
        self.opened
            .with(|opened| matches!(opened.source(), Some(Source::Kept(_))))
    }

    /// Whether several plans are open, to look at together.
    pub fn are_several(self) -> bool {
        self.opened.with(|opened| opened.documents().len() > 1)
    }

    /// Makes a change to the open plan and says so, with an undo.
    pub fn edit(self, edit: Edit, said: String) {
        if self.read_only.get_value() {
            return self.say(self.words().keeping.newer_version.to_owned());
        }
        let mut failed = None;
        self.change(|document| {
            document
                .apply(edit)
                .map_err(|error| failed = Some(error))
                .is_ok()
        });
        match failed {
            Some(error) => self.say(Trouble::from(error).told(self.words())),
            None => self.say_with(said, Back::Edit),
        }
    }

    /// Takes the last change back.
    pub fn undo(self) {
        if self.walk(Document::undo) {
            self.say(self.words().app.undone.to_owned());
        }
    }

    /// Makes again what was taken back last.
    pub fn redo(self) {
        if self.walk(Document::redo) {
            self.say_with(self.words().app.redone.to_owned(), Back::Edit);
        }
    }

    /// Goes a step through what was done here; where another tab changed the place since, that stays, and it is said.
    fn walk(self, step: impl FnOnce(&mut Document) -> Walk) -> bool {
        if self.read_only.get_value() {
            self.say(self.words().keeping.newer_version.to_owned());
            return false;
        }
        let mut walk = Walk::AtEnd;
        let done = self.change(|document| {
            walk = step(document);
            walk == Walk::Done
        });
        if walk == Walk::ChangedElsewhere {
            self.say(self.words().keeping.walk_elsewhere.to_owned());
        }
        done
    }

    fn change(self, change: impl FnOnce(&mut Document) -> bool) -> bool {
        let mut done = false;
        self.opened.update(|opened| {
            if let Opened::Open(Source::Kept(_), documents) = opened {
                done = documents.first_mut().is_some_and(change);
            }
        });
        if done {
            saving::save_soon(self);
        }
        done
    }

    /// Says what stays said until a save succeeds.
    pub fn warn(self, trouble: &Trouble) {
        let told = trouble.told(self.words());
        self.ui.update(|ui| ui.trouble = Some(told));
    }

    /// Adds to what was just said that it is saved: it was read back and is the same.
    pub fn saved(self) {
        if !self.lasting {
            return;
        }
        let saved = self.words().app.saved;
        self.ui.update(|ui| {
            ui.trouble = None;
            if let Some(said) = &mut ui.said
                && !said.text.ends_with(saved)
            {
                said.text.push_str(saved);
            }
        });
    }

    /// Says that something is kept, where that is so; where it is not, that stays said at the top.
    pub fn say_kept(self, text: &str) {
        if self.lasting {
            self.say(text.to_owned());
        }
    }

    /// Says something that passes.
    pub fn say(self, text: String) {
        self.ui
            .update(|ui| ui.said = Some(Said { text, back: None }));
    }

    /// Says something that can be taken back.
    pub fn say_with(self, text: String, back: Back) {
        let back = Some(back);
        self.ui.update(|ui| ui.said = Some(Said { text, back }));
    }
}

/// The route of an address; without one, the plan that is published as the first screen, if there is one.
fn routed(hash: &str) -> Route {
    if !Route::is_home(hash) {
        return Route::parse(hash);
    }
    let home = browser::home().map(|path| Source::Files(vec![path]));
    home.map_or(Route::Plans, |source| Route::of(&source, Page::Now))
}
