//! The plan's prose, in which terms explain themselves on tap.

use crate::plan::{GlossaryEntry, Id, Plan};
use crate::words::{Run, runs};
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

/// The terms the plan explains.
pub struct Glossary(Arc<Vec<GlossaryEntry>>);

impl Glossary {
    /// The plan's own; an entry without its explanation says nothing.
    pub fn of(plan: &Plan) -> Self {
        let all = plan.glossary.iter();
        let explained = all.filter(|entry| !entry.explanation.is_empty());
        Self(Arc::new(explained.cloned().collect()))
    }

    /// A paragraph; a tap on a term opens its explanation right below.
    pub fn prose(&self, text: &str) -> AnyView {
        self.around(text, |inside| view! { <p>{inside}</p> }.into_any())
    }

    /// A text inside whatever element it belongs in, with the place of its explanations behind that.
    pub fn around(&self, text: &str, wrap: fn(AnyView) -> AnyView) -> AnyView {
        let runs = runs(text, &self.0);
        if let [Run::Text(text)] = runs.as_slice() {
            return wrap(text.clone().into_any());
        }
        let open = RwSignal::new(None::<usize>);
        let shown = runs.into_iter().map(|run| match run {
            Run::Text(text) => text.into_any(),
            Run::Term(term, index) => {
                let toggle = move |_| {
                    open.update(|open| *open = if *open == Some(index) { None } else { Some(index) });
                };
                let expanded = move || (open.get() == Some(index)).to_string();
                view! { <button class="term" aria-expanded=expanded on:click=toggle>{term}</button> }
                    .into_any()
            }
        });
        let entries = Arc::clone(&self.0);
        let explained = move || {
            let entry = open.get().and_then(|index| entries.get(index))?;
            Some(view! {
                <p class="explained" role="note"><b>{entry.term.clone()}</b> " " {entry.explanation.clone()}</p>
            })
        };
        view! { {wrap(shown.collect::<Vec<_>>().into_any())} {explained} }.into_any()
    }

    /// The terms a section cites, with their explanations.
    pub fn cited_in(&self, section: &Id) -> Markup {
        let entries = html! {
            @for entry in self.0.iter() {
                @if entry.cited_in.contains(section) {
                    dt { (entry.term) }
                    dd { (entry.explanation) }
                }
            }
        };
        html! { @if !entries.0.is_empty() { dl.facts { (entries) } } }
    }
}
