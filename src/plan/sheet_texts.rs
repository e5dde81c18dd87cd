//! What a person writes on a sheet, as the fields of a form hold it.

use super::ProgressSheet;
use serde::{Deserialize, Serialize};

/// The texts of a sheet's fields; several bullets stand one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetTexts {
    /// 目指す姿.
    pub aim: String,
    /// 目標, one a line.
    pub goals: String,
    /// 取組内容, one a line.
    pub actions: String,
    /// 前期.
    pub first_half: String,
    /// 後期.
    pub second_half: String,
    /// 目標の達成, in the town's words.
    pub achievement: String,
    /// 評価・検証.
    pub evaluation: String,
}

impl SheetTexts {
    /// The texts a sheet has now.
    #[must_use]
    pub fn of(sheet: &ProgressSheet) -> Self {
        let lines = |bullets: &[String]| bullets.join("\n");
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            aim: sheet.aim.clone(),
            goals: lines(&sheet.goals),
            actions: lines(&sheet.actions),
            first_half: text(&sheet.first_half),
            second_half: text(&sheet.second_half),
            achievement: sheet.achievement.clone(),
            evaluation: text(&sheet.evaluation),
        }
    }

    /// The sheet with these texts. A field whose text is the one the sheet has stays exactly as it is; others lose the
    /// space around them and, one a line, the bullets in front. An empty text is none.
    #[must_use]
    pub fn on(&self, sheet: &ProgressSheet) -> ProgressSheet {
        let before = Self::of(sheet);
        let text = |new: &str, old: &str, kept: &String| {
            if new == old {
                kept.clone()
            } else {
                new.trim().to_owned()
            }
        };
        let note = |new: &str, old: &str, kept: &Option<String>| {
            if new == old {
                return kept.clone();
            }
            Some(new.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let bullets = |new: &str, old: &str, kept: &[String]| {
            if new == old {
                return kept.to_vec();
            }
            let lines = new.lines().map(without_bullet);
            let lines = lines.filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        ProgressSheet {
            aim: text(&self.aim, &before.aim, &sheet.aim),
            goals: bullets(&self.goals, &before.goals, &sheet.goals),
            actions: bullets(&self.actions, &before.actions, &sheet.actions),
            first_half: note(&self.first_half, &before.first_half, &sheet.first_half),
            second_half: note(&self.second_half, &before.second_half, &sheet.second_half),
            achievement: text(&self.achievement, &before.achievement, &sheet.achievement),
            evaluation: note(&self.evaluation, &before.evaluation, &sheet.evaluation),
            ..sheet.clone()
        }
    }
}

/// A line without the bullet in front of it. ○ stays: in sheets it heads the bullets below it.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let bare = line.strip_prefix(['・', '･', '•', '‐']);
    bare.or(line.strip_prefix("- ")).unwrap_or(line).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(not(target_arch = "wasm32"))]
    use crate::plan::generate;
    #[cfg(not(target_arch = "wasm32"))]
    use proptest::prelude::*;

    #[cfg(not(target_arch = "wasm32"))]
    proptest! {
        #![proptest_config(ProptestConfig::with_cases(generate::cases(200)))]

        #[test]
        fn texts_that_nobody_touches_leave_every_sheet_as_it_is(plan in generate::plan()) {
            for sheet in &plan.sheets {
                prop_assert_eq!(&SheetTexts::of(sheet).on(sheet), sheet);
            }
        }
    }

    #[test]
    fn goals_are_one_a_line_with_or_without_their_bullets() {
        let written = SheetTexts {
            goals: "・置き場所を三つ増やす\n\n 棚の高さをそろえる \n- 表を配る\n○点検".to_owned(),
            ..SheetTexts::default()
        };
        assert_eq!(
            written.on(&ProgressSheet::default()).goals,
            [
                "置き場所を三つ増やす",
                "棚の高さをそろえる",
                "表を配る",
                "○点検"
            ]
        );
    }

    #[test]
    fn halves_keep_their_lines_and_an_empty_one_is_none() {
        let sheet = ProgressSheet {
            second_half: Some("あとで".to_owned()),
            evaluation: Some("よい".to_owned()),
            ..ProgressSheet::default()
        };
        let written = SheetTexts {
            first_half: "○広報\n・月2回\n".to_owned(),
            second_half: " \n".to_owned(),
            ..SheetTexts::of(&sheet)
        };
        let sheet = written.on(&sheet);
        assert_eq!(sheet.first_half.as_deref(), Some("○広報\n・月2回"));
        assert_eq!(sheet.second_half, None);
        assert_eq!(sheet.evaluation.as_deref(), Some("よい"));
    }
}
