//! Real browsers and their drivers.

use super::{Browsers, debian, npm, tools};
use crate::place;
use crate::run::{self, Failure, Outcome};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// What one engine is driven with: any one program of each list, and Debian's packages of them.
struct Engine {
    name: &'static str,
    programs: &'static [&'static [&'static str]],
    packages: &'static [&'static str],
}

const ENGINES: &[Engine] = &[
    Engine {
        name: "chromium",
        programs: &[
            &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
            &["chromedriver"],
        ],
        packages: &["chromium", "chromium-driver"],
    },
    Engine {
        name: "firefox",
        programs: &[&["firefox-esr", "firefox"]],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "webkit",
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// Brings the engines named, a Japanese font and axe-core.
pub fn browsers(engines: &[String]) -> Outcome<Browsers> {
    for name in engines {
        let Some(engine) = ENGINES.iter().find(|engine| engine.name == name) else {
            let known: Vec<_> = ENGINES.iter().map(|engine| engine.name).collect();
            return Err(Failure::new(format!(
                "There is no browser engine `{name}`; known are {}.",
                known.join(", ")
            )));
        };
        engine.bring()?;
    }
    japanese_font()?;
    let gecko = if engines.iter().any(|name| name == "firefox") {
        let folders = tools::install(&[tools::geckodriver()])?;
        tools::tidy_up()?;
        folders
    } else {
        Vec::new()
    };
    let locales = if engines.iter().any(|name| name == "webkit") {
        locales()?
    } else {
        None
    };
    let path = run::path_with(gecko.iter().map(AsRef::as_ref))?;
    let mut environment = vec![
        ("MONOSASHI_BROWSERS", OsString::from(engines.join(","))),
        ("MONOSASHI_AXE", npm::axe()?.into_os_string()),
        ("PATH", path),
    ];
    environment.extend(locales.map(|folder| ("MONOSASHI_LOCALES", folder.into_os_string())));
    Ok(Browsers(environment))
}

impl Engine {
    fn bring(&self) -> Outcome {
        let is_there = || {
            self.programs
                .iter()
                .all(|choice| choice.iter().any(|program| run::find(program).is_some()))
        };
        if is_there() {
            return Ok(());
        }
        if debian::usable() {
            debian::install(self.packages, "the journeys run in this browser too")?;
        }
        if is_there() {
            return Ok(());
        }
        let programs: Vec<_> = self
            .programs
            .iter()
            .filter_map(|choice| choice.first().copied())
            .collect();
        Err(Failure::new(format!("The engine {} is not complete: it takes {}.", self.name, programs.join(" and ")))
            .advice("install them, or name only the engines you have: MONOSASHI_BROWSERS=chromium cargo xtask test"))
    }
}

/// Without a Japanese font every picture shows empty boxes.
fn japanese_font() -> Outcome {
    let fonts = run::answer(Command::new("fc-list").arg(":lang=ja"));
    if fonts.is_none_or(|fonts| fonts.is_empty()) && debian::usable() {
        debian::install(
            &["fontconfig", "fonts-noto-cjk"],
            "to see Japanese in the browsers",
        )?;
    }
    Ok(())
}

/// WebKit tells pages the language of its locale, which must exist for that. Where the system
/// does not have them, the folder of locales made for it.
fn locales() -> Outcome<Option<PathBuf>> {
    const NAMES: [&str; 2] = ["ja_JP", "en_US"];
    let known = run::answer(Command::new("locale").arg("-a")).unwrap_or_default();
    if NAMES
        .iter()
        .all(|name| known.contains(&format!("{name}.utf8")))
        || !debian::usable()
    {
        return Ok(None);
    }
    let folder = place::cache("locale")?;
    for name in NAMES {
        let locale = folder.join(format!("{name}.UTF-8"));
        if !locale.join("LC_MESSAGES").exists() {
            debian::install(&["locales"], "WebKit takes its language from them")?;
            let mut localedef = Command::new("localedef");
            localedef.args(["-i", name, "-f", "UTF-8"]).arg(&locale);
            run::quietly(&mut localedef, &place::log("localedef")?)?;
        }
    }
    Ok(Some(folder))
}
