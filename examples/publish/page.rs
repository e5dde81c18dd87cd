//! A plan as the first screen of the published app: in the page itself, before any of the app's code comes.

use monosashi::app::{EarlyPage, early_page};
use monosashi::publish::FOLDER;
use monosashi::read::read_plan_file;
use monosashi::words::Language;
use std::fs;
use std::path::Path;

/// What the page says of its plan to the app and to `page/start.js`.
const LINK: &str = "<link rel=\"monosashi-plan\" href=\"./";

/// What makes the browser fetch the app before anything is shown: here the figures come first.
const AT_ONCE: [&str; 2] = ["<link rel=\"modulepreload\"", "<link rel=\"preload\""];

/// The script that stands beside the app would hold up all below it; it still comes before the app's own.
const BESIDE: [&str; 2] = ["<script src=\"./recover", "<script defer src=\"./recover"];

/// Puts the plan in a file of `plans/` into the published app's page, in the place of what stood there.
///
/// # Errors
/// A sentence that says what could not be read or written.
pub fn put(dist: &Path, name: &str) -> Result<(), String> {
    if name.contains(['#', '?', '%', '/', '\\', '"']) {
        return Err(format!("{name}: ファイル名に # ? % / \\ \" は使えません"));
    }
    let path = [FOLDER, name].concat();
    let text = read(&dist.join(&path))?;
    let plan = read_plan_file(name, text.trim_start_matches('\u{feff}'));
    let Some(plan) = plan.plans.into_iter().next() else {
        return Err(format!("{name}: 計画ファイルとして読めません"));
    };
    let page = dist.join("index.html");
    let early = early_page(plan, &path, Language::Japanese);
    let made = with(&read(&page)?, &early, &path)
        .ok_or_else(|| format!("{}: このアプリのページではありません", page.display()))?;
    fs::write(&page, made).map_err(|error| format!("{}: {error}", page.display()))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The page with a plan in it; none where it is not the app's.
fn with(page: &str, early: &EarlyPage, path: &str) -> Option<String> {
    let lines = page.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with(LINK) && !AT_ONCE.iter().any(|begin| line.starts_with(begin))
    });
    let page = lines.map(|line| [line, "\n"].concat()).collect::<String>();
    let page = page.replacen(BESIDE[0], BESIDE[1], 1);
    let page = between(&page, "<title>", "</title>", &escaped(&early.title))?;
    let page = between(
        &page,
        "<meta name=\"description\" content=\"",
        "\">",
        &escaped(&early.description),
    )?;
    let page = page.replacen(
        "</title>\n",
        &format!("</title>\n  {LINK}{}\">\n", escaped(path)),
        1,
    );
    let body = format!("\n<div id=\"early\">{}</div>\n", early.body);
    let (head, _) = page.split_once("<body>")?;
    let (_, end) = page.rsplit_once("</body>")?;
    Some([head, "<body>", &body, "</body>", end].concat())
}

/// A text with something else between two others.
fn between(text: &str, before: &str, after: &str, new: &str) -> Option<String> {
    let (start, rest) = text.split_once(before)?;
    let (_, end) = rest.split_once(after)?;
    Some([start, before, new, after, end].concat())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
