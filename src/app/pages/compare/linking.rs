//! Links that a person sets: what belongs to a theme and what does not. They are kept in the open plan and can be taken back.

use super::Plans;
use crate::app::browser;
use crate::app::state::App;
use crate::compare::{Apart, Member, Proposal, Reason, Reference};
use crate::plan::{Edit, Id};
use crate::words::{self, fill};
use leptos::ev;
use maud::{Markup, html};
use std::cell::RefCell;

/// What the buttons on the screen say of items, each by the number of its button.
#[derive(Default)]
pub struct Links(RefCell<Vec<Link>>);

/// What one button says.
#[derive(Clone)]
struct Link {
    item: Id,
    theme: String,
    belongs: Option<bool>,
}

impl Links {
    /// A button that says that an item of the open plan belongs to a theme, does not, or is left to the dictionary. Nothing
    /// for items of other plans, and where the open plan is only read.
    fn button(
        &self,
        app: App,
        reference: &Reference,
        theme: &str,
        (belongs, label): (Option<bool>, &str),
    ) -> Markup {
        if !app.is_kept() || reference.plan != 0 {
            return Markup::default();
        }
        let mut links = self.0.borrow_mut();
        let number = links.len();
        links.push(Link {
            item: reference.item.clone(),
            theme: theme.to_owned(),
            belongs,
        });
        html! { span.link id={ "link-" (number) } { button.plain type="button" name="link" { (label) } } }
    }

    /// The way out of a theme.
    pub fn of_member(&self, app: App, theme: &str, member: &Member) -> Markup {
        let texts = &app.words().compare;
        let way = match member.reference.linked {
            true => (None, texts.unlink),
            false => (Some(false), texts.leave_out),
        };
        self.button(app, &member.reference, theme, way)
    }

    /// The way into a theme.
    pub fn of_apart(&self, app: App, theme: &str, apart: &Apart) -> Markup {
        let texts = &app.words().compare;
        let way = match apart.reason {
            Reason::SaidNot => (None, texts.put_back),
            Reason::NoFigures => return Markup::default(),
            _ => (Some(true), texts.put_in),
        };
        self.button(app, &apart.reference, theme, way)
    }

    /// Hears which button was pressed.
    pub fn listen(self, app: App) -> impl Fn(ev::MouseEvent) {
        let links = self.0.into_inner();
        move |event| {
            let Some((_, place)) = browser::pressed_in(&event, ".link") else {
                return;
            };
            let number = place.strip_prefix("link-").and_then(|it| it.parse().ok());
            let Some(link) = number.and_then(|number: usize| links.get(number)).cloned() else {
                return;
            };
            let texts = app.words();
            let name = words::theme_name(texts, &link.theme).to_owned();
            let said = match link.belongs {
                Some(true) => texts.compare.was_put_in,
                Some(false) => texts.compare.was_left_out,
                None => texts.compare.was_unlinked,
            };
            let edit = Edit::SetTheme {
                item: link.item,
                theme: link.theme,
                belongs: link.belongs,
            };
            app.edit(edit, fill(said, &[("theme", &name)]));
            browser::later(|| browser::focus("h1"));
        }
    }
}

/// What has its like in another plan and stands in no theme with it.
pub fn proposed(app: App, plans: &Plans, links: &Links, proposals: &[Proposal]) -> Markup {
    let texts = &app.words().compare;
    let own = plans.plans.first();
    let name = |reference: &Reference| {
        let plan = plans.plans.get(reference.plan);
        let found = plan.and_then(|plan| plan.indicator(&reference.item));
        let name = found.map_or("", |found| found.name.as_str());
        [plans.town(reference), " ", name].concat()
    };
    html! {
        @if !proposals.is_empty() {
            section #proposed {
                .section-head { h2 { (texts.proposed) } }
                p.muted.why { (texts.proposed_lead) }
                ul.rows {
                    @for proposal in proposals {
                        @let found = own.and_then(|plan| plan.indicator(&proposal.item));
                        @let own = Reference { plan: 0, item: proposal.item.clone(), linked: false };
                        @let theme = words::theme_name(app.words(), &proposal.theme);
                        @let label = fill(texts.compare_as, &[("theme", theme)]);
                        li {
                            h3 { (found.map_or("", |found| found.name.as_str())) }
                            ul.bullets { @for like in &proposal.alike { li { (name(like)) } } }
                            (links.button(app, &own, &proposal.theme, (Some(true), &label)))
                        }
                    }
                }
            }
        }
    }
}
