//! Customers: who is billed, a person or an organisation of the directory.

use kernel::{CustomerId, Day, Money, OrganisationId, PersonId, PlaceId};
use people::Party;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    /// A customer and what it points to: exactly one of the two.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct CustomerRow {
        pub(crate) id: CustomerId,
        pub(crate) person_id: Option<PersonId>,
        pub(crate) organisation_id: Option<OrganisationId>,
    }

    /// What a customer owes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct BalanceRow {
        pub(crate) id: CustomerId,
        pub(crate) person_id: Option<PersonId>,
        pub(crate) organisation_id: Option<OrganisationId>,
        pub(crate) invoiced: Money,
        pub(crate) paid: Money,
        pub(crate) overdue: Money,
        pub(crate) open_charges: i64,
    }
}

statement! {
    FIND -> CustomerRow = "
        select id, person_id, organisation_id
        from customer
        where place_id = $1 and id = $2";

    OF_PERSON -> CustomerRow = "
        select id, person_id, organisation_id
        from customer
        where place_id = $1 and person_id = $2";

    OF_ORGANISATION -> CustomerRow = "
        select id, person_id, organisation_id
        from customer
        where place_id = $1 and organisation_id = $2";

    INSERT = "
        insert into customer (place_id, id, person_id, organisation_id)
        values ($1, $2, $3, $4)
        on conflict do nothing";

    /// Those who have open charges up to a month.
    WITH_OPEN_CHARGES -> CustomerRow = "
        select c.id, c.person_id, c.organisation_id
        from customer c
        where c.place_id = $1 and exists (
            select 1
            from charge h
            where h.place_id = c.place_id and h.state = 'open' and h.month <= $2 and h.customer_id = c.id)
        order by c.id";

    /// Those of a run.
    WITH_ITEMS -> CustomerRow = "
        select c.id, c.person_id, c.organisation_id
        from customer c
        where c.place_id = $1 and exists (
            select 1
            from billing_run_item i
            where i.place_id = c.place_id and i.run_id = $2 and i.customer_id = c.id)
        order by c.id";

    BALANCES -> BalanceRow = "
        select c.id, c.person_id, c.organisation_id,
            cast(coalesce(i.gross, 0) as bigint) as invoiced,
            cast(coalesce(p.received, 0) as bigint) as paid,
            cast(coalesce(i.overdue, 0) as bigint) as overdue,
            cast(coalesce(h.open_charges, 0) as bigint) as open_charges
        from customer c
        left join (
            select i.place_id, i.customer_id, sum(i.gross_cents) as gross,
                sum(case when i.due_on < $2 and i.gross_cents > coalesce(a.cents, 0)
                    then i.gross_cents - coalesce(a.cents, 0) else 0 end) as overdue
            from invoice i
            left join (
                select invoice_id, sum(cents) as cents
                from payment_allocation
                where place_id = $1
                group by invoice_id) a on a.invoice_id = i.id
            where i.place_id = $1
            group by i.place_id, i.customer_id) i on i.customer_id = c.id
        left join (
            select customer_id, sum(amount_cents) as received
            from payment
            where place_id = $1
            group by customer_id) p on p.customer_id = c.id
        left join (
            select customer_id, count(*) as open_charges
            from charge
            where place_id = $1 and state = 'open'
            group by customer_id) h on h.customer_id = c.id
        where c.place_id = $1
        order by c.id";

    TAKE_OVER_PERSON = "
        update customer
        set person_id = $3
        where place_id = $1 and person_id = $2 and not exists (
            select 1
            from customer as known
            where known.place_id = $1 and known.person_id = $3)";

    TAKE_OVER_ORGANISATION = "
        update customer
        set organisation_id = $3
        where place_id = $1 and organisation_id = $2 and not exists (
            select 1
            from customer as known
            where known.place_id = $1 and known.organisation_id = $3)";

    MOVE_OPEN_CHARGES = "
        update charge
        set customer_id = $3
        where place_id = $1 and customer_id = $2 and state = 'open'";

    INVOICED -> AmountRow = "
        select cast(coalesce(sum(gross_cents), 0) as bigint) as amount
        from invoice
        where place_id = $1 and customer_id = $2";

    PAID -> AmountRow = "
        select cast(coalesce(sum(amount_cents), 0) as bigint) as amount
        from payment
        where place_id = $1 and customer_id = $2";
}

