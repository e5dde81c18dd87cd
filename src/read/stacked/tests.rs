use super::*;

fn read(text: &str) -> Option<(Vec<String>, usize)> {
    let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
    let (table, used) = table(&lines)?;
    let rows = table.rows.iter();
    let rows = rows.map(|row| format!("{}:{}", row.line, row.cells.join("|")));
    Some((rows.collect(), used))
}

#[test]
fn each_line_is_a_cell() {
    let text = "指標\n基準値\n目標値\n(令和11年度)\n\n20代で朝食をとらない人\n20.5%\n15.0%\n\n一日の歩数\n8,202歩\n9,200歩\n以上が目標です。";
    let rows = [
        "1:指標|基準値|目標値 (令和11年度)",
        "6:20代で朝食をとらない人|20.5%|15.0%",
        "10:一日の歩数|8,202歩|9,200歩",
    ];
    assert_eq!(read(text), Some((rows.map(str::to_owned).to_vec(), 12)));
}

#[test]
fn years_grades_and_rates_are_columns_too() {
    let text =
        "指標名\n基準値\n(R元)\nR2\nR3\n目標値\n(R6)\n講座の数\n3\n4\n5\n6\n広場の数\n5\n6\n7\n8";
    let rows = read(text).map(|(rows, _)| rows).unwrap_or_default();
    let expected = [
        "1:指標名|基準値 (R元)|R2|R3|目標値 (R6)",
        "8:講座の数|3|4|5|6",
        "13:広場の数|5|6|7|8",
    ];
    assert_eq!(rows, expected);
    let text =
        "指標名\n目標値\n実績値\n達成率\n評価\n講座の数\n3\n4\n133%\nA\n広場の数\n5\n5\n100%\n○";
    let rows = read(text).map(|(rows, _)| rows).unwrap_or_default();
    assert_eq!(
        rows[1..],
        ["6:講座の数|3|4|133%|A", "11:広場の数|5|5|100%|○"]
    );
}

#[test]
fn a_heading_whose_cells_are_not_told_is_no_part_of_the_first_name() {
    let text = "指標名\n目標値\n実績値\n備考\n講座の数\n3\n4\n広場の数\n5\n5\n";
    assert_eq!(read(text), None);
}

#[test]
fn a_bar_may_end_each_cell() {
    let text = "指標 |\n基準値 |\n目標値 |\n講座の数 |\n3 |\n4 |\n広場の数 |\n5 |\n6 |";
    let rows = read(text).map(|(rows, _)| rows).unwrap_or_default();
    assert_eq!(rows[1..], ["4:講座の数|3|4", "7:広場の数|5|6"]);
}

#[test]
fn a_broken_name_a_section_and_a_year_below_its_value_are_told() {
    let text = "No.\n指標名\n単位\n現状値\n目標値\n担当課\n1\n図書館の\n貸出冊数\n冊\n1,200\n（26年度）\n1,500\n図書館課\n基本目標2 産業\n2\n新規就農者数\n人\n―\n5\n農政課";
    let rows = [
        "1:No.|指標名|単位|現状値|目標値|担当課",
        "7:1|図書館の貸出冊数|冊|1,200 （26年度）|1,500|図書館課",
        "15:基本目標2 産業",
        "16:2|新規就農者数|人|―|5|農政課",
    ];
    assert_eq!(read(text), Some((rows.map(str::to_owned).to_vec(), 21)));
}

#[test]
fn a_name_that_looks_like_a_heading_is_one_all_the_same() {
    let text = "指標\n基準値\n目標値\n講座の受講実績\n10人\n20人\n講座の数\n3\n4";
    let rows = read(text).map(|(rows, _)| rows).unwrap_or_default();
    assert_eq!(rows[1..], ["4:講座の受講実績|10人|20人", "7:講座の数|3|4"]);
}

#[test]
fn lines_that_are_no_rows_are_no_table() {
    for text in [
        "",
        "指標\n基準値\n目標値",
        "指標\n基準値\n目標値\n一つだけ\n1\n2",
        "指標\n基準値\n目標値\n文章です。\nもう一つ、文章です。\nさらに文章です。\nまだ文章です。",
        "目標値\n目標値\n目標値\n目標値\n1\n2\n3\n4",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
