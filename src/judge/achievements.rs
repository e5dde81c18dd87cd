//! How far departments say their goals were reached (目標の達成), counted by department and by section.
//!
//! The scale is the one departments type: nothing is computed here but counts.

use super::summary::{parents, places};
use super::{Grade, scale_named, scales};
use crate::plan::{
    Assignment, FiscalYear, Id, Plan, ProgressSheet, Scale, achievement_rank, sort_by_key, squash,
};

/// Sheets counted by achievement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AchievementTally {
    /// How many have each word of [`Achievements::words`], in its order.
    pub counts: Vec<usize>,
    /// How many are not judged yet.
    pub open: usize,
}

impl AchievementTally {
    /// How many there are, judged or not.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.open
    }

    fn add(&mut self, word: Option<usize>, words: usize) {
        self.counts.resize(words, 0);
        match word.and_then(|place| self.counts.get_mut(place)) {
            Some(count) => *count += 1,
            None => self.open += 1,
        }
    }
}

/// The sheets of a plan, or of one of its fiscal years, by achievement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Achievements {
    /// The words departments typed, best first; words that differ in nothing but spaces are one.
    pub words: Vec<String>,
    /// All sheets, each once.
    pub whole: AchievementTally,
    /// How many of all say that the goal was reached.
    pub reached: usize,
    /// The sheets of each section and all below it, with how many sections stand above it, in the plan's order; sections
    /// without a sheet are left out.
    pub sections: Vec<(Id, usize, AchievementTally)>,
    /// Sheets that stand in no section.
    pub elsewhere: AchievementTally,
    /// The sheets of each department, in the order in which they come first. A sheet of several departments counts for
    /// each of them, and one of 全課【総務課】 for 全課 and for 総務課, which leads it.
    pub departments: Vec<(String, AchievementTally)>,
    /// Sheets that name no department.
    pub nobody: AchievementTally,
}

/// The sheets of a fiscal year by achievement; without one, those of all years and those without a year.
#[must_use]
pub fn achievements(plan: &Plan, year: Option<FiscalYear>) -> Achievements {
    let sheets = || {
        let all = plan.sheets.iter();
        all.filter(move |sheet| year.is_none() || sheet.fiscal_year == year)
    };
    let words = typed_words(sheets());
    let mut found = Achievements::default();
    let (above, places) = (parents(plan), places(plan));
    let mut sections = vec![AchievementTally::default(); plan.sections.len()];
    for sheet in sheets() {
        let word = words.iter().position(|word| is_same(word, sheet));
        found.whole.add(word, words.len());
        found.reached += usize::from(achievement_rank(&sheet.achievement) == Some(0));
        let section = sheet.section.as_ref();
        let mut next = section.and_then(|section| places.get(section).copied());
        if next.is_none() {
            found.elsewhere.add(word, words.len());
        }
        while let Some(place) = next {
            sections[place].add(word, words.len());
            next = above[place];
        }
        let names = named(sheet);
        if names.is_empty() {
            found.nobody.add(word, words.len());
        }
        for name in names {
            let known = found
                .departments
                .iter()
                .position(|(other, _)| *other == name);
            let place = known.unwrap_or_else(|| {
                found.departments.push((name, AchievementTally::default()));
                found.departments.len() - 1
            });
            found.departments[place].1.add(word, words.len());
        }
    }
    let depth = |place: usize| std::iter::successors(above[place], |up| above[*up]).count();
    found.sections = sections
        .into_iter()
        .enumerate()
        .filter(|(_, tally)| tally.total() > 0)
        .map(|(place, tally)| (plan.sections[place].id.clone(), depth(place), tally))
        .collect();
    found.words = words;
    found
}

/// The words offered to a department that judges a sheet, best first: those of the plan's own scale where that one is
/// typed, else of the scale that comes with the program and has the words the plan's sheets use already (the first such
/// scale where they use none yet); and whatever else the plan's sheets say.
#[must_use]
pub fn achievement_words(plan: &Plan) -> Vec<String> {
    let used = typed_words(plan.sheets.iter());
    let own = plan.rules.own_scale.as_deref();
    let own = own.or_else(|| scale_named(&plan.rules.scale));
    let knows_all = |scale: &&Scale| used.iter().all(|word| scale.typed.contains(word));
    let mut typed_ones = scales().iter().filter(|scale| is_typed(scale));
    let scale = own
        .filter(|scale| is_typed(scale))
        .or_else(|| typed_ones.find(knows_all));
    let mut words = scale.map(|scale| scale.typed.clone()).unwrap_or_default();
    let more = used.into_iter().filter(|word| !words.contains(word));
    words.extend(more.collect::<Vec<_>>());
    words
}

/// The grade of all scales that an achievement is drawn and counted as.
#[must_use]
pub fn achievement_grade(achievement: &str) -> Grade {
    match achievement_rank(achievement) {
        Some(0) => Grade::Achieved,
        Some(1) => Grade::SlightlyBehind,
        Some(_) => Grade::Behind,
        None => Grade::NotJudged,
    }
}

