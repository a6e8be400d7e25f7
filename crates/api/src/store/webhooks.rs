//! Listeners and their messages.

use crate::rules::webhook::{self, Delivery, DeliveryState, Webhook};
use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct WebhookRow {
        id: Id<Webhook>,
        name: String,
        url: String,
        events: String,
        secret: String,
        created_at: Instant,
        created_by: PersonId,
        failing_since: Option<Instant>,
        disabled_at: Option<Instant>,
        ended_at: Option<Instant>,
    }

    struct DeliveryRow {
        id: Id<Delivery>,
        webhook_id: Id<Webhook>,
        event: String,
        body: String,
        state: DeliveryState,
        attempts: i64,
        not_before: Instant,
        created_at: Instant,
        answered_at: Option<Instant>,
        status: Option<i64>,
        answer: String,
    }

    struct ReadingRow {
        activity_id: i64,
    }
}

statement! {
    ALL -> WebhookRow = "
        select id, name, url, events, secret, created_at, created_by, failing_since, disabled_at, ended_at
        from webhook
        where place_id = $1 and ended_at is null
        order by created_at, id
        limit 200";

    LOCK -> WebhookRow = "
        select id, name, url, events, secret, created_at, created_by, failing_since, disabled_at, ended_at
        from webhook
        where place_id = $1 and id = $2
        for update";

    FIND -> WebhookRow = "
        select id, name, url, events, secret, created_at, created_by, failing_since, disabled_at, ended_at
        from webhook
        where place_id = $1 and id = $2";

    INSERT = "
        insert into webhook (place_id, id, name, url, events, secret, created_at, created_by, failing_since, disabled_at,
            ended_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, null)";

    UPDATE = "
        update webhook
        set secret = $3, failing_since = $4, disabled_at = $5, ended_at = $6
        where place_id = $1 and id = $2";

    WRITE = "
        insert into webhook_delivery (place_id, id, webhook_id, activity_id, event, body, state, attempts, not_before,
            created_at, answered_at, status, answer)
        values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7, null, null, '')
        on conflict (place_id, webhook_id, activity_id) where activity_id is not null do nothing";

    OF_WEBHOOK -> DeliveryRow = "
        select id, webhook_id, event, body, state, attempts, not_before, created_at, answered_at, status, answer
        from webhook_delivery
        where place_id = $1 and webhook_id = $2
        order by created_at desc, id desc
        limit 100";

    ONE -> DeliveryRow = "
        select id, webhook_id, event, body, state, attempts, not_before, created_at, answered_at, status, answer
        from webhook_delivery
        where place_id = $1 and webhook_id = $2 and id = $3
        for update";

    DUE -> DeliveryRow = "
        select id, webhook_id, event, body, state, attempts, not_before, created_at, answered_at, status, answer
        from webhook_delivery
        where place_id = $1 and state = 'waiting' and not_before <= $2
        order by not_before, id
        limit 1
        for update skip locked";

    TAKE = "
        update webhook_delivery
        set attempts = $3, not_before = $4
        where place_id = $1 and id = $2";

    ANSWERED = "
        update webhook_delivery
        set state = $4, not_before = $5, answered_at = $6, status = $7, answer = $8
        where place_id = $1 and id = $2 and attempts = $3";

    AGAIN = "
        update webhook_delivery
        set state = 'waiting', attempts = 0, not_before = $3
        where place_id = $1 and id = $2";

    GIVE_UP = "
        update webhook_delivery
        set state = 'failed'
        where place_id = $1 and webhook_id = $2 and state = 'waiting'";

    FORGET = "
        delete from webhook_delivery
        where place_id = $1 and created_at < $2 and state <> 'waiting'";

    READING -> ReadingRow = "
        select activity_id
        from webhook_reading
        where place_id = $1
        for update";

    READ_UNTIL = "
        insert into webhook_reading (place_id, activity_id)
        values ($1, $2)
        on conflict (place_id) do update
        set activity_id = $2";
}

/// Every listener that was not ended, the oldest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Webhook>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Webhook::from).collect())
}

/// A listener, ended or not.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Webhook>,
) -> Result<Option<Webhook>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Webhook::from))
}

