//! Who holds an item, and who held it.

use crate::rules::item::{Item, ItemKind, Loan, LoanEnd, Outcome};
use billing::{Charge, Method};
use kernel::{Day, Id, Instant, Money, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct LoanRow {
        id: Id<Loan>,
        item_id: Id<Item>,
        person_id: PersonId,
        handed_at: Instant,
        handed_by: Option<PersonId>,
        due_on: Option<Day>,
        deposit_cents: Money,
        deposit_method: Option<String>,
        ended_at: Option<Instant>,
        ended_by: Option<PersonId>,
        outcome: Option<Outcome>,
        kept_cents: Money,
        charge_id: Option<Id<Charge>>,
        note: String,
    }
}

row! {
    struct HeldRow {
        number: String,
        person_id: PersonId,
    }
}

statement! {
    HELD -> HeldRow = "
        select item.number, item_loan.person_id
        from item_loan
        join item on item.place_id = item_loan.place_id and item.id = item_loan.item_id
        where item_loan.place_id = $1 and item_loan.ended_at is null and item.kind = $2 and item.retired_on is null
        order by item.number";

    HOLDER -> HeldRow = "
        select item.number, item_loan.person_id
        from item
        join item_loan on item_loan.place_id = item.place_id and item_loan.item_id = item.id
            and item_loan.ended_at is null
        where item.place_id = $1 and item.kind = $2 and item.number = $3 and item.retired_on is null";

    OUT -> LoanRow = "
        select id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents, deposit_method, ended_at, ended_by,
            outcome, kept_cents, charge_id, note
        from item_loan
        where place_id = $1 and ended_at is null
        order by handed_at, id";

    OF_ITEM -> LoanRow = "
        select id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents, deposit_method, ended_at, ended_by,
            outcome, kept_cents, charge_id, note
        from item_loan
        where place_id = $1 and item_id = $2
        order by handed_at desc, id desc
        limit 100";

    OF_PERSON -> LoanRow = "
        select id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents, deposit_method, ended_at, ended_by,
            outcome, kept_cents, charge_id, note
        from item_loan
        where place_id = $1 and person_id = $2
        order by handed_at desc, id desc
        limit 100";

    FIND -> LoanRow = "
        select id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents, deposit_method, ended_at, ended_by,
            outcome, kept_cents, charge_id, note
        from item_loan
        where place_id = $1 and id = $2";

    LOCK -> LoanRow = "
        select id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents, deposit_method, ended_at, ended_by,
            outcome, kept_cents, charge_id, note
        from item_loan
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into item_loan (place_id, id, item_id, person_id, handed_at, handed_by, due_on, deposit_cents,
            deposit_method, ended_at, ended_by, outcome, kept_cents, charge_id, note)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null, 0, null, '')";

    END = "
        update item_loan
        set ended_at = $3, ended_by = $4, outcome = $5, kept_cents = $6, charge_id = $7, note = $8
        where place_id = $1 and id = $2";
}

/// An item is with one person at a time.
pub(crate) const ONE_HOLDER: &str = "item_loan_one_holder";

/// The numbers of the items of a kind that are out, with who holds each, by number.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: ItemKind,
) -> Result<Vec<(String, PersonId)>, DatabaseError> {
    let rows = tx.all(&HELD, &params![place, kind])?;
    Ok(rows.into_iter().map(|row| (row.number, row.person_id)).collect())
}

/// Who holds the item of a kind that has this number.
pub(crate) fn holder(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: ItemKind,
    number: &str,
) -> Result<Option<PersonId>, DatabaseError> {
    Ok(tx
        .optional(&HOLDER, &params![place, kind, number])?
        .map(|row| row.person_id))
}

/// What is out, the longest first.
pub(crate) fn out(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Loan>, DatabaseError> {
    all(tx.all(&OUT, &params![place])?)
}

/// Who held an item, the last first; a hundred at most.
pub(crate) fn of_item(tx: &mut Tx<'_>, place: PlaceId, item: Id<Item>) -> Result<Vec<Loan>, DatabaseError> {
    all(tx.all(&OF_ITEM, &params![place, item])?)
}

/// What somebody holds and held, the last first; a hundred at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Loan>, DatabaseError> {
    all(tx.all(&OF_PERSON, &params![place, person])?)
}

/// A loan.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Loan>) -> Result<Option<Loan>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(Loan::try_from).transpose()
}

/// A loan, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Loan>) -> Result<Option<Loan>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(Loan::try_from).transpose()
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Loan) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.item,
        new.person,
        new.handed_at,
        new.handed_by,
        new.due_on,
        new.deposit,
        new.method.map(Method::code)
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes how it ended.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Loan>,
    ended: &LoanEnd,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        ended.at,
        ended.by,
        ended.outcome,
        ended.cost,
        ended.charge,
        ended.note.as_str()
    ];
    tx.run(&END, &values)?;
    Ok(())
}

fn all(rows: Vec<LoanRow>) -> Result<Vec<Loan>, DatabaseError> {
    rows.into_iter().map(Loan::try_from).collect()
}

impl TryFrom<LoanRow> for Loan {
    type Error = DatabaseError;

    fn try_from(row: LoanRow) -> Result<Self, DatabaseError> {
        let unknown = |code: kernel::UnknownCode| DatabaseError::Other(code.to_string());
        let method = row.deposit_method.as_deref().map(Method::parse).transpose();
        let (by, cost, charge, note) = (row.ended_by, row.kept_cents, row.charge_id, row.note);
        Ok(Self {
            id: row.id,
            item: row.item_id,
            person: row.person_id,
            handed_at: row.handed_at,
            handed_by: row.handed_by,
            due_on: row.due_on,
            deposit: row.deposit_cents,
            method: method.map_err(unknown)?,
            ended: row.ended_at.zip(row.outcome).map(|(at, outcome)| LoanEnd {
                at,
                by,
                outcome,
                cost,
                charge,
                note,
            }),
        })
    }
}
