//! A theme across plans, in words: its name, what to know, why something stands apart.

use super::{Words, fill, number, period};
use crate::compare::{Apart, Caution, Group, Population, Reason, Refusal};

/// The words of comparisons.
#[derive(Debug)]
#[allow(missing_docs)] // a key's documentation is its text
pub struct Comparing {
    pub lower_is_better: &'static str,
    pub relative_target: &'static str,
    pub converted: &'static str,
    pub baselines_differ: &'static str,
    pub targets_differ: &'static str,
    pub only_targets_differ: &'static str,
    pub definitions_differ: &'static str,
    pub measured_differently: &'static str,
    pub calendar_years: &'static str,
    pub divided: &'static str,
    pub other_dimension: &'static str,
    pub other_period: &'static str,
    pub share_already: &'static str,
    pub population_unknown: &'static str,
    pub no_baseline: &'static str,
    pub another_thing: &'static str,
    pub false_friend: &'static str,
    pub other_unit: &'static str,
    pub no_unit: &'static str,
    pub no_figures: &'static str,
    pub said_not: &'static str,
    /// The dictionary's themes.
    pub themes: &'static [ThemeWords],
}

/// A theme of the dictionary in words.
#[derive(Debug)]
pub struct ThemeWords {
    /// Its key in the dictionary.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What is known of the towns' definitions; empty when they are the same.
    pub note: &'static str,
}

/// A theme's name; a person's own theme is called what the person calls it.
#[must_use]
pub fn theme_name<'a>(words: &Words, key: &'a str) -> &'a str {
    theme_words(words, key).map_or(key, |theme| theme.name)
}

fn theme_words(words: &Words, key: &str) -> Option<&'static ThemeWords> {
    words.comparing.themes.iter().find(|theme| theme.key == key)
}

/// What to know before a group's figures are held against each other; `towns` are the plans compared, by name.
#[must_use]
pub fn caution(
    words: &Words,
    theme: &str,
    group: &Group,
    caution: &Caution,
    towns: &[&str],
) -> String {
    let texts = &words.comparing;
    let town = |member: &usize| {
        let member = group.members.get(*member);
        let town = member.and_then(|member| towns.get(member.reference.plan));
        town.copied().unwrap_or_default()
    };
    match caution {
        Caution::LowerIsBetter => texts.lower_is_better.to_owned(),
        Caution::RelativeTarget { member, reference } => {
            let places = [("town", town(member)), ("reference", reference)];
            fill(texts.relative_target, &places)
        }
        Caution::Converted {
            member,
            from,
            to,
            factor,
        } => {
            let factor = number(*factor, 0);
            let places = [
                ("town", town(member)),
                ("from", from),
                ("to", to),
                ("factor", &factor),
            ];
            fill(texts.converted, &places)
        }
        Caution::BaselinesCountedDifferently => texts.baselines_differ.to_owned(),
        Caution::TargetsCountedDifferently => {
            let both = group
                .cautions
                .contains(&Caution::BaselinesCountedDifferently);
            let text = if both {
                texts.targets_differ
            } else {
                texts.only_targets_differ
            };
            text.to_owned()
        }
        Caution::DefinitionsDiffer { member, part } => {
            let places = [("town", town(member)), ("part", part)];
            fill(texts.definitions_differ, &places)
        }
        Caution::MeasuredDifferently => texts.measured_differently.to_owned(),
        Caution::CalendarYears { member } => fill(texts.calendar_years, &[("town", town(member))]),
        Caution::Theme => theme_words(words, theme)
            .map_or("", |theme| theme.note)
            .to_owned(),
    }
}

/// By which population a town's figures were divided.
#[must_use]
pub fn divided_by(words: &Words, town: &str, population: &Population) -> String {
    let number = number(population.number, 0);
    let places = [
        ("town", town),
        ("year", &*period(words, population.period)),
        ("number", &*number),
    ];
    fill(words.comparing.divided, &places)
}

/// Why figures are not brought to one scale.
#[must_use]
pub fn refusal(words: &Words, refusal: &Refusal) -> String {
    let texts = &words.comparing;
    let of_two = |text, one: &str, other: &str| fill(text, &[("one", one), ("other", other)]);
    match refusal {
        Refusal::OtherDimension { one, other } => of_two(texts.other_dimension, one, other),
        Refusal::OtherPeriod { one, other } => of_two(texts.other_period, one, other),
        Refusal::ShareAlready => texts.share_already.to_owned(),
        Refusal::NoBaseline => texts.no_baseline.to_owned(),
        Refusal::PopulationUnknown => texts.population_unknown.to_owned(),
    }
}

/// Why an item stands apart.
#[must_use]
pub fn apart(words: &Words, apart: &Apart) -> String {
    let texts = &words.comparing;
    match &apart.reason {
        Reason::AnotherThing { word } => fill(texts.another_thing, &[("word", word)]),
        Reason::FalseFriend { word } => fill(texts.false_friend, &[("word", word)]),
        Reason::OtherDimension { unit } if unit.is_empty() => texts.no_unit.to_owned(),
        Reason::OtherDimension { unit } => fill(texts.other_unit, &[("unit", unit)]),
        Reason::NoFigures => texts.no_figures.to_owned(),
        Reason::SaidNot => texts.said_not.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{Language, words};
    use super::*;
    use crate::compare::{THEMES, compare};
    use crate::plan::{Indicator, Observation, Plan, UnitHint, parse_value};

    #[test]
    fn every_theme_of_the_dictionary_has_a_name_and_nothing_else_has() {
        let words = words(Language::Japanese);
        let named: Vec<&str> = words
            .comparing
            .themes
            .iter()
            .map(|theme| theme.key)
            .collect();
        let known: Vec<&str> = THEMES.iter().map(|theme| theme.key).collect();
        assert_eq!(named, known);
        assert_eq!(theme_name(words, "arrears"), "滞納額");
        assert_eq!(theme_name(words, "わたしの題"), "わたしの題");
        let noted = |key: &str| !theme_words(words, key).unwrap().note.is_empty();
        assert!(noted("tax_collection") && noted("partners") && !noted("arrears"));
    }

    #[test]
    fn a_caution_names_the_town_and_its_numbers() {
        let plan = |text: &str| Plan {
            indicators: vec![Indicator {
                name: "ふるさと納税".to_owned(),
                baseline: Some(Observation {
                    text: text.to_owned(),
                    value: parse_value(text, &UnitHint::none()),
                    ..Observation::default()
                }),
                ..Indicator::default()
            }],
            ..Plan::default()
        };
        let (one, other) = (plan("5万円"), plan("7千円"));
        let comparison = compare("hometown_tax", &[&one, &other]);
        let group = &comparison.groups[0];
        let words = words(Language::Japanese);
        let said: Vec<String> = group
            .cautions
            .iter()
            .map(|one| caution(words, "hometown_tax", group, one, &["甲町", "乙町"]))
            .collect();
        assert_eq!(
            said,
            ["甲町の数字は万円で書かれているので、10倍して千円にそろえました。"]
        );
    }
}
