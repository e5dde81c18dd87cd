//! What a text of the plan refers to: sections by their numbers (`推進項目2-(3)-②の完了後`), items by their quoted names.

mod path;

use crate::plan::{Id, Plan, ScheduleItem, squash};
use path::{Number, Path, path_at, path_of};

/// A place of the plan that a text refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A section.
    Section(Id),
    /// A schedule item.
    Item(Id),
}

/// A run of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text as written.
    pub text: String,
    /// What it refers to; none for plain text.
    pub to: Option<Place>,
}

/// What texts of a plan can refer to.
pub struct References<'a> {
    plan: &'a Plan,
    sections: Vec<Numbered>,
}

/// A section with its number.
struct Numbered {
    id: Id,
    /// The numbers from the top of the plan down to its own.
    path: Path,
    /// Its own number where that is a path itself: `2-1`, 施策2-1.
    own: Path,
}

impl<'a> References<'a> {
    /// Of a plan.
    #[must_use]
    pub fn of(plan: &'a Plan) -> Self {
        let numbered = |section: &crate::plan::Section| {
            let own = path_of(&section.number);
            let above = plan.section_path(&section.id);
            let path: Path = above
                .iter()
                .flat_map(|above| path_of(&above.number))
                .collect();
            Numbered {
                id: section.id.clone(),
                path: if own.is_empty() { Path::new() } else { path },
                own,
            }
        };
        Self {
            plan,
            sections: plan.sections.iter().map(numbered).collect(),
        }
    }

    /// The text of an item in runs. A number that names no section, or more than one, stays plain text; so does the
    /// item's own name.
    #[must_use]
    pub fn runs(&self, text: &str, item: &ScheduleItem) -> Vec<Run> {
        let characters: Vec<char> = text.chars().collect();
        let mut runs = Vec::new();
        let (mut plain, mut at) = (String::new(), 0);
        while let Some(character) = characters.get(at) {
            let found = self
                .quoted(&characters, at, item)
                .or_else(|| self.numbered(&characters, at, item));
            let Some((end, to)) = found else {
                plain.push(*character);
                at += 1;
                continue;
            };
            if !plain.is_empty() {
                let text = std::mem::take(&mut plain);
                runs.push(Run { text, to: None });
            }
            runs.push(Run {
                text: characters[at..end].iter().collect(),
                to: Some(to),
            });
            at = end;
        }
        if !plain.is_empty() {
            runs.push(Run {
                text: plain,
                to: None,
            });
        }
        runs
    }

    /// The item whose name stands in quotes here, and where the quotes end.
    fn quoted(
        &self,
        characters: &[char],
        at: usize,
        item: &ScheduleItem,
    ) -> Option<(usize, Place)> {
        let end = end_of_quotes(characters, at)?;
        let name: String = characters[at + 1..end - 1].iter().collect();
        let name = squash(&name);
        let mut others = self.plan.schedule.iter().filter(|other| {
            other.repeat_of.is_none() && other.id != item.id && squash(&other.name) == name
        });
        let found = others.next()?;
        (others.next().is_none() && squash(&item.name) != name)
            .then(|| (end, Place::Item(found.id.clone())))
    }

    /// The section whose number stands here, and where the number ends.
    fn numbered(
        &self,
        characters: &[char],
        at: usize,
        item: &ScheduleItem,
    ) -> Option<(usize, Place)> {
        let (path, end) = path_at(characters, at)?;
        // 2-3 may be days, scores or pages: plain figures need a word that says what they number.
        let is_told = path.iter().any(|number| *number != number.plain());
        if path.len() < 2 || !(is_told || is_after_level_word(&characters[..at])) {
            return None;
        }
        let whole = |section: &&Numbered| agrees(&section.path, &path);
        let own = |section: &&Numbered| agrees(&section.own, &path);
        let here = item.section.as_ref();
        let here = here.and_then(|id| self.sections.iter().find(|section| section.id == *id));
        let near = |section: &&Numbered| {
            let above = section.path.len().checked_sub(path.len());
            let same = |above: usize| {
                here.and_then(|here| here.path.get(..above)) == section.path.get(..above)
            };
            above.is_some_and(|above| {
                above > 0 && same(above) && agrees(&section.path[above..], &path)
            })
        };
        let to = self
            .only(whole)
            .or_else(|| self.only(own))
            .or_else(|| self.only(near))?;
        Some((end, Place::Section(to)))
    }

    /// The only section that something holds of.
    fn only(&self, holds: impl FnMut(&&Numbered) -> bool) -> Option<Id> {
        let mut found = self.sections.iter().filter(holds);
        let first = found.next()?;
        found.next().is_none().then(|| first.id.clone())
    }
}

/// Whether a written path is a section's; a figure written plainly (`2-3-2`) stands for any way of numbering.
fn agrees(section: &[Number], written: &[Number]) -> bool {
    let same = |(own, written): (&Number, &Number)| own == written || own.plain() == *written;
    section.len() == written.len() && section.iter().zip(written).all(same)
}

