//! The activity log: who did what, when, to what, written in the transaction of the act itself.
//!
//! The page of a thing shows its [`history`]; live screens ask for what came [`since`] they last looked. A verb is
//! `thing.participle` (`booking.cancelled`); its text is the message `activity-booking-cancelled`, filled with the detail.

use crate::database::{DatabaseError, Tx, params, row, statement};
use crate::failure::Fault;
use kernel::{AccountId, Actor, ActorKind, Id, Instant, PersonId, PlaceId};
use serde_json::Value;

/// The thing that an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// What it is: `booking`.
    pub kind: &'static str,
    /// Which one, as the database holds it.
    pub id: i64,
}

impl Subject {
    /// The thing of kind `kind` whose identifier is `id`.
    #[must_use]
    pub const fn new<T>(kind: &'static str, id: Id<T>) -> Self {
        Self {
            kind,
            id: id.as_i64(),
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Grows with time inside a place.
    pub id: i64,
    /// When.
    pub at: Instant,
    /// Who, when it was a person.
    pub person_id: Option<PersonId>,
    /// The account they used.
    pub account_id: Option<AccountId>,
    /// A person, a visitor, or the program itself.
    pub actor_kind: ActorKind,
    /// What they did.
    pub verb: String,
    /// What kind of thing it was done to.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: i64,
    /// The facts that the text shows.
    pub detail: Value,
}

impl Entry {
    /// The key of the message that tells it: `activity-booking-cancelled`.
    #[must_use]
    pub fn message(&self) -> String {
        format!("activity-{}", self.verb.replace(['.', '_'], "-"))
    }
}

row! {
    struct EntryRow {
        id: i64,
        at: Instant,
        person_id: Option<PersonId>,
        account_id: Option<AccountId>,
        actor_kind: String,
        verb: String,
        subject_kind: String,
        subject_id: i64,
        detail: String,
    }

    struct LatestRow {
        id: Option<i64>,
    }
}

statement! {
    RECORD = "
        insert into activity (place_id, id, at, person_id, account_id, actor_kind, verb, subject_kind, subject_id, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    HISTORY -> EntryRow = "
        select id, at, person_id, account_id, actor_kind, verb, subject_kind, subject_id, detail
        from activity
        where place_id = $1 and subject_kind = $2 and subject_id = $3
        order by id desc
        limit 200";

    LATEST -> LatestRow = "
        select max(id) as id
        from activity
        where place_id = $1";

    PURGE = "
        delete from activity
        where place_id = $1 and at < $2";

    MOVE_SUBJECT = "
        update activity
        set subject_id = $4
        where place_id = $1 and subject_kind = $2 and subject_id = $3";

    SINCE -> EntryRow = "
        select id, at, person_id, account_id, actor_kind, verb, subject_kind, subject_id, detail
        from activity
        where place_id = $1 and id > $2
        order by id
        limit $3";
}

/// Writes a line in the log, in the transaction of the act.
///
/// # Errors
/// As the database says.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    subject: Subject,
    detail: Value,
) -> Result<(), DatabaseError> {
    let id = tx.new_id::<Entry>();
    let values = params![
        actor.place,
        id,
        tx.now(),
        actor.person,
        actor.account,
        kind_code(actor.kind),
        verb,
        subject.kind,
        subject.id,
        detail.to_string()
    ];
    tx.run(&RECORD, &values)?;
    Ok(())
}

/// The last two hundred acts on a thing, the newest first.
///
/// # Errors
/// As the database says.
pub fn history(tx: &mut Tx<'_>, place: PlaceId, subject: Subject) -> Result<Vec<Entry>, Fault> {
    let rows = tx.all(&HISTORY, &params![place, subject.kind, subject.id])?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// The identifier of the newest line; 0 when there is none.
///
/// # Errors
/// As the database says.
pub fn latest(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, Fault> {
    Ok(tx.one(&LATEST, &params![place])?.id.unwrap_or(0))
}

/// At most `limit` lines that came after the line `id`, the oldest first.
///
/// # Errors
/// As the database says.
pub fn since(tx: &mut Tx<'_>, place: PlaceId, id: i64, limit: u32) -> Result<Vec<Entry>, Fault> {
    let rows = tx.all(&SINCE, &params![place, id, limit])?;
    rows.into_iter().map(Entry::try_from).collect()
}

/// Forgets what happened in a place before a moment, and says how many lines that was.
///
/// # Errors
/// As the database says.
pub fn purge(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&PURGE, &params![place, before])
}

/// What was done to one thing was done to another: they are the same.
///
/// # Errors
/// As the database says.
pub fn move_subject(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: &str,
    (kept, gone): (i64, i64),
) -> Result<u64, DatabaseError> {
    tx.run(&MOVE_SUBJECT, &params![place, kind, gone, kept])
}

impl TryFrom<EntryRow> for Entry {
    type Error = Fault;

    fn try_from(row: EntryRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            at: row.at,
            person_id: row.person_id,
            account_id: row.account_id,
            actor_kind: kind_of(&row.actor_kind)?,
            verb: row.verb,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            detail: serde_json::from_str(&row.detail).map_err(Fault::internal)?,
        })
    }
}

const fn kind_code(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Visitor => "visitor",
        ActorKind::System => "system",
    }
}

fn kind_of(code: &str) -> Result<ActorKind, Fault> {
    match code {
        "person" => Ok(ActorKind::Person),
        "visitor" => Ok(ActorKind::Visitor),
        "system" => Ok(ActorKind::System),
        other => Err(Fault::Internal(format!("unknown kind of actor `{other}`"))),
    }
}
