//! What is said once, on the page after a form.

/// What kind of news a flash brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    /// It is done.
    Success,
    /// It is done, and there is something to know.
    Warning,
    /// It was not done.
    Error,
}

impl FlashKind {
    /// The word used in class names and cookies.
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One message shown on the next page: a message key with its arguments, so that it is said in the language of that page.
#[derive(Clone, Debug)]
pub struct Flash {
    /// Its kind.
    pub kind: FlashKind,
    pub(super) key: String,
    pub(super) arguments: Vec<(String, String)>,
}

impl Flash {
    /// Good news.
    pub fn success(key: &str) -> Self {
        Self::new(FlashKind::Success, key)
    }

    /// News with something to know.
    pub fn warning(key: &str) -> Self {
        Self::new(FlashKind::Warning, key)
    }

    /// Bad news.
    pub fn error(key: &str) -> Self {
        Self::new(FlashKind::Error, key)
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.arguments.push((name.to_owned(), value.to_string()));
        self
    }

    fn new(kind: FlashKind, key: &str) -> Self {
        Self {
            kind,
            key: key.to_owned(),
            arguments: Vec::new(),
        }
    }

    pub(crate) fn to_text(&self) -> String {
        serde_json::json!([self.kind.code(), self.key, self.arguments]).to_string()
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let (kind, key, arguments): (String, String, Vec<(String, String)>) =
            serde_json::from_str(text).ok()?;
        let kind = [FlashKind::Success, FlashKind::Warning, FlashKind::Error]
            .into_iter()
            .find(|known| known.code() == kind)?;
        Some(Self { kind, key, arguments })
    }
}