/// The words of the hierarchy that stand before a number.
const LEVELS: [&str; 9] = [
    "項目", "施策", "目標", "方針", "政策", "戦略", "分野", "柱", "取組",
];

fn is_after_level_word(before: &[char]) -> bool {
    let text: String = before[before.len().saturating_sub(4)..].iter().collect();
    let text = squash(&text);
    LEVELS.iter().any(|word| text.ends_with(word))
}

/// Where the quotes that open here end, quotes within them left out.
fn end_of_quotes(characters: &[char], at: usize) -> Option<usize> {
    if !matches!(characters[at], '「' | '『') {
        return None;
    }
    let mut depth = 0_usize;
    for (index, character) in characters.iter().enumerate().skip(at) {
        match character {
            '「' | '『' => depth += 1,
            '」' | '』' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Section;

    fn section(id: &str, parent: &str, number: &str) -> Section {
        Section {
            id: Id::from(id),
            parent: (!parent.is_empty()).then(|| Id::from(parent)),
            number: number.to_owned(),
            ..Section::default()
        }
    }

    fn item(id: &str, section: &str, name: &str) -> ScheduleItem {
        ScheduleItem {
            id: Id::from(id),
            section: Some(Id::from(section)),
            name: name.to_owned(),
            ..ScheduleItem::default()
        }
    }

    fn plan() -> Plan {
        Plan {
            sections: vec![
                section("1", "", "1"),
                section("1-1", "1", "(1)"),
                section("1-1-2", "1-1", "②"),
                section("2", "", "2"),
                section("2-1", "2", "(1)"),
                section("2-1-2", "2-1", "②"),
                section("2-3", "2", "(3)"),
                section("2-3-2", "2-3", "②"),
                section("a", "", "第3章"),
                section("b", "a", "施策3-1"),
            ],
            schedule: vec![
                item("x", "2-1-2", "会計の準備"),
                item("y", "2-1-2", "「つどい」の実施"),
            ],
            ..Plan::default()
        }
    }

    /// The linked runs: `[text→id]`.
    fn linked(text: &str, item: &ScheduleItem) -> String {
        let plan = plan();
        let runs = References::of(&plan).runs(text, item);
        assert_eq!(
            runs.iter().map(|run| run.text.as_str()).collect::<String>(),
            text
        );
        let shown = runs.iter().filter_map(|run| match run.to.as_ref()? {
            Place::Section(id) => Some(format!("[{}→{id}]", run.text)),
            Place::Item(id) => Some(format!("[{}→item {id}]", run.text)),
        });
        shown.collect()
    }

    #[test]
    fn a_number_leads_to_its_section_however_it_is_written() {
        let item = item("z", "2-1", "名");
        for (text, expected) in [
            ("2-(3)-②の完了後", "[2-(3)-②→2-3-2]"),
            ("※推進項目２－（３）－②完結後", "[２－（３）－②→2-3-2]"),
            ("2(3)②を参照", "[2(3)②→2-3-2]"),
            ("2 (3) ②、1-(1)に同じ", "[2 (3) ②→2-3-2][1-(1)→1-1]"),
            ("推進項目2-3-2のあと", "[2-3-2→2-3-2]"),
            ("2の(3)の②", "[2の(3)の②→2-3-2]"),
            ("施策3-1と連携", "[3-1→b]"),
            ("第3章施策3-1", "[3-1→b]"),
        ] {
            assert_eq!(linked(text, &item), expected, "{text}");
        }
    }

    #[test]
    fn a_number_without_its_head_is_one_of_the_same_head() {
        assert_eq!(
            linked("(3)-②の完了後", &item("z", "2-1-2", "名")),
            "[(3)-②→2-3-2]"
        );
        assert_eq!(linked("(3)-②の完了後", &item("z", "1-1-2", "名")), "");
        assert_eq!(linked("(1)-②", &item("z", "1-1", "名")), "[(1)-②→1-1-2]");
    }

    #[test]
    fn figures_that_number_no_section_stay_text() {
        let item = item("z", "2-1", "名");
        for text in [
            "2-1日",
            "2-3",
            "12-(3)-②",
            "2-(4)-①",
            "①②③",
            "月1-2回",
            "R2-(3)",
            "令和2(3)年",
            "",
            "「」『",
        ] {
            assert_eq!(linked(text, &item), "", "{text}");
        }
    }

    #[test]
    fn a_quoted_name_leads_to_its_item() {
        let other = item("z", "2-1", "名");
        assert_eq!(
            linked("2-(3)-②「会計の準備」完結後、「名」も", &other),
            "[2-(3)-②→2-3-2][「会計の準備」→item x]"
        );
        assert_eq!(
            linked("「「つどい」の実施」と「つどい」", &other),
            "[「「つどい」の実施」→item y]"
        );
        let own = item("x", "2-1", "会計の準備");
        assert_eq!(linked("「会計の準備」", &own), "");
    }
}
