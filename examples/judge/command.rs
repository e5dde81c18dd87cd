//! What `judge` does with its arguments.

use encoding_rs::SHIFT_JIS;
use monosashi::judge::{Yardstick, judge_by, published, scale_named, scales, tenths_of_percent};
use monosashi::plan::{FiscalYear, Formula, Indicator, Period, Plan, Scale, parse_period};
use monosashi::read::{Level, read_bytes};
use monosashi::words::{
    Language, doubt, explanation, finding_line, judged_grade, plain, published_rate, words,
};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Something was understood.
pub const UNDERSTOOD: u8 = 0;
/// Nothing was understood.
pub const NOT_UNDERSTOOD: u8 = 1;
/// The arguments cannot be used.
pub const UNUSABLE: u8 = 2;

const USAGE: &str = "\
使い方: judge 計画.json [--as-of 2025] [--scale 尺度] [--formula A|B|C|D|cagr]
指標ごとに、ID・名前・達成率（%、小数1けた。計算できないときは空）・判定・理由をタブ区切りで1行ずつ書きます。
--as-of   この年度までの実績で判定します。
--scale   判定の尺度（下の名前か団体名）。なければ計画の決まり、それもなければ標準。
--formula 達成率の式。A (a−b)÷(t−b)、B a÷t、C (a−b)÷(目安−b)、D a÷t を期間の経過で割る、cagr 年平均の伸びの比。
          なければ計画の決まり、それもなければ指標に合う式（途中は A、基準がなければ B、保つものはなし）。
終了コード: 0 何かが読めた、1 何も読めなかった、2 引数が使えない
尺度:";

/// What is asked for.
#[derive(Default)]
struct Request {
    file: PathBuf,
    as_of: Option<FiscalYear>,
    scale: Option<&'static Scale>,
    formula: Option<Formula>,
}

/// Judges the plans of a file, writes a row for each indicator to `out` and what there is to say to `err`. Gives the
/// exit status.
pub fn run(arguments: &[OsString], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let request = match request(arguments) {
        Ok(request) => request,
        Err(problem) => {
            say(err, &format!("{problem}\n{USAGE}{}", scale_names()));
            return UNUSABLE;
        }
    };
    let plans = read(&request.file, err);
    if plans.is_empty() {
        return NOT_UNDERSTOOD;
    }
    match write_rows(&plans, &request, out) {
        Ok(()) => UNDERSTOOD,
        Err(error) => {
            say(err, &format!("書き出せません: {error}"));
            UNUSABLE
        }
    }
}

fn request(arguments: &[OsString]) -> Result<Request, String> {
    let mut request = Request::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_str().unwrap_or_default();
        let mut value = || {
            let value = arguments.next().and_then(|value| value.to_str());
            value.ok_or_else(|| format!("{text} のあとに値がありません。"))
        };
        match text {
            "--as-of" => request.as_of = Some(fiscal_year(value()?)?),
            "--scale" => request.scale = Some(scale(value()?)?),
            "--formula" => request.formula = Some(formula(value()?)?),
            option if option.starts_with("--") => {
                return Err(format!("{option} という指定はありません。"));
            }
            _ if request.file.as_os_str().is_empty() => request.file = PathBuf::from(argument),
            _ => return Err("ファイルは1つだけ指定できます。".to_owned()),
        }
    }
    if request.file.as_os_str().is_empty() {
        return Err("読むファイルがありません。".to_owned());
    }
    Ok(request)
}

/// `2025`, `R7`, `令和7年度`.
fn fiscal_year(text: &str) -> Result<FiscalYear, String> {
    let bare = text.parse().ok().map(FiscalYear);
    match (bare, parse_period(text)) {
        (Some(year), _) | (None, Period::FiscalYear(year)) => Ok(year),
        _ => Err(format!("「{text}」は年度として読めません。")),
    }
}

fn scale(name: &str) -> Result<&'static Scale, String> {
    scale_named(name).ok_or_else(|| format!("「{name}」という尺度はありません。"))
}

fn formula(letter: &str) -> Result<Formula, String> {
    match letter.to_ascii_lowercase().as_str() {
        "a" => Ok(Formula::A),
        "b" => Ok(Formula::B),
        "c" => Ok(Formula::C),
        "d" => Ok(Formula::D),
        "cagr" => Ok(Formula::Cagr),
        _ => Err(format!("「{letter}」という式はありません。")),
    }
}

fn scale_names() -> String {
    let line = |scale: &Scale| format!("\n  {} {}", scale.name, scale.title);
    scales().iter().map(line).collect()
}

/// The plans of a file; what could not be read of it is said.
fn read(file: &Path, err: &mut dyn Write) -> Vec<Plan> {
    let name = file.file_name().unwrap_or(OsStr::new("")).to_string_lossy();
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            say(err, &format!("{} を読めません: {error}", file.display()));
            return Vec::new();
        }
    };
    let reading = read_bytes(&name, &bytes, &cp932);
    for finding in reading
        .findings
        .iter()
        .filter(|finding| finding.level >= Level::Warning)
    {
        say(
            err,
            &finding_line(words(Language::Japanese), &name, finding),
        );
    }
    reading.plans
}

/// The text of bytes in CP932 (whose name is Shift_JIS on the web), which offices use.
#[allow(clippy::unnecessary_wraps)] // the browser's decoder, which stands in the same place, may be missing
fn cp932(bytes: &[u8]) -> Option<String> {
    Some(SHIFT_JIS.decode(bytes).0.into_owned())
}

fn write_rows(plans: &[Plan], request: &Request, out: &mut dyn Write) -> io::Result<()> {
    for plan in plans {
        let rules = Yardstick::of(&plan.rules);
        let by = Yardstick {
            formula: request.formula.or(rules.formula),
            scale: request.scale.unwrap_or(rules.scale),
        };
        for indicator in &plan.indicators {
            writeln!(out, "{}", row(plan, indicator, request.as_of, &by))?;
        }
    }
    out.flush()
}

/// Id, name, rate, grade and reason, parted by tabs.
fn row(plan: &Plan, indicator: &Indicator, as_of: Option<FiscalYear>, by: &Yardstick) -> String {
    let texts = words(Language::Japanese);
    let judgement = judge_by(indicator, plan.period, as_of, by);
    let published = published(indicator, &judgement, plan.period, as_of);
    let mut reason = plain(&explanation(texts, indicator, &judgement));
    reason.push_str(&published_rate(texts, published.as_ref()));
    for one in &judgement.doubts {
        reason.push_str(doubt(texts, one));
    }
    let rate = judgement
        .rate
        .map(|rate| format!("{:.1}", tenths_of_percent(rate) / 10.0));
    [
        indicator.id.as_str(),
        &indicator.name,
        &rate.unwrap_or_default(),
        judged_grade(texts, &judgement),
        &reason,
    ]
    .map(in_one_cell)
    .join("\t")
}

/// A text that parts no row.
fn in_one_cell(text: &str) -> String {
    text.replace(['\t', '\r', '\n'], " ")
}

/// A line for the person; where nobody listens any more, there is nobody to tell.
fn say(err: &mut dyn Write, line: &str) {
    let _ = writeln!(err, "{line}");
}
