//! Goals of sustainable development under their heading, as numbers or names.

use crate::plan::{fold_width, squash};

/// The seventeen goals, by the names that the United Nations Information Centre gives them in Japanese.
const GOALS: [&str; 17] = [
    "貧困をなくそう",
    "飢餓をゼロに",
    "すべての人に健康と福祉を",
    "質の高い教育をみんなに",
    "ジェンダー平等を実現しよう",
    "安全な水とトイレを世界中に",
    "エネルギーをみんなにそしてクリーンに",
    "働きがいも経済成長も",
    "産業と技術革新の基盤をつくろう",
    "人や国の不平等をなくそう",
    "住み続けられるまちづくりを",
    "つくる責任つかう責任",
    "気候変動に具体的な対策を",
    "海の豊かさを守ろう",
    "陸の豊かさも守ろう",
    "平和と公正をすべての人に",
    "パートナーシップで目標を達成しよう",
];

/// The goals that a line under the heading names; none when the line is about something else. A line that is part of
/// a goal's name names none by itself.
#[must_use]
pub fn goals(text: &str) -> Option<Vec<u8>> {
    let mut named = Vec::new();
    let mut words = String::new();
    let mut digits = String::new();
    for character in fold_width(text).chars().chain([' ']) {
        if character.is_ascii_digit() {
            digits.push(character);
            continue;
        }
        if !digits.is_empty() {
            named.push(digits.parse().ok().filter(|goal| (1..=17).contains(goal))?);
            digits.clear();
        }
        words.push(character);
    }
    let rest = words
        .replace("SDGs", "")
        .replace("目標", "")
        .replace("ゴール", "");
    let rest: String = squash(&rest)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let by_name = GOALS
        .iter()
        .position(|goal| without_goal_word(goal) == rest);
    if let Some(goal) = by_name.and_then(|index| u8::try_from(index + 1).ok())
        && !named.contains(&goal)
    {
        named.push(goal);
    }
    let understood = rest.is_empty() && !named.is_empty() || by_name.is_some() || is_piece(&rest);
    understood.then_some(named)
}

fn without_goal_word(goal: &str) -> String {
    goal.replace("目標", "")
}

/// The fewest characters that are surely from a goal's name.
const SHORTEST_PIECE: usize = 4;

/// Whether the words are a piece of a goal's name, in the wording of the icons or an older one.
fn is_piece(words: &str) -> bool {
    let older = [
        "公平な社会を実現しよう",
        "人や国の不平等をなくそう",
        "気候変動に具体的な対策を",
    ];
    let known = || GOALS.iter().chain(&older);
    words.chars().count() >= SHORTEST_PIECE
        && known().any(|goal| without_goal_word(goal).contains(words))
}

#[cfg(test)]
mod tests {
    use super::goals;

    #[test]
    fn numbers_and_names_are_goals_and_other_lines_are_not() {
        assert_eq!(goals("10"), Some(vec![10]));
        assert_eq!(goals("目標３、目標４"), Some(vec![3, 4]));
        assert_eq!(goals("11 住み続けられるまちづくりを"), Some(vec![11]));
        assert_eq!(goals("パートナーシップで目標を達成しよう"), Some(vec![17]));
        assert_eq!(goals("で目標を達成しよう"), Some(vec![]));
        assert_eq!(goals("公平な社会を"), Some(vec![]));
        for text in [
            "18",
            "2024年度の実績",
            "町の目標を定めます。",
            "第2期計画",
            "",
        ] {
            assert_eq!(goals(text), None, "{text}");
        }
    }
}
