//! The list of the plans that are published beside the app, once it came: read, shown, compared with what is open and kept.

use super::errors::Trouble;
use super::published::{Aim, Listed, OpenFiles, Shown, dated};
use super::state::App;
use super::{Page, Route, Source, browser, keeping};
use crate::keep::PlanCard;
use crate::publish::{Catalogue, Entry, Standing, difference, standing};
use crate::words::{self, fill};
use leptos::prelude::*;
use maud::{Markup, html};

/// How many published plans are opened together by one link.
const TOGETHER: usize = 12;

/// Takes the list in; none where it did not come.
pub fn take_in(app: App, bytes: Option<Vec<u8>>, aim: Aim) {
    let listed = match bytes {
        None => Listed::Failed(Trouble::NoCatalogue),
        Some(bytes) => match Catalogue::parse(&String::from_utf8_lossy(&bytes)) {
            Ok(catalogue) => Listed::Here(catalogue),
            Err(unusable) => Listed::Failed(Trouble::Catalogue(unusable)),
        },
    };
    if aim != Aim::Show {
        // Where the list does not come, nothing is known of what is open and nothing said.
        let Some(catalogue) = listed.catalogue() else {
            return;
        };
        app.published.update(|open| {
            if let Some(open) = open {
                compare(catalogue, open, aim == Aim::CameBack);
            }
        });
    }
    app.listed.set(Shown {
        list: shown(app, &listed),
        news: news(app, &listed, &keeping::cards(app)),
    });
    app.catalogue.set(listed);
}

fn compare(catalogue: &Catalogue, open: &mut OpenFiles, since_opened: bool) {
    let before = open.difference.take();
    open.difference = difference(catalogue, &open.origins, since_opened, before.as_ref());
}

/// The list as it is shown.
fn shown(app: App, listed: &Listed) -> Markup {
    let words = app.words();
    match listed {
        Listed::Waiting => Markup::default(),
        Listed::Here(catalogue) if catalogue.plans.is_empty() => Markup::default(),
        Listed::Here(catalogue) => html! {
            .section-head {
                h2 {
                    @if catalogue.title.is_empty() { (words.plans.published) } @else { (catalogue.title) }
                }
            }
            (entries(app, catalogue))
        },
        Listed::Failed(trouble) => html! {
            .section-head { h2 { (words.plans.published) } }
            p.notice.spaced { (trouble.told(words)) }
        },
    }
}

fn entries(app: App, catalogue: &Catalogue) -> Markup {
    let words = app.words();
    let plans = &catalogue.plans;
    let all = Source::Files(plans.iter().map(Entry::path).collect());
    let to = |entry: &Entry| Route::of(&Source::Files(vec![entry.path()]), Page::Now);
    html! {
        @if !catalogue.note.is_empty() { p.muted.spaced { (catalogue.note) } }
        @if (2..=TOGETHER).contains(&plans.len()) {
            p.apart {
                a href=(Route::of(&all, Page::Now)) { (words.plans.all_pictures) }
                " "
                a href=(Route::of(&all, Page::Compare)) { (words.plans.compare) }
            }
        }
        ul.rows.plans {
            @for entry in plans {
                li {
                    p.muted { (entry.municipality.name) }
                    h3 { a href=(to(entry)) { (entry.title) } }
                    p.muted.apart {
                        span { (words::counted(words, &entry.counts)) }
                        @if !entry.source.is_empty() {
                            " " span { (fill(words.plans.source, &[("source", &entry.source)])) }
                        }
                        @if !entry.date.is_empty() {
                            " " span { (fill(words.published.since, &[("date", &entry.date)])) }
                        }
                    }
                }
            }
        }
    }
}

/// Of each kept plan whose published file has a new version, that it has, and the way to what changed in it.
fn news(app: App, listed: &Listed, kept: &[PlanCard]) -> Markup {
    let words = &app.words().published;
    let newer = |card: &PlanCard| {
        let catalogue = listed.catalogue()?;
        let origin = app
            .library
            .with_value(|library| library.origin(&card.key))?;
        if origin.app != browser::folder() {
            return None;
        }
        match standing(catalogue, &origin) {
            Standing::Other(entry) => Some((entry.path(), entry.date.clone())),
            Standing::Unknown | Standing::Listed => None,
        }
    };
    html! {
        @for card in kept {
            @if let Some((path, date)) = newer(card) {
                p.notice.spaced {
                    (card.title) ": "
                    (dated(words.kept_newer, words.kept_newer_dated, &date)) " "
                    a href=(Route::Review(path)) { (words.look) }
                }
            }
        }
    }
}
