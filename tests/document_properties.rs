//! What must hold however a document is damaged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::plan::{Id, Plan};
use monosashi::read::{Reading, document};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// One way in which a document comes damaged.
#[derive(Clone, Debug)]
enum Damage {
    Lost(usize),
    Doubled(usize),
    Swapped(usize, usize),
    /// Cut after some of its characters.
    Cut(usize, usize),
    /// Without one of its tabs.
    TabLost(usize, usize),
    /// With a tab more.
    TabAdded(usize, usize),
    /// A character in the place of another.
    Mistyped(usize, usize, char),
    BlankBelow(usize),
    JoinedWithNext(usize),
}

fn fixtures() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

fn damage() -> impl Strategy<Value = Damage> {
    let (line, place) = (any::<usize>(), any::<usize>());
    let signs = prop::sample::select(
        "①②(1)第章節●○・※0９ \t。、【】▶IⅢ-年度課目標"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop_oneof![
        line.prop_map(Damage::Lost),
        line.prop_map(Damage::Doubled),
        (line, place).prop_map(|(a, b)| Damage::Swapped(a, b)),
        (line, place).prop_map(|(line, place)| Damage::Cut(line, place)),
        (line, place).prop_map(|(line, place)| Damage::TabLost(line, place)),
        (line, place).prop_map(|(line, place)| Damage::TabAdded(line, place)),
        (line, place, signs).prop_map(|(line, place, sign)| Damage::Mistyped(line, place, sign)),
        line.prop_map(Damage::BlankBelow),
        line.prop_map(Damage::JoinedWithNext),
    ]
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for damage in damages {
        if lines.is_empty() {
            break;
        }
        let count = lines.len();
        let characters = |line: &String| line.chars().collect::<Vec<char>>();
        match *damage {
            Damage::Lost(line) => drop(lines.remove(line % count)),
            Damage::Doubled(line) => lines.insert(line % count, lines[line % count].clone()),
            Damage::Swapped(one, other) => lines.swap(one % count, other % count),
            Damage::BlankBelow(line) => lines.insert(line % count + 1, String::new()),
            Damage::JoinedWithNext(line) if line % count + 1 < count => {
                let next = lines.remove(line % count + 1);
                lines[line % count].push_str(&next);
            }
            Damage::JoinedWithNext(_) => {}
            Damage::Cut(line, place) => {
                let kept = characters(&lines[line % count]);
                lines[line % count] = kept[..place % (kept.len() + 1)].iter().collect();
            }
            Damage::TabLost(line, place) => {
                let line = &mut lines[line % count];
                let tabs: Vec<usize> = line.match_indices('\t').map(|(at, _)| at).collect();
                if !tabs.is_empty() {
                    line.remove(tabs[place % tabs.len()]);
                }
            }
            Damage::TabAdded(line, place) => {
                let mut changed = characters(&lines[line % count]);
                changed.insert(place % (changed.len() + 1), '\t');
                lines[line % count] = changed.into_iter().collect();
            }
            Damage::Mistyped(line, place, sign) => {
                let mut changed = characters(&lines[line % count]);
                if !changed.is_empty() {
                    let place = place % changed.len();
                    changed[place] = sign;
                }
                lines[line % count] = changed.into_iter().collect();
            }
        }
    }
    lines.join("\n")
}

/// The ids of all items, and those that items name of each other.
fn ids(plan: &Plan) -> (Vec<&str>, Vec<&str>) {
    let own = (plan.sections.iter().map(|it| &it.id))
        .chain(plan.initiatives.iter().map(|it| &it.id))
        .chain(plan.indicators.iter().map(|it| &it.id))
        .chain(plan.schedule.iter().map(|it| &it.id))
        .chain(plan.sheets.iter().map(|it| &it.id))
        .chain(plan.glossary.iter().map(|it| &it.id));
    let named = (plan.sections.iter().filter_map(|it| it.parent.as_ref()))
        .chain(plan.initiatives.iter().filter_map(|it| it.section.as_ref()))
        .chain(
            plan.indicators
                .iter()
                .flat_map(|it| it.section.iter().chain(&it.initiatives)),
        )
        .chain(
            plan.schedule
                .iter()
                .flat_map(|it| it.section.iter().chain(&it.repeat_of)),
        )
        .chain(plan.sheets.iter().filter_map(|it| it.section.as_ref()))
        .chain(plan.glossary.iter().flat_map(|it| &it.cited_in))
        .chain(
            plan.related_plans
                .iter()
                .filter_map(|it| it.section.as_ref()),
        )
        .chain(plan.questions.iter().map(|it| &it.item));
    (
        own.map(Id::as_str).collect(),
        named.map(Id::as_str).collect(),
    )
}

fn check(text: &str) {
    let Reading { plans, findings } = document::read("a.txt", text);
    let lines = u32::try_from(text.lines().count()).unwrap();
    for finding in &findings {
        assert!(
            finding.line.is_none_or(|line| (1..=lines).contains(&line)),
            "{finding:?}"
        );
    }
    for plan in &plans {
        let (own, named) = ids(plan);
        let known: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(known.len(), own.len(), "an id twice");
        for id in named {
            assert!(known.contains(id), "{id} is named and not there");
        }
        for finding in findings.iter().filter_map(|finding| finding.item.as_ref()) {
            assert!(
                known.contains(finding.as_str()),
                "{finding} is found and not there"
            );
        }
        let above = |section: &monosashi::plan::Section| {
            let place = |id: &Id| plan.sections.iter().position(|other| other.id == *id);
            section
                .parent
                .as_ref()
                .is_none_or(|parent| place(parent) < place(&section.id))
        };
        assert!(
            plan.sections.iter().all(above),
            "a section before its parent"
        );
    }
}

/// How many documents each property reads: `PROPTEST_CASES` where it is set, else 300.
fn cases() -> u32 {
    let number = std::env::var("PROPTEST_CASES").ok();
    number.and_then(|number| number.parse().ok()).unwrap_or(300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_document_is_read_without_panic_and_in_order(
        which in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..12),
    ) {
        let fixtures = fixtures();
        let text: &String = which.get(&fixtures);
        check(&damaged(text, &damages));
    }

    #[test]
    fn any_lines_of_the_field_are_read_without_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "第1章", "第2節", "①", "(1)", "1", "Ⅲ", "I", "現状と課題", "目標", "取組", "KPI", "SDGs", "総合戦略", "関連計画",
                "用語解説", "計画の体系", "●", "○", "継続型", "R6", "令和7年度", "総務課", "全 課", "※3", "結ぶ 2 ▶ ①", "・", "- ",
                "。", "、", "\t", "\t", "\n", "\n", "\n\n", "実施", "目指す姿", "実践課", "前期", "取組項目", "性質", "あ", "漢字", "10%",
                "【再掲】", "「", "」", "<ul>", "^{※1}", "…", "：", " ", "　　", "| a | b |",
            ]),
            0..60,
        ),
    ) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
        check(&text);
    }
}
