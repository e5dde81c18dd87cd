//! What the interface says, language by language.
//!
//! [`Words`] names every string; a language is one value of it (`ja`), so that a missing key does not compile.
//! Strings with figures are templates (`{name}` is filled, `*…*` stands out). The sentences about an indicator are
//! put together here too, from what room `judge` hands over as data.

mod chart;
mod checking;
mod comparing;
mod counting;
mod figure;
mod fill;
mod findings;
mod ja;
mod judging;
mod keeping;
mod keys;
mod left_out;
mod projection;
mod published;
mod reasons;
mod reporting;
mod revising;
mod rules;
mod sentence;
mod terms;
mod year;

pub use chart::{chart_terms, chart_words};
pub use checking::{Checking, KindWords, remark, remark_title, remark_why};
pub use comparing::{Comparing, ThemeWords, apart, caution, divided_by, refusal, theme_name};
pub use figure::{decimals_of, in_words, number, percent, with_unit};
pub use fill::{Piece, fill, pieces, plain};
pub use findings::{Findings, finding, finding_level, finding_line, foreign_file};
pub use judging::{
    accumulation, accumulation_reason, direction, direction_reason, explanation, grade,
    judged_grade, series_explanations,
};
pub use keeping::{card_title, counted, reminder, room};
pub use keys::*;
pub use left_out::left_out;
pub use projection::{no_projection, projection};
pub use published::{earlier_targets, published_rate};
pub use reasons::{doubt, not_computable};
pub use reporting::{item_standing, item_standing_short, item_state, report_year, reported};
pub use revising::{Revising, choice, field_label, kind_name, shown, subject_name};
pub use rules::{
    condition, formula, formula_means, held_against, scale_title, step_means, step_word,
};
pub use sentence::{decimals, line, mixed_counts, summary, unit, value};
pub use terms::{Run, runs};
pub use year::{fiscal_year, period, period_short, plan_period, short_and_western};

use crate::plan::{Provenance, Section};

/// A section's number and title: `1 効率的・効果的な行財政運営`.
#[must_use]
pub fn section_title(section: &Section) -> String {
    match section.number.as_str() {
        "" => section.title.clone(),
        number => [number, " ", section.title.as_str()].concat(),
    }
}

/// The numbers of a path of sections, joined: `1-(1)-①`.
#[must_use]
pub fn section_number(path: &[&Section]) -> String {
    let numbers = path.iter().map(|section| section.number.as_str());
    numbers
        .filter(|number| !number.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// Where something was read: `計画書.txt の 28 行目`; empty when it was not read anywhere.
#[must_use]
pub fn provenance(words: &Words, provenance: &Provenance) -> String {
    match (provenance.source.as_str(), provenance.line) {
        ("", _) => String::new(),
        (source, None) => source.to_owned(),
        (source, Some(line)) => {
            let places = [("source", source), ("line", &*line.to_string())];
            fill(words.indicator.from_line, &places)
        }
    }
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 日本語.
    #[default]
    Japanese,
}

/// Everything the interface says in a language.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Japanese => &ja::WORDS,
    }
}
