//! Keys by which the links of letters open, as rows: of each only its digest.

use crate::rules::proposal::ProposalId;
use crate::rules::registration::RegistrationId;
use kernel::PlaceId;
use people::{Token, TokenHash};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// What a key opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opens {
    Registration(RegistrationId),
    Proposal(ProposalId),
}

row! {
    struct RegistrationKeyRow {
        registration_id: Option<RegistrationId>,
    }

    struct ProposalKeyRow {
        proposal_id: Option<ProposalId>,
    }

    struct KeptRegistrationRow {
        id: RegistrationId,
        token: String,
    }

    struct KeptProposalRow {
        id: ProposalId,
        token: String,
    }
}

statement! {
    INSERT = "
        insert into event_key (place_id, key_hash, registration_id, proposal_id, made_at)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, key_hash) do nothing";

    REGISTRATION -> RegistrationKeyRow = "
        select registration_id
        from event_key
        where place_id = $1 and key_hash = $2";

    PROPOSAL -> ProposalKeyRow = "
        select proposal_id
        from event_key
        where place_id = $1 and key_hash = $2";

    KEPT_REGISTRATIONS -> KeptRegistrationRow = "
        select id, token
        from event_registration
        where place_id = $1 and length(token) > 20
        order by id
        limit 500";

    KEPT_PROPOSALS -> KeptProposalRow = "
        select id, token
        from event_proposal
        where place_id = $1 and length(token) > 20
        order by id
        limit 500";

    BLANK_REGISTRATION = "update event_registration set token = $3 where place_id = $1 and id = $2";

    BLANK_PROPOSAL = "update event_proposal set token = $3 where place_id = $1 and id = $2";

    DROP_ORPHANS = "
        delete from event_key
        where place_id = $1 and made_at < $2
            and (registration_id is null or not exists (
                select 1 from event_registration
                where event_registration.place_id = event_key.place_id and event_registration.id = event_key.registration_id))
            and (proposal_id is null or not exists (
                select 1 from event_proposal
                where event_proposal.place_id = event_key.place_id and event_proposal.id = event_key.proposal_id))";
}

/// A new key for a letter that is written now.
pub(crate) fn make(tx: &mut Tx<'_>, place: PlaceId, opens: Opens) -> Result<Token, DatabaseError> {
    let token = Token::from_bytes(tx.random_bytes());
    keep(tx, place, opens, &token.hash())?;
    Ok(token)
}

fn keep(tx: &mut Tx<'_>, place: PlaceId, opens: Opens, hash: &TokenHash) -> Result<(), DatabaseError> {
    let (registration, proposal) = match opens {
        Opens::Registration(id) => (Some(id), None),
        Opens::Proposal(id) => (None, Some(id)),
    };
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![place, hash.as_str(), registration, proposal, now],
    )?;
    Ok(())
}

/// The registration that a key opens.
pub(crate) fn registration(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hash: &TokenHash,
) -> Result<Option<RegistrationId>, DatabaseError> {
    let row = tx.optional(&REGISTRATION, &params![place, hash.as_str()])?;
    Ok(row.and_then(|row| row.registration_id))
}

/// The proposal that a key opens.
pub(crate) fn proposal(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hash: &TokenHash,
) -> Result<Option<ProposalId>, DatabaseError> {
    let row = tx.optional(&PROPOSAL, &params![place, hash.as_str()])?;
    Ok(row.and_then(|row| row.proposal_id))
}

/// Keeps digests of the keys that were held in clear, five hundred of each kind at a time; links that are out go on opening. How many.
pub(crate) fn digest_kept(tx: &mut Tx<'_>, place: PlaceId) -> Result<usize, DatabaseError> {
    let mut digested = 0_usize;
    for row in tx.all(&KEPT_REGISTRATIONS, &params![place])? {
        if let Some(hash) = TokenHash::of(&row.token) {
            keep(tx, place, Opens::Registration(row.id), &hash)?;
        }
        tx.run(&BLANK_REGISTRATION, &params![place, row.id, row.id.to_string()])?;
        digested = digested.saturating_add(1);
    }
    for row in tx.all(&KEPT_PROPOSALS, &params![place])? {
        if let Some(hash) = TokenHash::of(&row.token) {
            keep(tx, place, Opens::Proposal(row.id), &hash)?;
        }
        tx.run(&BLANK_PROPOSAL, &params![place, row.id, row.id.to_string()])?;
        digested = digested.saturating_add(1);
    }
    Ok(digested)
}

/// Drops keys made before a moment that open nothing any more.
pub(crate) fn drop_orphans(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: kernel::Instant,
) -> Result<(), DatabaseError> {
    tx.run(&DROP_ORPHANS, &params![place, before])?;
    Ok(())
}
