//! What indicators can be found by, in the form in which it is searched.

use crate::plan::{Indicator, fold_search};

/// All indicators' searched texts in one: a word is looked for once, not ten thousand times.
#[derive(Clone, Debug, Default)]
pub struct Searched {
    text: String,
    /// Where each indicator's part ends.
    ends: Vec<usize>,
}

impl Searched {
    /// Name, what is measured, what the town calls it, who is responsible.
    pub fn of(indicators: &[Indicator]) -> Self {
        let mut searched = Self::default();
        for indicator in indicators {
            searched.text.push_str(&fold_search(&indicator.name));
            let more = [&indicator.measurement, &indicator.kind];
            for more in more.into_iter().chain(&indicator.departments) {
                searched.text.push('\n');
                searched.text.push_str(&fold_search(more));
            }
            // No word holds one, so none is found across two indicators.
            searched.text.push('\n');
            searched.ends.push(searched.text.len());
        }
        searched
    }

    /// The part of one indicator, by its place in the plan.
    pub fn part(&self, index: usize) -> &str {
        let start = index
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let range =
            start.copied().unwrap_or_default()..self.ends.get(index).copied().unwrap_or_default();
        self.text.get(range).unwrap_or_default()
    }

    /// The places of the indicators that hold a word, in the plan's order. The word is folded and has no spaces.
    pub fn holding(&self, word: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let mut index = 0;
        for (at, _) in self.text.match_indices(word) {
            while self.ends.get(index).is_some_and(|end| *end <= at) {
                index += 1;
            }
            if found.last() != Some(&index) {
                found.push(index);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn searched(names: &[&str]) -> Searched {
        let named = |name: &&str| Indicator {
            name: (*name).to_owned(),
            ..Indicator::default()
        };
        Searched::of(&names.iter().map(named).collect::<Vec<_>>())
    }

    #[test]
    fn each_indicator_that_holds_a_word_is_found_once() {
        let searched = searched(&["図書館と図書室", "", "公民館", "図書"]);
        assert_eq!(searched.holding(&fold_search("図書")), [0, 3]);
        assert_eq!(searched.holding(&fold_search("館")), [0, 2]);
        assert!(searched.holding(&fold_search("館図")).is_empty());
    }

    #[test]
    fn names_are_found_in_hiragana_and_katakana() {
        let searched = searched(&["ふるさと納税の寄附金額"]);
        assert_eq!(searched.holding(&fold_search("フルサト")), [0]);
        assert!(searched.part(0).starts_with(&fold_search("フルサト")));
        assert_eq!(searched.part(1), "");
    }
}