row! {
    struct AmountRow {
        amount: Money,
    }
}

impl CustomerRow {
    /// The person or the organisation it points to.
    pub(crate) fn party(&self) -> Option<Party> {
        let organisation = self.organisation_id.map(Party::Organisation);
        organisation.or(self.person_id.map(Party::Person))
    }
}

impl BalanceRow {
    /// The customer without the sums.
    pub(crate) fn customer(&self) -> CustomerRow {
        CustomerRow {
            id: self.id,
            person_id: self.person_id,
            organisation_id: self.organisation_id,
        }
    }
}

/// One customer.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: CustomerId,
) -> Result<Option<CustomerRow>, DatabaseError> {
    tx.optional(&FIND, &params![place, id])
}

/// The customer that a person is, if they ever were one.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<CustomerRow>, DatabaseError> {
    tx.optional(&OF_PERSON, &params![place, person])
}

/// The customer that an organisation is, if it ever was one.
pub(crate) fn of_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Option<CustomerRow>, DatabaseError> {
    tx.optional(&OF_ORGANISATION, &params![place, organisation])
}

/// Adds a customer unless somebody else just did.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, row: &CustomerRow) -> Result<(), DatabaseError> {
    tx.run(
        &INSERT,
        &params![place, row.id, row.person_id, row.organisation_id],
    )?;
    Ok(())
}

/// The customers of the charges open up to a month.
pub(crate) fn with_open_charges(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: kernel::Month,
) -> Result<Vec<CustomerRow>, DatabaseError> {
    tx.all(&WITH_OPEN_CHARGES, &params![place, month])
}

/// The customers of the items of a run.
pub(crate) fn with_items(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: kernel::Id<crate::rules::run::Run>,
) -> Result<Vec<CustomerRow>, DatabaseError> {
    tx.all(&WITH_ITEMS, &params![place, run])
}

/// Every customer with what they owe on a day.
pub(crate) fn balances(
    tx: &mut Tx<'_>,
    place: PlaceId,
    today: Day,
) -> Result<Vec<BalanceRow>, DatabaseError> {
    tx.all(&BALANCES, &params![place, today])
}

/// What a customer was invoiced, less what they paid: above zero they owe, below zero they have credit.
pub(crate) fn balance(tx: &mut Tx<'_>, place: PlaceId, customer: CustomerId) -> Result<Money, DatabaseError> {
    let invoiced = tx.one(&INVOICED, &params![place, customer])?.amount;
    let paid = tx.one(&PAID, &params![place, customer])?.amount;
    Ok(invoiced - paid)
}

/// What a person who turns out to be another owes from now on is the other's. An account with which nothing was issued yet is not
/// told from one that was: it stays, and is empty.
pub(crate) fn take_over_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: PersonId,
    gone: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&TAKE_OVER_PERSON, &params![place, gone, kept])?;
    let (former, present) = (of_person(tx, place, gone)?, of_person(tx, place, kept)?);
    move_open_charges(tx, place, former, present)
}

/// As [`take_over_person`], for an organisation.
pub(crate) fn take_over_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: OrganisationId,
    gone: OrganisationId,
) -> Result<(), DatabaseError> {
    tx.run(&TAKE_OVER_ORGANISATION, &params![place, gone, kept])?;
    let (former, present) = (
        of_organisation(tx, place, gone)?,
        of_organisation(tx, place, kept)?,
    );
    move_open_charges(tx, place, former, present)
}

fn move_open_charges(
    tx: &mut Tx<'_>,
    place: PlaceId,
    former: Option<CustomerRow>,
    present: Option<CustomerRow>,
) -> Result<(), DatabaseError> {
    if let (Some(former), Some(present)) = (former, present) {
        tx.run(&MOVE_OPEN_CHARGES, &params![place, former.id, present.id])?;
    }
    Ok(())
}
