//! The waiting list as pages show it: one's own, or everybody's.

use crate::rules::booking::BookingId;
use crate::rules::layout::LayoutId;
use crate::rules::resource::ResourceId;
use crate::rules::waiting::{WaitingEntry, WaitingId, WaitingState};
use crate::store::layouts;
use kernel::{PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
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
    /// How the room is to be laid out, in the words of the place.
    pub(super) layout: Option<String>,
    pub(super) state: WaitingState,
    /// What is offered.
    pub(super) booking: Option<BookingId>,
    /// Whether the reader may take it off the list.
    pub(super) acts: bool,
}

/// What the layouts asked for are called; read at once, and only when somebody asks for one.
pub(super) fn layout_names(
    tx: &mut Tx<'_>,
    place: PlaceId,
    entries: &[WaitingEntry],
) -> Result<BTreeMap<LayoutId, String>, Fault> {
    if entries.iter().all(|entry| entry.layout.is_none()) {
        return Ok(BTreeMap::new());
    }
    let known = layouts::of_place(tx, place)?.into_iter();
    Ok(known.map(|one| (one.id, one.facts.name.to_string())).collect())
}

/// The lines of a list; with names, everybody's.
pub(super) fn lines(
    shell: &Shell,
    entries: Vec<WaitingEntry>,
    (spaces, layouts): (&BTreeMap<ResourceId, String>, &BTreeMap<LayoutId, String>),
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
        layout: entry.layout.and_then(|id| layouts.get(&id).cloned()),
        state: entry.state,
        booking: entry.booking,
        acts: true,
    };
    entries.into_iter().map(line).collect()
}
