//! How a person is called.

use kernel::{Name, NameRefused, fold};

/// A given name and a family name; one of them may be empty, never both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    given: String,
    family: String,
}

impl PersonName {
    /// Reads both parts, each trimmed; one may be empty.
    ///
    /// # Errors
    /// [`NameRefused`] when both are empty, or one is too long or not on one line.
    pub fn parse(given: &str, family: &str) -> Result<Self, NameRefused> {
        let (given, family) = (part(given)?, part(family)?);
        if given.is_empty() && family.is_empty() {
            return Err(NameRefused::Empty);
        }
        Ok(Self { given, family })
    }

    /// The given name; may be empty.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The family name; may be empty.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// `Camille Durand`.
    #[must_use]
    pub fn full(&self) -> String {
        joined(&self.given, &self.family)
    }

    /// `Durand Camille`, as lists are sorted.
    #[must_use]
    pub fn sorted(&self) -> String {
        joined(&self.family, &self.given)
    }

    /// What lists are sorted by: folded, family name first.
    #[must_use]
    pub fn sort_key(&self) -> String {
        fold(&self.sorted())
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.full())
    }
}

fn part(text: &str) -> Result<String, NameRefused> {
    match Name::parse(text) {
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(NameRefused::Empty) => Ok(String::new()),
        Err(refused) => Err(refused),
    }
}

fn joined(one: &str, other: &str) -> String {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other.to_owned(),
        (_, true) => one.to_owned(),
        _ => format!("{one} {other}"),
    }
}
