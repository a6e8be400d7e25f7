//! The history of a thing in words: who did what to it, newest first.

use super::Visit;
use crate::activity::Entry;
use crate::messages::Argument;
use kernel::{Instant, PersonId};
use std::collections::BTreeMap;

/// One line of a history.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When it was done.
    pub at: Instant,
    /// Who did it.
    pub who: String,
    /// What was done.
    pub text: String,
}

impl Visit {
    /// The entries of the activity log in the person's language. `names` gives the names of the persons in them (the `people`
    /// capability knows); the text fields and numbers of an entry's detail are the arguments of its message.
    pub fn history(&self, entries: &[Entry], names: &BTreeMap<PersonId, String>) -> Vec<HistoryLine> {
        entries
            .iter()
            .map(|entry| self.history_line(entry, names))
            .collect()
    }

    fn history_line(&self, entry: &Entry, names: &BTreeMap<PersonId, String>) -> HistoryLine {
        let arguments: Vec<(&str, Argument)> = entry
            .detail
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name.as_str(), self.told(value)?)))
            .collect();
        let named = entry.person_id.and_then(|person| names.get(&person).cloned());
        let who = named.unwrap_or_else(|| self.text("shell-history-system"));
        HistoryLine {
            at: entry.at,
            who,
            text: self.text_with(&entry.message(), &arguments),
        }
    }

    fn told(&self, value: &serde_json::Value) -> Option<Argument> {
        match value {
            serde_json::Value::String(text) => {
                let text = self.app.messages.readable(self.locale, text);
                Some(Argument::from(text))
            }
            serde_json::Value::Number(number) => number.as_i64().map(Argument::from),
            _ => None,
        }
    }
}
