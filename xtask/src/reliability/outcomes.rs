//! What the tests of a run said: outcomes and figures, kept beside what is built until the table is written.

use crate::place;
use crate::run::{Outcome, on_path};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;

/// How a test went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// It passed.
    Passed,
    /// It failed.
    Failed,
    /// What it needs is not there; it showed nothing.
    PassedOver,
}

impl Went {
    const WORDS: [(Self, &str); 3] = [
        (Self::Passed, "passed"),
        (Self::Failed, "failed"),
        (Self::PassedOver, "passed over"),
    ];

    fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(went, _)| *went == self)
            .map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(_, own)| *own == word)
            .map(|(went, _)| *went)
    }
}

/// The tests' outcomes where they ran (`native` or an engine), and the figures of faults.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    went: BTreeMap<String, Went>,
    figures: BTreeMap<String, String>,
}

/// The run that outcomes are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `cargo xtask test`.
    Test,
    /// `cargo xtask soak`.
    Soak,
}

impl Outcomes {
    /// Those kept of the last runs; none where nothing was run.
    pub fn kept(kind: Kind) -> Self {
        let text = fs::read_to_string(file(kind)).unwrap_or_default();
        let kept: Value = serde_json::from_str(&text).unwrap_or_default();
        let texts = |name: &str| -> Vec<(String, String)> {
            let all = kept[name].as_object().into_iter().flatten();
            all.filter_map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned())))
                .collect()
        };
        let went = texts("went").into_iter();
        Self {
            went: went
                .filter_map(|(key, word)| Some((key, Went::of(&word)?)))
                .collect(),
            figures: texts("figures").into_iter().collect(),
        }
    }

    /// Takes in what a line of a run says, if it says anything: `test room::name ... ok`, `ok chromium name (2.0 s)`,
    /// `over webkit name (…)`, `figure: 8: kept texts damaged: 100,000`.
    pub fn hear(&mut self, line: &str) {
        let line = line.trim_end();
        if let Some((key, value)) = line
            .strip_prefix("figure: ")
            .and_then(|rest| rest.rsplit_once(": "))
        {
            self.figures.insert(key.to_owned(), value.to_owned());
        } else if let Some((path, word)) = line
            .strip_prefix("test ")
            .and_then(|rest| rest.rsplit_once(" ... "))
        {
            let name = path
                .split(" - ")
                .next()
                .unwrap_or(path)
                .rsplit("::")
                .next()
                .unwrap_or(path);
            let went = match word {
                "ok" => Went::Passed,
                "ignored" => Went::PassedOver,
                _ => Went::Failed,
            };
            self.went.insert(key_of("native", name), went);
        } else if let [word, engine, name, ..] = line.split(' ').collect::<Vec<_>>()[..] {
            let went = match word {
                "ok" => Went::Passed,
                "FAILED" => Went::Failed,
                "over" => Went::PassedOver,
                _ => return,
            };
            self.went.insert(key_of(engine, name), went);
        }
    }

    /// How a test went somewhere; none where it did not run.
    pub fn went(&self, at: &str, test: &str) -> Option<Went> {
        self.went.get(&key_of(at, test)).copied()
    }

    /// The figures of a fault: what was measured, and how much.
    pub fn figures(&self, row: usize) -> impl Iterator<Item = (&str, &str)> {
        self.figures.iter().filter_map(move |(key, value)| {
            let (number, what) = key.split_once(": ")?;
            (number.parse() == Ok(row)).then_some((what, value.as_str()))
        })
    }

    /// Adds what another run said; where both speak of something, the other counts.
    pub fn add(&mut self, newer: Self) {
        self.went.extend(newer.went);
        self.figures.extend(newer.figures);
    }

    /// Keeps them in the place of those that were kept.
    pub fn keep(&self, kind: Kind) -> Outcome {
        let went = self
            .went
            .iter()
            .map(|(key, went)| (key.clone(), json!(went.word())));
        let figures = self
            .figures
            .iter()
            .map(|(key, value)| (key.clone(), json!(value)));
        let all = json!({ "went": went.collect::<Map<_, _>>(), "figures": figures.collect::<Map<_, _>>() });
        let file = file(kind);
        fs::write(&file, all.to_string()).map_err(on_path("write", &file))
    }
}

fn file(kind: Kind) -> std::path::PathBuf {
    place::target().join(match kind {
        Kind::Test => "reliability.json",
        Kind::Soak => "reliability-soak.json",
    })
}

fn key_of(at: &str, test: &str) -> String {
    format!("{at} {test}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tests_say_is_heard() {
        let mut outcomes = Outcomes::default();
        for line in [
            "test keep::tests::it_holds ... ok",
            "test it_fails ... FAILED",
            "ok chromium storage_full (2.0 s)",
            "over webkit offline (no service workers)",
            "figure: 8: kept texts damaged: 3,000",
            "figure: 14: chromium, 10 MB: 1.9 s",
            "Finished something",
        ] {
            outcomes.hear(line);
        }
        assert_eq!(outcomes.went("native", "it_holds"), Some(Went::Passed));
        assert_eq!(outcomes.went("native", "it_fails"), Some(Went::Failed));
        assert_eq!(
            outcomes.went("chromium", "storage_full"),
            Some(Went::Passed)
        );
        assert_eq!(outcomes.went("webkit", "offline"), Some(Went::PassedOver));
        assert_eq!(outcomes.went("firefox", "offline"), None);
        assert_eq!(
            outcomes.figures(8).collect::<Vec<_>>(),
            [("kept texts damaged", "3,000")]
        );
        assert_eq!(
            outcomes.figures(14).collect::<Vec<_>>(),
            [("chromium, 10 MB", "1.9 s")]
        );
        assert_eq!(outcomes.went.len(), 4);
    }
}