/// A listener, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Webhook>,
) -> Result<Option<Webhook>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Webhook::from))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Webhook) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.name.as_str(),
        new.url.as_str(),
        webhook::written(&new.events),
        new.secret.as_str(),
        new.created_at,
        new.created_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what may change of one.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, one: &Webhook) -> Result<(), DatabaseError> {
    let values = params![
        place,
        one.id,
        one.secret.as_str(),
        one.failing_since,
        one.disabled_at,
        one.ended_at
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// Writes a message; nothing when this act was told to this listener already.
pub(crate) fn write(
    tx: &mut Tx<'_>,
    place: PlaceId,
    to: Id<Webhook>,
    id: Id<Delivery>,
    (activity, event, body): (Option<i64>, &str, &str),
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&WRITE, &params![place, id, to, activity, event, body, now])?;
    Ok(())
}

/// The last hundred messages to a listener, the newest first.
pub(crate) fn of_webhook(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Webhook>,
) -> Result<Vec<Delivery>, DatabaseError> {
    let rows = tx.all(&OF_WEBHOOK, &params![place, id])?;
    Ok(rows.into_iter().map(Delivery::from).collect())
}

/// A message to a listener, held until the end of the transaction.
pub(crate) fn lock_delivery(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (webhook, id): (Id<Webhook>, Id<Delivery>),
) -> Result<Option<Delivery>, DatabaseError> {
    Ok(tx
        .optional(&ONE, &params![place, webhook, id])?
        .map(Delivery::from))
}

/// Takes the message that is due first; for so many seconds nobody else takes it.
pub(crate) fn take(tx: &mut Tx<'_>, place: PlaceId, lease: i64) -> Result<Option<Delivery>, DatabaseError> {
    let now = tx.now();
    let Some(mut due) = tx.optional(&DUE, &params![place, now])?.map(Delivery::from) else {
        return Ok(None);
    };
    due.attempts = due.attempts.saturating_add(1);
    let until = now.plus_seconds(lease);
    tx.run(&TAKE, &params![place, due.id, due.attempts, until])?;
    Ok(Some(due))
}

/// Notes what became of one attempt; nothing when it was taken again meanwhile.
pub(crate) fn answered(tx: &mut Tx<'_>, place: PlaceId, one: &Delivery) -> Result<bool, DatabaseError> {
    let values = params![
        place,
        one.id,
        one.attempts,
        one.state,
        one.not_before,
        one.answered_at,
        one.status,
        one.answer.as_str()
    ];
    Ok(tx.run(&ANSWERED, &values)? > 0)
}

/// Sends a message again, as if it had never been sent.
pub(crate) fn again(tx: &mut Tx<'_>, place: PlaceId, id: Id<Delivery>) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&AGAIN, &params![place, id, now])?;
    Ok(())
}

/// Gives up whatever waits for a listener.
pub(crate) fn give_up(tx: &mut Tx<'_>, place: PlaceId, id: Id<Webhook>) -> Result<(), DatabaseError> {
    tx.run(&GIVE_UP, &params![place, id])?;
    Ok(())
}

/// Forgets the messages written before a moment.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, before])?;
    Ok(())
}

/// Up to which line the activity log was read, held until the end of the transaction; none while it never was.
pub(crate) fn reading(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<i64>, DatabaseError> {
    Ok(tx.optional(&READING, &params![place])?.map(|row| row.activity_id))
}

/// Notes up to which line the activity log was read.
pub(crate) fn read_until(tx: &mut Tx<'_>, place: PlaceId, activity: i64) -> Result<(), DatabaseError> {
    tx.run(&READ_UNTIL, &params![place, activity])?;
    Ok(())
}

impl From<WebhookRow> for Webhook {
    fn from(row: WebhookRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            url: row.url,
            events: webhook::read(&row.events),
            secret: row.secret,
            created_at: row.created_at,
            created_by: row.created_by,
            failing_since: row.failing_since,
            disabled_at: row.disabled_at,
            ended_at: row.ended_at,
        }
    }
}

impl From<DeliveryRow> for Delivery {
    fn from(row: DeliveryRow) -> Self {
        Self {
            id: row.id,
            webhook: row.webhook_id,
            event: row.event,
            body: row.body,
            state: row.state,
            attempts: row.attempts,
            not_before: row.not_before,
            created_at: row.created_at,
            answered_at: row.answered_at,
            status: row.status,
            answer: row.answer,
        }
    }
}
