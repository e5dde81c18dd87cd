//! What is damaged: fixtures of our own in every shape that readers know, and what they become when written out.

use encoding_rs::SHIFT_JIS;
use monosashi::read::read_text;
use monosashi::write::{indicators_csv, plan_json};
use std::fs;
use std::path::Path;

fn files(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == ending));
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

fn bytes(texts: Vec<String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}

/// The plans of all fixtures, the smaller ones.
fn plans() -> Vec<monosashi::plan::Plan> {
    let texts = files("documents", "txt")
        .into_iter()
        .chain(files("tables", "txt"));
    texts
        .flat_map(|text| read_text("計画.txt", &text).plans)
        .collect()
}

pub fn plan_files() -> Vec<Vec<u8>> {
    let by_hand = r#"[{"plan":{"title":"計画","indicators":[{"name":"a","targets":[{"text":1e-400}]}]}}, {"title":"b"}]"#;
    let mut files: Vec<String> = plans()
        .iter()
        .map(plan_json)
        .filter(|text| text.len() < 16_000)
        .collect();
    files.push(by_hand.to_owned());
    bytes(files)
}

pub fn long_csv() -> Vec<Vec<u8>> {
    let written = plans()
        .iter()
        .map(indicators_csv)
        .filter(|text| text.len() < 16_000)
        .collect();
    let mut all = bytes(written);
    all.extend(bytes(files("tables", "csv")));
    all
}

pub fn wide_csv() -> Vec<Vec<u8>> {
    let tables = files("tables", "txt")
        .into_iter()
        .map(|table| table.replace('\t', ","));
    bytes(files("tables", "csv").into_iter().chain(tables).collect())
}

pub fn pasted_tables() -> Vec<Vec<u8>> {
    bytes(files("tables", "txt"))
}

pub fn documents() -> Vec<Vec<u8>> {
    bytes(files("documents", "txt"))
}

pub fn encodings() -> Vec<Vec<u8>> {
    let texts: Vec<String> = files("tables", "csv")
        .into_iter()
        .chain(files("tables", "txt").into_iter().take(12))
        .collect();
    let units = |text: &String, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let each = texts.iter().flat_map(|text| {
        [
            text.clone().into_bytes(),
            SHIFT_JIS.encode(text).0.into_owned(),
            units(text, u16::to_le_bytes),
            units(text, u16::to_be_bytes),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            [b"\xFF\xFE".to_vec(), units(text, u16::to_le_bytes)].concat(),
        ]
    });
    each.collect()
}

pub fn notations() -> Vec<Vec<u8>> {
    let texts = [
        "462",
        "887,129",
        "９５．４",
        "66 万件",
        "4億8千万円",
        "50%以上",
        "約20%",
        "5～10%",
        "類似団体平均以下",
        "年2回",
        "2 回（隔年有）",
        "件/5年",
        "コスト額 10,000千円",
        "民営戸数 84戸 直営戸数 84戸",
        "未実施",
        "—",
        "▲2,000",
        "マイナス1ポイント",
        "4 (21)",
        "7.9 分 (7 分 54 秒)",
        "3/9",
        "令和2年度 (実績)",
        "R12",
        "Ｒ１２",
        "2024 年度",
        "令和11年度（2029年度）",
        "R6末",
        "H27→H31",
        "令和 7 年 3 月末時点",
        "2-(3)-②完了後に着手",
        "「財産管理」の見直し",
        "（単位：千円）",
        "全課【総務課】",
        "1.0E-5",
        "1/0",
        "0/0",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}
