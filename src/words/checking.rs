//! What may be wrong with a plan, in words: what was met, and why it matters with what to do.

use super::{Words, direction, fill, fiscal_year, number, period};
use crate::check::{Kind, Remark, Subject};

/// The words of checks: a kind's own three texts, named after it.
#[derive(Debug)]
#[allow(missing_docs)] // a key's documentation is its text
pub struct Checking {
    pub ten_times: KindWords,
    pub times_more: &'static str,
    pub times_less: &'static str,
    pub falling_total: KindWords,
    pub over_hundred: KindWords,
    pub stale_copy: KindWords,
    pub stale_year: KindWords,
    pub reversed_direction: KindWords,
    pub reversed_bound: &'static str,
    pub rising_evil: KindWords,
    pub unit_changed: KindWords,
    pub no_indicator: KindWords,
    pub no_owner: KindWords,
    pub no_baseline: KindWords,
    pub no_source: KindWords,
    pub no_actual: KindWords,
    pub output_as_outcome: KindWords,
    pub target_met_before: KindWords,
}

/// What is said of one kind of remark.
#[derive(Debug)]
pub struct KindWords {
    /// The heading under which remarks of this kind stand together.
    pub title: &'static str,
    /// What was met.
    pub met: &'static str,
    /// The same of so many indicators of a plan, where it can be so.
    pub met_in_all: &'static str,
    /// Why it matters, and what to do.
    pub why: &'static str,
}

fn kind_words<'a>(words: &'a Words, kind: &Kind) -> &'a KindWords {
    let texts = &words.checking;
    match kind {
        Kind::TenTimes { .. } => &texts.ten_times,
        Kind::FallingTotal { .. } => &texts.falling_total,
        Kind::OverHundred { .. } => &texts.over_hundred,
        Kind::StaleCopy { .. } => &texts.stale_copy,
        Kind::StaleYear { .. } => &texts.stale_year,
        Kind::ReversedDirection { .. } => &texts.reversed_direction,
        Kind::RisingEvil { .. } => &texts.rising_evil,
        Kind::UnitChanged { .. } => &texts.unit_changed,
        Kind::NoIndicator => &texts.no_indicator,
        Kind::NoOwner => &texts.no_owner,
        Kind::NoBaseline => &texts.no_baseline,
        Kind::NoSource => &texts.no_source,
        Kind::NoActual { .. } => &texts.no_actual,
        Kind::OutputAsOutcome { .. } => &texts.output_as_outcome,
        Kind::TargetMetBefore { .. } => &texts.target_met_before,
    }
}

/// The heading under which remarks of a kind stand together.
#[must_use]
pub fn remark_title(words: &Words, kind: &Kind) -> &'static str {
    kind_words(words, kind).title
}

/// Why a remark matters, and what to do.
#[must_use]
pub fn remark_why(words: &Words, kind: &Kind) -> &'static str {
    kind_words(words, kind).why
}

/// What was met, with its figures.
#[must_use]
pub fn remark(words: &Words, remark: &Remark) -> String {
    let texts = kind_words(words, &remark.kind);
    let template = match (&remark.subject, &remark.kind) {
        (_, Kind::ReversedDirection { from, .. }) if from.is_empty() => {
            words.checking.reversed_bound
        }
        (Subject::Plan, _) => texts.met_in_all,
        _ => texts.met,
    };
    let mut places = places(words, &remark.kind);
    places.push(("count", remark.count.to_string()));
    let places: Vec<(&str, &str)> = places
        .iter()
        .map(|(place, text)| (*place, text.as_str()))
        .collect();
    fill(template, &places)
}

/// What fills the places of a kind's texts.
fn places(words: &Words, kind: &Kind) -> Vec<(&'static str, String)> {
    let text = |text: &String| text.clone();
    let mut places = match kind {
        Kind::TenTimes {
            times, too_little, ..
        } => vec![("times", times_in_words(words, *times, *too_little))],
        Kind::StaleYear { year } | Kind::NoActual { year } => {
            vec![("year", fiscal_year(words, *year))]
        }
        Kind::ReversedDirection { said, from, to } => vec![
            ("said", direction(words, *said).to_owned()),
            ("from", text(from)),
            ("to", text(to)),
        ],
        Kind::RisingEvil { word, from, to } => {
            vec![("word", text(word)), ("from", text(from)), ("to", text(to))]
        }
        Kind::TargetMetBefore { from, to } => vec![("from", text(from)), ("to", text(to))],
        Kind::OutputAsOutcome { word } => vec![("word", text(word))],
        Kind::UnitChanged { unit, .. } => vec![("unit", text(unit))],
        _ => Vec::new(),
    };
    if let Some(figure) = kind.figure() {
        places.push(("year", period(words, figure.period)));
        places.push(("text", text(&figure.text)));
    }
    if let Kind::TenTimes { other, .. }
    | Kind::FallingTotal { other, .. }
    | Kind::StaleCopy { other, .. } = kind
    {
        places.push(("other_year", period(words, other.period)));
        places.push(("other", text(&other.text)));
    }
    places
}

