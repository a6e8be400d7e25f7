//! Texts that everybody agrees to, in versions.

use kernel::{Id, Instant};

kernel::codes! {
    /// What a text is.
    pub enum TextKind {
        /// How one lives together in the place.
        HouseRules = "house_rules",
        /// What becomes of personal data (GDPR, article 13).
        PrivacyNotice = "privacy_notice",
    }
}

impl TextKind {
    /// Message key of its name.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::HouseRules => "joining-house-rules",
            Self::PrivacyNotice => "joining-privacy-notice",
        }
    }

    /// Where everybody reads the version in force.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::HouseRules => "/house-rules",
            Self::PrivacyNotice => "/privacy",
        }
    }

    /// The field of a form by which somebody agrees to it.
    pub(crate) const fn field(self) -> &'static str {
        self.code()
    }

    /// Message key of the sentence by which somebody agrees to it.
    pub(crate) const fn consent(self) -> &'static str {
        match self {
            Self::HouseRules => "joining-accept-house-rules",
            Self::PrivacyNotice => "joining-accept-privacy-notice",
        }
    }
}

/// One version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseText {
    /// Which one.
    pub id: Id<HouseText>,
    /// What it is.
    pub kind: TextKind,
    /// From 1 on.
    pub version: i64,
    /// What it says.
    pub body: String,
    /// From when on it holds.
    pub published_at: Instant,
}

/// A text in force as a form asks to agree to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consent {
    /// What it is.
    pub(crate) kind: TextKind,
    /// Its version.
    pub(crate) version: i64,
    /// What the field holds once it is agreed to.
    value: String,
}

impl Consent {
    /// What the field holds once it is agreed to.
    pub(crate) fn value(&self) -> &str {
        &self.value
    }
}

impl From<&HouseText> for Consent {
    fn from(text: &HouseText) -> Self {
        Self {
            kind: text.kind,
            version: text.version,
            value: text.id.to_string(),
        }
    }
}
