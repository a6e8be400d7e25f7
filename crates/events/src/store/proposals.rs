//! Proposals and what is said of them, as rows.

use crate::rules::event::EventId;
use crate::rules::proposal::{Idea, Proposal, ProposalId, ProposalState, Remark, RemarkKind};
use crate::rules::registration::Attendee;
use kernel::{AccountId, Email, Id, Instant, Locale, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ProposalRow {
        id: ProposalId,
        person_id: Option<PersonId>,
        name: String,
        email: Option<Email>,
        language: Locale,
        title: String,
        body: String,
        wish: String,
        state: ProposalState,
        reason: String,
        event_id: Option<EventId>,
        made_at: Instant,
    }

    struct RemarkRow {
        person_id: Option<PersonId>,
        kind: RemarkKind,
        body: String,
        said_at: Instant,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    FIND -> ProposalRow = "
        select id, person_id, name, email, language, title, body, wish, state, reason, event_id, made_at
        from event_proposal
        where place_id = $1 and id = $2";

    LOCK -> ProposalRow = "
        select id, person_id, name, email, language, title, body, wish, state, reason, event_id, made_at
        from event_proposal
        where place_id = $1 and id = $2
        for update";

    BY_TOKEN -> ProposalRow = "
        select id, person_id, name, email, language, title, body, wish, state, reason, event_id, made_at
        from event_proposal
        where place_id = $1 and token = $2";

    LISTED -> ProposalRow = "
        select id, person_id, name, email, language, title, body, wish, state, reason, event_id, made_at
        from event_proposal
        where place_id = $1 and state <> 'unconfirmed'
        order by made_at desc, id desc
        limit 500";

    OF_PERSON -> ProposalRow = "
        select id, person_id, name, email, language, title, body, wish, state, reason, event_id, made_at
        from event_proposal
        where place_id = $1 and person_id = $2 and state <> 'unconfirmed'
        order by made_at desc, id desc
        limit 200";

    WAITING -> CountRow = "
        select count(*) as count
        from event_proposal
        where place_id = $1 and state = 'open'";

    INSERT = "
        insert into event_proposal (place_id, id, person_id, name, email, language, title, body, wish, state, reason, event_id,
            token, made_at, answered_at, answered_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', null, $11, $12, null, null)";

    UPDATE = "
        update event_proposal
        set person_id = $3, name = $4, email = $5, state = $6, reason = $7, event_id = $8, answered_at = $9, answered_by = $10
        where place_id = $1 and id = $2";

    REMARKS -> RemarkRow = "
        select person_id, kind, body, said_at
        from event_proposal_remark
        where place_id = $1 and proposal_id = $2
        order by said_at, id
        limit 500";

    SAY = "
        insert into event_proposal_remark (place_id, id, proposal_id, person_id, kind, body, said_at)
        values ($1, $2, $3, $4, $5, $6, $7)";

    DROP_UNCONFIRMED = "
        delete from event_proposal
        where place_id = $1 and state = 'unconfirmed' and made_at < $2";

    FORGET = "
        update event_proposal
        set name = '–', email = null
        where place_id = $1 and made_at < $2 and person_id is null and name <> '–'";
}

/// A proposal.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ProposalId,
) -> Result<Option<Proposal>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Proposal::from))
}

/// A proposal, held until the end of the transaction: it is answered once.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ProposalId,
) -> Result<Option<Proposal>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Proposal::from))
}

/// The proposal whose key is held in clear; see `keys`.
pub(crate) fn by_token(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &str,
) -> Result<Option<Proposal>, DatabaseError> {
    Ok(tx
        .optional(&BY_TOKEN, &params![place, token])?
        .map(Proposal::from))
}

/// What the council sees, the newest first; five hundred at most.
pub(crate) fn listed(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Proposal>, DatabaseError> {
    let rows = tx.all(&LISTED, &params![place])?;
    Ok(rows.into_iter().map(Proposal::from).collect())
}

/// What somebody proposed, the newest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Proposal>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Proposal::from).collect())
}

/// How many wait for the council.
pub(crate) fn waiting(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&WAITING, &params![place])?.count)
}

/// Keeps a new proposal.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Proposal) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.proposer.person,
        new.proposer.name.as_str(),
        new.proposer.email.clone(),
        new.proposer.language,
        new.idea.title.as_str(),
        new.idea.body.as_str(),
        new.idea.wish.as_str(),
        new.state,
        new.id.to_string(),
        new.made_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps where a proposal stands, and who answered when.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    one: &Proposal,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let answered = (!one.state.is_open()).then(|| tx.now());
    let values = params![
        place,
        one.id,
        one.proposer.person,
        one.proposer.name.as_str(),
        one.proposer.email.clone(),
        one.state,
        one.reason.as_str(),
        one.event,
        answered,
        by
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// What was said of a proposal, in order.
pub(crate) fn remarks(
    tx: &mut Tx<'_>,
    place: PlaceId,
    proposal: ProposalId,
) -> Result<Vec<Remark>, DatabaseError> {
    let rows = tx.all(&REMARKS, &params![place, proposal])?;
    Ok(rows.into_iter().map(Remark::from).collect())
}

/// Keeps something said of a proposal.
pub(crate) fn say(
    tx: &mut Tx<'_>,
    place: PlaceId,
    proposal: ProposalId,
    remark: &Remark,
) -> Result<(), DatabaseError> {
    let id: Id<Remark> = tx.new_id();
    let values = params![
        place,
        id,
        proposal,
        remark.person,
        remark.kind,
        remark.body.as_str(),
        remark.said_at
    ];
    tx.run(&SAY, &values)?;
    Ok(())
}

/// Drops what was proposed before a moment and never proven, and forgets who from outside proposed before another.
pub(crate) fn forget(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (unproven, long_ago): (Instant, Instant),
) -> Result<(), DatabaseError> {
    tx.run(&DROP_UNCONFIRMED, &params![place, unproven])?;
    tx.run(&FORGET, &params![place, long_ago])?;
    Ok(())
}

impl From<ProposalRow> for Proposal {
    fn from(row: ProposalRow) -> Self {
        Self {
            id: row.id,
            proposer: Attendee {
                person: row.person_id,
                name: row.name,
                email: row.email,
                language: row.language,
            },
            idea: Idea {
                title: row.title,
                body: row.body,
                wish: row.wish,
            },
            state: row.state,
            reason: row.reason,
            event: row.event_id,
            made_at: row.made_at,
        }
    }
}

impl From<RemarkRow> for Remark {
    fn from(row: RemarkRow) -> Self {
        Self {
            person: row.person_id,
            kind: row.kind,
            body: row.body,
            said_at: row.said_at,
        }
    }
}
