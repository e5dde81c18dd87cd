//! Pictures of every kind of value: what is drawn, read out and shown as a table, and what always holds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod properties;
mod samples;
mod snapshots;
mod svg;

use monosashi::chart::{ChartSpec, draw, standalone};
use samples::{SAMPLES, Sample};

fn sample(kind: &str) -> &'static Sample {
    SAMPLES.iter().find(|sample| sample.kind == kind).unwrap()
}

fn every_picture() -> impl Iterator<Item = ChartSpec> {
    SAMPLES
        .iter()
        .flat_map(|sample| [sample.ruler(), sample.time_chart()])
        .flatten()
}

/// One node a line, so that a snapshot's change can be read.
fn by_line(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn every_kind_of_figure_has_a_ruler_and_words_alone_have_none() {
    for sample in SAMPLES {
        assert_eq!(
            sample.ruler().is_some(),
            sample.kind != "relative",
            "{}",
            sample.kind
        );
    }
}

#[test]
fn a_picture_says_its_title_and_its_sentence() {
    let spec = sample("rising").ruler().unwrap();
    let svg = draw(&spec, 464);
    assert!(
        svg.contains("<title id=\"c-rising-ruler-title\">ふるさと納税の寄附金額（累計）</title>")
    );
    assert!(svg.contains("aria-labelledby=\"c-rising-ruler-title\""));
    assert!(svg.contains("aria-describedby=\"c-rising-ruler-desc\""));
    assert!(svg.contains(&format!("{}</desc>", spec.description)));
    assert!(spec.description.ends_with("順調"));
}

#[test]
fn points_can_be_stepped_through_in_the_order_of_their_years() {
    let svg = draw(&sample("two-targets").time_chart().unwrap(), 788);
    let names = [
        "令和6年度 基準 120人",
        "令和7年度 実績 200人",
        "令和8年度 実績 290人",
        "令和9年度 中間目標 500人",
        "令和11年度 目標 600人",
    ];
    assert_eq!(svg::point_names(&svg), names);
    assert_eq!(svg.matches("tabindex=\"0\"").count(), 1);
    assert_eq!(svg.matches("tabindex=\"-1\"").count(), names.len() - 1);
}

#[test]
fn a_picture_that_is_not_stepped_through_is_one_image() {
    let mut spec = sample("rising").ruler().unwrap();
    spec.steppable = false;
    let svg = draw(&spec, 464);
    assert!(svg.contains("role=\"img\""));
    assert!(!svg.contains("tabindex") && !svg.contains("class=\"point\""));
}

#[test]
fn no_two_pictures_of_a_plan_share_an_id() {
    let mut ids: Vec<String> = every_picture().map(|spec| spec.id).collect();
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn the_table_shows_the_same_figures_year_by_year() {
    let table = sample("rising").time_chart().unwrap().table();
    assert_eq!(table.header, ["年度", "目安", "実績"]);
    assert_eq!(table.caption, "単位：千円");
    let rows = [
        ["R6（2024）基準", "—", "70,709千円"],
        ["R7（2025）", "138,871千円", "150,800千円"],
        ["R8（2026）", "207,033千円", "未入力"],
        ["R9（2027）", "275,195千円", "未入力"],
        ["R10（2028）", "343,357千円", "未入力"],
        ["R11（2029）目標", "411,519千円", "—"],
    ];
    assert_eq!(table.rows, rows);
    assert_eq!(sample("rising").ruler().unwrap().table(), table);
}

#[test]
fn the_table_keeps_an_unknown_year_unknown_and_names_several_series() {
    let table = sample("compound").ruler().unwrap().table();
    assert_eq!(table.header, ["項目", "年度", "目安", "実績"]);
    let unknown = ["直営戸数", "年度不明基準", "—", "168戸"];
    assert!(table.rows.iter().any(|row| row == &unknown), "{table:?}");
}

#[test]
fn stages_have_a_table_of_their_order() {
    let table = sample("stages").ruler().unwrap().table();
    let rows = [
        ["未実施", "年度不明 基準", ""],
        ["実施準備", "R12 中間目標", "実績"],
        ["実施", "R17 目標", ""],
    ];
    assert_eq!(table.rows, rows);
}

#[test]
fn a_stage_asked_for_at_two_dates_names_both() {
    let held = Sample {
        baseline: ("", "実施済"),
        targets: &[("R12", "再構築"), ("R17", "再構築")],
        ..*sample("stages")
    };
    let table = held.ruler().unwrap().table();
    assert_eq!(table.rows[1][1], "R12 中間目標 R17 目標");
}

/// Fault 23: markup in a picture's texts stays text, also in the file it is saved as.
#[test]
fn hostile_text_stays_text() {
    let hostile = sample("hostile");
    for spec in [hostile.ruler().unwrap(), hostile.time_chart().unwrap()] {
        for picture in [draw(&spec, 464), standalone(&draw(&spec, 464))] {
            let (_, content) = picture.split_once("</style>").unwrap_or(("", &picture));
            assert!(!content.contains("<script") && !content.contains("<b>"));
            assert!(!content.contains('\0'));
            assert!(picture.contains("&lt;script&gt;alert(&#39;名&#39;)"));
        }
    }
}

#[test]
fn a_saved_picture_has_its_namespace_and_its_style_and_is_whole() {
    for spec in every_picture() {
        let file = standalone(&draw(&spec, 800));
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart "));
        assert!(file.contains("<style>") && file.ends_with("</svg>"));
        assert_eq!(file.matches("<g ").count(), file.matches("</g>").count());
        assert_eq!(
            file.matches("<text ").count(),
            file.matches("</text>").count()
        );
    }
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    for spec in every_picture() {
        assert_eq!(draw(&spec, 464), draw(&spec.clone(), 464));
    }
}
