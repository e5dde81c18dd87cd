//! Lists of cards, each goal followed by what serves it.

use crate::plan::GoalGroup;
use crate::words::{Words, fill};
use maud::{Markup, html};

/// The cards of some indicators, each goal followed by what serves it; `one` makes a card.
pub fn cards(words: &Words, groups: &[GoalGroup], one: &dyn Fn(usize) -> Markup) -> Markup {
    let texts = &words.goals;
    let has_goals = groups.iter().any(|(goal, _)| goal.is_some());
    let counted = |template: &str, indices: &[usize]| {
        fill(template, &[("count", &indices.len().to_string())])
    };
    html! {
        @for (goal, others) in groups {
            @if let Some(goal) = goal { ul.rulers.goal { (one(*goal)) } }
            @if !others.is_empty() {
                @if goal.is_some() {
                    p.muted.under { (counted(texts.under, others)) }
                } @else if has_goals {
                    p.muted.under { (counted(texts.others, others)) }
                }
                ul.rulers { @for index in others { (one(*index)) } }
            }
        }
    }
}

/// The first so many indicators of some groups, none of which is empty.
pub fn first(groups: Vec<GoalGroup>, mut room: usize) -> Vec<GoalGroup> {
    let mut shown = Vec::new();
    for (goal, mut others) in groups {
        if room == 0 {
            break;
        }
        room -= usize::from(goal.is_some());
        others.truncate(room);
        room -= others.len();
        shown.push((goal, others));
    }
    shown
}
