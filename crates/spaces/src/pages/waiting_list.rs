//! The waiting list as pages show it: one's own, or everybody's.

use crate::rules::booking::BookingId;
use crate::rules::resource::ResourceId;
use crate::rules::waiting::{WaitingEntry, WaitingId, WaitingState};
use kernel::PersonId;
use platform::web::Shell;
use std::collections::BTreeMap;

/// One entry.
pub(super) struct WaitingLine {
    pub(super) id: WaitingId,
    pub(super) when: String,
    pub(super) space: String,
    /// Who waits, where it is not oneself.
    pub(super) who: String,
    pub(super) note: String,
    pub(super) state: WaitingState,
    /// What is offered.
    pub(super) booking: Option<BookingId>,
    /// Whether the reader may take it off the list.
    pub(super) acts: bool,
}

/// The lines of a list; with names, everybody's.
pub(super) fn lines(
    shell: &Shell,
    entries: Vec<WaitingEntry>,
    spaces: &BTreeMap<ResourceId, String>,
    names: &BTreeMap<PersonId, String>,
) -> Vec<WaitingLine> {
    let line = |entry: WaitingEntry| WaitingLine {
        id: entry.id,
        when: shell.period(&entry.period),
        space: spaces.get(&entry.resource).cloned().unwrap_or_default(),
        who: names.get(&entry.person).cloned().unwrap_or_default(),
        note: match entry.offer_until {
            Some(until) => shell.t1("spaces-waiting-until", "when", shell.when(&until)),
            None => shell.t1("spaces-waiting-since", "when", shell.when(&entry.joined_at)),
        },
        state: entry.state,
        booking: entry.booking,
        acts: true,
    };
    entries.into_iter().map(line).collect()
}
