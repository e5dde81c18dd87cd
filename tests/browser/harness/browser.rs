//! A browser: where it goes, what it shows, what it waits for.
//!
//! Whatever reads an element waits until it is there. Elements are named by CSS selectors.

use super::Outcome;
use super::driver::Driver;
use super::engine::{Engine, Look};
use super::profile;
use super::site::Site;
use super::wire::{Wire, until};
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use std::cell::{Cell, OnceCell, RefCell};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A browser with a site of its own, and thus with a storage of its own. It opens with the first
/// thing asked of it; until then [`Browser::prepare`] can change what it will be.
pub struct Browser {
    // In the order in which they are to end.
    session: OnceCell<(Wire, Driver)>,
    pub(super) site: Site,
    profile: TempDir,
    /// The engine, for what differs between them.
    pub engine: Engine,
    look: Look,
    /// The tabs in the order of opening; none until there is more than one.
    tabs: RefCell<Vec<WindowHandle>>,
    pub(super) passed_over: Cell<Option<&'static str>>,
    /// The page on the disk that is opened in the place of the site's.
    pub(super) on_disk: Option<String>,
}

impl Browser {
    /// A browser whose system is Japanese and light, with nothing kept, for `dist/` at the root.
    pub fn new(engine: Engine) -> Outcome<Self> {
        let profile = profile::fresh(engine)?;
        let (session, site, look) = (OnceCell::new(), Site::start()?, Look::default());
        Ok(Self {
            session,
            site,
            profile,
            engine,
            look,
            tabs: RefCell::default(),
            passed_over: Cell::new(None),
            on_disk: None,
        })
    }

    /// Says that this engine has not what the journey is about: it is neither passed nor failed.
    pub fn pass_over(&self, why: &'static str) {
        self.passed_over.set(Some(why));
    }

    /// Opens a page from the disk from now on, in the place of the site's.
    pub fn turn_to_disk(&mut self, page: &Path) -> Outcome {
        let page = fs::canonicalize(page)?;
        let address = url::Url::from_file_path(&page).map_err(|()| "the page has no address")?;
        self.on_disk = Some(address.to_string());
        Ok(())
    }

    /// Sets what the person's system prefers and the site, such as one below a path.
    pub fn prepare(&mut self, look: Look, site: Site) {
        (self.look, self.site) = (look, site);
        self.session.take();
    }

    /// Kills the browser without a warning and opens it again on what it had kept on disk. WebKit
    /// keeps nothing between sessions.
    pub fn kill_and_reopen(&mut self) -> Outcome {
        self.kill();
        self.session.take();
        for lock in [
            "SingletonLock",
            "SingletonCookie",
            "SingletonSocket",
            "lock",
            ".parentlock",
        ] {
            let _ = fs::remove_file(self.profile.path().join(lock));
        }
        self.wire().map(drop)
    }

    /// Ends the browser's processes, and the driver, as they are.
    fn kill(&self) {
        let processes = processes_in(&format!("TMPDIR={}", self.profile.path().display()));
        if !processes.is_empty() {
            let mut kill = std::process::Command::new("kill");
            let _ = kill.arg("-9").args(processes).status();
        }
    }

    /// Goes to a hash route such as `#/plan`, or to the start with an empty one, and waits until
    /// the app has drawn something.
    pub fn goto(&self, route: &str) -> Outcome {
        let address = self.address_of(route);
        self.wire()?.call("going to a page", |client| async move {
            client.goto(&address).await
        })?;
        self.wait_for_app()
    }

    /// Goes to any address, `file:` ones included, and waits for nothing more than its load.
    pub fn goto_address(&self, address: &str) -> Outcome {
        self.wire()?
            .call("going to an address", |client| async move {
                client.goto(address).await
            })
    }

    /// Loads the page again and waits until the app has drawn something.
    pub fn reload(&self) -> Outcome {
        self.wire()?
            .call("reloading", |client| async move { client.refresh().await })?;
        self.wait_for_app()
    }

    /// Goes back, as with the browser's button.
    pub fn back(&self) -> Outcome {
        self.wire()?
            .call("going back", |client| async move { client.back().await })
    }

