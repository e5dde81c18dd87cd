//! Plan documents in the five shapes, and in the words of other municipalities, with every kind of damage: what each
//! gives stands in the snapshot beside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/words.rs"]
mod words;

use monosashi::plan::{FiscalYear, Id, Mark, Plan, Statement, Value};
use monosashi::read::{Finding, FindingKind, read_text};
use std::fmt::Write as _;
use std::path::Path;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// What is read from a fixture, one item a line.
fn outline(name: &str) -> String {
    let reading = read_text(name, &fixture(name));
    let mut text = String::new();
    for plan in &reading.plans {
        let years = |year: Option<monosashi::plan::FiscalYear>| {
            year.map_or("?".to_owned(), |year| year.0.to_string())
        };
        let (start, end) = (years(plan.period.start), years(plan.period.end));
        writeln!(
            text,
            "{}「{}」{start}–{end}",
            plan.municipality.name, plan.title
        )
        .unwrap();
        sections(&mut text, plan, None, 1);
        items(&mut text, plan);
    }
    for Finding {
        level,
        line,
        kind,
        item,
        ..
    } in &reading.findings
    {
        // How the columns of indicator tables were recognised has tests of its own.
        if !matches!(
            kind,
            FindingKind::RecognisedByContent { .. } | FindingKind::MissingHeading { .. }
        ) {
            let (line, item) = (
                line.unwrap_or_default(),
                item.as_ref().map_or("", Id::as_str),
            );
            writeln!(text, "! {line} {level:?} {kind:?} {item}").unwrap();
        }
    }
    text
}

fn sections(text: &mut String, plan: &Plan, parent: Option<&Id>, depth: usize) {
    for section in plan.children(parent) {
        let line = section.provenance.line.unwrap();
        let indent = "  ".repeat(depth);
        write!(
            text,
            "{indent}{line} <{}> {} | {}",
            section.level, section.number, section.title
        )
        .unwrap();
        let extras = [
            ("担当", section.departments.join(",")),
            ("札", section.tags.join(",")),
        ];
        for (name, extra) in extras.iter().filter(|(_, extra)| !extra.is_empty()) {
            write!(text, " {name} {extra}").unwrap();
        }
        if !section.sdgs.is_empty() {
            write!(text, " SDGs {:?}", section.sdgs).unwrap();
        }
        text.push('\n');
        for (name, statements) in [("現状", &section.situation), ("方針", &section.aims)] {
            for Statement {
                heading,
                bullet,
                text: said,
                ..
            } in statements
            {
                let bullet = if *bullet { "・" } else { "" };
                writeln!(text, "{indent}  {name} [{heading}] {bullet}{said}").unwrap();
            }
        }
        sections(text, plan, Some(&section.id), depth + 1);
    }
}

fn items(text: &mut String, plan: &Plan) {
    let of = |section: &Option<Id>| section.as_ref().map_or("–".to_owned(), ToString::to_string);
    for it in &plan.initiatives {
        let details: Vec<String> = it
            .details
            .iter()
            .map(|detail| format!("{}{}", if detail.measure { "=" } else { "・" }, detail.text))
            .collect();
        writeln!(
            text,
            "取組 {} {} {} {details:?} {:?}",
            of(&it.section),
            it.number,
            it.name,
            it.departments
        )
        .unwrap();
    }
    for it in &plan.indicators {
        let values = it.baseline.iter().chain(&it.targets);
        let values: Vec<String> = values
            .map(|value| format!("{}@{:?}", value.text, value.period.year()))
            .collect();
        let stages = it
            .targets
            .iter()
            .filter(|target| matches!(target.value, Value::Stage { .. }))
            .count();
        let tied: Vec<&str> = it.initiatives.iter().map(Id::as_str).collect();
        writeln!(
            text,
            "指標 {} {} {} ({}) {} {values:?} {tied:?} {stages} {} {}",
            of(&it.section),
            it.kind,
            it.number,
            it.unit,
            it.name,
            it.measurement,
            it.note
        )
        .unwrap();
    }
    for it in &plan.schedule {
        let marks: Vec<String> = it
            .marks
            .iter()
            .map(|(year, mark)| {
                format!(
                    "{}{}",
                    year.short(),
                    if *mark == Mark::Done { '●' } else { '○' }
                )
            })
            .collect();
        let progress: Vec<String> = it
            .progress
            .iter()
            .map(|report| {
                let year = report.fiscal_year.map_or("?".to_owned(), FiscalYear::short);
                format!("{year} {}", report.note)
            })
            .collect();
        let again = it.repeat_of.as_ref().map_or("", Id::as_str);
        writeln!(
            text,
            "年次 {} {:?} {} {:?} {} | {} | {} {again}",
            of(&it.section),
            it.nature,
            marks.join(" "),
            it.departments,
            it.name,
            it.summary,
            progress.join(" / ")
        )
        .unwrap();
    }
    for it in &plan.sheets {
        let year = it.fiscal_year.map(|year| year.0);
        writeln!(
            text,
            "シート {} {year:?} {} {:?} [{}]",
            of(&it.section),
            it.title,
            it.departments,
            it.achievement
        )
        .unwrap();
        writeln!(text, "  {} / {:?} / {:?}", it.aim, it.goals, it.actions).unwrap();
        writeln!(
            text,
            "  {:?} / {:?} / {:?}",
            it.first_half, it.second_half, it.evaluation
        )
        .unwrap();
    }
    for it in &plan.glossary {
        writeln!(
            text,
            "用語 {} {}: {} {:?}",
            it.mark, it.term, it.explanation, it.cited_in
        )
        .unwrap();
    }
    for it in &plan.related_plans {
        writeln!(text, "計画 {} {}", of(&it.section), it.name).unwrap();
    }
    for it in &plan.questions {
        writeln!(text, "問 {} {:?} {:?}", it.item, it.kind, it.choices).unwrap();
    }
}

