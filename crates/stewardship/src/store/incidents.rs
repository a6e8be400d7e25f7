//! Incidents, and what was done about them.

use crate::rules::equipment::Equipment;
use crate::rules::incident::{Incident, IncidentState, Step, Subject, Urgency};
use kernel::{Id, Instant, Money, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::ResourceId;

row! {
    struct IncidentRow {
        id: Id<Incident>,
        reporter_id: PersonId,
        resource_id: Option<ResourceId>,
        equipment_id: Option<Id<Equipment>>,
        title: String,
        detail: String,
        urgency: Urgency,
        state: IncidentState,
        owner_id: Option<PersonId>,
        cost_cents: Money,
        reported_at: Instant,
        unnamed: bool,
    }

    struct StepRow {
        id: Id<Step>,
        person_id: Option<PersonId>,
        made_at: Instant,
        state: Option<IncidentState>,
        body: String,
    }

    struct PressingRow {
        total: i64,
        pressing: i64,
        unseen: i64,
    }
}

statement! {
    FIND -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and id = $2";

    LOCK -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and id = $2
        for update";

    OPEN -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and state in ('reported', 'in_hand', 'waiting')
        order by reported_at, id
        limit 500";

    CLOSED -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and state in ('solved', 'declined')
        order by changed_at desc, id desc
        limit 200";

    SAME -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and reporter_id = $2 and reported_at > $3 and title = $4 and detail = $5
            and state in ('reported', 'in_hand', 'waiting')
        order by reported_at
        limit 20";

    OF_REPORTER -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and reporter_id = $2 and unnamed = 0
        order by reported_at desc, id desc
        limit 100";

    OF_EQUIPMENT -> IncidentRow = "
        select id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id, cost_cents, reported_at,
            unnamed
        from incident
        where place_id = $1 and equipment_id = $2
        order by reported_at desc, id desc
        limit 100";

    HOW_MANY -> PressingRow = "
        select count(*) as total, count(case when urgency = 'high' then 1 end) as pressing,
            count(case when state = 'reported' then 1 end) as unseen
        from incident
        where place_id = $1 and state in ('reported', 'in_hand', 'waiting')";

    INSERT = "
        insert into incident (place_id, id, reporter_id, resource_id, equipment_id, title, detail, urgency, state, owner_id,
            cost_cents, reported_at, changed_at, unnamed)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, 0, $10, $10, $11)";

    CHANGE = "
        update incident
        set state = $3, owner_id = $4, cost_cents = $5, changed_at = $6
        where place_id = $1 and id = $2";

    STEPS -> StepRow = "
        select id, person_id, made_at, state, body
        from incident_step
        where place_id = $1 and incident_id = $2
        order by made_at, id";

    INSERT_STEP = "
        insert into incident_step (place_id, id, incident_id, person_id, made_at, state, body)
        values ($1, $2, $3, $4, $5, $6, $7)";
}

/// What is broken, counted.
pub(crate) struct Pressing {
    pub(crate) count: i64,
    /// Those that press.
    pub(crate) pressing: i64,
    /// Those that nobody has taken in hand.
    pub(crate) unseen: i64,
}

/// An incident.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Incident>,
) -> Result<Option<Incident>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Incident::from))
}

/// An incident, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Incident>,
) -> Result<Option<Incident>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Incident::from))
}

/// What is to be done, the oldest first; five hundred at most.
pub(crate) fn open(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Incident>, DatabaseError> {
    Ok(all(tx.all(&OPEN, &params![place])?))
}

/// What ended, the last first; two hundred at most.
pub(crate) fn closed(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Incident>, DatabaseError> {
    Ok(all(tx.all(&CLOSED, &params![place])?))
}

/// What somebody reported, the last first; a hundred at most.
pub(crate) fn of_reporter(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Incident>, DatabaseError> {
    Ok(all(tx.all(&OF_REPORTER, &params![place, person])?))
}

/// What happened to a thing, the last first; a hundred at most.
pub(crate) fn of_equipment(
    tx: &mut Tx<'_>,
    place: PlaceId,
    thing: Id<Equipment>,
) -> Result<Vec<Incident>, DatabaseError> {
    Ok(all(tx.all(&OF_EQUIPMENT, &params![place, thing])?))
}

/// How much is to be done, in one question.
pub(crate) fn how_many(tx: &mut Tx<'_>, place: PlaceId) -> Result<Pressing, DatabaseError> {
    let row = tx.one(&HOW_MANY, &params![place])?;
    Ok(Pressing {
        count: row.total,
        pressing: row.pressing,
        unseen: row.unseen,
    })
}

/// The report of these words about the same thing that somebody made since a moment.
pub(crate) fn same(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (reporter, subject): (PersonId, Subject),
    (title, detail): (&str, &str),
    since: Instant,
) -> Result<Option<Id<Incident>>, DatabaseError> {
    let values = params![place, reporter, since, title, detail];
    let known = tx.all(&SAME, &values)?.into_iter().map(Incident::from);
    let mut known = known.filter(|one| one.subject == subject);
    Ok(known.next().map(|one| one.id))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Incident) -> Result<(), DatabaseError> {
    let (resource, thing) = match new.subject {
        Subject::Space(resource) => (Some(resource), None),
        Subject::Thing(thing) => (None, Some(thing)),
        Subject::Other => (None, None),
    };
    let values = params![
        place,
        new.id,
        new.reporter,
        resource,
        thing,
        new.title.as_str(),
        new.detail.as_str(),
        new.urgency,
        new.state,
        new.reported_at,
        new.unnamed
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps where it stands, who looks after it and what it cost.
pub(crate) fn change(tx: &mut Tx<'_>, place: PlaceId, incident: &Incident) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        incident.id,
        incident.state,
        incident.owner,
        incident.cost,
        now
    ];
    tx.run(&CHANGE, &values)?;
    Ok(())
}

/// What was said and done, in order.
pub(crate) fn steps(
    tx: &mut Tx<'_>,
    place: PlaceId,
    incident: Id<Incident>,
) -> Result<Vec<Step>, DatabaseError> {
    let step = |row: StepRow| Step {
        id: row.id,
        person: row.person_id,
        at: row.made_at,
        state: row.state,
        body: row.body,
    };
    let rows = tx.all(&STEPS, &params![place, incident])?;
    Ok(rows.into_iter().map(step).collect())
}

/// Keeps what was said or done.
pub(crate) fn insert_step(
    tx: &mut Tx<'_>,
    place: PlaceId,
    incident: Id<Incident>,
    step: &Step,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        step.id,
        incident,
        step.person,
        step.at,
        step.state,
        step.body.as_str()
    ];
    tx.run(&INSERT_STEP, &values)?;
    Ok(())
}

fn all(rows: Vec<IncidentRow>) -> Vec<Incident> {
    rows.into_iter().map(Incident::from).collect()
}

impl From<IncidentRow> for Incident {
    fn from(row: IncidentRow) -> Self {
        let space = row.resource_id.map(Subject::Space);
        Self {
            id: row.id,
            reporter: row.reporter_id,
            unnamed: row.unnamed,
            subject: space
                .or(row.equipment_id.map(Subject::Thing))
                .unwrap_or(Subject::Other),
            title: row.title,
            detail: row.detail,
            urgency: row.urgency,
            state: row.state,
            owner: row.owner_id,
            cost: row.cost_cents,
            reported_at: row.reported_at,
        }
    }
}
