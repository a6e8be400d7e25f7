//! Notes of the desk, and its checklists.

use crate::rules::relay::{ChecklistLine, Moment, Note, Tick};
use kernel::{Day, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct NoteRow {
        id: Id<Note>,
        person_id: PersonId,
        written_at: Instant,
        body: String,
        read_at: Option<Instant>,
        read_by: Option<PersonId>,
    }

    struct LineRow {
        id: Id<ChecklistLine>,
        moment: Moment,
        body: String,
        retired_on: Option<Day>,
    }

    struct TickRow {
        line_id: Id<ChecklistLine>,
        ticked_at: Instant,
        person_id: Option<PersonId>,
    }
}

statement! {
    UNREAD -> NoteRow = "
        select id, person_id, written_at, body, read_at, read_by
        from handover_note
        where place_id = $1 and read_at is null
        order by written_at, id
        limit 100";

    READ -> NoteRow = "
        select id, person_id, written_at, body, read_at, read_by
        from handover_note
        where place_id = $1 and read_at is not null
        order by written_at desc, id desc
        limit 50";

    SAME -> NoteRow = "
        select id, person_id, written_at, body, read_at, read_by
        from handover_note
        where place_id = $1 and written_at > $2 and person_id = $3 and body = $4 and read_at is null
        order by written_at
        limit 1";

    LOCK -> NoteRow = "
        select id, person_id, written_at, body, read_at, read_by
        from handover_note
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into handover_note (place_id, id, person_id, written_at, body, read_at, read_by)
        values ($1, $2, $3, $4, $5, null, null)";

    MARK = "
        update handover_note
        set read_at = $3, read_by = $4
        where place_id = $1 and id = $2";

    LINES -> LineRow = "
        select id, moment, body, retired_on
        from checklist_line
        where place_id = $1 and (retired_on is null or retired_on > $2)
        order by moment desc, rank, id
        limit 200";

    LOCK_LINE -> LineRow = "
        select id, moment, body, retired_on
        from checklist_line
        where place_id = $1 and id = $2
        for update";

    INSERT_LINE = "
        insert into checklist_line (place_id, id, moment, rank, body, retired_on)
        values ($1, $2, $3, $4, $5, null)";

    RETIRE_LINE = "
        update checklist_line
        set retired_on = $3
        where place_id = $1 and id = $2";

    TICKS -> TickRow = "
        select line_id, ticked_at, person_id
        from checklist_tick
        where place_id = $1 and day = $2";

    TICK = "
        insert into checklist_tick (place_id, line_id, day, ticked_at, person_id)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, line_id, day) do nothing";

    UNTICK = "
        delete from checklist_tick
        where place_id = $1 and line_id = $2 and day = $3";
}

/// The notes that nobody has read, the oldest first; a hundred at most.
pub(crate) fn unread(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Note>, DatabaseError> {
    let rows = tx.all(&UNREAD, &params![place])?;
    Ok(rows.into_iter().map(Note::from).collect())
}

/// The notes that were read, the last first; fifty at most.
pub(crate) fn read(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Note>, DatabaseError> {
    let rows = tx.all(&READ, &params![place])?;
    Ok(rows.into_iter().map(Note::from).collect())
}

/// The note of these words that somebody left since a moment.
pub(crate) fn same(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (author, body): (PersonId, &str),
    since: Instant,
) -> Result<Option<Id<Note>>, DatabaseError> {
    let row = tx.optional(&SAME, &params![place, since, author, body])?;
    Ok(row.map(|row| row.id))
}

/// A note, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Note>) -> Result<Option<Note>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Note::from))
}

/// Keeps a new note.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Note) -> Result<(), DatabaseError> {
    let values = params![place, new.id, new.author, new.written_at, new.body.as_str()];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that somebody read it.
pub(crate) fn mark(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Note>,
    by: Option<PersonId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&MARK, &params![place, id, now, by])?;
    Ok(())
}

/// What is looked at on a day, the opening first.
pub(crate) fn lines(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<ChecklistLine>, DatabaseError> {
    let rows = tx.all(&LINES, &params![place, day])?;
    let line = |row: LineRow| ChecklistLine {
        id: row.id,
        moment: row.moment,
        body: row.body,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Whether a line is still looked at, held until the end of the transaction; none when there is no such line.
pub(crate) fn lock_line(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<ChecklistLine>,
) -> Result<Option<bool>, DatabaseError> {
    let row = tx.optional(&LOCK_LINE, &params![place, id])?;
    Ok(row.map(|row| row.retired_on.is_none()))
}

/// Keeps a new line; its rank is the moment it was written, so that lines stand in the order in which they were.
pub(crate) fn insert_line(tx: &mut Tx<'_>, place: PlaceId, new: &ChecklistLine) -> Result<(), DatabaseError> {
    let rank = tx.now().micros();
    let values = params![place, new.id, new.moment, rank, new.body.as_str()];
    tx.run(&INSERT_LINE, &values)?;
    Ok(())
}

/// Notes that a line is no longer looked at from a day on.
pub(crate) fn retire_line(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<ChecklistLine>,
    on: Day,
) -> Result<(), DatabaseError> {
    tx.run(&RETIRE_LINE, &params![place, id, on])?;
    Ok(())
}

/// What was ticked on a day.
pub(crate) fn ticks(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<Tick>, DatabaseError> {
    let rows = tx.all(&TICKS, &params![place, day])?;
    let tick = |row: TickRow| Tick {
        line: row.line_id,
        at: row.ticked_at,
        person: row.person_id,
    };
    Ok(rows.into_iter().map(tick).collect())
}

/// Ticks a line on a day, once.
pub(crate) fn tick(
    tx: &mut Tx<'_>,
    place: PlaceId,
    line: Id<ChecklistLine>,
    day: Day,
    person: Option<PersonId>,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&TICK, &params![place, line, day, now, person])? > 0)
}

/// Takes the tick of a day away.
pub(crate) fn untick(
    tx: &mut Tx<'_>,
    place: PlaceId,
    line: Id<ChecklistLine>,
    day: Day,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&UNTICK, &params![place, line, day])? > 0)
}

impl From<NoteRow> for Note {
    fn from(row: NoteRow) -> Self {
        let by = row.read_by;
        Self {
            id: row.id,
            author: row.person_id,
            written_at: row.written_at,
            body: row.body,
            read: row.read_at.map(|at| (at, by)),
        }
    }
}
