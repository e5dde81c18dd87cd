//! What a journey asks of the page: its errors, what it gave to download, its accessibility.

use super::Outcome;
use super::browser::Browser;
use super::engine::Engine;
use super::wire::until;
use base64::Engine as _;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A file that the page gave to download.
#[derive(Debug)]
pub struct Download {
    /// The name proposed for it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Browser {
    /// The errors of all pages so far, which are thereby forgotten: what reached `console.error`,
    /// what nobody caught, what could not be loaded; with Chromium's own complaints.
    pub fn console_errors(&self) -> Outcome<Vec<String>> {
        let mut errors = self.site.take_errors();
        if self.on_disk.is_some() {
            // A page on the disk can tell the site nothing; it is asked.
            let script = "return window.__harness?.takeErrors() ?? []";
            let own = self.execute(script, &[])?;
            let own = own.as_array().into_iter().flatten();
            errors.extend(own.filter_map(Value::as_str).map(str::to_owned));
        }
        if self.engine == Engine::Chromium {
            let log = self
                .wire()?
                .extension("se/log", json!({ "type": "browser" }))?;
            let severe = log
                .as_array()
                .into_iter()
                .flatten()
                .filter(|entry| entry["level"] == "SEVERE");
            let own = severe.filter(|entry| {
                entry["source"] != "console-api" && entry["source"] != "javascript"
            });
            errors.extend(own.filter_map(|entry| entry["message"].as_str().map(str::to_owned)));
        }
        Ok(errors)
    }

    /// The addresses of all requests since the last time this was asked, as Chromium's own tools see them; where they
    /// are noted ([`Look::notes_requests`](super::Look)).
    pub fn requests(&self) -> Outcome<Vec<String>> {
        let log = self
            .wire()?
            .extension("se/log", json!({ "type": "performance" }))?;
        let mut addresses = Vec::new();
        for entry in log.as_array().into_iter().flatten() {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let address = event["message"]["params"]["request"]["url"].as_str();
                addresses.extend(address.map(str::to_owned));
            }
        }
        Ok(addresses)
    }

    /// Fails when a page had errors; every journey ends with it. One that causes errors on purpose
    /// takes them with [`Browser::console_errors`] first.
    pub fn no_errors(&self) -> Outcome {
        let errors = self.console_errors()?;
        if errors.is_empty() {
            Ok(())
        } else {
            Err(format!("the console has errors: {}", errors.join("\n    ")).into())
        }
    }

    /// The newest download, waited for until there are `count` of them on this page.
    pub fn download(&self, count: usize) -> Outcome<Download> {
        until(&format!("download number {count}"), || {
            let entry = self.execute(
                "return window.__harness.downloads[a[0]] ?? null",
                &[json!(count - 1)],
            )?;
            if entry["done"] != json!(true) {
                return Ok(None);
            }
            let bytes = base64::prelude::BASE64_STANDARD
                .decode(entry["base64"].as_str().unwrap_or_default())?;
            Ok(Some(Download {
                name: entry["name"].as_str().unwrap_or_default().to_owned(),
                bytes,
            }))
        })
    }

    /// Takes the site's network away, or gives it back; the engine does not know.
    pub fn set_site_down(&self, down: bool) {
        self.site.set_down(down);
    }

    /// Fails when axe-core finds what keeps people out; names each rule, what it says and where.
    pub fn check_accessibility(&self) -> Outcome {
        let axe = std::env::var_os("MONOSASHI_AXE")
            .ok_or("MONOSASHI_AXE does not say where axe-core is")?;
        if self.execute("return window.axe === undefined", &[])? == json!(true) {
            self.execute(&fs::read_to_string(axe)?, &[])?;
        }
        // Half-way from one colour to another no contrast is what it will be.
        let script = "document.getAnimations().forEach((animation) => animation.finish());
            return axe.run(document, { resultTypes: ['violations'], preload: false }).then((result) => result.violations
            .map((v) => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 5).map((n) => n.target.join(' ')).join(', ')}`))";
        let found = self.execute(script, &[])?;
        let found: Vec<&str> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if found.is_empty() {
            Ok(())
        } else {
            Err(format!("axe-core finds: {}", found.join("\n    ")).into())
        }
    }

    /// Makes Chromium as slow as a phone on a train: the processor so many times slower, and the
    /// network of so many kilobits a second with so much delay. `(1.0, 0.0, 0)` undoes it.
    pub fn slow_down(&self, processor: f64, kilobits: f64, delay_ms: u32) -> Outcome {
        self.devtools(
            "Emulation.setCPUThrottlingRate",
            &json!({ "rate": processor }),
        )?;
        let bytes = if kilobits > 0.0 {
            kilobits * 125.0
        } else {
            -1.0
        };
        self.network(&json!({
            "offline": false, "latency": delay_ms, "downloadThroughput": bytes, "uploadThroughput": bytes,
        }))
    }

    /// Takes Chromium off the network, or back on.
    pub fn set_offline(&self, offline: bool) -> Outcome {
        self.network(&json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }))
    }

    /// What failed, with a picture of the page at that moment.
    pub fn explain(&self, journey: &str, error: &dyn std::error::Error) -> String {
        let file =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{journey}.png", self.engine));
        let mut text = error.to_string();
        if !self.is_open() {
            return text;
        }
        // An engine can take very long for a picture of no page at all.
        let address = self
            .execute("return location.href", &[])
            .unwrap_or_default();
        let address = address.as_str().unwrap_or("about:blank");
        text.push_str(&format!("\n    page: {address}"));
        if address != "about:blank" && self.screenshot(&file).is_ok() {
            text.push_str(&format!("\n    picture: {}", file.display()));
        }
        if let Ok(errors) = self.console_errors() {
            errors
                .iter()
                .for_each(|line| text.push_str(&format!("\n    console: {line}")));
        }
        text
    }

    fn network(&self, conditions: &Value) -> Outcome {
        self.devtools("Network.enable", &json!({}))?;
        self.devtools("Network.emulateNetworkConditions", conditions)
            .map(drop)
    }
}
