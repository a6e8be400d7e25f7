//! First visits.

use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// One thing shown or given at a first visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WelcomeStep {
    pub(crate) id: Id<WelcomeStep>,
    pub(crate) label: String,
    pub(crate) done_at: Option<Instant>,
    pub(crate) done_by: Option<PersonId>,
}

row! {
    struct StepRow {
        id: Id<WelcomeStep>,
        label: String,
        done_at: Option<Instant>,
        done_by: Option<PersonId>,
    }

    struct NewcomerRow {
        person_id: PersonId,
        open: i64,
        steps: i64,
    }
}

statement! {
    OF_PERSON -> StepRow = "
        select id, label, done_at, done_by
        from welcome_step
        where place_id = $1 and person_id = $2
        order by position";

    NEWCOMERS -> NewcomerRow = "
        select person_id, sum(case when done_at is null then 1 else 0 end) as open, count(*) as steps
        from welcome_step
        where place_id = $1 and person_id in (
            select waiting.person_id
            from welcome_step as waiting
            where waiting.place_id = $1 and waiting.done_at is null)
        group by person_id
        order by min(id)
        limit 200";

    INSERT = "
        insert into welcome_step (place_id, id, person_id, position, label, done_at, done_by)
        values ($1, $2, $3, $4, $5, null, null)
        on conflict (place_id, person_id, position) do nothing";

    TICK = "
        update welcome_step
        set done_at = $4, done_by = $5
        where place_id = $1 and person_id = $2 and id = $3";
}

/// The first visit of a person; nothing for who had none.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<WelcomeStep>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    let step = |row: StepRow| WelcomeStep {
        id: row.id,
        label: row.label,
        done_at: row.done_at,
        done_by: row.done_by,
    };
    Ok(rows.into_iter().map(step).collect())
}

/// Who still has something to be shown, with how much of how much; the longest waiting first, two hundred at most.
pub(crate) fn newcomers(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(PersonId, i64, i64)>, DatabaseError> {
    let rows = tx.all(&NEWCOMERS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person_id, row.open, row.steps))
        .collect())
}

/// Keeps the steps of a first visit; who had one keeps it.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    labels: &[String],
) -> Result<(), DatabaseError> {
    for (position, label) in (1_i64..).zip(labels) {
        let id: Id<WelcomeStep> = tx.new_id();
        tx.run(&INSERT, &params![place, id, person, position, label.as_str()])?;
    }
    Ok(())
}

/// Ticks a step, or takes the tick back; whether there is such a step.
pub(crate) fn tick(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    step: Id<WelcomeStep>,
    done: Option<(Instant, Option<PersonId>)>,
) -> Result<bool, DatabaseError> {
    let (at, by) = done.map_or((None, None), |(at, by)| (Some(at), by));
    Ok(tx.run(&TICK, &params![place, person, step, at, by])? > 0)
}
