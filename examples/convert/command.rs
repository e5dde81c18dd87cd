//! What `convert` does with its arguments.

use encoding_rs::SHIFT_JIS;
use monosashi::plan::Plan;
use monosashi::read::{Reading, read_bytes};
use monosashi::words::{Language, finding_line, words};
use monosashi::write::{plan_json, plans_json};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Something was understood.
pub const UNDERSTOOD: u8 = 0;
/// Nothing was understood.
pub const NOT_UNDERSTOOD: u8 = 1;
/// The arguments cannot be used.
pub const UNUSABLE: u8 = 2;

const USAGE: &str = "\
使い方: convert ファイル… [--out 書き出すファイル]
計画の文書・表・JSONを読み、計画のJSONを標準出力（--out があればそのファイル）に書きます。
読み取りで分かったことは標準エラーに出します。
終了コード: 0 何かが読めた、1 何も読めなかった、2 引数が使えない";

/// What is asked for.
struct Request {
    files: Vec<PathBuf>,
    out: Option<PathBuf>,
}

/// Reads the files, writes the plans to `out` (or the file asked for) and what there is to say to `err`. Gives the
/// exit status.
pub fn run(arguments: &[OsString], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let request = match request(arguments) {
        Ok(request) => request,
        Err(problem) => {
            say(err, &format!("{problem}\n{USAGE}"));
            return UNUSABLE;
        }
    };
    let plans: Vec<Plan> = request
        .files
        .iter()
        .flat_map(|file| read(file, err))
        .collect();
    let json = match plans.as_slice() {
        [] => return NOT_UNDERSTOOD,
        [plan] if request.files.len() == 1 => plan_json(plan),
        plans => plans_json(plans),
    };
    let written = match &request.out {
        Some(file) => fs::write(file, json)
            .map_err(|error| format!("{} に書き出せません: {error}", file.display())),
        None => written(out, &json).map_err(|error| format!("書き出せません: {error}")),
    };
    match written {
        Ok(()) => UNDERSTOOD,
        Err(problem) => {
            say(err, &problem);
            UNUSABLE
        }
    }
}

fn request(arguments: &[OsString]) -> Result<Request, String> {
    let mut request = Request {
        files: Vec::new(),
        out: None,
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--out") if request.out.is_some() => {
                return Err("--out は一度だけ使えます。".to_owned());
            }
            Some("--out") => {
                let file = arguments
                    .next()
                    .ok_or("--out のあとに、書き出すファイルの名前がありません。")?;
                request.out = Some(PathBuf::from(file));
            }
            Some(option) if option.starts_with("--") => {
                return Err(format!("{option} という指定はありません。"));
            }
            _ => request.files.push(PathBuf::from(argument)),
        }
    }
    if request.files.is_empty() {
        return Err("読むファイルがありません。".to_owned());
    }
    Ok(request)
}

/// The plans of a file. Everything that is to be said of it is said; a file that cannot be read gives none.
fn read(file: &PathBuf, err: &mut dyn Write) -> Vec<Plan> {
    let name = file
        .file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy();
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            say(err, &format!("{} を読めません: {error}", file.display()));
            return Vec::new();
        }
    };
    let Reading { plans, findings } = read_bytes(&name, &bytes, &cp932);
    for finding in &findings {
        say(
            err,
            &finding_line(words(Language::Japanese), &name, finding),
        );
    }
    plans
}

/// The text of bytes in CP932 (whose name is Shift_JIS on the web), which offices use.
#[allow(clippy::unnecessary_wraps)] // the browser's decoder, which stands in the same place, may be missing
fn cp932(bytes: &[u8]) -> Option<String> {
    Some(SHIFT_JIS.decode(bytes).0.into_owned())
}

fn written(out: &mut dyn Write, json: &str) -> io::Result<()> {
    out.write_all(json.as_bytes())?;
    out.flush()
}

/// A line for the person; where nobody listens any more, there is nobody to tell.
fn say(err: &mut dyn Write, line: &str) {
    let _ = writeln!(err, "{line}");
}
