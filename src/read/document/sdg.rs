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
    let folded = fold_width(text).replace("SDGs", " ");
    let mut named: Vec<u8> = Vec::new();
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, behind) = rest.split_at(digits);
        let end = behind
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(behind.len());
        let words = bare(&behind[..end]);
        let goal = match number {
            "" => None,
            number => Some(number.parse().ok().filter(|goal| (1..=17).contains(goal))?),
        };
        let by_name = GOALS.iter().position(|name| bare(name) == words);
        let by_name = by_name.and_then(|index| u8::try_from(index + 1).ok());
        if !words.is_empty() && by_name.is_none() && !is_piece(&words) {
            return None;
        }
        named.extend(goal.or(by_name).filter(|goal| !named.contains(goal)));
        rest = &behind[end..];
    }
    (!squash(text).is_empty()).then_some(named)
}

/// The letters of a goal's name, without the word for goal, which stands before numbers too.
fn bare(words: &str) -> String {
    let words = words.replace("目標", "").replace("ゴール", "");
    squash(&words)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
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
    words.chars().count() >= SHORTEST_PIECE && known().any(|goal| bare(goal).contains(words))
}

#[cfg(test)]
mod tests {
    use super::goals;

    #[test]
    fn numbers_and_names_are_goals_and_other_lines_are_not() {
        assert_eq!(goals("10"), Some(vec![10]));
        assert_eq!(goals("目標３、目標４"), Some(vec![3, 4]));
        assert_eq!(goals("11 住み続けられるまちづくりを"), Some(vec![11]));
        assert_eq!(
            goals("3 すべての人に健康と福祉を　4 質の高い教育をみんなに"),
            Some(vec![3, 4])
        );
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
