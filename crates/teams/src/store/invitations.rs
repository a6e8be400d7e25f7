//! Invitations to a team.

use crate::rules::{Invitation, InvitationState, NewInvitation};
use kernel::{AccountId, Email, Id, Instant, Locale, OrganisationId, PersonId, PlaceId};
use people::PersonName;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct InvitationRow {
        id: Id<Invitation>,
        organisation_id: OrganisationId,
        given_name: String,
        family_name: String,
        email: Email,
        language: Locale,
        state: InvitationState,
        sent_at: Instant,
    }
}

statement! {
    FIND -> InvitationRow = "
        select id, organisation_id, given_name, family_name, email, language, state, sent_at
        from team_invitation
        where place_id = $1 and id = $2";

    LOCK -> InvitationRow = "
        select id, organisation_id, given_name, family_name, email, language, state, sent_at
        from team_invitation
        where place_id = $1 and id = $2
        for update";

    OPEN -> InvitationRow = "
        select id, organisation_id, given_name, family_name, email, language, state, sent_at
        from team_invitation
        where place_id = $1 and organisation_id = $2 and state = 'sent'
        order by sent_at, id
        limit 500";

    INSERT = "
        insert into team_invitation (place_id, id, organisation_id, given_name, family_name, email, language, state, sent_at,
            sent_by, person_id)
        values ($1, $2, $3, $4, $5, $6, $7, 'sent', $8, $9, null)
        on conflict (place_id, organisation_id, email) where state = 'sent' do nothing";

    ANSWER = "
        update team_invitation
        set state = $3, person_id = $4
        where place_id = $1 and id = $2 and state = 'sent'";

    WITHDRAW_DOUBLES = "
        update team_invitation
        set state = 'withdrawn'
        where place_id = $1 and organisation_id = $2 and state = 'sent' and exists (
            select 1
            from team_invitation as kept
            where kept.place_id = $1 and kept.organisation_id = $3 and kept.email = team_invitation.email
                and kept.state = 'sent')";
}

/// An invitation.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invitation>,
) -> Result<Option<Invitation>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(Invitation::try_from).transpose()
}

/// An invitation, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invitation>,
) -> Result<Option<Invitation>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(Invitation::try_from).transpose()
}

/// Those into a team that wait for their reader; five hundred at most.
pub(crate) fn open(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<Invitation>, DatabaseError> {
    let rows = tx.all(&OPEN, &params![place, organisation])?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// Keeps an invitation; whether nobody of that address was invited already.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invitation>,
    organisation: OrganisationId,
    to: &NewInvitation,
    by: Option<AccountId>,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        id,
        organisation,
        to.name.given(),
        to.name.family(),
        to.email.clone(),
        to.language,
        now,
        by
    ];
    Ok(tx.run(&INSERT, &values)? > 0)
}

/// Accepts an invitation, or takes it back; whether it waited.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invitation>,
    state: InvitationState,
    person: Option<PersonId>,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&ANSWER, &params![place, id, state, person])? > 0)
}

impl TryFrom<InvitationRow> for Invitation {
    type Error = DatabaseError;

    fn try_from(row: InvitationRow) -> Result<Self, DatabaseError> {
        let name =
            PersonName::parse(&row.given_name, &row.family_name).map_err(|refused| DatabaseError::Value {
                column: "given_name".to_owned(),
                reason: refused.to_string(),
            })?;
        Ok(Self {
            id: row.id,
            organisation: row.organisation_id,
            to: NewInvitation {
                name,
                email: row.email,
                language: row.language,
            },
            state: row.state,
            sent_at: row.sent_at,
        })
    }
}

/// Withdraws the invitations of one organisation to whom another, which is the same, invited as well.
pub(crate) fn withdraw_doubles(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: OrganisationId,
    gone: OrganisationId,
) -> Result<(), DatabaseError> {
    tx.run(&WITHDRAW_DOUBLES, &params![place, gone, kept])?;
    Ok(())
}
