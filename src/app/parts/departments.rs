//! Departments as links to what they have to do.

use crate::app::state::App;
use crate::app::{Filter, Page, Route};
use crate::plan::Assignment;
use maud::{Markup, html};

/// The departments as they are written, each a link; a group leads to the department that leads it.
pub fn links(app: App, written: &[String]) -> Markup {
    let separator = app.words().app.list_separator;
    html! {
        @for (place, written) in written.iter().enumerate() {
            @if place > 0 { (separator) }
            a.department href=[link(app, &leading(written))] { (written) }
        }
    }
}

/// The address of a department's screen.
pub fn link(app: App, department: &str) -> Option<String> {
    let source = app.source()?;
    let filter = Filter {
        department: department.to_owned(),
        ..Filter::default()
    };
    Some(Route::narrowed(&source, Page::Departments, filter).to_string())
}

fn leading(written: &str) -> String {
    let Assignment { name, lead } = Assignment::parse(written);
    lead.unwrap_or(name)
}
