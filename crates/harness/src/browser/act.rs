//! What a person does: clicks, types, drags, sends a file.

use std::path::Path;

use serde_json::{Value, json};

use super::keys;
use super::page::Page;
use super::pipe::text;

/// Notes in the page whether what is done next leads to another document: a form that is sent, a link that is followed.
const WATCH: &str = include_str!("watch.js");

impl Page {
    /// Clicks in the middle of an element, once it is there, enabled, at rest and not covered; then waits for the
    /// answer.
    #[track_caller]
    pub fn click(&self, locator: &str) {
        let (x, y) = self.place(locator);
        self.following(|| {
            self.mouse("mouseMoved", x, y);
            self.mouse("mousePressed", x, y);
            self.mouse("mouseReleased", x, y);
        });
    }

    /// Drags from the middle of one element to the middle of another.
    #[track_caller]
    pub fn drag(&self, from: &str, to: &str) {
        let start = self.place(from);
        let end = self.place(to);
        self.drag_between(start, end);
    }

    /// Drags from one point of the view to another, in CSS pixels from its top left.
    #[track_caller]
    pub fn drag_between(&self, (from_x, from_y): (i64, i64), (to_x, to_y): (i64, i64)) {
        const STEPS: i64 = 6;
        self.mouse("mouseMoved", from_x, from_y);
        self.mouse("mousePressed", from_x, from_y);
        for step in 1..=STEPS {
            let part = |from: i64, to: i64| from + (to - from) * step / STEPS;
            self.mouse("mouseMoved", part(from_x, to_x), part(from_y, to_y));
        }
        self.mouse("mouseReleased", to_x, to_y);
        self.settle();
    }

    /// Where an element can be pressed, in CSS pixels from the top left of the view; scrolls to it.
    #[track_caller]
    pub fn place(&self, locator: &str) -> (i64, i64) {
        let mut refusal = String::from("it is not on the page");
        let mut before = None;
        let found = self.seek(|| {
            let answer = self.ask(locator, "place", "")?;
            let coordinate = |axis| answer.get(axis).and_then(Value::as_i64);
            let Some(now) = coordinate("x").zip(coordinate("y")) else {
                refusal = text(&answer, "refused");
                return None;
            };
            refusal = String::from("it moves");
            (before.replace(now) == Some(now)).then_some(now)
        });
        found.unwrap_or_else(|| panic!("cannot press `{locator}`: {refusal}\n{}", self.situation()))
    }

    /// Replaces what a field holds by typing; chooses in a list by value or text.
    #[track_caller]
    pub fn fill(&self, locator: &str, value: &str) {
        let mut refusal = String::from("it is not on the page");
        let found = self.seek(|| {
            let answer = self.ask(locator, "ready", value)?;
            refusal = text(&answer, "refused");
            refusal.is_empty().then_some(answer)
        });
        let state =
            found.unwrap_or_else(|| panic!("cannot fill `{locator}`: {refusal}\n{}", self.situation()));
        if state["typed"] == json!(true) {
            return self.settle();
        }
        if state["empty"] == json!(false) {
            self.key("Delete");
        }
        value.chars().for_each(|character| self.write(character));
    }

    /// Presses and releases a key where the focus is: `Enter`, `ArrowDown`, `/`, `Control+k`, `Shift+Tab`.
    #[track_caller]
    pub fn press(&self, key: &str) {
        self.following(|| self.key(key));
    }

    /// Does something, and waits for what it leads to. A form is sent by the page in a moment of its own: on a busy
    /// machine the page can seem at rest before.
    #[track_caller]
    fn following(&self, act: impl FnOnce()) {
        let _ = self.try_evaluate(WATCH, true);
        let before = self.take_in_events().navigations;
        act();
        let leads = self.try_evaluate("window.harnessIsLeaving === true", true);
        if leads.is_ok_and(|answer| answer["value"] == json!(true)) {
            self.seek(|| (self.take_in_events().navigations > before).then_some(()));
        }
        self.settle();
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_text(&self, words: &str) {
        words.chars().for_each(|character| self.write(character));
    }

    /// Puts a file of this machine into a file field.
    #[track_caller]
    pub fn upload(&self, locator: &str, file: &Path) {
        let element = self.until(&format!("`{locator}`"), || self.handle(locator));
        let path = file
            .canonicalize()
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.order(
            "DOM.setFileInputFiles",
            json!({ "files": [path], "objectId": element }),
        );
        self.settle();
    }

    /// Clicks on something that sends a file and returns its content.
    #[track_caller]
    pub fn download(&self, locator: &str) -> Vec<u8> {
        self.pipe.take_events("");
        let (x, y) = self.place(locator);
        self.mouse("mouseMoved", x, y);
        self.mouse("mousePressed", x, y);
        self.mouse("mouseReleased", x, y);
        let id = self.until(&format!("`{locator}` to send a file"), || {
            self.pipe.take_events("").iter().find_map(|event| {
                let params = event.get("params")?;
                (text(params, "state") == "completed").then(|| text(params, "guid"))
            })
        });
        let path = self.downloads.path().join(id);
        std::fs::read(&path).unwrap_or_else(|error| panic!("the file that was sent is gone: {error}"))
    }

    fn mouse(&self, kind: &str, x: i64, y: i64) {
        let held = kind != "mouseMoved";
        let params = json!({
            "type": kind, "x": x, "y": y, "clickCount": u8::from(held),
            "button": if held { "left" } else { "none" }, "pointerType": "mouse",
        });
        self.order("Input.dispatchMouseEvent", params);
    }

    fn key(&self, name: &str) {
        for event in keys::press(name) {
            self.order("Input.dispatchKeyEvent", event);
        }
    }

    /// Writes one character; those that no key of a keyboard writes alone are inserted as an input method does.
    fn write(&self, character: char) {
        match character {
            '\n' => self.key("Enter"),
            '+' => drop(self.order("Input.insertText", json!({ "text": "+" }))),
            ' '..='~' => self.key(&character.to_string()),
            _ => drop(self.order("Input.insertText", json!({ "text": character.to_string() }))),
        }
    }
}
