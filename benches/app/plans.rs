//! Plans made up for measuring: as many indicators as one likes, with names that differ.

use super::harness::Outcome;
use monosashi::read::read_plan_file;
use monosashi::write::plan_json;
use serde_json::{Value, json};

const WHO: [&str; 10] = [
    "子育て世帯の",
    "高齢者の",
    "町民の",
    "小学生の",
    "中学生の",
    "外国人住民の",
    "事業者の",
    "観光客の",
    "新規就農者の",
    "職員の",
];
const WHAT: [&str; 10] = [
    "相談",
    "健診",
    "講座",
    "図書館",
    "防災訓練",
    "公共交通",
    "ごみ減量",
    "ふるさと納税",
    "文化財",
    "健康づくり",
];
const HOW: [&str; 10] = [
    "件数",
    "参加者数",
    "満足度",
    "利用者数",
    "実施回数",
    "認知度",
    "登録者数",
    "延べ人数",
    "達成割合",
    "年間総額",
];

/// A plan file with so many indicators from a number on: a baseline, a target, and actuals of `years` years,
/// as the app writes plans.
pub fn plan(first: usize, count: usize, years: usize) -> Outcome<String> {
    let indicators: Vec<Value> = (first..first + count)
        .map(|number| indicator(number, years))
        .collect();
    let frame = json!({
        "format": "monosashi-plan",
        "version": 1,
        "plan": { "title": "大きな計画", "period": { "start": 2015, "end": 2030 }, "indicators": indicators },
    });
    let reading = read_plan_file("", &frame.to_string());
    let plan = reading
        .plans
        .first()
        .ok_or("the made-up plan is not read")?;
    Ok(plan_json(plan))
}

/// The name of an indicator by its number; all differ.
pub fn name(number: usize) -> String {
    let (who, what) = (WHO[number % 10], WHAT[number / 10 % 10]);
    format!("{who}{what}{}（{}）", HOW[number / 100 % 10], number + 1)
}

fn indicator(number: usize, years: usize) -> Value {
    let figure = |year: usize| 40 + number % 37 + year * (1 + number % 3);
    let actuals: Vec<Value> = (1..=years)
        .map(|year| json!({ "period": 2015 + year, "text": figure(year).to_string() }))
        .collect();
    json!({
        "id": format!("indicator-{}", number + 1),
        "name": name(number),
        "unit": "件",
        "departments": [format!("第{}課", 1 + number % 12)],
        "baseline": { "period": 2015, "text": figure(0).to_string() },
        "targets": [{ "period": 2030, "text": figure(18).to_string() }],
        "actuals": actuals,
    })
}