    /// The hash route of the page, such as `#/plan`.
    pub fn route(&self) -> Outcome<String> {
        Ok(self
            .execute("return location.hash", &[])?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Waits for an element.
    pub fn wait_for(&self, css: &str) -> Outcome {
        self.until_true(
            &format!("`{css}`"),
            "return document.querySelector(a[0]) !== null",
            &[json!(css)],
        )
    }

    /// Waits until there is no such element.
    pub fn wait_for_none(&self, css: &str) -> Outcome {
        self.until_true(
            &format!("no `{css}`"),
            "return document.querySelector(a[0]) === null",
            &[json!(css)],
        )
    }

    /// Waits until the page shows a text.
    pub fn wait_for_text(&self, text: &str) -> Outcome {
        let script = "return document.body !== null && document.body.innerText.includes(a[0])";
        self.until_true(&format!("the text 「{text}」"), script, &[json!(text)])
    }

    /// Waits until a script returns `true`; its arguments are in `a`.
    pub fn until_true(&self, what: &str, script: &str, arguments: &[Value]) -> Outcome {
        until(what, || {
            Ok((self.execute(script, arguments)? == json!(true)).then_some(()))
        })
    }

    /// The text of an element, as it is shown. Engines differ in the space they see around it.
    pub fn text_of(&self, css: &str) -> Outcome<String> {
        self.wait_for(css)?;
        let script = "const e = document.querySelector(a[0]); return e.innerText ?? e.textContent";
        Ok(self
            .execute(script, &[json!(css)])?
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned())
    }

    /// What a field holds.
    pub fn value_of(&self, css: &str) -> Outcome<String> {
        self.wait_for(css)?;
        let value = self.execute("return document.querySelector(a[0]).value", &[json!(css)])?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// How many elements a selector finds now.
    pub fn count(&self, css: &str) -> Outcome<usize> {
        let count = self.execute(
            "return document.querySelectorAll(a[0]).length",
            &[json!(css)],
        )?;
        Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
    }

    /// Runs a script in the page and gives what it returns; its arguments are in the array `a`. A
    /// promise is awaited.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        let script = format!("const a = arguments[0]; {script}");
        let arguments = vec![json!(arguments)];
        self.wire()?.call("a script", |client| async move {
            client.execute(&script, arguments).await
        })
    }

    /// Opens a page in a further tab and turns to it.
    pub fn open_tab(&self, route: &str) -> Outcome {
        let (here, opened) = self.wire()?.call("opening a tab", |client| async move {
            let here = client.window().await?;
            let tab = client.new_window(true).await?;
            client.switch_to_window(tab.handle.clone()).await?;
            Ok::<_, fantoccini::error::CmdError>((here, tab.handle))
        })?;
        let mut tabs = self.tabs.borrow_mut();
        if tabs.is_empty() {
            tabs.push(here);
        }
        tabs.push(opened);
        drop(tabs);
        self.goto(route)
    }

    /// Turns to a tab, counted from 0 in the order of opening.
    pub fn turn_to_tab(&self, number: usize) -> Outcome {
        let tab = self.tabs.borrow().get(number).cloned();
        let tab = tab.ok_or("there is no such tab")?;
        self.wire()?.call("turning to a tab", |client| async move {
            client.switch_to_window(tab).await
        })
    }

    /// Closes the tab one is on; turn to another afterwards.
    pub fn close_tab(&self) -> Outcome {
        let closed = self.wire()?.call("closing a tab", |client| async move {
            let here = client.window().await?;
            client.close_window().await?;
            Ok::<_, fantoccini::error::CmdError>(here)
        })?;
        self.tabs.borrow_mut().retain(|tab| *tab != closed);
        Ok(())
    }

    /// Answers a question of the browser's own: a confirm, or one before leaving.
    pub fn answer_dialog(&self, yes: bool) -> Outcome {
        self.wire()?
            .call("answering a dialog", |client| async move {
                if yes {
                    client.accept_alert().await
                } else {
                    client.dismiss_alert().await
                }
            })
    }

    /// Makes the page's area this large, in CSS pixels.
    pub fn set_viewport(&self, width: u32, height: u32) -> Outcome {
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self
                .wire()?
                .devtools("Emulation.setDeviceMetricsOverride", &metrics)
                .map(drop);
        }
        // A window has edges and bars of its own: what is missing is added until it fits.
        let (mut outer_width, mut outer_height) = (width, height);
        let mut last = (0, 0);
        until(&format!("a page of {width}×{height}"), || {
            self.wire()?
                .call("sizing the window", |client| async move {
                    client
                        .set_window_rect(0, 0, outer_width, outer_height)
                        .await
                })?;
            let inner = self.execute("return [innerWidth, innerHeight]", &[])?;
            let length = |at: usize| {
                u32::try_from(inner[at].as_u64().unwrap_or_default()).unwrap_or_default()
            };
            let page = (length(0), length(1));
            if page == (width, height) {
                return Ok(Some(()));
            }
            // A page that is still following its window is asked again, not corrected.
            if std::mem::replace(&mut last, page) != page {
                return Ok(None);
            }
            outer_width = (outer_width + width).saturating_sub(length(0));
            outer_height = (outer_height + height).saturating_sub(length(1));
            Err(format!("it is {}×{}", length(0), length(1)).into())
        })
    }

    /// A picture of what is seen, as a PNG file.
    pub fn screenshot(&self, file: &Path) -> Outcome {
        let png = self.wire()?.call(
            "a picture",
            |client| async move { client.screenshot().await },
        )?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, png)?)
    }

    /// A command of the DevTools protocol; Chromium only.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.wire()?.devtools(command, parameters)
    }

    /// The address of a file or a hash route of the site, or of a hash route of the page on the disk.
    pub fn address_of(&self, route: &str) -> String {
        match &self.on_disk {
            Some(page) => format!("{page}{route}"),
            None => self.site.address_of(route),
        }
    }

    /// The files of which the site told since it was asked last that they have not changed.
    pub fn take_unchanged(&self) -> Vec<String> {
        self.site.take_unchanged()
    }

    pub(super) fn is_open(&self) -> bool {
        self.session.get().is_some()
    }

    /// The session, opened if it is not yet.
    pub(super) fn wire(&self) -> Outcome<&Wire> {
        if self.session.get().is_none() {
            let opened = connect(self.engine, &self.look, self.profile.path())?;
            return Ok(&self.session.get_or_init(|| opened).0);
        }
        self.session
            .get()
            .map(|(wire, _)| wire)
            .ok_or_else(|| "the browser is closed".into())
    }

    fn wait_for_app(&self) -> Outcome {
        let script = "return document.body !== null && \
            [...document.body.children].some((e) => e.localName !== 'script' && e.localName !== 'noscript')";
        self.until_true("the app to draw something", script, &[])
    }
}

impl Drop for Browser {
    /// Firefox tidies up for longer than some journeys take, and nobody comes back to its profile; of WebKit, a page that
    /// hangs outlives its browser.
    fn drop(&mut self) {
        if let (Engine::Firefox, Some((wire, _))) = (self.engine, self.session.get()) {
            wire.abandon();
        } else {
            self.session.take();
        }
        self.kill();
    }
}

fn connect(engine: Engine, look: &Look, profile: &Path) -> Outcome<(Wire, Driver)> {
    let driver = engine.start_driver(look, profile)?;
    let wire = Wire::open(&driver.address(), engine.capabilities(look, profile)?)
        .map_err(|error| format!("{engine} did not open: {error}"))?;
    if engine == Engine::Chromium && look.dark {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        wire.devtools("Emulation.setEmulatedMedia", &dark)?;
    }
    Ok((wire, driver))
}

/// The numbers of the processes in whose environment something stands.
fn processes_in(environment: &str) -> Vec<String> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let of_it = all.filter(|entry| {
        let own = fs::read(entry.path().join("environ")).unwrap_or_default();
        own.split(|byte| *byte == 0)
            .any(|word| word == environment.as_bytes())
    });
    of_it
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}
