//! What several screens share.

pub mod achievement;
pub mod button;
pub mod cards;
pub mod choice;
pub mod departments;
pub mod figure_table;
pub mod goals;
pub mod heading;
pub mod judged;
pub mod long_list;
pub mod mend;
pub mod one_file;
pub mod picture;
pub mod prose;
pub mod question;
pub mod reporting;
pub mod review;
pub mod saving;
pub mod schedule_links;
pub mod sections;
pub mod sheet_form;
pub mod year_table;

pub use super::markup::{card, grade};

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Subscriber};
use maud::Markup;

/// What only stands there, as a part of a view. Markup is far smaller and quicker than a view of the same; a view is for
/// what reacts.
pub fn standing(markup: Markup) -> AnyView {
    view! { <div inner_html=markup.0></div> }.into_any()
}

/// What stands there until something it is made of changes.
pub fn changing(mut markup: impl FnMut() -> Markup + Send + 'static) -> AnyView {
    view! { <div inner_html=move || markup().0></div> }.into_any()
}

/// What reads signals in a part that is made anew, say with every edit, while the signals stay: it lets go of them when
/// its part is made anew. By themselves signals keep an entry for all that ever read them (`reactive_graph` 0.2), which
/// a day's work would feel.
pub fn renewed<T>(mut read: impl FnMut() -> T) -> impl FnMut() -> T {
    move || {
        if let Some(reader) = Observer::get() {
            on_cleanup(move || reader.clear_sources(&reader));
        }
        read()
    }
}

/// Views side by side in a box of a class.
pub fn boxed(class: &'static str, views: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{views}</div> }.into_any()
}
