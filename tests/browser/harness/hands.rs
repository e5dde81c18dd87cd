//! What a journey's hands do: click, type, press, choose a file.
//!
//! Whatever takes an element waits until it is there, and tries again when the app has just drawn
//! it anew. Elements are named by CSS selectors, or by the words on them, as a person would.

use super::Outcome;
use super::browser::Browser;
use super::wire::until;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
pub use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::Path;

impl Browser {
    /// Clicks an element, brought to the middle of the page as a person does with one at its edge.
    pub fn click(&self, css: &str) -> Outcome {
        let find = "document.querySelector(a[0])";
        self.click_found(&format!("`{css}`"), find, css)
    }

    /// Clicks the button, link, tab, summary or label that has these very words, or whose
    /// accessible name they are.
    pub fn click_named(&self, words: &str) -> Outcome {
        let find = r#"[...document.querySelectorAll(
              'button, a, summary, label, option, input[type=submit], input[type=button], [role]')]
              .find((e) => e.getClientRects().length > 0
                && [e.innerText, e.getAttribute('aria-label'), e.value]
                  .some((text) => typeof text === 'string' && text.trim() === a[0]))"#;
        self.click_found(&format!("something named 「{words}」"), find, words)
    }

    /// Clicks what an expression finds. What moves away under the pointer is clicked again, as a person does who sees
    /// that nothing happened; a script's click would not tell whether a person could.
    fn click_found(&self, what: &str, find: &str, argument: &str) -> Outcome {
        let aim = format!(
            "document.querySelectorAll('[data-harness]').forEach((e) => e.removeAttribute('data-harness'));
            const found = {find};
            if (!found) return false;
            found.setAttribute('data-harness', 'aim');
            found.scrollIntoView({{ block: 'center' }});
            window.harnessHit = found.localName === 'option';
            found.addEventListener('click', () => {{ window.harnessHit = true; }}, {{ once: true, capture: true }});
            return true"
        );
        until(&format!("{what} to be clicked"), || {
            if self.execute(&aim, &[json!(argument)])? != json!(true) {
                return Ok(None);
            }
            let click = |client: fantoccini::Client| async move {
                client
                    .find(Locator::Css("[data-harness=aim]"))
                    .await?
                    .click()
                    .await
            };
            let clicked = self.wire()?.call("clicking", click);
            // A script would answer the question that a page may be asking by now.
            let asks = |client: fantoccini::Client| async move { client.get_alert_text().await };
            if self.wire()?.call("looking for a dialog", asks).is_ok() {
                return Ok(Some(()));
            }
            // A page that is another one by now knows nothing of it.
            let hit = self.execute("return window.harnessHit ?? null", &[]);
            let hit = hit.ok().and_then(|hit| hit.as_bool());
            match (clicked, hit) {
                (Ok(()), Some(false)) => Err("the click went beside it".into()),
                (Ok(()), _) | (Err(_), Some(true)) => Ok(Some(())),
                (Err(error), _) => Err(error),
            }
        })
    }

    /// Types into an element, after what it has already.
    pub fn type_text(&self, css: &str, text: &str) -> Outcome {
        self.on_element(css, "typed into", |element| async move {
            element.send_keys(text).await
        })
    }

    /// Sets a field's whole text at once, as pasting over everything does.
    pub fn fill(&self, css: &str, text: &str) -> Outcome {
        self.wait_for(css)?;
        let script = r"
            const field = document.querySelector(a[0]);
            const kind = Object.getPrototypeOf(field);
            field.focus();
            Object.getOwnPropertyDescriptor(kind, 'value').set.call(field, a[1]);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.execute(script, &[json!(css), json!(text)]).map(drop)
    }

    /// Gives a file to a file field.
    pub fn choose_file(&self, css: &str, file: &Path) -> Outcome {
        let path = fs::canonicalize(file)?.display().to_string();
        let path = path.as_str();
        self.on_element(css, "given a file", |element| async move {
            element.send_keys(path).await
        })
    }

    /// Presses a key wherever the focus is; a modifier is held meanwhile.
    pub fn press(&self, held: Option<Key>, key: impl Into<char>) -> Outcome {
        let value = key.into();
        let mut keys = KeyActions::new("keyboard".to_owned());
        if let Some(held) = held {
            keys = keys.then(KeyAction::Down { value: held.into() });
        }
        keys = keys
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        if let Some(held) = held {
            keys = keys.then(KeyAction::Up { value: held.into() });
        }
        self.wire()?.call("pressing a key", |client| async move {
            client.perform_actions(keys).await
        })
    }

    /// Does something to an element once it is there and lets it be done.
    fn on_element<F>(
        &self,
        css: &str,
        done: &str,
        act: impl Fn(fantoccini::elements::Element) -> F,
    ) -> Outcome
    where
        F: Future<Output = Result<(), fantoccini::error::CmdError>>,
    {
        until(&format!("`{css}` to be {done}"), || {
            let act = &act;
            let on = |client: fantoccini::Client| async move {
                act(client.find(Locator::Css(css)).await?).await
            };
            self.wire()?.call(done, on).map(Some)
        })
    }
}