/// Whether a scale is one of words that people type, and of nothing that is computed.
fn is_typed(scale: &Scale) -> bool {
    scale.steps.is_empty() && !scale.typed.is_empty()
}

/// The words that sheets are judged with, best first, each as it is written first.
fn typed_words<'a>(sheets: impl Iterator<Item = &'a ProgressSheet>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for sheet in sheets {
        let is_new = !words.iter().any(|word| is_same(word, sheet));
        if is_new && !squash(&sheet.achievement).is_empty() {
            words.push(sheet.achievement.clone());
        }
    }
    // What has no rank stands behind what has one.
    sort_by_key(&mut words, |word| achievement_rank(word).unwrap_or(u8::MAX));
    words
}

fn is_same(word: &str, sheet: &ProgressSheet) -> bool {
    squash(word) == squash(&sheet.achievement)
}

/// The departments a sheet counts for, each once.
fn named(sheet: &ProgressSheet) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for written in &sheet.departments {
        let Assignment { name, lead } = Assignment::parse(written);
        for name in std::iter::once(name).chain(lead) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn sheet(section: &str, departments: &[&str], achievement: &str) -> ProgressSheet {
        ProgressSheet {
            section: (!section.is_empty()).then(|| Id::from(section)),
            departments: departments.iter().map(|name| (*name).to_owned()).collect(),
            achievement: achievement.to_owned(),
            fiscal_year: Some(FiscalYear(2023)),
            ..ProgressSheet::default()
        }
    }

    fn plan() -> Plan {
        let section = |id: &str, parent: Option<&str>| Section {
            id: Id::from(id),
            parent: parent.map(Id::from),
            ..Section::default()
        };
        let last_years = ProgressSheet {
            fiscal_year: Some(FiscalYear(2022)),
            ..sheet("b", &["総務課"], "達成できなかった")
        };
        Plan {
            sections: vec![
                section("a", None),
                section("b", Some("a")),
                section("c", None),
                section("d", None),
            ],
            sheets: vec![
                sheet("b", &["全課【総務課】"], "一部達成できた"),
                sheet("b", &["町民課", "総 務 課"], "達成できた"),
                sheet("c", &["町民課"], ""),
                sheet("", &[], "達成 できた"),
                last_years,
            ],
            ..Plan::default()
        }
    }

    fn tally(counts: &[usize], open: usize) -> AchievementTally {
        AchievementTally {
            counts: counts.to_vec(),
            open,
        }
    }

    #[test]
    fn a_sheet_counts_once_in_all_and_for_each_of_its_departments() {
        let found = achievements(&plan(), Some(FiscalYear(2023)));
        assert_eq!(found.words, ["達成できた", "一部達成できた"]);
        assert_eq!((found.whole, found.reached), (tally(&[2, 1], 1), 2));
        let expected = [
            ("全課", tally(&[0, 1], 0)),
            ("総務課", tally(&[1, 1], 0)),
            ("町民課", tally(&[1, 0], 1)),
        ];
        let expected = expected.map(|(name, tally)| (name.to_owned(), tally));
        assert_eq!(found.departments, expected);
        assert_eq!(found.nobody, tally(&[1, 0], 0));
    }

    #[test]
    fn a_section_counts_all_below_it_and_one_without_sheets_is_left_out() {
        let found = achievements(&plan(), Some(FiscalYear(2023)));
        let expected = [
            ("a", 0, tally(&[1, 1], 0)),
            ("b", 1, tally(&[1, 1], 0)),
            ("c", 0, tally(&[0, 0], 1)),
        ];
        let expected = expected.map(|(id, depth, tally)| (Id::from(id), depth, tally));
        assert_eq!(found.sections, expected);
        assert_eq!(found.elsewhere, tally(&[1, 0], 0));
    }

    #[test]
    fn without_a_year_all_years_are_counted() {
        let found = achievements(&plan(), None);
        assert_eq!(found.words.len(), 3);
        assert_eq!(found.whole, tally(&[2, 1, 1], 1));
    }

    #[test]
    fn the_words_offered_are_a_whole_scale_though_the_sheets_use_part_of_it() {
        let typed = ["達成できた", "一部達成できた", "達成できなかった"];
        assert_eq!(achievement_words(&plan()), typed);
        assert_eq!(achievement_words(&Plan::default()), typed);
    }

    #[test]
    fn a_plan_with_words_of_its_own_is_offered_those() {
        let own = |words: &[&str]| Plan {
            sheets: words.iter().map(|word| sheet("", &[], word)).collect(),
            ..Plan::default()
        };
        assert_eq!(
            achievement_words(&own(&["継続", "未達成", "達成"])),
            ["達成", "未達成", "継続"]
        );
        let mut ruled = own(&["達成"]);
        ruled.rules.own_scale = Some(Box::new(Scale {
            typed: vec!["◎".to_owned(), "○".to_owned()],
            ..Scale::default()
        }));
        assert_eq!(achievement_words(&ruled), ["◎", "○", "達成"]);
    }
}
