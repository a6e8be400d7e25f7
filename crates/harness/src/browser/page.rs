//! One page: opening it, going somewhere, waiting for it, asking it.

use std::cell::{Cell, RefCell, RefMut};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::Viewport;
use super::events::Seen;
use super::pipe::{Pipe, text};
use crate::deadline::Deadline;

/// Seconds a page may take to show what a test waits for, unless the test says otherwise.
const PATIENCE: u64 = 20;
/// Milliseconds without any traffic after which an act is taken as answered.
const QUIET: u64 = 40;
/// Milliseconds between two looks at a page that does not tell of its changes.
const LOOK: u64 = 25;

const FIND: &str = include_str!("find.js");

/// A page in a profile of its own; closed with this value.
///
/// Elements are named by a CSS selector, by what a person reads on them (`text=Réserver`) or, for fields, by their
/// label (`label=Adresse e-mail`); the first visible one counts. Every method that reads or acts waits for its
/// element and panics after 20 seconds with what was on the page.
pub struct Page {
    pub(super) pipe: Arc<Pipe>,
    pub(super) downloads: TempDir,
    context: String,
    session: String,
    viewport: Cell<Viewport>,
    patience: Cell<u64>,
    seen: RefCell<Seen>,
}

impl Page {
    pub(super) fn open(pipe: Arc<Pipe>, viewport: Viewport) -> Page {
        let call = |method: &str, params: Value| match pipe.call(None, method, &params) {
            Ok(answer) => answer,
            Err(error) => panic!("the browser opens no page: {error}"),
        };
        let context = text(
            &call("Target.createBrowserContext", json!({})),
            "browserContextId",
        );
        let size = json!({
            "url": "about:blank", "browserContextId": context,
            "width": viewport.width, "height": viewport.height,
        });
        let target = text(&call("Target.createTarget", size), "targetId");
        let attach = json!({ "targetId": target, "flatten": true });
        let session = text(&call("Target.attachToTarget", attach), "sessionId");
        let downloads = tempfile::tempdir().expect("a temporary folder for downloads");
        let save = json!({
            "behavior": "allowAndName", "browserContextId": context,
            "downloadPath": downloads.path(), "eventsEnabled": true,
        });
        call("Browser.setDownloadBehavior", save);
        // The main frame of a page bears the name of its target.
        let seen = RefCell::new(Seen {
            frame: target,
            ..Seen::default()
        });
        let page = Page {
            pipe,
            downloads,
            context,
            session,
            viewport: Cell::new(viewport),
            patience: Cell::new(PATIENCE),
            seen,
        };
        page.prepare();
        page
    }

    fn prepare(&self) {
        for domain in ["Page", "Runtime", "Network", "Log"] {
            self.order(&format!("{domain}.enable"), json!({}));
        }
        self.order("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        self.look_through(self.viewport());
        if !self.viewport().javascript {
            self.order("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        }
    }

    /// Looks at the page as it is now through another view: its size and its colours. Whether scripts run stays as the
    /// page was opened.
    #[track_caller]
    pub fn look_through(&self, viewport: Viewport) {
        let javascript = self.viewport().javascript;
        self.viewport.set(Viewport {
            javascript,
            ..viewport
        });
        let Viewport {
            width, height, dark, ..
        } = viewport;
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.order("Emulation.setDeviceMetricsOverride", screen);
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.order("Emulation.setEmulatedMedia", json!({ "features": features }));
        if self.viewport().javascript {
            // Colours on their way from light to dark are nobody's colours; what inherits them sets off after them.
            let arrived = format!(
                "(() => {{
                    const moving = document.getAnimations()
                        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
                    moving.forEach((one) => one.finish());
                    return moving.length === 0 && matchMedia('(prefers-color-scheme: {scheme})').matches;
                }})()"
            );
            self.until("the page to take another view", || {
                self.evaluate(&arrived).as_bool().filter(|has| *has).map(drop)
            });
        }
    }

    /// How this page is looked at.
    pub fn viewport(&self) -> Viewport {
        self.viewport.get()
    }

    /// Changes how many seconds this page may take to show what a test waits for (20 at first).
    pub fn set_patience(&self, seconds: u64) {
        self.patience.set(seconds);
    }

