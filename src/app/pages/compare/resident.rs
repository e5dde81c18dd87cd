//! Figures per inhabitant, where the towns' populations are known.

use super::Plans;
use crate::app::state::App;
use crate::compare::{Group, per_resident};
use crate::words::{self, fill};
use maud::{Markup, html};

/// The group per inhabitant where that is asked for and can be, and by which populations; or why it cannot.
pub fn divided(app: App, plans: &Plans, group: &Group, is_asked: bool) -> (Option<Group>, Markup) {
    let words = app.words();
    if !is_asked {
        return (None, Markup::default());
    }
    let (divided, left_out) = match per_resident(group, &plans.populations) {
        Ok(divided) => divided,
        Err(refusal) => {
            let told = html! { p.notice { (words::refusal(words, &refusal)) } };
            return (None, told);
        }
    };
    let mut told: Vec<String> = Vec::new();
    for member in &divided.members {
        let place = member.reference.plan;
        if let (Some(town), Some(Some(population))) =
            (plans.towns.get(place), plans.populations.get(place))
        {
            let by = words::divided_by(words, town, population);
            if !told.contains(&by) {
                told.push(by);
            }
        }
    }
    told.extend(
        left_out
            .iter()
            .map(|reference| fill(words.compare.left_out, &[("town", plans.town(reference))])),
    );
    let told = html! { ul.bullets.cautions { @for one in &told { li { (one) } } } };
    (Some(divided), told)
}
