//! The WebDriver connection. Journeys read better without `async`, so every call blocks.

use super::Outcome;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

/// How long a wait asks again before it fails: 15 s, or `MONOSASHI_PATIENCE` in seconds.
pub fn patience() -> Duration {
    let given = std::env::var("MONOSASHI_PATIENCE")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(given.unwrap_or(15))
}

/// Asks again until there is an answer; the error names what was waited for and the last refusal.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let end = Instant::now() + patience();
    loop {
        let asked = ask();
        if let Ok(Some(answer)) = asked {
            return Ok(answer);
        }
        if Instant::now() >= end {
            let last = asked
                .err()
                .map_or(String::new(), |error| format!(" ({error})"));
            return Err(format!("waited in vain for {what}{last}").into());
        }
        // Between two questions, so that asking does not take the time that answering needs.
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

/// A session with a browser.
pub struct Wire {
    runtime: Runtime,
    client: RefCell<Option<Client>>,
}

impl Wire {
    /// Opens a session at a driver's address.
    pub fn open(address: &str, capabilities: Value) -> Outcome<Self> {
        let Value::Object(capabilities) = capabilities else {
            return Err("capabilities are an object".into());
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let client = runtime.block_on(within(
            Duration::from_secs(90),
            "the browser's start",
            async {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                Ok(builder
                    .capabilities(Capabilities::from(capabilities))
                    .connect(address)
                    .await?)
            },
        ))?;
        Ok(Self {
            runtime,
            client: RefCell::new(Some(client)),
        })
    }

    /// Runs calls of the client's to their end.
    pub fn call<T, E, F>(&self, what: &str, calls: impl FnOnce(Client) -> F) -> Outcome<T>
    where
        E: Into<Box<dyn std::error::Error>>,
        F: Future<Output = Result<T, E>>,
    {
        let client = self
            .client
            .borrow()
            .clone()
            .ok_or("the browser is closed")?;
        let limit = Duration::from_secs(60).max(2 * patience());
        self.runtime.block_on(within(limit, what, async {
            calls(client).await.map_err(Into::into)
        }))
    }

    /// Sends a command of the driver's own, by its path below the session.
    pub fn extension(&self, path: &'static str, body: Value) -> Outcome<Value> {
        self.call(path, |client| async move {
            client.issue_cmd(Extension { path, body }).await
        })
    }

    /// A command of Chromium's DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.extension(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
    }

    /// Lets go of the session without ending it, for a browser that is to be killed.
    pub fn abandon(&self) {
        drop(self.client.take());
    }

    /// Ends the session and the browser; done already is no error.
    pub fn close(&self) {
        if let Some(client) = self.client.take() {
            let closed = within(Duration::from_secs(10), "closing", async {
                Ok(client.close().await?)
            });
            let _ = self.runtime.block_on(closed);
        }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.close();
    }
}

async fn within<T>(
    limit: Duration,
    what: &str,
    work: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    match tokio::time::timeout(limit, work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(format!(
            "no answer from the browser within {} s: {what}",
            limit.as_secs()
        )
        .into()),
    }
}

/// A command that WebDriver's standard does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
