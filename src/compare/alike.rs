//! Proposals beyond the dictionary: indicators of other plans whose names are nearly the same and whose units compare.

use super::{Reference, THEMES, Unit};
use crate::judge::series;
use crate::plan::{Id, Indicator, Plan, sort_by_key, squash};

/// From which likeness on two names are proposed: 1 is the same name, 0 shares nothing. So high that 回数 and 研修, which
/// half of all names hold, do not make two names one.
const ALIKE: f64 = 0.7;

/// The indicators of other plans that may be the same as one of a plan, the likeliest first.
#[must_use]
pub fn alike(plans: &[&Plan], plan: usize, item: &Id) -> Vec<Reference> {
    let Some(indicator) = plans.get(plan).and_then(|plan| plan.indicator(item)) else {
        return Vec::new();
    };
    let (name, unit) = (core(&indicator.name), unit(indicator));
    let pairs = pairs(&name);
    let mut found: Vec<(f64, Reference)> = Vec::new();
    for (at, other) in plans.iter().enumerate().filter(|(at, _)| *at != plan) {
        for candidate in &other.indicators {
            let its = core(&candidate.name);
            let likeness = likeness(&pairs, &self::pairs(&its));
            if likeness >= ALIKE
                && !are_false_friends(&name, &its)
                && self::unit(candidate).factor_to(&unit).is_ok()
            {
                let reference = Reference {
                    plan: at,
                    item: candidate.id.clone(),
                    linked: false,
                };
                found.push((likeness, reference));
            }
        }
    }
    #[allow(clippy::cast_possible_truncation)] // from 0 to -1,000
    sort_by_key(&mut found, |(likeness, _)| (likeness * -1000.0) as i32);
    found.into_iter().map(|(_, reference)| reference).collect()
}

/// Whether two indicators may be the same, by name and unit.
pub(super) fn are_alike(one: &Indicator, other: &Indicator) -> bool {
    let (name, its) = (core(&one.name), core(&other.name));
    likeness(&pairs(&name), &pairs(&its)) >= ALIKE
        && !are_false_friends(&name, &its)
        && unit(other).factor_to(&unit(one)).is_ok()
}

fn unit(indicator: &Indicator) -> Unit {
    let unit = match indicator.unit.as_str() {
        "" => series(indicator).into_iter().next().map(|one| one.unit),
        unit => Some(unit.into()),
    };
    Unit::parse(&unit.unwrap_or_default(), &[])
}

/// A name without what is said by the way: spaces, brackets, whose it is.
fn core(name: &str) -> String {
    let mut core = String::new();
    let mut depth = 0_usize;
    for character in squash(name).chars() {
        match character {
            '(' | '【' | '[' | '{' | '〔' => depth += 1,
            ')' | '】' | ']' | '}' | '〕' => depth = depth.saturating_sub(1),
            character if depth == 0 => core.push(character),
            _ => {}
        }
    }
    let of_the_town = [
        "町内", "市内", "村内", "町の", "市の", "村の", "町", "市", "村",
    ];
    let shorter = of_the_town
        .iter()
        .find_map(|word| core.strip_prefix(word))
        // 町税 and 市税 are words of their own.
        .filter(|rest| !rest.starts_with(['税', '民', '道', '営', '債']));
    shorter.map_or(core.clone(), str::to_owned)
}

/// The pairs of neighbouring characters.
fn pairs(name: &str) -> Vec<(char, char)> {
    name.chars().zip(name.chars().skip(1)).collect()
}

/// The share of pairs two names have in common (Dice's coefficient).
#[allow(clippy::cast_precision_loss)] // names are short
fn likeness(one: &[(char, char)], other: &[(char, char)]) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let mut left = other.to_vec();
    let mut shared = 0;
    for pair in one {
        if let Some(at) = left.iter().position(|its| its == pair) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    f64::from(shared * 2) / (one.len() + other.len()) as f64
}

/// Whether the dictionary says that these two are not the same.
fn are_false_friends(one: &str, other: &str) -> bool {
    use super::themes::Standing;
    THEMES.iter().any(|theme| {
        let (one, other) = (theme.standing(one), theme.standing(other));
        let belongs = |standing| standing == Standing::Belongs;
        let differs = |standing| matches!(standing, Standing::Not(_) | Standing::FalseFriend(_));
        (belongs(one) && differs(other)) || (differs(one) && belongs(other))
    })
}