fn times_in_words(words: &Words, times: u64, too_little: bool) -> String {
    let template = if too_little {
        words.checking.times_less
    } else {
        words.checking.times_more
    };
    #[allow(clippy::cast_precision_loss)] // a power of ten
    fill(template, &[("times", &number(times as f64, 0))])
}

#[cfg(test)]
mod tests {
    use super::super::{Language, words};
    use super::*;
    use crate::check::Figure;
    use crate::plan::{FiscalYear, Id, Period};

    fn figure(year: i32, text: &str) -> Figure {
        Figure {
            period: Period::FiscalYear(FiscalYear(year)),
            text: text.to_owned(),
        }
    }

    fn said(subject: Subject, kind: Kind, count: usize) -> String {
        let words = words(Language::Japanese);
        let found = Remark {
            mended_at: subject.clone(),
            subject,
            kind,
            count,
            set_aside: None,
        };
        remark(words, &found)
    }

    #[test]
    fn a_remark_says_what_was_met_with_its_figures() {
        let item = || Subject::Indicator(Id::from("a"));
        let ten_times = Kind::TenTimes {
            figure: figure(2025, "1,508,000千円"),
            other: figure(2024, "150,800千円"),
            times: 10,
            too_little: false,
        };
        assert_eq!(
            said(item(), ten_times, 1),
            "令和7年度の「1,508,000千円」は、令和6年度の「150,800千円」のおよそ10倍です。"
        );
        let stale = Kind::StaleCopy {
            figure: figure(2025, "41,616"),
            other: figure(2024, "41,616"),
        };
        assert_eq!(
            said(item(), stale, 1),
            "令和7年度の「41,616」は、令和6年度の数とまったく同じです。"
        );
    }

    #[test]
    fn a_remark_about_the_whole_plan_says_how_many_it_is_about() {
        assert_eq!(
            said(Subject::Plan, Kind::NoOwner, 24),
            "24の指標のどれにも、担当課が書かれていません。"
        );
    }

    #[test]
    fn no_place_of_a_text_stays_unfilled() {
        let (one, other) = (figure(2025, "1"), figure(2024, "2"));
        let year = FiscalYear(2025);
        let (from, to, word) = ("3".to_owned(), "4".to_owned(), "滞納".to_owned());
        let said_direction = crate::plan::Direction::Increase;
        let kinds = [
            Kind::TenTimes {
                figure: one.clone(),
                other: other.clone(),
                times: 10,
                too_little: true,
            },
            Kind::FallingTotal {
                figure: one.clone(),
                other: other.clone(),
            },
            Kind::OverHundred {
                figure: one.clone(),
            },
            Kind::StaleCopy {
                figure: one.clone(),
                other,
            },
            Kind::StaleYear { year },
            Kind::ReversedDirection {
                said: said_direction,
                from: from.clone(),
                to: to.clone(),
            },
            Kind::ReversedDirection {
                said: said_direction,
                from: String::new(),
                to: to.clone(),
            },
            Kind::RisingEvil {
                word: word.clone(),
                from: from.clone(),
                to: to.clone(),
            },
            Kind::UnitChanged {
                figure: one,
                unit: "人".to_owned(),
            },
            Kind::NoIndicator,
            Kind::NoOwner,
            Kind::NoBaseline,
            Kind::NoSource,
            Kind::NoActual { year },
            Kind::OutputAsOutcome { word },
            Kind::TargetMetBefore { from, to },
        ];
        let words = words(Language::Japanese);
        for kind in kinds {
            for subject in [Subject::Plan, Subject::Indicator(Id::from("a"))] {
                let text = said(subject, kind.clone(), 3);
                assert!(!text.contains(['{', '}']), "{text}");
            }
            let texts = kind_words(words, &kind);
            assert!(!texts.title.is_empty() && texts.why.ends_with('。'));
        }
    }
}
