//! Forms: what was typed, what is wrong with it, and the files that came along.
//!
//! A form keeps every value as typed, so that a refused page shows again what the person wrote, with the message at its
//! field. Values become domain types only through their own constructors ([`Form::parse`]).

use super::{App, Visit, WebError, csrf};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{header, request::Parts};
use kernel::Refusal;

/// The largest plain form, in bytes.
const LARGEST_FORM: usize = 1_000_000;
/// The largest form with files, in bytes: one import file of 10 MB and its fields.
const LARGEST_UPLOAD: usize = 12_000_000;

/// A file that came with a form.
#[derive(Clone, Debug)]
pub struct UploadedFile {
    /// The field it came in.
    pub field: String,
    /// Its name on the person's machine; never to be used as a path.
    pub filename: String,
    /// Its content.
    pub content: Bytes,
}

/// The state of a form: values as typed and messages by field.
#[derive(Clone)]
pub struct Form {
    pairs: Vec<(String, String)>,
    files: Vec<UploadedFile>,
    errors: Vec<(String, String)>,
    visit: Visit,
}

impl Form {
    /// A form that nobody has filled yet.
    pub fn blank(visit: &Visit) -> Self {
        Self {
            pairs: Vec::new(),
            files: Vec::new(),
            errors: Vec::new(),
            visit: visit.clone(),
        }
    }

    /// Sets a value, for a form that opens with what is already known.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.set(name, value);
        self
    }

    /// Adds a value beside those already under this name (checkboxes).
    #[must_use]
    pub fn and(mut self, name: &str, value: impl ToString) -> Self {
        self.pairs.push((name.to_owned(), value.to_string()));
        self
    }

    /// Sets a value in place.
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.pairs.retain(|(key, _)| key != name);
        self.pairs.push((name.to_owned(), value.to_string()));
    }

    /// What was typed in this field, trimmed; empty when nothing was.
    pub fn value(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Every value sent under this name (checkboxes, repeated fields).
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }

    /// Every pair as sent.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Whether this value was among those sent under this name.
    pub fn checked(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|sent| sent == value)
    }

    /// The file of a field, when one was chosen.
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files
            .iter()
            .find(|file| file.field == field && !file.content.is_empty())
    }

    /// The idempotency key of the page that holds this form.
    pub fn key(&self) -> &str {
        self.value("_key")
    }

    /// A fingerprint of everything typed and of every file, so that one key never answers for two different forms.
    pub fn fingerprint(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut hash = Sha256::new();
        for (name, value) in self.pairs.iter().filter(|(name, _)| !name.starts_with('_')) {
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(value.as_bytes());
            hash.update([1]);
        }
        for file in &self.files {
            hash.update(file.field.as_bytes());
            hash.update([0]);
            hash.update(Sha256::digest(&file.content));
        }
        data_encoding::HEXLOWER.encode(&hash.finalize())
    }

    /// The value parsed by its own constructor; a refusal is noted at the field. An empty field is refused as missing.
    pub fn parse<T, R: Refusal>(
        &mut self,
        name: &str,
        constructor: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<T> {
        if self.value(name).is_empty() {
            self.refuse_with(name, "shell-field-missing");
            return None;
        }
        match constructor(self.value(name)) {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.refuse(name, &refusal);
                None
            }
        }
    }

    /// As [`Form::parse`], but an empty field is `Some(None)`: nothing, and nothing wrong.
    pub fn parse_optional<T, R: Refusal>(
        &mut self,
        name: &str,
        constructor: impl FnOnce(&str) -> Result<T, R>,
    ) -> Option<Option<T>> {
        if self.value(name).is_empty() {
            Some(None)
        } else {
            self.parse(name, constructor).map(Some)
        }
    }

    /// The text of a field that must not be empty.
    pub fn required(&mut self, name: &str) -> Option<String> {
        if self.value(name).is_empty() {
            self.refuse_with(name, "shell-field-missing");
            return None;
        }
        Some(self.value(name).to_owned())
    }

    /// A whole number.
    pub fn number(&mut self, name: &str) -> Option<i64> {
        let text = self.required(name)?;
        match text.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                self.refuse_with(name, "shell-field-not-a-number");
                None
            }
        }
    }

    /// Notes why the value of a field is refused, in the person's language.
    pub fn refuse(&mut self, name: &str, refusal: &dyn Refusal) {
        let text = self.visit.explain(refusal);
        self.refuse_with_text(name, text);
    }

    /// Notes a message key at a field.
    pub fn refuse_with(&mut self, name: &str, key: &str) {
        let text = self.visit.text(key);
        self.refuse_with_text(name, text);
    }

    /// Notes a text, already in the person's language, at a field; the first one stays.
    pub fn refuse_with_text(&mut self, name: &str, text: String) {
        if self.error(name).is_none() {
            self.errors.push((name.to_owned(), text));
        }
    }

    /// The message at a field.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, text)| text.as_str())
    }

    /// All messages, in the order found.
    pub fn errors(&self) -> impl Iterator<Item = (&str, &str)> {
        self.errors
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether nothing was refused.
    pub fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }
}

impl FromRequestParts<App> for Form {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, WebError> {
        parts
            .extensions
            .get::<Form>()
            .cloned()
            .ok_or_else(|| WebError::internal("a form was wanted where none is received"))
    }
}

/// Reads the form of a writing request, checks that it is ours, and hands it to the handler.
pub(crate) async fn receive(visit: &Visit, request: Request) -> Result<Request, WebError> {
    if !csrf::same_origin(request.headers()) {
        return Err(WebError::Forged);
    }
    let (mut parts, body) = request.into_parts();
    let mut form = Form::blank(visit);
    if is_multipart(&parts) {
        read_multipart(&mut form, &parts, body).await?;
    } else {
        let bytes = to_bytes(body, LARGEST_FORM)
            .await
            .map_err(|_| WebError::TooLarge(LARGEST_FORM))?;
        form.pairs = serde_urlencoded::from_bytes(&bytes).map_err(|_| WebError::Malformed)?;
    }
    if form.pairs.iter().any(|(_, value)| value.contains('\0')) {
        return Err(WebError::Malformed);
    }
    let token = parts
        .headers
        .get("x-csrf-token")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_else(|| form.value("_csrf"));
    if !visit.csrf().holds(token) {
        return Err(WebError::Forged);
    }
    parts.extensions.insert(form);
    Ok(Request::from_parts(parts, Body::empty()))
}

fn is_multipart(parts: &Parts) -> bool {
    parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("multipart/form-data"))
}

async fn read_multipart(form: &mut Form, parts: &Parts, body: Body) -> Result<(), WebError> {
    let bytes = to_bytes(body, LARGEST_UPLOAD)
        .await
        .map_err(|_| WebError::TooLarge(LARGEST_UPLOAD))?;
    let mut whole = Request::new(Body::from(bytes));
    *whole.headers_mut() = parts.headers.clone();
    let mut multipart = Multipart::from_request(whole, &())
        .await
        .map_err(|_| WebError::Malformed)?;
    while let Some(field) = multipart.next_field().await.map_err(|_| WebError::Malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        let filename = field.file_name().map(str::to_owned);
        let content = field.bytes().await.map_err(|_| WebError::Malformed)?;
        match filename {
            Some(filename) => form.files.push(UploadedFile {
                field: name,
                filename,
                content,
            }),
            None => {
                let text = String::from_utf8(content.to_vec()).map_err(|_| WebError::Malformed)?;
                form.pairs.push((name, text));
            }
        }
    }
    Ok(())
}
