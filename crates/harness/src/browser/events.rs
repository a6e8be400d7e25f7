//! What a page lived through, told by the browser's events.

use serde_json::Value;

use super::pipe::text;

/// One resource that a page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Full address.
    pub url: String,
    /// HTTP method.
    pub method: String,
    /// Status of the answer, 0 while there is none.
    pub status: u64,
    /// Bytes received over the wire, headers and compressed body; 0 when it came from the cache.
    pub bytes: u64,
    /// Chromium's word for its kind: `Document`, `Stylesheet`, `Script`, `Font`, `Image`, `Fetch`, `XHR`, …
    pub kind: String,
    pub(super) id: String,
    pub(super) loader: String,
    pub(super) done: bool,
}

/// Everything seen so far.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) frame: String,
    pub(super) requests: Vec<Request>,
    pub(super) errors: Vec<String>,
    pub(super) loaded: Vec<String>,
    pub(super) navigations: u64,
    pub(super) is_navigating: bool,
    pub(super) status: u64,
}

impl Seen {
    /// Whether the page waits for an answer. A stream of server-sent events never ends and does not count.
    pub(super) fn is_busy(&self) -> bool {
        self.is_navigating
            || self
                .requests
                .iter()
                .any(|request| !request.done && request.kind != "EventSource")
    }

    pub(super) fn take_in(&mut self, event: &Value) {
        let params = event.get("params").unwrap_or(&Value::Null);
        let is_own = text(params, "frameId") == self.frame;
        match text(event, "method").as_str() {
            "Page.frameRequestedNavigation" | "Page.frameStartedNavigating" | "Page.frameStartedLoading"
                if is_own =>
            {
                self.navigations += 1;
                self.is_navigating = true;
            }
            "Page.frameStoppedLoading" if is_own => self.is_navigating = false,
            "Page.frameNavigated" => self.leave_behind(params),
            "Page.navigatedWithinDocument" if is_own => self.is_navigating = false,
            "Page.downloadWillBegin" if is_own => self.is_navigating = false,
            "Page.lifecycleEvent" if is_own && text(params, "name") == "load" => {
                self.loaded.push(text(params, "loaderId"));
            }
            "Network.requestWillBeSent" => self.ask(params),
            "Network.responseReceived" => self.answer(params, is_own),
            "Network.loadingFinished" | "Network.loadingFailed" => self.finish(params),
            "Runtime.exceptionThrown" => {
                let details = params.get("exceptionDetails").unwrap_or(&Value::Null);
                let thrown = details.get("exception").map(|thrown| text(thrown, "description"));
                self.errors.push(format!(
                    "{} {}",
                    text(details, "text"),
                    thrown.unwrap_or_default()
                ));
            }
            "Runtime.consoleAPICalled" if matches!(text(params, "type").as_str(), "error" | "assert") => {
                self.errors.push(spoken(params));
            }
            "Log.entryAdded" => self.log(params.get("entry").unwrap_or(&Value::Null)),
            _ => {}
        }
    }

    fn ask(&mut self, params: &Value) {
        let id = text(params, "requestId");
        if let Some(response) = params.get("redirectResponse")
            && let Some(earlier) = self.find(&id)
        {
            earlier.status = number(response, "status");
            earlier.bytes = number(response, "encodedDataLength");
            earlier.done = true;
            earlier.id.push_str(" redirected");
        }
        let request = params.get("request").unwrap_or(&Value::Null);
        let url = text(request, "url");
        if url.starts_with("data:") || url.starts_with("blob:") {
            return;
        }
        let (method, kind) = (text(request, "method"), text(params, "type"));
        self.requests.push(Request {
            url,
            method,
            kind,
            id,
            loader: text(params, "loaderId"),
            status: 0,
            bytes: 0,
            done: false,
        });
    }

    /// What the document before asked for is no longer waited for: Chromium does not always say that it gave it up.
    fn leave_behind(&mut self, params: &Value) {
        let frame = params.get("frame").unwrap_or(&Value::Null);
        if text(frame, "id") != self.frame {
            return;
        }
        let loader = text(frame, "loaderId");
        for request in self
            .requests
            .iter_mut()
            .filter(|request| request.loader != loader)
        {
            request.done = true;
        }
    }

    fn answer(&mut self, params: &Value, is_own: bool) {
        let status = params
            .get("response")
            .map(|response| number(response, "status"))
            .unwrap_or_default();
        if is_own && text(params, "type") == "Document" {
            self.status = status;
        }
        if let Some(request) = self.find(&text(params, "requestId")) {
            request.status = status;
        }
    }

    fn finish(&mut self, params: &Value) {
        if let Some(request) = self.find(&text(params, "requestId")) {
            request.done = true;
            request.bytes = number(params, "encodedDataLength");
        }
    }

    /// The page itself answering with a refusal (422, 404…) is no fault of the page; anything else logged is.
    fn log(&mut self, entry: &Value) {
        if text(entry, "level") != "error" {
            return;
        }
        let url = text(entry, "url");
        let is_page = self
            .requests
            .iter()
            .any(|request| request.kind == "Document" && request.url == url);
        if text(entry, "source") == "network" && is_page {
            return;
        }
        self.errors.push(format!(
            "{}: {} {url}",
            text(entry, "source"),
            text(entry, "text")
        ));
    }

    fn find(&mut self, id: &str) -> Option<&mut Request> {
        self.requests.iter_mut().rev().find(|request| request.id == id)
    }
}

fn number(value: &Value, field: &str) -> u64 {
    value
        .get(field)
        .and_then(|number| number.as_u64().or_else(|| whole(number.as_f64()?)))
        .unwrap_or_default()
}

/// Chromium tells byte counts as JavaScript numbers, sometimes `1234.0`.
fn whole(number: f64) -> Option<u64> {
    format!("{number:.0}").parse().ok()
}

fn spoken(params: &Value) -> String {
    let arguments = params
        .get("args")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let words = arguments.iter().map(|argument| match argument.get("value") {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => text(argument, "description"),
    });
    words.collect::<Vec<_>>().join(" ")
}