#[test]
fn policies_with_breadcrumbs_circled_headings_and_footnotes() {
    insta::assert_snapshot!(outline("1_policies_and_footnotes.txt"));
}

#[test]
fn chapters_with_measures_and_a_table_without_its_number_heading() {
    insta::assert_snapshot!(outline("2_chapters_and_measures.txt"));
}

#[test]
fn policies_with_kgi_kpi_badges_and_goals() {
    insta::assert_snapshot!(outline("3_kgi_and_kpi.txt"));
}

#[test]
fn a_schedule_whose_columns_slip() {
    insta::assert_snapshot!(outline("4_schedule.txt"));
}

#[test]
fn sheets_with_spaced_labels_split_over_a_page() {
    insta::assert_snapshot!(outline("5_sheets.txt"));
}

#[test]
fn a_document_in_other_words_with_other_marks() {
    insta::assert_snapshot!(outline("6_other_words.txt"));
}

#[test]
fn a_strategy_with_contents_running_heads_and_indicators_in_one_line() {
    insta::assert_snapshot!(outline("7_strategy.txt"));
}

#[test]
fn a_basic_plan_with_headings_in_brackets() {
    insta::assert_snapshot!(outline("8_basic_plan.txt"));
}

#[test]
fn planning_sheets_with_several_labels_a_row_and_their_years() {
    insta::assert_snapshot!(outline("9_planning_sheets.txt"));
}

#[test]
fn a_schedule_whose_years_are_bare_numbers_below_merged_names() {
    insta::assert_snapshot!(outline("10_schedule_with_bare_years.txt"));
}

#[test]
fn a_schedule_with_words_merged_arrows_and_columns_behind_the_years() {
    insta::assert_snapshot!(outline("30_schedule_with_words_and_arrows.txt"));
}

#[test]
fn a_schedule_with_a_nature_and_its_legend_below() {
    insta::assert_snapshot!(outline("31_schedule_with_its_legend_below.txt"));
}

#[test]
fn a_strategy_with_broken_items_and_headings_and_units_in_brackets() {
    insta::assert_snapshot!(outline("32_strategy_with_wraps_and_brackets.txt"));
}

#[test]
fn counts_by_year_are_no_headings_and_sections_may_follow_common_words() {
    insta::assert_snapshot!(outline("33_counts_by_year.txt"));
}

#[test]
fn years_in_words_are_marks_and_money_under_years_is_kept() {
    insta::assert_snapshot!(outline("40_years_in_words_and_money.txt"));
}

#[test]
fn rows_broken_inside_their_cells_are_whole() {
    insta::assert_snapshot!(outline("41_broken_rows.txt"));
}

#[test]
fn a_sheet_leaves_people_out_and_reads_its_indicator() {
    insta::assert_snapshot!(outline("42_labels_of_people_and_an_indicator.txt"));
}

#[test]
fn figures_that_say_what_they_are_stand_below_their_names() {
    insta::assert_snapshot!(outline("43_figures_that_say_what_they_are.txt"));
}

#[test]
fn departments_and_plans_beside_a_name_are_parted_from_it() {
    insta::assert_snapshot!(outline("44_departments_and_plans_beside.txt"));
}

#[test]
fn sections_may_be_titled_in_the_words_of_parts() {
    insta::assert_snapshot!(outline("45_sections_in_words_of_parts.txt"));
}

#[test]
fn a_table_with_both_halves_has_a_sheet_in_each_row() {
    insta::assert_snapshot!(outline("46_a_sheet_in_each_row.txt"));
}

#[test]
fn marks_of_a_sheet_stand_below_their_years() {
    insta::assert_snapshot!(outline("47_sheets_with_marks_below_years.txt"));
}

#[test]
fn contents_and_deeply_nested_chapters_are_known() {
    insta::assert_snapshot!(outline("48_contents_and_heads_of_pages.txt"));
}

#[test]
fn heads_of_pages_are_no_chapters_and_sheets_may_have_other_labels() {
    insta::assert_snapshot!(outline("49_heads_of_pages_between_sections.txt"));
}

#[test]
fn headings_in_brackets_are_no_statements_and_pictures_are_said_to_be_missing() {
    insta::assert_snapshot!(outline("50_headings_in_brackets_and_pictures.txt"));
}

#[test]
fn no_word_of_a_fixture_is_lost_but_headings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let text = fixture(&name);
        let lost = words::lost_words(&text, &read_text(&name, &text));
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}
