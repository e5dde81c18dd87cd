//! Whatever stands in a file, no reader panics, and what it gives holds together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use monosashi::plan::Plan;
use monosashi::read::{
    Level, Reading, Table, TableContext, decode, header_of, indicators, read_bytes, read_text,
};
use proptest::prelude::*;
use std::collections::HashSet;

/// The stuff that tables are made of, with what damages them.
const PIECES: &[&str] = &[
    "\t",
    "\t",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    ",",
    ",",
    ";",
    "|",
    "  ",
    "　",
    "\"",
    "'",
    " ",
    "指標名",
    "指標",
    "KPI",
    "単位",
    "基準値",
    "現状値",
    "目標値",
    "目標",
    "実績",
    "中間目標",
    "目安値",
    "達成率",
    "方向",
    "担当課",
    "施策",
    "施策No.",
    "備考",
    "No.",
    "区分",
    "年度",
    "値",
    "基準値(R5)",
    "R6",
    "令和7年度",
    "2029年度",
    "（令和11年度）",
    "H30→R元",
    "目標年度",
    "数値目標",
    "①",
    "1-2-3 ",
    "(1)",
    "12",
    "1,234",
    "45.2%(R4)",
    "▲3.5",
    "年2回",
    "—",
    "未整備",
    "策定",
    "↗",
    "増加",
    "％",
    "千円",
    "人",
    "総務課",
    "・",
    "○",
    "●",
    "※1 ",
    "再掲",
    "図書館の貸出冊数",
    "市民の割合（",
    "）",
    "基本目標1　",
    "第1章 ",
    "{",
    "[",
    "]",
    "}",
    ":",
    "\"title\"",
    "\"plan\"",
    "1e999",
    "=1+1",
    "\u{feff}",
    "\u{202e}",
    "👨‍👩‍👧",
    "𠮷",
    "\u{0}",
    "値（原文）",
    "内訳",
    "計画名",
    "<ul>",
    "令和",
    "R",
    "累計",
    "単位：千円",
    "。",
    "ABC",
];

/// Cells that must not be lost: each is in an indicator or in a finding.
const TELLING: &[&str] = &[
    "図書館の貸出冊数",
    "総務課",
    "未整備",
    "策定",
    "1,234",
    "45.2%(R4)",
    "年2回",
    "▲3.5",
    "ABC",
    "12",
    "<ul>",
    "※1",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

/// Headings of many kinds; any of them together may stand over a table.
const HEADINGS: &[&str] = &[
    "単位",
    "基準値",
    "現状値(R5)",
    "R6",
    "R7",
    "目標値(R11)",
    "目標値（％）",
    "中間目標",
    "目安値",
    "実績",
    "担当課",
    "施策",
    "施策No.",
    "取組",
    "区分",
    "種別",
    "方向",
    "達成率",
    "達成状況",
    "目標年度",
    "基準年度",
    "年度",
    "測定方法",
    "出典",
    "備考",
    "No.",
    "",
    "",
    "SDGs",
    "指標名",
];

/// A table with a heading that has a name and values, and cells that may be anything.
fn table() -> impl Strategy<Value = String> {
    let cell =
        || prop::sample::select(PIECES).prop_map(|cell| cell.replace(['\t', '\n', '\r'], ""));
    let row = || prop::collection::vec(cell(), 0..10).prop_map(|cells| cells.join("\t"));
    let heading = prop::collection::vec(prop::sample::select(HEADINGS), 0..7);
    (heading, 0..7_usize, prop::collection::vec(row(), 0..12)).prop_map(
        |(mut heading, name, rows)| {
            heading.insert(name.min(heading.len()), "指標名");
            heading.extend(["現状値", "目標値"]);
            format!("{}\n{}", heading.join("\t"), rows.join("\n"))
        },
    )
}

/// Whether ids are unique, references lead somewhere and findings name lines that are there.
fn holds_together(source: &str, reading: &Reading) -> Result<(), TestCaseError> {
    for plan in &reading.plans {
        let ids: Vec<&str> = ids(plan);
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    }
    let lines = source.split(['\n', '\r']).count().max(1);
    for finding in &reading.findings {
        prop_assert!(
            finding
                .line
                .is_none_or(|line| (1..=lines).contains(&(line as usize))),
            "{:?}",
            finding
        );
    }
    let silent = reading.plans.is_empty()
        && !reading
            .findings
            .iter()
            .any(|finding| finding.level == Level::Error);
    prop_assert!(
        !silent,
        "nothing read and nothing said: {:?}",
        reading.findings
    );
    Ok(())
}

fn ids(plan: &Plan) -> Vec<&str> {
    let sections = plan.sections.iter().map(|item| item.id.as_str());
    let initiatives = plan.initiatives.iter().map(|item| item.id.as_str());
    sections
        .chain(initiatives)
        .chain(plan.indicators.iter().map(|item| item.id.as_str()))
        .collect()
}

/// Whether every cell that tells something is in what was read, or in what is said of it.
fn no_telling_cell_is_lost(text: &str) -> Result<(), TestCaseError> {
    let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
    let table = Table::from_tabbed(&lines);
    let mut findings = Vec::new();
    let entries = indicators(&table, &TableContext::default(), &mut findings);
    let Some(header) = header_of(&table) else {
        return Ok(());
    };
    let all = format!("{entries:?} {findings:?}");
    for row in table.rows.iter().skip(header.first_row + header.rows) {
        let telling = |cell: &&String| TELLING.contains(&cell.as_str());
        for cell in row.cells.iter().filter(telling) {
            prop_assert!(
                all.contains(cell.as_str()),
                "{cell} of line {} in\n{text}\n{all}",
                row.line
            );
        }
    }
    Ok(())
}

#[test]
fn what_was_once_lost_is_kept() -> Result<(), TestCaseError> {
    let once_lost = [
        "指標名\t施策\t単位\t現状値\t目標値\n1,234\n（令和11年度）\t,\n\t\t\t,",
        "施策\t指標名\t現状値\t目標値\n健康\tABC\n健康\t（延べ）\t1\t2\n",
        "指標名\t単位\t指標名\t単位\t現状値\t目標値\n1-2-3 \t\t▲3.5\t\t\t①",
        "区分\t指標名\t基準値\t現状値\t目標値\n\t,\t未整備\n基準値\t\t,",
    ];
    once_lost
        .iter()
        .try_for_each(|text| no_telling_cell_is_lost(text))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_text_makes_a_reader_panic(text in text(), name in prop::sample::select(&["", "a.csv", "a.tsv", "a.txt", "a.json"][..])) {
        holds_together(&text, &read_text(name, &text))?;
    }

    #[test]
    fn no_table_makes_a_reader_panic_or_lose_a_cell_in_silence(text in table()) {
        no_telling_cell_is_lost(&text)?;
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let legacy = |bytes: &[u8]| Some(encoding_rs::SHIFT_JIS.decode(bytes).0.into_owned());
        let text = decode(&bytes, &legacy).text;
        holds_together(&text, &read_bytes("a", &bytes, &legacy))?;
    }
}
