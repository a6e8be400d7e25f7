//! What a person sees: texts, fields, errors, pictures.

use std::path::Path;

use serde_json::{Value, json};

use super::Viewport;
use super::events::Request;
use super::page::Page;
use super::pipe::text;

impl Page {
    /// The visible text of the first such element, white space made single.
    #[track_caller]
    pub fn text(&self, locator: &str) -> String {
        self.wait_for_answer(locator, "text")
    }

    /// The visible texts of all such elements, now.
    #[track_caller]
    pub fn texts(&self, locator: &str) -> Vec<String> {
        let all = self.ask(locator, "texts", "").unwrap_or_default();
        all.as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// What a field holds; `true` or `false` for a box.
    #[track_caller]
    pub fn value(&self, locator: &str) -> String {
        self.wait_for_answer(locator, "value")
    }

    /// An attribute of the first such element, if it has it.
    #[track_caller]
    pub fn attribute(&self, locator: &str, name: &str) -> Option<String> {
        let answer = self.until(&format!("`{locator}`"), || self.ask(locator, "attribute", name));
        answer.get("value").and_then(Value::as_str).map(str::to_owned)
    }

    /// Whether such an element is visible now.
    #[track_caller]
    pub fn exists(&self, locator: &str) -> bool {
        self.ask(locator, "exists", "") == Some(json!(true))
    }

    /// Address of the page.
    #[track_caller]
    pub fn url(&self) -> String {
        self.evaluate("location.href")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Status of the last answer that became this page.
    pub fn status(&self) -> u64 {
        self.take_in_events().status
    }

    /// Waits until such an element is visible.
    #[track_caller]
    pub fn wait_for(&self, locator: &str) {
        self.until(&format!("`{locator}`"), || self.exists(locator).then_some(()));
    }

    /// Waits until no such element is visible.
    #[track_caller]
    pub fn wait_for_absence(&self, locator: &str) {
        let gone = || (self.ask(locator, "exists", "") == Some(json!(false))).then_some(());
        self.until(&format!("the end of `{locator}`"), gone);
    }

    /// Waits until the page says these words somewhere (white space does not count, case does).
    #[track_caller]
    pub fn wait_for_text(&self, words: &str) {
        let wanted = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.until(&format!("the words \"{words}\""), || {
            let all = self.ask("body", "text", "")?;
            all.as_str()?.contains(&wanted).then_some(())
        });
    }

    /// Waits until the address holds `part`.
    #[track_caller]
    pub fn wait_for_url(&self, part: &str) {
        self.until(&format!("an address with {part}"), || {
            let url = self.try_evaluate("location.href", true).ok()?;
            text(&url, "value").contains(part).then_some(())
        });
        self.settle();
    }

    /// What went wrong in all documents of this page so far: exceptions, `console.error`, breaches of the content
    /// security policy, resources that did not load. A refused form (a page answered with 4xx) is not an error.
    pub fn console_errors(&self) -> Vec<String> {
        self.take_in_events().errors.clone()
    }

    /// Everything asked for since the last [`Page::goto`], itself included.
    pub fn requests(&self) -> Vec<Request> {
        self.take_in_events().requests.clone()
    }

    /// By how many CSS pixels the page is wider than its view: 0 on a page that fits.
    #[track_caller]
    pub fn overflow(&self) -> i64 {
        let width = self
            .evaluate("Math.ceil(document.documentElement.scrollWidth)")
            .as_i64()
            .unwrap_or_default();
        (width - i64::from(self.viewport().width)).max(0)
    }

    /// Saves a picture (PNG) of the whole page, not only of the view.
    #[track_caller]
    pub fn screenshot(&self, path: impl AsRef<Path>) {
        let size = self.order("Page.getLayoutMetrics", json!({}));
        let content = &size["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": content["width"], "height": content["height"], "scale": 1,
        });
        self.capture(
            path.as_ref(),
            json!({ "clip": clip, "captureBeyondViewport": true }),
        );
    }

    /// Saves a picture (PNG) of the view alone, as a person sees it: bars at the bottom are at the bottom.
    #[track_caller]
    pub fn screenshot_of_view(&self, path: impl AsRef<Path>) {
        self.capture(path.as_ref(), json!({}));
    }

    /// Keeps a picture of the page as `NAME-WIDTH[-dark].png` in the folder that the variable `TRIBU_LOOK` names, for
    /// people to look at; does nothing when it names none.
    #[track_caller]
    pub fn look(&self, name: &str) {
        let Some(folder) = std::env::var_os("TRIBU_LOOK") else {
            return;
        };
        let Viewport { width, dark, .. } = self.viewport();
        let theme = if dark { "-dark" } else { "" };
        self.screenshot(Path::new(&folder).join(format!("{name}-{width}{theme}.png")));
    }

    fn capture(&self, path: &Path, params: Value) {
        if self.viewport().javascript {
            self.evaluate("document.fonts.ready.then(() => true)");
        }
        let picture = text(&self.order("Page.captureScreenshot", params), "data");
        let bytes = data_encoding::BASE64
            .decode(picture.as_bytes())
            .expect("the browser encodes pictures");
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
        }
        std::fs::write(path, bytes)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    }

    #[track_caller]
    fn wait_for_answer(&self, locator: &str, question: &str) -> String {
        let found = self.until(&format!("`{locator}`"), || self.ask(locator, question, ""));
        found.as_str().unwrap_or_default().to_owned()
    }
}
