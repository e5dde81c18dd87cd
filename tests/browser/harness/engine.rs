//! The three engines: how each is started, and what it is told.

use super::Outcome;
use super::driver::{Driver, display};
use serde_json::{Value, json};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most phones with Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit through WebKitGTK: the nearest to an iPhone that runs here.
    WebKit,
}

/// What the person's system prefers.
#[derive(Debug, Clone)]
pub struct Look {
    /// The first language of the browser.
    pub language: &'static str,
    /// Whether the system asks for dark colours.
    pub dark: bool,
    /// Whether Chromium notes every request, for [`Browser::requests`](super::Browser::requests).
    pub notes_requests: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            language: "ja",
            dark: false,
            notes_requests: false,
        }
    }
}

impl Engine {
    /// The engines that `MONOSASHI_BROWSERS` names, with commas between them.
    pub fn named_in_environment() -> Outcome<Vec<Self>> {
        let names = std::env::var("MONOSASHI_BROWSERS").unwrap_or_default();
        names
            .split(',')
            .map(|name| Self::named(name.trim()))
            .collect()
    }

    /// The engine of a name.
    pub fn named(name: &str) -> Outcome<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => Err(format!("there is no engine `{other}`").into()),
        }
    }

    /// Starts the engine's driver; `profile` is a folder that the engine may keep things in.
    pub fn start_driver(self, look: &Look, profile: &Path) -> Outcome<Driver> {
        match self {
            Self::Chromium => Driver::start("chromedriver", |driver, port| {
                driver.arg(format!("--port={port}")).env("TMPDIR", profile);
            }),
            Self::Firefox => Driver::start("geckodriver", |driver, port| {
                driver.args([format!("--port={port}"), "--websocket-port=0".to_owned()]);
                driver.env("TMPDIR", profile);
            }),
            Self::WebKit => {
                let display = display()?;
                prepare_webkit(profile)?;
                Driver::start("WebKitWebDriver", |driver, port| {
                    driver.arg(format!("--port={port}")).env("DISPLAY", display);
                    driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                    // Without a graphics card, putting layers together takes a fifth of a journey's time.
                    driver.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                    driver
                        .env("LIBGL_ALWAYS_SOFTWARE", "1")
                        .env("TMPDIR", profile);
                    driver
                        .env("NO_AT_BRIDGE", "1")
                        .env("XDG_CONFIG_HOME", profile)
                        .env(
                            "LANG",
                            if look.language == "ja" {
                                "ja_JP.UTF-8"
                            } else {
                                "en_US.UTF-8"
                            },
                        )
                        .env_remove("LC_ALL");
                    if let Some(folder) = std::env::var_os("MONOSASHI_LOCALES") {
                        driver.env("LOCPATH", folder);
                    }
                    driver.env(
                        "GTK_THEME",
                        if look.dark { "Adwaita:dark" } else { "Adwaita" },
                    );
                })
            }
        }
    }

    /// What a new session asks for; `profile` is a folder that the engine may keep things in.
    pub fn capabilities(self, look: &Look, profile: &Path) -> Outcome<Value> {
        Ok(match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {
                    "browser": "ALL", "performance": if look.notes_requests { "ALL" } else { "OFF" },
                },
                "goog:chromeOptions": { "args": chromium_arguments(look, profile), "binary": chromium()? },
            }),
            Self::Firefox => {
                prepare_firefox(look, profile)?;
                let arguments = [json!("-headless"), json!("-profile"), json!(profile)];
                json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": arguments, "binary": firefox()? } })
            }
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        })
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// No sandbox, because a test machine's user is often root, for whom Chromium has none; and none
/// of what a browser asks of its maker at every start.
fn chromium_arguments(look: &Look, profile: &Path) -> Vec<String> {
    let fixed = "--headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --disable-default-apps \
        --hide-scrollbars --force-color-profile=srgb";
    let mut arguments: Vec<String> = fixed.split_whitespace().map(str::to_owned).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!("--accept-lang={}", look.language));
    arguments.push(format!("--lang={}", look.language));
    arguments
}

/// Settings, and a style sheet that lets the window be as narrow as a phone.
fn prepare_firefox(look: &Look, profile: &Path) -> Outcome {
    let preferences = [
        ("intl.accept_languages", json!(look.language)),
        (
            "layout.css.prefers-color-scheme.content-override",
            json!(if look.dark { 0 } else { 1 }),
        ),
        (
            "toolkit.legacyUserProfileCustomizations.stylesheets",
            json!(true),
        ),
        ("app.update.enabled", json!(false)),
        ("datareporting.policy.dataSubmissionEnabled", json!(false)),
        ("network.captive-portal-service.enabled", json!(false)),
        ("network.connectivity-service.enabled", json!(false)),
    ];
    let lines = preferences.map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"));
    fs::write(profile.join("user.js"), lines.concat())?;
    fs::create_dir_all(profile.join("chrome"))?;
    let narrow =
        ":root, #main-window, body, #navigator-toolbox, #browser { min-width: 0 !important; }\n";
    fs::write(profile.join("chrome/userChrome.css"), narrow)?;
    Ok(())
}

/// A style that lets the bars of its window be as narrow as a phone.
fn prepare_webkit(profile: &Path) -> Outcome {
    let narrow = "* { font-size: 1px; min-width: 0; padding: 0; margin: 0; }\n";
    fs::create_dir_all(profile.join("gtk-3.0"))?;
    Ok(fs::write(profile.join("gtk-3.0/gtk.css"), narrow)?)
}

fn chromium() -> Outcome<PathBuf> {
    first_on_path(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ])
}

fn firefox() -> Outcome<PathBuf> {
    first_on_path(&["firefox-esr", "firefox"])
}

fn first_on_path(programs: &[&str]) -> Outcome<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let files = programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)));
    files
        .into_iter()
        .find(|file| file.is_file())
        .ok_or_else(|| format!("there is no {}", programs.join(" or ")).into())
}

/// WebKitGTK's own small browser: it is in a folder of the library's, which distributions place
/// differently.
fn mini_browser() -> Outcome<PathBuf> {
    let mut found = Vec::new();
    for base in ["/usr/lib", "/usr/libexec", "/usr/lib64"] {
        let below = fs::read_dir(base)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path());
        let folders = below.chain([PathBuf::from(base)]);
        for folder in folders {
            let inner = fs::read_dir(&folder).into_iter().flatten().flatten();
            let webkits = inner.filter(|entry| {
                entry
                    .file_name()
                    .to_string_lossy()
                    .starts_with("webkit2gtk")
            });
            found.extend(
                webkits
                    .map(|entry| entry.path().join("MiniBrowser"))
                    .filter(|file| file.is_file()),
            );
        }
    }
    found
        .into_iter()
        .max()
        .ok_or_else(|| "there is no MiniBrowser of WebKitGTK".into())
}
