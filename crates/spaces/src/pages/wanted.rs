//! Which spaces a calendar shows: of one kind, on one level, or all.

use crate::rules::resource::{Resource, ResourceKind};
use platform::web::Shell;

/// The spaces asked for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    kind: Option<ResourceKind>,
    level: String,
}

/// Something to choose: its value, its text, whether it is chosen.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

impl Wanted {
    /// What an address asks for; what it does not know is not asked for.
    pub(super) fn read(kind: Option<&str>, level: Option<&str>) -> Self {
        Self {
            kind: kind.and_then(|kind| ResourceKind::parse(kind).ok()),
            level: level.unwrap_or_default().trim().to_owned(),
        }
    }

    /// Whether anything is left out.
    pub(super) fn narrows(&self) -> bool {
        self.kind.is_some() || !self.level.is_empty()
    }

    pub(super) fn takes(&self, space: &Resource) -> bool {
        self.kind.is_none_or(|kind| kind == space.facts.kind)
            && (self.level.is_empty() || self.level == space.facts.level)
    }

    /// As the end of an address, beginning with `&`; empty when all are shown.
    pub(super) fn query(&self) -> String {
        let mut text = String::new();
        if let Some(kind) = self.kind {
            text.push_str("&kind=");
            text.push_str(kind.code());
        }
        if !self.level.is_empty() {
            text.push_str("&level=");
            text.extend(self.level.bytes().map(escaped));
        }
        text
    }

    /// The kinds that the place has.
    pub(super) fn kinds(&self, shell: &Shell, spaces: &[Resource]) -> Vec<Choice> {
        let known = ResourceKind::ALL.iter().copied();
        let had = known.filter(|kind| spaces.iter().any(|space| space.facts.kind == *kind));
        had.map(|kind| Choice {
            value: kind.code().to_owned(),
            text: shell.t(kind.message()),
            chosen: self.kind == Some(kind),
        })
        .collect()
    }

    /// The levels that the place has, in the order of its spaces.
    pub(super) fn levels(&self, spaces: &[Resource]) -> Vec<Choice> {
        let mut levels: Vec<&str> = Vec::new();
        for space in spaces {
            let level = space.facts.level.as_str();
            if !level.is_empty() && !levels.contains(&level) {
                levels.push(level);
            }
        }
        let choice = |level: &str| Choice {
            value: level.to_owned(),
            text: level.to_owned(),
            chosen: self.level == level,
        };
        levels.into_iter().map(choice).collect()
    }
}

/// A byte as a query writes it.
fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
