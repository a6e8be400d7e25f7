//! Workshops of members as rows.

use crate::rules::event::EventId;
use crate::rules::workshop::{Payout, Terms, Workshop};
use kernel::{AccountId, Day, Instant, Money, PersonId, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct WorkshopRow {
        event_id: EventId,
        person_id: PersonId,
        house_share_bp: Option<Rate>,
        room_fee_cents: Option<Money>,
        paid_on: Option<Day>,
        paid_income_cents: Option<Money>,
        paid_member_cents: Option<Money>,
    }

    struct ListedRow {
        event_id: EventId,
        person_id: PersonId,
        house_share_bp: Option<Rate>,
        room_fee_cents: Option<Money>,
        paid_on: Option<Day>,
        paid_income_cents: Option<Money>,
        paid_member_cents: Option<Money>,
        title: String,
        starts_at: Instant,
    }
}

statement! {
    FIND -> WorkshopRow = "
        select event_id, person_id, house_share_bp, room_fee_cents, paid_on, paid_income_cents, paid_member_cents
        from member_workshop
        where place_id = $1 and event_id = $2";

    LISTED -> ListedRow = "
        select one.event_id, one.person_id, one.house_share_bp, one.room_fee_cents, one.paid_on, one.paid_income_cents,
            one.paid_member_cents, event.title, event.starts_at
        from member_workshop one
        join event on event.place_id = one.place_id and event.id = one.event_id
        where one.place_id = $1
        order by event.starts_at desc, one.event_id
        limit 500";

    OF_PERSON -> ListedRow = "
        select one.event_id, one.person_id, one.house_share_bp, one.room_fee_cents, one.paid_on, one.paid_income_cents,
            one.paid_member_cents, event.title, event.starts_at
        from member_workshop one
        join event on event.place_id = one.place_id and event.id = one.event_id
        where one.place_id = $1 and one.person_id = $2
        order by event.starts_at desc, one.event_id
        limit 200";

    KEEP = "
        insert into member_workshop (place_id, event_id, person_id, terms, house_share_bp, room_fee_cents, agreed_at, agreed_by,
            paid_on, paid_income_cents, paid_member_cents, paid_at, paid_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, null, null, null)
        on conflict (place_id, event_id) do update set person_id = excluded.person_id, terms = excluded.terms,
            house_share_bp = excluded.house_share_bp, room_fee_cents = excluded.room_fee_cents,
            agreed_at = excluded.agreed_at, agreed_by = excluded.agreed_by";

    PAY = "
        update member_workshop
        set paid_on = $3, paid_income_cents = $4, paid_member_cents = $5, paid_at = $6, paid_by = $7
        where place_id = $1 and event_id = $2 and paid_on is null";
}

/// A workshop of a list, with what its event is called and when it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) workshop: Workshop,
    pub(crate) title: String,
    pub(crate) starts_at: Instant,
}

/// What was agreed on for an event, if it is a member's workshop.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
) -> Result<Option<Workshop>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, event])?;
    row.map(Workshop::try_from).transpose()
}

/// Every workshop, the newest first.
pub(crate) fn listed(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Listed>, DatabaseError> {
    let rows = tx.all(&LISTED, &params![place])?;
    rows.into_iter().map(Listed::try_from).collect()
}

/// The workshops that somebody holds, the newest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Listed>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    rows.into_iter().map(Listed::try_from).collect()
}

/// Keeps what was agreed on.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    workshop: &Workshop,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let (code, share, fee) = match workshop.terms {
        Terms::Share(rate) => ("share", Some(rate), None),
        Terms::RoomFee(fee) => ("room_fee", None, Some(fee)),
    };
    let values = params![place, workshop.event, workshop.person, code, share, fee, now, by];
    tx.run(&KEEP, &values)?;
    Ok(())
}

/// Notes what was paid out; whether it was not before.
pub(crate) fn pay(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    payout: &Payout,
    by: Option<AccountId>,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let values = params![place, event, payout.on, payout.income, payout.member, now, by];
    Ok(tx.run(&PAY, &values)? > 0)
}

fn terms(share: Option<Rate>, fee: Option<Money>) -> Result<Terms, DatabaseError> {
    match (share, fee) {
        (Some(rate), None) => Ok(Terms::Share(rate)),
        (None, Some(fee)) => Ok(Terms::RoomFee(fee)),
        _ => Err(DatabaseError::Value {
            column: "terms".to_owned(),
            reason: "neither a share nor a fee".to_owned(),
        }),
    }
}

fn payout(on: Option<Day>, income: Option<Money>, member: Option<Money>) -> Option<Payout> {
    match (on, income, member) {
        (Some(on), Some(income), Some(member)) => Some(Payout { on, income, member }),
        _ => None,
    }
}

impl TryFrom<WorkshopRow> for Workshop {
    type Error = DatabaseError;

    fn try_from(row: WorkshopRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            event: row.event_id,
            person: row.person_id,
            terms: terms(row.house_share_bp, row.room_fee_cents)?,
            paid: payout(row.paid_on, row.paid_income_cents, row.paid_member_cents),
        })
    }
}

impl TryFrom<ListedRow> for Listed {
    type Error = DatabaseError;

    fn try_from(row: ListedRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            workshop: Workshop {
                event: row.event_id,
                person: row.person_id,
                terms: terms(row.house_share_bp, row.room_fee_cents)?,
                paid: payout(row.paid_on, row.paid_income_cents, row.paid_member_cents),
            },
            title: row.title,
            starts_at: row.starts_at,
        })
    }
}