    /// Goes to an address and waits until it is loaded and quiet.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        self.take_in_events().requests.clear();
        let answer = self.order("Page.navigate", json!({ "url": url }));
        let error = text(&answer, "errorText");
        assert!(error.is_empty(), "cannot go to {url}: {error}");
        let loader = text(&answer, "loaderId");
        if !loader.is_empty() {
            self.until(&format!("{url} to be loaded"), || {
                self.take_in_events().loaded.contains(&loader).then_some(())
            });
        }
        self.settle();
    }

    /// Empties the cache, so that the next page is a first visit; cookies stay.
    #[track_caller]
    pub fn forget_cache(&self) {
        self.order("Network.clearBrowserCache", json!({}));
    }

    /// Puts a cookie for an address into the page's profile, as if its server had given it.
    #[track_caller]
    pub fn keep_cookie(&self, url: &str, name: &str, value: &str) {
        let cookie = json!({ "url": url, "name": name, "value": value });
        self.order("Network.setCookie", cookie);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        let url = self.url();
        self.goto(&url);
    }

    /// Runs an expression in the page, waits for it if it is a promise, and returns its value.
    #[track_caller]
    pub fn evaluate(&self, javascript: &str) -> Value {
        match self.try_evaluate(javascript, true) {
            Ok(result) => result.get("value").cloned().unwrap_or_default(),
            Err(error) => panic!("{error}\nin: {javascript}\n{}", self.situation()),
        }
    }

    pub(super) fn try_evaluate(&self, javascript: &str, by_value: bool) -> Result<Value, String> {
        let params = json!({
            "expression": javascript, "returnByValue": by_value,
            "awaitPromise": self.viewport().javascript, "userGesture": true,
        });
        let mut answer = self.pipe.call(Some(&self.session), "Runtime.evaluate", &params)?;
        match answer.get("exceptionDetails") {
            Some(details) => {
                let thrown = details.get("exception").map(|thrown| text(thrown, "description"));
                Err(thrown
                    .filter(|told| !told.is_empty())
                    .unwrap_or_else(|| text(details, "text")))
            }
            None => Ok(answer.get_mut("result").map(Value::take).unwrap_or_default()),
        }
    }

    /// Asks one question (see `find.js`) about what a locator means; `None` while a page is being replaced.
    pub(super) fn ask(&self, locator: &str, question: &str, argument: &str) -> Option<Value> {
        match self.try_evaluate(&asking(locator, question, argument), true) {
            Ok(result) => result.get("value").filter(|value| !value.is_null()).cloned(),
            Err(error) if error.contains("SyntaxError") || error.contains("unknown question") => {
                panic!("`{locator}` is no locator: {error}")
            }
            Err(_) => None,
        }
    }

    /// The handle of an element, for orders that take one.
    pub(super) fn handle(&self, locator: &str) -> Option<String> {
        let result = self.try_evaluate(&asking(locator, "element", ""), false).ok()?;
        Some(text(&result, "objectId")).filter(|handle| !handle.is_empty())
    }

    /// Looks until `probe` finds something, and fails with `what` was waited for.
    #[track_caller]
    pub(super) fn until<T>(&self, what: &str, probe: impl FnMut() -> Option<T>) -> T {
        let found = self.seek(probe);
        found.unwrap_or_else(|| panic!("waited in vain for {what}\n{}", self.situation()))
    }

    /// Looks until `probe` finds something or the patience ends.
    pub(super) fn seek<T>(&self, mut probe: impl FnMut() -> Option<T>) -> Option<T> {
        let deadline = Deadline::after_seconds(self.patience.get());
        loop {
            if let Some(found) = probe() {
                return Some(found);
            }
            if deadline.has_passed() {
                return None;
            }
            self.pipe.wait_for_news(Duration::from_millis(LOOK));
        }
    }

    /// Waits until what an act set off (a navigation, requests) is over.
    #[track_caller]
    pub(super) fn settle(&self) {
        // One trip through the page: what the input set off has begun when it comes back.
        let _ = self.try_evaluate("1", true);
        let deadline = Deadline::after_seconds(self.patience.get());
        let mut quiet = Deadline::after_milliseconds(QUIET);
        loop {
            if self.take_in_events().is_busy() {
                quiet = Deadline::after_milliseconds(QUIET);
            } else if quiet.has_passed() {
                return;
            }
            assert!(
                !deadline.has_passed(),
                "the page never comes to rest\n{}",
                self.situation()
            );
            self.pipe
                .wait_for_news(quiet.left().max(Duration::from_millis(1)));
        }
    }

    /// Gives an order that cannot be refused.
    #[track_caller]
    pub(super) fn order(&self, method: &str, params: Value) -> Value {
        match self.pipe.call(Some(&self.session), method, &params) {
            Ok(answer) => answer,
            Err(error) => panic!("{error}\n{}", self.situation()),
        }
    }

    pub(super) fn take_in_events(&self) -> RefMut<'_, Seen> {
        let mut seen = self.seen.borrow_mut();
        for event in self.pipe.take_events(&self.session) {
            seen.take_in(&event);
        }
        seen
    }

    /// What a person would tell about the page: address, title, text, errors.
    pub(super) fn situation(&self) -> String {
        const TOLD: &str = "[location.href, document.title, (document.body?.innerText ?? '').slice(0, 1500)]";
        let told = self
            .try_evaluate(TOLD, true)
            .map(|result| result["value"].clone())
            .unwrap_or_default();
        let field = |index: usize| told.get(index).and_then(Value::as_str).unwrap_or("?").to_owned();
        let (errors, status, waiting) = {
            let seen = self.take_in_events();
            let waiting = seen.requests.iter().filter(|request| !request.done);
            (
                seen.errors.join("\n  "),
                seen.status,
                waiting.map(|request| request.url.clone()).collect::<Vec<_>>(),
            )
        };
        format!(
            "page:   {} ({status})\ntitle:  {}\nerrors: {errors}\nwaits for: {waiting:?}\ntext:\n{}\n",
            field(0),
            field(1),
            field(2)
        )
    }
}

fn asking(locator: &str, question: &str, argument: &str) -> String {
    format!(
        "({FIND})({}, {}, {})",
        json!(locator),
        json!(question),
        json!(argument)
    )
}

impl Drop for Page {
    fn drop(&mut self) {
        self.pipe.send(
            None,
            "Target.disposeBrowserContext",
            &json!({ "browserContextId": self.context }),
        );
    }
}
